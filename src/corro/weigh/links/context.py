"""A claim with what linking may know of its document: metadata and the words of its passage, and nothing of the corpus."""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from types import MappingProxyType

from corro.model import ActorValue, Claim, CountValue, Document, PlaceValue, SegmentKind, TimeAnchor, TimeValue
from corro.values import Count, Interval, Language, Place, PlaceKind, PlacePrecision, fold
from corro.weigh.calendar_words import YearDay, year_day

OWN_ANCHORS = (TimeAnchor.OCCURRED, TimeAnchor.ANNOUNCED, TimeAnchor.NOTIFIED, TimeAnchor.EFFECTIVE)
"""Anchors whose dates are the event's own; a deadline, a lifting and an as-of are dates of something else."""

PARTY_ROLES = ("target", "victim", "actor", "briefer", "body", "announced_by", "presidency", "resolution", "instrument")
"""Roles that name parties."""

TOWNS = (PlacePrecision.EXACT, PlacePrecision.NEAR)
"""Precisions of a place that tells one event from another."""

LEAST_LETTERS = 4
"""Shortest word that counts as content: below it stand mostly articles and prepositions. Source: chosen on kasanda-dev, 2026-11."""

TALLIED_ROLES = frozenset({"requests", "occasions", "patrols"})
"""Roles of what obstruction is counted in: one count is told on as flights, occasions or patrols (docs/codebook.md, D01)."""

RARE_FROM = 20
"""Figures from which one number is rare. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

ROUND_TO = 10
"""Figures that this divides are no rare ones: they are easily given for others. Source: as above."""

TITLE_CASE_SHARE = 0.7
"""Share of capitalised words from which a headline is set in capitals throughout and tells no names. Source: as above."""

_HEADLINES_KEPT = 256
"""Documents whose headline's names are kept: each of a document's claims asks for them. Source: own choice, some batches."""

_WORD = re.compile(r"[^\W\d_]{4,}")
_MARKED = re.compile(
    r"\b(?:another|second|third|fourth|previous|earlier|last year's|new|again|autre|deuxième|second[e]?|troisième|"
    r"nouve(?:au|l|lle)|précédent[e]?|à nouveau)\b",
    re.IGNORECASE,
)
"""Words that tell one event from others of its type. Source: own list, 2026-11."""

_MARK_REACH = 24
"""Characters before the trigger in which such a word belongs to it. Source: chosen on the seed and kasanda-dev, 2026-11."""


@dataclass(frozen=True, slots=True)
class ClaimInContext:
    """A claim with what linking may look at.

    Attributes:
        claim: The claim.
        published: When its document came out, or None.
        outlet: Who published it, folded, or empty.
        series_id: The document that it is a version of.
        language: The document's language.
        words: Folded content words of its passage.
        marked: Whether the text sets it apart from others of its type ("another", "second").
        headline: Folded names of the headline; they tell the place of what the text leaves unplaced.
        year_day: Day of the year that it names where the year stays open.
        interval: When the event was, as the claim has it.
        places: Places of the event that are resolved.
        parties: Actors by role.
        counts: Figures by role.
        figures: Those of its figures that are unlikely to be another's by chance.
        leading: Whether it stands in the headline or the first paragraph, so that its document is about it.
    """

    claim: Claim
    published: Interval | None = None
    outlet: str = ""
    series_id: str = ""
    language: Language = Language.UNKNOWN
    words: frozenset[str] = frozenset()
    marked: bool = False
    headline: frozenset[str] = frozenset()
    year_day: YearDay | None = None
    interval: Interval | None = None
    places: tuple[Place, ...] = ()
    parties: Mapping[str, tuple[ActorValue, ...]] = field(default_factory=lambda: MappingProxyType({}))
    counts: Mapping[str, tuple[Count, ...]] = field(default_factory=lambda: MappingProxyType({}))
    figures: frozenset[int] = frozenset()
    leading: bool = False

    @property
    def bare(self) -> bool:
        """Whether the claim gives neither date nor town; a country, region or river tells little."""
        placed = any(is_town(place) for place in self.places)
        return self.interval is None and self.year_day is None and not placed


def in_context(claim: Claim, document: Document) -> ClaimInContext:
    """Put a claim together with what linking may know of its document.

    Args:
        claim: The claim.
        document: The document that it stands in.

    Returns:
        The claim in its context.
    """
    text = document.text
    lead = text[max(claim.passage.start, claim.trigger.start - _MARK_REACH) : claim.trigger.end]
    return ClaimInContext(
        claim=claim,
        published=document.published.interval,
        outlet=fold(document.outlet.text),
        series_id=document.series_id,
        language=document.language,
        words=frozenset(fold(word) for word in _WORD.findall(claim.passage.of(text))),
        marked=bool(_MARKED.search(lead)),
        headline=headline_names(document),
        year_day=open_day(claim, document),
        interval=interval_of(claim),
        places=places_of(claim),
        parties={role: found for role in PARTY_ROLES if (found := parties_of(claim, role))},
        counts=counts_of(claim),
        figures=rare_figures(claim),
        leading=_leading(claim, document),
    )


def _leading(claim: Claim, document: Document) -> bool:
    """Say whether a claim stands in a headline or in the first paragraph of the body."""
    segment = document.segment_at(claim.trigger.start)
    if segment is None or segment.kind is SegmentKind.HEADLINE:
        return segment is not None
    first = next((part for part in document.segments if part.kind is SegmentKind.BODY), None)
    return first is not None and segment.span == first.span


def is_town(place: Place) -> bool:
    """Say whether a place tells one event from another; a river, a range or an area does not, however near its point."""
    return place.precision in TOWNS and place.kind not in (PlaceKind.WATER, PlaceKind.TERRAIN, PlaceKind.AREA)


def headline_names(document: Document) -> frozenset[str]:
    """Return the folded capitalised words of the headline; none where nearly all words have capitals."""
    return _headline_names(document.title.text, document.text)


@lru_cache(maxsize=_HEADLINES_KEPT)
def _headline_names(title: str, text: str) -> frozenset[str]:
    words = _WORD.findall(title)
    capital = [word for word in words if word[0].isupper()]
    if len(words) > 2 and len(capital) > TITLE_CASE_SHARE * len(words):
        return frozenset()
    if capital and capital[0] == words[0] and not _inside_sentence(capital[0], text):
        capital = capital[1:]
    return frozenset(fold(word) for word in capital)


def _inside_sentence(word: str, text: str) -> bool:
    """Say whether a word keeps its capital inside a sentence; a headline's first word has one whatever it is."""
    return re.search(rf"[^\W\d_],? (?:[dl]['’])?{re.escape(word)}\b", text) is not None


