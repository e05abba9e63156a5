"""What people enter into a register themselves: acts that are only ever added, beside what reports say."""

from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from corro.values import content_id


class EnteredKind(StrEnum):
    """What was done with a register's item."""

    OPENED = "opened"
    CHANGED = "changed"
    CLOSED = "closed"
    REOPENED = "reopened"
    UNDONE = "undone"


@dataclass(frozen=True, slots=True)
class Entered:
    """One act on one item of a register.

    Attributes:
        item: The item's id: random, for what people enter may be guessed from a hash.
        register: Which register it stands in.
        kind: What was done.
        by: Who did it.
        at: When it was entered, with its zone.
        values: Columns and what they are to hold from now on, sorted by column; an empty text empties the column.
        reason: Why.
        rests_on: Ids of claims or of other items that it rests on, sorted; none where it is the person's own knowledge; for
            `undone` the ids of the acts undone.
    """

    item: str
    register: str
    kind: EnteredKind
    by: str
    at: datetime
    values: tuple[tuple[str, str], ...] = ()
    reason: str = ""
    rests_on: tuple[str, ...] = field(default=())

    @property
    def id(self) -> str:
        """The act's id, made of all that it says."""
        told = [part for column, value in self.values for part in (column, value)]
        return content_id(
            "entered", self.item, self.register, self.kind, self.by, self.at.isoformat(), *told, self.reason, *self.rests_on
        )
