"""Reads the written form of a time: ISO 8601-2 (EDTF) level 1 as `Interval.edtf` writes it, and moments with their zone."""

import re
from datetime import date, datetime
from zoneinfo import ZoneInfo

from corro.values.interval import Granularity, Interval

_MARKS = {"": (False, False), "~": (True, False), "?": (False, True), "%": (True, True)}
_DATE = re.compile(r"^(?P<year>\d{4})(?:-(?P<month>\d\d)(?:-(?P<day>\d\d))?)?(?P<mark>[~?%]?)$")
_MOMENT = re.compile(
    r"^(?P<local>\d{4}-\d\d-\d\d[T ]\d\d:\d\d(?::\d\d)?) ?(?P<zone>Z|[+-]\d\d:?\d\d|[A-Za-z_]+(?:/[A-Za-z_]+)+|UTC)?$"
)
OPEN = ".."


def read_edtf(text: str) -> Interval:
    """Read a time as it is written.

    Args:
        text: `2023`, `2023-02`, `2023-02-05`, each with `~` (about), `?` (not sure) or `%` (both); two of them with `/` between,
            `..` for an open end; or a moment with its zone: `2023-02-05T20:00Z`, `2023-02-05 20:00 Africa/Bamako`.

    Returns:
        The interval, as fine as the text.

    Raises:
        ValueError: The text is none of these, runs backwards, or is a moment without a zone.

    Source: ISO 8601-2:2019, level 1; Library of Congress, EDTF specification (2019).
    """
    written = text.strip()
    if ":" in written:
        return _moment(written)
    if "/" in written:
        return _span(*written.split("/", 1))
    return _date(written)


def _moment(written: str) -> Interval:
    match = _MOMENT.match(written)
    if not match:
        raise ValueError(f"not a moment: {_short(written)}")
    if not match["zone"]:
        raise ValueError("a moment without a zone is a wrong moment")
    local = datetime.fromisoformat(match["local"])
    if "/" in match["zone"]:
        return Interval.moment(local.replace(tzinfo=_zone(match["zone"])))
    zone = "+00:00" if match["zone"] in ("Z", "UTC") else match["zone"]
    return Interval.moment(datetime.fromisoformat(f"{local.isoformat()}{zone}"))


def _zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (KeyError, OSError) as error:
        raise ValueError(f"not a zone: {name}") from error


def _date(written: str) -> Interval:
    match = _DATE.match(written)
    if not match:
        raise ValueError(f"not a date: {_short(written)}")
    month, day = (int(match[part]) if match[part] else None for part in ("month", "day"))
    approximate, uncertain = _MARKS[match["mark"]]
    plain = _plain(int(match["year"]), month, day)
    return Interval(plain.first, plain.last, plain.granularity, approximate, uncertain)


def _plain(year: int, month: int | None, day: int | None) -> Interval:
    if month is None:
        return Interval.year(year)
    return Interval.month(year, month) if day is None else Interval.day(date(year, month, day))


def _span(first: str, last: str) -> Interval:
    ends = [None if end.strip() in ("", OPEN) else _date(end.strip()) for end in (first, last)]
    if ends == [None, None]:
        raise ValueError("an interval with two open ends says nothing")
    known = [end for end in ends if end]
    approximate, uncertain = any(end.approximate for end in known), any(end.uncertain for end in known)
    begin, end = (ends[0].first if ends[0] else None), (ends[1].last if ends[1] else None)
    return Interval(begin, end, Granularity.SPAN, approximate, uncertain)


def _short(written: str) -> str:
    return repr(written[:40])
