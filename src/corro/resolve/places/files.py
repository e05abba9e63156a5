"""A person's own gazetteer files: GeoNames dumps, OCHA's tables of places and units, and plain CSV."""

import csv
import io
import zipfile
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from pathlib import Path

from corro.errors import BadOptionError
from corro.resolve.places.kinds import kind_of_code, kind_of_word, precision_of
from corro.values import Place, PlaceKind, fold

_GEONAMES_COLUMNS = (
    "geonameid name asciiname alternatenames lat lon feature_class feature_code country cc2 admin1 admin2 admin3 admin4 population "
    "elevation dem timezone modified"
)
GEONAMES_COLUMNS = tuple(_GEONAMES_COLUMNS.split())
"""Columns of a GeoNames dump, which has no header. Source: GeoNames, readme.txt of the dump."""

_ALIASES = {
    "name": "name|nom|place|lieu|featurename|featurename_fr|featurename_en|featurenam|localite|village|settlement|toponym",
    "variants": "variants|variantes|alternatenames|alternate_names|aliases|other_names|featurealtn|autres_noms",
    "lat": "lat|latitude|y|point_y|center_lat|lat_dd|latitude_dd|ycoord",
    "lon": "lon|long|lng|longitude|x|point_x|center_lon|lon_dd|longitude_dd|xcoord",
    "precision_km": "precision_km|radius_km|precision",
    "kind": "kind|type|level|niveau|featureclass|feature_class_name|classe",
    "country": "country|pays|country_code|iso2|adm0_pcode|admin0pcode",
    "admin1": "admin1|region|région|adm1_fr|adm1_en|adm1_name|admin1name|admin1name_fr|admin1name_en",
    "admin2": "admin2|cercle|adm2_fr|adm2_en|adm2_name|admin2name|admin2name_fr|admin2name_en",
    "admin3": "admin3|commune|adm3_fr|adm3_en|adm3_name|admin3name|admin3name_fr|admin3name_en",
    "id": "id|pcode|featurepcode|adm3_pcode|adm2_pcode|adm1_pcode|geonameid",
}
_COLUMNS = {alias: column for column, aliases in _ALIASES.items() for alias in aliases.split("|")}
"""Names of columns by what they hold, case folded. Source: OCHA, COD tables of units and populated places; own files."""

_IMPORTANCE = 1
"""A row that somebody gathered weighs as much as a seat: reports were missed without it. Source: supplement.csv, column `why`."""

_LIST_OF_ALL = 500
"""A table with more rows lists whatever there is, so that a row says nothing of its weight. Source: own judgement, 2026-11."""

_UNITS = (("admin3", PlaceKind.COMMUNE), ("admin2", PlaceKind.CERCLE), ("admin1", PlaceKind.REGION))
_NEEDED = "It needs the columns name, lat and lon; variants (parted by `;`), kind, country, admin1, admin2 and precision_km help."


@dataclass(frozen=True, slots=True)
class OwnPlaces:
    """What a file holds.

    Attributes:
        form: What sort of file it is, in words.
        places: Its places, each with its further names.
        problems: What is wrong with single rows, each with the number of its line.
    """

    form: str
    places: tuple[tuple[Place, tuple[str, ...]], ...]
    problems: tuple[str, ...] = field(default=())


def read_own_places(file: Path) -> OwnPlaces:
    """Read a gazetteer file of a person's own.

    Args:
        file: A GeoNames dump (`ML.txt`, `ML.zip`), a CSV of OCHA's, or a CSV with a column `name`.

    Returns:
        The places. A row whose coordinates lie outside the world keeps its name and has no point; the problems say so.

    Raises:
        BadOptionError: The file cannot be read, is empty, or has no column of names.
    """
    text = _text(file)
    first = text.partition("\n")[0]
    if first.count("\t") == len(GEONAMES_COLUMNS) - 1 and first.partition("\t")[0].isdecimal():
        rows = csv.DictReader(io.StringIO(text), GEONAMES_COLUMNS, delimiter="\t", quoting=csv.QUOTE_NONE)
        return _collected("GeoNames dump", file, enumerate(map(_of_geonames, rows), 1))
    table = csv.DictReader(io.StringIO(text), delimiter=_delimiter(first))
    columns = {name: _COLUMNS[fold_column(name)] for name in table.fieldnames or () if fold_column(name) in _COLUMNS}
    if not {"name", "admin1", "admin2", "admin3"} & set(columns.values()):
        raise BadOptionError(f"None of the {len(table.fieldnames or ())} columns of {file.name} is called `name`. {_NEEDED}")
    renamed = ((number, _renamed(row, columns)) for number, row in enumerate(table, 2))
    units = "name" not in columns.values() or any(fold_column(name).endswith("pcode") for name in table.fieldnames or ())
    return _collected("OCHA table" if units else "CSV", file, renamed)


def fold_column(name: str) -> str:
    """Return the name of a column as it is looked up."""
    return name.strip().casefold().replace(" ", "_")


def _text(file: Path) -> str:
    try:
        content = _unzipped(file) if zipfile.is_zipfile(file) else file.read_bytes()
    except (OSError, zipfile.BadZipFile) as error:
        raise BadOptionError(f"The gazetteer file {file.name} cannot be read: {error}") from error
    try:
        text = content.decode("utf-8-sig")
    except UnicodeDecodeError:
        text = content.decode("cp1252", "replace")
    if not text.strip() or "\0" in text:
        raise BadOptionError(f"The gazetteer file {file.name} holds no table. {_NEEDED}")
    return text.replace("\r\n", "\n")


