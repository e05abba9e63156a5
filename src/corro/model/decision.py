"""A person's judgement: an input of the record, never overwritten by a re-run."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum

from corro.model.event import Assessment
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
    EDIT = "edit"
    ISSUE = "issue"
    CLASSIFICATION = "classification"
    SECOND = "second"
    UNDO = "undo"


@dataclass(frozen=True, slots=True)
class Decision:
    """A judgement on claims or documents (sets and pairs), never on a composed event.

    Attributes:
        kind: What it is about.
        subjects: Ids of the claims or documents, sorted; for `undo` and `second` the id of the decision undone or confirmed, for
            `issue` the id of the issue, for `reliability` the key of the source (`corro.weigh.source_key`).
        verdict: `same`, `not_same`, `unsure`, `accepted`, `rejected`, `edited`, `confirmed`, or the assessment or grade given.
        by: Who decided.
        at: When, with its zone.
        reason: Why.
        standard: The standard of proof applied; mandatory for a finding.
        topic: Code or family of event types that a grade of reliability is for, empty for all; for `difference` field and rule, for
            `same_actor` the id of the known actor.
        period: Days on which the source put out what the grade is for; None for all.
        edits: For `edit`: roles of the claim and what they are to hold, sorted by role; an empty text takes the value away.
        seen: Ids of the versions of the subjects' documents that were there to be seen, sorted; a later one asks again.
        key: Public key that it is signed with, in hexadecimal digits; empty where it is not signed.
        signature: Ed25519 signature under `words`, in hexadecimal digits.
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
    edits: tuple[tuple[str, str], ...] = ()
    seen: tuple[str, ...] = ()
    key: str = ""
    signature: str = ""

    @property
    def _parts(self) -> tuple[str, ...]:
        scope = (self.topic, str(self.period)) if self.topic or self.period else ()
        told = (*self.subjects, *scope, self.verdict, self.by, self.at.isoformat(), self.reason)
        edited = [part for role, text in self.edits for part in (f"edit {role}", text)]
        standard = (f"standard {self.standard}",) if self.standard else ()
        return (self.kind, *told, *standard, *edited, *(f"seen {name}" for name in self.seen))

    @property
    def id(self) -> str:
        """The decision's id, made of all that it says."""
        return content_id("decision", *self._parts)

    @property
    def words(self) -> bytes:
        """All that it says, as it is signed: the signature itself is no part of it."""
        return "\x1f".join(("corro decision", *self._parts)).encode()


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


TWO_PERSONS = frozenset({Assessment.FINDING, Assessment.JUDICIALLY_ESTABLISHED})
"""Assessments that take two persons: what is above "verified" on the ladder. Source: docs/codebook.md, R1, R2, R29."""


HIGHEST_LEVEL = "strictly_confidential"
"""The level of classification that one person may always give. Source: vocab/lists/classifications.toml; docs/codebook.md, R29."""


def takes_two(decision: Decision) -> bool:
    """Say whether a decision takes full effect only once a second person confirms it: a finding, or a lower classification."""
    if decision.kind is DecisionKind.CLASSIFICATION:
        return decision.verdict != HIGHEST_LEVEL
    return decision.kind is DecisionKind.ASSESSMENT and decision.verdict in set(TWO_PERSONS)


def moment_after(decisions: Iterable[Decision], now: datetime) -> datetime:
    """Return the present moment, or one after these decisions where the clock was set back: what is decided later holds.

    Args:
        decisions: Decisions that a new one is to come after.
        now: What the clock tells.
    """
    return max([now, *(decision.at + timedelta(microseconds=1) for decision in decisions)])


CORRECTED = "decision:"
"""Begins the rule of a slot that a person corrected; the decision's id follows (law 1)."""

CONFIRMED = "confirmed"


def seconds_of(decision: Decision, decisions: Sequence[Decision]) -> tuple[Decision, ...]:
    """Return the standing confirmations of a decision by other named persons.

    A confirmation counts where it is signed, by somebody of another name, and not with the key that the decision was signed with.

    Args:
        decision: The decision.
        decisions: All decisions that may confirm it.

    Returns:
        The confirmations, oldest first.
    """
    held = [one for one in standing(tuple(decisions)) if one.kind is DecisionKind.SECOND and decision.id in one.subjects]
    return tuple(one for one in held if one.verdict == CONFIRMED and one.key and one.key != decision.key and one.by != decision.by)
