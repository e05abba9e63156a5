"""Compares two captures of one address, paragraph by paragraph and then sentence by sentence."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from difflib import SequenceMatcher

from corro.model import Document
from corro.values import Span

_PIECE = re.compile(r"\S.*?(?:[.!?…][)\]»”\"'’]*(?=\s)|(?=\n)|\Z)", re.DOTALL)
"""A sentence or what is left of a line: only for showing changes, so an abbreviation that ends one too early does no harm."""


@dataclass(frozen=True, slots=True)
class Change:
    """One passage that two versions do not share.

    Attributes:
        before: The characters in the first version; empty at the place where something was added.
        after: The characters in the second; empty at the place where something was taken out.
        was: The words that were there.
        now: The words that are there now.
    """

    before: Span
    after: Span
    was: str
    now: str


def diff(one: Document, other: Document) -> tuple[Change, ...]:
    """Find the passages that differ between two versions of a report.

    Args:
        one: The earlier version.
        other: The later.

    Returns:
        The changes in order, each a run of whole sentences; none where the texts are the same but for white space.
    """
    before, after = list(_pieces(one.text)), list(_pieces(other.text))
    words = ([" ".join(span.of(one.text).split()) for span in before], [" ".join(span.of(other.text).split()) for span in after])
    matcher = SequenceMatcher(None, *words, autojunk=False)
    return tuple(
        _change((one.text, _over(before, i1, i2, one.text)), (other.text, _over(after, j1, j2, other.text)))
        for kind, i1, i2, j1, j2 in matcher.get_opcodes()
        if kind != "equal"
    )


def _pieces(text: str) -> Iterator[Span]:
    return (Span(*match.span()) for match in _PIECE.finditer(text))


def _over(pieces: list[Span], start: int, end: int, text: str) -> Span:
    """Return the span over some pieces; the empty one before piece `start` where there are none."""
    if start < end:
        return pieces[start].cover(pieces[end - 1])
    at = pieces[start].start if start < len(pieces) else len(text)
    return Span(at, at)


def _change(one: tuple[str, Span], other: tuple[str, Span]) -> Change:
    return Change(one[1], other[1], one[1].of(one[0]), other[1].of(other[0]))
