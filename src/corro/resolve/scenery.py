"""Everything about one document that its claims' values are drawn from: its times, its places, its names, its country."""

from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import pairwise
from typing import TypeVar

from corro.model import Document, Extraction, Mention, MentionKind, SegmentKind, Token
from corro.ports import Gazetteer
from corro.resolve.places.where import PlaceMention, home_country, where
from corro.resolve.times.mention import TimeMention
from corro.resolve.times.when import when
from corro.values import Span

_TOLD = (SegmentKind.HEADLINE, SegmentKind.SUBHEADING, SegmentKind.BODY)
_PLACED = (*_TOLD, SegmentKind.CAPTION)
_ZONE_ZERO = frozenset({"BF", "CI", "GH", "GM", "GN", "GW", "LR", "ML", "MR", "SL", "SN", "TG"})
"""Countries whose clocks show UTC all year. Source: IANA time zone database, Africa/Abidjan and its links, Bissau, Monrovia."""

_NOT_PLACES = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP)

LONGEST_ITEM = 500
"""Characters that no name, time or place is longer than. Source: own judgement: fourteen words, the longest post, are 150."""

Spanned = TypeVar("Spanned", TimeMention, PlaceMention, Mention)


@dataclass(frozen=True, slots=True)
class Scenery:
    """What the whole document gives.

    Attributes:
        document: The document.
        published: The day that it came out, or None where that is unknown or longer than a day.
        times: Its times, in order of the text.
        places: Its places, in order.
        mentions: Its names, in order.
        country: The country that it mostly speaks of, or None.
        tokens: Its words with their grammar, in order; none where it was not parsed.
    """

    document: Document
    published: date | None
    times: tuple[TimeMention, ...] = ()
    places: tuple[PlaceMention, ...] = ()
    mentions: tuple[Mention, ...] = ()
    country: str | None = None
    tokens: Sequence[Token] = ()

    @property
    def clock_is_utc(self) -> bool:
        """Whether an hour without a zone is UTC in the country that the document speaks of."""
        return self.country in _ZONE_ZERO

    def token_in(self, span: Span) -> Token | None:
        """Return the first word of a span whose head lies outside it: the word by which the span hangs in its sentence."""
        first = bisect_left(self.tokens, span.start, key=lambda token: token.start)
        inside = range(first, bisect_left(self.tokens, span.end, key=lambda token: token.start))
        return next((self.tokens[at] for at in inside if self.tokens[at].head not in inside or self.tokens[at].head == at), None)

    def times_in(self, span: Span) -> list[TimeMention]:
        """Return the times that share characters with a span."""
        return _overlapping(self.times, span)

    def places_in(self, span: Span) -> list[PlaceMention]:
        """Return the places that share characters with a span."""
        return _overlapping(self.places, span)

    def mentions_in(self, span: Span) -> list[Mention]:
        """Return the names that share characters with a span."""
        return _overlapping(self.mentions, span)


def _overlapping(items: Sequence[Spanned], span: Span) -> list[Spanned]:
    """Return the items, in order of the text, that share characters with a span; a long text is not searched from its beginning."""
    first = bisect_left(items, span.start - LONGEST_ITEM, key=_start)
    last = bisect_left(items, span.end, key=_start)
    return [item for item in items[first:last] if item.span.overlaps(span)]


def _start(item: Spanned) -> int:
    return item.span.start


def survey(extraction: Extraction, gazetteer: Gazetteer) -> Scenery:
    """Find the times, places and names of a document.

    Args:
        extraction: What was found in it.
        gazetteer: Where place names are looked up.

    Returns:
        What its claims' values are drawn from; nothing for a language that is not analysed.
    """
    document, mentions = extraction.annotated.document, extraction.annotated.mentions
    published = publication_day(document)
    if not document.language.analysed:
        return Scenery(document, published, mentions=mentions)
    told = _only(document, _PLACED)
    spared = tuple(mention.span for mention in mentions if mention.kind in _NOT_PLACES and mention.proposed_by != "ner")
    readings = _readings(extraction)
    places = tuple(place for one in readings for place in where(_only(one, _PLACED), one.language, gazetteer, spared))
    country = home_country(told, places)
    times = tuple(time for one in readings for time in _times(one, published, country))
    if len(readings) > 1:
        places, times = tuple(sorted(places, key=_start)), tuple(sorted(times, key=_start))
    return Scenery(document, published, times, places, mentions, country, extraction.annotated.tokens)


def _readings(extraction: Extraction) -> list[Document]:
    """Return the document, and what it says in another language as a document of that one; each is blank where the other stands."""
    document = extraction.annotated.document
    others = [other.document for other in extraction.annotated.others]
    spans = sorted(segment.span for other in others for segment in other.segments)
    edges = [0, *(edge for span in spans for edge in (span.start, span.end)), len(document.text)]
    parts = [document.text[start:end] for start, end in pairwise(edges)]
    rest = "".join(_blank(part) if at % 2 else part for at, part in enumerate(parts))
    return [replace(document, text=rest) if others else document, *others]


def publication_day(document: Document) -> date | None:
    """Return the day of publication, or None where it is unknown or not known to the day."""
    interval = document.published.interval
    return interval.first if interval is not None and interval.first == interval.last else None


def _times(document: Document, published: date | None, country: str | None) -> tuple[TimeMention, ...]:
    """Return the times of headline and body together, and of each caption by itself, for it counts from nothing in the body."""
    zone = 0 if country in _ZONE_ZERO else None
    found = list(when(_only(document, _TOLD), published, document.language, zone))
    for caption in document.segments_of(SegmentKind.CAPTION):
        shown = " " * caption.span.start + caption.span.of(document.text)
        found += when(shown, published, document.language, zone)
    return tuple(sorted(found, key=lambda mention: mention.span))


def _only(document: Document, kinds: tuple[SegmentKind, ...]) -> str:
    """Return the text with everything but these segments blanked, so that offsets stay; all of it where it has no segments."""
    if not document.segments:
        return document.text
    pieces, at = [], 0
    for segment in document.segments_of(*kinds):
        pieces += [_blank(document.text[at : segment.span.start]), segment.span.of(document.text)]
        at = segment.span.end
    return "".join([*pieces, _blank(document.text[at:])])


def _blank(text: str) -> str:
    """Return as much white space, ends of lines kept."""
    return "".join("\n" if letter == "\n" else " " for letter in text)
