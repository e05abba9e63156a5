"""Who the dead are said to have been: fighters or civilians is a label, and both labels are kept."""

from collections.abc import Iterator, Sequence

from corro.model import Claim, CountValue, Difference, DisputeKind, Relation, Slot, TextValue
from corro.weigh.identity import words_of
from corro.weigh.relations.stands import Scene, Stand
from corro.weigh.wordlists import CIVILIANS, FIGHTERS


def status_of(population: str) -> str:
    """Return what a population is said to be: `fighters`, `civilians`, or empty where the words say neither or both."""
    words = words_of(population)
    fighters, civilians = bool(words & FIGHTERS), bool(words & CIVILIANS)
    if fighters == civilians:
        return ""
    return "fighters" if fighters else "civilians"


def victim_status(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Set the labels of the dead side by side where both are used by different holders.

    Args:
        claims: The claims of one event.
        scene: What is known around them.

    Yields:
        One dispute of characterisation, or nothing.
    """
    sides = [stand for stand in (_side(claims, status, scene) for status in ("civilians", "fighters")) if stand]
    if len(sides) < 2 or sides[0].holders == sides[1].holders:
        return
    positions = tuple(stand.position() for stand in sides)
    words = "The dead are called civilians by some and fighters by others; the labels stand side by side, none is decided."
    yield Difference(
        "victim_status", Relation.DISPUTE, positions, DisputeKind.CHARACTERISATION, "characterisation.victim_status", words
    )


def _side(claims: Sequence[Claim], status: str, scene: Scene) -> Stand | None:
    told = [
        (claim, Slot("victim_status", slot.span, TextValue(status)))
        for claim in sorted(claims, key=lambda item: item.id)
        for slot in claim.slots_of("killed")
        if isinstance(slot.value, CountValue) and status_of(slot.value.population) == status
    ]
    return (
        Stand("victim_status", TextValue(status), status, tuple(told), scene.count([claim for claim, _ in told])) if told else None
    )
