"""Reported aggregates: one figure over several events, which is a line of a register and no event of its own."""

from collections.abc import Sequence
from dataclasses import dataclass

from corro.model import Claim, CountValue, Slot, TextValue, TimeValue
from corro.values import fold

DENOMINATOR = "denominator"
"""The role of a figure that says out of how many; it stands beside another and is no line of its own."""

Figure = tuple[str, str, str, str]


@dataclass(frozen=True, slots=True)
class Aggregate:
    """One figure with the claims that report it.

    Attributes:
        role: The role of the count.
        value: The figure, with its window where any claim gives it.
        claims: The claims, by id.
        told_as: The same number as others tell it, of another unit or without its bound.
    """

    role: str
    value: CountValue
    claims: tuple[Claim, ...]
    told_as: tuple[CountValue, ...] = ()


def aggregates_in(claims: Sequence[Claim]) -> tuple[Aggregate, ...]:
    """Return the figures that claims report.

    Figures that differ in number, unit or who is counted stay apart, and so do those with different windows, however near their
    digits (R34). A claim that gives no window is about the known window only where there is just one. A rare number of requests
    that others tell as occasions or patrols is one figure, told on (D01): it stands as whoever gives it with most detail has it,
    and how else it is told beside it.

    Args:
        claims: Claims with a cumulative count, of one cluster.

    Returns:
        The figures, in order of their words.

    Source: R34 and D01 of docs/codebook.md.
    """
    by_figure: dict[Figure, dict[str, list[tuple[Claim, Slot]]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        for slot in claim.slots:
            if slot.role != DENOMINATOR and isinstance(slot.value, CountValue) and slot.value.cumulative:
                windows = by_figure.setdefault(_figure(slot.role, slot.value), {})
                windows.setdefault(window_of(claim, slot.value), []).append((claim, slot))
    return _told_on([_aggregate(filled) for key in sorted(by_figure) for filled in _by_window(by_figure[key])])


def _figure(role: str, value: CountValue) -> Figure:
    return role, str(value.count), fold(value.unit), fold(value.population)


def _by_window(windows: dict[str, list[tuple[Claim, Slot]]]) -> list[list[tuple[Claim, Slot]]]:
    known = sorted(window for window in windows if window)
    if len(known) <= 1:
        return [[filled for window in sorted(windows) for filled in windows[window]]]
    return [windows[window] for window in sorted(windows)]


def _aggregate(filled: list[tuple[Claim, Slot]]) -> Aggregate:
    claims = {claim.id: claim for claim, _ in filled}
    ordered = sorted(filled, key=lambda one: (window_of(one[0], one[1].value) == "", one[0].id, one[1].span))
    slot = ordered[0][1]
    if not isinstance(slot.value, CountValue):
        raise TypeError("an aggregate is a count")
    return Aggregate(slot.role, slot.value, tuple(claims[key] for key in sorted(claims)))


TOLD_ON_ROLES = frozenset({"requests", "occasions", "patrols"})
"""Roles in which one figure of obstruction is told on as another. Source: docs/codebook.md, D01."""

RARE_FROM = 20
"""Figures from which one number with two units is taken for one figure. Source: chosen on samples/mali and kasanda-dev, 2026-11."""


def _told_on(found: Sequence[Aggregate]) -> tuple[Aggregate, ...]:
    """Join the tellings of one rare number, unless their windows are two."""
    by_number: dict[int, list[Aggregate]] = {}
    for one in found:
        if one.role in TOLD_ON_ROLES and (one.value.count.point or 0) >= RARE_FROM and one.value.count.point is not None:
            by_number.setdefault(one.value.count.point, []).append(one)
    joined = {number: group for number, group in by_number.items() if len(_windows(group)) <= 1}
    rest = [one for one in found if not any(one is member for group in joined.values() for member in group)]
    return (*rest, *(_joined(group) for _, group in sorted(joined.items())))


def _windows(group: Sequence[Aggregate]) -> set[str]:
    return {window for one in group for claim in one.claims if (window := window_of(claim, one.value))}


def _joined(group: Sequence[Aggregate]) -> Aggregate:
    best = min(group, key=_detail)
    claims = {claim.id: claim for one in group for claim in one.claims}
    others = tuple(one.value for one in sorted(group, key=_detail) if one is not best)
    return Aggregate(best.role, best.value, tuple(claims[key] for key in sorted(claims)), others)


def _detail(one: Aggregate) -> tuple[bool, bool, bool, Figure]:
    """Rank a telling: with a window, out of a total, of requests, then by its words."""
    known = one.value.window is not None, one.value.denominator is not None, one.role == "requests"
    return not known[0], not known[1], not known[2], _figure(one.role, one.value)


def window_of(claim: Claim, value: object) -> str:
    """Return the window of a figure in EDTF or in the text's words, from the figure or its claim; empty where unknown."""
    if isinstance(value, CountValue) and value.window:
        return value.window.edtf
    for slot in claim.slots_of("window"):
        if isinstance(slot.value, TimeValue) and slot.value.interval:
            return slot.value.interval.edtf
        if isinstance(slot.value, CountValue) and slot.value.window:
            return slot.value.window.edtf
        if isinstance(slot.value, TextValue):
            return slot.value.text
    return ""
