"""Lengths of time as a text states them: kept as stated, never rounded into another unit."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, datetime, timedelta

_ISO = re.compile(r"^P(?:(\d+)Y)?(?:(\d+)M)?(?:(\d+)W)?(?:(\d+)D)?(?:T(?:(\d+)H)?(?:(\d+)M)?)?$")


@dataclass(frozen=True, slots=True)
class Duration:
    """A stated length of time, such as 48 hours (`PT48H`), which is not the same statement as two days (`P2D`).

    Attributes:
        years: Whole years.
        months: Whole months.
        weeks: Whole weeks.
        days: Whole days.
        hours: Whole hours.
        minutes: Whole minutes.
    """

    years: int = 0
    months: int = 0
    weeks: int = 0
    days: int = 0
    hours: int = 0
    minutes: int = 0

    @property
    def iso(self) -> str:
        """The ISO 8601 form, with the units as stated."""
        day_part = "".join(
            f"{number}{letter}"
            for number, letter in ((self.years, "Y"), (self.months, "M"), (self.weeks, "W"), (self.days, "D"))
            if number
        )
        time_part = "".join(f"{number}{letter}" for number, letter in ((self.hours, "H"), (self.minutes, "M")) if number)
        return f"P{day_part}" + (f"T{time_part}" if time_part else "") if day_part or time_part else "PT0H"

    @classmethod
    def of(cls, iso: str) -> "Duration":
        """Read an ISO 8601 duration.

        Args:
            iso: For instance `PT48H`, `P3D`, `P9M`.

        Returns:
            The duration with the units as written.

        Raises:
            ValueError: The text is not an ISO 8601 duration in whole units.
        """
        match = _ISO.match(iso)
        if not match or not any(match.groups()):
            raise ValueError(f"not an ISO 8601 duration: {iso!r}")
        return cls(*(int(group or 0) for group in match.groups()))

    def after(self, moment: datetime) -> datetime:
        """Return the moment that lies this long after `moment`; months keep the day where the month has it."""
        shifted = datetime.combine(self._months_after(moment.date()), moment.timetz())
        return shifted + timedelta(weeks=self.weeks, days=self.days, hours=self.hours, minutes=self.minutes)

    def days_after(self, day: date) -> date:
        """Return the day that lies this long after `day`, hours counted in full days only."""
        whole_days = self.days + (self.hours * 60 + self.minutes) // (24 * 60)
        return self._months_after(day) + timedelta(weeks=self.weeks, days=whole_days)

    def _months_after(self, day: date) -> date:
        months = day.month - 1 + self.months + 12 * self.years
        year, month = day.year + months // 12, months % 12 + 1
        return date(year, month, min(day.day, monthrange(year, month)[1]))
