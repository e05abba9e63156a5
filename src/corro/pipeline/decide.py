"""Takes people's decisions into a record, and brings what they touch up to date."""

from collections.abc import Sequence

from corro.casework import Classification
from corro.errors import BadOptionError
from corro.model import Assessment, CustodyAct, CustodyKind, Decision, DecisionKind
from corro.pipeline.grades import check_grades
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.pipeline.options import silent
from corro.ports import Store
from corro.review import edited_slot
from corro.settings import DEFAULT_RECORD

VOUCHED_FOR = frozenset({DecisionKind.SECOND})
"""Kinds of decision that come in only where somebody vouches for the signature (`corro.pipeline.seconding`)."""


def decide(decisions: Sequence[Decision], record: RecordPlace = DEFAULT_RECORD) -> None:
    """Take decisions into a record.

    Args:
        decisions: The decisions; a decision of kind `undo` names those that it undoes.
        record: The record's file, or a restricted case.

    Raises:
        RecordLockedError: Another process is writing to the record.
        StorageError: The disk is full, read-only or failing.
        BadOptionError: A decision has to be vouched for, names no standard where it must, edits what cannot be read so, or gives a
            grade that is none or has no ground.
    """
    store = open_to_write(record)
    try:
        decide_in(store, decisions)
    finally:
        store.close()


def decide_in(store: Store, decisions: Sequence[Decision]) -> None:
    """Take decisions into an open record; taking one twice changes nothing, and none is taken where one cannot be."""
    unvouched = [decision for decision in decisions if decision.kind in VOUCHED_FOR]
    if unvouched:
        raise BadOptionError(
            "A confirmation by a second person is taken with their signature: corro review second, or review take."
        )
    take_in(store, decisions)


def take_in(store: Store, decisions: Sequence[Decision]) -> None:
    """Take decisions for whose signatures somebody vouched into an open record."""
    from corro.pipeline.weighing import weigh

    _check_standards(decisions)
    _check_edits(store, decisions)
    check_grades(store.questions, decisions)
    with store.transaction():
        for decision in decisions:
            if decision not in store.questions.decisions(decision.subjects):
                store.intake.add_decision(decision)
                store.custody.log([CustodyAct(CustodyKind.DECIDED, decision.id, decision.by, decision.at, decision.kind.value)])
    weigh(store, silent)


def _check_standards(decisions: Sequence[Decision]) -> None:
    """Refuse what takes a standard of proof and names none (R1)."""
    for decision in decisions:
        if decision.kind is DecisionKind.ASSESSMENT and decision.verdict == Assessment.FINDING and not decision.standard:
            raise BadOptionError("A finding names its standard of proof: reasonable_grounds, for instance.")
        if decision.kind is DecisionKind.CLASSIFICATION:
            _check_level(decision)


def _check_level(decision: Decision) -> None:
    """Refuse a classification that is none, or for which nobody says why (R29)."""
    if decision.verdict not in set(Classification):
        raise BadOptionError(f"There is no level {decision.verdict!r}. There are {', '.join(Classification)}.")
    if not decision.reason.strip():
        raise BadOptionError("Say why the classification is to change.")


def _check_edits(store: Store, decisions: Sequence[Decision]) -> None:
    """Refuse an edit that cannot be read as a value of the claim that it names."""
    edits = [decision for decision in decisions if decision.kind is DecisionKind.EDIT]
    claims = store.questions.claims_by_id([subject for decision in edits for subject in decision.subjects])
    for decision in edits:
        for subject in decision.subjects:
            for role, text in decision.edits:
                if subject in claims and text:
                    edited_slot(claims[subject], role, text)
