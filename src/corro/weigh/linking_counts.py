"""What the figures of two claims say for or against one event."""

from collections.abc import Iterator

from corro.model import Claim
from corro.values import Count
from corro.weigh.context import ClaimInContext, counts_of
from corro.weigh.reasons import Reason
from corro.weigh.relate_counts import rounded

TALLIED_ROLES = frozenset({"requests", "occasions", "patrols"})
"""Roles of what obstruction is counted in: one count is told on as flights, occasions or patrols (D01 of facts-mali.md 3.3)."""

RARE_FROM = 20
"""Figures from which one number is rare. Source: chosen on samples/mali and kasanda-dev, 2026-11, as all weights here."""

ROUND_TO = 10
"""Figures that this divides are no rare ones: they are easily given for others. Source: as above."""


def count_reasons(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh the figures of two claims.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Yields:
        A reason for each role in which both give figures, or for one rare figure that the two give of different things.
    """
    left, right = counts_of(one.claim), counts_of(other.claim)
    common = sorted(left.keys() & right.keys())
    for role in common:
        yield _one_role(role, left[role], right[role])
    if not common and (number := one_figure(one.claim, other.claim)):
        yield Reason(2.0, f"the same figure, {number}, counted in two units")


def one_figure(one: Claim, other: Claim) -> int | None:
    """Return the rare figure that two claims of obstruction share, whatever they count it in, or None."""
    if one.type[0] != "O" or other.type[0] != "O":
        return None
    return max(rare_figures(one) & rare_figures(other), default=None)


def rare_figures(claim: Claim) -> frozenset[int]:
    """Return the figures of a claim that are unlikely to be another's by chance.

    Args:
        claim: The claim.

    Returns:
        For obstruction the numbers of requests, occasions and patrols, else all; round ones and small ones are left out.
    """
    told = counts_of(claim)
    roles = told.keys() & TALLIED_ROLES if claim.type[0] == "O" else told.keys()
    points = {count.point for role in roles for count in told[role] if count.point is not None}
    return frozenset(point for point in points if point >= RARE_FROM and point % ROUND_TO)


def _one_role(role: str, left: tuple[Count, ...], right: tuple[Count, ...]) -> Reason:
    points = {count.point for count in left} & {count.point for count in right}
    numbers = sorted(point for point in points if point is not None)
    if numbers:
        return Reason(_figure_weight(numbers[-1]), f"same figure, {numbers[-1]} {role}")
    if any(rounded(mine, theirs) or rounded(theirs, mine) for mine in left for theirs in right):
        return Reason(1.0, f"one figure of {role} is the other, rounded")
    if any(mine.compatible(theirs) for mine in left for theirs in right):
        return Reason(0.2, f"figures of {role} can both hold")
    return Reason(-0.2, f"different figures of {role}")


def _figure_weight(number: int) -> float:
    """Weigh a common figure by how unlikely it is by chance: three odd digits are as good as a name."""
    if number >= 100 and number % 50:
        return 2.2
    return 1.2 if number >= 10 else 0.5
