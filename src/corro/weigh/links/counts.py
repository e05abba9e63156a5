"""What the figures of two claims say for or against one event."""

from collections.abc import Iterator

from corro.values import Count
from corro.weigh.links.context import ClaimInContext
from corro.weigh.links.reasons import Reason
from corro.weigh.relations.counts import rounded


def count_reasons(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh the figures of two claims.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Yields:
        A reason for each role in which both give figures, or for one rare figure that the two give of different things.
    """
    left, right = one.counts, other.counts
    if not left or not right:
        return
    common = sorted(left.keys() & right.keys())
    for role in common:
        yield _one_role(role, left[role], right[role])
    if not common and (number := one_figure(one, other)):
        yield Reason(2.0, f"the same figure, {number}, counted in two units")


def one_figure(one: ClaimInContext, other: ClaimInContext) -> int | None:
    """Return the rare figure that two claims of obstruction share, whatever they count it in, or None."""
    if one.claim.type[0] != "O" or other.claim.type[0] != "O":
        return None
    return max(one.figures & other.figures, default=None)


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
