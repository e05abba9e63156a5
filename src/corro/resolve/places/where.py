"""Where: finds the places of a text and says which ones they are, or why they stay open. Usable alone."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from corro.model import PlaceValue
from corro.ports import Gazetteer
from corro.resolve.places import words as place_words
from corro.resolve.places.clues import bearing_of, in_unit_behind, kilometres_of, said_to_lie
from corro.resolve.places.finding import Named, find_names
from corro.resolve.places.index import is_abroad, load_gazetteer
from corro.resolve.places.peoples import peoples_in
from corro.resolve.places.settling import Surroundings, offset_place, settle
from corro.values import Language, Place, PlaceKind, PlacePrecision, Span, fold

_CONTEXT = 90
"""Characters before a name in which a distance phrase is looked for. Source: longest phrase of the pattern, 2026-11."""


_UNIT_OF_DISTANCE = re.compile(r"km|kilom|mile", re.IGNORECASE)
_MOST_NEIGHBOURS = 200
"""Places that namesakes are measured against, which keeps long lists linear. Source: own judgement, 2026-11."""


@dataclass(frozen=True, slots=True)
class PlaceMention:
    """One place name in a text.

    Attributes:
        span: The name, with the word for its level where that belongs to it (`Gao Region`).
        text: The characters themselves.
        value: Which place it is, or why that stays open, with the candidates.
        kind: What sort of place the words speak of.
        offset: The point derived from a distance phrase (`80 km north of Gao`), or None.
        phrase: The distance phrase and the name, where there is one.
    """

    span: Span
    text: str
    value: PlaceValue
    kind: PlaceKind
    offset: Place | None = None
    phrase: Span | None = None


def where(
    text: str,
    language: Language = Language.ENGLISH,
    gazetteer: Gazetteer | None = None,
    spared: Sequence[Span] = (),
    given: Sequence[Span] = (),
) -> tuple[PlaceMention, ...]:
    """Find the places of a text.

    Args:
        text: Plain text.
        language: English or French: whose number words stand in distances.
        gazetteer: Where names are looked up; the packaged index where left out.
        spared: Spans that are known to be something else (persons, organisations).
        given: Spans that are known to be places, in order.

    Returns:
        The places in order of the text; one that cannot be settled has no place, but a reason and candidates.
    """
    index = gazetteer if gazetteer is not None else load_gazetteer()
    names = in_unit_behind(text, [_with_unit_of_seat(name, index) for name in find_names(text, index, spared, given)])
    around = _surroundings(text, names)
    values = _settled(text, names, around)
    return tuple(mention_of(text, name, value, language) for name, value in zip(names, values, strict=True))


def _with_unit_of_seat(name: Named, gazetteer: Gazetteer) -> Named:
    """Add the unit that a town is the seat of, where the gazetteer has no unit of that name (`Timbuktu Region`).

    Where the gazetteer has no such unit at all, but the town lies in one that bears its name, the unit stands at the town's point.
    """
    if not name.kinds or name.kinds[0] not in _UNITS or any(place.kind in name.kinds for place in name.places):
        return name
    seat = next((place for place in name.places if place.kind is PlaceKind.TOWN and place.importance > 0), None)
    unit = _unit_of(seat, name.kinds[0], gazetteer) if seat else None
    return replace(name, places=(*name.places, unit)) if unit else name


_UNITS = {PlaceKind.REGION: PlacePrecision.PROVINCE, PlaceKind.CERCLE: PlacePrecision.DISTRICT}


def _unit_of(seat: Place, kind: PlaceKind, gazetteer: Gazetteer) -> Place | None:
    """Return the unit of a kind that a town is the seat of, or None."""
    named = seat.admin1 if kind is PlaceKind.REGION else seat.admin2
    same_name = named is not None and fold(named) == fold(seat.name)
    if seat.importance < 2 and not same_name:
        return None
    listed = next((unit for unit in gazetteer.inside(seat) if unit.kind is kind), None)
    derived = replace(seat, kind=kind, precision=_UNITS[kind], gazetteer_id=None, radius_km=None) if same_name else None
    return listed or derived


def place_spans(text: str, gazetteer: Gazetteer) -> tuple[Span, ...]:
    """Return the spans of the place names of a text, for a parser that wants them as known names.

    Args:
        text: Plain text.
        gazetteer: Where names are looked up.

    Returns:
        Spans in order, not overlapping.
    """
    return tuple(name.whole or name.span for name in find_names(text, gazetteer))


def home_country(text: str, places: Sequence[PlaceMention]) -> str | None:
    """Return the country that a text speaks of most, by its places and demonyms, or None where it names none.

    Args:
        text: The text.
        places: The places found in it.
    """
    countries = peoples_in(text)
    countries.update(mention.value.place.country for mention in places if mention.value.place and mention.value.place.country)
    return Surroundings(countries).country


def _surroundings(text: str, names: Sequence[Named]) -> Surroundings:
    countries = peoples_in(text)
    for name in names:
        first = name.places[0]
        neighbour = place_words.NOT_HOME.search(text[max(0, name.span.start - _CONTEXT) : name.span.start])
        if first.country and _tells_country(name) and not neighbour:
            countries[first.country] += 1
    return Surroundings(countries)


def _tells_country(name: Named) -> bool:
    """Whether a name tells where the text is: a country, the only country that has such a place, or the capital of a region.

    A city abroad whose name a place of the Sahel bears too tells nothing: what it means depends on the country.
    """
    first = name.places[0]
    homes = {place.country for place in name.places if place.kind is PlaceKind.TOWN or place.importance}
    country = first.kind is PlaceKind.COUNTRY and PlaceKind.WATER not in name.kinds
    shared = is_abroad(first) and not all(is_abroad(place) for place in name.places)
    return country or len(homes) == 1 or (first.importance > 1 and not shared)


def _settled(text: str, names: Sequence[Named], around: Surroundings) -> list[PlaceValue]:
    """Settle every name; the second round knows the places that the first one settled, and what is said to lie by them."""
    keys = [(name.span.of(text), name.kinds) for name in names]
    values = _by_name(keys, names, around)
    _know(around, values.values())
    told = said_to_lie(text, names, [values[key].place for key in keys])
    values = _by_name(keys, told, around)
    return [values[key] for key in keys]


_Key = tuple[str, tuple[PlaceKind, ...]]


def _by_name(keys: Sequence[_Key], names: Sequence[Named], around: Surroundings) -> dict[_Key, PlaceValue]:
    distinct = dict(zip(keys, names, strict=True))
    return {key: settle(key[0], name.places, name.kinds, around) for key, name in distinct.items()}


def _know(around: Surroundings, values: Iterable[PlaceValue]) -> None:
    settled = dict.fromkeys(value.place for value in values if value.place is not None)
    around.places = list(settled)[:_MOST_NEIGHBOURS]


def mention_of(text: str, name: Named, value: PlaceValue, language: Language) -> PlaceMention:
    """Return a settled name as a mention, with the point that a distance phrase before it gives.

    Args:
        text: The text.
        name: The name.
        value: What it was settled to.
        language: Whose number words stand in distances.
    """
    span = name.whole or name.span
    before = text[max(0, span.start - _CONTEXT) : span.start]
    place = value.place
    if place is not None and place.precision is PlacePrecision.EXACT and place_words.NEAR.search(before):
        value = replace(value, place=replace(place, precision=PlacePrecision.NEAR))
    kind = _kind_said(name, place) if place else _open_kind(name, value)
    phrase = place_words.DISTANCE.search(before) if _UNIT_OF_DISTANCE.search(before) else None
    kilometres = kilometres_of(phrase, language) if phrase else None
    if phrase is None or kilometres is None or place is None:
        return PlaceMention(span, span.of(text), value, kind)
    start = span.start - len(before) + (phrase.end("lead") if phrase.group("lead") else phrase.start())
    whole = Span(start, span.end)
    bearing = bearing_of(phrase.group("direction") or "")
    offset = None if bearing is None else offset_place(place, kilometres, bearing, whole.of(text))
    if bearing is None:
        return PlaceMention(span, span.of(text), replace(value, place=_somewhere_about(place, kilometres)), kind)
    return PlaceMention(span, span.of(text), value, kind, offset, whole)


def _somewhere_about(place: Place, kilometres: float) -> Place:
    """Return a place as the middle of where something happened: a distance without a direction tells no point."""
    return replace(place, precision=PlacePrecision.NEAR, radius_km=max(kilometres, place.radius_km or 0.0))


def _kind_said(name: Named, place: Place) -> PlaceKind:
    """Return a place's kind; where the gazetteer knows only an area, a word such as `forest` tells what it is."""
    natural = bool(name.kinds) and name.kinds[0] in (PlaceKind.WATER, PlaceKind.TERRAIN)
    return name.kinds[0] if natural and place.kind is PlaceKind.AREA else place.kind


def _open_kind(name: Named, value: PlaceValue) -> PlaceKind:
    """Return what kind a name speaks of that stays open: of its level word, or a town where all it may be are."""
    if name.kinds:
        return name.kinds[0]
    towns = value.candidates and all(place.kind is PlaceKind.TOWN for place in value.candidates)
    return PlaceKind.TOWN if towns else PlaceKind.UNKNOWN
