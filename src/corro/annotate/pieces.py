"""Cuts a document into the pieces that are parsed: headline, subheadings, captions and paragraphs, each with its offset."""

import re
from collections.abc import Callable, Iterable, Iterator
from typing import NamedTuple

from corro.annotate.truecase import Casing, casing_of, in_capitals, in_title_case, truecased, with_names
from corro.model import Document, SegmentKind

PARSED = (SegmentKind.HEADLINE, SegmentKind.SUBHEADING, SegmentKind.CAPTION, SegmentKind.BODY)
"""Kinds of segments that hold sentences; bylines, credits, datelines and furniture hold none."""

LONGEST_PIECE = 20_000
"""Characters parsed at once; a longer segment is cut, at a sentence's end where there is one. Source: the parser's memory grows by
about 1 MB a 1,000 characters (spaCy documentation, `max_length`); no paragraph of samples/mali or kasanda-dev has 2,000."""

_DATELINE = re.compile(
    r"\A\s*[^\W\d_a-zà-ÿ](?:[^\W\d_a-zà-ÿ]|['’ .-]){2,40}"  # a place in capitals
    r"(?:[,/][^–—\n(]{1,40})?"  # country, date
    r"(?:\([^)\n]{2,40}\))?\s*(?:[–—]|-{1,2}(?=\s))\s*"  # agency, dash
)
"""A dateline that the reader left in a paragraph. Source: own observation on agency copy, English and French, 2026-11."""

_ODD = str.maketrans("’‘ʼ\u00a0\u202f\u2009\t\n\r\v\f", "'''" + " " * 8)
"""Characters put plainly for the parser, one for one, so that offsets stay."""


class Piece(NamedTuple):
    """A stretch of text that is parsed alone.

    Attributes:
        start: Offset of its first character in the document's text.
        shown: The characters as shown.
        parsed: The same number of characters as the parser gets them: plain apostrophes and blanks, capitals put right.
        segment: Index of its segment.
        capitals: Whether it is written wholly in capitals.
        title_case: Whether it gives nearly every word a capital, so that these tell nothing.
    """

    start: int
    shown: str
    parsed: str
    segment: int
    capitals: bool = False
    title_case: bool = False


def pieces(document: Document, names: Callable[[], Iterable[str]] = tuple) -> tuple[Piece, ...]:
    """Return the pieces of a document, in order of the text.

    Args:
        document: A document whose segments are told apart; one without segments is taken as a single paragraph.
        names: Gives words of it that are likely names; asked only where a piece is in capitals.

    Returns:
        The pieces; each lies in one segment and holds at least one letter or digit.
    """
    stretches = tuple(_stretches(document))
    casing = casing_of(document.text[start:end] for start, end, _ in stretches)
    if any(in_capitals(document.text[start:end]) for start, end, _ in stretches):
        casing = with_names(casing, names())
    return tuple(_piece(document.text, stretch, casing) for stretch in stretches)


def put_right(piece: Piece) -> str:
    """Return the characters of a piece as shown, but with its capitals put right."""
    pairs = zip(piece.shown, piece.parsed, strict=True)
    return "".join(parsed if parsed.lower() == shown.lower() else shown for shown, parsed in pairs)


def _stretches(document: Document) -> Iterator[tuple[int, int, int]]:
    segments = list(_segments(document))
    first_body = next((index for index, (kind, _, _) in enumerate(segments) if kind is SegmentKind.BODY), None)
    for index, (kind, start, end) in enumerate(segments):
        if kind in PARSED:
            skipped = _dateline_length(document.text[start:end]) if index == first_body else 0
            for first, last in _cells(document.text, start + skipped, end):
                yield from ((low, high, index) for low, high in _cut(document.text, first, last))


_CELL_GAP = re.compile(r"[ \t]*\t[ \t]*| {3,}| +\| +")
"""What parts the cells of a row that was pasted as text. Source: own observation, 2026-11."""

_CELLS = 3
_LONGEST_ROW = 400
"""Cells that a row has at least, and characters at most: others are lines with a gap. Source: own judgement, 2026-11."""


def _cells(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield the cells of a row that was pasted as text, each to be read alone; any other segment whole."""
    gaps = list(_CELL_GAP.finditer(text, start, end)) if end - start <= _LONGEST_ROW else []
    inner = [gap for gap in gaps if gap.start() > start and gap.end() < end]
    if len(inner) + 1 < _CELLS or "\n" in text[start:end].strip():
        yield start, end
        return
    edges = [start, *(edge for gap in inner for edge in gap.span()), end]
    yield from zip(edges[::2], edges[1::2], strict=True)


def _segments(document: Document) -> Iterator[tuple[SegmentKind, int, int]]:
    if not document.segments:
        yield SegmentKind.BODY, 0, len(document.text)
    for segment in document.segments:
        yield segment.kind, segment.span.start, segment.span.end


def _dateline_length(text: str) -> int:
    match = _DATELINE.match(text)
    return match.end() if match else 0


def _cut(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    while start < end:
        high = min(start + LONGEST_PIECE, end)
        if high < end:
            stop = max(text.rfind(mark, start + 1, high) for mark in (". ", ".\n", "\n"))
            blank = text.rfind(" ", start + 1, high)
            high = stop + 1 if stop > start else blank + 1 if blank > start else high
        if any(letter.isalnum() for letter in text[start:high]):
            yield start, high
        start = high


def _piece(text: str, stretch: tuple[int, int, int], casing: Casing) -> Piece:
    start, end, index = stretch
    shown = text[start:end]
    plain = shown.translate(_ODD)
    capitals = in_capitals(plain)
    title_case = not capitals and in_title_case(plain)
    if capitals or title_case:
        plain = truecased(plain, casing, capitals=capitals)
    return Piece(start, shown, plain, index, capitals, title_case)
