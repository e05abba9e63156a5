"""Gazetteer files of a person's own: their forms, and what is wrong in them."""

import zipfile
from pathlib import Path

import pytest

from corro.errors import BadOptionError
from corro.resolve import load_gazetteer
from corro.resolve.places.files import own_csv, read_own_places
from corro.values import PlaceKind

GEONAMES = "77\tZabrantou\tZabrantou\tZabrantu,zab\t16.41\t-1.2\tP\tPPL\tML\t\t09\t\t\t\t0\t\t\t\t2024-01-01\n"


def written(folder: Path, name: str, text: str) -> Path:
    """Write a file and return it."""
    file = folder / name
    file.write_text(text, encoding="utf-8")
    return file


@pytest.mark.parametrize(
    ("name", "text", "form"),
    [
        ("ML.txt", GEONAMES, "GeoNames dump"),
        ("own.csv", "name,variants,lat,lon,kind,country\nZabrantou,Zabrantu,16.41,-1.2,village,ML\n", "CSV"),
        ("own.csv", "nom;variantes;latitude;longitude\nZabrantou;Zabrantu;16,41;-1,2\n", "CSV"),
        ("cod.csv", "featureName_fr,aliases,admin1Pcode,Latitude,Longitude\nZabrantou,Zabrantu,ML07,16.41,-1.2\n", "OCHA table"),
    ],
)  # fmt: skip
def test_forms(tmp_path: Path, name: str, text: str, form: str) -> None:
    """A GeoNames dump, an OCHA table and plain CSV with a comma or a semicolon all give the same place."""
    found = read_own_places(written(tmp_path, name, text))
    [(place, variants)] = found.places
    assert found.form == form
    assert (place.name, place.kind, place.latitude, place.longitude) == ("Zabrantou", PlaceKind.TOWN, 16.41, -1.2)
    assert "Zabrantu" in variants
    assert not found.problems


def test_zip(tmp_path: Path) -> None:
    """The largest table in an archive is read."""
    with zipfile.ZipFile(tmp_path / "ML.zip", "w") as archive:
        archive.writestr("readme.txt", "about")
        archive.writestr("ML.txt", GEONAMES)
    assert read_own_places(tmp_path / "ML.zip").places[0][0].gazetteer_id == "geonames:77"


def test_units_without_a_name_of_their_own(tmp_path: Path) -> None:
    """In a table of units each row is called after its lowest level."""
    found = read_own_places(
        written(tmp_path, "u.csv", "ADM1_FR,ADM2_FR,ADM2_PCODE,center_lat,center_lon\nGao,Veldou,ML0701,16,-1\n")
    )
    place = found.places[0][0]
    assert (place.name, place.kind, place.admin1) == ("Veldou", PlaceKind.CERCLE, "Gao")


@pytest.mark.parametrize("point", ["164.1,-1.2", "16.4,-190", "north,-1.2"])
def test_coordinates_outside_the_world(tmp_path: Path, point: str) -> None:
    """A point outside the world is named with its line, and the place is kept without it."""
    found = read_own_places(written(tmp_path, "own.csv", f"name,lat,lon\nVeldou,{point}\n"))
    assert not found.places[0][0].located
    assert [problem.partition(":")[0] for problem in found.problems] == ["line 2"]


@pytest.mark.parametrize("text", ["", "\n\n", "a,b\n1,2\n", "name,lat,lon\n", "name,lat,lon\n,1,2\n"])
def test_no_gazetteer(tmp_path: Path, text: str) -> None:
    """A file without names is refused, and the message says what is needed."""
    with pytest.raises(BadOptionError, match="needs the columns name, lat and lon"):
        read_own_places(written(tmp_path, "own.csv", text))


def test_long_lists_weigh_little(tmp_path: Path) -> None:
    """A row of a short list gathered by hand weighs as much as a seat; a row of a long list does not."""
    rows = "".join(f"Velda{number},16,-1\n" for number in range(600))
    long, short = (read_own_places(written(tmp_path, "own.csv", f"name,lat,lon\n{text}")) for text in (rows, "Veldou,16,-1\n"))
    assert (long.places[0][0].importance, short.places[0][0].importance) == (0, 1)


def test_what_is_written_reads_the_same(tmp_path: Path) -> None:
    """An imported file gives the same places as the original, and they are found by name and variant."""
    first = read_own_places(written(tmp_path, "ML.txt", GEONAMES))
    again = read_own_places(written(tmp_path, "own.csv", own_csv(first)))
    assert [place for place, _ in again.places] == [place for place, _ in first.places]
    index = load_gazetteer([tmp_path / "own.csv"])
    assert index.named("Zabrantu")[0].gazetteer_id == "geonames:77"
