"""Which decisions hold (law 5)."""

from datetime import UTC, datetime
from itertools import permutations

from corro.model import Decision, DecisionKind, standing


def decided(
    verdict: str, hour: int, kind: DecisionKind = DecisionKind.SAME_EVENT, subjects: tuple[str, ...] = ("claim_a", "claim_b")
) -> Decision:
    """Build a decision taken at that hour."""
    return Decision(kind, subjects, verdict, by="Awa", at=datetime(2026, 1, 1, hour, tzinfo=UTC))


def test_the_later_one_holds_in_any_order() -> None:
    """Of two that contradict, the later one holds, however they arrive."""
    early, late = decided("same", 9), decided("not_same", 10)
    for order in permutations((early, late)):
        assert standing(order) == (late,)


def test_undoing_restores_what_was_there() -> None:
    """An undone decision gives way to the one before it, and undoing the undoing brings it back."""
    early, late = decided("same", 9), decided("not_same", 10)
    undo = decided("undo", 11, DecisionKind.UNDO, (late.id,))
    redo = decided("undo", 12, DecisionKind.UNDO, (undo.id,))
    assert standing((early, late, undo)) == (early,)
    assert standing((early, late, undo, redo)) == (late,)


def test_decisions_on_other_things_do_not_touch_each_other() -> None:
    """Two subjects keep a decision each."""
    one, two = decided("same", 9), decided("not_same", 10, subjects=("claim_c", "claim_d"))
    assert standing((two, one)) == (one, two)
