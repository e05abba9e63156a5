"""The vault's file: what a killed process leaves is undone before anything is read, and overwritten after."""

from pathlib import Path
from shutil import copy

import pytest
from tests.vaults import SetClock, a_vault, signed_in

from corro.errors import RecordLockedError, StorageError, VaultNotFoundError
from corro.keyring import KeyKind
from corro.vault import Vault
from corro.vault import file as vault_file
from corro.vault.checking import look_over
from corro.vault.file import VaultFile


def left_by_a_killed_writer(folder: Path) -> Path:
    """Return a vault as a process leaves it that is killed when half of what it wrote had reached the file."""
    path, taken = folder / "x.vault", folder / "taken.vault"
    ada = signed_in(a_vault(path))
    key = ada.new_key(KeyKind.CASE)
    ada.put(key, "note", b"kept")
    ada.rooms.file.do("PRAGMA cache_size=1")  # so that pages reach the file before the transaction's end
    with ada.transaction():
        for number in range(20):
            ada.put(key, "note", bytes([number]) * 9_000)
        copy(path, taken)
        copy(path.with_name("x.vault-journal"), taken.with_name("taken.vault-journal"))
    return taken


@pytest.mark.parametrize("first", ["look", "open"])
def test_what_was_half_done_is_undone(tmp_path: Path, first: str) -> None:
    """Whether the next one looks it over or signs in; and nothing of it stays in the journal."""
    path = left_by_a_killed_writer(tmp_path)
    journal = path.with_name("taken.vault-journal")
    assert journal.read_bytes()[:8] != bytes(8)
    if first == "look":
        assert look_over(path)[1] == []
    opened = Vault.open(path, SetClock())
    ada = signed_in(opened)
    (entry,) = ada.entries()
    assert ada.get(entry, "a call") == b"kept"
    assert look_over(path)[1] == []
    assert journal.stat().st_size == 0
    opened.close()


def test_a_journal_that_is_still_needed_is_not_overwritten(tmp_path: Path) -> None:
    """It alone knows how to undo what was half done."""
    path = left_by_a_killed_writer(tmp_path)
    journal = path.with_name("taken.vault-journal")
    before = journal.read_bytes()
    vault_file._overwrite(journal, len(before))
    assert journal.read_bytes() == before


def test_a_vault_that_is_not_there_is_told_also_to_who_only_looks(tmp_path: Path) -> None:
    """And none is made by looking."""
    with pytest.raises(VaultNotFoundError):
        look_over(tmp_path / "x.vault")
    assert list(tmp_path.iterdir()) == []


def test_a_transaction_is_done_wholly_or_not_at_all(tmp_path: Path) -> None:
    """Also one within another."""
    vault = a_vault(tmp_path / "x.vault")
    ada = signed_in(vault)
    key = ada.new_key(KeyKind.CASE)
    head = vault.rooms.ledger.head()

    def half() -> None:
        with ada.transaction():
            ada.put(key, "note", b"one")
            ada.rotate(key)
            raise RuntimeError

    with pytest.raises(RuntimeError):
        half()
    assert (ada.entries(), vault.rooms.ledger.head(), ada.key(key).version) == ((), head, 1)
    assert ada.get(ada.put(key, "note", b"two"), "a call") == b"two"


def test_who_waits_too_long_is_told(tmp_path: Path) -> None:
    """Another process has the right to write."""
    vault = a_vault(tmp_path / "x.vault")
    other = VaultFile.open(tmp_path / "x.vault")
    other.wait_s = 0.05
    with vault.rooms.file.transaction(), pytest.raises(RecordLockedError), other.transaction():
        pass
    other.close()


def test_a_folder_that_is_not_there_is_told(tmp_path: Path) -> None:
    """Nothing is made."""
    with pytest.raises(StorageError):
        a_vault(tmp_path / "nowhere" / "x.vault")


class Watched(VaultFile):
    """A vault's file that says whether another could write while the journal is overwritten."""

    shut_out: tuple[bool, ...] = ()

    def _wipe_journal(self) -> None:
        assert self._path is not None
        other = VaultFile(vault_file._connected(self._path), self._path)
        other.wait_s = 0.05
        try:
            with other.transaction():
                self.shut_out += (False,)
        except RecordLockedError:
            self.shut_out += (True,)
        other.close()
        super()._wipe_journal()


def test_nobody_writes_while_the_journal_is_overwritten(tmp_path: Path) -> None:
    """It could be theirs by then."""
    a_vault(tmp_path / "x.vault").close()
    watched = Watched(vault_file._connected(tmp_path / "x.vault"), tmp_path / "x.vault")
    with watched.transaction():
        watched.do("DELETE FROM attempts")
    assert watched.shut_out == (True,)
    watched.close()
