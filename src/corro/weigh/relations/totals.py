"""Sums that must come out: the votes of the Security Council, and a part that cannot exceed its whole."""

from collections.abc import Iterator, Sequence

from corro.model import Claim, CountValue, Difference, DisputeKind, Relation
from corro.weigh.relations.stands import Scene, Stand, stands_of

COUNCIL_MEMBERS = 15
"""Members of the Security Council. Source: Charter of the United Nations, article 23 (as amended 1965)."""

_VOTE_ROLES = ("votes_for", "votes_against", "abstentions")


def votes(claim: Claim) -> dict[str, int]:
    """Return the exact votes that a claim gives, by role."""
    found = {}
    for slot in claim.slots_of(*_VOTE_ROLES):
        if isinstance(slot.value, CountValue) and slot.value.count.point is not None:
            found[slot.role] = slot.value.count.point
    return found


def wrong_sum(claim: Claim) -> int | None:
    """Return the sum of a claim's votes where it gives them all and they are not the Council's members; None else."""
    given = votes(claim)
    if len(given) < len(_VOTE_ROLES):
        return None
    total = sum(given.values())
    return total if total != COUNCIL_MEMBERS else None


def vote_differences(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Find the votes that do not add up, beside those that do.

    Args:
        claims: The claims of one event.
        scene: What is known around them.

    Yields:
        A transmission error for each role of which one value makes the sum wrong and another makes it right.
    """
    for role in _VOTE_ROLES:
        stands = stands_of(claims, role, scene)
        wrong = [stand for stand in stands if all(wrong_sum(claim) is not None for claim, _ in stand.told)]
        right = [stand for stand in stands if stand not in wrong]
        if wrong and right:
            yield _difference(role, right, wrong)


def _difference(role: str, right: Sequence[Stand], wrong: Sequence[Stand]) -> Difference:
    sums = sorted({str(wrong_sum(claim)) for stand in wrong for claim, _ in stand.told})
    words = f"With it the votes make {', '.join(sums)}; the Security Council has {COUNCIL_MEMBERS} members."
    positions = (*(stand.position() for stand in right), *(stand.position(error=True) for stand in wrong))
    ordered = tuple(sorted(positions, key=lambda position: position.value))
    return Difference(role, Relation.TRANSMISSION_ERROR, ordered, DisputeKind.QUANTITY, "total.votes", words)
