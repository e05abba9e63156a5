"""An event on its way out, as the door has cleared it, with what every form asks of it: days, place, figures, who says so."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import date
from types import MappingProxyType

from corro.model import ActorKind, ActorValue, Claim, CountValue, Difference, Document, Event, PlaceValue, Relation
from corro.values import Interval, Place, PlacePrecision
from corro.vocab import terms

_DECIMALS = {
    PlacePrecision.EXACT: 2,
    PlacePrecision.NEAR: 1,
    PlacePrecision.DISTRICT: 1,
    PlacePrecision.PROVINCE: 0,
    PlacePrecision.AREA: 0,
}
"""Decimals of a degree that go out: about 1 km for a town, 11 km for what is near one or a district, 111 km for a region.

Source: own choice, 2026-11, by the size of what the precision names: nobody is to read a house off a point that means a town.
"""


@dataclass(frozen=True, slots=True)
class Point:
    """Where, as it may go out.

    Attributes:
        latitude: Degrees north.
        longitude: Degrees east.
        coarsened: Whether it lies elsewhere than the record has it.
    """

    latitude: float
    longitude: float
    coarsened: bool


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An event that may go out.

    Attributes:
        event: The event, as cleared.
        claims: Its claims that may go out.
        documents: Their documents that may go out, by id.
        differences: How they differ.
    """

    event: Event
    claims: tuple[Claim, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=lambda: MappingProxyType({}))
    differences: tuple[Difference, ...] = ()

    @property
    def protected(self) -> bool:
        """Whether it was rebuilt on its way out: then nothing that could lead to a person is with it."""
        return not self.event.claims

    @property
    def point(self) -> Point | None:
        """Where, coarsened by how near the place is; none for what is protected, or known no nearer than its country."""
        place = self.event.place
        decimals = _DECIMALS.get(place.precision) if place else None
        if place is None or decimals is None or place.latitude is None or place.longitude is None or self.protected:
            return None
        latitude, longitude = round(place.latitude, decimals), round(place.longitude, decimals)
        return Point(latitude, longitude, (latitude, longitude) != (place.latitude, place.longitude))

    @property
    def place(self) -> Place | None:
        """The place; the first that is told where none is the best supported."""
        if self.event.place:
            return self.event.place
        told = self.event.value_of("place")
        values = [held.value for held in told.held] if told else []
        return next((value.place for value in values if isinstance(value, PlaceValue) and value.place), None)

    @property
    def place_name(self) -> str:
        """What the place is called."""
        told = self.event.value_of("place")
        return self.place.name if self.place else (told.held[0].printed if told else "")

    def days(self) -> tuple[date, date] | None:
        """Return the first and the last day, where both are known."""
        interval = self.event.interval
        return (interval.first, interval.last) if interval and interval.first and interval.last else None

    def deaths(self) -> tuple[int, int, int] | None:
        """Return the best, the lowest and the highest figure of the dead that is held; None where nobody gives one."""
        told = self.event.value_of("killed")
        counts = [held.value.count for held in told.held if isinstance(held.value, CountValue)] if told else []
        known = [count for count in counts if count.minimum is not None or count.maximum is not None]
        if not known:
            return None
        low = min(count.lowest for count in known)
        high = max(end for count in known for end in (count.minimum, count.maximum) if end is not None)
        best = next((count.point for count in known if count.point is not None), low)
        return best, low, high

    def actors(self, *roles: str) -> tuple[ActorValue, ...]:
        """Return who is held to have these roles, best supported first."""
        held = [one.value for role in roles if (told := self.event.value_of(role)) for one in told.held]
        return tuple(value for value in held if isinstance(value, ActorValue))

    def speakers(self) -> tuple[str, ...]:
        """Return who says so: of each claim the first of its chain, sorted."""
        return tuple(sorted({claim.holders[0].name for claim in self.claims if claim.holders}))

    def outlets(self) -> tuple[str, ...]:
        """Return who published it, sorted."""
        return tuple(sorted({document.outlet.text for document in self.documents.values() if document.outlet.text}))

    def disputed(self) -> tuple[Difference, ...]:
        """Return the disputes on its values."""
        return tuple(one for one in self.differences if one.relation is Relation.DISPUTE)


def dispute_text(differences: Sequence[Difference]) -> str:
    """Return disputes in words: each position with those who hold it."""
    parts = []
    for one in differences:
        positions = [f"{place.value} ({', '.join(place.holders)})" if place.holders else place.value for place in one.positions]
        parts.append(f"{one.field.replace('_', ' ')} disputed: {' / '.join(positions)}")
    return ". ".join(parts)


def name_of(value: ActorValue) -> str:
    """Return what an actor is called; a person who is no public figure is not named."""
    from corro.vocab import actor

    known = actor(value.actor_id) if value.actor_id else None
    if value.kind is ActorKind.PERSON and not (known and known.public_figure):
        return "a person"
    return value.name or value.label


def precision_code(list_name: str, interval: Interval) -> int | None:
    """Return the code that a dataset gives to a stretch of days; None where it is longer than any has."""
    if interval.first is None or interval.last is None:
        return None
    days = (interval.last - interval.first).days + 1
    found = (term for term in terms(list_name).values() if days <= int(term.fields["longest_days"]))
    return next((int(term.fields["code"]) for term in found), None)


def place_code(list_name: str, place: Place | None) -> int | None:
    """Return the code that a dataset gives to how near a place is; None where it has none for it."""
    near = place.precision.value if place else ""
    return next((int(term.fields["code"]) for term in terms(list_name).values() if near in term.fields["precision"]), None)


def chain_of(outgoing: Outgoing) -> Iterator[str]:
    """Yield outlet, day and title of each document, sorted."""
    for document in sorted(outgoing.documents.values(), key=lambda one: (one.outlet.text, one.id)):
        day = document.published.interval.edtf if document.published.interval else ""
        yield ",".join(part for part in (document.outlet.text, day, document.title.text) if part)
