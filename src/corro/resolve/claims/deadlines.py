"""Deadlines: from the moment an order was made known and the time it gives, to the moment at which that runs out."""

from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, time

from corro.model import TimeAnchor, TimeValue
from corro.values import Duration, Granularity, Interval

UNDATED = "the text does not date the announcement, so the due time is not known"

LOCAL_TIME = "local time: the text names no time zone"


@dataclass(frozen=True, slots=True)
class Start:
    """What a deadline counts from.

    Attributes:
        interval: The announcement or notification, as precise as the text gives it.
        words: The words that tell it.
        clock: Day and hour as the text has them (`2019-03-02T18:30`), where it names no time zone; empty otherwise.
    """

    interval: Interval
    words: str
    clock: str = ""


def due(start: Interval, duration: Duration) -> Interval | None:
    """Return when a length of time that began in an interval runs out, no more precise than that interval.

    From a moment the due time is a moment. From a day it is the days on which the length can run out: 48 hours from some
    hour of the 5th end on the 7th; 36 hours on the 6th or the 7th.

    Args:
        start: When the length began.
        duration: The length as stated.

    Returns:
        The due time, or None where an end of the start is open or no calendar reaches so far.
    """
    try:
        if start.at is not None:
            return start.shifted(duration)
        if start.first is None or start.last is None:
            return None
        return _due_days(start.first, start.last, start, duration)
    except (ValueError, OverflowError):
        return None


def _due_days(first: date, last: date, start: Interval, duration: Duration) -> Interval:
    earliest = duration.after(datetime.combine(first, time.min, UTC)).date()
    latest = duration.after(datetime.combine(last, time(23, 59), UTC)).date()
    granularity = Granularity.DAY if first == last else Granularity.SPAN
    return Interval(earliest, latest, granularity, start.approximate, start.uncertain)


def due_times(start: Start | None, duration: Duration, published: date | None) -> tuple[TimeValue, ...]:
    """Return the due time of an order; where its announcement is not dated, unknown and beside it what would follow.

    Args:
        start: The announcement, or None where the text does not date it.
        duration: The time that the order gives.
        published: The day of publication, or None.

    Returns:
        One value, or two: the second one is conditional on the announcement having been made on the day of publication. Without a
        publication date there is no condition.
    """
    local = _due_by_clock(start, duration) if start is not None and start.clock else None
    if local is not None:
        return (local,)
    if start is not None:
        interval = due(start.interval, duration)
        if interval is not None:
            rule = "deadline_from_moment" if start.interval.at else "deadline_from_days"
            return (TimeValue(interval, TimeAnchor.DEADLINE, start.words, rule, timex=_timex(interval)),)
    unknown = TimeValue(None, TimeAnchor.DEADLINE, rule="deadline_undated", reason=UNDATED)
    if published is None:
        return (unknown,)
    return (unknown, *_if_published(published, duration))


def _due_by_clock(start: Start, duration: Duration) -> TimeValue | None:
    """Return the due time by the same clock as the announcement's, whose zone nobody names, or None where no calendar reaches."""
    try:
        ends = duration.after(datetime.fromisoformat(start.clock).replace(tzinfo=UTC))
    except (ValueError, OverflowError):
        return None
    interval = Interval(ends.date(), ends.date(), start.interval.granularity, start.interval.approximate, start.interval.uncertain)
    timex = ends.strftime("%Y-%m-%dT%H:%M")
    return TimeValue(interval, TimeAnchor.DEADLINE, start.words, "deadline_from_local_moment", LOCAL_TIME, timex)


def _if_published(published: date, duration: Duration) -> tuple[TimeValue, ...]:
    interval = due(Interval.day(published), duration)
    if interval is None:
        return ()
    condition = f"if announced on the publication date, {published.day} {published:%B %Y}"
    value = TimeValue(interval, TimeAnchor.DEADLINE, "publication", "deadline_if_published", timex=_timex(interval))
    return (replace(value, condition=condition),)


def _timex(interval: Interval) -> str:
    if interval.at is not None:
        return interval.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%MZ")
    return interval.first.isoformat() if interval.first and interval.first == interval.last else ""
