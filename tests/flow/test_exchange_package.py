"""The hand-over package and W3C PROV: read by others' tools, looked over to the last byte, taken in again."""

import hashlib
import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from bench.importing import made
from click.testing import CliRunner
from prov.model import ProvActivity, ProvDerivation, ProvDocument, ProvEntity
from tests.laws.builders import Report, Told, add, an_analysis

from corro.cli.main import cli
from corro.errors import BadOptionError, FileExistsAlreadyError, ImportRefusedError
from corro.exchange import bag
from corro.model import Decision, DecisionKind
from corro.model.answer import ALL
from corro.pipeline.decide import decide_in
from corro.pipeline.exporting import export
from corro.pipeline.importing import import_record, import_table
from corro.pipeline.packaging import look_over
from corro.pipeline.verifying import verify
from corro.store import SqliteStore


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of reports, rows with their evidence, and a decision."""
    folder = tmp_path_factory.mktemp("package")
    made.write(folder / "ged.csv", 20)
    import_table(folder / "ged.csv", folder / "a.record")
    store = SqliteStore.to_write(folder / "a.record")
    add(store, [an_analysis(Report((Told(),))), an_analysis(Report((Told(killed=20),), outlet="Belo Times"))])
    claim = next(iter(store.questions.claims(window=ALL))).id
    decide_in(store, [Decision(DecisionKind.CLAIM, (claim,), "accepted", "Amina", datetime(2026, 11, 24, 9, tzinfo=UTC))])
    store.close()
    return folder / "a.record"


@pytest.fixture
def package(record: Path, tmp_path: Path) -> Path:
    """A package of it."""
    export("package", tmp_path / "package", record)
    return tmp_path / "package"


def test_two_packages_of_one_record_are_the_same(record: Path, package: Path, tmp_path: Path) -> None:
    """To the last byte, though one was logged in between."""
    export("package", tmp_path / "second", record)
    files = sorted(path.relative_to(package) for path in package.rglob("*") if path.is_file())
    assert files == sorted(path.relative_to(tmp_path / "second") for path in (tmp_path / "second").rglob("*") if path.is_file())
    assert all((package / name).read_bytes() == (tmp_path / "second" / name).read_bytes() for name in files)


def test_it_is_a_bag(package: Path) -> None:
    """Declaration, manifests and payload are as RFC 8493 has them; the sum of the payload is said; only the owner may enter."""
    assert (package / "bagit.txt").read_text() == "BagIt-Version: 1.0\nTag-File-Character-Encoding: UTF-8\n"
    payload = [path for path in (package / "data").rglob("*") if path.is_file()]
    listed = bag.read_manifest((package / "manifest-sha256.txt").read_text())
    assert listed == {path.relative_to(package).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest() for path in payload}
    told = (package / "bag-info.txt").read_text()
    assert f"Payload-Oxum: {sum(path.stat().st_size for path in payload)}.{len(payload)}\n" in told
    assert "Classification: " in told
    assert package.stat().st_mode & 0o777 == 0o700
    assert {path.stat().st_mode & 0o777 for path in payload} == {0o600}


def test_it_explains_itself(package: Path) -> None:
    """Schema and guide lie in it, and the guide names what there is."""
    guide = (package / "data" / "READ-ME-FIRST.txt").read_text()
    for name in ("record.jsonl", "schema.json", "evidence/", "provenance.json", "events.csv", "registers/"):
        assert name in guide
        assert (package / "data" / name).exists()


def test_it_is_taken_in_again(package: Path, tmp_path: Path) -> None:
    """A new record says the same, its evidence and log are whole."""
    assert import_record(package, tmp_path / "b.record").same is True
    assert [found for found in verify(tmp_path / "b.record").breaks if found.where != "evidence"] == []


def test_looking_over_finds_each_change(package: Path) -> None:
    """A byte changed in any file, a file gone, a file too many: each is found and named."""
    assert look_over(package).problems == ()
    for path in sorted(path for path in package.rglob("*") if path.is_file()):
        whole = path.read_bytes()
        path.write_bytes(bytes([whole[0] ^ 1]) + whole[1:])
        assert look_over(package).problems, path
        path.write_bytes(whole)
    (package / "data" / "more.txt").write_text("more")
    (package / "data" / "events.csv").unlink()
    found = look_over(package).problems
    assert found == ("data/events.csv is missing.", "data/more.txt is in the folder and in no manifest.")


def test_the_command_says_so(package: Path) -> None:
    """`corro verify --package` ends with 1 where something was changed."""
    good = CliRunner().invoke(cli, ["verify", "--package", str(package)])
    assert good.exit_code == 0
    assert "All is as it was packed." in good.output
    (package / "data" / "record.jsonl").write_text("")
    bad = CliRunner().invoke(cli, ["verify", "--package", str(package)])
    assert bad.exit_code == 1
    assert "data/record.jsonl is not as it was packed." in bad.output


def test_evidence_that_was_changed_does_not_come_in(package: Path, tmp_path: Path) -> None:
    """Nothing of the package is taken in then."""
    piece = next((package / "data" / "evidence").iterdir())
    piece.write_bytes(piece.read_bytes() + b"x")
    with pytest.raises(ImportRefusedError, match="not the bytes"):
        import_record(package, tmp_path / "b.record")
    assert not (tmp_path / "b.record").exists()


def test_only_a_package_is_replaced_by_one(record: Path, package: Path, tmp_path: Path) -> None:
    """And only when told to; a folder of somebody's own never."""
    with pytest.raises(FileExistsAlreadyError):
        export("package", package, record)
    export("package", package, record, force=True)
    (tmp_path / "mine").mkdir()
    (tmp_path / "mine" / "letter.txt").write_text("dear")
    with pytest.raises(BadOptionError):
        export("package", tmp_path / "mine", record, force=True)
    assert (tmp_path / "mine" / "letter.txt").read_text() == "dear"
    with pytest.raises(BadOptionError):
        look_over(tmp_path / "mine")


