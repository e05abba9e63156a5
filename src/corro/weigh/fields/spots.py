"""How the places of two passages stand to each other where neither holds the other."""

from corro.model import DisputeKind
from corro.values import PlacePrecision
from corro.weigh.fields.names import like_any, shared, unshared
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, agree, dispute, slip

_TOWNS = (PlacePrecision.EXACT, PlacePrecision.NEAR)


def relate_spots(one: Told, other: Told, field: str) -> Finding | None:
    """Say how the places that two passages name stand to each other.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question; anything but `place` is left alone.

    Returns:
        The finding, or None where only one of them names a place that the other lacks.

    Source: docs/codebook.md, pairs of claims.
    """
    if field != "place":
        return None
    if _towns(one) & _towns(other):
        return agree("place.same", "Both name one place.")
    if len(shared(one, other)) > 1 and (_set_abroad(one, other) or _set_abroad(other, one)):
        return slip("slip.namesake", "The name was taken for that of another place.")
    if unshared(one, other) and unshared(other, one):
        return dispute(DisputeKind.FACT, "place.apart", "They name two places.")
    return None


def _towns(told: Told) -> frozenset[str]:
    return frozenset(place.gazetteer_id for place in told.places if place.gazetteer_id and place.precision in _TOWNS)


def _set_abroad(told: Told, rival: Told) -> bool:
    """Say whether a shared name is followed, after a comma, by a name that the other passage lacks ("St. Louis, Missouri")."""
    common, alone = shared(told, rival), unshared(told, rival)
    for index, word in enumerate(told.words[:-2]):
        if told.words[index + 1] == "," and like_any(word, common) and told.words[index + 2] in alone:
            return True
    return False
