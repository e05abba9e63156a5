"""What items are, given their acts: a pure function in which the order that acts came in plays no part (law 4)."""

from collections.abc import Iterable, Sequence

from corro.model import Entered, EnteredKind, Item, ItemValue
from corro.registers.handling import COLUMN, levels_by_act
from corro.registers.life import odd_moves


def holding(acts: Iterable[Entered]) -> tuple[Entered, ...]:
    """Return the acts that hold: not undone, oldest first, ties by id.

    Args:
        acts: All acts, in any order; one that comes twice counts once.

    Returns:
        The acts, those that undo others left out.
    """
    ordered = sorted({act.id: act for act in acts}.values(), key=lambda act: (act.at, act.id))
    undone: set[str] = set()
    for act in reversed(ordered):
        if act.kind is EnteredKind.UNDONE and act.id not in undone:
            undone.update(act.rests_on)
    return tuple(act for act in ordered if act.kind is not EnteredKind.UNDONE and act.id not in undone)


def items(acts: Iterable[Entered]) -> tuple[Item, ...]:
    """Return the items that acts make up.

    Args:
        acts: Acts on any items of any registers, in any order.

    Returns:
        The items by when they were opened; one whose opening was undone is none.
    """
    by_item: dict[str, list[Entered]] = {}
    for act in holding(acts):
        by_item.setdefault(act.item, []).append(act)
    made = [_item(own) for own in by_item.values() if any(act.kind is EnteredKind.OPENED for act in own)]
    return tuple(sorted(made, key=lambda item: (item.opened, item.id)))


def _item(acts: Sequence[Entered]) -> Item:
    """Return one item; `acts` are its own that hold, oldest first."""
    opening = next(act for act in acts if act.kind is EnteredKind.OPENED)
    ends = [act for act in acts if act.kind in (EnteredKind.CLOSED, EnteredKind.REOPENED)]
    closed = bool(ends) and ends[-1].kind is EnteredKind.CLOSED
    return Item(
        id=opening.item,
        register=opening.register,
        values=_values(acts),
        opened=opening.at,
        opened_by=opening.by,
        changed=acts[-1].at,
        closed=closed,
        reason=ends[-1].reason if closed else "",
        rests_on=tuple(sorted({name for act in acts for name in act.rests_on})),
        acts=tuple(act.id for act in acts),
        remarks=(*odd_moves(opening.register, acts), *_waiting(acts)),
    )


def _waiting(acts: Sequence[Entered]) -> tuple[str, ...]:
    _, asked = levels_by_act(acts)
    return (f"{asked} asked for a lower handling; a second person has to ask for it too.",) if asked else ()


def _values(acts: Sequence[Entered]) -> tuple[ItemValue, ...]:
    latest: dict[str, ItemValue] = {}
    levels, _ = levels_by_act(acts)
    for act in acts:
        for column, given in act.values:
            text = levels.get(act.id, given) if column == COLUMN else given
            before = latest.get(column)
            earlier = (*before.earlier, before.text) if before and before.text != text else before.earlier if before else ()
            latest[column] = ItemValue(column, text, act.by, act.at, act.id, earlier)
    return tuple(value for _, value in sorted(latest.items()) if value.text)
