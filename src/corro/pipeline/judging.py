"""Takes one answer, correction or undoing into a record, and refuses it where somebody else answered meanwhile."""

from collections.abc import Mapping
from dataclasses import dataclass

from corro.errors import AnsweredMeanwhileError, BadOptionError, UnknownIdError
from corro.model import Decision, DecisionKind, moment_after, standing
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.decide import take_in
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.pipeline.reviewing import Judgement, edit_in, judge_in, proposal_named
from corro.ports import Store
from corro.review import Proposal, ProposalKind

__all__ = ["REVIEWED", "Asked", "Proposal", "ProposalKind", "correct", "judge", "undo"]

REVIEWED = frozenset(
    {
        DecisionKind.CLAIM,
        DecisionKind.SAME_EVENT,
        DecisionKind.DIFFERENCE,
        DecisionKind.SAME_ACTOR,
        DecisionKind.ISSUE,
        DecisionKind.EDIT,
    }
)
"""Kinds of decision that answers to proposals, and corrections, are kept as; these a reviewer may undo."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A proposal as somebody saw it.

    Attributes:
        name: Its id, short or long.
        decision: Id of the decision that it rested on; empty where nobody had answered.
    """

    name: str
    decision: str = ""


def judge(record: RecordPlace, asked: Asked, judgement: Judgement) -> Decision:
    """Take an answer to a proposal.

    Args:
        record: The record.
        asked: The proposal as the person saw it.
        judgement: The answer.

    Returns:
        The decision that keeps it.

    Raises:
        AnsweredMeanwhileError: Somebody answered after the person saw it.
        UnknownIdError: There is no such proposal.
        BadOptionError: The answer is none, or lacks its reason.
        NotAllowedError: The user may not review.
        RecordLockedError: Another process is writing to the record.
    """
    store = open_to_write(record)
    try:
        require(judgement.user, Doing.REVIEW)
        _as_seen(store, asked)
        return judge_in(store, asked.name, judgement)
    finally:
        store.close()


def correct(record: RecordPlace, claim: str, edits: Mapping[str, str], judgement: Judgement) -> Decision:
    """Take a correction of how a claim was read; see `corro.pipeline.reviewing.edit_in`."""
    store = open_to_write(record)
    try:
        return edit_in(store, claim, edits, judgement)
    finally:
        store.close()


def undo(record: RecordPlace, decision: str, judgement: Judgement) -> Decision:
    """Undo an answer or a correction; what was there before is back.

    Args:
        record: The record.
        decision: Its id.
        judgement: By whom, and why; its verdict is not asked for.

    Returns:
        The decision that undoes it.

    Raises:
        UnknownIdError: There is no such decision that holds.
        BadOptionError: It is no answer and no correction.
        NotAllowedError: The user may not review.
    """
    store = open_to_write(record)
    try:
        require(judgement.user, Doing.REVIEW)
        return _undone(store, decision, judgement)
    finally:
        store.close()


def _as_seen(store: Store, asked: Asked) -> None:
    now = proposal_named(store.questions, asked.name).decision
    if now != asked.decision:
        raise AnsweredMeanwhileError(name=asked.name, decision=now)


def _undone(store: Store, name: str, judgement: Judgement) -> Decision:
    every = store.questions.decisions()
    found = next((one for one in standing(every) if one.id == name), None)
    if found is None:
        raise UnknownIdError(f"There is no decision {name} that holds; it may have been undone already.", id=name)
    if found.kind not in REVIEWED:
        raise BadOptionError(f"{name} is neither an answer to a proposal nor a correction; undo it with `corro decide undo`.")
    at = moment_after(every, judgement.clock.now())
    made = Decision(DecisionKind.UNDO, (name,), "undone", judgement.by, at, judgement.reason)
    take_in(store, [made])
    return made
