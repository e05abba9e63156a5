"""A record goes out as JSON Lines and comes in again: the same to the last value, and the same bytes when it goes out once more."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from tests.laws.builders import Report, Told, add, an_analysis

from corro.errors import FileExistsAlreadyError, ImportRefusedError
from corro.model import Decision, DecisionKind
from corro.model.answer import ALL
from corro.pipeline.decide import decide_in
from corro.pipeline.exporting import export
from corro.pipeline.importing import import_lines
from corro.pipeline.verifying import verify
from corro.pipeline.view import open_record
from corro.store import SqliteStore

REPORTS = [
    Report((Told(), Told(killed=15, speaker="the mayor"))),
    Report((Told(),), outlet="Belo Times", filler="Nothing else was known of it."),
    Report((Told(killed=20),), outlet="Coast Radio"),
]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record that grew in two steps, with decisions, one of them undone."""
    path = tmp_path / "one.record"
    store = SqliteStore.to_write(path)
    add(store, [an_analysis(REPORTS[0])])
    add(store, [an_analysis(report) for report in REPORTS[1:]])
    claims = [claim.id for claim in store.questions.claims(window=ALL)]
    made = Decision(DecisionKind.CLAIM, (claims[0],), "rejected", "Amina", datetime(2026, 11, 24, 9, tzinfo=UTC), "a slip")
    undone = Decision(DecisionKind.UNDO, (made.id,), "undone", "Amina", datetime(2026, 11, 24, 10, tzinfo=UTC))
    other = Decision(DecisionKind.CLAIM, (claims[1],), "accepted", "Amina", datetime(2026, 11, 24, 11, tzinfo=UTC))
    decide_in(store, [made, undone, other])
    store.close()
    return path


def digest(path: Path) -> str:
    """Return the digest of what a record says."""
    store = SqliteStore.to_read(path)
    try:
        return store.digest()
    finally:
        store.close()


def test_a_record_comes_in_as_it_went_out(record: Path, tmp_path: Path) -> None:
    """The digest is the same, the log is whole, and going out once more gives the same bytes."""
    first, second, other = tmp_path / "a.jsonl", tmp_path / "b.jsonl", tmp_path / "two.record"
    export("jsonl", first, record)
    restored = import_lines(first, other)
    assert restored.same is True
    assert digest(other) == digest(record)
    export("jsonl", second, other)
    assert second.read_bytes() == first.read_bytes()
    assert not [found for found in verify(other).breaks if found.where in ("log", "decision")]


def test_history_comes_along(record: Path, tmp_path: Path) -> None:
    """Earlier ids of events lead to the present ones, decisions stand, and no event counts as having moved by the import."""
    out, other = tmp_path / "a.jsonl", tmp_path / "two.record"
    export("jsonl", out, record)
    import_lines(out, other)
    with open_record(record) as was, open_record(other) as now:
        assert now.decisions() == was.decisions()
        assert now.moves(window=ALL) == was.moves(window=ALL)
        ids = [line.id for line in was.events(window=ALL)]
        assert [now.event(name).aliases for name in ids] == [was.event(name).aliases for name in ids]
        assert any(was.event(name).aliases for name in ids)


def test_every_line_is_accounted_for(record: Path, tmp_path: Path) -> None:
    """The lines of the file are those counted; each is taken in, known, left or worked out anew."""
    out = tmp_path / "a.jsonl"
    export("jsonl", out, record)
    first = import_lines(out, tmp_path / "two.record").taken
    again = import_lines(out, tmp_path / "two.record")
    for taken in (first, again.taken):
        ended = sum(sum(column.values()) for column in (taken.new, taken.known, taken.left))
        assert ended + taken.computed == sum(taken.lines.values()) == len(out.read_text(encoding="utf-8").splitlines()) - 2
    assert again.same is None
    assert not set(again.taken.new) - {"issue"}


def test_a_second_import_changes_nothing(record: Path, tmp_path: Path) -> None:
    """What the record holds already stays as it is."""
    out, other = tmp_path / "a.jsonl", tmp_path / "two.record"
    export("jsonl", out, record)
    import_lines(out, other)
    import_lines(out, other)
    assert digest(other) == digest(record)


