"""How the dates of two passages stand to each other: one moment, one inside the other, another stage, a date moved, or rivals."""

import re
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta

from corro.model import DisputeKind
from corro.values import Interval
from corro.weigh.fields.names import speak_alike
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told, ToldTime
from corro.weigh.fields.verdicts import Finding, agree, dispute, incomparable, refine, unrelated, update
from corro.weigh.fields.voices import against

YEAR_APART_DAYS = 300
"""Days between two like dates from which they are those of two events. Source: chosen on the development pairs, 2026-11."""

MOMENT_MINUTES = 30
"""Minutes within which two moments are one. Source: own judgement, 2026-11."""

_FAMILIES = ("decision", "custody", "procedure", "mandate", "vote", "law_making")


def relate_days(one: Told, other: Told) -> Finding | None:
    """Say how the dates that two passages give stand to each other.

    Args:
        one: The earlier passage.
        other: The later.

    Returns:
        The finding; None where one of them is not dated.

    Source: docs/codebook.md, pairs of claims; D03, D04, D18, D27.
    """
    mine, theirs = list(_dates(one)), list(_dates(other))
    if not mine or not theirs:
        return None
    apart = min(left.gap_days(right) for left in _single(mine) or mine for right in _single(theirs) or theirs)
    if moved := _moved(one, other) if apart or len(set(theirs)) > len(set(mine)) else None:
        return moved
    if apart >= YEAR_APART_DAYS:
        return unrelated("day.years_apart", f"The dates lie {apart} days apart: two events.")
    if same := _one_moment(one, other) or _term_ends(one, other):
        return same
    if apart and _held_before(one, other):
        return dispute(
            DisputeKind.DATE, "day.before_it_began", "One has it go on since before the day on which the other lets it begin."
        )
    if apart and (staged := two_stages(one, other, *_FAMILIES)):
        return staged
    found = _of_days(mine, theirs)
    if found and found.rule == "day.apart" and not speak_alike(one, other) and not against(one, other):
        return incomparable("day.two_acts", "These are the days of two acts; both can hold.")
    return found


def _dates(told: Told) -> Iterator[Interval]:
    """Yield the days that a passage gives; where it dates itself ("(captured 9 September)") that is not the event's day.

    Beside a date, a mere weekday mostly tells something else ("in a cell since 29 October, he missed Friday prayers").
    """
    own = [time for time in told.times if time.interval is not None and not _of_capture(told, time)]
    exact = [time for time in own if _DIGIT.search(time.span.of(told.text))]
    intervals = [time.interval for time in exact or own if time.interval is not None]
    fine = [interval for interval in intervals if interval.first and interval.last]
    yield from fine


_DIGIT = re.compile(r"\d")


def _of_capture(told: Told, time: ToldTime) -> bool:
    opened, closed = told.text.rfind("(", 0, time.span.start), told.text.find(")", time.span.end)
    inside = opened >= 0 and closed >= 0 and ")" not in told.text[opened : time.span.start]
    return inside and opened == 0


def _single(intervals: list[Interval]) -> list[Interval]:
    return [interval for interval in intervals if interval.days == 1]


def _one_moment(one: Told, other: Told) -> Finding | None:
    """Compare moments, those included that follow from a term ("72 hours from 20:00")."""
    for left in _moments(one):
        for right in _moments(other):
            if abs(left - right) <= timedelta(minutes=MOMENT_MINUTES):
                return agree("day.one_moment", f"Both come to {left:%Y-%m-%d %H:%M}.")
    return None


def _moments(told: Told) -> list[datetime]:
    given = [moment for time in told.times if (moment := _moment(time))]
    terms = [time.hours for time in told.times if time.hours]
    return [*given, *(moment + timedelta(hours=hours) for moment in given for hours in terms)]


_HOUR = re.compile(r"(\d{4})-(\d\d)-(\d\d)T(\d\d)(?::?(\d\d))?")


