"""An item is what its acts say, in whatever order they came."""

from itertools import permutations

from tests.unit.registers.builders import an_act, the_item

from corro.model import Entered, EnteredKind
from corro.registers.state import items

OPENED = an_act(EnteredKind.OPENED, 0, kind="O1", outcome="requested", subject="flight")
DENIED = an_act(EnteredKind.CHANGED, 1, outcome="denied", answered_on="2023-02-02")
CLOSED = an_act(EnteredKind.CLOSED, 2)
REOPENED = an_act(EnteredKind.REOPENED, 3)


def undoing(act: Entered, minute: int = 9) -> Entered:
    """Return the act that undoes another."""
    return Entered(act.item, act.register, EnteredKind.UNDONE, "analyst", an_act(minute=minute).at, (), "", (act.id,))


def test_the_later_value_holds_and_the_earlier_stays_in_its_history() -> None:
    """With who entered it, and when."""
    item = the_item(OPENED, DENIED)
    (outcome,) = (value for value in item.values if value.column == "outcome")
    assert (outcome.text, outcome.earlier, outcome.by, outcome.act) == ("denied", ("requested",), "analyst", DENIED.id)


def test_order_and_repetition_play_no_part() -> None:
    """Any order, each act twice: the same item."""
    acts = [OPENED, DENIED, CLOSED, undoing(DENIED)]
    made = {items([*order, *order]) for order in permutations(acts)}
    assert len(made) == 1


def test_an_emptied_column_holds_nothing() -> None:
    """Its history is in the acts."""
    assert the_item(OPENED, an_act(EnteredKind.CHANGED, 1, subject="")).text("subject") == ""


def test_undoing_restores_what_was_there() -> None:
    """The item is what it was without the act; undoing the undoing brings the act back."""
    undone = undoing(DENIED)
    assert the_item(OPENED, DENIED, undone).text("outcome") == "requested"
    assert the_item(OPENED, DENIED, undone, undoing(undone, 10)).text("outcome") == "denied"


def test_an_item_whose_opening_was_undone_is_none() -> None:
    """Nothing of it is listed."""
    assert items([OPENED, DENIED, undoing(OPENED)]) == ()


def test_closed_is_closed_until_it_is_opened_again() -> None:
    """The last of the two holds."""
    assert the_item(OPENED, CLOSED).closed
    assert not the_item(OPENED, CLOSED, REOPENED).closed


def test_acts_of_two_machines_that_cross_are_kept_and_remarked_on() -> None:
    """A status that does not follow is no error once it is in the record; a person sees it."""
    item = the_item(OPENED, an_act(EnteredKind.CHANGED, 1, outcome="cancelled"), an_act(EnteredKind.CHANGED, 2, outcome="approved"))
    assert item.text("outcome") == "approved"
    assert item.remarks == ("approved does not follow cancelled.",)
