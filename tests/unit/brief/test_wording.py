"""Values in words, in both languages."""

from datetime import UTC, date, datetime

import pytest

from corro.brief.wording import Wording
from corro.model import ActorValue, CountValue, DurationValue, PlaceValue
from corro.values import Bound, Count, Duration, Granularity, Interval, Place, PlaceKind

UNSURE = Interval(date(2022, 8, 1), date(2022, 8, 31), Granularity.MONTH, uncertain=True)
AT_LEAST = CountValue(Count(500, None, Bound.AT_LEAST), population="civilians")
IN_MARCH = CountValue(Count.exactly(6), window=Interval.month(2023, 3))
EN, FR = Wording("en"), Wording("fr")


@pytest.mark.parametrize(
    ("interval", "english", "french"),
    [
        (Interval.day(date(2023, 2, 5)), "5 February 2023", "5 février 2023"),
        (Interval.day(date(2022, 4, 1)), "1 April 2022", "1er avril 2022"),
        (Interval.month(2022, 3), "March 2022", "mars 2022"),
        (Interval.year(2012), "2012", "2012"),
        (Interval(date(2022, 3, 27), date(2022, 3, 31)), "27 March 2022 to 31 March 2022", "du 27 mars 2022 au 31 mars 2022"),
        (Interval(date(2022, 3, 27), None), "from 27 March 2022", "à partir du 27 mars 2022"),
        (
            Interval(date(2022, 8, 1), date(2022, 8, 31), Granularity.MONTH, uncertain=True),
            "August 2022 (uncertain)",
            "août 2022 (incertain)",
        ),
        (Interval.moment(datetime(2023, 2, 7, 20, tzinfo=UTC)), "7 February 2023 20:00 UTC", "7 février 2023 20:00 UTC"),
    ],
)
def test_days_are_said_as_precisely_as_they_are_known(interval: Interval, english: str, french: str) -> None:
    """A month stays a month, an open end stays open, doubt is said."""
    assert EN.interval(interval) == english
    assert FR.interval(interval) == french


@pytest.mark.parametrize(
    ("value", "english", "french"),
    [
        (
            CountValue(Count(500, None, Bound.AT_LEAST), population="civilians"),
            "at least 500 “civilians”",
            "au moins 500 « civilians »",
        ),
        (CountValue(Count(300, 400, Bound.RANGE)), "300 to 400 persons", "300 à 400 personnes"),
        (CountValue(Count(None, None, Bound.SEVERAL)), "several persons", "plusieurs personnes"),
        (CountValue(Count.exactly(1231), "flight requests"), "1,231 flight requests (denominator not reported)", None),
        (CountValue(Count.exactly(297), "flight requests", denominator=1231), "297 flight requests out of 1,231", None),
        (
            CountValue(Count.exactly(6), window=Interval.month(2023, 3)),
            "6 persons (window: March 2023)",
            "6 personnes (période : mars 2023)",
        ),
    ],
)
def test_a_figure_never_stands_bare(value: CountValue, english: str, french: str | None) -> None:
    """Bound, unit, denominator and window stand with the number; a population stays in its source's words."""
    assert EN.count(value) == english
    assert french is None or FR.count(value) == french


def test_what_a_source_calls_somebody_stays_its_word() -> None:
    """A label that is no known name is quoted; what was only inferred is not said."""
    label = ActorValue("foreign military personnel", inferred_id="wagner_group")
    assert EN.value(label) == "“foreign military personnel”"
    assert FR.value(ActorValue("armée")) == "« armée »"


def test_french_contracts_and_elides() -> None:
    """`de le`, `à les` and `de` before a vowel become what French writes."""
    assert FR.phrase(
        "reported", who="Le Fleuve", a="a", what="le départ de le chef et de un témoin", where="", when="", lineages=""
    ) == ("Le Fleuve a rapporté le départ du chef et d'un témoin.")


def test_a_place_that_is_not_resolved_says_so() -> None:
    """A name that no gazetteer has is not given out for a place."""
    assert EN.where(PlaceValue(None, name="Kourma")) == " in “Kourma” (place not resolved)"
    assert FR.where(PlaceValue(Place("Mali", PlaceKind.COUNTRY))) == " (Mali)"


def test_lengths_of_time_stay_in_their_units() -> None:
    """48 hours are not two days."""
    assert (EN.value(DurationValue(Duration(hours=48))), FR.value(DurationValue(Duration(hours=48)))) == ("48 hours", "48 heures")
    assert (EN.value(DurationValue(Duration(days=1))), FR.value(DurationValue(Duration(months=1)))) == ("1 day", "1 mois")


def test_long_lists_are_counted() -> None:
    """What is more than a line holds is counted, one as one."""
    assert EN.joined(["a", "b", "c"], 2) == "a, b and one other"
    assert FR.joined(["a", "b", "c", "d"], 2) == "a, b et 2 autres"
    assert EN.joined(["a", "b"]) == "a and b"
