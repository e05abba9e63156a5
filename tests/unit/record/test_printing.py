"""How values are shown."""

from datetime import UTC, date, datetime

import pytest

from corro.model import ActorValue, CountValue, DurationValue, PlaceValue, TextValue, TimeAnchor, TimeValue, Value
from corro.record.printing import printed, value_key
from corro.values import Bound, Count, Duration, Interval, Place

DAY = Interval.day(date(2023, 2, 7))
QUARTER = Interval(date(2022, 10, 4), date(2022, 12, 29))


@pytest.mark.parametrize(
    ("value", "shown"),
    [
        (ActorValue("the junta"), "the junta"),
        (ActorValue("Maiga", name="Abdoulaye Maiga"), "Abdoulaye Maiga"),
        (TimeValue(DAY), "2023-02-07"),
        (TimeValue(DAY, TimeAnchor.ANNOUNCED), "2023-02-07 (announced)"),
        (TimeValue(DAY, TimeAnchor.AS_OF), "2023-02-07 (as of)"),
        (TimeValue(Interval.moment(datetime(2023, 2, 7, 20, tzinfo=UTC)), TimeAnchor.DEADLINE), "2023-02-07T20:00:00Z"),
        (TimeValue(None, reason="the announcement is not dated"), "unknown (the announcement is not dated)"),
        (TimeValue(None, TimeAnchor.EFFECTIVE), "unknown (effective)"),
        (TimeValue(DAY, TimeAnchor.DEADLINE, condition="if announced on 5 February"), "if announced on 5 February: 2023-02-07"),
        (PlaceValue(Place("Gao")), "Gao"),
        (PlaceValue(None, candidates=(Place("Gao"), Place("Gao Koura"))), "unresolved: Gao or Gao Koura"),
        (PlaceValue(None, reason="the words name no place"), "unresolved (the words name no place)"),
        (PlaceValue(None, reason="no gazetteer has Nowhere", name="Nowhere"), "Nowhere (unresolved)"),
        (PlaceValue(None), "unresolved"),
        (CountValue(Count.exactly(12)), "12 persons"),
        (CountValue(Count(500, None, Bound.AT_LEAST), population="civilians"), "≥ 500 civilians"),
        (CountValue(Count.exactly(237), "flight requests", window=QUARTER), "237 flight requests, 2022-10-04/2022-12-29"),
        (CountValue(Count.exactly(297), "flight requests", denominator=1231), "297 flight requests of 1231"),
        (CountValue(Count.exactly(6), "occasions", "occasions"), "6 occasions"),
        (CountValue(Count.exactly(6), "requests", "flight requests"), "6 flight requests"),
        (CountValue(Count.exactly(6), "patrols", "peacekeepers"), "6 patrols (peacekeepers)"),
        (DurationValue(Duration(hours=48)), "48 hours"),
        (DurationValue(Duration(days=1)), "1 day"),
        (TextValue("bias  in the\nchoice"), "bias in the choice"),
    ],
)
def test_values_are_shown_in_words(value: Value, shown: str) -> None:
    """With bound, unit, window and anchor; what stays open says why."""
    assert printed(value) == shown


def test_an_inferred_actor_stands_beside_the_label_and_never_in_its_place() -> None:
    """The source's own words are kept (D22)."""
    shown = printed(ActorValue("the Russian private military contractor", inferred_id="wagner"))
    assert shown.startswith("the Russian private military contractor (inferred: ")


@pytest.mark.parametrize(
    ("one", "other"),
    [
        (CountValue(Count.exactly(12)), CountValue(Count(12, None, Bound.AT_LEAST))),
        (CountValue(Count.exactly(12)), CountValue(Count.exactly(12), window=QUARTER)),
        (CountValue(Count.exactly(12)), CountValue(Count.exactly(12), "families")),
        (TimeValue(DAY), TimeValue(DAY, TimeAnchor.ANNOUNCED)),
        (DurationValue(Duration(hours=48)), DurationValue(Duration(days=2))),
        (ActorValue("Wagner"), ActorValue("Russian instructors", inferred_id="wagner")),
        (PlaceValue(None, reason="a"), PlaceValue(None, reason="b")),
    ],
)
def test_values_that_say_different_things_are_different(one: Value, other: Value) -> None:
    """Bound, window, unit, anchor and stated length each make a difference."""
    assert value_key(one) != value_key(other)


def test_spellings_of_one_word_are_one_value() -> None:
    """Case, accents and articles make none."""
    assert value_key(ActorValue("Le Gouvernement")) == value_key(ActorValue("gouvernement"))
    assert value_key(TextValue("Biais")) == value_key(TextValue("biais"))
