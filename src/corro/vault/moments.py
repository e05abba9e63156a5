"""Moments as the vault keeps them: always in UTC and to the microsecond, so that they sort as text."""

from datetime import UTC, datetime, timedelta

from corro.ports import Clock


def stamp(moment: datetime) -> str:
    """Return a moment as text."""
    return moment.astimezone(UTC).isoformat(timespec="microseconds")


def now(clock: Clock) -> str:
    """Return the present moment as text."""
    return stamp(clock.now())


def ago(clock: Clock, span: timedelta) -> str:
    """Return the moment so long ago as text."""
    return stamp(clock.now() - span)


def ahead(clock: Clock, span: timedelta) -> str:
    """Return the moment so far ahead as text."""
    return stamp(clock.now() + span)
