"""Places in the format of the scorer."""

from collections.abc import Iterable, Iterator

import corro
from bench.frame import Line
from bench.language import language_of
from corro.resolve import PlaceMention
from corro.values import Place, PlaceKind

_KIND_OF_SCORER = {PlaceKind.FACILITY: "site", PlaceKind.AREA: "terrain"}
"""Kinds that the gold sets name otherwise: of stretches of land without units they have one kind only."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's places."""
    for line in lines:
        found = corro.where(line["text"], language_of(line).value)
        yield {"id": line["id"], "places": [place(mention) for mention in found]}


def predict_spans(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's places, resolved for the spans that it gives."""
    for line in lines:
        spans = [(given["start"], given["end"]) for given in line["places"]]
        found = corro.where(line["text"], language_of(line).value, spans=spans)
        yield {"id": line["id"], "places": [place(mention) for mention in found]}


def place(mention: PlaceMention) -> Line:
    """Return one place that was found; one that stays open has no coordinates."""
    return {"start": mention.span.start, "end": mention.span.end, "name": mention.text, **answer(mention)}


def answer(mention: PlaceMention) -> Line:
    """Return what a mention resolves to."""
    settled = mention.value.place
    offset = mention.offset
    return {
        "lat": settled.latitude if settled else None,
        "lon": settled.longitude if settled else None,
        "geonameid": geoname_id(settled),
        "kind": _KIND_OF_SCORER.get(mention.kind, mention.kind.value),
        **({"offset": {"lat": offset.latitude, "lon": offset.longitude}} if offset else {}),
    }


def geoname_id(settled: Place | None) -> int | None:
    """Return the number of a place in GeoNames, or None where it has none."""
    gazetteer, _, number = (settled.gazetteer_id or "").partition(":") if settled else ("", "", "")
    return int(number) if gazetteer == "geonames" and number.isdecimal() else None
