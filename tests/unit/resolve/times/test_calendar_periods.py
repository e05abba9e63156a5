"""Periods of the calendar."""

from datetime import date

import pytest

from corro.resolve.times.calendar_periods import feast_day, period_of, phase_of, possible, season_period, weekday_near
from corro.values import Interval


@pytest.mark.parametrize(
    ("unit", "step", "value", "edtf"),
    [
        ("day", 1, "2023-01-01", "2023-01-01"),
        ("week", 0, "2022-W52", "2022-12-26/2023-01-01"),
        ("weekend", 0, "2022-W52-WE", "2022-12-31/2023-01-01"),
        ("month", 1, "2023-01", "2023-01"),
        ("quarter", -1, "2022-Q3", "2022-07/2022-09"),
        ("half", 1, "2023-H1", "2023-01/2023-06"),
        ("year", -2, "2020", "2020"),
        ("decade", 0, "202", "2020-01/2029-12"),
    ],
)
def test_period_of(unit: str, step: int, value: str, edtf: str) -> None:
    """A period that holds a day, moved by units, has its TIMEX value and its days."""
    period = period_of(unit, date(2022, 12, 31), step)
    assert period is not None
    assert (period.value, str(period.interval)) == (value, edtf)


def test_beyond_the_calendar() -> None:
    """A year that no calendar has gives no period."""
    assert period_of("year", date(9999, 1, 1), 1) is None
    assert period_of("hour", date(2022, 1, 1)) is None


@pytest.mark.parametrize(
    ("phase", "edtf"), [("EARLY", "2022-02-01/2022-02-10"), ("MID", "2022-02-11/2022-02-20"), ("LATE", "2022-02-21/2022-02-28")]
)
def test_phase_of_a_month(phase: str, edtf: str) -> None:
    """Early, mid and late are days 1 to 10, 11 to 20, and 21 to the end."""
    assert str(phase_of(Interval.month(2022, 2), phase)) == edtf


def test_phase_of_a_year() -> None:
    """The early part of a year is its first third."""
    assert str(phase_of(Interval.year(2022), "EARLY")) == "2022-01/2022-04"


def test_winter_crosses_the_year() -> None:
    """Winter begins in December of its year."""
    assert str(season_period("WI", 2022).interval) == "2022-12/2023-02"


def test_weekday_near() -> None:
    """The same day counts unless it is left out."""
    sunday = date(2023, 2, 5)
    assert weekday_near(sunday, 7, -1) == sunday
    assert weekday_near(sunday, 7, -1, same_day=False) == date(2023, 1, 29)
    assert weekday_near(sunday, 2, 1) == date(2023, 2, 7)


def test_possible() -> None:
    """29 February is a date in leap years only."""
    assert possible(2024, 2, 29)
    assert possible(2023, 2, 29) is None


@pytest.mark.parametrize(
    ("name", "year", "day"),
    [
        ("12-25", 2022, date(2022, 12, 25)),
        ("thanksgiving", 2022, date(2022, 11, 24)),
        ("thanksgiving", 2023, date(2023, 11, 23)),
        ("easter+0", 2022, date(2022, 4, 17)),
        ("easter+0", 2038, date(2038, 4, 25)),
        ("easter-2", 2024, date(2024, 3, 29)),
        ("easter+1", 2000, date(2000, 4, 24)),
    ],
)
def test_feast_day(name: str, year: int, day: date) -> None:
    """Fixed feasts, Thanksgiving and Easter fall on their days; 25 April is the latest Easter there is."""
    assert feast_day(name, year) == day
