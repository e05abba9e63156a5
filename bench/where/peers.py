"""Peers for places: what one gets with spaCy and the same index by population, and with a plain look-up in the gazetteer."""

from collections.abc import Iterable, Iterator

from bench.frame import Line
from bench.language import language_of
from corro.annotate import recognised
from corro.resolve import load_gazetteer, place_spans
from corro.resolve.places.candidates import candidates_of
from corro.resolve.places.world import load_world
from corro.values import Place, Span

_LABELS = frozenset({"GPE", "LOC", "FAC"})


def spacy_and_largest(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the places that spaCy's recogniser finds, each at the most populous place of its name."""
    for line in lines:
        found = recognised(line["text"], language_of(line))
        spans = [_without_article(span, line["text"]) for span, label in found if label in _LABELS]
        yield {"id": line["id"], "places": [_answer(span, _largest(span.of(line["text"]))) for span in spans]}


def largest(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the given spans, each at the most populous place of its name."""
    for line in lines:
        spans = [Span(given["start"], given["end"]) for given in line["places"]]
        yield {"id": line["id"], "places": [_answer(span, _largest(span.of(line["text"]))) for span in spans]}


def names_in_gazetteer(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield every name of the Sahel gazetteer in the text, at its first row."""
    gazetteer = load_gazetteer()
    for line in lines:
        spans = place_spans(line["text"], gazetteer)
        yield {"id": line["id"], "places": [_answer(span, _first(span.of(line["text"]))) for span in spans]}


def exact_name(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield the given spans, each at the first row of the Sahel gazetteer that bears its name."""
    for line in lines:
        spans = [Span(given["start"], given["end"]) for given in line["places"]]
        yield {"id": line["id"], "places": [_answer(span, _first(span.of(line["text"]))) for span in spans]}


def _without_article(span: Span, text: str) -> Span:
    return Span(span.start + 4, span.end) if span.of(text).casefold().startswith("the ") else span


def _largest(name: str) -> Place | None:
    found = candidates_of(name, load_gazetteer(), load_world())
    return max(found, key=lambda each: each.people).place if found else None


def _first(name: str) -> Place | None:
    return next(iter(load_gazetteer().named(name)), None)


def _answer(span: Span, place: Place | None) -> Line:
    point = {"lat": place.latitude, "lon": place.longitude} if place and place.located else {"lat": None, "lon": None}
    return {"start": span.start, "end": span.end, **point}
