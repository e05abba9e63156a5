"""Rows of datasets and of people's own sheets come in: each is accounted for, leads to its own words, and comes in once."""

import csv
import io
import zipfile
from pathlib import Path

import pytest
from bench.importing import made
from click.testing import CliRunner
from openpyxl import Workbook

from corro.cli.main import cli
from corro.errors import ImportRefusedError
from corro.model import CountValue, Outcome, PlaceValue
from corro.model.answer import ALL, ClaimFilter
from corro.pipeline.importing import ImportOptions, import_table, read_map
from corro.pipeline.verifying import verify
from corro.pipeline.view import open_record
from corro.store import SqliteStore
from corro.values import Bound, PlacePrecision

SHEET = """Réf,Type d'incident,Date de l'incident,Lieu,Latitude,Longitude,Auteur présumé,Victimes,Tués,Source
1,Attaque d'un groupe armé contre des civils,2023-02-05,Aram,10.0,1.0,hommes armés,villageois,3,un habitant
2,Pillage,2023-02-06,Belo,,,hommes armés,commerçants,,une association
3,Armed clash,06/02/2023,Caro,95,1,les rebelles,l'armée,une dizaine,=cmd|' /C calc'!A0
,,,,,,,,,
4,V5,2023-02-07,Dessa,10.5,1.5,la gendarmerie,un journaliste,0,sa famille
"""

MAP = """
version = 1
dataset = "field-office"
title = "Journal du bureau"
language = "fr"

[columns]
id = "Réf"
type = "Type d'incident"
date = "Date de l'incident"
place = "Lieu"
latitude = "Latitude"
longitude = "Longitude"
actor = "Auteur présumé"
victim = "Victimes"
killed = "Tués"
source = "Source"

[types]
"Pillage" = "V7"
"""


@pytest.fixture
def ged(tmp_path: Path) -> Path:
    """Three hundred made rows in the shape of UCDP GED."""
    path = tmp_path / "ged.csv"
    made.write(path, 300)
    return path


def digest(record: Path) -> str:
    """Return the digest of what a record says."""
    store = SqliteStore.to_read(record)
    try:
        return store.digest()
    finally:
        store.close()


def changed(source: Path, out: Path, **cells: str) -> Path:
    """Write a file again, with cells of the first row changed."""
    with source.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))
    rows[0] |= cells
    with out.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0])
        writer.writeheader()
        writer.writerows(rows)
    return out


def test_totals_are_the_file_s_own(ged: Path, tmp_path: Path) -> None:
    """Rows and deaths add up to what other code reads from the file, and every row has a receipt."""
    record = tmp_path / "a.record"
    done = CliRunner().invoke(cli, ["import", str(ged), "--record", str(record)])
    assert done.exit_code == 0, done.output
    count, best, low, high = made.totals(ged)
    assert f"{count} rows of ucdp-ged: {count} accepted" in done.output
    assert f"best {best:,}, low {low:,}, high {high:,}." in done.output
    with open_record(record) as view:
        assert view.receipts(window=ALL).total == count == view.totals().documents


def test_every_value_leads_to_the_row_s_own_words(ged: Path, tmp_path: Path) -> None:
    """The characters of each slot are the cell; the range of deaths stands on its lowest and highest, and the best beside it."""
    import_table(ged, tmp_path / "a.record", ImportOptions(weighs=False))
    with ged.open(encoding="utf-8", newline="") as handle:
        by_id = {row["id"]: row for row in csv.DictReader(handle)}
    with open_record(tmp_path / "a.record") as view:
        claims = view.claims(window=ALL)
        documents = view.documents_by_id([claim.document_id for claim in claims])
        assert len(claims) == len(by_id)
        for claim in claims:
            document = documents[claim.document_id]
            row = by_id[document.label.removeprefix("ucdp-ged-")]
            assert claim.trigger.of(document.text) == row["type_of_violence"]
            for slot in claim.slots_of("place"):
                assert isinstance(slot.value, PlaceValue)
                assert slot.span.of(document.text) == row["where_coordinates"]
                assert slot.value.place is not None
                assert slot.value.place.latitude == float(row["latitude"])
                near = [PlacePrecision.EXACT, PlacePrecision.NEAR, PlacePrecision.DISTRICT, PlacePrecision.PROVINCE]
                assert slot.value.place.precision is near[int(row["where_prec"]) - 1]
            counts = [slot.value.count for slot in claim.slots_of("killed") if isinstance(slot.value, CountValue)]
            lowest, highest = min(count.minimum or 0 for count in counts), max(count.maximum or 0 for count in counts)
            assert (lowest, highest) == (int(row["low"]), int(row["high"]))
            assert int(row["best"]) in {count.point for count in counts}
            assert [holder.name for holder in claim.holders][-1] == "UCDP Georeferenced Event Dataset"
            assert not row["source_original"] or claim.holders[0].name == row["source_original"]


