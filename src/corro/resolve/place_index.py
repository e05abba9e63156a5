"""The packaged place index: places by folded name, read at first use, and a user's own rows beside them."""

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corro.errors import BadOptionError, GazetteerMissingError
from corro.values import Place, PlaceKind, PlacePrecision, fold

_FOLDER = "gazetteer"
_KIND_BY_CODE = {
    "A.PCLI": PlaceKind.COUNTRY,
    "A.ADM1": PlaceKind.REGION,
    "A.ADM2": PlaceKind.CERCLE,
    "A.ADM3": PlaceKind.COMMUNE,
    "A.ADM4": PlaceKind.COMMUNE,
}
_KIND_BY_CLASS = {
    "A": PlaceKind.AREA,
    "H": PlaceKind.WATER,
    "L": PlaceKind.AREA,
    "P": PlaceKind.TOWN,
    "R": PlaceKind.FACILITY,
    "S": PlaceKind.FACILITY,
    "T": PlaceKind.TERRAIN,
    "U": PlaceKind.WATER,
    "V": PlaceKind.TERRAIN,
}
"""Kinds by feature code, then class. Source: GeoNames, featureCodes_en.txt (levels of units; classes P, A, H, L, R, S, T, U, V)."""

_PRECISION_BY_KIND = {
    PlaceKind.TOWN: PlacePrecision.EXACT,
    PlaceKind.FACILITY: PlacePrecision.EXACT,
    PlaceKind.COMMUNE: PlacePrecision.DISTRICT,
    PlaceKind.CERCLE: PlacePrecision.DISTRICT,
    PlaceKind.REGION: PlacePrecision.PROVINCE,
    PlaceKind.COUNTRY: PlacePrecision.COUNTRY,
}
"""Precision of a point that stands for a whole place. Source: UCDP GED codebook 23.1, where_prec 1, 3, 4 and 6."""

_COVERED = frozenset({"BF", "CI", "DZ", "GN", "ML", "MR", "NE", "SN"})
"""Countries that the index knows down to villages (Algeria: to small towns); of others it has cities. Source: ATTRIBUTION.md."""

_METROPOLIS = 1_000_000
"""People from which a city weighs as much as the seat of a region. Source: tools/world_cities.py, 2026-11."""

_IMPORTANCE_BY_CODE = {"P.PPLC": 3, "P.PPLA": 2, "P.PPLA2": 1, "P.PPLA3": 1, "P.PPLA4": 1}
_KIND_BY_WORD = {
    "city": PlaceKind.TOWN,
    "village": PlaceKind.TOWN,
    "province": PlaceKind.REGION,
    "department": PlaceKind.CERCLE,
    "district": PlaceKind.CERCLE,
    "site": PlaceKind.FACILITY,
}
"""Kinds of a user's own rows that the model names otherwise. Source: headers and values of the supplement's format."""

_LEVEL_WORD = re.compile(
    r"^(?:cercle|région|region|province|département|district|commune) (?:de la |du |des |de |d['’] ?)"
    r"|[ ](?:cercle|region|province|department)$",
    re.IGNORECASE,
)
_IMPORTANCE_OF_OWN_ROW = 1
"""A row gathered by hand weighs as much as a seat: somebody missed it in reports. Source: supplement.csv, column `why`."""

Unit = tuple[str, str]


