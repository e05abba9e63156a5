"""A text under repair that never loses the way back to the raw text."""

from bisect import bisect_right
from collections.abc import Iterable
from dataclasses import dataclass, field

from corro.model import OffsetMap


@dataclass(frozen=True, slots=True)
class Edit:
    """Characters `start` to `end` give way to a replacement that is no longer than they are.

    Attributes:
        start: First character.
        end: Just past the last.
        replacement: What is shown instead; may be empty.
    """

    start: int
    end: int
    replacement: str

    def __post_init__(self) -> None:
        """Refuse replacements that grow: offsets inside them would run past the raw text.

        Raises:
            ValueError: The replacement is longer than what it replaces, or the edit runs backwards.
        """
        if not 0 <= len(self.replacement) <= self.end - self.start:
            raise ValueError(f"an edit cannot grow: {self}")


@dataclass(frozen=True, slots=True)
class MappedText:
    """A text as shown so far, and the map from its offsets to those of the raw text.

    Attributes:
        text: The text.
        offsets: The map; ascending on both sides.
    """

    text: str
    offsets: OffsetMap = field(default_factory=OffsetMap)

    @classmethod
    def after(cls, raw: str, start: int) -> "MappedText":
        """Return the raw text from `start` on."""
        return cls(raw[start:], OffsetMap((0,), (start,)))

    def edited(self, edits: Iterable[Edit]) -> "MappedText":
        """Carry out edits that are in order and do not overlap.

        Args:
            edits: What to replace.

        Returns:
            The text after them, with its map to the same raw text.
        """
        pieces: list[str] = []
        points: list[tuple[int, int]] = []
        at = length = 0
        for edit in edits:
            points += self._points(at, edit.start, length - at)
            length += edit.start - at
            points.append((length, self.offsets.to_raw(edit.start)))
            pieces += [self.text[at : edit.start], edit.replacement]
            length += len(edit.replacement)
            at = edit.end
        if not pieces:
            return self
        points += self._points(at, len(self.text), length - at)
        return MappedText("".join([*pieces, self.text[at:]]), _map_of(points))

    def to_shown(self, raw: int) -> int:
        """Return the offset in the text as shown of a raw offset; of a removed character, that of what follows it."""
        shown, starts = self.offsets.shown, self.offsets.raw
        at = bisect_right(starts, raw) - 1
        if at < 0:
            return 0
        limit = shown[at + 1] if at + 1 < len(shown) else len(self.text)
        return min(shown[at] + raw - starts[at], limit)

    def _points(self, start: int, end: int, shift: int) -> list[tuple[int, int]]:
        """Return the points of the map over a stretch that is kept and moves by `shift`."""
        shown, raw = self.offsets.shown, self.offsets.raw
        inside = range(bisect_right(shown, start), bisect_right(shown, end))
        return [(start + shift, self.offsets.to_raw(start)), *((shown[at] + shift, raw[at]) for at in inside)]


def _map_of(points: list[tuple[int, int]]) -> OffsetMap:
    """Keep the last point of each offset, and of those only where the difference changes."""
    latest = dict(points)
    kept: list[tuple[int, int]] = []
    for shown, raw in sorted(latest.items()):
        if not kept or raw - shown != kept[-1][1] - kept[-1][0]:
            kept.append((shown, raw))
    return OffsetMap(tuple(shown for shown, _ in kept), tuple(raw for _, raw in kept))
