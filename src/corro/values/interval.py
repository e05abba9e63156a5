"""When something was: an interval of days with the precision that the source really gave."""

from calendar import monthrange
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime, timedelta
from enum import StrEnum

from corro.values.duration import Duration

_EDTF_MARKS = {(False, False): "", (True, False): "~", (False, True): "?", (True, True): "%"}
"""Qualifiers by (approximate, uncertain). Source: ISO 8601-2:2019, level 1; Library of Congress, EDTF specification (2019)."""


class Granularity(StrEnum):
    """How fine the source's own words are, finest first."""

    MINUTE = "minute"
    HOUR = "hour"
    PART_OF_DAY = "part_of_day"
    DAY = "day"
    WEEK = "week"
    PART_OF_MONTH = "part_of_month"
    MONTH = "month"
    QUARTER = "quarter"
    SEASON = "season"
    YEAR = "year"
    DECADE = "decade"
    SPAN = "span"


@dataclass(frozen=True, slots=True)
class Interval:
    """The days within which something lies, both ends included; an end that nobody gave is `None`.

    Attributes:
        first: First day, or None where the beginning is open or unknown.
        last: Last day, or None where the end is open or unknown.
        granularity: How fine the source's own words are.
        approximate: The source says "about" (EDTF `~`).
        uncertain: The source says that it is not sure (EDTF `?`).
        at: The moment, with its zone, where the source is finer than a day.
    """

    first: date | None
    last: date | None
    granularity: Granularity = Granularity.DAY
    approximate: bool = False
    uncertain: bool = False
    at: datetime | None = None

    def __post_init__(self) -> None:
        """Refuse intervals that run backwards and moments without a zone.

        Raises:
            ValueError: `first` lies after `last`, or `at` has no zone.
        """
        if self.first and self.last and self.first > self.last:
            raise ValueError(f"an interval cannot end before it begins: {self.first} > {self.last}")
        if self.at is not None and self.at.tzinfo is None:
            raise ValueError("a moment without a zone is a wrong moment")

    @classmethod
    def day(cls, day: date) -> "Interval":
        """Return the interval of one day."""
        return cls(day, day, Granularity.DAY)

    @classmethod
    def month(cls, year: int, month: int) -> "Interval":
        """Return the interval of one calendar month."""
        return cls(date(year, month, 1), date(year, month, monthrange(year, month)[1]), Granularity.MONTH)

    @classmethod
    def year(cls, year: int) -> "Interval":
        """Return the interval of one calendar year."""
        return cls(date(year, 1, 1), date(year, 12, 31), Granularity.YEAR)

    @classmethod
    def moment(cls, at: datetime, granularity: Granularity = Granularity.MINUTE) -> "Interval":
        """Return the interval of one moment; its day is counted in UTC."""
        day = at.astimezone(UTC).date()
        return cls(day, day, granularity, at=at)

    @property
    def bounded(self) -> bool:
        """Whether both ends are known."""
        return self.first is not None and self.last is not None

    @property
    def days(self) -> int | None:
        """The number of days, or None where an end is open."""
        return (self.last - self.first).days + 1 if self.first and self.last else None

    def holds(self, other: "Interval") -> bool:
        """Say whether `other` lies wholly inside; an open end holds everything on its side."""
        after = self.first is None or (other.first is not None and self.first <= other.first)
        before = self.last is None or (other.last is not None and other.last <= self.last)
        return after and before

    def overlaps(self, other: "Interval") -> bool:
        """Say whether at least one day could be in both."""
        apart = self.last and other.first and self.last < other.first
        apart = apart or (self.first and other.last and other.last < self.first)
        return not apart

    def gap_days(self, other: "Interval") -> int:
        """Return the days from the end of one to the beginning of the other; 0 where they overlap or touch an open end."""
        if self.overlaps(other):
            return 0
        first, second = sorted((self, other), key=lambda interval: interval.first or date.min)
        return (second.first - first.last).days if first.last and second.first else 0

    def cover(self, other: "Interval") -> "Interval":
        """Return the shortest interval that holds both."""
        first = min(self.first, other.first) if self.first and other.first else None
        last = max(self.last, other.last) if self.last and other.last else None
        approximate, uncertain = self.approximate or other.approximate, self.uncertain or other.uncertain
        return Interval(first, last, Granularity.SPAN, approximate, uncertain)

    def shifted(self, duration: Duration) -> "Interval":
        """Return the interval that lies `duration` later, no more precise than this one."""
        if self.at is not None:
            moved = Interval.moment(duration.after(self.at), self.granularity)
            return replace(moved, approximate=self.approximate, uncertain=self.uncertain)
        return replace(
            self,
            first=duration.days_after(self.first) if self.first else None,
            last=self._last_shifted(duration),
        )

    def _last_shifted(self, duration: Duration) -> date | None:
        if self.last is None:
            return None
        month_end = monthrange(self.last.year, self.last.month)[1] == self.last.day
        if month_end and (duration.months or duration.years) and self.granularity is not Granularity.DAY:
            return duration.days_after(self.last + timedelta(days=1)) - timedelta(days=1)
        return duration.days_after(self.last)

    @property
    def edtf(self) -> str:
        """The ISO 8601-2 (EDTF) form, level 1: a moment, a date of reduced precision, or an interval; `..` for an open end."""
        mark = _EDTF_MARKS[self.approximate, self.uncertain]
        if self.at is not None:
            return self.at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
        if self.first and self.last:
            single = _single_edtf(self.first, self.last)
            return single + mark if single else f"{self.first.isoformat()}{mark}/{self.last.isoformat()}{mark}"
        ends = [end.isoformat() + mark if end else ".." for end in (self.first, self.last)]
        return "/".join(ends)

    def __str__(self) -> str:
        """Return the EDTF form."""
        return self.edtf


def _single_edtf(first: date, last: date) -> str:
    """Return `YYYY-MM-DD`, `YYYY-MM` or `YYYY` where the two ends make exactly that; else the empty string.

    Whole months also shorten: 2020-10-01/2021-09-30 is 2020-10/2021-09.
    """
    if first == last:
        return first.isoformat()
    whole_months = first.day == 1 and last.day == monthrange(last.year, last.month)[1]
    if not whole_months:
        return ""
    if (first.month, last.month, first.year) == (1, 12, last.year):
        return f"{first.year:04d}"
    if (first.year, first.month) == (last.year, last.month):
        return f"{first:%Y-%m}"
    return f"{first:%Y-%m}/{last:%Y-%m}"
