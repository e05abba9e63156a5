"""The packed index of the world's places."""

import gzip
from importlib.resources import files

import pytest

from corro.resolve.places.world import WorldIndex, load_world
from corro.values import PlaceKind, fold

ROWS = b"Aldor\t5\t10\t20\tP.PPL\tXX\t01\t\t2000\nBelm\t6\t11\t21\tA.ADM1\tXX\t01\t\t90000\nBelm\t7\t50\t60\tP.PPL\tYY\t\t\t700\n"
VARIANTS = b"al dora\t0\nbelma\t36 71\n"


def test_main_names_and_variants() -> None:
    """A name gives its rows, a variant the rows at its offsets, and a name that is not there nothing."""
    index = WorldIndex(ROWS, VARIANTS)
    assert [each.place.gazetteer_id for each in index.candidates("Belm")] == ["geonames:6", "geonames:7"]
    assert [(each.place.name, each.exact) for each in index.candidates("Al-Dora")] == [("Aldor", False)]
    assert index.candidates("Belmont") == ()
    assert index.candidates("Aaa") == index.candidates("Zzz") == ()


def test_units() -> None:
    """A town tells its region by name; a region does not lie in itself."""
    index = WorldIndex(ROWS, VARIANTS)
    assert index.candidates("Aldor")[0].place.admin1 == "Belm"
    assert index.candidates("Belm")[0].place.admin1 is None


def test_the_packaged_rows_are_sorted() -> None:
    """Halving finds a name only in sorted lines: the files are sorted by folded name."""
    folder = files("corro.resolve") / "gazetteer"
    for name in ("world.tsv.gz", "world_variants.tsv.gz"):
        lines = gzip.decompress((folder / name).read_bytes()).decode().splitlines()
        keys = [fold(line.partition("\t")[0]).encode() for line in lines[:: max(1, len(lines) // 5000)]]
        assert keys == sorted(keys)


@pytest.mark.parametrize(
    ("name", "kind", "country"),
    [
        ("Oslo", PlaceKind.TOWN, "NO"),
        ("Bavaria", PlaceKind.REGION, "DE"),
        ("Japan", PlaceKind.COUNTRY, "JP"),
        ("Java", PlaceKind.AREA, None),
    ],
)
def test_the_packaged_index(name: str, kind: PlaceKind, country: str | None) -> None:
    """Towns, regions, countries and parts of the world are there."""
    assert (kind, country) in {(each.place.kind, each.place.country) for each in load_world().candidates(name)}