@pytest.mark.parametrize(
    "line", ["0" * 64 + "  ../x", "0" * 64 + "  /etc/x", "0" * 64 + "  ~x", "zz  data/x", "0" * 63 + "  data/x"]
)
def test_a_manifest_stays_in_its_folder(line: str) -> None:
    """Paths that lead elsewhere are no lines of a manifest."""
    with pytest.raises(ValueError, match="line 1"):
        bag.read_manifest(line)


def test_names_with_line_ends_survive_a_manifest() -> None:
    """They are percent-encoded, as the percent sign is."""
    digests = {"data/a\nb%0A.txt": "0" * 64, "data/c.txt": "1" * 64}
    assert bag.read_manifest(bag.manifest(digests)) == digests


def test_provenance_is_read_back_by_others(record: Path, tmp_path: Path) -> None:
    """The PROV library reads it and writes it again without loss; claims are quoted from versions, versions come from evidence."""
    export("prov", tmp_path / "a.json", record)
    document = ProvDocument.deserialize(str(tmp_path / "a.json"), format="json")
    again = ProvDocument.deserialize(content=document.serialize(format="json"), format="json")
    assert document == again
    store = SqliteStore.to_read(record)
    totals, pieces = store.questions.totals(), len(list(store.custody.pieces()))
    decisions, log = store.questions.decisions(), [entry for entry in store.custody.entries() if entry.kind != "exported"]
    store.close()
    kinds = [str(kind) for one in document.get_records(ProvEntity) for kind in one.get_asserted_types()]
    assert kinds.count("corro:DocumentVersion") == totals.documents
    assert kinds.count("corro:Claim") == totals.claims
    assert kinds.count("corro:Event") == totals.events
    assert kinds.count("corro:Evidence") == pieces
    derivations = [str(kind) for one in document.get_records(ProvDerivation) for kind in one.get_asserted_types()]
    assert derivations.count("prov:Quotation") == totals.claims
    (bundle,) = document.bundles
    assert len(list(bundle.get_records(ProvActivity))) == len(log)
    acts = [one for one in document.get_records(ProvActivity) if "corro:Decision" in map(str, one.get_asserted_types())]
    assert len(acts) == len(decisions) == 1


def test_provenance_is_the_same_each_time(record: Path, tmp_path: Path) -> None:
    """Two exports give the same bytes."""
    for name in ("a.json", "b.json"):
        export("prov", tmp_path / name, record)
    assert (tmp_path / "a.json").read_bytes() == (tmp_path / "b.json").read_bytes()
    assert json.loads((tmp_path / "a.json").read_text())["prefix"] == {"corro": "urn:corro:"}
