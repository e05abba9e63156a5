"""Small records for the tests of the benches."""

from corro.model import (
    ActorValue,
    Claim,
    CountValue,
    Difference,
    DisputeKind,
    Document,
    Event,
    EventValue,
    Held,
    Holder,
    Lineage,
    Passage,
    Position,
    RegisterEntry,
    RegisterField,
    Relation,
    Slot,
    Speaker,
    Statement,
)
from corro.values import Bound, Count, Interval, Span

TEXT = "The army killed about 40 traders at Nowhere. The mayor said that at least 60 died."


def a_document(label: str = "r1", text: str = TEXT, **more: object) -> Document:
    """Build a report."""
    return Document(f"doc_{label}", f"doc_{label}", "0" * 64, f"{label}.txt", label, text, **more)  # type: ignore[arg-type]


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand."""
    start = text.index(words)
    return Span(start, start + len(words))


def a_count(number: int, bound: Bound = Bound.EXACT, **more: object) -> CountValue:
    """Build a count of persons."""
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else number
    return CountValue(Count(number, high, bound), **more)  # type: ignore[arg-type]


def a_claim(document: Document, trigger: str = "killed", type_: str = "V1", **more: object) -> Claim:
    """Build a claim that the report makes in its own voice."""
    where = span_of(trigger, document.text)
    end = document.text.index(".", where.end) + 1
    given = {"slots": (), "holders": (Holder("outlet", "The Paper"),), **more}
    return Claim(document.id, type_, where, Span(0, end), **given)  # type: ignore[arg-type]


def killed(words: str, value: CountValue) -> Slot:
    """Build a slot with a number of dead."""
    return Slot("killed", span_of(words), value)


def an_event(*claims: Claim, interval: Interval | None = None, values: tuple[EventValue, ...] = ()) -> Event:
    """Build an event from claims."""
    ids = tuple(sorted(claim.id for claim in claims))
    documents = tuple(sorted({claim.document_id for claim in claims}))
    return Event(f"event_{ids[0]}", claims[0].type, ids, documents, values, interval=interval, title="Killing")


def held(role: str, *values: CountValue | ActorValue) -> EventValue:
    """Build what is held of a role."""
    return EventValue(role, tuple(Held(value, str(value), ("c",)) for value in values))


def a_statement(document: Document, content: str, speaker: str = "the mayor") -> Statement:
    """Build a statement."""
    return Statement(document.id, (span_of(content, document.text),), speaker=Speaker(speaker, speaker))


def a_difference(field: str, *claims: Claim, rule: str = "count.exclude") -> Difference:
    """Build a dispute over a figure in which every claim holds a position of its own."""
    spots = [(claim, (Passage(claim.document_id, claim.trigger),)) for claim in claims]
    positions = tuple(Position(str(number), (claim.id,), (), spot) for number, (claim, spot) in enumerate(spots))
    return Difference(field, Relation.DISPUTE, positions, DisputeKind.QUANTITY, rule)


def an_entry(register: str, *claims: Claim, event: Event | None = None, **fields: str) -> RegisterEntry:
    """Build a line of a register."""
    columns = tuple(RegisterField(name, printed) for name, printed in fields.items())
    return RegisterEntry(register, event.id if event else None, columns, tuple(claim.id for claim in claims))


def a_lineage(*documents: Document) -> Lineage:
    """Build a lineage."""
    return Lineage(tuple(sorted(document.id for document in documents)))
