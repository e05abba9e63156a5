"""A very long text ends in good time, and time grows with its length."""

import time

import pytest

from corro import analyse

PARAGRAPH = (
    "Gunmen killed at least {number} herders near Gao on Monday, the governor said. The army denied that its men had been there. "
    "“We heard shots until noon,” said a widow. According to the mission, {number} families fled to Ansongo.\n\n"
)
MEGABYTE = 1_000_000
LIMIT_S = 60
"""Seconds for a megabyte of text. Source: the project's own limit: nobody waits longer for one report."""


@pytest.mark.slow
def test_a_megabyte_is_read_within_a_minute() -> None:
    """A whole archive pasted into one report: every paragraph tells of an incident."""
    text = "".join(PARAGRAPH.format(number=number % 90 + 10) for number in range(MEGABYTE // len(PARAGRAPH) + 1))
    begun = time.perf_counter()
    found = analyse(text)
    assert time.perf_counter() - begun < LIMIT_S
    assert len(found.claims) > MEGABYTE // len(PARAGRAPH)
