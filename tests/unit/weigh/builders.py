"""Builders with defaults for what weighing reads."""

from datetime import UTC, date, datetime
from typing import Any

from corro.model import (
    ActorKind,
    ActorValue,
    Basis,
    Claim,
    CountValue,
    Dated,
    Decision,
    DecisionKind,
    Document,
    DurationValue,
    Holder,
    Labelled,
    PlaceValue,
    Segment,
    SegmentKind,
    Slot,
    TextValue,
    TimeAnchor,
    TimeValue,
    Value,
)
from corro.values import Bound, Count, Duration, Interval, Language, Place, PlaceKind, PlacePrecision, Span

ANYWHERE = Span(0, 4)


def a_document(name: str = "one", text: str = "", **given: Any) -> Document:
    """Return a document whose lines are the paragraphs of its body."""
    outlet, credit, published = given.pop("outlet", f"Outlet {name}"), given.pop("credit", ""), given.pop("published", "2022-07-21")
    return Document(
        id=f"doc_{name}",
        series_id=given.pop("series", f"doc_{name}"),
        evidence_sha256="",
        locator=name,
        label=name,
        text=text,
        segments=paragraphs(text),
        language=Language.of(given.pop("language", "en")),
        outlet=Labelled(outlet),
        credits=tuple(Labelled(part) for part in credit.split(" and ") if part),
        published=Dated(Interval.day(date.fromisoformat(published)), Basis.METADATA) if published else Dated(),
        **given,
    )


def paragraphs(text: str) -> tuple[Segment, ...]:
    """Return one body segment a line."""
    segments, start = [], 0
    for line in text.split("\n"):
        if line.strip():
            segments.append(Segment(SegmentKind.BODY, Span(start, start + len(line))))
        start += len(line) + 1
    return tuple(segments)


def a_claim(document: Document | str = "one", type: str = "V1", **given: Any) -> Claim:  # noqa: A002 - the model's own word
    """Return a claim; values are given by role, several of one role as a list."""
    name = document if isinstance(document, str) else document.id.removeprefix("doc_")
    kept = {key: given.pop(key) for key in list(given) if key in Claim.__dataclass_fields__}
    holders = kept.pop("holders", (Holder("outlet", f"Outlet {name}"),))
    trigger = kept.pop("trigger", ANYWHERE)
    return Claim(
        document_id=f"doc_{name}",
        type=type,
        trigger=trigger,
        passage=kept.pop("passage", trigger),
        slots=tuple(slot for role, value in given.items() for slot in slots(role, value)),
        holders=holders,
        **kept,
    )


def slots(role: str, value: Any) -> tuple[Slot, ...]:
    """Return the slots of a role; a slot given as such is kept."""
    values = value if isinstance(value, list) else [value]
    return tuple(item if isinstance(item, Slot) else Slot(role, ANYWHERE, item) for item in values)


def at_day(day: str, last: str = "", anchor: TimeAnchor = TimeAnchor.OCCURRED) -> TimeValue:
    """Return a date, or days from one to another."""
    first = date.fromisoformat(day)
    interval = Interval.day(first) if not last else Interval(first, date.fromisoformat(last))
    return TimeValue(interval, anchor)


def in_month(year: int, month: int) -> TimeValue:
    """Return a month."""
    return TimeValue(Interval.month(year, month))


def number(figure: int, bound: Bound = Bound.EXACT, **given: Any) -> CountValue:
    """Return a figure."""
    return CountValue(Count(figure, None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else figure, bound), **given)


def between(low: int, high: int, **given: Any) -> CountValue:
    """Return a range."""
    return CountValue(Count(low, high, Bound.RANGE), **given)


def somebody(label: str, kind: ActorKind = ActorKind.UNKNOWN, **given: Any) -> ActorValue:
    """Return an actor."""
    return ActorValue(label, kind=kind, **given)


def a_person(name: str, **given: Any) -> ActorValue:
    """Return a person."""
    return ActorValue(name, name, kind=ActorKind.PERSON, **given)


def a_place(name: str = "Oumba", latitude: float = 14.0, longitude: float = -4.0, **given: Any) -> PlaceValue:
    """Return a town."""
    kind, precision = given.pop("kind", PlaceKind.TOWN), given.pop("precision", PlacePrecision.EXACT)
    identifier = given.pop("gazetteer_id", f"test:{name}:{latitude}")
    country = given.pop("country", "ML")
    return PlaceValue(Place(name, kind, precision, latitude, longitude, identifier, country, **given), "exact_name")


def lasting(iso: str) -> DurationValue:
    """Return a stated length of time."""
    return DurationValue(Duration.of(iso))


def words(text: str) -> Value:
    """Return a value in words."""
    return TextValue(text)


def a_decision(verdict: str, *subjects: str, kind: DecisionKind = DecisionKind.SAME_EVENT, hour: int = 0) -> Decision:
    """Return somebody's judgement, at an hour of one day."""
    return Decision(kind, tuple(sorted(subjects)), verdict, "tester", datetime(2023, 1, 1, hour, tzinfo=UTC))