def test_a_second_import_changes_nothing(ged: Path, tmp_path: Path) -> None:
    """Each row ends as a duplicate, with a receipt; what the record says stays the same, and evidence and log are whole."""
    record = tmp_path / "a.record"
    import_table(ged, record)
    before = digest(record)
    again = import_table(ged, record)
    assert again.taken.outcomes[Outcome.DUPLICATE] == 300
    assert digest(record) == before
    assert verify(record).breaks == ()


def test_the_next_release_brings_what_is_new(ged: Path, tmp_path: Path) -> None:
    """A row that says something else is another version, in either order of the files; the others are known."""
    later = changed(ged, tmp_path / "later.csv", best="1", low="1", high="40")
    one, other = tmp_path / "one.record", tmp_path / "other.record"
    import_table(ged, one)
    second = import_table(later, one)
    assert {outcome.value: count for outcome, count in second.taken.outcomes.items() if count} == {"duplicate": 299, "updated": 1}
    assert second.taken.reasons == {"same_row": 299, "new_version": 1}
    for file in (later, ged):
        import_table(file, other)
    assert digest(one) == digest(other)
    with open_record(one) as view:
        line = next(line for line in view.lineages(ALL) if len(line.documents) > 1)
        assert len(line.documents) == 2


def test_stopped_in_the_middle_it_goes_on(ged: Path, tmp_path: Path) -> None:
    """What was kept is not kept twice, and the rest comes in."""

    class StoppedError(Exception):
        """The power fails."""

    def stop(_: object) -> None:
        raise StoppedError

    record, whole = tmp_path / "a.record", tmp_path / "b.record"
    with pytest.raises(StoppedError):
        import_table(ged, record, ImportOptions(progress=stop))
    import_table(ged, record)
    import_table(ged, whole)
    assert digest(record) == digest(whole)


def test_rows_of_one_dataset_do_not_meet_each_other_and_meet_reports(ged: Path, tmp_path: Path) -> None:
    """Two rows are two events, whatever they have in common: the dataset's own ids tell them apart."""
    twice = tmp_path / "twice.csv"
    with ged.open(encoding="utf-8", newline="") as handle:
        rows = list(csv.DictReader(handle))[:5]
    with twice.open("w", encoding="utf-8", newline="") as handle:
        writer = csv.DictWriter(handle, rows[0])
        writer.writeheader()
        writer.writerows([*rows, {**rows[0], "id": "90001"}])
    import_table(twice, tmp_path / "a.record")
    with open_record(tmp_path / "a.record") as view:
        assert view.totals().documents == 6
        assert all(len(view.event(line.id).documents) == 1 for line in view.events(window=ALL))


def test_a_sheet_of_one_s_own_by_a_map(tmp_path: Path) -> None:
    """Types by their words, codes or names in either language; what cannot be read is told and stays open; nothing is computed."""
    sheet, map_file, record = tmp_path / "journal.csv", tmp_path / "map.toml", tmp_path / "a.record"
    sheet.write_text(SHEET, encoding="utf-8")
    map_file.write_text(MAP, encoding="utf-8")
    done = import_table(sheet, record, made=read_map(map_file))
    assert (done.taken.rows, done.taken.outcomes[Outcome.ACCEPTED], done.taken.without_claim) == (4, 4, 0)
    with open_record(record) as view:
        types = {claim.type for claim in view.claims(window=ALL)}
        codes = [issue.code for issue in view.issues(window=ALL)]
        speakers = {claim.holders[0].name for claim in view.claims(ClaimFilter(types=("V7",)))}
    assert types == {"A3", "V7", "A1", "V5"}
    assert {"bad_date", "bad_point", "bad_figure", "formula_cell"} <= set(codes)
    assert speakers == {"une association"}


def test_a_map_changed_makes_the_claims_anew(tmp_path: Path) -> None:
    """The rows stay; what the map says of them changes."""
    sheet, record = tmp_path / "journal.csv", tmp_path / "a.record"
    sheet.write_text(SHEET, encoding="utf-8")
    for words in (MAP, MAP.replace('"V7"', '"A3"')):
        (tmp_path / "map.toml").write_text(words, encoding="utf-8")
        done = import_table(sheet, record, made=read_map(tmp_path / "map.toml"))
    assert done.taken.reasons == {"mapped_anew": 4}
    with open_record(record) as view:
        assert view.totals().documents == 4
        assert {claim.type for claim in view.claims(window=ALL)} == {"A3", "A1", "V5"}


