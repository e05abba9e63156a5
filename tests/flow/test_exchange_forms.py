"""Every form in which a record goes out: through the door, the same each time, private, logged, and readable by others."""

import csv
import io
import json
from datetime import date
from pathlib import Path

import pytest
from bench.importing import made
from tests.laws.builders import Report, Told, add, an_analysis

from corro.casework import Audience
from corro.errors import BadOptionError
from corro.model.answer import EventFilter
from corro.pipeline.exporting import FORMS, Wanted, export
from corro.pipeline.importing import ImportOptions, import_table
from corro.store import SqliteStore

REPORTS = (
    Report((Told("A1", killed=12),), outlet="Aram Gazette"),
    Report((Told("A1", killed=20, speaker="the mayor"),), outlet="Belo Times"),
    Report((Told("H1", victim="the envoy", killed=None, day=date(2023, 3, 1)),), outlet="Coast Radio"),
    Report((Told("V3", victim="women of Belo", place="Belo", day=date(2023, 3, 12), killed=None),), outlet="Radio Belo"),
    Report((Told("V1", victim="=HYPERLINK(1)", place="Belo", day=date(2023, 5, 1), killed=2),), outlet="@evil"),
)
EVERYTHING = Wanted()
EVENT_FORMS = sorted(name for name, form in FORMS.items() if form.narrows)


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of a clash told by two papers, an order to leave, an assault, and a paper that would run in a spreadsheet."""
    path = tmp_path_factory.mktemp("forms") / "a.record"
    store = SqliteStore.to_write(path)
    add(store, [an_analysis(report) for report in REPORTS])
    store.close()
    return path


def out_of(record: Path, form: str, tmp_path: Path, wanted: Wanted = EVERYTHING) -> bytes:
    """Return what goes out."""
    out = tmp_path / f"out.{form}"
    export(form, out, record, wanted, force=True)
    return out.read_bytes()


def table(content: bytes) -> list[dict[str, str]]:
    """Read a table."""
    return list(csv.DictReader(io.StringIO(content.decode(), newline="")))


@pytest.mark.parametrize("form", EVENT_FORMS)
def test_the_same_record_gives_the_same_bytes(record: Path, form: str, tmp_path: Path) -> None:
    """Forms are deterministic: an export in between changes nothing."""
    assert out_of(record, form, tmp_path) == out_of(record, form, tmp_path)


@pytest.mark.parametrize("form", EVENT_FORMS)
def test_what_is_protected_stays(record: Path, form: str, tmp_path: Path) -> None:
    """Outside the section no form has the words, the outlet or the day of an assault; inside, the section has its own."""
    told = out_of(record, form, tmp_path).decode()
    assert not [words for words in ("women of Belo", "Radio Belo", "2023-03-12") if words in told]


@pytest.mark.parametrize("form", [form for form in EVENT_FORMS if form not in ("prov",)])
def test_filters_are_those_of_the_lists(record: Path, form: str, tmp_path: Path) -> None:
    """Only the events that are asked for go out."""
    told = out_of(record, form, tmp_path, Wanted(EventFilter(types=("H",)))).decode()
    assert "V1-" not in told
    assert "Clash" not in told


def test_the_whole_record_stays_in_the_section(record: Path, tmp_path: Path) -> None:
    """And is not narrowed; an unknown form or register is named."""
    for form, wanted in (
        ("jsonl", Wanted(audience=Audience.PUBLIC)),
        ("jsonl", Wanted(EventFilter(types=("H",)))),
        ("pdf", Wanted()),
        ("csv", Wanted(register="birds")),
        ("geojson", Wanted(register="access")),
    ):
        with pytest.raises(BadOptionError):
            export(form, tmp_path / "out", record, wanted)
    assert not (tmp_path / "out").exists()


def test_geojson_has_coarsened_points(record: Path, tmp_path: Path) -> None:
    """Longitude first, the precision and whether it was coarsened beside it; nothing protected has a point."""
    found = json.loads(out_of(record, "geojson", tmp_path))
    assert found["type"] == "FeatureCollection"
    by_type = {feature["properties"]["type"]: feature for feature in found["features"]}
    assert by_type["A1"]["geometry"] == {"type": "Point", "coordinates": [1.0, 10.0]}
    assert by_type["A1"]["properties"]["coarsened"] is False
    assert by_type["A1"]["properties"]["where_prec"] == 1
    assert all(feature["geometry"] is None for feature in found["features"] if feature["properties"]["protected"])


def test_points_are_coarsened_by_their_precision(tmp_path: Path) -> None:
    """A town to two decimals, what is near it or a district to one, a region to none; a country has no point."""
    source = tmp_path / "ged.csv"
    made.write(source, 60)
    lines = source.read_text(encoding="utf-8").replace("10.125", "10.12345").replace("1.125,", "1.12345,")
    source.write_text(lines, encoding="utf-8")
    import_table(source, tmp_path / "a.record")
    found = json.loads(out_of(tmp_path / "a.record", "geojson", tmp_path))["features"]
    decimals = {1: 2, 2: 1, 3: 1, 4: 0}
    placed = [feature for feature in found if feature["geometry"]]
    assert {feature["properties"]["where_prec"] for feature in placed} == set(decimals)
    for feature in placed:
        most = decimals[feature["properties"]["where_prec"]]
        assert all(round(number, most) == number for number in feature["geometry"]["coordinates"])
    assert any(feature["properties"]["coarsened"] for feature in placed)


def test_no_form_of_table_runs_in_a_spreadsheet(record: Path, tmp_path: Path) -> None:
    """Names from reports are made safe in every table."""
    for form in ("csv", "ucdp", "acled", "hxl"):
        for row in table(out_of(record, form, tmp_path)):
            assert not [cell for cell in row.values() if cell.startswith(("=", "+", "@", "\t"))], form


def test_ucdp_has_the_dead_and_no_ids_of_theirs(record: Path, tmp_path: Path) -> None:
    """Low, best and high from what is held; who says so in source_original; no conflict, dyad or side has a made-up id."""
    rows = table(out_of(record, "ucdp", tmp_path))
    clash = next(row for row in rows if row["type_of_violence"] in "12")
    assert (clash["low"], clash["high"]) == ("12", "20")
    assert clash["source_original"] == "Aram Gazette; the mayor"
    assert not any(clash[name] for name in ("conflict_id", "dyad_id", "side_a_id", "side_b_id", "priogrid_gid"))
    assert all(row["date_prec"] and int(row["high"]) > 0 for row in rows)


def test_acled_is_conservative_and_says_what_is_disputed(record: Path, tmp_path: Path) -> None:
    """The lowest figure, own ids, disputes in the notes; measures of a host State are no events there."""
    rows = table(out_of(record, "acled", tmp_path))
    clash = next(row for row in rows if row["event_type"] == "Battles")
    assert clash["fatalities"] == "12"
    assert clash["event_id_cnty"].startswith("CORRO-A1-")
    assert "killed disputed: 12" in clash["notes"]
    assert not [row for row in rows if "H1" in row["event_id_cnty"]]


def test_rows_that_came_from_ucdp_go_out_with_their_figures(tmp_path: Path) -> None:
    """Best, low and high survive the way in and out."""
    source = tmp_path / "ged.csv"
    made.write(source, 40)
    import_table(source, tmp_path / "a.record", ImportOptions())
    with source.open(encoding="utf-8", newline="") as handle:
        given = sorted((int(row["low"]), int(row["high"])) for row in csv.DictReader(handle) if _kept(row))
    found = sorted((int(row["low"]), int(row["high"])) for row in table(out_of(tmp_path / "a.record", "ucdp", tmp_path)))
    assert found == given


def _kept(row: dict[str, str]) -> bool:
    return row["event_clarity"] == "1" and int(row["high"]) > 0


def test_a_measure_is_an_event_and_never_a_sanction(record: Path, tmp_path: Path) -> None:
    """FollowTheMoney entities: no sanction, no private person, ids of the form that it takes."""
    entities = [json.loads(line) for line in out_of(record, "ftm", tmp_path).splitlines()]
    assert {entity["schema"] for entity in entities} <= {
        "Event",
        "Article",
        "Documentation",
        "Organization",
        "PublicBody",
        "Person",
    }
    order = next(entity for entity in entities if entity["properties"].get("keywords") == ["H1"])
    assert order["schema"] == "Event"
    assert not [entity for entity in entities if "_" in entity["id"]]
    ids = {entity["id"] for entity in entities}
    for entity in entities:
        for name in ("document", "entity", "involved"):
            assert set(entity["properties"].get(name, ())) <= ids


def test_hxl_has_its_row_of_tags(record: Path, tmp_path: Path) -> None:
    """The second line says what the columns are."""
    tags = table(out_of(record, "hxl", tmp_path))[0]
    assert tags["latitude"] == "#geo+lat"
    assert tags["killed_min"] == "#affected+killed+min"


def test_a_register_goes_out_with_its_days(record: Path, tmp_path: Path) -> None:
    """Each line says where it comes from, and its days in EDTF and ISO 8601."""
    rows = table(out_of(record, "csv", tmp_path, Wanted(register="measures")))
    assert [(row["from"], row["edtf"], row["first"]) for row in rows] == [("reports", "2023-03-01", "2023-03-01")]
    narrowed = table(out_of(record, "csv", tmp_path, Wanted(EventFilter(types=("A",)), "violations")))
    assert narrowed == []
