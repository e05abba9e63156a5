# ruff: noqa: S608 - tampering in own words
"""Law 9, of the vault: whatever of its log, its accounts, its keys and what it seals is not as it was, is found, and where."""

import json
import sqlite3
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from tests.laws.test_law9_tampering_shows import changed, flips, record, told
from tests.vaults import SetClock, a_team_vault, signed_in

from corro.errors import BadOptionError, CorroError
from corro.keyring import KeyKind
from corro.pipeline.checkpoints import read_checkpoint, write_checkpoint
from corro.pipeline.verifying import verify
from corro.vault import add_recovery_key, vault_of

__all__ = ["record"]

LOG_FIELDS = ("kind", "subject", "by", "at", "detail", "digest", "signature")


@pytest.fixture
def vault(record: Path) -> Path:
    """A team's vault beside a record: two cases, a person, one that was destroyed, keys made anew, reads, a recovery key."""
    path = vault_of(record)
    made = a_team_vault(path)
    ada = signed_in(made)
    add_recovery_key(ada)
    case, person, gone = ada.new_key(KeyKind.CASE), ada.new_key(KeyKind.PERSON), ada.new_key(KeyKind.PERSON)
    entry = ada.put(person, "name", b"Aminata")
    ada.put(person, "name", b"Aminata Diarra", entry)
    ada.put(gone, "name", b"Moussa")
    ada.replace_all(case, "part", [b"1", b"2"])
    ada.replace_all(case, "part", [b"3", b"4"])
    ada.get(entry, "a call")
    ada.rotate(person)
    ada.destroy(gone, "asked for")
    signed_in(made, "cleo").close()
    made.close()
    return path


def rows(vault: Path, question: str) -> list[tuple[object, ...]]:
    """Return what stands in a file."""
    connection = sqlite3.connect(vault)
    found = connection.execute(question).fetchall()
    connection.close()
    return found


def tampered(vault: Path, *statements: tuple[str, tuple[object, ...]]) -> None:
    """Change the file behind Corro's back."""
    connection = sqlite3.connect(vault)
    for trigger in ("log_is_not_changed", "log_is_not_removed"):
        connection.execute(f"DROP TRIGGER IF EXISTS {trigger}")
    connection.close()
    changed(vault, *statements)


def as_bytes(value: object) -> bytes:
    """Return a field's bytes."""
    return value if isinstance(value, bytes) else str(value).encode()


def one_flip(content: bytes, turn: int) -> bytes:
    """Return bytes with one bit changed, in another byte each time."""
    place = turn * 7 % len(content)
    return content[:place] + bytes([content[place] ^ 1 << turn % 7]) + content[place + 1 :]


def test_an_untouched_vault_is_as_it_was(record: Path, vault: Path, tmp_path: Path) -> None:
    """All is looked over without any password, nothing is found, and nothing is touched."""
    write_checkpoint(record, tmp_path / "checkpoint.json")
    before = vault.read_bytes()
    found = verify(record, tmp_path / "checkpoint.json")
    assert (found.breaks, found.notes, found.vault_entries) == ((), (), len(rows(vault, "SELECT 1 FROM log")))
    assert vault.read_bytes() == before


def test_one_flipped_byte_of_the_vaults_log_is_found_where_it_is(record: Path, vault: Path) -> None:
    """In every field of the first entries, and in one field of each later one, another each time."""
    for number, *fields in rows(vault, f"SELECT number, {', '.join(LOG_FIELDS)} FROM log"):
        for turn, (name, field) in enumerate(zip(LOG_FIELDS, fields, strict=True)):
            content = as_bytes(field)
            later = int(str(number)) > len(LOG_FIELDS) and int(str(number)) % len(LOG_FIELDS) != turn
            if not content or later:
                continue
            kind = "BLOB" if isinstance(field, bytes) else "TEXT"
            flipped = (one_flip(content, int(str(number)) + turn), number)
            tampered(vault, (f"UPDATE log SET {name} = CAST(? AS {kind}) WHERE number = ?", flipped))
            assert ("vault log", str(number)) in told(verify(record))
            tampered(vault, (f"UPDATE log SET {name} = ? WHERE number = ?", (field, number)))
    assert verify(record).breaks == ()


TABLES = {
    "charter": ("one", ("body", "signature")),
    "accounts": ("rowid", ("name", "body", "signature")),
    "secrets": ("rowid", ("salt", "locked", "private")),
    "grants": ("rowid", ("key_id", "account", "sealed", "by", "signature")),
    "contents": ("rowid", ("entry", "sealed")),
    "keys": ("rowid", ("id", "kind", "made_at", "made_by", "destroyed_at", "destroyed_by")),
    "entries": ("rowid", ("id", "key_id", "kind")),
}


