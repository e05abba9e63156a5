"""How two figures of one event stand to each other."""

import re
from collections.abc import Sequence

from corro.model import CountValue, DisputeKind
from corro.values import Bound, Count
from corro.weigh.relations.stands import Scene, Stand, languages, published, retold, told_on, versions
from corro.weigh.relations.verdict import Verdict, agree, dispute, incomparable, refine, slip, update

TOLL_ROLES = frozenset({"killed", "injured", "missing", "displaced", "identified", "released", "abducted", "arrested", "burnt"})
"""Figures that move as more becomes known."""

GROWING_ROLES = frozenset({"identified"})
"""Figures that can only grow."""

RARE_FIGURE = 20
"""Figure from which the same number with another unit is taken for the same count told on.

Source: chosen on samples/mali, 2026-11.
"""

NEWS_DAYS = 7
"""Days in which a toll is provisional. Source: chosen on kasanda-dev, 2026-11."""

PROVISIONAL_SHARE = 0.25
"""Change of a toll that is still one count going on: up to a quarter, or one or two persons. Source: as above."""

WINDOW_SLACK_DAYS = 7
"""Days by which two statements of one window may differ ("the quarter", "2 October to 30 December"). Source: as above."""


def relate_counts(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two figures stand to each other: units and windows first, then bounds, then what happened on the way.

    Args:
        one: A figure with those who give it.
        other: Another.
        scene: What is known around them.

    Returns:
        The verdict; None where the figures are the same.

    Source: docs/codebook.md, pairs of claims; D02, D17, D34; R10, R16, R34.
    """
    if not isinstance(one.value, CountValue) or not isinstance(other.value, CountValue):
        return None
    left, right = one.value, other.value
    if (left.count, left.unit) == (right.count, right.unit) and not (left.window and right.window):
        return None
    verdict = _unit(left, right) or _window(left, right) or _part(one, other, scene) or _by_bounds(one, other, left, right, scene)
    return verdict or _apart(one, other, left, right, scene)


def parts_out(pairs: Sequence[tuple[Stand, Stand, Verdict]]) -> list[tuple[Stand, Stand, Verdict]]:
    """Leave a figure that is a part of its own text's total out of every other comparison: rivals are totals.

    Args:
        pairs: Pairs of figures of one role with their verdicts.

    Returns:
        The pairs that remain.
    """
    parts = [min(one, other, key=_top) for one, other, verdict in pairs if verdict.rule == "count.part"]
    return [
        (one, other, verdict)
        for one, other, verdict in pairs
        if verdict.rule == "count.part" or not any(part is one or part is other for part in parts)
    ]


def unit_changed(one: Stand, other: Stand) -> Verdict | None:
    """Say whether one rare figure counts something else in another text: requests here, occasions there (D01).

    Args:
        one: A figure with those who give it.
        other: Another, of whatever role.

    Returns:
        A slip of transmission, the later telling being the wrong one where one text alone has it; None else.
    """
    left, right = one.value, other.value
    if not isinstance(left, CountValue) or not isinstance(right, CountValue) or left.unit == right.unit:
        return None
    verdict = _unit(left, right)
    return verdict if verdict and verdict.rule == "count.unit_changed" else None


def _unit(left: CountValue, right: CountValue) -> Verdict | None:
    if left.unit == right.unit:
        return None
    number = left.count.point
    if number is not None and number == right.count.point and number >= RARE_FIGURE:
        words = f"The same figure, {number}, counts {left.unit} here and {right.unit} there: the unit changed on the way."
        return slip(None, "count.unit_changed", words.replace("_", " "))
    return incomparable("count.two_units", f"They count different things: {left.unit} and {right.unit}.".replace("_", " "))


def _window(left: CountValue, right: CountValue) -> Verdict | None:
    if left.window and right.window and left.window.bounded and right.window.bounded:
        ends = ((left.window.first, right.window.first), (left.window.last, right.window.last))
        if any(mine and theirs and abs((mine - theirs).days) > WINDOW_SLACK_DAYS for mine, theirs in ends):
            return incomparable("count.two_windows", f"Counted over {left.window} and over {right.window}.")
        return None
    if left.cumulative and right.cumulative and not left.count.compatible(right.count):
        return incomparable("count.window_unknown", "The window of at least one of the two sums is not reported.")
    return None


def _part(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Take a figure for a part where one document gives both, and a larger one as its own total."""
    both = one.documents & other.documents
    small, large = sorted((one, other), key=_top)
    alone = not (small.documents - both and large.documents - both)
    if not both or not alone or not small.holders & large.holders or _top(small) >= _bottom(large):
        return None
    if any(_corrects(stand, name, scene) for stand in (one, other) for name in both):
        return dispute(DisputeKind.VERSION, "count.corrected", f"A text gives {one.printed} and {other.printed}, and corrects one.")
    return incomparable(
        "count.part", f"The text that gives {small.printed} gives {large.printed} as well: one is a part of the other."
    )


_CORRECTION = re.compile(
    r"\b(?:not \S+ as|instead of|rather than|wrongly|incorrectly|mistakenly|erroneous(?:ly)?|corrects?|correction|"
    r"earlier (?:reported|said|version|figure)|previously reported|et non|au lieu de|à tort|par erreur|erroné\w*|"
    r"rectifi\w+|précédemment annoncé\w*)\b",
    re.IGNORECASE,
)
"""Words by which a text puts another figure right. Source: own list, 2026-11."""

CORRECTION_REACH = 80
"""Characters around a figure in which such words are about it. Source: own judgement, 2026-11."""


def _corrects(stand: Stand, document_id: str, scene: Scene) -> bool:
    """Say whether a text names a figure only to put it right, its own or another outlet's."""
    document = scene.documents_by_id.get(document_id)
    spans = [span for name, span in stand.passages if name == document_id]
    near = (
        (document.text[max(0, span.start - CORRECTION_REACH) : span.end + CORRECTION_REACH] for span in spans) if document else ()
    )
    return any(_CORRECTION.search(words) for words in near)


def _top(stand: Stand) -> int:
    count = _count(stand)
    return count.highest if count.highest is not None else count.lowest


def _bottom(stand: Stand) -> int:
    return _count(stand).lowest


def _count(stand: Stand) -> Count:
    return stand.value.count if isinstance(stand.value, CountValue) else Count(None, None, Bound.UNKNOWN)


def _by_bounds(one: Stand, other: Stand, left: CountValue, right: CountValue, scene: Scene) -> Verdict | None:
    if told_on(one, other, scene) and not versions(one, other, scene) and left.count.point == right.count.point is not None:
        wrong = one if left.count.bound is Bound.EXACT else other
        return slip(None, "count.bound_dropped", f"{one.printed} and {other.printed}: the bound was lost on the way.", wrong)
    if rounded(left.count, right.count) or rounded(right.count, left.count):
        return agree("count.rounded", f"{left.count} and {right.count} are one figure, rounded.")
    if left.count.holds(right.count) or right.count.holds(left.count):
        return refine("count.contained", f"One figure holds the other ({left.count}, {right.count}): no contradiction.")
    return None


def rounded(about: Count, exact: Count) -> bool:
    """Say whether an approximate figure is an exact one rounded to the approximate figure's own last digit that is not 0."""
    if about.bound is not Bound.APPROXIMATE or about.point is None or exact.point is None or not about.point:
        return False
    zeros = len(str(about.point)) - len(str(about.point).rstrip("0"))
    return round(exact.point, -zeros) == about.point


def _apart(one: Stand, other: Stand, left: CountValue, right: CountValue, scene: Scene) -> Verdict | None:
    both = f"{one.printed} and {other.printed}"
    if wrong := _typography(one, other, left.count, right.count):
        return slip(DisputeKind.QUANTITY, "count.typography", f"{both}: a range lost its dash.", wrong)
    if versions(one, other, scene):
        return update("count.versions", f"{both} stand in two versions of one report.")
    if told_on(one, other, scene):
        crossed = languages(one, scene) != languages(other, scene)
        rule = "count.translated" if crossed else "count.told_on"
        return slip(DisputeKind.QUANTITY, rule, f"{both}: one lineage carries both.", retold(one, other, scene))
    if left.count.compatible(right.count):
        return refine("count.compatible", f"{both} can both be right: no contradiction.")
    if later := _later_state(one, other, left, right, scene):
        return update("count.later", f"{both}: {later}.")
    return dispute(DisputeKind.QUANTITY, "count.exclude", f"{both} cannot both be right.")


def _typography(one: Stand, other: Stand, left: Count, right: Count) -> Stand | None:
    for stand, point, spread in ((one, left, right), (other, right, left)):
        if spread.bound is Bound.RANGE and point.point is not None and str(point.point) == f"{spread.minimum}{spread.maximum}":
            return stand
    return None


def _later_state(one: Stand, other: Stand, left: CountValue, right: CountValue, scene: Scene) -> str:
    """Say why one figure is a later state of the other, or nothing."""
    exact = left.count.bound is Bound.EXACT and right.count.bound is Bound.EXACT
    if one.role not in TOLL_ROLES or left.count.point is None or right.count.point is None:
        return ""
    if left.as_of and right.as_of and not left.as_of.overlaps(right.as_of):
        return "as of different days"
    early, late = published(one, scene), published(other, scene)
    if early is None or late is None or early == late:
        return ""
    if one.holders & other.holders and not _by_narrator(one):
        return "the same source, later"
    rising = (left.count.point < right.count.point) == (early < late)
    if one.role in GROWING_ROLES and exact and rising:
        return "more were found later"
    small, large = sorted((left.count.point, right.count.point))
    close = exact and large - small <= max(2, PROVISIONAL_SHARE * large)
    return "a toll of the first days, going on" if close and abs((late - early).days) <= NEWS_DAYS else ""


def _by_narrator(stand: Stand) -> bool:
    return all(claim.statement_id is None for claim, _ in stand.told)
