"""A claim with what linking may know of its document: metadata and the words of its passage, and nothing of the corpus."""

import re
from dataclasses import dataclass

from corro.model import ActorValue, Claim, CountValue, Document, PlaceValue, TimeAnchor, TimeValue
from corro.values import Count, Interval, Language, Place, fold
from corro.weigh.calendar_words import YearDay, year_day

OWN_ANCHORS = (TimeAnchor.OCCURRED, TimeAnchor.ANNOUNCED, TimeAnchor.NOTIFIED, TimeAnchor.EFFECTIVE)
"""Anchors whose dates are the event's own; a deadline, a lifting and an as-of are dates of something else."""

PARTY_ROLES = ("target", "victim", "actor", "briefer", "body", "announced_by", "presidency", "resolution", "instrument")
"""Roles that name parties."""

LEAST_LETTERS = 4
"""Shortest word that counts as content: below it stand mostly articles and prepositions. Source: chosen on kasanda-dev, 2026-11."""

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
    )


def headline_names(document: Document) -> frozenset[str]:
    """Return the folded capitalised words of the headline."""
    return frozenset(fold(word) for word in _WORD.findall(document.title.text) if word[0].isupper())


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
    """Return when the event was, as this claim has it; conditional dates and dates of deadlines are left out."""
    times = [slot.value for slot in claim.slots_of("time") if isinstance(slot.value, TimeValue) and not slot.value.condition]
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
