"""How a proposal stands, given people's decisions; and which differences still count."""

from collections.abc import Iterable, Sequence

from corro.model import Decision, DecisionKind, Difference, standing
from corro.review.proposals import ReviewState

_STATES = {
    "accepted": ReviewState.ACCEPTED,
    "same": ReviewState.ACCEPTED,
    "edited": ReviewState.EDITED,
    "rejected": ReviewState.REJECTED,
    "not_same": ReviewState.REJECTED,
    "unsure": ReviewState.UNSURE,
}


def verdict_on(kind: DecisionKind, subjects: Sequence[str], decisions: Iterable[Decision], topic: str = "") -> Decision | None:
    """Return the standing decision of a kind that covers these subjects; of several the latest.

    Args:
        kind: Its kind.
        subjects: The subjects, all of which it must name.
        decisions: Decisions, in any order.
        topic: Its topic.

    Returns:
        The decision, or None.
    """
    held = standing(tuple(decisions))
    covering = [one for one in held if one.kind is kind and one.topic == topic and set(subjects) <= set(one.subjects)]
    return covering[-1] if covering else None


def state_of(decision: Decision | None) -> ReviewState:
    """Return how something stands by a decision on it: open where there is none."""
    return _STATES.get(decision.verdict, ReviewState.ACCEPTED) if decision else ReviewState.OPEN


def claims_of(difference: Difference) -> tuple[str, ...]:
    """Return the claims of a difference, sorted."""
    return tuple(sorted({claim for position in difference.positions for claim in position.claims}))


def topic_of(difference: Difference) -> str:
    """Return what tells two differences on the same claims apart: the field, and the rule that found it."""
    return f"{difference.field} {difference.rule}".strip()


def kept_differences(differences: Iterable[Difference], decisions: Sequence[Decision]) -> tuple[Difference, ...]:
    """Return the differences that count: those that no person rejected. The others stay in the record, and contest nothing.

    Args:
        differences: How claims differ.
        decisions: Decisions that may name the claims.

    Returns:
        The differences that count, in the order given.
    """
    about = [decision for decision in decisions if decision.kind in (DecisionKind.DIFFERENCE, DecisionKind.UNDO)]
    if not about:
        return tuple(differences)
    return tuple(one for one in differences if not _rejected(one, about))


def _rejected(difference: Difference, decisions: Sequence[Decision]) -> bool:
    claims = claims_of(difference)
    verdict = verdict_on(DecisionKind.DIFFERENCE, claims, decisions, topic_of(difference)) if claims else None
    return verdict is not None and verdict.verdict == "rejected"
