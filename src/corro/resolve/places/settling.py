"""Settles which of several namesakes a place name means: by level words, country, importance and nearness, or not at all."""

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from math import asin, atan2, cos, degrees, radians, sin

from corro.model import PlaceValue
from corro.resolve.places.index import is_abroad
from corro.values import Place, PlaceKind, PlacePrecision, distance_km, fold
from corro.values.place import EARTH_RADIUS_KM

_OTHER_CLASSES = (
    PlaceKind.COMMUNE,
    PlaceKind.CERCLE,
    PlaceKind.REGION,
    PlaceKind.AREA,
    PlaceKind.FACILITY,
    PlaceKind.TERRAIN,
    PlaceKind.WATER,
    PlaceKind.UNKNOWN,
)
"""Where no populated place bears the name, these stand for it. Source: villages that GeoNames has as lakes or wells."""

_SETTLED_KINDS = frozenset({PlaceKind.TOWN, PlaceKind.COMMUNE, PlaceKind.CERCLE, PlaceKind.REGION})
_ONE_PLACE_KM = 10.0
"""Namesakes of one kind this near to each other are one place. Source: chosen on gold/where/sahel-dev, 2026-11."""

_CLEARLY_NEARER = 0.6
_NEAR_KM = 250.0
"""The nearest namesake is taken when it lies within this distance of another place of the text, and at this share of the
distance of the next or nearer.

Source: chosen on gold/where/sahel-dev, 2026-11.
"""

_MOST_CANDIDATES = 5
_CAPITAL = 3
"""Importance of a capital. Source: `corro.values.Place`, importance."""

_HALF_SECTOR = 2 * sin(radians(11.25))
"""A compass of eight points leaves 22.5 degrees on either side: the chord of that angle, as a share of the distance."""


@dataclass(slots=True)
class Surroundings:
    """What the rest of the document says about where it is.

    Attributes:
        countries: How often each country is named, by code.
        places: Places of the document that are settled.
    """

    countries: Counter[str] = field(default_factory=Counter)
    places: list[Place] = field(default_factory=list)

    @property
    def country(self) -> str | None:
        """The country that is named most; ties go to the first code."""
        if not self.countries:
            return None
        return min(self.countries, key=lambda code: (-self.countries[code], code))


def settle(name: str, places: Sequence[Place], kinds: Sequence[PlaceKind], around: Surroundings) -> PlaceValue:
    """Choose among the places that bear a name, or leave it open with its candidates.

    Args:
        name: The name as written, without its level word.
        places: What the gazetteer has, best first.
        kinds: Kinds that a level word asks for, or none.
        around: What the document says about where it is.

    Returns:
        The value with how it matched, the rule, and the candidates; without a place where nothing decides.
    """
    places = _without_placeholders(_here_or_abroad(places, around))
    if _capital_or_village(places):
        reason = f"a capital abroad and a place here are called {name}, and its country is not named"
        return PlaceValue(None, candidates=tuple(places[:_MOST_CANDIDATES]), rule="namesakes", reason=reason)
    fitting = _fitting(places, kinds, around.country)
    if not fitting:
        return PlaceValue(None, candidates=tuple(places[:_MOST_CANDIDATES]), rule="no_such_level", reason=_no_level(name, kinds))
    chosen, rule = _choose(name, fitting, around)
    candidates = tuple(place for place in fitting if place != chosen)[:_MOST_CANDIDATES]
    if chosen is None:
        return PlaceValue(
            None, candidates=candidates, rule="namesakes", reason=f"{len(fitting)} places are called {name}, and nothing decides"
        )
    return PlaceValue(chosen, _matched(name, chosen), candidates, rule)


def _here_or_abroad(places: Sequence[Place], around: Surroundings) -> Sequence[Place]:
    """Return the places without those that the document rules out where one abroad shares its name with one of the Sahel.

    One abroad is meant where its country is named too; else the Sahel comes first, and only a capital stays in question beside a
    place that is the seat of nothing.
    """
    abroad = [place for place in places if is_abroad(place)]
    here = [place for place in places if not is_abroad(place)]
    if not abroad or not here or here[0].kind is PlaceKind.COUNTRY:
        return places
    if any(around.countries[place.country] for place in abroad if place.country):
        return abroad
    capitals = [place for place in abroad if place.importance >= _CAPITAL]
    return here if any(place.importance for place in here) else [*capitals, *here]


def _without_placeholders(places: Sequence[Place]) -> Sequence[Place]:
    """Return the places without towns at whole degrees that a namesake lies by: such rows of GeoNames are that place, roughly."""
    rough = [place for place in places if place.kind is PlaceKind.TOWN and place.latitude == round(place.latitude or 0.5)]
    rough = [place for place in rough if place.longitude == round(place.longitude or 0.5)]
    return [place for place in places if place not in rough or not any(_rough_of(place, other) for other in places)]


def _rough_of(place: Place, other: Place) -> bool:
    distance = distance_km(place, other)
    return other.kind is PlaceKind.TOWN and other != place and distance is not None and distance <= _ROUGH_KM


_ROUGH_KM = 80.0
"""How far a point at whole degrees may lie from the place itself. Source: half the diagonal of a degree at 15 degrees north."""


def _capital_or_village(places: Sequence[Place]) -> bool:
    """Whether a capital abroad stands in question beside a place of the Sahel."""
    capital = bool(places) and is_abroad(places[0]) and places[0].importance >= _CAPITAL
    return capital and not all(map(is_abroad, places)) and all(place.kind is not PlaceKind.COUNTRY for place in places)