def _unzipped(file: Path) -> bytes:
    """Return the largest table in an archive, which beside it holds a readme."""
    with zipfile.ZipFile(file) as archive:
        members = [member for member in archive.infolist() if member.filename.casefold().endswith((".txt", ".csv", ".tsv"))]
        if not members:
            raise BadOptionError(f"The archive {file.name} holds no .txt or .csv file.")
        return archive.read(max(members, key=lambda member: member.file_size))


def _delimiter(first: str) -> str:
    return max("\t;,", key=lambda mark: (first.count(mark), mark == ","))


def _renamed(row: Mapping[str, str | None], columns: Mapping[str, str]) -> dict[str, str]:
    """Return a row under the names of the own columns; of two columns for one thing the first that is filled."""
    found: dict[str, str] = {}
    for name, column in columns.items():
        value = (row.get(name) or "").strip()
        if value:
            found.setdefault(column, value)
    if "name" not in found:
        level = next((unit for unit in _UNITS if found.get(unit[0])), None)
        if level is not None:
            found |= {"name": found[level[0]], "kind": found.get("kind") or level[1].value}
    found.setdefault("kind", PlaceKind.TOWN.value if "lat" in found and "name" in columns.values() else "")
    found["country"] = found.get("country", "")[:2].upper()
    return found


def _of_geonames(row: Mapping[str, str | None]) -> dict[str, str]:
    kept = {name: row.get(name) or "" for name in GEONAMES_COLUMNS}
    variants = [name for name in kept["alternatenames"].split(",") if name[:1].isupper()]
    code = f"{kept['feature_class']}.{kept['feature_code']}"
    return {
        "name": kept["name"],
        "variants": ";".join([kept["asciiname"], *variants]),
        "lat": kept["lat"],
        "lon": kept["lon"],
        "kind": kind_of_code(code).value,
        "country": kept["country"],
        "id": f"geonames:{kept['geonameid']}",
    }


def _collected(form: str, file: Path, rows: Iterable[tuple[int, dict[str, str]]]) -> OwnPlaces:
    places, problems = [], []
    for number, row in rows:
        if not row.get("name"):
            problems.append(f"line {number}: no name")
            continue
        place = own_place(row, file.stem)
        problems += _doubts(number, row, place)
        places.append((place, tuple(filter(None, (name.strip() for name in row.get("variants", "").split(";"))))))
    if not places:
        raise BadOptionError(f"The gazetteer file {file.name} holds no row with a name. {_NEEDED}")
    if len(places) > _LIST_OF_ALL:
        places = [(replace(place, importance=4 if place.kind is PlaceKind.COUNTRY else 0), variants) for place, variants in places]
    return OwnPlaces(form, tuple(places), tuple(problems))


def _doubts(number: int, row: Mapping[str, str], place: Place) -> Iterator[str]:
    given = f"{row.get('lat', '')!s}, {row.get('lon', '')!s}"
    if not place.located and (row.get("lat") or row.get("lon")):
        yield f"line {number}: {place.name}: the coordinates {given} lie outside the world or are no numbers; kept without a point"
    if place.latitude == 0 and place.longitude == 0:
        yield f"line {number}: {place.name}: the coordinates are 0, 0, which mostly means that they are unknown"


def own_place(row: Mapping[str, str], source: str) -> Place:
    """Return a row of a person's own table as a place.

    Args:
        row: Values by column.
        source: What the gazetteer is called.
    """
    kind = kind_of_word(row.get("kind") or "")
    latitude, longitude = degrees(row.get("lat")), degrees(row.get("lon"))
    inside = latitude is not None and longitude is not None and abs(latitude) <= 90 and abs(longitude) <= 180
    name = row["name"].strip()
    place = Place(
        name=name,
        kind=kind,
        precision=precision_of(kind),
        gazetteer_id=_own_id(row, source),
        country=row.get("country") or None,
        admin1=row.get("admin1") or None,
        admin2=row.get("admin2") or None,
        radius_km=degrees(row.get("precision_km")),
        importance=4 if kind is PlaceKind.COUNTRY else _IMPORTANCE,
    )
    return replace(place, latitude=latitude, longitude=longitude) if inside else place


def _own_id(row: Mapping[str, str], source: str) -> str:
    given = row.get("id") or ""
    return given if ":" in given else f"{source}:{given or fold(row['name'])}"


def degrees(text: str | None) -> float | None:
    """Return a number that may have a decimal comma, or None where the text is no number.

    Args:
        text: Degrees or kilometres as written.
    """
    try:
        return float(text.replace(",", ".")) if text and "nan" not in text.casefold() else None
    except ValueError:
        return None


OWN_COLUMNS = ("name", "variants", "lat", "lon", "precision_km", "kind", "country", "admin1", "admin2", "id")
"""Columns in which an imported gazetteer is kept."""


def own_csv(places: OwnPlaces) -> str:
    """Return places as a table that `corro build --places` takes.

    Args:
        places: What was read.
    """
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(OWN_COLUMNS)
    for place, variants in places.places:
        point = ("", "") if not place.located else (place.latitude, place.longitude)
        units = (place.country or "", place.admin1 or "", place.admin2 or "")
        writer.writerow(
            (place.name, ";".join(variants), *point, place.radius_km or "", place.kind.value, *units, place.gazetteer_id)
        )
    return stream.getvalue()
