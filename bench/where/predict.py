"""Places in the format of the scorer."""

from collections.abc import Iterable, Iterator

from bench.frame import Line
from bench.language import language_of
from corro.resolve import PlaceMention, where
from corro.values import Place, Span


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's places."""
    for line in lines:
        found = where(line["text"], language_of(line))
        yield {"id": line["id"], "places": [place(mention) for mention in found]}


def predict_spans(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's places, resolved for the spans that it gives."""
    for line in lines:
        found = where(line["text"], language_of(line))
        spans = [(Span(given["start"], given["end"]), given) for given in line["places"]]
        yield {"id": line["id"], "places": [{**given, **_for_span(span, line, found)} for span, given in spans]}


def _for_span(span: Span, line: Line, found: Iterable[PlaceMention]) -> Line:
    """Return what was found at a span; where nothing was, what its words alone resolve to."""
    overlapping = [mention for mention in found if mention.span.overlaps(span)]
    alone = where(span.of(line["text"]), language_of(line)) if not overlapping else ()
    mention = next(iter([*overlapping, *alone]), None)
    return {"start": span.start, "end": span.end, **(answer(mention) if mention else {"lat": None, "lon": None})}


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
        "kind": mention.kind.value,
        **({"offset": {"lat": offset.latitude, "lon": offset.longitude}} if offset else {}),
    }


def geoname_id(settled: Place | None) -> int | None:
    """Return the number of a place in GeoNames, or None where it has none."""
    gazetteer, _, number = (settled.gazetteer_id or "").partition(":") if settled else ("", "", "")
    return int(number) if gazetteer == "geonames" and number.isdecimal() else None