class PlaceIndex:
    """Places by folded name; implements `corro.ports.Gazetteer`."""

    def __init__(
        self, rows: Sequence[str] = (), numbers_by_name: Mapping[str, str] | None = None, own: Iterable[Place] = ()
    ) -> None:
        """Keep the packed rows; nothing is parsed before it is asked for.

        Args:
            rows: Lines of `places.tsv.gz`.
            numbers_by_name: Folded name to the row numbers that bear it, joined by spaces.
            own: Places that stand beside the rows and before them.
        """
        self._rows = rows
        self._numbers_by_name = numbers_by_name or {}
        self._own_by_name: dict[str, list[Place]] = {}
        self._place_by_number: dict[int, Place] = {}
        self._named: dict[str, tuple[Place, ...]] = {}
        self._unit_by_code = dict(_units(rows))
        for place in own:
            self.add(place)

    def add(self, place: Place, variants: Iterable[str] = ()) -> None:
        """Put a place of one's own into the index, under its name and the variants given."""
        for key in sorted({fold(name) for name in (place.name, *variants)} - {""}):
            self._own_by_name.setdefault(key, []).append(place)
            self._named.pop(key, None)

    def named(self, name: str) -> Sequence[Place]:
        """Return the places that bear this name or a variant of it, own rows first, then by importance and id."""
        key = fold(name)
        if key not in self._named:
            if key not in self._numbers_by_name and key not in self._own_by_name:
                return ()
            self._named[key] = self._look_up(key)
        return self._named[key]

    def inside(self, place: Place) -> Sequence[Place]:
        """Return the administrative units that hold a place, smallest first."""
        found = []
        for kind, name in ((PlaceKind.CERCLE, place.admin2), (PlaceKind.REGION, place.admin1)):
            units = [unit for unit in self.named(name or "") if unit.kind is kind and unit.country == place.country]
            found += [unit for unit in units if unit != place][:1]
        return tuple(found)

    def names_like(self, key: str) -> list[str]:
        """Return the folded names with the same first letter and nearly the same length, for which a spelling could be meant."""
        return [
            name
            for names in (self._own_by_name, self._numbers_by_name)
            for name in names
            if name[0] == key[0] and abs(len(name) - len(key)) <= 2
        ]

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._rows) + len({id(place) for places in self._own_by_name.values() for place in places})

    def _look_up(self, key: str) -> tuple[Place, ...]:
        own = self._own_by_name.get(key, [])
        packed = [self._place(int(number)) for number in self._numbers_by_name.get(key, "").split()]
        return (*own, *sorted(packed, key=lambda place: (-place.importance, fold(place.name) != key)))

    def _place(self, number: int) -> Place:
        if number not in self._place_by_number:
            self._place_by_number[number] = self._parse(self._rows[number])
        return self._place_by_number[number]

    def _parse(self, row: str) -> Place:
        number, name, latitude, longitude, code, country, admin1, admin2, population = row.split("\t")
        kind = _KIND_BY_CODE.get(code) or _KIND_BY_CLASS.get(code[:1], PlaceKind.UNKNOWN)
        return Place(
            name=name,
            kind=kind,
            precision=_PRECISION_BY_KIND.get(kind, PlacePrecision.NEAR),
            latitude=float(latitude),
            longitude=float(longitude),
            gazetteer_id=f"geonames:{number}",
            country=country,
            admin1=self._unit_by_code.get((country, admin1)),
            admin2=self._unit_by_code.get((country, f"{admin1}.{admin2}")),
            importance=_importance(code, int(population or 0)),
        )


def _importance(code: str, people: int) -> int:
    if code[:1] != "P":
        return _IMPORTANCE_BY_CODE.get(code, int(people > 0))
    return max(_IMPORTANCE_BY_CODE.get(code, int(people > 0)), 2 if people >= _METROPOLIS else 0)


def is_abroad(place: Place) -> bool:
    """Say whether a place is one of the world's cities, from countries whose villages the index does not know."""
    listed = place.gazetteer_id is not None and place.gazetteer_id.startswith("geonames:")
    return listed and place.kind is PlaceKind.TOWN and place.country not in _COVERED


def _units(rows: Iterable[str]) -> Iterator[tuple[Unit, str]]:
    """Yield (country, code) and the bare name of the first- and second-level units."""
    for row in rows:
        if "\tA.ADM1\t" in row or "\tA.ADM2\t" in row:
            _, name, _, _, code, country, admin1, admin2, _ = row.split("\t")
            key = admin1 if code == "A.ADM1" else f"{admin1}.{admin2}"
            yield (country, key), _LEVEL_WORD.sub("", name).strip()


