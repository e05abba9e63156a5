"""The places of the whole world: looked up in packed, sorted files, of which nothing is parsed before it is asked for."""

import gzip
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import cache, lru_cache
from importlib.resources import files

from corro.errors import GazetteerMissingError
from corro.resolve.places.kinds import kind_of_code, precision_of
from corro.values import Place, PlaceKind, PlacePrecision, fold

_FOLDER = "gazetteer"
_IMPORTANCE = {"A.PCLI": 4, "P.PPLC": 3, "A.ADM1": 2}
_METROPOLIS = 1_000_000


@dataclass(frozen=True, slots=True)
class Candidate:
    """A place that a name may mean.

    Attributes:
        place: The place.
        people: Its population, to two digits; 0 where unknown.
        unit: Codes of its first-level unit and country (`US.TX`), or of the country alone.
        exact: Whether the name asked for is its main name.
    """

    place: Place
    people: int
    unit: str
    exact: bool = True


class WorldIndex:
    """Places by folded name in two blobs of sorted lines, searched by halving."""

    def __init__(self, rows: bytes, variants: bytes) -> None:
        """Keep the blobs.

        Args:
            rows: Lines of `world.tsv.gz`, sorted by folded name.
            variants: Lines of `world_variants.tsv.gz`: folded variant and the offsets of its rows.
        """
        self._rows = rows
        self._variants = variants

    def candidates(self, name: str) -> tuple[Candidate, ...]:
        """Return the places of a name, those whose main name it is first, by population.

        Args:
            name: The name as written.
        """
        return self._candidates(fold(name))

    @lru_cache(maxsize=4096)  # noqa: B019 - one index lives as long as the process
    def _candidates(self, key: str) -> tuple[Candidate, ...]:
        named = [self._candidate(line, exact=True) for line in _lines_of(self._rows, key)]
        for line in _lines_of(self._variants, key):
            offsets = map(int, line.split("\t")[1].split())
            others = [self._candidate(_line_at(self._rows, offset), exact=False) for offset in offsets]
            named += [replace(each, exact=key in map(fold, each.place.name.split("/"))) for each in others]
        return tuple(named)

    def _candidate(self, line: str, *, exact: bool) -> Candidate:
        name, number, latitude, longitude, code, country, admin1, _, people = line.split("\t")
        kind = kind_of_code(code)
        count = int(people or 0)
        unit = f"{country}.{admin1}" if admin1 else country
        place = Place(
            name=name,
            kind=kind,
            precision=PlacePrecision.AREA if kind is PlaceKind.AREA else precision_of(kind),
            latitude=float(latitude),
            longitude=float(longitude),
            gazetteer_id=f"geonames:{number}" if number != "0" else f"world:{fold(name)}",
            country=country or None,
            admin1=self._unit_name(unit) if admin1 and kind is not PlaceKind.REGION else None,
            importance=max(_IMPORTANCE.get(code, int(count > 0)), 2 if count >= _METROPOLIS and code[0] == "P" else 0),
        )
        return Candidate(place, count, unit, exact)

    def _unit_name(self, unit: str) -> str | None:
        return self._unit_names().get(unit)

    @cache  # noqa: B019 - one index lives as long as the process
    def _unit_names(self) -> dict[str, str]:
        """Return the names of the first-level units by their codes."""
        found: dict[str, str] = {}
        mark, at = b"\tA.ADM1\t", 0
        while (at := self._rows.find(mark, at)) >= 0:
            name, _, _, _, _, country, admin1, *_ = _line_at(self._rows, self._rows.rfind(b"\n", 0, at) + 1).split("\t")
            found.setdefault(f"{country}.{admin1}", name)
            at += len(mark)
        return found


def _line_at(blob: bytes, start: int) -> str:
    return blob[start : blob.index(b"\n", start)].decode()


def _lines_of(blob: bytes, key: str) -> Iterator[str]:
    """Yield the lines whose first field folds to a key, by halving."""
    wanted = key.encode()
    low, high = 0, len(blob)
    while low < high:
        start = blob.rfind(b"\n", 0, (low + high) // 2) + 1
        line = _line_at(blob, start)
        if fold(line.partition("\t")[0]).encode() < wanted:
            low = start + len(line.encode()) + 1
        else:
            high = start
    while low < len(blob):
        line = _line_at(blob, low)
        if fold(line.partition("\t")[0]) != key:
            return
        yield line
        low += len(line.encode()) + 1


@cache
def load_world() -> WorldIndex:
    """Return the index of the world's places, unpacked once a process.

    Raises:
        GazetteerMissingError: A packaged file is missing or damaged.
    """
    folder = files("corro.resolve") / _FOLDER
    try:
        blobs = [gzip.decompress((folder / name).read_bytes()) for name in ("world.tsv.gz", "world_variants.tsv.gz")]
    except (OSError, EOFError) as error:
        raise GazetteerMissingError(f"The index of the world's places cannot be read: {error}") from error
    return WorldIndex(*blobs)
