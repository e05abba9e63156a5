"""Intervals keep the precision that the source gave."""

from datetime import UTC, date, datetime, timedelta, timezone

import edtf
import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.values import Duration, Granularity, Interval

DAYS = st.dates(min_value=date(1000, 1, 1), max_value=date(9000, 12, 31))
INTERVALS = st.tuples(DAYS, DAYS).map(lambda ends: Interval(min(ends), max(ends), Granularity.SPAN))


def test_it_refuses_to_end_before_it_begins() -> None:
    """An interval that runs backwards cannot be made."""
    with pytest.raises(ValueError, match="cannot end before"):
        Interval(date(2023, 2, 6), date(2023, 2, 5))


def test_a_moment_needs_its_zone() -> None:
    """A moment without a zone is refused."""
    with pytest.raises(ValueError, match="zone"):
        Interval(date(2023, 2, 5), date(2023, 2, 5), at=datetime(2023, 2, 5, 20))  # noqa: DTZ001


def test_a_moment_counts_its_day_in_utc() -> None:
    """Half past midnight in a zone one hour ahead belongs to the day before."""
    at = datetime(2023, 2, 6, 0, 30, tzinfo=timezone(timedelta(hours=1)))
    assert Interval.moment(at).first == date(2023, 2, 5)


@pytest.mark.parametrize(
    ("interval", "expected"),
    [
        (Interval.day(date(2021, 5, 24)), "2021-05-24"),
        (Interval.month(2022, 8), "2022-08"),
        (Interval.year(2013), "2013"),
        (Interval(date(2022, 3, 27), date(2022, 3, 31), Granularity.SPAN), "2022-03-27/2022-03-31"),
        (Interval(date(2020, 10, 1), date(2021, 9, 30), Granularity.MONTH), "2020-10/2021-09"),
        (Interval(date(2022, 8, 1), date(2022, 8, 31), Granularity.MONTH, uncertain=True), "2022-08?"),
        (Interval(date(2022, 1, 20), None, Granularity.SPAN), "2022-01-20/.."),
        (Interval(None, date(2022, 1, 20), Granularity.SPAN), "../2022-01-20"),
        (Interval.moment(datetime(2023, 2, 7, 20, tzinfo=UTC)), "2023-02-07T20:00:00Z"),
    ],
)
def test_edtf_form(interval: Interval, expected: str) -> None:
    """The EDTF form says what is known, and no more."""
    assert interval.edtf == expected


@given(INTERVALS, st.booleans(), st.booleans())
def test_edtf_is_what_the_standard_parser_reads(interval: Interval, approximate: bool, uncertain: bool) -> None:
    """An independent EDTF parser reads back the same first and last day."""
    marked = Interval(interval.first, interval.last, interval.granularity, approximate, uncertain)
    parsed = edtf.parse_edtf(marked.edtf)
    assert date(*parsed.lower_strict()[:3]) == interval.first
    assert date(*parsed.upper_strict()[:3]) == interval.last


@given(INTERVALS, INTERVALS)
def test_overlap_is_symmetric_and_excludes_a_gap(one: Interval, other: Interval) -> None:
    """Two intervals either share a day or lie a number of days apart, seen from either side."""
    assert one.overlaps(other) == other.overlaps(one)
    assert one.gap_days(other) == other.gap_days(one)
    assert one.overlaps(other) == (one.gap_days(other) == 0)


@given(INTERVALS, INTERVALS)
def test_a_cover_holds_both(one: Interval, other: Interval) -> None:
    """The cover of two intervals holds each of them."""
    cover = one.cover(other)
    assert cover.holds(one)
    assert cover.holds(other)


def test_an_open_end_holds_what_lies_beyond() -> None:
    """An interval without an end holds any later day, and is held by no closed one."""
    since = Interval(date(2022, 1, 20), None, Granularity.SPAN)
    later = Interval.day(date(2023, 1, 1))
    assert since.holds(later)
    assert not later.holds(since)
    assert since.gap_days(Interval.day(date(2022, 1, 1))) == 19


def test_nine_months_after_a_year_is_no_more_precise_than_the_year() -> None:
    """Nine months after some day of 2020 lies between October 2020 and September 2021."""
    assert Interval.year(2020).shifted(Duration(months=9)).edtf == "2020-10/2021-09"


def test_48_hours_after_a_broadcast() -> None:
    """Forty-eight hours after 20:00 on 5 February 2023 in Bamako fall due at 20:00Z on the 7th."""
    broadcast = Interval.moment(datetime(2023, 2, 5, 20, tzinfo=UTC))
    assert broadcast.shifted(Duration.of("PT48H")).edtf == "2023-02-07T20:00:00Z"


def test_72_hours_after_a_day_is_a_day() -> None:
    """A deadline counted from a day has the precision of a day."""
    assert Interval.day(date(2022, 7, 20)).shifted(Duration.of("PT72H")) == Interval.day(date(2022, 7, 23))
