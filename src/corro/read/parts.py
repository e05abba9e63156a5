"""Gathers what the parts of a page say of it: its headline, who signs, who is credited, where and when it was filed."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corro.model import Basis, Labelled, Segment, SegmentKind
from corro.read import cues
from corro.read.credits import credited
from corro.read.dateline import Dateline, read_dateline
from corro.read.draft import Mark
from corro.read.segments import BYLINE, find_segments
from corro.values import Span


@dataclass(frozen=True, slots=True)
class Parts:
    """The parts of one text, and what they say.

    Attributes:
        segments: The parts, in order.
        headline: The first headline's words.
        byline: Who signs at the head.
        credits: Who is credited in the text.
        place: Where the dateline says that it was filed.
        dateline: The words of the dateline's date.
        published_line: The line that says when it was published.
    """

    segments: tuple[Segment, ...]
    headline: Labelled
    byline: Labelled
    credits: tuple[Labelled, ...]
    place: Labelled
    dateline: str
    published_line: str


def tell_apart(text: str, marks: Sequence[Mark], title: str) -> Parts:
    """Tell the parts of a text apart.

    Args:
        text: The text as shown.
        marks: Stretches whose kind the format tells, in offsets of the text as shown.
        title: The headline as the metadata give it, or empty.

    Returns:
        The segments, and what they say.
    """
    segments = find_segments(text, marks, title)
    datelines = list(_datelines(text, segments))
    places = (Labelled(span.of(text), Basis.DATELINE, span) for dateline, at in datelines if (span := _moved(dateline.place, at)))
    return Parts(
        segments=segments,
        headline=next((_labelled(text, span) for span in _spans(segments, SegmentKind.HEADLINE)), Labelled()),
        byline=next((_labelled(text, _who(text, span)) for span in _spans(segments, SegmentKind.BYLINE)), Labelled()),
        credits=tuple(_credits(text, segments, datelines)),
        place=next(places, Labelled()),
        dateline=next((dateline.date for dateline, _ in datelines if dateline.date), ""),
        published_line=next(_published_lines(text, segments), ""),
    )


def _spans(segments: Sequence[Segment], kind: SegmentKind) -> Iterator[Span]:
    return (segment.span for segment in segments if segment.kind is kind)


def _labelled(text: str, span: Span) -> Labelled:
    return Labelled(span.of(text), Basis.TEXT, span)


def _who(text: str, span: Span) -> Span:
    """Return the name in a byline, without `By`."""
    match = BYLINE.fullmatch(span.of(text))
    return Span(*match.span("who" if match["who"] else "signed")).moved(span.start) if match else span


def _datelines(text: str, segments: Sequence[Segment]) -> Iterator[tuple[Dateline, int]]:
    for span in _spans(segments, SegmentKind.DATELINE):
        dateline = read_dateline(span.of(text))
        if dateline is not None:
            yield dateline, span.start


def _moved(span: Span | None, characters: int) -> Span | None:
    return span.moved(characters) if span else None


def _credits(text: str, segments: Sequence[Segment], datelines: Sequence[tuple[Dateline, int]]) -> Iterator[Labelled]:
    for span in _spans(segments, SegmentKind.CREDIT):
        yield from credited(span.of(text), Basis.TEXT, span.start)
    for dateline, at in datelines:
        agency = _moved(dateline.agency, at)
        if agency is not None:
            yield from credited(agency.of(text), Basis.DATELINE, agency.start)


def _published_lines(text: str, segments: Sequence[Segment]) -> Iterator[str]:
    lines = (span.of(text) for span in _spans(segments, SegmentKind.DATELINE))
    return (line for line in lines if cues.cue(line) == cues.PUBLISHED_LINE)