def _moment(time: ToldTime) -> datetime | None:
    """Return the moment as told, without its zone; the hour 24 is the next day's first."""
    found = _HOUR.match(time.value)
    if not found:
        return None
    year, month, day, hour, minute = (int(part or 0) for part in found.groups())
    return datetime(year, month, day, tzinfo=UTC) + timedelta(hours=hour, minutes=minute)


_ZONES = re.compile(
    r"\b(?:GMT|UTC|TU|temps universel|Greenwich|heure locale|local time|heures? de \w+|"
    r"(?:[A-Z][\w-]+ )?[A-Z][\w-]+ time)\b"
)


def _term_ends(one: Told, other: Told) -> Finding | None:
    """Find a term that ends on the day that the other passage gives, and one moment told in two time zones."""
    for told, rival in ((one, other), (other, one)):
        ends = {day + timedelta(hours=time.hours) for day in _first_days(told) for time in told.times if time.hours}
        if ends & set(_first_days(rival)):
            return agree("day.term_ends", "The term that one gives ends on the day that the other gives.")
    if _ZONES.search(one.text) and _ZONES.search(other.text):
        return agree("day.time_zone", "One moment, told in two time zones.")
    return None


def _first_days(told: Told) -> list[date]:
    return [interval.first for interval in _dates(told) if interval.first and interval.days == 1]


def _of_days(mine: list[Interval], theirs: list[Interval]) -> Finding | None:
    pairs = [(left, right) for left in mine for right in theirs]
    for left, right in pairs:
        if (left.first, left.last) == (right.first, right.last):
            return agree("day.same", f"Both give {left.edtf}.")
    for left, right in pairs:
        if left.holds(right) or right.holds(left):
            return _inside(left, right)
    if any(left.overlaps(right) for left, right in pairs):
        return dispute(DisputeKind.DATE, "day.ends_differ", "They begin or end on different days.")
    left, right = min(pairs, key=lambda pair: pair[0].gap_days(pair[1]))
    return dispute(DisputeKind.DATE, "day.apart", f"{left.edtf} and {right.edtf} have no day in common.")


def _inside(left: Interval, right: Interval) -> Finding:
    outer, inner = (left, right) if left.holds(right) else (right, left)
    return refine("day.contained", f"{inner.edtf} lies within {outer.edtf}: no contradiction.")


def _moved(one: Told, other: Told) -> Finding | None:
    """Find a date that whoever set it has set anew."""
    later = bool(one.published and other.published and other.published > one.published)
    told_anew = "change" in other.any_keys("marks") and ("pending" in one.any_keys("marks") or (_due(one) and _due(other)))
    if later and (_reset(other) or told_anew):
        return update("day.moved", "The later report tells that the day was set anew.")
    return None


_SINCE = re.compile(r"\b(?:since|depuis)\b", re.IGNORECASE)


def _held_before(one: Told, other: Told) -> bool:
    """Say whether somebody is held since before the day of the arrest."""
    for told, rival in ((one, other), (other, one)):
        began, arrested = _first_days(told), _first_days(rival)
        held = "custody.held" in told.any_keys("stages") and _SINCE.search(told.text)
        if held and "custody.arrested" in rival.any_keys("stages") and began and arrested and min(began) < min(arrested):
            return True
    return False


_DUE = re.compile(r"\b(?:until|deadline|no later than|jusqu['’]au|au plus tard|date limite|délai|échéance)\b", re.IGNORECASE)


def _due(told: Told) -> bool:
    """Say whether a passage gives a term that whoever set it can set anew."""
    return bool(_DUE.search(told.text))


_RESET = re.compile(
    r"\b(?:postpon|put(?:s|ting)?\b[^.;]{0,25}\boff|pushed back|brought forward|moved|reschedul|extend|delay|"
    r"report[ée]|repouss|avanc[ée]|décal|prolong|recul|finalement)\w*",
    re.IGNORECASE,
)
"""Words by which whoever set a day sets another. Source: own list, 2026-11."""


def _reset(told: Told) -> bool:
    return bool(_RESET.search(told.text))
