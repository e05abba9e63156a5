"""An item of a register: what people entered of one thing, as its acts have it."""

from dataclasses import dataclass
from datetime import datetime


@dataclass(frozen=True, slots=True)
class ItemValue:
    """One column of an item.

    Attributes:
        column: Its key.
        text: What it holds.
        by: Who entered it.
        at: When.
        act: Id of the act that it rests on.
        earlier: What it held before, oldest first.
    """

    column: str
    text: str
    by: str
    at: datetime
    act: str
    earlier: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Item:
    """What is held of one item: a pure function of its acts.

    Attributes:
        id: Its random id.
        register: Which register it stands in.
        values: Its columns that hold something, sorted by key.
        opened: When it was opened.
        opened_by: By whom.
        changed: When its last act was entered.
        closed: Whether it was closed, and not reopened since.
        reason: Why it was closed; empty where it is open.
        rests_on: Ids of claims and of items that it rests on, sorted.
        acts: Ids of the acts that hold, oldest first.
        remarks: What is odd about its acts, in words: two that do not follow each other, one that asks for more.
    """

    id: str
    register: str
    values: tuple[ItemValue, ...]
    opened: datetime
    opened_by: str
    changed: datetime
    closed: bool = False
    reason: str = ""
    rests_on: tuple[str, ...] = ()
    acts: tuple[str, ...] = ()
    remarks: tuple[str, ...] = ()

    def text(self, column: str) -> str:
        """Return what a column holds, or the empty string."""
        return next((value.text for value in self.values if value.column == column), "")

    @property
    def entered_by(self) -> tuple[str, ...]:
        """Who entered what it holds, sorted."""
        return tuple(sorted({self.opened_by, *(value.by for value in self.values)}))
