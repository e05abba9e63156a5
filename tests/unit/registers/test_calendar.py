"""The calendar file tells codes and kinds, is the same each time, and is read by others."""

from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar
from tests.unit.registers.builders import an_item

from corro.registers.calendar import calendar
from corro.registers.deadlines import deadlines_of

SUBJECT = "head of the section for detainees"


def test_a_moment_and_a_day_are_written_as_what_they_are() -> None:
    """A moment in UTC, a day as a whole day, each with its reminders."""
    moment = deadlines_of(an_item("measures", target=SUBJECT))
    day = deadlines_of(an_item("measures", announced="2022-07-20", duration="72 hours"))
    first, second = Calendar.from_ical(calendar([*moment, *day])).walk("VEVENT")
    assert first["DTSTART"].dt == datetime(2023, 2, 7, 20, tzinfo=UTC)
    assert (second["DTSTART"].dt, second["DTEND"].dt) == (date(2022, 7, 23), date(2022, 7, 24))
    assert [alarm["TRIGGER"].dt for alarm in first.walk("VALARM")] == [timedelta(days=-1), timedelta(hours=-6)]


def test_it_holds_no_words_of_an_item_unless_asked() -> None:
    """Calendars are copied to telephones."""
    found = deadlines_of(an_item("measures", target=SUBJECT))
    assert SUBJECT.encode() not in calendar(found).replace(b"\r\n ", b"")
    assert SUBJECT.encode() in calendar(found, words=True).replace(b"\r\n ", b"")


def test_the_same_deadlines_give_the_same_bytes() -> None:
    """No clock and no chance in it; what has no date is left out."""
    item = an_item("measures", announced="2022-07-14", duration="", condition="a meeting")
    assert calendar(deadlines_of(item)).count(b"BEGIN:VEVENT") == 0
    found = deadlines_of(an_item())
    assert calendar(found) == calendar(found)
