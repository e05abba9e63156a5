"""Puts the values of one role side by side, with who holds them and how independent those are."""

from collections.abc import Callable, Iterable, Sequence
from itertools import chain

from corro.model import CORRECTED, ActorValue, Claim, Difference, EventValue, Held, Slot
from corro.record.printing import printed, value_key
from corro.record.sorting import is_asserted
from corro.record.standing import Standings, standings
from corro.record.weights import Weights

Filled = tuple[Claim, Slot]


def event_values(claims: Sequence[Claim], differences: Sequence[Difference], weights: Weights) -> tuple[EventValue, ...]:
    """Return what is held of each role.

    Only claims that assert the event give it values; who denies it holds a position, not a value.

    Args:
        claims: The event's claims.
        differences: How they differ.
        weights: How claims weigh.

    Returns:
        The roles in alphabetical order, their values best supported first, then by print.
    """
    by_role: dict[str, list[Filled]] = {}
    for claim in claims:
        for slot in claim.slots if is_asserted(claim) else ():
            if slot.value is not None:
                by_role.setdefault(slot.role, []).append((claim, slot))
    known = standings(differences, weights.taken_back)
    return tuple(EventValue(role, _held(filled, known, weights)) for role, filled in sorted(by_role.items()))


def _held(filled: Sequence[Filled], known: Standings, weights: Weights) -> tuple[Held, ...]:
    held = [_one_held(group, known, weights) for group in _groups(filled, weights.same_actor)]
    return tuple(sorted(held, key=lambda one: (-one.lineages, one.inferred, one.printed, one.claims)))


def _one_held(group: Sequence[Filled], known: Standings, weights: Weights) -> Held:
    first = min(group, key=lambda one: (one[1].inferred, one[0].id, one[1].span))
    claims = sorted({claim.id: claim for claim, _ in group}.values(), key=lambda claim: claim.id)
    said = first[1].value
    if said is None:
        raise ValueError("only filled slots are held")
    return Held(
        value=said,
        printed=printed(said),
        claims=tuple(claim.id for claim in claims),
        holders=holders_of(claims),
        lineages=weights.independence(claims),
        support=weights.support(claims, known.of(first[1].role, claims)),
        inferred=all(slot.inferred for _, slot in group),
        corrected=tuple(sorted({slot.rule.removeprefix(CORRECTED) for _, slot in group if slot.rule.startswith(CORRECTED)})),
    )


def holders_of(claims: Iterable[Claim]) -> tuple[str, ...]:
    """Return who puts claims forward, sorted: of each claim the first of its chain."""
    return tuple(sorted({claim.holders[0].name for claim in claims if claim.holders and claim.holders[0].name}))


def _groups(filled: Sequence[Filled], same_actor: Callable[[ActorValue, ActorValue], bool]) -> list[list[Filled]]:
    by_key: dict[tuple[str, ...], list[Filled]] = {}
    for claim, slot in filled:
        if slot.value is not None:
            by_key.setdefault((type(slot.value).__name__, *value_key(slot.value)), []).append((claim, slot))
    return _joined([by_key[key] for key in sorted(by_key)], same_actor)


def _joined(groups: list[list[Filled]], same_actor: Callable[[ActorValue, ActorValue], bool]) -> list[list[Filled]]:
    """Join groups of names that are certainly one actor; the order of the groups makes no difference."""
    joined: list[list[list[Filled]]] = []
    for group in groups:
        mates = [cluster for cluster in joined if any(_one_actor(group, other, same_actor) for other in cluster)]
        rest = [cluster for cluster in joined if all(cluster is not mate for mate in mates)]
        joined = [*rest, [group, *chain.from_iterable(mates)]]
    return [list(chain.from_iterable(cluster)) for cluster in joined]


def _one_actor(one: list[Filled], other: list[Filled], same_actor: Callable[[ActorValue, ActorValue], bool]) -> bool:
    left, right = one[0][1].value, other[0][1].value
    return isinstance(left, ActorValue) and isinstance(right, ActorValue) and same_actor(left, right)
