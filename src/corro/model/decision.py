"""A person's judgement: an input of the record, never overwritten by a re-run."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corro.values import Interval, content_id


class DecisionKind(StrEnum):
    """What a decision is about."""

    SAME_EVENT = "same_event"
    SAME_LINEAGE = "same_lineage"
    SAME_ACTOR = "same_actor"
    CLAIM = "claim"
    DIFFERENCE = "difference"
    ASSESSMENT = "assessment"
    RELIABILITY = "reliability"
    CREDIBILITY = "credibility"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on claims or documents (sets and pairs), never on a composed event.

    Attributes:
        kind: What it is about.
        subjects: Ids of the claims or documents, sorted; for `undo` the id of the decision undone, for `reliability` the key of
            the source (`corro.weigh.source_key`).
        verdict: `same`, `not_same`, `unsure`, `accepted`, `rejected`, or the assessment or grade given.
        by: Who decided.
        at: When, with its zone.
        reason: Why.
        standard: The standard of proof applied; mandatory for a finding.
        topic: Code or family of event types that a grade of reliability is for; empty for all.
        period: Days on which the source put out what the grade is for; None for all.
    """

    kind: DecisionKind
    subjects: tuple[str, ...]
    verdict: str
    by: str
    at: datetime
    reason: str = ""
    standard: str = ""
    topic: str = ""
    period: Interval | None = None

    @property
    def id(self) -> str:
        """The decision's id, made of all that it says."""
        scope = (self.topic, str(self.period)) if self.topic or self.period else ()
        return content_id("decision", self.kind, *self.subjects, *scope, self.verdict, self.by, self.at.isoformat(), self.reason)


def standing(decisions: tuple[Decision, ...]) -> tuple[Decision, ...]:
    """Return the decisions that hold: not undone, the later one where two contradict, ties by id.

    Args:
        decisions: All decisions, in any order.

    Returns:
        The standing decisions, oldest first.
    """
    ordered = sorted(decisions, key=lambda decision: (decision.at, decision.id))
    undone: set[str] = set()
    for decision in reversed(ordered):
        if decision.kind is DecisionKind.UNDO and decision.id not in undone:
            undone.update(decision.subjects)
    latest: dict[tuple[DecisionKind, tuple[str, ...], str, Interval | None], Decision] = {}
    for decision in ordered:
        if decision.kind is not DecisionKind.UNDO and decision.id not in undone:
            latest[decision.kind, decision.subjects, decision.topic, decision.period] = decision
    return tuple(sorted(latest.values(), key=lambda decision: (decision.at, decision.id)))
