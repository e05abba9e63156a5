"""What a name may mean anywhere: the places that bear it, a people's country, a state's short form, a plainer spelling."""

import re
from collections.abc import Iterator
from dataclasses import replace

from corro.ports import Gazetteer
from corro.resolve.places.index import is_abroad
from corro.resolve.places.peoples import country_name, demonym_country
from corro.resolve.places.states import NAME_OF_FORM
from corro.resolve.places.world import Candidate, WorldIndex
from corro.values import Place, PlaceKind, PlacePrecision, fold

_PEOPLE_BY_IMPORTANCE = (500, 20_000, 100_000, 1_000_000, 10_000_000)
"""How many people a place of the Sahel index is taken to have, by importance. Source: medians of its rows, rounded, 2026-11."""

_SHORT_FORMS = (
    (re.compile(r"^St\.?\s"), "Saint "),
    (re.compile(r"^Ste\.?\s"), "Sainte "),
    (re.compile(r"^Mt\.?\s"), "Mount "),
    (re.compile(r"^Ft\.?\s"), "Fort "),
    (re.compile(r"\s&\s"), " and "),
)
_LEVEL = re.compile(
    r"\s+(?:county|city|town|township|village|state|province|region|district|governorate|metropolitan area|area|republic)s?$"
    r"|^(?:city|town|village|state|province|region|district|county|commune|ville|région|département|préfecture|republic)"
    r" (?:of|de|du|d['’])\s*"
    r"|^(?:the|la|le|les|l['’])\s*|['’]s$",
    re.IGNORECASE,
)
"""Words around a proper name that a gazetteer may leave out. Source: own list, 2026-11."""

_PART = re.compile(
    r"^(?:(?:north|south|east|west)(?:ern)?|north[- ]?(?:east|west)(?:ern)?|south[- ]?(?:east|west)(?:ern)?"
    r"|central|greater|upper|lower"
    r"|downtown|inner|outer|mainland|nord|sud|est|ouest)[\s-]+",
    re.IGNORECASE,
)
"""Words that make a part of what follows. Source: own list, 2026-11."""


_SITE = re.compile(
    r"\s(?:airport|hospital|university|cathedral|mosque|gallery|museum|zoo|stadium|arena|harbou?r|port|bay|valley|prison|racecourse"
    r"|trade cent(?:re|er)|convention cent(?:re|er)|city hall|airfield|air base)$",
    re.IGNORECASE,
)
"""Last words of sites that mostly lie in or by the town that they are named after, as streets and bridges do not.

Source: own list, 2026-11.
"""

_PEOPLES_OF_PARTS = {
    "Europe": "European Europeans européen européenne européens européennes",
    "Africa": "African Africans africain africaine africains africaines",
    "Asia": "Asian Asians asiatique asiatiques",
    "Kurdistan": "Kurdish Kurds kurde kurdes",
    "Latin America": "Latin_American Latin_Americans latino-américain",
    "Central America": "Central_American Central_Americans",
    "South America": "South_American South_Americans sud-américain",
    "North America": "North_American North_Americans nord-américain",
    "West Africa": "West_African West_Africans ouest-africain ouest-africaine",
    "East Africa": "East_African East_Africans",
    "Middle East": "Middle_Eastern",
}
_PART_OF_PEOPLE = {fold(word.replace("_", " ")): part for part, words in _PEOPLES_OF_PARTS.items() for word in words.split()}
"""Parts of the world by the people of them. Source: own list, 2026-11."""

_LARGE = 20_000
_SITE_KM = 30.0
"""People of a town that sites are called after, and how far from its middle they may lie. Source: own judgement, 2026-11."""


def candidates_of(name: str, home: Gazetteer, world: WorldIndex) -> tuple[Candidate, ...]:
    """Return what a name may mean, best kind of match first.

    Args:
        name: The name as written.
        home: The index of the Sahel.
        world: The index of the world.

    Returns:
        The candidates of the first form of the name that has any.
    """
    people = country_name(demonym_country(name))
    if people:
        return tuple(each for each in world.candidates(people) if each.place.kind is PlaceKind.COUNTRY)
    part = _PART_OF_PEOPLE.get(fold(name))
    if part:
        return tuple(each for each in world.candidates(part) if each.place.kind is PlaceKind.AREA)
    for form in _forms(name):
        found = (*_at_home(form, home), *world.candidates(form))
        if found:
            return found
    return _named_after(name, world)


def _named_after(name: str, world: WorldIndex) -> tuple[Candidate, ...]:
    """Return the large towns that a site is named after (`Manila Cathedral`), as the site near them; else nothing."""
    if not _SITE.search(name):
        return ()
    words = name.split()
    for count in range(len(words) - 1, 0, -1):
        towns = [each for each in world.candidates(" ".join(words[:count])) if each.place.kind is PlaceKind.TOWN and each.exact]
        large = [each for each in towns if each.people >= _LARGE]
        if large:
            return tuple(replace(each, place=_site(name, each.place)) for each in large)
    return ()


def _site(name: str, town: Place) -> Place:
    return replace(town, name=name, kind=PlaceKind.FACILITY, precision=PlacePrecision.NEAR, gazetteer_id=None, radius_km=_SITE_KM)


def _forms(name: str) -> Iterator[str]:
    """Yield the forms under which a name is looked up, the most faithful first."""
    short = NAME_OF_FORM.get(name.replace(" ", "")) or NAME_OF_FORM.get(name.replace(" ", "") + ".")
    if short:
        yield short
    yield name
    for pattern, long in _SHORT_FORMS:
        if pattern.search(name):
            yield pattern.sub(long, name)
    bare = _LEVEL.sub("", name).strip()
    if bare and bare != name:
        yield from _forms(bare)
    whole = _PART.sub("", name).strip()
    if whole and whole != name and whole[0].isupper():
        yield whole
    if "," in name:
        yield name.partition(",")[0]


def _at_home(name: str, home: Gazetteer) -> list[Candidate]:
    """Return the places of the Sahel that bear a name; the world's cities and countries come from the other index."""
    places = [place for place in home.named(name) if not is_abroad(place) and place.kind is not PlaceKind.COUNTRY]
    return [_candidate(place, name) for place in places]


def _candidate(place: Place, name: str) -> Candidate:
    unit = f"{place.country}.{fold(place.admin1)}" if place.admin1 and place.country else place.country or ""
    return Candidate(place, _PEOPLE_BY_IMPORTANCE[place.importance], unit, fold(place.name) == fold(name))
