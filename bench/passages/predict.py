"""Events of a passage in the format of the scorer: claims about one event, as the document itself shows, are one event."""

import re
from collections.abc import Iterable, Iterator, Sequence

from bench.analysed import analyses, ends, raw
from bench.frame import Line
from corro.model import Claim, CountValue, Document, DurationValue, PlaceValue, Slot, TimeAnchor, TimeValue
from corro.values import Duration

OF_THE_EVENT = (TimeAnchor.OCCURRED, TimeAnchor.EFFECTIVE, TimeAnchor.DEADLINE)
"""Anchors of dates that are the event's own; what is announced has the date when it is to be.

Source: ../shared/gold/passages.md, rules of marking.
"""

UNITS = {
    **{role: role for role in ("killed", "injured", "arrested", "abducted", "missing", "displaced")},
    **{role: role for role in ("votes_for", "votes_against", "abstentions", "occasions", "patrols")},
    "requests": "flight_requests",
    "denominator": "flight_requests",
    "troops": "soldiers",
}
"""Units of the set by role; whatever else is counted is `other`."""


SOLDIERS = re.compile(r"soldi|soldat|troop|troupe|\bmen\b|hommes?\b|milita", re.IGNORECASE)
"""Nouns for soldiers, in contrast to police and to peacekeepers named by their country. Source: units of the gold data."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's events."""
    for line, analysis in analyses(lines):
        found = [event(claims, analysis.document) for claims in by_event(analysis.claims)]
        yield {"id": line["id"], "events": found}


def by_event(claims: Sequence[Claim]) -> list[list[Claim]]:
    """Group claims of one type that the document ties together, or that stand on one trigger, in order of the text."""
    groups: list[list[Claim]] = []
    for claim in claims:
        group = next((group for group in groups if any(_same(claim, other) for other in group)), None)
        if group is None:
            groups.append([claim])
        else:
            group.append(claim)
    return groups


def _same(one: Claim, other: Claim) -> bool:
    tied = one.trigger in (other.trigger, *other.same_as) or other.trigger in one.same_as
    return one.type == other.type and tied


def unit_of(role: str, value: CountValue) -> str:
    """Return the set's unit of a count; those whom a State sends to a mission are soldiers only where the text calls them so."""
    if role == "troops" and value.population and not SOLDIERS.search(value.population):
        return "peacekeepers"
    return UNITS.get(role, "other")


def event(claims: Sequence[Claim], document: Document) -> Line:
    """Return the event that claims of one passage are about; the first claim names it, and the others fill what it leaves open."""
    slots = [slot for claim in claims for slot in claim.slots]
    return {
        "type": claims[0].type,
        "trigger": raw(document, claims[0].trigger),
        **{role: named(slots, role, document) for role in ("actor", "target", "victim")},
        "place": named(slots, "place", document),
        "date": date_of(slots, document),
        "counts": [count for slot in slots if (count := count_of(slot, document))],
        "modality": claims[0].modality.value,
    }


def named(slots: Sequence[Slot], role: str, document: Document) -> Line | None:
    """Return the first filling of a role with its words, or the name of the place where it is resolved."""
    slot = next((slot for slot in slots if slot.role == role), None)
    if slot is None:
        return None
    place = slot.value.place if isinstance(slot.value, PlaceValue) else None
    return {"span": raw(document, slot.span), "name": place.name if place else slot.span.of(document.text)}


def date_of(slots: Sequence[Slot], document: Document) -> Line | None:
    """Return the first date of the event itself that is resolved, or None."""
    for slot in slots:
        value = slot.value
        if isinstance(value, TimeValue) and _of_the_event(value, document) and not value.condition and ends(value.interval):
            return {"interval": ends(value.interval), "span": raw(document, slot.span)}
    return None


def _of_the_event(value: TimeValue, document: Document) -> bool:
    """Say whether a date is the event's own: also one told with an announcement, where it lies ahead of the document's own."""
    if value.anchor is not TimeAnchor.ANNOUNCED:
        return value.anchor in OF_THE_EVENT
    published, due = ends(document.published.interval), ends(value.interval)
    return published is not None and due is not None and due[0] > published[1]


def length_of(duration: Duration) -> tuple[int | None, str]:
    """Return the number of a length of time and the set's unit, which has hours and days only."""
    if duration.hours or duration.days:
        return (duration.hours, "hours") if duration.hours else (duration.days, "days")
    return duration.years or duration.months or duration.weeks, "other"


def count_of(slot: Slot, document: Document) -> Line | None:
    """Return a count or a stated length of time, or None for what is neither."""
    if isinstance(slot.value, CountValue):
        count = slot.value.count
        figures = {"min": count.minimum, "max": count.maximum, "bound": count.bound.value}
        return {"span": raw(document, slot.span), **figures, "unit": unit_of(slot.role, slot.value)}
    if isinstance(slot.value, DurationValue):
        number, unit = length_of(slot.value.duration)
        return {"span": raw(document, slot.span), "min": number, "max": number, "bound": "exact", "unit": unit} if number else None
    return None
