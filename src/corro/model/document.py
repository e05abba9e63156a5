"""A report as it is read: its text as shown, its parts, and where each piece of metadata comes from."""

from bisect import bisect_right
from dataclasses import dataclass
from enum import StrEnum

from corro.values import Interval, Language, Span


class Basis(StrEnum):
    """Where a piece of metadata comes from, most trusted first."""

    METADATA = "metadata"
    DATELINE = "dateline"
    TEXT = "text"
    OPTION = "option"
    DETECTED = "detected"
    UNKNOWN = "unknown"


@dataclass(frozen=True, slots=True)
class Dated:
    """A date with where it comes from; unknown stays unknown.

    Attributes:
        interval: The date, or None.
        basis: Where it comes from.
    """

    interval: Interval | None = None
    basis: Basis = Basis.UNKNOWN


@dataclass(frozen=True, slots=True)
class Labelled:
    """A name in the source's own words with where it comes from.

    Attributes:
        text: The words; empty where unknown.
        basis: Where they come from.
        span: Where in the text as shown, where they stand in it.
    """

    text: str = ""
    basis: Basis = Basis.UNKNOWN
    span: Span | None = None


class SegmentKind(StrEnum):
    """What a part of a page is."""

    HEADLINE = "headline"
    SUBHEADING = "subheading"
    CAPTION = "caption"
    DATELINE = "dateline"
    BYLINE = "byline"
    CREDIT = "credit"
    BODY = "body"
    FURNITURE = "furniture"


@dataclass(frozen=True, slots=True)
class Segment:
    """A part of a document's text; segments do not overlap and cover all of it but white space.

    Attributes:
        kind: What it is; a body segment is one paragraph.
        span: Its characters.
    """

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class OffsetMap:
    """The map between offsets in the text as shown and offsets in the decoded raw text.

    Stored as the points at which the difference changes, so an untouched text costs one entry.

    Attributes:
        shown: Offsets in the text as shown, ascending, the first 0.
        raw: For each, the offset in the decoded raw text.
    """

    shown: tuple[int, ...] = (0,)
    raw: tuple[int, ...] = (0,)

    def to_raw(self, offset: int) -> int:
        """Return the raw offset of an offset in the text as shown."""
        at = bisect_right(self.shown, offset) - 1
        return self.raw[at] + offset - self.shown[at]


@dataclass(frozen=True, slots=True)
class Document:
    """One version of one report: a text as it was received once.

    Attributes:
        id: Hash of the evidence, what it was read as, and the place inside it.
        series_id: The document that this is a version of: hash of the address where there is one, else the same as `id`.
        evidence_sha256: The bytes that it was read from.
        locator: Where those came from, as the user named it.
        label: What people call it: an id given in the input, else the file's stem.
        text: The text as shown; every span of the record counts its characters.
        segments: The parts of the text, in order.
        language: The language of the body.
        title: The headline, which may stand outside the text (then it has no span).
        outlet: Who published it.
        byline: Who wrote it.
        credits: Agencies and others credited.
        published: When it came out.
        captured: When this version was taken, where somebody said so.
        address: Where it was published, or None.
        dateline_place: Where it was filed from, as the dateline says.
        offsets: From the text as shown to the raw text.
        encoding: How the bytes were decoded.
        media_type: What the bytes were read as; the same bytes as a table and as plain text are two documents.
    """

    id: str
    series_id: str
    evidence_sha256: str
    locator: str
    label: str
    text: str
    segments: tuple[Segment, ...] = ()
    language: Language = Language.UNKNOWN
    title: Labelled = Labelled()
    outlet: Labelled = Labelled()
    byline: Labelled = Labelled()
    credits: tuple[Labelled, ...] = ()
    published: Dated = Dated()
    captured: Dated = Dated()
    address: str | None = None
    dateline_place: Labelled = Labelled()
    offsets: OffsetMap = OffsetMap()
    encoding: str = "utf-8"
    media_type: str = ""

    @property
    def dataset(self) -> str:
        """Key of the dataset that this is a row of; empty for a report."""
        return self.media_type.partition(";dataset=")[2]

    def segments_of(self, *kinds: SegmentKind) -> tuple[Segment, ...]:
        """Return the segments of these kinds, in order."""
        return tuple(segment for segment in self.segments if segment.kind in kinds)

    def segment_at(self, offset: int) -> Segment | None:
        """Return the segment that holds the character at `offset`, or None between segments."""
        at = bisect_right(self.segments, offset, key=lambda segment: segment.span.start) - 1
        if at < 0 or offset >= self.segments[at].span.end:
            return None
        return self.segments[at]