def open_day(claim: Claim, document: Document) -> YearDay | None:
    """Return the day of the year that a claim names for the event where the year stays open, or None."""
    if interval_of(claim) is not None:
        return None
    spans = [
        slot.span
        for slot in claim.slots_of("time")
        if isinstance(slot.value, TimeValue) and slot.value.interval is None and slot.value.anchor in OWN_ANCHORS
    ]
    return next((day for span in spans if (day := year_day(span.of(document.text)))), None)


def interval_of(claim: Claim) -> Interval | None:
    """Return when the event was, as this claim has it, for a sum over a period the period.

    Conditional dates and dates of deadlines are left out.
    """
    slots = claim.slots_of("time") or claim.slots_of("window")
    times = [slot.value for slot in slots if isinstance(slot.value, TimeValue) and not slot.value.condition]
    own = [value for value in times if value.anchor in OWN_ANCHORS and value.interval is not None]
    own.sort(key=lambda value: OWN_ANCHORS.index(value.anchor))
    return own[0].interval if own else None


def places_of(claim: Claim) -> tuple[Place, ...]:
    """Return the places of the event that are resolved."""
    values = (slot.value for slot in claim.slots_of("place"))
    return tuple(value.place for value in values if isinstance(value, PlaceValue) and value.place is not None)


def parties_of(claim: Claim, role: str) -> tuple[ActorValue, ...]:
    """Return the actors in a role."""
    return tuple(slot.value for slot in claim.slots_of(role) if isinstance(slot.value, ActorValue))


def counts_of(claim: Claim) -> dict[str, tuple[Count, ...]]:
    """Return the figures by role."""
    found: dict[str, list[Count]] = {}
    for slot in claim.slots:
        if isinstance(slot.value, CountValue):
            found.setdefault(slot.role, []).append(slot.value.count)
    return {role: tuple(counts) for role, counts in found.items()}


def rare_figures(claim: Claim) -> frozenset[int]:
    """Return the figures of a claim that are unlikely to be another's by chance.

    Args:
        claim: The claim.

    Returns:
        For obstruction the numbers of requests, occasions and patrols, else all; round ones and small ones are left out.
    """
    told = counts_of(claim)
    roles = told.keys() & TALLIED_ROLES if claim.type[0] == "O" else told.keys()
    points = {count.point for role in roles for count in told[role] if count.point is not None}
    return frozenset(point for point in points if point >= RARE_FROM and point % ROUND_TO)
