"""One person raises how confidentially an item is handled; lowering it takes two (R29)."""

import pytest
from tests.unit.registers.builders import SOME, Ticking, an_item

from corro.model import Item
from corro.pipeline.registers import Entry, change_in, enter_in
from corro.store import SqliteStore

STRICT, MIDDLE, OPEN = "strictly_confidential", "confidential", "unclassified"


def after(*asked: tuple[str, str], first: str = STRICT) -> Item:
    """Return an item that somebody opened, after these people asked for these levels."""
    store, clock = SqliteStore.in_memory(), Ticking()
    item = enter_in(store, "violations", {**SOME["violations"], "handling": first}, Entry(by="ada", clock=clock))
    for by, level in asked:
        item = change_in(store, item.id, {"handling": level}, Entry(by=by, clock=clock))
    return item


@pytest.mark.parametrize(
    ("asked", "level"),
    [
        ([("ada", OPEN)], STRICT),
        ([("ada", OPEN), ("ada", OPEN)], STRICT),
        ([("ada", OPEN), ("ben", OPEN)], OPEN),
        ([("ada", OPEN), ("ben", MIDDLE)], MIDDLE),
        ([("ada", MIDDLE), ("cleo", STRICT), ("ben", MIDDLE)], STRICT),
    ],
)
def test_lowering_takes_two_persons(asked: list[tuple[str, str]], level: str) -> None:
    """Of two who ask for different levels the higher holds; the same person twice is one."""
    assert after(*asked).text("handling") == level


def test_what_was_asked_before_a_raise_counts_no_more() -> None:
    """Somebody raised it in between: both have to ask again."""
    item = after(("ada", OPEN), ("ben", STRICT), ("ben", OPEN), first=MIDDLE)
    assert item.text("handling") == STRICT
    assert item.remarks == ("ben asked for a lower handling; a second person has to ask for it too.",)


def test_raising_takes_one() -> None:
    """At once, and without a remark."""
    item = after(("ben", STRICT), first=OPEN)
    assert (item.text("handling"), item.remarks) == (STRICT, ())


def test_a_clock_that_was_set_back_changes_no_order() -> None:
    """What is entered later counts later."""
    store, late = SqliteStore.in_memory(), Ticking()
    item = enter_in(store, "access", SOME["access"], Entry(by="ada", clock=late))
    early = Ticking(late.moment.replace(year=2001))
    assert change_in(store, item.id, {"outcome": "denied"}, Entry(by="ada", clock=early)).text("outcome") == "denied"
    assert an_item().closed is False
