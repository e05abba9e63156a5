"""A stretch of characters in a text: where a value was said."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass


@dataclass(frozen=True, order=True, slots=True)
class Span:
    """Characters `start` (inclusive) to `end` (exclusive) of a document's text as shown.

    Attributes:
        start: Offset of the first character, counted in code points.
        end: Offset just past the last character.
    """

    start: int
    end: int

    def __post_init__(self) -> None:
        """Refuse a span that runs backwards.

        Raises:
            ValueError: `start` is negative or lies after `end`.
        """
        if not 0 <= self.start <= self.end:
            raise ValueError(f"not a span: {self.start}..{self.end}")

    def __len__(self) -> int:
        """Return the number of characters."""
        return self.end - self.start

    def of(self, text: str) -> str:
        """Return the characters themselves."""
        return text[self.start : self.end]

    def holds(self, other: "Span") -> bool:
        """Say whether `other` lies wholly inside."""
        return self.start <= other.start and other.end <= self.end

    def overlaps(self, other: "Span") -> bool:
        """Say whether the two share at least one character."""
        return self.start < other.end and other.start < self.end

    def cover(self, other: "Span") -> "Span":
        """Return the shortest span that holds both."""
        return Span(min(self.start, other.start), max(self.end, other.end))

    def moved(self, characters: int) -> "Span":
        """Return the span shifted by that many characters."""
        return Span(self.start + characters, self.end + characters)


def overlaps_one(ordered: Sequence[Span], span: Span) -> bool:
    """Say whether a span shares a character with one of many.

    Args:
        ordered: Spans in order, not overlapping each other.
        span: The span asked for.
    """
    at = bisect_left(ordered, span.end, key=lambda one: one.start) - 1
    return at >= 0 and ordered[at].overlaps(span)
