"""Claims as people edited them: a corrected value stands where the machine's stood, which stays on the claim as it was read."""

from collections.abc import Iterable, Sequence
from dataclasses import replace

from corro.errors import BadValueError
from corro.model import (
    CORRECTED,
    ActorValue,
    Claim,
    CountValue,
    Decision,
    DecisionKind,
    DurationValue,
    PlaceValue,
    Slot,
    TextValue,
    TimeValue,
    Value,
    standing,
)
from corro.values import Count, Duration, fold, read_edtf
from corro.vocab import actor_ids_by_name
from corro.vocab.figures import read_figure

NAMED = "named:"
"""Begins the rule of a slot whose label a person held to mean a known actor; the decision's id follows (law 1)."""


def judged_claims(claims: Sequence[Claim], decisions: Sequence[Decision]) -> tuple[Claim, ...]:
    """Return claims as people's edits, and their judgements on names, have them.

    Args:
        claims: Claims as they were read.
        decisions: Decisions that may name them.

    Returns:
        The claims in the same order, under the same ids. With the edits undone they are what they were.
    """
    held = [one for one in standing(tuple(decisions)) if one.kind in (DecisionKind.EDIT, DecisionKind.SAME_ACTOR)]
    if not held:
        return tuple(claims)
    return tuple(_judged(claim, [one for one in held if claim.id in one.subjects]) for claim in claims)


def _judged(claim: Claim, decisions: Iterable[Decision]) -> Claim:
    for decision in decisions:
        if decision.kind is DecisionKind.SAME_ACTOR:
            claim = replace(claim, slots=tuple(_named(slot, decision) for slot in claim.slots))
        for role, text in decision.edits:
            claim = _with(claim, role, text, decision.id)
    return claim


def _named(slot: Slot, decision: Decision) -> Slot:
    """Return a slot whose label a person held, or did not hold, to mean a known actor."""
    value = slot.value
    if not isinstance(value, ActorValue) or decision.topic not in (value.inferred_id, *value.candidates):
        return slot
    if decision.verdict == "same":
        known = replace(value, actor_id=decision.topic, inferred_id=None, candidates=())
        return replace(slot, value=known, rule=f"{NAMED}{decision.id}")
    left = tuple(name for name in value.candidates if name != decision.topic)
    inferred = None if value.inferred_id == decision.topic else value.inferred_id
    return replace(slot, value=replace(value, inferred_id=inferred, candidates=left)) if decision.verdict == "not_same" else slot


def _with(claim: Claim, role: str, text: str, decision: str) -> Claim:
    kept = tuple(slot for slot in claim.slots if slot.role != role)
    if not text:
        return replace(claim, slots=kept)
    before = claim.slots_of(role)
    new = replace(edited_slot(claim, role, text), rule=f"{CORRECTED}{decision}")
    place = claim.slots.index(before[0]) if before else len(kept)
    return replace(claim, slots=(*kept[:place], new, *kept[place:]))


def edited_slot(claim: Claim, role: str, text: str) -> Slot:
    """Return the slot that a person's correction gives.

    Args:
        claim: The claim.
        role: The role; it need not be told yet.
        text: What it is to hold, of the kind that it holds now: a time in EDTF form, a figure, a length of time, words.

    Returns:
        The slot over the characters that the machine read, or over the claim's trigger where it read none.

    Raises:
        BadValueError: The text cannot be read as a value of that role.
    """
    before = next(iter(claim.slots_of(role)), None)
    try:
        value = _value(role, before.value if before else None, text)
    except ValueError as error:
        raise BadValueError(f"Role {role}: cannot take {text[:60]!r} ({error}).", column=role) from error
    return Slot(role, before.span if before else claim.trigger, value)


_TIMES = frozenset({"time", "deadline", "window", "as_of"})
_ACTORS = frozenset({"actor", "target", "victim", "announced_by", "proposed_by", "briefer", "presidency", "accused", "body"})


def _value(role: str, before: Value | None, text: str) -> Value:
    match before:
        case TimeValue():
            return replace(before, interval=read_edtf(text), reason="", timex="", rule="")
        case CountValue():
            return replace(before, count=_count(text))
        case DurationValue():
            return DurationValue(Duration.of(text))
        case PlaceValue():
            return _place(before, text)
        case ActorValue():
            return replace(_actor(text), kind=before.kind)
        case TextValue():
            return TextValue(text)
        case _:
            return _new_value(role, text)


def _new_value(role: str, text: str) -> Value:
    if role in _TIMES:
        return TimeValue(read_edtf(text))
    if role == "place":
        return PlaceValue(None, reason="named by a person", name=text)
    return _actor(text) if role in _ACTORS else TextValue(text)


def _count(text: str) -> Count:
    if text.strip().isdigit():
        return Count.exactly(int(text))
    return read_figure(text)[0]


def _place(before: PlaceValue, text: str) -> PlaceValue:
    """Return the place of that name among those that it could be; another stays open under the name that the person gave."""
    could_be = [place for place in (before.place, *before.candidates) if place is not None and fold(place.name) == fold(text)]
    if could_be:
        return PlaceValue(could_be[0], "named by a person")
    return PlaceValue(None, reason="named by a person", name=text)


def _actor(text: str) -> ActorValue:
    known = actor_ids_by_name().get(fold(text), ())
    return ActorValue(text, text, known[0] if len(known) == 1 else None)
