"""What the benches of single stages make of an analysis."""

from datetime import date

from bench.analysed import ends, published, raw
from bench.frame import last_json, only_inputs
from bench.passages.predict import by_event, event
from bench.statements.predict import attribution
from bench.where.predict import geoname_id
from tests.bench.builders import a_claim, a_count, a_document, a_statement, killed, span_of

from corro.model import DurationValue, OffsetMap, PlaceValue, Slot, TimeAnchor, TimeValue
from corro.values import Bound, Duration, Interval, Place, Span


def test_offsets_lead_back_to_the_given_text() -> None:
    """A span after a repaired character is moved, and one that ends before it does not grow."""
    document = a_document(offsets=OffsetMap((0, 4), (0, 6)))
    assert raw(document, Span(0, 4)) == [0, 4]
    assert raw(document, Span(4, 8)) == [6, 10]
    assert raw(document, Span(2, 2)) == [2, 2]


def test_an_open_interval_has_no_two_ends() -> None:
    """Only an interval with both ends is given as days."""
    assert ends(Interval(date(2022, 4, 1), None)) is None
    assert ends(None) is None
    assert ends(Interval.month(2022, 2)) == ["2022-02-01", "2022-02-28"]
    assert published({"published": "2022-04-06T10:00:00Z"}) == date(2022, 4, 6)
    assert published({"published": None}) is None


def test_nothing_but_inputs_is_read() -> None:
    """Answers are removed before prediction."""
    assert list(only_inputs([{"id": "1", "text": "a", "events": []}], ("id", "text", "lang"))) == [{"id": "1", "text": "a"}]
    assert last_json('words {\n{"a": 1}\n') == {"a": 1}


def test_a_statement_as_an_attribution() -> None:
    """What a statement leaves open is null."""
    document = a_document()
    line = attribution(a_statement(document, "that at least 60 died"), document)
    spot = span_of("that at least 60 died")
    assert line["content"] == [[spot.start, spot.end]]
    assert (line["speaker"], line["capacity"], line["cue"], line["act"]) == ("the mayor", None, [], "asserts")


def test_mentions_of_one_event_are_one() -> None:
    """Claims that the document ties together are one event; another type is another event."""
    document = a_document()
    first = a_claim(document)
    second = a_claim(document, trigger="died", same_as=(first.trigger,))
    third = a_claim(document, trigger="died", type_="A3")
    assert by_event([first, second, third]) == [[first, second], [third]]


def test_an_event_of_a_passage() -> None:
    """Dates of deadlines by condition are left out; lengths of time and figures are counts; a place goes by its name."""
    document = a_document()
    place = Slot("place", span_of("Nowhere"), PlaceValue(Place("Nowhere-on-Sea"), "exact_name"))
    due = Slot("time", span_of("army"), TimeValue(Interval.day(date(2022, 1, 1)), TimeAnchor.DEADLINE, condition="if announced"))
    day = Slot("time", span_of("traders"), TimeValue(Interval.day(date(2022, 3, 27))))
    hours = Slot("duration", span_of("40"), DurationValue(Duration(hours=48)))
    claim = a_claim(document, slots=(place, due, day, hours, killed("at least 60", a_count(60, Bound.AT_LEAST))))
    line = event([claim], document)
    assert line["place"]["name"] == "Nowhere-on-Sea"
    assert line["date"]["interval"] == ["2022-03-27", "2022-03-27"]
    assert [(count["min"], count["max"], count["unit"]) for count in line["counts"]] == [(48, 48, "hours"), (60, None, "killed")]
    assert (line["actor"], line["modality"]) == (None, "happened")


def test_numbers_of_geonames() -> None:
    """Only places of GeoNames have a number there."""
    assert geoname_id(Place("Gao", gazetteer_id="geonames:2457163")) == 2457163
    assert geoname_id(Place("Sombe", gazetteer_id="places:sombe")) is None
    assert geoname_id(None) is None
