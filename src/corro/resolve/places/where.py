"""Where: finds the places of a text and says which ones they are, or why they stay open. Usable alone."""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise

from corro.model import PlaceValue
from corro.ports import Gazetteer
from corro.resolve.places import words as place_words
from corro.resolve.places.finding import Named, find_names
from corro.resolve.places.index import is_abroad, load_gazetteer
from corro.resolve.places.peoples import peoples_in
from corro.resolve.places.settling import Surroundings, offset_place, settle
from corro.resolve.times.words import number_words
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
    text: str, language: Language = Language.ENGLISH, gazetteer: Gazetteer | None = None, spared: Sequence[Span] = ()
) -> tuple[PlaceMention, ...]:
    """Find the places of a text.

    Args:
        text: Plain text.
        language: English or French: whose number words stand in distances.
        gazetteer: Where names are looked up; the packaged index where left out.
        spared: Spans that are known to be something else (persons, organisations).

    Returns:
        The places in order of the text; one that cannot be settled has no place, but a reason and candidates.
    """
    index = gazetteer if gazetteer is not None else load_gazetteer()
    names = in_country_behind(text, [_with_unit_of_seat(name, index) for name in find_names(text, index, spared)])
    around = _surroundings(text, names)
    values = _settled(text, names, around)
    return tuple(mention_of(text, name, value, language) for name, value in zip(names, values, strict=True))


def in_country_behind(text: str, names: Sequence[Named]) -> list[Named]:
    """Keep of each name's places those of the country or unit that stands right behind it (`Bosso, in Niger`), where there are any.

    Args:
        text: The text.
        names: Its names, in order.
    """
    kept = list(names)
    for at, (name, wide) in enumerate(pairwise(names)):
        if _APPOSED.fullmatch(text[name.span.end : (wide.whole or wide.span).start]):
            kept[at] = replace(name, places=_inside(name.places, wide) or name.places)
    return kept


_APPOSED = re.compile(r",?\s+(?:in\s+(?:the\s+)?|en\s+|au\s+|aux\s+|dans\s+(?:le\s+|la\s+|l['’]))|\s+\(", re.IGNORECASE)


def _inside(places: Sequence[Place], wide: Named) -> tuple[Place, ...]:
    """Return the places that lie in what another name means, which is a country or asks for a region or cercle."""
    top = wide.places[0]
    if top.kind is PlaceKind.COUNTRY and not wide.kinds:
        return tuple(place for place in places if place.country == top.country and place.kind is not PlaceKind.COUNTRY)
    if not wide.kinds or wide.kinds[0] not in _UNITS:
        return ()
    units = {(place.country, fold(place.name)) for place in wide.places if place.kind in wide.kinds}
    units |= {(country, name.removesuffix(" region").removeprefix("cercle de ")) for country, name in units}
    return tuple(
        place for place in places if {(place.country, fold(place.admin1 or "")), (place.country, fold(place.admin2 or ""))} & units
    )


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
    """Settle every name; the second round knows the places that the first one settled."""
    keys = [(name.span.of(text), name.kinds) for name in names]
    distinct = dict(zip(keys, names, strict=True))
    values: dict[tuple[str, tuple[PlaceKind, ...]], PlaceValue] = {}
    for _ in range(2):
        values = {key: settle(key[0], name.places, name.kinds, around) for key, name in distinct.items()}
        settled = dict.fromkeys(value.place for value in values.values() if value.place is not None)
        around.places = list(settled)[:_MOST_NEIGHBOURS]
    return [values[key] for key in keys]


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
    kind = place.kind if place else _open_kind(name, value)
    phrase = place_words.DISTANCE.search(before) if _UNIT_OF_DISTANCE.search(before) else None
    kilometres = _kilometres(phrase, language) if phrase else None
    if phrase is None or kilometres is None or place is None:
        return PlaceMention(span, span.of(text), value, kind)
    start = span.start - len(before) + (phrase.end("lead") if phrase.group("lead") else phrase.start())
    whole = Span(start, span.end)
    bearing = _bearing(phrase)
    offset = None if bearing is None else offset_place(place, kilometres, bearing, whole.of(text))
    if bearing is None:
        return PlaceMention(span, span.of(text), value, kind)
    return PlaceMention(span, span.of(text), value, kind, offset, whole)


def _open_kind(name: Named, value: PlaceValue) -> PlaceKind:
    """Return what kind a name speaks of that stays open: of its level word, or a town where all it may be are."""
    if name.kinds:
        return name.kinds[0]
    towns = value.candidates and all(place.kind is PlaceKind.TOWN for place in value.candidates)
    return PlaceKind.TOWN if towns else PlaceKind.UNKNOWN


def _bearing(phrase: "re.Match[str]") -> float | None:
    words = (phrase.group("direction") or "").casefold().replace(" ", "-")
    return place_words.BEARINGS.get(words, place_words.BEARINGS.get(words.replace("-", "")))


def _kilometres(phrase: "re.Match[str]", language: Language) -> float | None:
    number = _number(phrase.group("number").casefold(), language)
    if number is None:
        return None
    return number * place_words.MILE_KM if phrase.group("unit").casefold().startswith("mile") else number


def _number(shown: str, language: Language) -> float | None:
    if shown[0].isdigit():
        return float(shown.replace(",", "."))
    from corro.resolve.times.tokens import cut

    words = [word for word in cut(shown, language) if word.name in ("NUM", "DAY", "ROUND")]
    return float(words[0].number) if words and (words[0].number or shown in number_words(language)) else None
