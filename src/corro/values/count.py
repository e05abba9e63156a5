"""How many: never a bare integer, always with its bound (docs/codebook.md, R16)."""

from dataclasses import dataclass
from enum import StrEnum


class Bound(StrEnum):
    """What the source's words say about a figure."""

    EXACT = "exact"
    AT_LEAST = "at_least"
    AT_MOST = "at_most"
    MORE_THAN = "more_than"
    LESS_THAN = "less_than"
    APPROXIMATE = "approx"
    RANGE = "range"
    SEVERAL = "several"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Count:
    """A figure with what is known of its ends.

    `more_than` and `less_than` keep the number as said (more than 100: minimum 100, bound more_than).
    `several` is what "dozens", "plusieurs" and "tens" give: no number is put in their place.

    Attributes:
        minimum: Lowest value named, or None.
        maximum: Highest value named, or None.
        bound: What the source's words say about it.
    """

    minimum: int | None
    maximum: int | None
    bound: Bound = Bound.EXACT

    def __post_init__(self) -> None:
        """Refuse negative and backward figures.

        Raises:
            ValueError: An end is negative, or `minimum` is above `maximum`.
        """
        if min(self.minimum or 0, self.maximum or 0) < 0:
            raise ValueError("a count cannot be negative")
        if self.minimum is not None and self.maximum is not None and self.minimum > self.maximum:
            raise ValueError(f"a count cannot run backwards: {self.minimum} > {self.maximum}")

    @classmethod
    def exactly(cls, number: int) -> "Count":
        """Return a count that the source states as it is."""
        return cls(number, number, Bound.EXACT)

    @property
    def point(self) -> int | None:
        """The one number the source names, or None for a range or for "several"."""
        if self.bound is Bound.RANGE:
            return None
        return self.minimum if self.minimum is not None else self.maximum

    @property
    def lowest(self) -> int:
        """The lowest whole number that the words allow (0 where they name none; approximate figures allow no margin of ours)."""
        if self.minimum is None:
            return 0
        return self.minimum + (self.bound is Bound.MORE_THAN)

    @property
    def highest(self) -> int | None:
        """The highest whole number that the words allow, or None where they set no limit."""
        if self.bound in (Bound.AT_LEAST, Bound.MORE_THAN, Bound.SEVERAL, Bound.UNKNOWN) or self.maximum is None:
            return None
        return self.maximum - (self.bound is Bound.LESS_THAN)

    def compatible(self, other: "Count") -> bool:
        """Say whether one true number could satisfy both."""
        top = min((end for end in (self.highest, other.highest) if end is not None), default=None)
        return top is None or max(self.lowest, other.lowest) <= top

    def holds(self, other: "Count") -> bool:
        """Say whether every number that satisfies `other` satisfies this one too."""
        below = self.lowest <= other.lowest
        above = self.highest is None or (other.highest is not None and other.highest <= self.highest)
        return below and above

    def __str__(self) -> str:
        """Return the figure as it is printed: `12`, `≥ 500`, `> 100`, `about 300`, `200–400`, `several`."""
        if self.bound is Bound.RANGE:
            return f"{self.minimum}–{self.maximum}"
        if self.point is None:
            return "several" if self.bound is Bound.SEVERAL else "unknown"
        signs = {
            Bound.AT_LEAST: "≥ ",
            Bound.AT_MOST: "≤ ",
            Bound.MORE_THAN: "> ",
            Bound.LESS_THAN: "< ",
            Bound.APPROXIMATE: "about ",
        }
        return f"{signs.get(self.bound, '')}{self.point}"
