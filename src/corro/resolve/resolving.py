"""Joins the parts: gives every slot of every claim its value, and collects the doubts."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corro.model import ActorValue, Analysis, Claim, Extraction, Issue, PlaceValue, Slot, TimeAnchor, TimeValue, Value
from corro.ports import Gazetteer
from corro.resolve.claims.actors import actor_value
from corro.resolve.claims.announcements import with_time_of_saying
from corro.resolve.claims.counting_windows import with_windows
from corro.resolve.claims.places import once_a_place, place_issues, place_value
from corro.resolve.claims.shifts import of_other_event
from corro.resolve.claims.times import TIME_ROLES, claim_issues, deadline_slots, time_issues, time_value
from corro.resolve.claims.told_dates import with_further_dates
from corro.resolve.places.doubts import names_no_place
from corro.resolve.scenery import Scenery, survey
from corro.values import Interval, Span


def resolve(extraction: Extraction, gazetteer: Gazetteer) -> Analysis:
    """Give the slots of a document's claims their values.

    Args:
        extraction: What was found in the document; its claims' slots of time and place have words and no value yet.
        gazetteer: Where place names are looked up.

    Returns:
        The document with its claims' values; what could not be resolved stays open, with its reason, and is an issue.
    """
    scenery = survey(extraction, gazetteer)
    statements = {statement.id: statement for statement in extraction.statements}
    claims = [with_time_of_saying(claim, statements, scenery) for claim in extraction.claims]
    claims = [with_further_dates(claim, claims, scenery) for claim in claims]
    claims = [_with_times_and_places(claim, scenery, gazetteer) for claim in claims]
    claims = [with_windows(claim, scenery) for claim in claims]
    claims = _with_deadlines(claims, scenery)
    claims = [_with_actors(claim, scenery) for claim in claims]
    issues = [*extraction.issues, *time_issues(scenery), *_issues(claims, scenery)]
    annotated = extraction.annotated
    return Analysis(annotated.document, annotated.mentions, extraction.statements, tuple(claims), issues=_once(issues))


def _with_times_and_places(claim: Claim, scenery: Scenery, gazetteer: Gazetteer) -> Claim:
    slots = [_filled(claim, slot, scenery, gazetteer) for slot in claim.slots]
    return replace(claim, slots=tuple(slot for slot in slots if not _is_elsewhere(claim, slot, scenery)))


def _is_elsewhere(claim: Claim, slot: Slot, scenery: Scenery) -> bool:
    """Whether a slot's words tell the time or place of something else, so that the claim has no such slot."""
    if slot.role == "time" and slot.rule.startswith("events."):
        return of_other_event(claim, slot, scenery.document.text)
    return isinstance(slot.value, PlaceValue) and names_no_place(claim, slot, slot.value.place, scenery)


def _filled(claim: Claim, slot: Slot, scenery: Scenery, gazetteer: Gazetteer) -> Slot:
    if slot.value is not None:
        return slot
    value: Value | None = None
    if slot.role in TIME_ROLES:
        value = time_value(claim, slot, scenery)
    elif slot.role == "place":
        value = place_value(slot, scenery, gazetteer)
    if slot.role == "time" and isinstance(value, TimeValue) and value.anchor is TimeAnchor.DEADLINE:
        slot = replace(slot, role="deadline")
    return replace(slot, value=value) if value is not None else slot


def _with_deadlines(claims: Sequence[Claim], scenery: Scenery) -> list[Claim]:
    linked = _fellows(claims)
    return [
        replace(claim, slots=(*claim.slots, *deadline_slots(claim, tuple(claims[at] for at in sorted(linked[place])), scenery)))
        for place, claim in enumerate(claims)
    ]


def _fellows(claims: Sequence[Claim]) -> list[set[int]]:
    """Return, for each claim, the places of those that the text takes up as the same event, either way."""
    by_trigger: dict[Span, list[int]] = {}
    for place, claim in enumerate(claims):
        by_trigger.setdefault(claim.trigger, []).append(place)
    linked: list[set[int]] = [set() for _ in claims]
    for place, claim in enumerate(claims):
        for other in (at for span in claim.same_as for at in by_trigger.get(span, ())):
            if other != place and claims[other].type == claim.type:
                linked[place].add(other)
                linked[other].add(place)
    return linked


def _with_actors(claim: Claim, scenery: Scenery) -> Claim:
    day = _day_of(claim)
    slots = [
        replace(slot, value=actor_value(slot.value, slot, scenery, day)) if isinstance(slot.value, ActorValue) else slot
        for slot in claim.slots
    ]
    return replace(claim, slots=tuple(slots))


def _day_of(claim: Claim) -> Interval | None:
    values = [slot.value for slot in claim.slots_of("time") if isinstance(slot.value, TimeValue)]
    return next((value.interval for value in values if value.interval is not None), None)


def _issues(claims: Iterable[Claim], scenery: Scenery) -> list[Issue]:
    found: list[Issue] = []
    for claim in claims:
        found += claim_issues(claim, scenery)
        for slot in claim.slots_of("place"):
            if isinstance(slot.value, PlaceValue):
                found += place_issues(slot, slot.value, scenery)
    return found


def _once(issues: Iterable[Issue]) -> tuple[Issue, ...]:
    return tuple({issue.id: issue for issue in once_a_place(issues)}.values())
