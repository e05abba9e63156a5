"""Keys and who holds them: each key is sealed for each account that may use it, and each such grant is signed by who gave it."""

from collections.abc import Iterator
from datetime import datetime
from typing import NamedTuple

from corro.errors import KeyDestroyedError, KeyLostError, NotAllowedError, UnknownIdError, VaultDamagedError
from corro.keyring import KeyKind, KeyState
from corro.values import random_code
from corro.vault.accounts import RECOVERY, Account, Accounts
from corro.vault.file import VaultFile, as_bytes
from corro.vault.ledger import Signer
from corro.vault.sealing import open_for, seal_for, signature_of, signed_by

AUTHORITY, LOG, COMMITMENTS = "authority", "log", "commitments"
"""Keys of the vault itself: it signs accounts, opens the log's reasons, and makes commitments."""

SYSTEM = "system"
"""The kind of the vault's own keys."""


class KeyFacts(NamedTuple):
    """What the file says of a key, word for word."""

    id: str
    kind: str
    version: int
    made_at: str
    made_by: str
    destroyed_at: str = ""
    destroyed_by: str = ""


class Keys:
    """The keys of one vault."""

    def __init__(self, file: VaultFile, vault_id: str, accounts: Accounts) -> None:
        """Work over the vault's file."""
        self._file, self._vault_id, self._accounts = file, vault_id, accounts

    def add(self, kind: KeyKind, at: datetime, by: str) -> str:
        """Note a new key under a random id that none has or had; who may use it is told by grants."""
        while True:
            key_id = random_code(kind.value[0].upper())
            if not self._file.rows("SELECT 1 FROM keys WHERE id = ?", (key_id,)):
                self._insert(key_id, kind.value, at, by)
                return key_id

    def add_system(self, key_id: str, at: datetime, by: str) -> None:
        """Note a key of the vault itself."""
        self._insert(key_id, SYSTEM, at, by)

    def _insert(self, key_id: str, kind: str, at: datetime, by: str) -> None:
        self._file.do(
            "INSERT INTO keys (id, kind, version, made_at, made_by) VALUES (?, ?, 1, ?, ?)", (key_id, kind, at.isoformat(), by)
        )

    def state(self, key_id: str) -> KeyState:
        """Return what is known of a key.

        Raises:
            UnknownIdError: There is none of that id.
        """
        rows = self._file.rows(f"{_STATES} WHERE id = ? AND kind <> ?", (key_id, SYSTEM))
        if not rows:
            raise UnknownIdError("The vault has no key of that id.", id=key_id)
        return _state(rows[0])

    def states(self, kind: KeyKind | None = None) -> tuple[KeyState, ...]:
        """Return the keys of a kind, or of all kinds, by id."""
        rows = self._file.rows(f"{_STATES} WHERE kind <> ? AND (? IS NULL OR kind = ?) ORDER BY id", (SYSTEM, kind, kind))
        return tuple(_state(row) for row in rows)

    def facts(self) -> tuple[KeyFacts, ...]:
        """Return what the file says of all keys, those of the vault itself too, by id."""
        fields = "id, kind, version, made_at, made_by, coalesce(destroyed_at, ''), destroyed_by"
        return tuple(KeyFacts(*row) for row in self._file.rows(f"SELECT {fields} FROM keys ORDER BY id"))  # noqa: S608 - own words

    def version(self, key_id: str) -> int:
        """Return how often a key was made anew, a key of the vault itself too."""
        rows = self._file.rows("SELECT version FROM keys WHERE id = ?", (key_id,))
        if not rows:
            raise UnknownIdError("The vault has no key of that id.", id=key_id)
        return int(rows[0][0])

    def holders(self, key_id: str) -> tuple[str, ...]:
        """Return the accounts that hold a key, the recovery key among them, sorted."""
        return tuple(
            str(row[0]) for row in self._file.rows("SELECT account FROM grants WHERE key_id = ? ORDER BY account", (key_id,))
        )

    def held_by(self, account: str) -> tuple[str, ...]:
        """Return the ids of keys that an account holds, those of the vault itself too, sorted."""
        return tuple(
            str(row[0]) for row in self._file.rows("SELECT key_id FROM grants WHERE account = ? ORDER BY key_id", (account,))
        )

    def give(self, key_id: str, secret: bytes, account: Account, giver: Signer) -> None:
        """Seal a key for an account, signed by who gives it."""
        version = self.version(key_id)
        about = ("grant", self._vault_id, key_id, str(version), account.name)
        sealed = seal_for(account.public_key, secret, *about)
        row = (key_id, account.name, version, sealed, giver.name, signature_of(giver.seed, sealed, *about))
        self._file.do("INSERT OR REPLACE INTO grants VALUES (?, ?, ?, ?, ?, ?)", row)

    def take(self, key_id: str, account: str) -> None:
        """Take a key from an account; the caller makes it anew."""
        self._file.do("DELETE FROM grants WHERE key_id = ? AND account = ?", (key_id, account))

    def open(self, key_id: str, account: str, private_key: bytes) -> bytes:
        """Return a key.

        Raises:
            UnknownIdError: There is none of that id.
            KeyDestroyedError: It was destroyed.
            NotAllowedError: It was not given to this account.
            KeyLostError: It was given to this account and to nobody who can sign in.
            VaultDamagedError: It is not as it was written.
        """
        self.version(key_id)
        rows = self._file.rows(
            "SELECT version, sealed, by, signature FROM grants WHERE key_id = ? AND account = ?", (key_id, account)
        )
        if not rows:
            raise self._refusal(key_id)
        version, sealed, by, signature = rows[0]
        about = ("grant", self._vault_id, key_id, str(version), account)
        if version != self.version(key_id) or not self._signed(as_bytes(sealed), by, as_bytes(signature), about):
            raise VaultDamagedError("A key of the vault was given by nobody who could give it.", id=key_id)
        return open_for(private_key, as_bytes(sealed), *about)

    def _refusal(self, key_id: str) -> Exception:
        destroyed = self._file.rows(
            "SELECT destroyed_at, destroyed_by FROM keys WHERE id = ? AND destroyed_at IS NOT NULL", (key_id,)
        )
        if destroyed:
            at, by = destroyed[0]
            return KeyDestroyedError(f"The key {key_id} was destroyed by {by} at {at}, and with it all that it sealed.", id=key_id)
        able = [name for name in self.holders(key_id) if (found := self._accounts.find(name)) and found.active]
        if not able:
            return KeyLostError(f"Nobody who can sign in holds the key {key_id}.", id=key_id)
        return NotAllowedError(f"{key_id} is not open to your account.", id=key_id)

    def _signed(self, sealed: bytes, by: str, signature: bytes, about: tuple[str, ...]) -> bool:
        return any(signed_by(key, sealed, signature, *about) for key in self._accounts.verify_keys(by))

    def unsound(self) -> Iterator[str]:
        """Yield the ids of keys with a grant that nobody signed who could have."""
        for key_id, account, version, sealed, by, signature in self._file.rows("SELECT * FROM grants ORDER BY key_id, account"):
            about = ("grant", self._vault_id, key_id, str(version), account)
            if not self._signed(as_bytes(sealed), by, as_bytes(signature), about):
                yield str(key_id)

    def next_version(self, key_id: str) -> int:
        """Note that a key is made anew: all grants of the former one are gone."""
        self._file.do("DELETE FROM grants WHERE key_id = ?", (key_id,))
        self._file.do("UPDATE keys SET version = version + 1 WHERE id = ?", (key_id,))
        return self.version(key_id)

    def destroy(self, key_id: str, at: datetime, by: str) -> None:
        """Take a key from everybody, the recovery key too."""
        self._file.do("DELETE FROM grants WHERE key_id = ?", (key_id,))
        self._file.do("UPDATE keys SET destroyed_at = ?, destroyed_by = ? WHERE id = ?", (at.isoformat(), by, key_id))

    def lost(self) -> tuple[str, ...]:
        """Return ids of keys in use that nobody holds who can sign in, and no recovery key either."""
        return tuple(key.id for key in self.states() if key.destroyed_at is None and not self._able(key.id))

    def _able(self, key_id: str) -> bool:
        holders = self.holders(key_id)
        return RECOVERY in holders or any((found := self._accounts.find(name)) and found.active for name in holders)


_STATES = "SELECT id, kind, version, made_at, made_by, destroyed_at, destroyed_by FROM keys"


def _state(row: tuple[str, str, int, str, str, str | None, str]) -> KeyState:
    key_id, kind, version, made_at, made_by, destroyed_at, destroyed_by = row
    destroyed = datetime.fromisoformat(destroyed_at) if destroyed_at else None
    return KeyState(key_id, KeyKind(kind), version, datetime.fromisoformat(made_at), made_by, destroyed, destroyed_by)
