"""Takes people's decisions into a record, and brings what they touch up to date."""

from collections.abc import Sequence

from corro.errors import BadOptionError
from corro.model import CustodyAct, CustodyKind, Decision, DecisionKind
from corro.pipeline.grades import check_grades
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.pipeline.options import silent
from corro.ports import Store
from corro.settings import DEFAULT_RECORD

WITHOUT_EFFECT = frozenset({DecisionKind.SAME_ACTOR, DecisionKind.DIFFERENCE})
"""Kinds of decision that nothing reads yet: keeping one would make believe that it holds."""


def decide(decisions: Sequence[Decision], record: RecordPlace = DEFAULT_RECORD) -> None:
    """Take decisions into a record.

    Args:
        decisions: The decisions; a decision of kind `undo` names those that it undoes.
        record: The record's file, or a restricted case.

    Raises:
        RecordLockedError: Another process is writing to the record.
        StorageError: The disk is full, read-only or failing.
        BadOptionError: A decision is of a kind that has no effect yet, or gives a grade that is none or has no ground.
    """
    store = open_to_write(record)
    try:
        decide_in(store, decisions)
    finally:
        store.close()


def decide_in(store: Store, decisions: Sequence[Decision]) -> None:
    """Take decisions into an open record; taking one twice changes nothing, and none is taken where one has no effect yet."""
    from corro.pipeline.weighing import weigh

    for decision in decisions:
        if decision.kind in WITHOUT_EFFECT:
            raise BadOptionError(f"Decisions of kind {decision.kind.value!r} have no effect yet, and are not taken.")
    check_grades(store.questions, decisions)
    with store.transaction():
        for decision in decisions:
            if decision not in store.questions.decisions(decision.subjects):
                store.intake.add_decision(decision)
                store.custody.log([CustodyAct(CustodyKind.DECIDED, decision.id, decision.by, decision.at, decision.kind.value)])
    weigh(store, silent)