def test_a_map_is_proposed_from_the_headings(tmp_path: Path) -> None:
    """English and French headings are known; the proposal can be saved, and nothing is taken in."""
    sheet, saved, record = tmp_path / "journal.csv", tmp_path / "map.toml", tmp_path / "a.record"
    sheet.write_text(SHEET, encoding="utf-8")
    refused = CliRunner().invoke(cli, ["import", str(sheet), "--record", str(record)])
    assert isinstance(refused.exception, ImportRefusedError)
    assert "--save-map" in str(refused.exception)
    done = CliRunner().invoke(cli, ["import", str(sheet), "--save-map", str(saved), "--record", str(record)])
    assert done.exit_code == 0, done.output
    assert read_map(saved).types == {
        "attaque d un groupe arme contre des civils": "A3",
        "pillage": "",
        "armed clash": "A1",
        "v5": "V5",
    }
    columns = read_map(saved).columns
    assert columns["type"] == "Type d'incident"
    assert {"id", "date", "place", "latitude", "actor", "victim", "killed", "source"} <= set(columns)
    assert not record.exists()


@pytest.mark.parametrize(
    ("change", "words"),
    [
        (('id = "Réf"', 'id = "Ref"'), "lacks what the map names"),
        (("[types]", "[tipes]\n[types]"), ""),
        (('"V7"', '"Z9"'), "event types that there are not: Z9"),
        (("version = 1", "version = 2"), "version 2"),
        (("version = 1", "version = "), "no TOML"),
        (("id = ", "ego = "), "what there is not: ego"),
        (('dataset = "field-office"', 'dataset = "../x"'), "small letters"),
    ],
)
def test_a_map_that_does_not_fit_is_refused(tmp_path: Path, change: tuple[str, str], words: str) -> None:
    """With a message that says what is wrong, before anything is taken in."""
    sheet, map_file, record = tmp_path / "journal.csv", tmp_path / "map.toml", tmp_path / "a.record"
    sheet.write_text(SHEET, encoding="utf-8")
    map_file.write_text(MAP.replace(*change, 1), encoding="utf-8")
    if not words:
        assert import_table(sheet, record, made=read_map(map_file)).taken.rows == 4
        return
    with pytest.raises(ImportRefusedError, match=words):
        import_table(sheet, record, made=read_map(map_file))
    assert not record.exists()


def a_workbook(rows: list[list[object]]) -> bytes:
    """Return a workbook with one sheet."""
    book = Workbook()
    sheet = book.active
    assert sheet is not None
    for row in rows:
        sheet.append(row)
    out = io.BytesIO()
    book.save(out)
    return out.getvalue()


def sheet_cells() -> list[list[object]]:
    """Return the sheet's cells, numbers as numbers."""
    found = list(csv.reader(io.StringIO(SHEET)))
    return [[float(cell) if cell.replace(".", "", 1).isdigit() else cell or None for cell in row] for row in found]


