"""Forms that are made of events or of lines of registers: what the door lets out, page by page, in the writers' words."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from types import MappingProxyType

from corro.errors import BadOptionError
from corro.exchange import conflict, followthemoney, geojson, humanitarian, tables
from corro.exchange.outgoing import Outgoing
from corro.model import Item, RegisterEntry
from corro.model.answer import ALL, ANY_EVENT, DifferenceFilter, EventFilter, Window
from corro.pipeline.exits import Door
from corro.pipeline.view import RecordView

PAGE = 500
"""Events asked for at a time, so that memory stays bounded. Source: own choice."""

EVENT_COLUMNS = (
    "id", "type", "title", "edtf", "first", "last", "place", "latitude", "longitude", "coarsened", "killed_best", "killed_low",
    "killed_high", "support", "assessment", "lineages", "disputes", "sources", "outlets",
)  # fmt: skip
"""Columns of events in CSV."""


def outgoing(view: RecordView, wanted: EventFilter, door: Door) -> Iterator[Outgoing]:
    """Yield the events that are wanted and may go out, in the order of `corro show events`; there is no limit."""
    offset, total = 0, 1
    while offset < total:
        page = view.events(wanted, Window(offset, PAGE))
        offset, total = offset + PAGE, page.total
        for line in page:
            for event in door.events([view.event(line.id)]):
                claims = tuple(door.claims(claim for _, claim in sorted(view.claims_by_id(event.claims).items())))
                documents = view.documents_by_id(sorted({claim.document_id for claim in claims}))
                kept = {document.id: document for document in door.documents(documents[name] for name in sorted(documents))}
                found = view.differences(DifferenceFilter(event_id=line.id), ALL) if event.claims else ()
                yield Outgoing(event, claims, kept, tuple(door.differences(found)))


def events_csv(events: Iterable[Outgoing]) -> Iterator[bytes]:
    """Write events as CSV that no spreadsheet runs."""
    return tables.written(map(_event_row, events), EVENT_COLUMNS)


def _event_row(one: Outgoing) -> dict[str, object]:
    event, days, point, deaths = one.event, one.days(), one.point, one.deaths() or (None, None, None)
    return {
        "id": event.slug,
        "type": event.type,
        "title": event.title,
        "edtf": event.interval.edtf if event.interval else None,
        "first": days[0].isoformat() if days else None,
        "last": days[1].isoformat() if days else None,
        "place": one.place_name,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "coarsened": point.coarsened if point else None,
        "killed_best": deaths[0],
        "killed_low": deaths[1],
        "killed_high": deaths[2],
        "support": event.support.value,
        "assessment": event.assessment.value,
        "lineages": event.lineages,
        "disputes": len(one.disputed()),
        "sources": list(one.speakers()),
        "outlets": list(one.outlets()),
    }


def register_csv(view: RecordView, register: str, wanted: EventFilter, door: Door) -> Iterator[bytes]:
    """Write a register as CSV: what reports say, then what people entered, each line marked with where it comes from.

    Raises:
        BadOptionError: There is no such register.
    """
    from corro.vocab.forms import forms

    if register not in forms():
        raise BadOptionError(f"There is no register {register}. There are {', '.join(forms())}.", register=register)
    kept = _kept(view, wanted)
    entries = [one for one in view.entries(register, ALL) if kept(one)]
    told = [_entry_row(view, one) for one in door.entries(entries)]
    told += [_item_row(item) for item in door.items(view.items(register))] if wanted == ANY_EVENT else []
    columns = list(dict.fromkeys(["register", "id", "from", "edtf", "first", "last", *(name for row in told for name in row)]))
    return tables.written(told, columns)


def _kept(view: RecordView, wanted: EventFilter) -> Callable[[RegisterEntry], bool]:
    if wanted == ANY_EVENT:
        return lambda _: True
    ids = {line.id for line in view.events(wanted, ALL)}
    return lambda entry: entry.event_id in ids


def _entry_row(view: RecordView, entry: RegisterEntry) -> dict[str, object]:
    known = view.event(entry.event_id) if entry.event_id and entry.claims else None
    interval = known.interval if known else None
    days = {
        "edtf": interval.edtf if interval else None,
        "first": interval.first.isoformat() if interval and interval.first else None,
        "last": interval.last.isoformat() if interval and interval.last else None,
    }
    named = {"register": entry.register, "id": known.slug if known else entry.event_id, "from": "reports"}
    return {**named, **days, **{field.name: field.printed for field in entry.fields}}


def _item_row(item: Item) -> dict[str, object]:
    named = {"register": item.register, "id": item.id, "from": "entered by people"}
    return {**named, "closed": item.closed, **{value.column: value.text for value in item.values}}


WRITERS: Mapping[str, Callable[[Iterable[Outgoing]], Iterator[bytes]]] = MappingProxyType(
    {
        "geojson": geojson.written,
        "ucdp": lambda events: tables.written(conflict.ucdp_rows(events), conflict.UCDP_COLUMNS),
        "acled": lambda events: tables.written(conflict.acled_rows(events), conflict.ACLED_COLUMNS),
        "hxl": lambda events: tables.written(
            humanitarian.rows(events), tuple(humanitarian.TAGS), tags=tuple(humanitarian.TAGS.values())
        ),
        "ftm": followthemoney.written,
        "csv": events_csv,
    }
)
"""What writes events, by the form's name."""
