"""What waits for a person's judgement, and in which order: first what would change most."""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from corro.values import content_id, slug


class ProposalKind(StrEnum):
    """What a person is asked about."""

    EVENT = "event"
    LINK = "link"
    DISPUTE = "dispute"
    NAME = "name"
    ISSUE = "issue"


PREFIXES = {
    ProposalKind.EVENT: "QE",
    ProposalKind.LINK: "QL",
    ProposalKind.DISPUTE: "QD",
    ProposalKind.NAME: "QN",
    ProposalKind.ISSUE: "QI",
}
"""How the short id of a proposal begins: a question on an event, a link, a dispute, a name, an issue."""


class ReviewState(StrEnum):
    """How a proposal stands."""

    OPEN = "open"
    ACCEPTED = "accepted"
    EDITED = "edited"
    REJECTED = "rejected"
    UNSURE = "unsure"
    RETURNED = "returned"


WAITING = frozenset({ReviewState.OPEN, ReviewState.RETURNED, ReviewState.UNSURE})
"""States in which a person is still asked."""


@dataclass(frozen=True, slots=True)
class Change:
    """What an answer would change.

    Attributes:
        deadlines: Deadlines that would come or go.
        lines: Lines of registers.
        events: Events.
        claims: Claims.
    """

    deadlines: int = 0
    lines: int = 0
    events: int = 0
    claims: int = 0

    @property
    def rank(self) -> tuple[int, int, int, int]:
        """By what the queue is ordered: deadlines first, for they pass; then lines of registers, events, claims."""
        return self.deadlines, self.lines, self.events, self.claims

    @property
    def words(self) -> str:
        """The same in words."""
        told = (
            (self.deadlines, "deadline"),
            (self.lines, "register line"),
            (self.events, "event"),
            (self.claims, "claim"),
        )
        return ", ".join(f"{number} {name}{'' if number == 1 else 's'}" for number, name in told if number) or "nothing else"


@dataclass(frozen=True, slots=True)
class Proposal:
    """Something that a person is asked to judge.

    Attributes:
        kind: What it is about.
        subjects: Ids of the claims, or of the issue, that a decision on it names; sorted.
        what: The question, in a line.
        why: On what ground it is proposed.
        topic: The field of a dispute, the known actor of a name.
        change: What an answer would change.
        state: How it stands.
        decision: Id of the decision that it rests on; empty while there is none.
        returned: Why it came back, where it did.
    """

    kind: ProposalKind
    subjects: tuple[str, ...]
    what: str
    why: str = ""
    topic: str = ""
    change: Change = Change()
    state: ReviewState = ReviewState.OPEN
    decision: str = ""
    returned: str = ""

    @property
    def id(self) -> str:
        """The proposal's id: the same question has the same id after any re-run."""
        return content_id("proposal", self.kind, *self.subjects, self.topic)

    @property
    def slug(self) -> str:
        """The short form that people type."""
        return slug(PREFIXES[self.kind], self.id)

    @property
    def waits(self) -> bool:
        """Whether a person is still asked."""
        return self.state in WAITING


def in_order(proposals: Iterable[Proposal]) -> tuple[Proposal, ...]:
    """Return proposals as a person should take them: what came back first, then what would change most, the unsure last.

    Args:
        proposals: The proposals, in any order.

    Returns:
        The queue; ties by kind and id, so that it is the same on any machine.
    """
    kinds = list(ProposalKind)
    return tuple(
        sorted(
            proposals,
            key=lambda one: (
                one.state is not ReviewState.RETURNED,
                one.state is ReviewState.UNSURE,
                tuple(-number for number in one.change.rank),
                kinds.index(one.kind),
                one.id,
            ),
        )
    )
