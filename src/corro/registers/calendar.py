"""Deadlines as an iCalendar file, which calendars on a telephone can take: codes and kinds only, for it leaves the machine."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import Any

from corro.registers.deadlines import Deadline, begin_of
from corro.values import content_id

STAMP = datetime.fromisoformat("1970-01-01T00:00:00+00:00")
"""When a calendar entry was made: always the same, so that the same deadlines give the same file. Source: RFC 5545, 3.8.7.2."""


def calendar(found: Iterable[Deadline], *, words: bool = False) -> bytes:
    """Write deadlines as a calendar.

    Args:
        found: The deadlines; those without a date are left out.
        words: Whether subjects and grounds are written too. They are not unless somebody asks: calendars are copied to telephones
            and to other people's servers.

    Returns:
        The file; the same deadlines always give the same bytes.

    Source: RFC 5545 (2009), VEVENT and VALARM.
    """
    from icalendar import Calendar

    made = Calendar()
    made.add("prodid", "-//Corro//deadlines//EN")
    made.add("version", "2.0")
    for deadline in found:
        if deadline.due is not None and (deadline.due.at or deadline.due.last):
            made.add_component(_event(deadline, words=words))
    written: bytes = made.to_ical()
    return written


def _event(deadline: Deadline, *, words: bool) -> Any:
    from icalendar import Event

    event = Event()
    event.add("uid", f"{content_id('due', deadline.about, deadline.kind, deadline.due)}@corro")
    event.add("dtstamp", STAMP)
    _add_time(event, deadline)
    event.add("summary", f"{deadline.about}: {deadline.what}" + (f" — {deadline.subject}" if words and deadline.subject else ""))
    if words:
        event.add("description", "; ".join(basis.words for basis in deadline.bases))
    for before in _before(deadline):
        event.add_component(_alarm(deadline, before))
    return event


def _before(deadline: Deadline) -> list[timedelta]:
    return [moment - begin_of(deadline.due) for moment in deadline.reminders] if deadline.due else []


def _add_time(event: Any, deadline: Deadline) -> None:
    due = deadline.due
    if due is None or due.last is None:
        return
    if due.at:
        event.add("dtstart", due.at.astimezone(STAMP.tzinfo))
    else:
        event.add("dtstart", due.last)
        event.add("dtend", due.last + timedelta(days=1))
    event.add("transp", "TRANSPARENT")


def _alarm(deadline: Deadline, before: timedelta) -> Any:
    from icalendar import Alarm

    alarm = Alarm()
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"{deadline.about}: {deadline.what}")
    alarm.add("trigger", before)
    return alarm