def test_a_workbook_says_what_the_sheet_says(tmp_path: Path) -> None:
    """The same rows from XLSX and from CSV are the same documents; whole numbers have no point."""
    cells = [[cell if cell != "=cmd|' /C calc'!A0" else "nobody" for cell in row] for row in sheet_cells()]
    (tmp_path / "a.xlsx").write_bytes(a_workbook(cells))
    text = SHEET.replace("=cmd|' /C calc'!A0", "nobody").replace("10.0,1.0", "10,1")
    (tmp_path / "a.csv").write_text(text, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    chosen, record = read_map(tmp_path / "map.toml"), tmp_path / "a.record"
    assert import_table(tmp_path / "a.xlsx", record, made=chosen).taken.outcomes[Outcome.ACCEPTED] == 4
    assert import_table(tmp_path / "a.csv", record, made=chosen).taken.outcomes[Outcome.DUPLICATE] == 4


def test_computed_cells_are_told_and_not_computed(tmp_path: Path) -> None:
    """A formula's cell is kept as its program last wrote it, with an issue."""
    cells = sheet_cells()[:2]
    cells[1][8] = "=1+2"
    (tmp_path / "a.xlsx").write_bytes(a_workbook(cells))
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    import_table(tmp_path / "a.xlsx", tmp_path / "a.record", made=read_map(tmp_path / "map.toml"))
    with open_record(tmp_path / "a.record") as view:
        assert [issue.detail for issue in view.issues("formula_cell")] == ["Tués"]


def with_part(content: bytes, name: str, part: bytes) -> bytes:
    """Return a workbook with a further part."""
    out = io.BytesIO(content)
    with zipfile.ZipFile(out, "a", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(name, part)
    return out.getvalue()


@pytest.mark.parametrize(
    ("content", "words"),
    [
        (with_part(a_workbook([["Réf"], [1]]), "xl/vbaProject.bin", b"x"), "macros"),
        (with_part(a_workbook([["Réf"], [1]]), "xl/more.xml", b"<!DOCTYPE x [<!ENTITY a 'b'>]>"), "entities"),
        (with_part(a_workbook([["Réf"], [1]]), "xl/media/a.bin", b"0" * 50_000_000), "bombs"),
        (a_workbook([["Réf"], [1]])[:900], "neither CSV nor"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "legacy .xls"),
        (b"\x89PNG\r\n\x1a\n\0\0\0", "neither CSV nor"),
        (b"", "no header"),
        (b"a,b,a\n1,2,3\n", "two columns of one name"),
    ],
    ids=["macros", "entities", "bomb", "damaged", "xls", "picture", "empty", "twice"],
)
def test_what_is_no_table_is_refused(content: bytes, words: str, tmp_path: Path) -> None:
    """With a clear answer, and no record is made."""
    (tmp_path / "a.xlsx").write_bytes(content)
    with pytest.raises(ImportRefusedError, match=words):
        import_table(tmp_path / "a.xlsx", tmp_path / "a.record")
    assert not (tmp_path / "a.record").exists()


def test_a_million_empty_rows_are_no_rows(tmp_path: Path) -> None:
    """They are gone through, and hold nothing."""
    sheet = tmp_path / "journal.csv"
    sheet.write_text(SHEET + ",,,,,,,,,\n" * 1_000_000, encoding="utf-8")
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    assert import_table(sheet, tmp_path / "a.record", made=read_map(tmp_path / "map.toml")).taken.rows == 4


@pytest.mark.parametrize("encoding", ["utf-8-sig", "utf-16", "cp1252"])
def test_encodings(encoding: str, tmp_path: Path) -> None:
    """The same sheet in another encoding says the same."""
    (tmp_path / "a.csv").write_bytes(SHEET.encode(encoding))
    (tmp_path / "map.toml").write_text(MAP, encoding="utf-8")
    import_table(tmp_path / "a.csv", tmp_path / "a.record", made=read_map(tmp_path / "map.toml"))
    with open_record(tmp_path / "a.record") as view:
        assert "Réf: 1" in next(iter(view.documents_by_id([line.id for line in view.documents()]).values())).text


def test_a_row_that_does_not_fit_its_columns_is_rejected(ged: Path, tmp_path: Path) -> None:
    """The others are kept; the totals add up, and the exit status says that there were some."""
    with ged.open("a", encoding="utf-8") as handle:
        handle.write("1,2,3" + ",4" * 60 + "\n")
    done = CliRunner().invoke(cli, ["import", str(ged), "--record", str(tmp_path / "a.record")])
    assert done.exit_code == 1
    assert "301 rows of ucdp-ged: 300 accepted, 1 rejected." in done.output
    assert "ragged_row: 1" in done.output


def test_figures_out_of_order_are_told(ged: Path, tmp_path: Path) -> None:
    """The dataset's own slip is kept as it is, with an issue."""
    import_table(changed(ged, tmp_path / "b.csv", best="9", low="2", high="3"), tmp_path / "a.record", ImportOptions(weighs=False))
    with open_record(tmp_path / "a.record") as view:
        assert view.issues("figures_out_of_order").total == 1
        claim = next(claim for claim in view.claims(ClaimFilter(document_id=view.document_id("ucdp-ged-1"))))
    assert {slot.value.count.bound for slot in claim.slots_of("killed") if isinstance(slot.value, CountValue)} >= {Bound.RANGE}


def test_a_record_with_rows_goes_out_and_comes_in(ged: Path, tmp_path: Path) -> None:
    """Rows, their evidence and the log survive the native form."""
    from corro.pipeline.exporting import export
    from corro.pipeline.importing import import_record

    record, out, other = tmp_path / "a.record", tmp_path / "a.jsonl", tmp_path / "b.record"
    import_table(ged, record)
    export("jsonl", out, record)
    assert import_record(out, other).same is True
    assert verify(other).breaks == ()
