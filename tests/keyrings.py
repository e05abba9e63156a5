"""A keyring without any sealing, for tests of what stands on the port; the vault's own runs the same contract suite."""

import hashlib
import hmac
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime

from corro.errors import KeyDestroyedError, NotAllowedError, SignatureError, UnknownIdError
from corro.keyring import KeyKind, KeyState, Signature
from corro.model import CustodyAct, CustodyKind, Role, User
from corro.model.permission import Doing, allowed
from corro.values import random_code

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)


@dataclass
class PlainVault:
    """What the plain keyrings of several accounts share."""

    accounts: dict[str, frozenset[Role]] = field(default_factory=dict)
    keys: dict[str, KeyState] = field(default_factory=dict)
    holders: dict[str, set[str]] = field(default_factory=dict)
    entries: dict[str, tuple[str, str, list[bytes]]] = field(default_factory=dict)
    acts: list[CustodyAct] = field(default_factory=list)
    now: datetime = NOON


class PlainKeyring:
    """A keyring in memory (`corro.keyring.Keyring`)."""

    def __init__(self, name: str = "ada", roles: frozenset[Role] = frozenset(Role), vault: PlainVault | None = None) -> None:
        """Sign a name in, without any password."""
        self.vault = vault or PlainVault()
        self._name, self._roles = name, roles
        self.vault.accounts[name] = roles

    @property
    def user(self) -> User:
        """Return who it is."""
        return User(self._name, self._roles, frozenset(key.id for key in self.keys(KeyKind.CASE)), named=True)

    def new_key(self, kind: KeyKind) -> str:
        """Make a key."""
        self._may(Doing.PROTECT)
        key_id = random_code(kind.value[0].upper())
        self.vault.keys[key_id] = KeyState(key_id, kind, 1, self.vault.now, self._name)
        custodians = {name for name, roles in self.vault.accounts.items() if Role.CUSTODIAN in roles}
        self.vault.holders[key_id] = {self._name} | custodians
        self._log(CustodyKind.KEY_MADE, key_id)
        return key_id

    def keys(self, kind: KeyKind | None = None) -> tuple[KeyState, ...]:
        """Return keys."""
        mine = [key for name, key in sorted(self.vault.keys.items()) if self._name in self.vault.holders[name]]
        return tuple(key for key in mine if kind in (None, key.kind))

    def key(self, key_id: str) -> KeyState:
        """Return a key."""
        if key_id not in self.vault.keys:
            raise UnknownIdError(id=key_id)
        return self.vault.keys[key_id]

    def may_open(self, key_id: str) -> bool:
        """Say whether a key may be used."""
        known = self.vault.keys.get(key_id)
        return known is not None and known.destroyed_at is None and self._name in self.vault.holders[key_id]

    def holders(self, key_id: str) -> tuple[str, ...]:
        """Return who may use a key."""
        return tuple(sorted(self.vault.holders[key_id])) if self.key(key_id).destroyed_at is None else ()

    def _may(self, doing: Doing) -> None:
        if not allowed(User(self._name, self._roles), doing):
            raise NotAllowedError

    def _require(self, key_id: str, doing: Doing = Doing.READ) -> None:
        self._may(doing)
        if self.key(key_id).destroyed_at is not None:
            raise KeyDestroyedError(id=key_id)
        if not self.may_open(key_id):
            raise NotAllowedError(id=key_id)

    def grant(self, key_id: str, account: str) -> None:
        """Let another use a key."""
        self._require(key_id, Doing.KEEP_VAULT)
        self.vault.holders[key_id].add(account)
        self._log(CustodyKind.KEY_GRANTED, key_id)

    def revoke(self, key_id: str, account: str) -> None:
        """Let another use it no more."""
        self._require(key_id, Doing.KEEP_VAULT)
        self.vault.holders[key_id].discard(account)
        self._renew(key_id)
        self._log(CustodyKind.KEY_REVOKED, key_id)

    def rotate(self, key_id: str) -> None:
        """Make it anew."""
        self._require(key_id, Doing.KEEP_VAULT)
        self._renew(key_id)
        self._log(CustodyKind.KEY_ROTATED, key_id)

    def _renew(self, key_id: str) -> None:
        self.vault.keys[key_id] = replace(self.key(key_id), version=self.key(key_id).version + 1)

    def destroy(self, key_id: str, why: str) -> None:
        """Destroy it."""
        self._require(key_id, Doing.KEEP_VAULT)
        self.vault.keys[key_id] = replace(self.key(key_id), destroyed_at=self.vault.now, destroyed_by=self._name)
        self.vault.entries = {name: kept for name, kept in self.vault.entries.items() if kept[0] != key_id}
        self._log(CustodyKind.KEY_DESTROYED, key_id, why)

    def put(self, key_id: str, kind: str, content: bytes, entry: str | None = None) -> str:
        """Keep bytes."""
        self._require(key_id, Doing.PROTECT)
        if entry is None:
            entry = random_code("E", 16)
            self.vault.entries[entry] = (key_id, kind, [])
        elif self._entry(entry)[:2] != (key_id, kind):
            raise UnknownIdError(id=entry)
        self._entry(entry)[2].append(content)
        self._log(CustodyKind.WRITTEN, entry)
        return entry

    def _entry(self, entry: str) -> tuple[str, str, list[bytes]]:
        if entry not in self.vault.entries:
            raise UnknownIdError(id=entry)
        return self.vault.entries[entry]

    def get(self, entry: str, why: str, version: int | None = None) -> bytes:
        """Return bytes."""
        key_id, _, kept = self._entry(entry)
        self._require(key_id)
        if version is not None and not 1 <= version <= len(kept):
            raise UnknownIdError(id=entry)
        self._log(CustodyKind.READ, entry, why)
        return kept[-1 if version is None else version - 1]

    def versions(self, entry: str) -> int:
        """Count versions."""
        return len(self._entry(entry)[2])

    def key_of(self, entry: str) -> str:
        """Return an entry's key."""
        return self._entry(entry)[0]

    def entries(self, kind: str | None = None, key_id: str | None = None) -> tuple[str, ...]:
        """Return ids of entries."""
        return tuple(
            name
            for name, (key, of_kind, _) in self.vault.entries.items()
            if self.may_open(key) and kind in (None, of_kind) and key_id in (None, key)
        )

    def replace_all(self, key_id: str, kind: str, contents: Sequence[bytes]) -> tuple[str, ...]:
        """Put these in the place of those."""
        self._require(key_id, Doing.PROTECT)
        for name in self.entries(kind, key_id):
            del self.vault.entries[name]
        return tuple(self.put(key_id, kind, content) for content in contents)

    def get_all(self, key_id: str, kind: str, why: str) -> tuple[bytes, ...]:
        """Return the newest of each."""
        self._require(key_id)
        self._log(CustodyKind.READ, key_id, why)
        return tuple(self._entry(name)[2][-1] for name in self.entries(kind, key_id))

    def _log(self, kind: CustodyKind, subject: str, detail: str = "") -> None:
        self.vault.acts.append(CustodyAct(kind, subject, self._name, self.vault.now, detail))

    def log(self, acts: Sequence[CustodyAct]) -> None:
        """Log acts."""
        self.vault.acts += [replace(act, by=self._name) for act in acts]

    def commitment(self, text: str) -> str:
        """Commit to a text."""
        return hmac.new(b"of tests", text.encode(), "sha256").hexdigest()

    def sign(self, content: bytes) -> Signature:
        """Sign, as it were."""
        return Signature(self._name, self._name.encode().hex(), hashlib.sha256(self._name.encode() + content).hexdigest())

    def signer(self, content: bytes, signature: Signature) -> str:
        """Return the signer."""
        if hashlib.sha256(signature.by.encode() + content).hexdigest() != signature.signature:
            raise SignatureError
        return signature.by

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Undo nothing."""
        yield

    def close(self) -> None:
        """Forget nothing."""