@pytest.mark.parametrize("table", TABLES)
def test_one_flipped_byte_of_what_the_vault_keeps_is_found(record: Path, vault: Path, table: str) -> None:
    """Of accounts, sealed identities, keys, grants and entries, each line and field in turn; and it is told without a crash."""
    key, columns = TABLES[table]
    where = "WHERE id IN (SELECT entry FROM contents)" if table == "entries" else ""  # of others there is nothing left
    for row, *fields in rows(vault, f"SELECT {key}, {', '.join(columns)} FROM {table} {where}"):
        for turn, (name, field) in enumerate(zip(columns, fields, strict=True)):
            content = as_bytes(field)
            if not content or field is None:
                continue
            kind = "BLOB" if isinstance(field, bytes) else "TEXT"
            tampered(vault, (f"UPDATE {table} SET {name} = CAST(? AS {kind}) WHERE {key} = ?", (one_flip(content, turn + 3), row)))
            found = told(verify(record))
            assert {one for one, _ in found} == {"vault"}, f"{table}.{name}"
            tampered(vault, (f"UPDATE {table} SET {name} = ? WHERE {key} = ?", (field, row)))
    assert verify(record).breaks == ()


def test_every_byte_of_a_sealed_entry_counts(record: Path, vault: Path) -> None:
    """The entry that was changed is named."""
    entry, version, sealed = rows(vault, "SELECT entry, version, sealed FROM contents ORDER BY length(sealed) LIMIT 1")[0]
    for flipped in list(flips(as_bytes(sealed)))[::5]:
        tampered(vault, ("UPDATE contents SET sealed = ? WHERE entry = ? AND version = ?", (flipped, entry, version)))
        assert told(verify(record)) == {("vault", f"{entry}#{version}")}


def swapped(vault: Path, table: str, column: str) -> Iterator[tuple[str, tuple[object, ...]]]:
    """Yield what swaps a column between the first two lines of a table."""
    (one, first), (two, second) = rows(vault, f"SELECT rowid, {column} FROM {table} ORDER BY rowid LIMIT 2")
    assert first != second
    yield f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (second, one)
    yield f"UPDATE {table} SET {column} = ? WHERE rowid = ?", (first, two)


@pytest.mark.parametrize(
    ("table", "column"), [("contents", "sealed"), ("grants", "sealed"), ("secrets", "private"), ("accounts", "body")]
)
def test_lines_that_were_swapped_are_found_and_open_nothing(record: Path, vault: Path, table: str, column: str) -> None:
    """What is sealed is bound to its place."""
    tampered(vault, *swapped(vault, table, column))
    assert {where for where, _ in told(verify(record))} == {"vault"}


TRICKS: dict[str, tuple[str, str]] = {
    "an entry is taken out": ("DELETE FROM contents WHERE rowid = (SELECT min(rowid) FROM contents)", "vault"),
    "an older version is made the newest": ("DELETE FROM contents WHERE version = 2", "vault"),
    "an account's last change is taken out": ("DELETE FROM accounts WHERE rowid = (SELECT max(rowid) FROM accounts)", "vault"),
    "a key is taken out": ("DELETE FROM keys WHERE kind = 'case'", "vault"),
    "a destroyed key is said to be in use": ("UPDATE keys SET destroyed_by = '' WHERE destroyed_by <> ''", "vault"),
    "an entry of the log is taken out": ("DELETE FROM log WHERE number = 9", "vault log"),
    "the log's end is cut off": ("DELETE FROM log WHERE number > (SELECT max(number) - 3 FROM log)", "vault"),
    "an account is left": ("UPDATE accounts SET revision = 2 WHERE name = 'eve'", "vault"),
}


@pytest.mark.parametrize("trick", TRICKS)
def test_a_trick_is_found(record: Path, vault: Path, trick: str) -> None:
    """Whatever somebody who can write to the file makes of it."""
    statement, where = TRICKS[trick]
    tampered(vault, ("PRAGMA foreign_keys=OFF", ()), (statement, ()))
    assert where in {one for one, _ in told(verify(record))}


def test_a_log_cut_off_where_it_tells_of_reads_only_is_found_by_a_checkpoint(record: Path, vault: Path, tmp_path: Path) -> None:
    """From inside it looks whole; so does a vault that is gone."""
    write_checkpoint(record, tmp_path / "checkpoint.json")
    (last,) = rows(vault, "SELECT max(number) FROM log")[0]
    tampered(vault, ("DELETE FROM log WHERE number = ?", (last,)))
    assert verify(record).breaks == ()
    assert told(verify(record, tmp_path / "checkpoint.json")) == {("checkpoint", str(last))}
    vault.unlink()
    assert told(verify(record, tmp_path / "checkpoint.json")) == {("vault", "file")}


