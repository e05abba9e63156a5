"""Reports with claims, made for tests: small sentences whose spans are known, put together without any parser."""

import re
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from typing import Any

from corro.model import (
    ActorKind,
    ActorValue,
    Analysis,
    Basis,
    Claim,
    CountValue,
    Dated,
    Document,
    Holder,
    Labelled,
    Modality,
    PlaceValue,
    Segment,
    SegmentKind,
    Slot,
    TimeValue,
    Value,
)
from corro.pipeline.keying import keyed
from corro.pipeline.options import silent
from corro.pipeline.weighing import weigh
from corro.store import SqliteStore
from corro.values import Count, Interval, Language, Place, PlaceKind, PlacePrecision, Span, content_id

PLACES = {
    "Aram": Place("Aram", PlaceKind.TOWN, PlacePrecision.EXACT, 10.0, 1.0, "test:1", "QQ"),
    "Belo": Place("Belo", PlaceKind.TOWN, PlacePrecision.EXACT, 12.0, 3.0, "test:2", "QQ"),
}


@dataclass(frozen=True)
class Told:
    """What one sentence of a report tells.

    Attributes:
        type: Code of the event type.
        actor: Who did it.
        victim: To whom.
        place: Where, a key of PLACES, or a name that nothing knows.
        day: When, or None where the sentence does not say.
        killed: How many, or None.
        modality: How it is told.
        speaker: Who says so, or empty for the report itself.
        segment: Kind of segment that it stands in.
        cumulative: Whether the figure adds up several events.
    """

    type: str = "V1"
    actor: str = "armed men"
    victim: str = "villagers"
    place: str = "Aram"
    day: date | None = date(2023, 2, 5)
    killed: int | None = 12
    modality: Modality = Modality.HAPPENED
    speaker: str = ""
    segment: str = "body"
    cumulative: bool = False


@dataclass(frozen=True)
class Report:
    """One report of the test's world.

    Attributes:
        told: Its sentences.
        outlet: Who published it.
        published: When.
        filler: Sentences of its own that tell of nothing.
        credit: The agency credited, or empty.
        address: Where it was published, or empty.
    """

    told: tuple[Told, ...] = (Told(),)
    outlet: str = "Aram Gazette"
    published: date | None = date(2023, 2, 6)
    filler: str = ""
    credit: str = ""
    address: str = ""


class _Writer:
    """Writes a text and remembers where each part of it stands."""

    def __init__(self) -> None:
        self.text = ""

    def add(self, words: str) -> Span:
        start = len(self.text)
        self.text += words
        return Span(start, len(self.text))


def an_analysis(report: Report = Report()) -> Analysis:
    """Write a report and return its analysis; the same report always gives the same."""
    writer = _Writer()
    drafts = [_sentence(writer, told) for told in report.told]
    filler = writer.add(report.filler) if report.filler else None
    bare = Document(
        id=content_id("doc", report.outlet, str(report.published), report.address, writer.text),
        series_id="",
        evidence_sha256=content_id("evidence", report.outlet, writer.text),
        locator="test",
        label="test",
        text=writer.text,
        segments=_segments([(span, told.segment) for told, (span, _) in zip(report.told, drafts, strict=True)], filler),
        language=Language.ENGLISH,
        outlet=Labelled(report.outlet, Basis.METADATA),
        credits=(Labelled(report.credit, Basis.METADATA),) if report.credit else (),
        published=Dated(Interval.day(report.published), Basis.METADATA) if report.published else Dated(),
        address=report.address or None,
    )
    document = _in_series(bare, report.address)
    claims = [_claim(document, report, told, span, slots) for told, (span, slots) in zip(report.told, drafts, strict=True)]
    by_id = {claim.id: claim for claim in claims}
    return Analysis(document, claims=tuple(sorted(by_id.values(), key=lambda claim: (claim.trigger, claim.id))))


def _in_series(document: Document, address: str) -> Document:
    return replace(document, series_id=content_id("series", address) if address else document.id)


def _segments(sentences: Sequence[tuple[Span, str]], filler: Span | None) -> tuple[Segment, ...]:
    parts = [Segment(SegmentKind(kind), span) for span, kind in sentences]
    return (*parts, *([Segment(SegmentKind.BODY, filler)] if filler else []))


