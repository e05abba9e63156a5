"""The packaged place index: places by folded name, read at first use, and a user's own rows beside them."""

import csv
import gzip
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from pathlib import Path

from corro.errors import GazetteerMissingError
from corro.resolve.places.files import degrees, own_place, read_own_places
from corro.resolve.places.kinds import kind_of_code, precision_of
from corro.resolve.places.spelling import Spellings
from corro.values import Place, PlaceKind, PlacePrecision, fold

_FOLDER = "gazetteer"
COVERED = frozenset({"BF", "CI", "DZ", "GN", "ML", "MR", "NE", "SN"})
"""Countries known down to villages (Algeria: to small towns); of others there are cities.

Source: src/corro/resolve/gazetteer/ATTRIBUTION.md.
"""

_METROPOLIS = 1_000_000
"""People from which a city weighs as much as the seat of a region. Source: tools/world_cities.py, 2026-11."""

_IMPORTANCE_BY_CODE = {"P.PPLC": 3, "P.PPLA": 2, "P.PPLA2": 1, "P.PPLA3": 1, "P.PPLA4": 1}
_LEVEL_WORD = re.compile(
    r"^(?:cercle|région|region|province|département|district|commune) (?:de la |du |des |de |d['’] ?)"
    r"|[ ](?:cercle|region|province|department)$",
    re.IGNORECASE,
)
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
        self._further: dict[str, tuple[str, str]] = {}
        self._seats: set[str] = set()
        self._place_by_number: dict[int, Place] = {}
        self._named: dict[str, tuple[Place, ...]] = {}
        self._unit_by_code = dict(_units(rows))
        self._by_spelling: Spellings | None = None
        for place in own:
            self.add(place)

    def add(self, place: Place, variants: Iterable[str] = ()) -> None:
        """Put a place of one's own into the index, under its name and the variants given."""
        for key in sorted({fold(name) for name in (place.name, *variants)} - {""}):
            self._own_by_name.setdefault(key, []).append(place)
            self._named.pop(key, None)
        self._by_spelling = None

    def add_further_name(self, name: str, of: str, gazetteer_id: str) -> None:
        """Let a packed row be found under a further name.

        Args:
            name: The further name.
            of: The row's own name.
            gazetteer_id: The row's id, since others may bear the same name.
        """
        self._further[fold(name)] = (of, gazetteer_id)
        self._named.pop(fold(name), None)

    def add_seat(self, number: str) -> None:
        """Let a village weigh as the seat of its commune.

        Args:
            number: Its number in GeoNames.
        """
        self._seats.add(number)

    def named(self, name: str) -> Sequence[Place]:
        """Return the places that bear this name or a variant of it, own rows first, then by importance and id."""
        key = fold(name)
        if key not in self._named:
            if key not in self._numbers_by_name and key not in self._own_by_name and key not in self._further:
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
        return self._spellings().near(key)

    def respelled(self, name: str) -> Sequence[Place]:
        """Return the places whose name is another spelling of a name (`Tinzaouatène`, `Ti-n-Zaouâtene`), likeliest first."""
        found = [place for key in self._spellings().respelled(name) for place in self.named(key)]
        return tuple(dict.fromkeys(sorted(found, key=lambda place: -place.importance)))

    def _spellings(self) -> Spellings:
        if self._by_spelling is None:
            self._by_spelling = Spellings((*self._own_by_name, *self._numbers_by_name))
        return self._by_spelling

    def __len__(self) -> int:
        """Return the number of places."""
        return len(self._rows) + len({id(place) for places in self._own_by_name.values() for place in places})

    def _look_up(self, key: str) -> tuple[Place, ...]:
        own = self._own_by_name.get(key, [])
        packed = self._packed(key)
        further = [place for place in self._known_as(key) if place not in packed]
        return (*own, *further, *sorted(packed, key=lambda place: (-place.importance, fold(place.name) != key)))

    def _known_as(self, key: str) -> list[Place]:
        """Return the place that has a folded name as a further one."""
        of, gazetteer_id = self._further.get(key, ("", ""))
        return [place for place in self._packed(fold(of)) if place.gazetteer_id == gazetteer_id]

    def _packed(self, key: str) -> list[Place]:
        return [self._place(int(number)) for number in self._numbers_by_name.get(key, "").split()]

    def _place(self, number: int) -> Place:
        if number not in self._place_by_number:
            self._place_by_number[number] = self._parse(self._rows[number])
        return self._place_by_number[number]

    def _parse(self, row: str) -> Place:
        number, name, latitude, longitude, code, country, admin1, admin2, population = row.split("\t")
        kind = kind_of_code(code)
        return Place(
            name=name,
            kind=kind,
            precision=precision_of(kind),
            latitude=float(latitude),
            longitude=float(longitude),
            gazetteer_id=f"geonames:{number}",
            country=country,
            admin1=self._unit_by_code.get((country, admin1)),
            admin2=self._unit_by_code.get((country, f"{admin1}.{admin2}")),
            importance=max(_importance(code, int(population or 0)), int(number in self._seats)),
        )


def _importance(code: str, people: int) -> int:
    if code[:1] != "P":
        return _IMPORTANCE_BY_CODE.get(code, int(people > 0))
    return max(_IMPORTANCE_BY_CODE.get(code, int(people > 0)), 2 if people >= _METROPOLIS else 0)


def is_abroad(place: Place) -> bool:
    """Say whether a place is one of the world's cities, from countries whose villages the index does not know."""
    listed = place.gazetteer_id is not None and place.gazetteer_id.startswith("geonames:")
    return listed and place.kind is PlaceKind.TOWN and place.country not in COVERED


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
        extra: Files as `corro.resolve.places.files` reads them: CSV, GeoNames dumps, OCHA's tables.

    Returns:
        The index, the same object for the same files in one process.

    Raises:
        BadOptionError: A user's file cannot be read as a gazetteer.
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
        _add_supplement(index, (folder / "supplement.csv").read_text(encoding="utf-8"))
        for row in csv.DictReader((folder / "commune_seats.csv").read_text(encoding="utf-8").splitlines()):
            index.add_seat(row["geonameid"])
        _add_further_names(index, (folder / "further_names.csv").read_text(encoding="utf-8"))
    except (OSError, EOFError, ValueError, KeyError) as error:
        raise GazetteerMissingError(f"The place index cannot be read: {error}") from error
    for file in extra:
        for place, variants in read_own_places(file).places:
            index.add(place, variants)
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
            latitude=degrees(row["lat"]),
            longitude=degrees(row["lon"]),
            gazetteer_id=f"geonames:{row['geonameid']}" if row["geonameid"] else f"iso3166:{row['code']}",
            country=row["code"],
            importance=4,
        )
        index.add(place, (row["french"], *row["variants"].split(";")))


def _add_supplement(index: PlaceIndex, text: str) -> None:
    for row in csv.DictReader(text.splitlines()):
        index.add(own_place(row, "supplement"), row["variants"].split(";"))


def _add_further_names(index: PlaceIndex, text: str) -> None:
    """Add the spellings and names in the other language that reports use and GeoNames lacks.

    Source: own list of spellings in reports on Mali and its neighbours, 2026-11; the rows are GeoNames'.
    """
    for row in csv.DictReader(text.splitlines()):
        for name in row["further"].split(";"):
            index.add_further_name(name, row["name"], f"geonames:{row['geonameid']}")
