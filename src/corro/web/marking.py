"""A text with its marks: cut at every border of a mark, so that marks which cross or hold each other are shown all the same."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import pairwise

from corro.values import Span


@dataclass(frozen=True, slots=True)
class Mark:
    """Something marked in a text.

    Attributes:
        span: Its characters.
        layer: Which layer it belongs to: `mention`, `statement`, `claim`, or `here` for the passage that was asked for.
        words: What it is, in words.
    """

    span: Span
    layer: str
    words: str


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of characters under the same marks.

    Attributes:
        text: The characters.
        layers: The layers that mark them, sorted.
        words: What they are marked as, in words; one line a mark.
        here: Whether the passage that was asked for begins with them.
    """

    text: str
    layers: tuple[str, ...] = ()
    words: str = ""
    here: bool = False


def pieces(text: str, part: Span, marks: Iterable[Mark]) -> Sequence[Piece]:
    """Cut a part of a text at the borders of its marks.

    Args:
        text: The whole text.
        part: The part to show.
        marks: What is marked in the text.

    Returns:
        The pieces in order; put together they are the part.
    """
    inside = sorted((mark for mark in marks if mark.span.overlaps(part)), key=lambda mark: (mark.span.start, mark.span.end))
    borders = {part.start, part.end}
    for mark in inside:
        borders |= {max(part.start, mark.span.start), min(part.end, mark.span.end)}
    cuts, found, active, coming = sorted(borders), [], [], list(reversed(inside))
    for start, end in pairwise(cuts):
        while coming and coming[-1].span.start <= start:
            active.append(coming.pop())
        active = [mark for mark in active if mark.span.end > start]
        found.append(_piece(text[start:end], start, active))
    return found


def _piece(text: str, start: int, active: Sequence[Mark]) -> Piece:
    layers = tuple(sorted({mark.layer for mark in active}))
    words = "\n".join(dict.fromkeys(mark.words for mark in active if mark.words))
    return Piece(text, layers, words, any(mark.layer == "here" and mark.span.start == start for mark in active))


def part_of(text: str, at: int, most: int) -> Span:
    """Return the part of a long text that holds an offset, cut at an end of line where there is one near.

    Args:
        text: The text.
        at: The offset.
        most: Characters of a part.

    Returns:
        The part; the whole text where it is short.
    """
    number = max(0, min(at, len(text) - 1)) // most
    if at >= _border(text, number + 1, most) < len(text):
        number += 1
    return Span(_border(text, number, most), _border(text, number + 1, most))


def _border(text: str, number: int, most: int) -> int:
    """Return where a part begins: at the last beginning of a line before, if there is one in the last tenth of the part before."""
    near = number * most
    if number == 0 or near >= len(text):
        return min(near, len(text))
    end = text.rfind("\n", near - most // 10, near)
    return near if end < 0 else end + 1
