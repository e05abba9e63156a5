"""One thing that speaks for or against two claims being about one event."""

from typing import NamedTuple


class Reason(NamedTuple):
    """One thing that speaks for or against.

    Attributes:
        weight: How much; negative against.
        words: What it is, in plain words.
        timely: Whether it lies in when the event was.
    """

    weight: float
    words: str
    timely: bool = False


SAME_WEIGHT = 2.2
"""Sum of weights from which two claims are about one event.

Source: all weights of linking chosen on samples/mali and kasanda-dev, 2026-11.
"""

ALONE_WEIGHT = 1.4
"""Sum from which two claims are about one event if neither has another that it could be about. Source: as above."""

APART_WEIGHT = -2.0
"""Sum at or below which two claims are held to be about two events. Source: as above."""

ALONE_MARGIN = 0.5
"""By how much a group's strongest link must be ahead of its next, for it to have one choice only. Source: as above."""
