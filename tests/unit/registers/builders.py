"""Acts and items with defaults, for tests of the registers."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from functools import cache

from corro.model import Entered, EnteredKind, Item
from corro.pipeline.registers import Entry, enter_in
from corro.registers.state import items
from corro.store import SqliteStore

MOMENT = datetime(2023, 2, 1, 9, tzinfo=UTC)

SOME = {
    "access": {"kind": "O1", "subject": "flight to Aram", "needed_by": "2023-02-08T12:00Z"},
    "measures": {"kind": "H1", "target": "head of section", "announced": "2023-02-05T20:00Z", "duration": "48 hours"},
    "meetings": {"subject": "the situation", "date": "2023-01-27"},
    "briefers": {"person": "P-7KQ2MD9R", "side": "civil society", "consent_to_be_named": "no", "risk_before": "medium"},
    "violations": {"kind": "V1", "date": "2022-03-27/2022-03-31", "perpetrator_kind": "state_force"},
    "investigations": {"about": "killings at Aram", "body": "commission"},
    "mission": {"kind": "ceiling", "subject": "military", "value": "13,289 troops", "as_of": "2022-06-29", "basis": "authorised"},
    "reprisals": {"person": "P-7KQ2MD9R", "engagement_with": "mission", "trigger": "interview", "act": "arrest"},
}
"""What an item of each register can be opened with."""


@dataclass
class Ticking:
    """A clock that goes on by a minute each time it is asked."""

    moment: datetime = MOMENT

    def now(self) -> datetime:
        """Return a minute later than before."""
        self.moment += timedelta(minutes=1)
        return self.moment

    def today(self) -> date:
        """Return the day."""
        return self.moment.date()


@cache
def _shared() -> SqliteStore:
    """Return a record for items that have nothing to do with each other: making one takes longer than a test."""
    return SqliteStore.in_memory()


def an_act(what: EnteredKind = EnteredKind.OPENED, minute: int = 0, **values: str) -> Entered:
    """Return an act on the item `AR-AAAAAAAA` so many minutes after the first."""
    at = MOMENT + timedelta(minutes=minute)
    return Entered("AR-AAAAAAAA", "access", what, "analyst", at, tuple(sorted(values.items())))


def an_item(register: str = "access", **changes: str) -> Item:
    """Return an item that was opened with what its register needs and these columns."""
    return enter_in(_shared(), register, {**SOME[register], **changes}, Entry(by="analyst", clock=Ticking()))


def the_item(*acts: Entered) -> Item:
    """Return the one item that acts make."""
    (item,) = items(acts)
    return item
