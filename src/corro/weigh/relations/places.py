"""How two places of one event stand to each other."""

from corro.model import DisputeKind, PlaceValue
from corro.values import Place, PlacePrecision, distance_km, fold
from corro.weigh.relations.stands import Scene, Stand, outlier, retold, told_on, versions
from corro.weigh.relations.verdict import Verdict, dispute, refine, slip

_TOWNS = (PlacePrecision.EXACT, PlacePrecision.NEAR)

ONE_PLACE_KM = 10.0
"""Kilometres within which two points are one place told by two names.

Source: chosen on samples/mali, 2026-11 (a commune's width).
"""


def relate_places(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two places stand to each other.

    Args:
        one: A place with those who give it.
        other: Another.
        scene: What is known around them.

    Returns:
        The verdict; None where the places do not exclude each other and nothing is known of containment. To name only the
        country is no position on where in it something was.

    Source: docs/codebook.md, pairs of claims.
    """
    left, right = _place(one), _place(other)
    if left is None or right is None:
        return None
    if inside(left, right) or inside(right, left):
        if PlacePrecision.COUNTRY in (left.precision, right.precision):
            return None
        return refine("place.contained", f"Of {left.name} and {right.name}, one lies within the other: no contradiction.")
    apart = distance_km(left, right)
    if left.precision not in _TOWNS or right.precision not in _TOWNS or apart is None:
        return None
    if apart <= ONE_PLACE_KM:
        return refine("place.near", f"{left.name} and {right.name} lie {apart:.0f} km apart.")
    words = f"{left.name} and {right.name} lie {apart:.0f} km apart"
    if _namesakes(left, right):
        return slip(None, "place.namesake", f"{words} and share a name.", outlier(one, other))
    if versions(one, other, scene):
        return dispute(DisputeKind.VERSION, "place.versions", f"{words}; they stand in two versions of one report.")
    if told_on(one, other, scene):
        return slip(None, "place.told_on", f"{words}; one lineage carries both.", retold(one, other, scene))
    return dispute(DisputeKind.FACT, "place.apart", f"{words}.")


def inside(inner: Place, outer: Place) -> bool:
    """Say whether a place lies in an administrative unit or country."""
    if inner.name == outer.name and inner.kind == outer.kind:
        return False
    if outer.precision is PlacePrecision.COUNTRY:
        return inner.country is not None and inner.country == outer.country
    return fold(outer.name) in {fold(name) for name in (inner.admin1, inner.admin2) if name}


def _namesakes(left: Place, right: Place) -> bool:
    """Say whether the two bear one name, or one the other's name with an addition ("-sur-Mer")."""
    one, other = fold(left.name), fold(right.name)
    return one == other or other.startswith(f"{one} ") or one.startswith(f"{other} ")


def _place(stand: Stand) -> Place | None:
    return stand.value.place if isinstance(stand.value, PlaceValue) else None
