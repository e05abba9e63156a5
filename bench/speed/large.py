"""A record of many events, made of model objects instead of texts: listing it can be timed without an hour of building."""

from datetime import date, timedelta
from pathlib import Path

from corro.model import (
    ActorValue,
    Analysis,
    Claim,
    Document,
    Event,
    EventValue,
    Evidence,
    Held,
    Holder,
    Lineage,
    PlaceValue,
    Slot,
    TimeValue,
)
from corro.model.answer import Composed
from corro.ports import Keyed, Store
from corro.values import Interval, Place, Span, content_id

EVENTS = 10_000
"""Events of the record that must be listed in under a second. Source: the speed part of the specification of the whole way."""

BATCH = 500
"""Events written in one transaction. Source: own choice; it changes the time to fill, not the time to list."""

TEXT = "Soldiers held Amadou Example at Gao on the day before, his family said."


def fill(path: Path, events: int = EVENTS) -> None:
    """Write a record of so many events, one a report and a day.

    Args:
        path: The record's file, which must not exist.
        events: How many.
    """
    from corro.store import SqliteStore

    store = SqliteStore.to_write(path)
    try:
        for first in range(0, events, BATCH):
            with store.transaction():
                _write(store, range(first, min(first + BATCH, events)))
    finally:
        store.close()


def _write(store: Store, numbers: range) -> None:
    documents = [_document(number) for number in numbers]
    claims = [_claim(number, document) for number, document in zip(numbers, documents, strict=True)]
    ids = [document.id for document in documents]
    for document in documents:
        evidence = Evidence(document.evidence_sha256, "text/plain", len(TEXT), f"{document.label}.txt")
        store.intake.add_evidence(evidence, TEXT.encode())
    store.intake.add([Keyed(Analysis(document, claims=(claim,))) for document, claim in zip(documents, claims, strict=True)])
    store.weighing.mark_linked(ids)
    store.weighing.replace_lineages(ids, [Lineage((name,)) for name in ids])
    store.composition.replace_composed([claim.id for claim in claims], [_composed(claim) for claim in claims])


def _day(number: int) -> date:
    return date(1990, 1, 1) + timedelta(days=number)


def _document(number: int) -> Document:
    name = f"report-{number:06d}"
    return Document(content_id("doc", name), content_id("doc", name), content_id("sha", name), name, name, TEXT)


def _claim(number: int, document: Document) -> Claim:
    place = Place("Gao", latitude=16.27, longitude=-0.04)
    return Claim(
        document_id=document.id,
        type="V5",
        trigger=Span(9, 13),
        passage=Span(0, len(TEXT)),
        slots=(
            Slot("actor", Span(0, 8), ActorValue("Soldiers", "Soldiers")),
            Slot("victim", Span(14, 28), ActorValue("Amadou Example", "Amadou Example")),
            Slot("place", Span(32, 35), PlaceValue(place, "exact_name")),
            Slot("time", Span(39, 53), TimeValue(Interval.day(_day(number)))),
        ),
        holders=(Holder("speaker", "his family"),),
    )


def _composed(claim: Claim) -> Composed:
    values = tuple(EventValue(slot.role, (_held(slot, claim),)) for slot in claim.slots)
    time, place = claim.slots[3].value, claim.slots[2].value
    event = Event(
        id=content_id("event", claim.id),
        type=claim.type,
        claims=(claim.id,),
        documents=(claim.document_id,),
        values=values,
        interval=time.interval if isinstance(time, TimeValue) else None,
        place=place.place if isinstance(place, PlaceValue) else None,
        title="Arrest: Amadou Example",
    )
    return Composed((claim.id,), event, names=(("actor", "Soldiers"), ("place", "Gao"), ("text", event.title)))


def _held(slot: Slot, claim: Claim) -> Held:
    if slot.value is None:
        raise ValueError(f"the slot {slot.role} has no value")
    return Held(slot.value, slot.span.of(TEXT), (claim.id,), ("his family",))
