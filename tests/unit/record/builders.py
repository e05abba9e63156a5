"""Claims with defaults, for tests of composing; who needs whole reports takes those of the laws."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from corro.model import (
    ActorKind,
    ActorValue,
    Claim,
    CountValue,
    Holder,
    PlaceValue,
    Slot,
    Support,
    TimeAnchor,
    TimeValue,
    Value,
)
from corro.record import Weights
from corro.values import Count, Interval, Place, Span

WHERE = Span(0, 4)


def a_claim(number: int = 1, *slots: Slot, **changes: object) -> Claim:
    """Return a claim of document `doc_<number>` held by `source <number>`."""
    holders = (Holder("speaker", f"source {number}"),)
    claim = Claim(f"doc_{number}", "V1", Span(number, number + 4), Span(0, 40), slots, holders)
    return replace(claim, **changes)  # type: ignore[arg-type]


def a_slot(role: str, value: Value, **changes: object) -> Slot:
    """Return a slot somewhere."""
    return replace(Slot(role, WHERE, value), **changes)  # type: ignore[arg-type]


def an_actor(label: str, role: str = "actor", **changes: object) -> Slot:
    """Return an actor's slot."""
    return a_slot(role, replace(ActorValue(label, kind=ActorKind.UNKNOWN), **changes))  # type: ignore[arg-type]


def on_day(day: int, anchor: TimeAnchor = TimeAnchor.OCCURRED, *, inferred: bool = False) -> Slot:
    """Return the slot of a day of February 2023."""
    return a_slot("time", TimeValue(Interval.day(date(2023, 2, day)), anchor), inferred=inferred)


def in_month(month: int = 2) -> Slot:
    """Return the slot of a month of 2023."""
    return a_slot("time", TimeValue(Interval.month(2023, month)))


def at(place: Place) -> Slot:
    """Return the slot of a place."""
    return a_slot("place", PlaceValue(place, "exact_name"))


def counting(number: int, role: str = "killed", **changes: object) -> Slot:
    """Return the slot of a figure."""
    return a_slot(role, replace(CountValue(Count.exactly(number)), **changes))  # type: ignore[arg-type]


def weights(same: tuple[str, str] | None = None) -> Weights:
    """Return weights by which every document is a lineage of its own, and two labels are one actor."""
    return Weights(_documents, _support, lambda one, other: {one.label, other.label} == set(same or ()))


def _documents(claims: Sequence[Claim]) -> int:
    return len({claim.document_id for claim in claims})


def _support(claims: Sequence[Claim], contested: bool) -> Support:
    if contested:
        return Support.CONTESTED
    return Support.CORROBORATED if _documents(claims) > 1 else Support.SINGLE_SOURCE
