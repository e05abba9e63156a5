"""The book of phrases: one sentence for each way in which the field tells an event, in our own words."""

import json
from pathlib import Path

import pytest
from tests.unit.extract.events.builders import codes

PHRASES = Path(__file__).parents[4] / "bench" / "passages" / "own" / "phrases" / "phrases.jsonl"
EACH = 9
"""Every ninth phrase is read here; the bench reads all."""

LEAST = 0.8
"""Share of the phrases whose event is found. Source: measured on all phrases, 2026-11: 0.89."""


@pytest.mark.parametrize("language", ["en", "fr"])
def test_most_ways_of_telling_are_known(language: str) -> None:
    """Of the ways in which the field tells an event nearly all are known, in both languages."""
    lines = [json.loads(line) for line in PHRASES.read_text(encoding="utf-8").splitlines()]
    told = [line for line in lines if line["events"] and line["lang"] == language][::EACH]
    found = [line for line in told if line["events"][0]["type"] in codes(line["text"], language)]
    assert len(found) >= LEAST * len(told)
