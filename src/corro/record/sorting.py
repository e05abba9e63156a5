"""Tells what of a cluster of claims makes an event, what reports an aggregate, and what does neither."""

from collections.abc import Sequence
from dataclasses import dataclass

from corro.model import Claim, CountValue, Decision, DecisionKind, Modality, Polarity, standing

CAPTION = "caption"
_ASSERTED = frozenset({Modality.HAPPENED, Modality.ONGOING, Modality.ANNOUNCED, Modality.ALLEGED, Modality.HISTORICAL})
"""Modalities that put an event forward as having taken place, now or before; the others speak of it without saying that it did.

Source: R21 of docs/codebook.md (future, hypothetical and negated mentions are kept on the claim and make no event).
"""


@dataclass(frozen=True, slots=True)
class Sorted:
    """A cluster's claims by what they do.

    Attributes:
        event: Claims about the event, denials and demands too; empty where nobody asserts one.
        aggregates: Claims that report one figure over several events.
    """

    event: tuple[Claim, ...] = ()
    aggregates: tuple[Claim, ...] = ()


def sort_claims(claims: Sequence[Claim], decisions: Sequence[Decision] = (), slight: frozenset[str] = frozenset()) -> Sorted:
    """Tell what a cluster's claims do.

    A caption's claims stay claims: a picture from elsewhere is no report of the event beside it. A claim that a person rejected
    stays a claim too; one that a person accepted asserts its event however slight it is.

    Args:
        claims: The claims of one cluster.
        decisions: Decisions that may name them.
        slight: Claims that assert no event by themselves (`in_passing`).

    Returns:
        The claims of its event and of its aggregates, each by id.
    """
    rejected = judged(decisions, "rejected")
    told = [claim for claim in sorted(claims, key=lambda claim: claim.id) if claim.segment != CAPTION and claim.id not in rejected]
    aggregates = tuple(claim for claim in told if is_aggregate(claim))
    rest = tuple(claim for claim in told if not has_cumulative_count(claim))
    weak = slight - judged(decisions, "accepted") if slight else slight
    return Sorted(rest if any(is_asserted(claim) and claim.id not in weak for claim in rest) else (), aggregates)


def judged(decisions: Sequence[Decision], verdict: str) -> frozenset[str]:
    """Return ids of the claims on which this verdict stands: of two that name a claim, be it among others, the later one holds."""
    latest: dict[str, str] = {}
    for decision in standing(tuple(decisions)):
        if decision.kind is DecisionKind.CLAIM:
            latest.update(dict.fromkeys(decision.subjects, decision.verdict))
    return frozenset(subject for subject, given in latest.items() if given == verdict)


def is_asserted(claim: Claim) -> bool:
    """Say whether a claim's source says that the event took place."""
    return claim.modality in _ASSERTED and claim.polarity is Polarity.AFFIRMED


def telling(claims: Sequence[Claim]) -> tuple[Claim, ...]:
    """Return the claims that assert the event and say something of it; where none says anything, all that assert it.

    A bare mention (`the killings`) that was linked to an event supports none of what others say of it.
    """
    asserting = [claim for claim in claims if is_asserted(claim)]
    saying = [claim for claim in asserting if any(slot.value is not None for slot in claim.slots)]
    return tuple(saying or asserting)


def has_cumulative_count(claim: Claim) -> bool:
    """Say whether a claim has a figure that adds up several events."""
    counts = [slot.value for slot in claim.slots if slot.role != "denominator" and isinstance(slot.value, CountValue)]
    return any(count.cumulative for count in counts)


def is_aggregate(claim: Claim) -> bool:
    """Say whether a claim asserts a figure over several events."""
    return is_asserted(claim) and has_cumulative_count(claim)
