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
    """

    role: str
    value: CountValue
    claims: tuple[Claim, ...]


def aggregates_in(claims: Sequence[Claim]) -> tuple[Aggregate, ...]:
    """Return the figures that claims report.

    Figures that differ in number, unit or who is counted stay apart, and so do those with different windows, however near their
    digits (R34). A claim that gives no window is about the known window only where there is just one.

    Args:
        claims: Claims with a cumulative count, of one cluster.

    Returns:
        The figures, in order of their words.

    Source: R34 of docs/codebook.md.
    """
    by_figure: dict[Figure, dict[str, list[tuple[Claim, Slot]]]] = {}
    for claim in sorted(claims, key=lambda claim: claim.id):
        for slot in claim.slots:
            if slot.role != DENOMINATOR and isinstance(slot.value, CountValue) and slot.value.cumulative:
                windows = by_figure.setdefault(_figure(slot.role, slot.value), {})
                windows.setdefault(window_of(claim, slot.value), []).append((claim, slot))
    return tuple(_aggregate(filled) for key in sorted(by_figure) for filled in _by_window(by_figure[key]))


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
