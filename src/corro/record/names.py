"""The words by which an event is found."""

from collections.abc import Sequence

from corro.model import ActorValue, Claim, Event, PlaceValue
from corro.vocab import actor

Named = tuple[str, str]


def names_of(event: Event, claims: Sequence[Claim]) -> tuple[Named, ...]:
    """Return the words by which an event is found, each with what it is: `actor`, `place`, `source` or `text`.

    Args:
        event: The event.
        claims: Its claims.

    Returns:
        Every label and known name of its actors, the names of its places, who says so, its title and its other values; sorted.
    """
    found = {("text", event.title)}
    for claim in claims:
        found.update(("source", holder.name) for holder in claim.holders)
        for slot in claim.slots:
            found.update(_actor_names(slot.value) if isinstance(slot.value, ActorValue) else ())
            found.update(_place_names(slot.value) if isinstance(slot.value, PlaceValue) else ())
    found.update(("text", held.printed) for value in event.values for held in value.held)
    return tuple(sorted(name for name in found if name[1]))


def _actor_names(value: ActorValue) -> set[Named]:
    known = [found for found in map(actor, filter(None, (value.actor_id, value.inferred_id))) if found]
    names = [name.text for one in known for name in one.names]
    return {("actor", name) for name in (value.label, value.name, *(one.name for one in known), *names)}


def _place_names(value: PlaceValue) -> set[Named]:
    places = [value.place] if value.place else list(value.candidates)
    names = (name for place in places for name in (place.name, place.admin1 or "", place.admin2 or ""))
    return {("place", name) for name in (value.name, *names)}
