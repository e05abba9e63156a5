"""What is kept under keys: sealed bytes in versions, each bound to its vault, key, entry, version and kind."""

from collections.abc import Iterator, Sequence

from corro.errors import UnknownIdError
from corro.values import random_code
from corro.vault.file import VaultFile, as_bytes
from corro.vault.sealing import bound, digest, seal, unseal

_CODE_LENGTH = 16
"""80 random bits: no two entries ever share an id, in this vault or in another."""


class Entries:
    """The entries of one vault."""

    def __init__(self, file: VaultFile, vault_id: str) -> None:
        """Work over the vault's file."""
        self._file, self._vault_id = file, vault_id

    def add(self, key_id: str, kind: str) -> str:
        """Note a new entry; return its id."""
        entry = random_code("E", _CODE_LENGTH)
        self._file.do("INSERT INTO entries (id, key_id, kind) VALUES (?, ?, ?)", (entry, key_id, kind))
        return entry

    def place(self, entry: str) -> tuple[str, str]:
        """Return the key that an entry is under, and its kind.

        Raises:
            UnknownIdError: There is none of that id.
        """
        rows = self._file.rows("SELECT key_id, kind FROM entries WHERE id = ?", (entry,))
        if not rows:
            raise UnknownIdError("The vault has no entry of that id.", id=entry)
        return str(rows[0][0]), str(rows[0][1])

    def versions(self, entry: str) -> int:
        """Return how many versions an entry has."""
        self.place(entry)
        return int(self._file.rows("SELECT coalesce(max(version), 0) FROM contents WHERE entry = ?", (entry,))[0][0])

    def ids(self, kind: str | None = None, key_id: str | None = None) -> tuple[tuple[str, str], ...]:
        """Return entries with their keys, oldest first."""
        question = "SELECT id, key_id FROM entries WHERE (? IS NULL OR kind = ?) AND (? IS NULL OR key_id = ?) ORDER BY place"
        return tuple((str(name), str(key)) for name, key in self._file.rows(question, (kind, kind, key_id, key_id)))

    def write(self, entry: str, version: int, secret: bytes, content: bytes) -> tuple[str, str]:
        """Seal a version, in the place of the same one under a former key; return what the log says of it."""
        sealed = seal(secret, content, *self._about(entry, version))
        self._file.do("INSERT OR REPLACE INTO contents VALUES (?, ?, ?)", (entry, version, sealed))
        return f"{entry}#{version}", self._digest(sealed, *self.place(entry))

    def read(self, entry: str, version: int, secret: bytes) -> bytes:
        """Open a version.

        Raises:
            UnknownIdError: The entry has no such version.
            VaultDamagedError: It is not as it was written.
        """
        rows = self._file.rows("SELECT sealed FROM contents WHERE entry = ? AND version = ?", (entry, version))
        if not rows:
            raise UnknownIdError("The entry has no such version.", id=entry)
        return unseal(secret, as_bytes(rows[0][0]), *self._about(entry, version))

    def _about(self, entry: str, version: int) -> Sequence[str]:
        key_id, kind = self.place(entry)
        return ("entry", self._vault_id, key_id, entry, str(version), kind)

    def reseal(self, key_id: str, old: bytes, new: bytes) -> Iterator[tuple[str, str]]:
        """Seal all that is under a key under the new one; yield what the log says of each version."""
        for entry, _ in self.ids(key_id=key_id):
            for version in range(1, self.versions(entry) + 1):
                yield self.write(entry, version, new, self.read(entry, version, old))

    def empty(self, key_id: str) -> None:
        """Remove all that is sealed under a key; that there were entries stays known."""
        self._file.do("DELETE FROM contents WHERE entry IN (SELECT id FROM entries WHERE key_id = ?)", (key_id,))

    def remove(self, entries: Sequence[str]) -> None:
        """Remove entries with all their versions."""
        for entry in entries:
            self._file.do("DELETE FROM contents WHERE entry = ?", (entry,))
            self._file.do("DELETE FROM entries WHERE id = ?", (entry,))

    def digests(self) -> Iterator[tuple[str, str]]:
        """Yield each version that is kept, with what the log should say of it."""
        for entry, version in self._file.rows("SELECT entry, version FROM contents ORDER BY entry, version"):
            (sealed,) = self._file.rows("SELECT sealed FROM contents WHERE entry = ? AND version = ?", (entry, version))[0]
            places = self._file.rows("SELECT key_id, kind FROM entries WHERE id = ?", (entry,)) or [("", "")]
            yield f"{entry}#{version}", self._digest(as_bytes(sealed), *places[0])

    def _digest(self, sealed: bytes, key_id: str, kind: str) -> str:
        """Return what the log keeps of a version: a digest of its sealed bytes and of where they are kept."""
        return digest(sealed + bound(key_id, kind))