def test_a_log_written_anew_by_an_outsider_is_found_without_a_checkpoint(record: Path, vault: Path) -> None:
    """The chain fits in itself, and nobody signed it."""
    from corro.model import CustodyEntry

    before, statements = "0" * 64, []
    for number, kind, subject, by, at, detail in rows(vault, "SELECT number, kind, subject, by, at, detail FROM log"):
        entry = CustodyEntry(int(str(number)), str(kind), str(subject), "ben" if by == "ada" else str(by), str(at), str(detail))
        before = entry.after(before)
        statements.append(("UPDATE log SET by = ?, digest = ? WHERE number = ?", (entry.by, before, number)))
    tampered(vault, *statements)
    assert "vault log" in {where for where, _ in told(verify(record))}


@pytest.fixture
def checkpoint(record: Path, vault: Path, tmp_path: Path) -> Path:
    """A checkpoint that ada signed."""
    from corro.vault import Vault

    opened = Vault.open(vault, SetClock())
    write_checkpoint(record, tmp_path / "signed.json", signed_in(opened))
    opened.close()
    return tmp_path / "signed.json"


def test_a_signed_checkpoint_says_who_vouches_for_it(record: Path, checkpoint: Path) -> None:
    """Also after the log went on."""
    found = verify(record, checkpoint)
    assert found.breaks == ()
    assert [note for note in found.notes if "signed by ada" in note]


def test_one_flipped_byte_of_a_signed_checkpoint_is_found(record: Path, checkpoint: Path) -> None:
    """The file is refused, or the signature is said not to fit."""
    for flipped in flips(checkpoint.read_bytes()):
        checkpoint.write_bytes(flipped)
        try:
            found = told(verify(record, checkpoint))
        except BadOptionError:
            continue
        assert "signature" in {where for where, _ in found}


def test_a_checkpoint_signed_by_a_stranger_or_for_another_is_told(record: Path, checkpoint: Path) -> None:
    """The signature is looked up among the accounts."""
    signed = json.loads(checkpoint.read_text(encoding="utf-8"))
    for name in ("ben", "nobody"):
        other = {**signed, "signature": {**signed["signature"], "by": name}}
        checkpoint.write_text(json.dumps(other, indent=1) + "\n", encoding="utf-8")
        assert told(verify(record, checkpoint)) == {("signature", name)}
    vault_of(record).unlink()
    assert ("vault", "file") in told(verify(record, checkpoint))
    assert any("No vault is here" in note for note in verify(record, checkpoint).notes)


def test_a_checkpoint_of_before_is_read(record: Path, tmp_path: Path) -> None:
    """One that was written where there was no vault fits once there is one."""
    write_checkpoint(record, tmp_path / "checkpoint.json")
    assert "vault" not in (tmp_path / "checkpoint.json").read_text(encoding="utf-8")
    a_team_vault(vault_of(record)).close()
    assert verify(record, tmp_path / "checkpoint.json").breaks == ()
    assert read_checkpoint(tmp_path / "checkpoint.json").vault_entries == 0


def test_damage_to_the_file_is_told_and_is_no_crash(record: Path, vault: Path) -> None:
    """Whatever part of the file is overwritten: a break, or an error that says so."""
    whole = vault.read_bytes()
    found = 0
    for place in range(0, len(whole) - 64, 2048):
        vault.write_bytes(whole[:place] + b"\xff" * 64 + whole[place + 64 :])
        try:
            found += bool(verify(record).breaks)
        except CorroError:
            found += 1
    assert found > len(whole) // 4096 // 2, "most pages of so small a vault hold something"


def test_a_clock_that_was_set_back_is_told_and_is_no_break(record: Path) -> None:
    """Between two entries of the vault's log."""
    clock = SetClock()
    made = a_team_vault(vault_of(record), clock)
    signed_in(made)
    clock.go(hours=-3)
    signed_in(made)
    made.close()
    found = verify(record)
    assert (found.breaks, len(found.notes)) == ((), 1)
    assert "clock went back" in found.notes[0]


def test_the_log_refuses_to_be_changed(vault: Path) -> None:
    """The table itself does, for whoever forgets."""
    change: Callable[[str], object] = sqlite3.connect(vault).execute
    for statement in ("UPDATE log SET by = 'eve'", "DELETE FROM log"):
        with pytest.raises(sqlite3.IntegrityError, match="only added to"):
            change(statement)
