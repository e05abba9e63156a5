"""Doers by the camp that they belong to: soldiers and rebels exclude each other where one deed has one doer."""

from corro.model import DisputeKind
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, dispute, incomparable, refine


def relate_camps(one: Told, other: Told, field: str) -> Finding | None:
    """Say how two doers stand to each other by the camps to which they belong.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question; anything but `actor` is left alone.

    Returns:
        A dispute of two camps, that one names the unit of the other's force, or that one answered the other; else None.

    Source: docs/codebook.md, D22 and pairs of claims.
    """
    if field != "actor":
        return None
    mine, theirs = _camps(one), _camps(other)
    if "answering" in (one.any_keys("answers") ^ other.any_keys("answers")) and mine != theirs:
        return incomparable("camp.answered", "One tells who did it, the other who answered it.")
    if not mine or not theirs or two_stages(one, other):
        return None
    if mine & theirs:
        units = [bool(told.any_keys("formations")) for told in (one, other)]
        return refine("camp.unit", "One names the unit of the force that the other names.") if units[0] != units[1] else None
    if _speaks_of(one, theirs) or _speaks_of(other, mine):
        return None
    return dispute(DisputeKind.ATTRIBUTION, "camp.rivals", f"{_named(mine)} and {_named(theirs)} cannot both have done it.")


def _camps(told: Told) -> frozenset[str]:
    """Return the camps that a passage names as doers: not those that only speak in it."""
    return frozenset(hit.key for hit in told.hits("camps") if not hit.denied and not _speaks(told, hit.first, hit.last))


_SPEAKING = frozenset(
    {"say", "says", "said", "insists", "insist", "replied", "replies", "affirme", "accuse", "accusent", "soutient", "repond"}
)


def _speaks(told: Told, first: int, after: int) -> bool:
    """Say whether those named at these words are only heard ("according to the army", "répond l'armée")."""
    before = set(told.words[max(0, first - 3) : first])
    return bool(_SPEAKING & (set(told.words[after : after + 2]) | before)) or bool({"according", "selon"} & before)


def _speaks_of(told: Told, camps: frozenset[str]) -> bool:
    """Say whether a passage names the other's camp as well, as victim or otherwise."""
    return bool(camps & told.any_keys("camps"))


def _named(camps: frozenset[str]) -> str:
    return ", ".join(sorted(camp.replace("_", " ") for camp in camps))
