"""What single cells say, and what is no guess."""

from datetime import date

import pytest

from corro.exchange.cells import counted, dates_of, day_of, point_of, whole_number
from corro.values import Bound, Count, Granularity, Interval


@pytest.mark.parametrize(
    ("cell", "number"),
    [
        ("12", 12),
        ("0", 0),
        ("12.0", 12),
        ("1,200", 1200),
        ("1 200", 1200),
        ("-3", None),
        ("12.5", None),
        ("", None),
        ("a dozen", None),
    ],
)
def test_whole_numbers(cell: str, number: int | None) -> None:
    """A number is one only where nothing has to be made up."""
    assert whole_number(cell) == number


@pytest.mark.parametrize(
    ("cell", "count"),
    [
        ("12", Count.exactly(12)),
        ("10-15", Count(10, 15, Bound.RANGE)),
        ("≥ 12", Count(12, 12, Bound.AT_LEAST)),
        ("12+", Count(12, 12, Bound.AT_LEAST)),
        ("environ 30", Count(30, 30, Bound.APPROXIMATE)),
        ("15-10", None),
        ("many", None),
    ],
)
def test_figures_keep_their_bounds(cell: str, count: Count | None) -> None:
    """What a cell says of a figure's ends stays with it."""
    assert counted(cell) == count


@pytest.mark.parametrize(
    ("cell", "day"),
    [
        ("2023-02-05", date(2023, 2, 5)),
        ("2023-02-05T10:00:00", date(2023, 2, 5)),
        ("05 February 2023", date(2023, 2, 5)),
        ("5 février 2023", date(2023, 2, 5)),
        ("1er mars 2023", date(2023, 3, 1)),
        ("05.02.2023", date(2023, 2, 5)),
        ("05/02/2023", None),
        ("2023-02-30", None),
        ("soon", None),
    ],
)
def test_days_that_can_be_read_in_one_way(cell: str, day: date | None) -> None:
    """02/05 could be two days, and is none."""
    assert day_of(cell) == day


def test_dates_are_as_fine_as_the_row_says() -> None:
    """Two days are the ends; one day may stand for its week or month; backwards is no time."""
    assert dates_of("2023-02-05", "2023-02-05", "day").interval == Interval.day(date(2023, 2, 5))
    assert dates_of("2023-02-01", "2023-02-28", "month").interval == Interval(
        date(2023, 2, 1), date(2023, 2, 28), Granularity.MONTH
    )
    around = dates_of("2023-02-05", "", "around_week").interval
    assert around is not None
    assert (around.first, around.last, around.approximate) == (date(2023, 2, 2), date(2023, 2, 8), True)
    within = dates_of("2023-02-05", "", "within_month").interval
    assert within is not None
    assert (within.first, within.last) == (date(2023, 2, 1), date(2023, 2, 28))
    assert dates_of("2023-03", "", "").interval == Interval.month(2023, 3)
    assert dates_of("2023-02-05", "2023-02-01", "").doubt == "bad_date"
    assert dates_of("05/02/2023", "", "").doubt == "bad_date"


def test_points_on_earth() -> None:
    """Decimal points and commas are read; what lies beyond the pole is none."""
    assert point_of("14.5", "-4,25") == (14.5, -4.25)
    assert point_of("95", "0") is None
    assert point_of("", "0") is None
