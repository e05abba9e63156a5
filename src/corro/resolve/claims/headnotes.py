"""The hour that a note above a text gives for its reading or publication (`(Read on state television, 8 p.m. news)`)."""

import re
from datetime import UTC, date, datetime

from corro.model import TimeAnchor, TimeValue
from corro.resolve.claims.deadlines import LOCAL_TIME
from corro.resolve.scenery import Scenery
from corro.resolve.times.mention import TimeMention
from corro.values import Granularity, Interval, Span

_NOTE = re.compile(r"^[ \t]*[(\[][^()\[\]\n]{1,300}[)\]][ \t.]*$", re.MULTILINE)
"""A line that is one bracket, no longer than three printed lines. Source: own judgement, 2026-11."""

_LINES_BEFORE = 2
"""Lines that may stand above such a note: a title and the number of the paper. Source: own judgement, 2026-11."""


def headnotes(text: str, before: int) -> list[Span]:
    """Return the notes in brackets above a text.

    Args:
        text: The document's text.
        before: An offset that they must stand before.
    """
    lines = (Span(match.start(), match.end()) for match in _NOTE.finditer(text, 0, before))
    return [line for line in lines if sum(bool(above.strip()) for above in text[: line.start].split("\n")) <= _LINES_BEFORE]


def hour_in(note: Span, scenery: Scenery) -> TimeMention | None:
    """Return the one hour of a note that names no day, or None."""
    times = scenery.times_in(note)
    return times[0] if len(times) == 1 and times[0].hour else None


def moment_on(day: date, told: TimeMention, zone_known: bool) -> TimeValue:
    """Return the moment of an hour on a day: in UTC where the zone is known, else by the document's own clock.

    Args:
        day: The day.
        told: The hour.
        zone_known: Whether an hour without a zone is UTC there.
    """
    local = f"{day.isoformat()}T{told.hour}"
    at = datetime.fromisoformat(local.replace("Z", "+00:00"))
    granularity = Granularity.MINUTE if at.minute else Granularity.HOUR
    if at.tzinfo is None and not zone_known:
        interval = Interval(day, day, granularity)
        return TimeValue(interval, TimeAnchor.ANNOUNCED, told.text, "headnote", LOCAL_TIME, local)
    moment = (at if at.tzinfo else at.replace(tzinfo=UTC)).astimezone(UTC)
    return TimeValue(Interval.moment(moment, granularity), TimeAnchor.ANNOUNCED, told.text, "headnote", timex=local)
