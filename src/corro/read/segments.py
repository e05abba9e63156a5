"""Cuts a page into segments: headline, subheading, caption, dateline, byline, credit, body and furniture."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corro.model import Segment, SegmentKind
from corro.read import cues
from corro.read.credits import credit_at_the_end, is_agency, is_credit_line
from corro.read.dateline import dateline_of, is_lone_dateline
from corro.read.dates import has_date
from corro.read.draft import Mark
from corro.read.headings import can_be_headline, can_be_subheading, ends_a_sentence
from corro.read.layout import paragraphs
from corro.values import Span, fold

_SHORTEST_BODY = 80
"""Prose of at least so many characters follows a heading. Source: chosen on samples/mali and kasanda-dev, 2026-11, against the
signatures and dates at the foot of communiqués."""

_LOOK_AHEAD = 10
"""Lines between a heading and its prose. Source: our own judgement; a caption, a byline and a row of links take four."""

_LINES_AT_THE_FOOT = 4
"""Place and date of a communiqué stand above its signature. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

BYLINE = re.compile(
    r"(?:By|BY|Par|PAR)\s+(?P<who>(?:[A-ZÀ-ÖØ-Þ]|our\b|notre\b|nos\b|the\b)\S*(?:\s+\S+){0,11})"
    r"|(?P<signed>[A-ZÀ-ÖØ-Þ]\S+(?:\s+[A-ZÀ-ÖØ-Þ]\S+){1,3})\s+\|\s+\S+\.\w{2,}"
)
"""`By Name`, `Par Name`, or a name and a site between a bar. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

_BY_CUE = {
    cues.FURNITURE: SegmentKind.FURNITURE,
    cues.CAPTION: SegmentKind.CAPTION,
    cues.CREDIT: SegmentKind.CREDIT,
    cues.PUBLISHED_LINE: SegmentKind.DATELINE,
    cues.UPDATED_LINE: SegmentKind.DATELINE,
}


@dataclass(frozen=True, slots=True)
class _Page:
    """A text and its paragraphs.

    Attributes:
        text: The text as shown.
        spans: Its paragraphs.
        marked: Kinds that the format tells, by where they begin.
        title: The title of the metadata, folded; or empty.
    """

    text: str
    spans: Sequence[Span]
    marked: Mapping[int, SegmentKind]
    title: str

    def line(self, number: int) -> str:
        """Return a paragraph's words."""
        return self.spans[number].of(self.text)


@dataclass(slots=True)
class _Seen:
    """What stands above a paragraph.

    Attributes:
        body: Whether a segment of the body does.
        prose: Whether the report itself has begun; a note in brackets above it is no beginning.
        headline: Whether a headline does.
        last: The segment just above it.
    """

    body: bool = False
    prose: bool = False
    headline: bool = False
    last: Segment | None = None

    def add(self, segment: Segment) -> None:
        """Take note of a segment."""
        is_body = segment.kind is SegmentKind.BODY
        self.body = self.body or is_body
        self.prose = self.prose or (is_body and len(segment.span) >= _SHORTEST_BODY)
        self.headline = self.headline or segment.kind is SegmentKind.HEADLINE
        self.last = segment


def find_segments(text: str, marks: Sequence[Mark], title: str) -> tuple[Segment, ...]:
    """Cut a text into segments.

    Args:
        text: The text as shown.
        marks: Stretches whose kind the format tells, in offsets of the text as shown.
        title: The headline as the metadata give it, or empty.

    Returns:
        Segments in order, without overlap, that cover all but white space.
    """
    edges = {edge for mark in marks for edge in (mark.span.start, mark.span.end)}
    page = _Page(text, paragraphs(text, edges), {mark.span.start: mark.kind for mark in marks}, fold(title))
    segments: list[Segment] = []
    seen = _Seen()
    for number in range(len(page.spans)):
        for segment in _cut(page, number, _kind(page, number, seen), is_head=not seen.prose):
            segments.append(segment)
            seen.add(segment)
    return tuple(segments if seen.body else _with_a_body(segments, page.marked))


