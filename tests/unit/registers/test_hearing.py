"""The overview of who was heard ranks nobody, and says what was not entered."""

from tests.unit.registers.builders import SOME, Ticking

from corro.model import Item
from corro.pipeline.registers import Entry, change_in, enter_in
from corro.registers.hearing import named, overview
from corro.registers.state import items
from corro.store import SqliteStore

ENTRY = Entry(by="analyst", clock=Ticking())


def heard(store: SqliteStore, **changes: str) -> Item:
    """Enter somebody who was heard."""
    return enter_in(store, "briefers", {**SOME["briefers"], "status": "heard", "heard_on": "2023-01-27", **changes}, ENTRY)


def test_each_side_is_counted_also_where_nobody_of_it_was_heard() -> None:
    """Sides in the order of their list, criteria by name; who proposed, endorsed and invited are separate claims."""
    store = SqliteStore.in_memory()
    meeting = enter_in(store, "meetings", SOME["meetings"], ENTRY)
    said = {
        "proposed_by": "OHCHR, according to a magazine | the mission, according to the ministry",
        "invited_by": "presidency, selon la mission",
    }
    heard(store, meeting=meeting.id, criteria="women's organisation, according to the presidency", **said)
    heard(store, side="host State")
    (hearing, outside) = overview(items(store.questions.entered()))
    by_side = dict(hearing.by_side)
    assert (by_side["civil society"], by_side["host State"], by_side["armed group"]) == (1, 0, 0)
    assert hearing.by_criterion == (("women's organisation", 1),)
    assert hearing.heard[0].chosen_by == (
        "proposed by OHCHR, according to a magazine",
        "proposed by the mission, according to the ministry",
        "invited by presidency, according to la mission",
    )
    assert outside.by_criterion == (("not entered", 1),)


def test_only_who_consented_is_named() -> None:
    """Everybody else is their code, and is their code again from the moment at which they withdraw."""
    store = SqliteStore.in_memory()
    silent = heard(store)
    willing = heard(store, named_as="a minister", consent_to_be_named="yes", consent_on="2023-01-20")
    withdrawn = change_in(store, willing.id, {"consent_to_be_named": "withdrawn", "named_as": ""}, ENTRY)
    assert [named(one) for one in (silent, willing, withdrawn)] == ["P-7KQ2MD9R", "a minister", "P-7KQ2MD9R"]