def test_a_record_with_reports_of_its_own_gets_what_it_lacks(record: Path, tmp_path: Path) -> None:
    """Two records together say what one that was built of all reports says."""
    out, other, whole = tmp_path / "a.jsonl", tmp_path / "two.record", tmp_path / "whole.record"
    own = an_analysis(Report((Told(killed=12),), outlet="River Post"))
    export("jsonl", out, record)
    store = SqliteStore.to_write(other)
    add(store, [own])
    store.close()
    restored = import_lines(out, other)
    assert restored.taken.left
    store = SqliteStore.to_write(whole)
    add(store, [own, *map(an_analysis, REPORTS)])
    source = SqliteStore.to_read(record)
    decide_in(store, source.questions.decisions())
    source.close()
    store.close()
    assert digest(other) == digest(whole)


@pytest.mark.parametrize("at", [0.2, 0.5, 0.9])
def test_a_file_that_was_cut_off_leaves_nothing_behind(record: Path, tmp_path: Path, at: float) -> None:
    """All lines are taken in or none: a record is not even made."""
    out, other = tmp_path / "a.jsonl", tmp_path / "two.record"
    export("jsonl", out, record)
    lines = out.read_bytes().splitlines(keepends=True)
    out.write_bytes(b"".join(lines[: int(len(lines) * at)]))
    with pytest.raises(ImportRefusedError):
        import_lines(out, other)
    assert not other.exists()


def test_a_claim_that_was_changed_does_not_come_in(record: Path, tmp_path: Path) -> None:
    """Even where the file's own digest was made to fit, ids are made of content, and tell."""
    from corro.exchange import native

    out = tmp_path / "a.jsonl"
    export("jsonl", out, record)
    with out.open("rb") as handle:
        header, lines = native.read(handle)
        told = [line for _, line in lines]
    claim = next(line for line in told if line["is"] == "claim")
    claim["body"]["type"] = "A4"
    forged = tmp_path / "forged.jsonl"
    forged.write_bytes(b"".join(native.written(header, told)))
    with pytest.raises(ImportRefusedError, match="not as it was written"):
        import_lines(forged, tmp_path / "two.record")


def test_an_event_that_no_claim_makes_is_not_believed(record: Path, tmp_path: Path) -> None:
    """What is computed is worked out anew: a line that was put in beside the claims brings nothing into the record."""
    from corro.exchange import native

    out, other = tmp_path / "a.jsonl", tmp_path / "two.record"
    export("jsonl", out, record)
    with out.open("rb") as handle:
        header, lines = native.read(handle)
        told = [line for _, line in lines]
    event = next(line for line in told if line["is"] == "event")
    event["body"]["lineages"] = 99
    forged = tmp_path / "forged.jsonl"
    forged.write_bytes(b"".join(native.written(header, told)))
    import_lines(forged, other)
    assert digest(other) == digest(record)


def test_files_are_private_and_not_written_over(record: Path, tmp_path: Path) -> None:
    """Only the owner can read what went out; a file that is there stays unless told otherwise; the log says what went out."""
    out = tmp_path / "a.jsonl"
    done = export("jsonl", out, record)
    assert out.stat().st_mode & 0o777 == 0o600
    out.write_text("mine", encoding="utf-8")
    with pytest.raises(FileExistsAlreadyError):
        export("jsonl", out, record)
    assert out.read_text(encoding="utf-8") == "mine"
    assert export("jsonl", out, record, force=True).sha256 == done.sha256
    assert [path.name for path in tmp_path.iterdir() if path.name.endswith(".part")] == []
    store = SqliteStore.to_read(record)
    logged = [(entry.subject, entry.detail) for entry in store.custody.entries() if entry.kind == "exported"]
    store.close()
    assert logged == [(done.sha256, "jsonl; section; 0 taken away")] * 2


def test_the_header_says_what_the_record_amounts_to(record: Path, tmp_path: Path) -> None:
    """Its digest is that of what the record says."""
    out = tmp_path / "a.jsonl"
    export("jsonl", out, record)
    assert json.loads(out.read_bytes().splitlines()[0])["digest"] == digest(record)
