"""What the places of two claims say for or against one event."""

from collections.abc import Iterator

from corro.values import Place, PlacePrecision, distance_km, fold
from corro.weigh.links.context import TOWNS, ClaimInContext, is_town
from corro.weigh.links.reasons import Reason

FAR_KM = 60.0
"""Kilometres from which two towns are two places. Source: chosen on samples/mali, 2026-11: a cercle is some 50 to 100 km across."""

NEAR_KM = 25.0
"""Kilometres within which reports name one or the other village. Source: `score/record.py` of the gold data counts 25 km as one."""


def place_reasons(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh where two claims say that it was; the headline stands in for a place that the text leaves out.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Yields:
        At most one reason. Source of the weights: chosen on samples/mali and kasanda-dev, 2026-11.
    """
    pairs = [_place_pair(left, right) for left in one.places for right in other.places]
    best = max(pairs, key=lambda reason: (reason.weight, reason.words), default=None)
    if best is not None:
        yield best
    else:
        yield from _headline(one, other)


def _headline(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh the headline of a text that leaves the event unplaced, where it names the other claim's place."""
    for unplaced, placed in ((one, other), (other, one)):
        if unplaced.places or unplaced.claim.background:
            continue
        for place in placed.places:
            if place.precision in TOWNS and fold(place.name) in unplaced.headline:
                yield Reason(1.2, f"the headline names {place.name}")
                return


def _place_pair(left: Place, right: Place) -> Reason:
    if left.country and right.country and left.country != right.country:
        return Reason(-4.0, "two countries")
    if left.gazetteer_id and left.gazetteer_id == right.gazetteer_id:
        return _same_place(left)
    if is_town(left) and is_town(right):
        return _two_towns(left, right)
    if _inside(left, right) or _inside(right, left):
        return Reason(0.7, "one place lies in the other")
    if left.admin1 and right.admin1 and left.admin1 != right.admin1:
        return Reason(-1.5, "two regions")
    return _same_place(left) if left.name == right.name else Reason(0.1, "places do not exclude each other")


def _same_place(place: Place) -> Reason:
    if place.precision in TOWNS:
        return Reason(1.5, f"same place, {place.name}")
    return Reason(0.3 if place.precision is PlacePrecision.COUNTRY else 0.7, f"same area, {place.name}")


def _two_towns(left: Place, right: Place) -> Reason:
    apart = distance_km(left, right)
    if apart is None:
        return _same_place(left) if left.name == right.name else Reason(0.0, "places without coordinates")
    if apart <= NEAR_KM:
        return Reason(1.0, f"{left.name} and {right.name} lie {apart:.0f} km apart")
    return Reason(-3.0 if apart > FAR_KM else -0.8, f"{left.name} and {right.name} lie {apart:.0f} km apart")


def _inside(inner: Place, outer: Place) -> bool:
    return outer.name in (inner.admin1, inner.admin2) or (
        outer.precision is PlacePrecision.COUNTRY and inner.country == outer.country
    )
