"""An item is shown with what follows from it: its status by the clock, the field's word for it, how it is to be handled."""

from datetime import UTC, datetime

import pytest
from tests.unit.registers.builders import SOME, Ticking, an_item

from corro.model import RegisterEntry
from corro.pipeline.registers import Entry, enter_in
from corro.registers.lines import Cell, cells_of, lines, linked, three_counts
from corro.registers.state import items
from corro.store import SqliteStore

NOW = datetime(2023, 6, 1, tzinfo=UTC)


def cell(name: str, register: str, **changes: str) -> Cell:
    """Return a column of an item as it is shown."""
    return next(one for one in cells_of(an_item(register, **changes), NOW) if one.name == name)


@pytest.mark.parametrize(
    ("kind", "word"),
    [
        ("state_force", "violation"),
        ("armed_group", "abuse"),
        ("private_military", "violation or abuse"),
        ("", "violation or abuse"),
    ],
)
def test_violation_or_abuse_by_who_is_said_to_have_done_it(kind: str, word: str) -> None:
    """Organs of a State commit violations, armed groups abuses, others either (R4)."""
    assert cell("term", "violations", perpetrator_kind=kind).printed == word


def test_another_word_is_somebody_s() -> None:
    """With whose word it is, it stands as entered."""
    shown = cell("term", "violations", term="abuse", term_by="a ministry")
    assert (shown.printed, shown.why) == ("abuse", "")


@pytest.mark.parametrize("changes", [{"kind": "V3"}, {"sexual_violence": "yes"}, {"mrm_category": "abduction"}])
def test_sexual_violence_and_children_are_strictly_confidential(changes: dict[str, str]) -> None:
    """Whatever was entered (R23)."""
    shown = cell("handling", "violations", handling="unclassified", **changes)
    assert (shown.printed, bool(shown.why)) == ("strictly confidential", True)


def test_who_entered_stands_with_each_value_and_nobody_with_what_is_computed() -> None:
    """So that nobody takes one for the other."""
    shown = {one.name: one for one in cells_of(an_item(), NOW)}
    assert (shown["subject"].by, shown["subject"].why) == ("analyst", "")
    assert (shown["outcome"].by, shown["outcome"].printed) == ("", "no response")


def test_an_item_stands_under_the_line_that_shares_most_with_it() -> None:
    """Ties go by id; one that shares nothing stands alone, after the record's lines."""
    entries = [RegisterEntry("access", "event_1", (), ("claim_1",)), RegisterEntry("access", "event_2", (), ("claim_2", "claim_3"))]
    store = SqliteStore.in_memory()
    about = Entry(by="analyst", rests_on=("claim_1", "claim_2", "claim_3"), clock=Ticking())
    near = enter_in(store, "access", SOME["access"], about)
    far = enter_in(store, "access", SOME["access"], Entry(by="analyst", clock=Ticking()))
    told = lines(entries, [near, far])
    assert [line.items for line in told] == [(), (near,), (far,)]


def test_events_acts_and_victims_are_three_counts() -> None:
    """None is added to another, nor victims of one act to those of the next (R6)."""
    store, entry = SqliteStore.in_memory(), Entry(by="analyst", clock=Ticking())
    event = enter_in(store, "violations", SOME["violations"], entry)
    for victims in ("3 persons", "at least 2 persons"):
        enter_in(store, "acts", {"violation": event.id, "kind": "V4", "victim": "herders", "victims": victims}, entry)
    acts = linked(event, items(store.questions.entered()))
    assert three_counts(acts).startswith("1 event, 2 acts; victims by act: 3 persons; ≥ 2 persons")
    assert three_counts([]) == ""
