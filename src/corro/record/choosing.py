"""Chooses what lists show of an event where claims differ: type, days, place and modality; the positions stay beside it."""

from collections.abc import Iterable, Sequence

from corro.model import Claim, Modality, PlaceValue, TimeAnchor, TimeValue
from corro.ports import Independence
from corro.record.sorting import is_asserted, telling
from corro.values import Interval, Place, PlaceKind, PlacePrecision, fold

_FIRMEST = (Modality.HAPPENED, Modality.ONGOING, Modality.ANNOUNCED, Modality.ALLEGED, Modality.HISTORICAL)
_ANCHORS = (TimeAnchor.OCCURRED, TimeAnchor.ANNOUNCED, TimeAnchor.NOTIFIED, TimeAnchor.EFFECTIVE)
"""What may date an event, first what tells when it occurred; a deadline or a lifting does not."""

_LIFTING = "O8"
"""The type that is a lifting itself, so that the day of the lifting is its own."""

_FINEST = tuple(PlacePrecision)


def firmest(claims: Sequence[Claim]) -> Modality:
    """Return the firmest modality of the claims that assert the event."""
    told = {claim.modality for claim in claims if is_asserted(claim)}
    return next((modality for modality in _FIRMEST if modality in told), Modality.HAPPENED)


_WHOLES = {"C2": "C1", "V8": "V9", "H3": "V9", "C4": "C5"}
"""Types that are a part of another: a testimony of its meeting, threats and complaints of the reprisal that they make up, calls
for an inquiry of the inquiry.

Source: docs/codebook.md, R30 to R32.
"""


def most_held_type(claims: Sequence[Claim], independence: Independence) -> str:
    """Return the type code with most independent lineages, then most claims, then the first by code.

    A part makes place for its whole where anybody tells of that.
    """
    by_type: dict[str, list[Claim]] = {}
    for claim in telling(claims):
        by_type.setdefault(claim.type, []).append(claim)
    best = min(by_type, key=lambda code: (-independence(by_type[code]), -len(by_type[code]), code))
    return _WHOLES[best] if _WHOLES.get(best) in {claim.type for claim in claims if is_asserted(claim)} else best


def best_interval(claims: Sequence[Claim], independence: Independence) -> Interval | None:
    """Return the days of an event as its best supported claims have them.

    A wider date supports every narrower one inside it: "in February" agrees with "on 5 February". Of equally supported ones
    a stated goes before an inferred one, a narrower before a wider, an earlier before a later.

    Args:
        claims: The event's claims.
        independence: Counts lineages.

    Returns:
        The interval, or None where no claim dates the event.
    """
    own = (TimeAnchor.LIFTED,) if all(claim.type == _LIFTING for claim in claims) else ()
    for anchor in (*_ANCHORS, *own):
        dated = list(_dated(claims, anchor))
        if dated:
            return min((interval for _, interval, _ in dated), key=lambda one: _interval_rank(one, dated, independence))
    return None


def _dated(claims: Iterable[Claim], anchor: TimeAnchor) -> Iterable[tuple[Claim, Interval, bool]]:
    for claim in claims:
        for slot in claim.slots_of("time") if is_asserted(claim) else ():
            value = slot.value
            if isinstance(value, TimeValue) and value.interval and value.anchor is anchor and not value.condition:
                yield claim, value.interval, slot.inferred


def _interval_rank(
    one: Interval, dated: Sequence[tuple[Claim, Interval, bool]], independence: Independence
) -> tuple[int, bool, int, str]:
    agreeing = {claim.id: claim for claim, interval, _ in dated if interval.holds(one)}
    inferred = all(guess for _, interval, guess in dated if interval == one)
    width = one.days if one.days is not None else 10**6
    return -independence([agreeing[key] for key in sorted(agreeing)]), inferred, width, one.edtf


def best_place(claims: Sequence[Claim], independence: Independence) -> Place | None:
    """Return the place of an event as its best supported claims have it; a wider place supports every narrower one inside it.

    Args:
        claims: The event's claims.
        independence: Counts lineages.

    Returns:
        The place, or None where no claim places the event.
    """
    placed = list(_placed(claims))
    if not placed:
        return None
    return min((place for _, place, _ in placed), key=lambda one: _place_rank(one, placed, independence))


def _placed(claims: Iterable[Claim]) -> Iterable[tuple[Claim, Place, bool]]:
    for claim in claims:
        for slot in claim.slots_of("place") if is_asserted(claim) else ():
            if isinstance(slot.value, PlaceValue) and slot.value.place:
                yield claim, slot.value.place, slot.inferred


def _place_rank(one: Place, placed: Sequence[tuple[Claim, Place, bool]], independence: Independence) -> tuple[int, bool, int, str]:
    agreeing = {claim.id: claim for claim, place, _ in placed if _holds(place, one)}
    inferred = all(guess for _, place, guess in placed if place == one)
    return -independence([agreeing[key] for key in sorted(agreeing)]), inferred, _FINEST.index(one.precision), repr(one)


def _holds(wider: Place, narrower: Place) -> bool:
    """Say whether the one is the other, or an administrative unit that holds it."""
    if wider == narrower or (wider.gazetteer_id and wider.gazetteer_id == narrower.gazetteer_id):
        return True
    if wider.country != narrower.country or not wider.country:
        return fold(wider.name) == fold(narrower.name)
    units = {PlaceKind.REGION: narrower.admin1, PlaceKind.CERCLE: narrower.admin2}
    return wider.kind is PlaceKind.COUNTRY or fold(units.get(wider.kind) or "") == fold(wider.name)
