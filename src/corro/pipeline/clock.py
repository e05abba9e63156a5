"""The machine's clock, for the edge of the flow; no stage asks it."""

from datetime import UTC, date, datetime


class SystemClock:
    """Tells the time by this machine (`corro.ports.Clock`)."""

    def now(self) -> datetime:
        """Return the present moment in UTC."""
        return datetime.now(UTC)

    def today(self) -> date:
        """Return the present day in UTC."""
        return self.now().date()
