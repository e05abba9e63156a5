"""The port of the vault: what an unlocked account may do with protected things; drivers implement it and tests fake it."""

from collections.abc import Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum
from typing import Protocol

from corro.model import CustodyAct, Signature
from corro.model.user import User
from corro.values import EMPTY_CHAIN, chained

__all__ = ["KeyKind", "KeyState", "Keyring", "Signature", "fits", "signed_words"]


class KeyKind(StrEnum):
    """What a key is for; its first letter begins the key's id."""

    CASE = "case"
    PERSON = "person"
    SHARED = "shared"


@dataclass(frozen=True, slots=True)
class KeyState:
    """What is known of a key by anybody who has the vault's file.

    Attributes:
        id: A random code, such as `P-7KQ2MD9R`; it tells nothing, and may stand outside the vault.
        kind: What the key is for.
        version: How often it was made anew, from 1 on.
        made_at: When it was first made.
        made_by: By which account.
        destroyed_at: When it was destroyed; None while it is in use.
        destroyed_by: By which account.
    """

    id: str
    kind: KeyKind
    version: int
    made_at: datetime
    made_by: str
    destroyed_at: datetime | None = None
    destroyed_by: str = ""


def signed_words(content: bytes) -> bytes:
    """Return what is signed where bytes are signed: them, behind what says that they are nothing else of the vault's."""
    return bytes.fromhex(chained(EMPTY_CHAIN, "corro-vault-1", "signature")) + content


def fits(content: bytes, signature: Signature) -> bool:
    """Say whether a signature fits to bytes and to the key that it names; whose key that is, a vault knows."""
    from nacl.exceptions import CryptoError
    from nacl.signing import VerifyKey

    try:
        key, signed = bytes.fromhex(signature.key), bytes.fromhex(signature.signature)
        VerifyKey(key).verify(signed_words(content), signed)
    except (CryptoError, ValueError, TypeError):
        return False
    return (key.hex(), signed.hex()) == (signature.key, signature.signature)


class Keyring(Protocol):
    """The keys that one account may use while it is unlocked; each act is in the vault's log before it has effect."""

    @property
    def user(self) -> User:
        """Who unlocked it: name, roles, and the cases whose keys they hold."""

    def new_key(self, kind: KeyKind) -> str:
        """Make a key for a case or a person, for this account, the custodians and the recovery key; return its id."""

    def keys(self, kind: KeyKind | None = None) -> tuple[KeyState, ...]:
        """Return the keys that this account may open, and those destroyed that it could, by id."""

    def key(self, key_id: str) -> KeyState:
        """Return what is known of a key; `UnknownIdError` where there is none."""

    def may_open(self, key_id: str) -> bool:
        """Say whether this account may use a key; False also where it was destroyed or never was."""

    def holders(self, key_id: str) -> tuple[str, ...]:
        """Return the names of the accounts that may use a key, sorted."""

    def grant(self, key_id: str, account: str) -> None:
        """Let another account use a key."""

    def revoke(self, key_id: str, account: str) -> None:
        """Let an account use a key no more, and make the key anew, so that what it knows opens nothing written from now on."""

    def rotate(self, key_id: str) -> None:
        """Make a key anew and seal everything under it again."""

    def destroy(self, key_id: str, why: str) -> None:
        """Destroy a key, and with it all that was put under it; the log keeps that, when and by whom.

        In a team's vault a case's key wants a second custodian: the first call asks, and raises `SecondCustodianError`; another
        custodian's call destroys. A person's key is destroyed at once.
        """

    def put(self, key_id: str, kind: str, content: bytes, entry: str | None = None) -> str:
        """Seal bytes under a key: a new entry, or a new version of one; return its random id. Versions are only ever added."""

    def get(self, entry: str, why: str, version: int | None = None) -> bytes:
        """Return an entry's newest version, or the one named; that it was read, and why, is logged before it is answered."""

    def versions(self, entry: str) -> int:
        """Return how many versions an entry has."""

    def key_of(self, entry: str) -> str:
        """Return the id of the key that an entry is under."""

    def entries(self, kind: str | None = None, key_id: str | None = None) -> tuple[str, ...]:
        """Return ids of entries under keys that this account may open, oldest first."""

    def replace_all(self, key_id: str, kind: str, contents: Sequence[bytes]) -> tuple[str, ...]:
        """Put these in the place of all entries of that kind under that key, at once; nothing of the former ones stays."""

    def get_all(self, key_id: str, kind: str, why: str) -> tuple[bytes, ...]:
        """Return the newest versions of all entries of that kind under that key, oldest entry first; one line in the log."""

    def log(self, acts: Sequence[CustodyAct]) -> None:
        """Add acts to the vault's log; their `detail` is kept sealed, for custodians only, and `by` is this account."""

    def commitment(self, text: str) -> str:
        """Return a commitment to a text that nobody without the vault can guess by trying; the same text gives the same."""

    def sign(self, content: bytes) -> Signature:
        """Sign bytes as this account."""

    def signer(self, content: bytes, signature: Signature) -> str:
        """Return whose signature it is; `SignatureError` where it does not fit or the signer is not known here."""

    def transaction(self) -> AbstractContextManager[None]:
        """Do all that is written inside, or nothing of it; inner ones join the outer one."""

    def close(self) -> None:
        """Forget the keys; the keyring is of no use from now on."""