def load_gazetteer(extra: Sequence[Path] = ()) -> PlaceIndex:
    """Return the place index: Mali and its neighbours, the world's countries, and a user's own files.

    Args:
        extra: CSV files with the columns of `supplement.csv`: name, variants, lat, lon, precision_km, kind, country, admin1, ….

    Returns:
        The index, the same object for the same files in one process.

    Raises:
        GazetteerMissingError: A packaged file is missing or damaged.
    """
    return _loaded(tuple(Path(file) for file in extra))


@cache
def _loaded(extra: tuple[Path, ...]) -> PlaceIndex:
    folder = files("corro.resolve") / _FOLDER
    try:
        rows = _lines(folder / "places.tsv.gz")
        numbers_by_name = dict(_pairs(_lines(folder / "names.tsv.gz")))
        index = PlaceIndex(rows, numbers_by_name)
        _add_countries(index, (folder / "countries.csv").read_text(encoding="utf-8"))
        _add_own(index, (folder / "supplement.csv").read_text(encoding="utf-8"), "supplement")
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise GazetteerMissingError(f"The place index cannot be read: {error}") from error
    for file in extra:
        _add_own(index, file.read_text(encoding="utf-8-sig"), file.stem)
    return index


def _lines(file: Traversable) -> list[str]:
    return gzip.decompress(file.read_bytes()).decode().splitlines()


def _pairs(lines: Iterable[str]) -> Iterator[tuple[str, str]]:
    for line in lines:
        name, _, numbers = line.partition("\t")
        yield name, numbers


def country_rows() -> list[dict[str, str]]:
    """Return the rows of the table of countries: codes, names, variants and demonyms in English and French."""
    text = (files("corro.resolve") / _FOLDER / "countries.csv").read_text(encoding="utf-8")
    return list(csv.DictReader(text.splitlines()))


def _add_countries(index: PlaceIndex, text: str) -> None:
    for row in csv.DictReader(text.splitlines()):
        place = Place(
            name=row["english"],
            kind=PlaceKind.COUNTRY,
            precision=PlacePrecision.COUNTRY,
            latitude=_number(row["lat"]),
            longitude=_number(row["lon"]),
            gazetteer_id=f"geonames:{row['geonameid']}" if row["geonameid"] else f"iso3166:{row['code']}",
            country=row["code"],
            importance=4,
        )
        index.add(place, (row["french"], *row["variants"].split(";")))


def _add_own(index: PlaceIndex, text: str, source: str) -> None:
    """Add rows in the supplement's format.

    A row whose coordinates lie outside the world keeps its name and has no point.

    Raises:
        BadOptionError: There is no column `name`.
    """
    table = csv.DictReader(text.splitlines())
    if "name" not in (table.fieldnames or ()):
        raise BadOptionError(f"The gazetteer {source} has no column `name`. It needs: name, variants, lat, lon, kind, country.")
    for row in table:
        index.add(_own_place(row, source), (row.get("variants") or "").split(";"))


def _own_place(row: Mapping[str, str], source: str) -> Place:
    word = (row.get("kind") or "").strip().casefold()
    kind = _KIND_BY_WORD.get(word) or (PlaceKind(word) if word in set(PlaceKind) else PlaceKind.UNKNOWN)
    latitude, longitude = _number(row.get("lat")), _number(row.get("lon"))
    inside = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
    place = Place(
        name=row["name"].strip(),
        kind=kind,
        precision=_PRECISION_BY_KIND.get(kind, PlacePrecision.NEAR),
        gazetteer_id=f"{source}:{fold(row['name'])}",
        country=row.get("country") or None,
        admin1=row.get("admin1") or None,
        admin2=row.get("admin2") or None,
        radius_km=_number(row.get("precision_km")),
        importance=4 if kind is PlaceKind.COUNTRY else _IMPORTANCE_OF_OWN_ROW,
    )
    return replace(place, latitude=latitude, longitude=longitude) if inside else place


def _number(text: str | None) -> float | None:
    try:
        return float(text) if text else None
    except ValueError:
        return None