def _fitting(places: Sequence[Place], kinds: Sequence[PlaceKind], country: str | None) -> list[Place]:
    """Return the places of the kind that the words ask for; without such words, towns and units of the document's country first."""
    if kinds:
        natural = kinds[0] in (PlaceKind.WATER, PlaceKind.TERRAIN)
        return _of_kinds(places, kinds) or [place for place in places if place.kind is PlaceKind.COUNTRY and not natural]
    at_home = [place for place in places if place.country == country and place.kind in _SETTLED_KINDS] if country else []
    countries = [place for place in places if place.kind is PlaceKind.COUNTRY]
    return countries or _of_kinds(at_home, ()) or _of_kinds(places, ())


def _no_level(name: str, kinds: Sequence[PlaceKind]) -> str:
    return f"no {' or '.join(kinds)} is called {name} in the gazetteer"


def _of_kinds(places: Sequence[Place], kinds: Sequence[PlaceKind]) -> list[Place]:
    if kinds:
        for kind in kinds:
            found = [place for place in places if place.kind is kind]
            if found:
                return found
        return []
    for kind in (PlaceKind.COUNTRY, PlaceKind.TOWN, *_OTHER_CLASSES):
        found = [place for place in places if place.kind is kind]
        if found:
            return found
    return []


def _choose(name: str, places: list[Place], around: Surroundings) -> tuple[Place | None, str]:
    if len(places) == 1:
        return places[0], "only_one"
    key, country = fold(name), around.country
    narrowed = [place for place in places if place.country == country] if country else []
    for rule, some in (("country", narrowed), ("namesakes", places)):
        if some:
            chosen, how = _among(some, key, around)
            if chosen is not None:
                return chosen, how if rule == "namesakes" or how != "only_one" else rule
        if some is narrowed and some:
            return None, rule
    return None, "namesakes"


def _among(places: list[Place], key: str, around: Surroundings) -> tuple[Place | None, str]:
    if len(places) == 1:
        return places[0], "only_one"
    top = max(place.importance for place in places)
    leading = [place for place in places if place.importance == top]
    if len(leading) == 1:
        return leading[0], "importance"
    exact = [place for place in leading if fold(place.name) == key] or leading
    if len(exact) == 1:
        return exact[0], "main_name"
    if all((distance_km(exact[0], other) or 0.0) <= _ONE_PLACE_KM for other in exact[1:]):
        return exact[0], "one_place"
    return _nearest(exact, around.places)


def _nearest(places: Iterable[Place], settled: Sequence[Place]) -> tuple[Place | None, str]:
    ranked = sorted(
        ((_distance_to_any(place, settled), number, place) for number, place in enumerate(places)), key=lambda item: item[:2]
    )
    first = ranked[0]
    elsewhere = [item for item in ranked[1:] if (distance_km(item[2], first[2]) or 0.0) > _ONE_PLACE_KM]
    if first[0] <= _NEAR_KM and (not elsewhere or first[0] <= _CLEARLY_NEARER * elsewhere[0][0]):
        return first[2], "nearness"
    return None, "namesakes"


def _distance_to_any(place: Place, settled: Sequence[Place]) -> float:
    distances = [distance_km(place, other) for other in settled if other.kind is not PlaceKind.COUNTRY]
    return min((distance for distance in distances if distance is not None), default=float("inf"))


def _matched(name: str, place: Place) -> str:
    if place.gazetteer_id and not place.gazetteer_id.startswith(("geonames:", "iso3166:")):
        return "supplement"
    return "exact_name" if fold(name) == fold(place.name) else "variant"


def offset_place(start: Place, distance: float, bearing: float | None, words: str) -> Place | None:
    """Return the point that lies so far from a place, with how far off it may be.

    Args:
        start: Where the distance is counted from.
        distance: Kilometres.
        bearing: Degrees clockwise from north, or None where the text gives no direction: the point is then the start.
        words: The words of the text, which become the name.

    Returns:
        A derived place, or None where the start has no point.

    Source: Snyder, J. P. (1987), Map Projections, USGS Professional Paper 1395, equations 5-5 and 5-6.
    """
    if start.latitude is None or start.longitude is None:
        return None
    latitude, longitude = start.latitude, start.longitude
    if bearing is not None:
        latitude, longitude = _moved(start.latitude, start.longitude, distance, bearing)
    radius = distance * _HALF_SECTOR if bearing is not None else distance
    return Place(
        name=words,
        kind=PlaceKind.AREA,
        precision=PlacePrecision.NEAR,
        latitude=round(latitude, 5),
        longitude=round(longitude, 5),
        country=start.country,
        admin1=start.admin1,
        radius_km=round(max(radius, start.radius_km or 0.0), 1),
    )


def _moved(latitude: float, longitude: float, distance: float, bearing: float) -> tuple[float, float]:
    north, way, turn = radians(latitude), distance / EARTH_RADIUS_KM, radians(bearing)
    to_north = asin(sin(north) * cos(way) + cos(north) * sin(way) * cos(turn))
    to_east = atan2(sin(turn) * sin(way) * cos(north), cos(way) - sin(north) * sin(to_north))
    return degrees(to_north), (longitude + degrees(to_east) + 180) % 360 - 180
