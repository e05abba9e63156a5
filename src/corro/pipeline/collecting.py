"""Looks for garbage less often while a build runs: what it makes is kept, or freed at once, and nearly nothing goes in circles."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager

SELDOM = (50_000, 20, 100)
"""Objects made before Python looks for circles among the newest, and how many such looks before it looks at older ones.

Source: measured on 1,000 generated reports, 2026-11: with Python's own (700, 10, 10) the looking takes 15 % of the time of grouping
and composing and 3 % of that of analysis; memory stays level.
"""


def collect_seldom() -> None:
    """Look for garbage less often from now on, in a process of our own."""
    gc.set_threshold(*SELDOM)


@contextmanager
def seldom_collecting() -> Iterator[None]:
    """Look for garbage less often until the end of the block."""
    before = gc.get_threshold()
    collect_seldom()
    try:
        yield
    finally:
        gc.set_threshold(*before)
