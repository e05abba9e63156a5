"""When the time that an order gives runs out."""

from datetime import UTC, date, datetime

from corro.model import TimeAnchor
from corro.resolve.claims.deadlines import LOCAL_TIME, Start, due, due_times
from corro.values import Duration, Granularity, Interval

TWO_DAYS = Duration(hours=48)
PUBLISHED = date(2023, 2, 5)


def test_from_a_moment() -> None:
    """48 hours from a broadcast on 5 February 2023 at 20:00 UTC end on 7 February at 20:00 UTC."""
    start = Interval.moment(datetime(2023, 2, 5, 20, 0, tzinfo=UTC))
    assert str(due(start, TWO_DAYS)) == "2023-02-07T20:00:00Z"


def test_from_a_day() -> None:
    """72 hours from 20 July 2022 end on 23 July, and no hour is made up."""
    found = due(Interval.day(date(2022, 7, 20)), Duration(hours=72))
    assert found is not None
    assert (str(found), found.granularity, found.at) == ("2022-07-23", Granularity.DAY, None)


def test_from_a_day_with_half_days() -> None:
    """36 hours from an unknown hour end on either of two days."""
    assert str(due(Interval.day(date(2022, 7, 20)), Duration(hours=36))) == "2022-07-21/2022-07-22"


def test_from_a_month() -> None:
    """A deadline is no more precise than the announcement."""
    assert str(due(Interval.month(2022, 7), Duration(days=3))) == "2022-07-04/2022-08-03"


def test_from_an_open_start() -> None:
    """An announcement with an open end gives no due time."""
    assert due(Interval(date(2022, 7, 1), None), TWO_DAYS) is None


def test_dated_announcement() -> None:
    """Where the announcement is dated there is one due time, and no condition."""
    (value,) = due_times(Start(Interval.day(PUBLISHED), "on Sunday"), TWO_DAYS, PUBLISHED)
    assert (str(value.interval), value.anchor, value.counted_from, value.condition) == (
        "2023-02-07",
        TimeAnchor.DEADLINE,
        "on Sunday",
        "",
    )


def test_undated_announcement() -> None:
    """Where it is not, the due time is unknown, and beside it stands what would follow if it was made on the day of publication."""
    unknown, conditional = due_times(None, TWO_DAYS, PUBLISHED)
    assert unknown.interval is None
    assert unknown.reason
    assert conditional.condition == "if announced on the publication date, 5 February 2023"
    assert (str(conditional.interval), conditional.rule, conditional.counted_from) == (
        "2023-02-07",
        "deadline_if_published",
        "publication",
    )


def test_no_condition_without_a_publication_date() -> None:
    """Without a publication date no condition is shown."""
    (unknown,) = due_times(None, TWO_DAYS, None)
    assert unknown.interval is None
    assert unknown.condition == ""


def test_absurd_length() -> None:
    """A length that no calendar reaches leaves the due time unknown."""
    assert due(Interval.day(PUBLISHED), Duration(years=99_999)) is None


def test_from_an_hour_whose_zone_nobody_names() -> None:
    """48 hours from half past six end at half past six by the same clock; that nobody names its zone is noted."""
    interval = Interval(date(2023, 3, 2), date(2023, 3, 2), Granularity.MINUTE)
    [value] = due_times(Start(interval, "Thursday at 18:30", "2023-03-02T18:30"), TWO_DAYS, PUBLISHED)
    assert (str(value.interval), value.timex, value.reason) == ("2023-03-04", "2023-03-04T18:30", LOCAL_TIME)
    assert value.interval is not None
    assert value.interval.at is None
