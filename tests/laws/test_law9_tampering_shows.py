"""Law 9: whatever of the evidence, the judgements or the custody log is not as it was, is found, and where."""

import hashlib
import sqlite3
from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import pytest
from tests.laws.builders import Report, an_analysis

from corro.errors import BadOptionError, CorroError
from corro.model import CustodyAct, CustodyKind, Decision, DecisionKind, Evidence
from corro.pipeline.checkpoints import read_checkpoint, write_checkpoint
from corro.pipeline.decide import decide_in
from corro.pipeline.keying import keyed
from corro.pipeline.verifying import Verification, verify
from corro.store import SqliteStore

NOON = datetime(2023, 3, 1, 12, tzinfo=UTC)
CONTENTS = (b"Two herders were killed near Belo.", b"The road to Aram is closed since Monday.", b"A letter of four lines")
FIELDS = ("kind", "subject", "by", "at", "detail", "digest")


def evidence(content: bytes) -> Evidence:
    """Return what is known of some bytes."""
    return Evidence(hashlib.sha256(content).hexdigest(), "text/plain", len(content), "report.txt")


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record with three pieces of evidence and two decisions, all of them logged."""
    path = tmp_path / "small.record"
    store = SqliteStore.to_write(path)
    with store.transaction():
        for number, content in enumerate(CONTENTS):
            store.intake.add_evidence(evidence(content), content)
            act = CustodyAct(CustodyKind.CAPTURED, evidence(content).sha256, "ada", NOON + timedelta(hours=number), "text/plain")
            store.custody.log([act])
        store.intake.add([keyed(an_analysis(Report(published=date(2023, 2, 1))))])
    claim = store.questions.claims().lines[0].id
    for verdict in ("accepted", "rejected"):
        decide_in(store, [Decision(DecisionKind.CLAIM, (claim,), verdict, "ada", NOON + timedelta(days=1))])
    store.close()
    return path


def changed(record: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change the file behind Corro's back, as somebody who may write to it can."""
    connection = sqlite3.connect(record)
    for trigger in ("custody_is_not_changed", "custody_is_not_removed"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    for statement, parameters in statements:
        connection.execute(statement, parameters)
    connection.commit()
    connection.close()


def flips(content: bytes) -> Iterator[bytes]:
    """Yield the bytes with one bit changed, in each byte in turn and every time another."""
    for place in range(len(content)):
        yield content[:place] + bytes([content[place] ^ 1 << place % 8]) + content[place + 1 :]


def told(found: Verification) -> set[tuple[str, str]]:
    """Return where the breaks are."""
    return {(one.where, one.which) for one in found.breaks}


def test_an_untouched_record_is_as_it_was(record: Path, tmp_path: Path) -> None:
    """All is looked over, nothing is found, and a checkpoint fits."""
    write_checkpoint(record, tmp_path / "checkpoint.json")
    found = verify(record, tmp_path / "checkpoint.json")
    assert (found.pieces, found.entries, found.breaks, found.notes) == (3, 5, (), ())


def test_one_flipped_byte_of_evidence_is_found_where_it_is(record: Path) -> None:
    """Every byte of every piece, also where the text comes out the same."""
    connection = sqlite3.connect(record)
    kept = dict(connection.execute("SELECT sha256, content FROM evidence").fetchall())
    connection.close()
    assert len(kept) == 3
    for sha256, content in kept.items():
        for flipped in flips(content):
            changed(record, ("UPDATE evidence SET content = ? WHERE sha256 = ?", (flipped, sha256)))
            assert told(verify(record)) == {("evidence", sha256)}
        changed(record, ("UPDATE evidence SET content = ? WHERE sha256 = ?", (content, sha256)))
    assert verify(record).breaks == ()


def test_one_flipped_byte_of_the_log_is_found_where_it_is(record: Path) -> None:
    """Every byte of every field of every entry; the first break is the entry that was changed."""
    connection = sqlite3.connect(record)
    kept = connection.execute("SELECT number, kind, subject, by, at, detail, digest FROM custody").fetchall()
    connection.close()
    for number, *fields in kept:
        for name, field in zip(FIELDS, fields, strict=True):
            for flipped in flips(field.encode()):
                changed(record, (f"UPDATE custody SET {name} = CAST(? AS TEXT) WHERE number = ?", (flipped, number)))  # noqa: S608 - own words
                first = next(one for one in verify(record).breaks if one.where == "log")
                assert first.which == str(number)
            changed(record, (f"UPDATE custody SET {name} = ? WHERE number = ?", (field, number)))  # noqa: S608 - own words
    assert verify(record).breaks == ()


def test_an_entry_that_was_taken_out_or_put_in_is_found(record: Path) -> None:
    """In the middle by the chain; at the end by what it told of, or by a checkpoint kept elsewhere."""
    changed(record, ("DELETE FROM custody WHERE number = 2", ()))
    assert ("log", "2") in told(verify(record))


def test_a_log_that_was_cut_off_is_found(record: Path, tmp_path: Path) -> None:
    """With what it told of still there, also without a checkpoint; with all of it gone, by the checkpoint."""
    connection = sqlite3.connect(record)
    (last,) = connection.execute("SELECT subject FROM custody WHERE number = 5").fetchone()
    connection.close()
    write_checkpoint(record, tmp_path / "checkpoint.json")
    changed(record, ("DELETE FROM custody WHERE number = 5", ()))
    assert told(verify(record)) == {("decision", last)}
    changed(record, ("DELETE FROM decisions WHERE id = ?", (last,)))
    assert verify(record).breaks == ()
    assert told(verify(record, tmp_path / "checkpoint.json")) == {("checkpoint", "5")}


def test_a_log_that_was_written_anew_is_found_by_the_checkpoint(record: Path, tmp_path: Path) -> None:
    """A whole chain of other entries fits in itself, and not to what was seen before."""
    write_checkpoint(record, tmp_path / "checkpoint.json")
    changed(record, ("DELETE FROM custody", ()))
    store = SqliteStore.to_write(record)
    acts = [CustodyAct(CustodyKind.CAPTURED, evidence(content).sha256, "eve", NOON, "text/plain") for content in CONTENTS]
    decisions = [CustodyAct(CustodyKind.DECIDED, one.id, one.by, one.at, one.kind.value) for one in store.questions.decisions()]
    store.custody.log([*acts, *decisions])
    store.close()
    assert verify(record).breaks == ()
    assert told(verify(record, tmp_path / "checkpoint.json")) == {("checkpoint", "5")}


def test_evidence_that_was_taken_out_or_put_in_is_found(record: Path) -> None:
    """The log says what was captured."""
    first, other = evidence(CONTENTS[0]).sha256, evidence(b"put in")
    changed(record, ("DELETE FROM evidence WHERE sha256 = ?", (first,)))
    assert told(verify(record)) == {("evidence", first)}
    store = SqliteStore.to_write(record)
    store.intake.add_evidence(other, b"put in")
    store.close()
    assert told(verify(record)) == {("evidence", first), ("evidence", other.sha256)}


def test_a_decision_that_was_changed_or_taken_out_is_found(record: Path) -> None:
    """Its id is made of all that it says."""
    connection = sqlite3.connect(record)
    (name, body), *_ = connection.execute("SELECT id, body FROM decisions ORDER BY id").fetchall()
    connection.close()
    changed(record, ("UPDATE decisions SET body = ? WHERE id = ?", (body.replace("ada", "eve"), name)))
    assert ("decision", name) in told(verify(record))


def test_one_flipped_byte_of_a_checkpoint_is_found(record: Path, tmp_path: Path) -> None:
    """Wherever it is, the file is refused."""
    path = tmp_path / "checkpoint.json"
    write_checkpoint(record, path)
    for flipped in flips(path.read_bytes()):
        path.write_bytes(flipped)
        with pytest.raises(BadOptionError):
            read_checkpoint(path)


def test_corro_itself_cannot_change_or_remove_an_entry(record: Path) -> None:
    """The table refuses."""
    connection = sqlite3.connect(record)
    for statement in ("UPDATE custody SET by = 'eve'", "DELETE FROM custody"):
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            connection.execute(statement)
    connection.close()


def test_a_clock_that_was_set_back_is_told_and_is_no_break(record: Path) -> None:
    """The order of the log is that of its entries, whatever the clock said."""
    store = SqliteStore.to_write(record)
    store.intake.add_evidence(evidence(b"later"), b"later")
    for hours in (48, 1):
        store.custody.log(
            [CustodyAct(CustodyKind.CAPTURED, evidence(b"later").sha256, "ada", NOON + timedelta(hours=hours), "text/plain")]
        )
    store.close()
    found = verify(record)
    assert (found.breaks, len(found.notes)) == ((), 1)
    assert "clock went back between entries 6" in found.notes[0]


def test_damage_to_the_file_is_told_and_is_no_crash(record: Path) -> None:
    """Whatever part of the file is overwritten: a break, or an error that says so."""
    whole = record.read_bytes()
    found = 0
    for place in range(4096, len(whole) - 4096, 4096):
        record.write_bytes(whole[:place] + b"\xff" * 64 + whole[place + 64 :])
        try:
            found += bool(verify(record).breaks)
        except CorroError:
            found += 1
    assert found > len(whole) // 4096 // 4, "most pages of so small a record hold something"
    record.write_bytes(whole)
    assert verify(record).breaks == ()
