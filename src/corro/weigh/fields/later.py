"""What the later passage tells as a later state: it says so, or the earlier one called its own state passing."""

from corro.weigh.fields.editions import states
from corro.weigh.fields.opposed import side
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, update

LATER_DAYS = 3
"""Days between two reports of one source from which another state is a later one.

Source: chosen on the development pairs, 2026-11.
"""

MUCH_LATER_DAYS = 7
"""The same for two sources. Source: as above."""


def relate_later(one: Told, other: Told) -> Finding | None:
    """Say whether the later passage tells a later state of what the earlier one tells.

    Args:
        one: The earlier passage.
        other: The later.

    Returns:
        An update, or None.

    Source: docs/codebook.md, pairs of claims; D20, D35; R20.
    """
    if one.published is None or other.published is None:
        return None
    days = (other.published - one.published).days
    if days < LATER_DAYS:
        return None
    if days < MUCH_LATER_DAYS and one.source != other.source:
        reason = "The later report tells another state" if _turned(one, other) else ""
    else:
        reason = _reason(one, other)
    return update("state.later", f"{reason}, {days} days on.") if reason else None


def _turned(one: Told, other: Told) -> bool:
    """Say whether the later of two sources tells that a state has changed into another."""
    told = "change" in other.any_keys("marks") or "claiming.claimed" in states(other)
    return told and _another_pole(states(one), states(other)) and not (side(one) and side(other))


def _reason(one: Told, other: Told) -> str:
    if "pending" in one.any_keys("marks") and "pending" not in other.any_keys("marks"):
        return "The earlier report calls the state passing, the later one tells another"
    if _another_pole(states(one), states(other)):
        return "The later report tells another state"
    if _another_stage(one, other):
        return "The later report tells a later stage"
    if "change" in other.any_keys("marks") and not side(one) & side(other) & {"mission"}:
        return "The later report says that it changed"
    days = (other.published - one.published).days if one.published and other.published else 0
    return "The later report tells it anew" if days >= MUCH_LATER_DAYS and one.source == other.source else ""


def _another_pole(mine: frozenset[str], theirs: frozenset[str]) -> bool:
    axes = {key.split(".")[0] for key in mine} & {key.split(".")[0] for key in theirs}
    return any(_of_axis(mine, axis) != _of_axis(theirs, axis) for axis in axes)


def _of_axis(keys: frozenset[str], axis: str) -> frozenset[str]:
    return frozenset(key for key in keys if key.startswith(f"{axis}."))


_IN_ORDER = {"law_making": ("bill", "law"), "procedure": ("complaint", "inquiry", "charged", "convicted", "appealed")}


def _another_stage(one: Told, other: Told) -> bool:
    """Say whether a proceeding or a bill has come further."""
    mine, theirs = one.any_keys("stages"), other.any_keys("stages")
    for family, order in _IN_ORDER.items():
        here = [order.index(stage) for stage in order if f"{family}.{stage}" in mine]
        there = [order.index(stage) for stage in order if f"{family}.{stage}" in theirs]
        if here and there and max(there) > max(here):
            return True
    return False