def _sentence(writer: _Writer, told: Told) -> tuple[Span, list[tuple[str, Span, Value]]]:
    start = len(writer.text)
    slots: list[tuple[str, Span, Value]] = []
    slots.append(("actor", writer.add(told.actor), ActorValue(told.actor, kind=ActorKind.ARMED_GROUP)))
    writer.add(" attacked ")
    slots.append(("victim", writer.add(told.victim), ActorValue(told.victim, kind=ActorKind.CIVILIANS)))
    writer.add(" at ")
    known = PLACES.get(told.place)
    place = PlaceValue(known, "exact_name") if known else PlaceValue(None, reason=f"no gazetteer has {told.place}", name=told.place)
    slots.append(("place", writer.add(told.place), place))
    if told.day:
        writer.add(" on ")
        slots.append(("time", writer.add(told.day.isoformat()), TimeValue(Interval.day(told.day))))
    if told.killed is not None:
        writer.add(", killing ")
        figure = CountValue(Count.exactly(told.killed), cumulative=told.cumulative)
        slots.append(("killed", writer.add(str(told.killed)), figure))
    if told.speaker:
        writer.add(f", {told.speaker} said")
    writer.add(".")
    span = Span(start, len(writer.text))
    writer.add("\n")
    return span, slots


def _claim(document: Document, report: Report, told: Told, span: Span, slots: Sequence[tuple[str, Span, Value]]) -> Claim:
    speaker = [Holder("speaker", told.speaker)] if told.speaker else []
    agency = [Holder("agency", report.credit)] if report.credit else []
    return Claim(
        document_id=document.id,
        type=told.type,
        trigger=Span(slots[0][1].end + 1, slots[0][1].end + 9),
        passage=span,
        slots=tuple(Slot(role, where, value, rule="test") for role, where, value in slots),
        holders=(*speaker, *agency, Holder("outlet", report.outlet)),
        modality=told.modality,
        segment=told.segment,
        rule="test",
    )


def a_record(*batches: Sequence[Analysis]) -> SqliteStore:
    """Return a record in memory to which the batches were added, each weighed before the next."""
    store = SqliteStore.in_memory()
    for batch in batches:
        add(store, batch)
    return store


def add(store: SqliteStore, analyses: Sequence[Analysis]) -> None:
    """Add analyses to a record and weigh them."""
    with store.transaction():
        store.intake.add([keyed(analysis) for analysis in analyses])
    weigh(store, silent)


_SENTENCE = re.compile(
    r"(?P<actor>[^.\n]+?) attacked (?P<victim>\w+) at (?P<place>\w+) on (?P<time>\S+), killing (?P<killed>\d+)\."
)


class PlainReader:
    """An executor that reads claims off plain sentences: `Rebels attacked traders at Aram on 2023-02-05, killing 3.`"""

    def map(self, function: Callable[[Any], Any], items: Iterable[tuple[Document, ...]]) -> Iterator[Any]:
        """Yield the documents of each batch with the claims that stand in them."""
        del function
        return (tuple(keyed(read_off(document)) for document in documents) for documents in items)

    def close(self) -> None:
        """Do nothing."""


def read_off(document: Document) -> Analysis:
    """Return the claims of a document that is written in plain sentences."""
    claims = [_read_claim(document, match) for match in _SENTENCE.finditer(document.text)]
    return Analysis(document, claims=tuple(claims))


def _read_claim(document: Document, match: "re.Match[str]") -> Claim:
    values: dict[str, Value] = {
        "actor": ActorValue(match["actor"]),
        "victim": ActorValue(match["victim"]),
        "place": PlaceValue(PLACES.get(match["place"]), reason="" if match["place"] in PLACES else "not known"),
        "time": TimeValue(Interval.day(date.fromisoformat(match["time"]))),
        "killed": CountValue(Count.exactly(int(match["killed"]))),
    }
    slots = [Slot(role, Span(*match.span(role)), value, rule="test") for role, value in values.items()]
    holder = Holder("outlet", document.outlet.text or document.label)
    trigger = Span(match.end("actor") + 1, match.end("actor") + 9)
    return Claim(document.id, "A3", trigger, Span(*match.span()), tuple(slots), (holder,), rule="test")
