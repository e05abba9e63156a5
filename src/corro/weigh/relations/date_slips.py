"""Dates that look like a slip of the pen: the right day of a wrong month, the right days of a wrong year, a lost digit."""

from collections.abc import Sequence

from corro.model import DisputeKind, Relation, TimeValue
from corro.values import Interval
from corro.weigh.links.times import other_year
from corro.weigh.relations.explaining import Related, name
from corro.weigh.relations.stands import Stand, outlier
from corro.weigh.relations.verdict import Verdict, slip


def slipped(one: Stand, other: Stand) -> Verdict | None:
    """Say whether one of two dates is a slip: it stands alone against independent lineages, and looks like the other.

    Args:
        one: A date with those who give it.
        other: Another; they have no day in common.

    Returns:
        The slip, the lonely date being the wrong one; None where nothing speaks for a slip.

    Source: docs/codebook.md, D18, D25 and D28.
    """
    odd, left, right = outlier(one, other), _interval(one), _interval(other)
    if odd is None or left is None or right is None:
        return None
    what = look_alike(left, right)
    if not what:
        return None
    sound = other if odd is one else one
    words = (
        f"{odd.printed} stands in one lineage against {sound.printed} in {sound.lineages} independent ones, "
        f"and has {what}: a slip rather than a rival date."
    )
    return slip(DisputeKind.DATE, "date.slip", words, odd)


def look_alike(left: Interval, right: Interval) -> str:
    """Return in what two dates look alike, or the empty string.

    Args:
        left: A date.
        right: Another.

    Returns:
        For instance `the same day of another month`.
    """
    if other_year(left, right):
        return "the same days of another year"
    if left.first is None or right.first is None or left.days != 1 or right.days != 1 or left.first.year != right.first.year:
        return ""
    if left.first.day == right.first.day:
        return "the same day of another month"
    short, long = sorted((str(left.first.day), str(right.first.day)), key=len)
    same_month = left.first.month == right.first.month
    return "a digit less or more" if same_month and len(short) < len(long) and long.endswith(short) else ""


def slips_spread(pairs: Sequence[Related]) -> list[Related]:
    """Judge a date that is a slip beside one value a slip beside all others that it excludes.

    Args:
        pairs: Pairs of values of one role with their verdicts.

    Returns:
        The pairs; a dispute between a slip and what agrees with the sound date has become the same slip.
    """
    wrong = {name(verdict.wrong): verdict for _, _, verdict in pairs if verdict.rule == "date.slip" and verdict.wrong}
    return [(one, other, _spread(one, other, verdict, wrong)) for one, other, verdict in pairs]


def _spread(one: Stand, other: Stand, verdict: Verdict, wrong: dict[str, Verdict]) -> Verdict:
    odd = [stand for stand in (one, other) if name(stand) in wrong]
    if len(odd) != 1 or verdict.relation is not Relation.DISPUTE or verdict.rule != "date.disjoint":
        return verdict
    return wrong[name(odd[0])]._replace(wrong=odd[0])


def _interval(stand: Stand) -> Interval | None:
    return stand.value.interval if isinstance(stand.value, TimeValue) else None