def _kind(page: _Page, number: int, seen: _Seen) -> SegmentKind:
    line = page.line(number)
    marked = page.marked.get(page.spans[number].start)
    if marked is SegmentKind.BYLINE and is_agency(line):
        return SegmentKind.CREDIT
    return marked or _signed(line, seen) or _cued(line) or _placed(page, number, seen) or SegmentKind.BODY


def _signed(line: str, seen: _Seen) -> SegmentKind | None:
    """A byline stands before the report, and is no sentence."""
    if not seen.prose and BYLINE.fullmatch(line) and not ends_a_sentence(line):
        return SegmentKind.BYLINE
    return None


def _cued(line: str) -> SegmentKind | None:
    """Say what a line's own words make it."""
    cue = cues.cue(line)
    if cue in (cues.PUBLISHED_LINE, cues.UPDATED_LINE) and not has_date(line):
        return None
    if cue is None and is_credit_line(line):
        return SegmentKind.CREDIT
    return _BY_CUE[cue] if cue else None


def _placed(page: _Page, number: int, seen: _Seen) -> SegmentKind | None:
    """Say what a line's place among the others makes it."""
    line = page.line(number)
    at_the_foot = number >= len(page.spans) - _LINES_AT_THE_FOOT
    if (at_the_foot or not seen.body) and is_lone_dateline(line):
        return SegmentKind.DATELINE
    if not seen.body and not seen.headline and _is_headline(page, number):
        return SegmentKind.HEADLINE
    if seen.last and can_be_subheading(line) and _after_prose(page, seen.last) and _prose_follows(page, number):
        return SegmentKind.SUBHEADING
    return None


def _is_headline(page: _Page, number: int) -> bool:
    line = page.line(number)
    return fold(line) == page.title or (can_be_headline(line) and _prose_follows(page, number, or_sentence=True))


def _after_prose(page: _Page, last: Segment) -> bool:
    return last.kind is not SegmentKind.BODY or ends_a_sentence(last.span.of(page.text))


def _prose_follows(page: _Page, number: int, *, or_sentence: bool = False) -> bool:
    """Say whether prose comes next, captions, bylines and their like left out."""
    for following in range(number + 1, min(number + 1 + _LOOK_AHEAD, len(page.spans))):
        line = page.line(following)
        if page.spans[following].start in page.marked or _cued(line) or BYLINE.fullmatch(line):
            continue
        return len(line) >= _SHORTEST_BODY or (or_sentence and ends_a_sentence(line))
    return False


def _cut(page: _Page, number: int, kind: SegmentKind, *, is_head: bool) -> Iterator[Segment]:
    """Yield a paragraph's segments: the first of the body may begin with a dateline, and any may end with a credit."""
    span, line = page.spans[number], page.line(number)
    if kind is not SegmentKind.BODY:
        yield Segment(kind, span)
        return
    start, end = 0, len(line)
    dateline = dateline_of(line) if is_head else None
    if dateline is not None:
        yield Segment(SegmentKind.DATELINE, dateline.span.moved(span.start))
        start = dateline.span.end + _leading_spaces(line[dateline.span.end :])
    ending = credit_at_the_end(line)
    if ending is not None and ending > start:
        end = len(line[:ending].rstrip())
    yield Segment(SegmentKind.BODY, Span(start, end).moved(span.start))
    if ending is not None and ending > start:
        yield Segment(SegmentKind.CREDIT, Span(ending, len(line)).moved(span.start))


def _leading_spaces(text: str) -> int:
    return len(text) - len(text.lstrip())


def _with_a_body(segments: Sequence[Segment], marked: Mapping[int, SegmentKind]) -> Iterator[Segment]:
    """A text that seems to be nothing but headings is a short text, and these are its body."""
    headings = (SegmentKind.HEADLINE, SegmentKind.SUBHEADING)
    for segment in segments:
        mistaken = segment.kind in headings and segment.span.start not in marked
        yield Segment(SegmentKind.BODY, segment.span) if mistaken else segment
