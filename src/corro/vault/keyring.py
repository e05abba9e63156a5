"""The keyring of an account that is signed in (`corro.keyring.Keyring`): acts are checked, logged, done wholly or not at all."""

from collections.abc import Sequence
from contextlib import AbstractContextManager

from corro.errors import AccountError, NotAllowedError, SecondCustodianError, SignatureError, UnknownIdError, VaultDamagedError
from corro.keyring import KeyKind, KeyState, Signature, fits
from corro.model import CustodyAct, CustodyKind, Role
from corro.model.permission import Doing
from corro.vault.accounts import RECOVERY, Accounts
from corro.vault.keys import COMMITMENTS
from corro.vault.ledger import is_signed
from corro.vault.rooms import SignedIn
from corro.vault.sealing import commitment, new_secret, signature_of

_MOTIONS = (CustodyKind.DESTRUCTION_ASKED, CustodyKind.DESTRUCTION_REFUSED, CustodyKind.KEY_DESTROYED)

OTHERS = frozenset(
    {
        CustodyKind.READ,
        CustodyKind.DECIDED,
        CustodyKind.ENTERED,
        CustodyKind.EXPORTED,
        CustodyKind.IMPORTED,
        CustodyKind.REDACTED,
        CustodyKind.RELEASED,
        CustodyKind.CONSENT,
        CustodyKind.CLASSIFIED,
        CustodyKind.CHECKPOINT_SIGNED,
    }
)
"""Kinds of acts that other parts log here; the vault's own say what it did, and nothing else may."""

SIGNED = "signature"
"""What a signature is bound to: not to this vault, for it may be read on another machine (`corro.keyring.signed_words`)."""


def signer_of(accounts: Accounts, content: bytes, signature: Signature) -> str:
    """Return whose signature it is; nobody has to be signed in.

    Raises:
        SignatureError: It does not fit, or the signer is not known here.
    """
    if signature.key not in {key.hex() for key in accounts.verify_keys(signature.by)}:
        raise SignatureError("The signer is not known here by that key.", by=signature.by)
    if not fits(content, signature):
        raise SignatureError("The signature does not fit: what was signed is not as it was.", by=signature.by)
    return signature.by


class VaultKeyring(SignedIn):
    """What one account may do while it is signed in."""

    def new_key(self, kind: KeyKind) -> str:
        """Make a key for this account, the custodians and the recovery key; return its id."""
        self.require(Doing.PROTECT)
        rooms, at = self.rooms, self.rooms.clock.now()
        with self.transaction():
            key_id = rooms.keys.add(kind, at, self.name)
            custodians = [account.name for account in rooms.accounts.custodians()]
            self.give_all(key_id, new_secret(), [self.name, *custodians, RECOVERY])
            self.note(CustodyKind.KEY_MADE, key_id, kind.value, at)
        return key_id

    def keys(self, kind: KeyKind | None = None) -> tuple[KeyState, ...]:
        """Return the keys that this account may open, and those destroyed, by id."""
        held = self.rooms.keys.held_by(self.account.name)
        return tuple(key for key in self.rooms.keys.states(kind) if key.id in held or key.destroyed_at is not None)

    def in_use(self) -> tuple[str, ...]:
        """Return the ids of the keys that this account may open now."""
        held = self.rooms.keys.held_by(self.account.name)
        return tuple(key.id for key in self.rooms.keys.states() if key.id in held)

    def key(self, key_id: str) -> KeyState:
        """Return what is known of a key."""
        return self.rooms.keys.state(key_id)

    def may_open(self, key_id: str) -> bool:
        """Say whether this account may use a key; False also where it was destroyed or never was."""
        return self.account.name in self.rooms.keys.holders(key_id)

    def holders(self, key_id: str) -> tuple[str, ...]:
        """Return the names of the accounts that may use a key, sorted."""
        return tuple(name for name in self.rooms.keys.holders(self.key(key_id).id) if name != RECOVERY)

    def grant(self, key_id: str, account: str) -> None:
        """Let another account use a key."""
        self.require(Doing.KEEP_VAULT)
        secret, other = self.secret(self.key(key_id).id), self.rooms.accounts.named(account)
        if not other.active:
            raise AccountError("That account cannot sign in, and is given no key.", name=account)
        with self.transaction():
            self.rooms.keys.give(key_id, secret, other, self.hand)
            self.note(CustodyKind.KEY_GRANTED, key_id, account)

    def revoke(self, key_id: str, account: str) -> None:
        """Let an account use a key no more, and make the key anew."""
        self.require(Doing.KEEP_VAULT)
        other = self.rooms.accounts.named(account)
        if other.active and Role.CUSTODIAN in other.roles:
            raise NotAllowedError(
                "A custodian holds every key; take the role first (`corro users role`), then the key.", name=account
            )
        if account not in self.holders(key_id):
            raise AccountError(f"That account does not hold {key_id}.", name=account)
        self.renew_without(key_id, account)

    def renew_without(self, key_id: str, account: str) -> None:
        """Take a key from an account and make it anew for the others, for the vault's own modules."""
        with self.transaction():
            secret = self.secret(key_id)
            self.rooms.keys.take(key_id, account)
            self.note(CustodyKind.KEY_REVOKED, key_id, account)
            self._renew(key_id, secret)

    def rotate(self, key_id: str) -> None:
        """Make a key anew and seal everything under it again."""
        self.require(Doing.KEEP_VAULT)
        with self.transaction():
            self._renew(self.key(key_id).id, self.secret(key_id))

    def _renew(self, key_id: str, old: bytes) -> None:
        """Make a key anew for all who hold it now; a holder who cannot sign in any more is left out."""
        holders, new = self.rooms.keys.holders(key_id), new_secret()
        version = self.rooms.keys.next_version(key_id)
        self.give_all(key_id, new, holders)
        self.note(CustodyKind.KEY_ROTATED, key_id, str(version))
        self._note_written(list(self.rooms.entries.reseal(key_id, old, new)))

    def destroy(self, key_id: str, why: str) -> None:
        """Destroy a key, and with it all that was put under it.

        In a team's vault two custodians agree on destroying a case: the first call asks, and a second custodian's does it. A
        person's key is destroyed at once by one, for who is in danger does not wait.

        Raises:
            SecondCustodianError: It was asked for, and waits for a second custodian.
        """
        self.require(Doing.KEEP_VAULT)
        self.secret(self.key(key_id).id)
        if not self._agreed(key_id):
            self._ask(key_id, why)
            raise SecondCustodianError(
                f"{self.name} asks for {key_id} to be destroyed; a second custodian has to agree.", id=key_id
            )
        at = self.rooms.clock.now()
        with self.transaction():
            self.rooms.keys.destroy(key_id, at, self.name)
            self.rooms.entries.empty(key_id)
            self.note(CustodyKind.KEY_DESTROYED, key_id, self.rooms.ledger.words(why), at)

    def _agreed(self, key_id: str) -> bool:
        asked_by = self.asked(key_id)
        alone = self.rooms.charter.custodians < 2 or self.key(key_id).kind is KeyKind.PERSON
        return alone or asked_by not in ("", self.name)

    def _ask(self, key_id: str, why: str) -> None:
        if not self.asked(key_id):
            self.note(CustodyKind.DESTRUCTION_ASKED, key_id, self.rooms.ledger.words(why))

    def asked(self, key_id: str) -> str:
        """Return which custodian asks for a key to be destroyed, as they signed it in the log; empty where none does."""
        found = self.rooms.ledger.last_of(key_id, _MOTIONS)
        if found is None or found[0].kind != CustodyKind.DESTRUCTION_ASKED:
            return ""
        entry, signature = found
        account = self.rooms.accounts.find(entry.by)
        still = account is not None and account.active and Role.CUSTODIAN in account.roles
        return entry.by if still and is_signed(entry, signature, self.rooms.accounts.verify_keys(entry.by)) else ""

    def refuse(self, key_id: str, why: str) -> None:
        """Refuse, or take back, that a key be destroyed: it stays, and who asked has to ask anew."""
        self.require(Doing.KEEP_VAULT)
        if not self.asked(key_id):
            raise UnknownIdError(f"Nobody asks for {key_id} to be destroyed.", id=key_id)
        self.note(CustodyKind.DESTRUCTION_REFUSED, key_id, self.rooms.ledger.words(why))

    def put(self, key_id: str, kind: str, content: bytes, entry: str | None = None) -> str:
        """Seal bytes under a key: a new entry, or a new version of one; return its random id."""
        self.require(Doing.PROTECT)
        with self.transaction():
            secret = self.secret(self.key(key_id).id)
            entry = entry or self.rooms.entries.add(key_id, kind)
            if self.rooms.entries.place(entry) != (key_id, kind):
                raise UnknownIdError("No entry of that id and kind is under that key.", id=entry)
            self._note_written([self.rooms.entries.write(entry, self.versions(entry) + 1, secret, content)])
        return entry

    def _note_written(self, written: Sequence[tuple[str, str]]) -> None:
        self.note_all([(CustodyKind.WRITTEN, subject, digest) for subject, digest in written])

    def get(self, entry: str, why: str, version: int | None = None) -> bytes:
        """Return an entry's newest version, or the one named; that it was read, and why, is logged before it is answered."""
        self.require(Doing.READ)
        secret, newest = self.secret(self.key_of(entry)), self._newest(entry)
        chosen = newest if version is None else version
        self.note(CustodyKind.READ, f"{entry}#{chosen}", self.rooms.ledger.words(why))
        return self.rooms.entries.read(entry, chosen, secret)

    def _newest(self, entry: str) -> int:
        """Return an entry's newest version, after a look whether the log knows of a newer one: consent may be withdrawn in it."""
        newest = self.versions(entry)
        if self.rooms.ledger.last_of(f"{entry}#{newest + 1}", (CustodyKind.WRITTEN,)):
            raise VaultDamagedError("A newer version of the entry was taken out of the vault's file.", id=entry)
        return newest

    def versions(self, entry: str) -> int:
        """Return how many versions an entry has."""
        return self.rooms.entries.versions(entry)

    def key_of(self, entry: str) -> str:
        """Return the id of the key that an entry is under."""
        return self.rooms.entries.place(entry)[0]

    def entries(self, kind: str | None = None, key_id: str | None = None) -> tuple[str, ...]:
        """Return ids of entries under keys that this account may open, oldest first."""
        held = frozenset(self.rooms.keys.held_by(self.account.name))
        return tuple(entry for entry, key in self.rooms.entries.ids(kind, key_id) if key in held)

    def replace_all(self, key_id: str, kind: str, contents: Sequence[bytes]) -> tuple[str, ...]:
        """Put these in the place of all entries of that kind under that key, at once; nothing of the former ones stays."""
        self.require(Doing.PROTECT)
        with self.transaction():
            secret, entries = self.secret(self.key(key_id).id), self.rooms.entries
            former = self.entries(kind, key_id)
            entries.remove(former)
            self.note_all([(CustodyKind.REMOVED, entry, "") for entry in former])
            made = tuple(entries.add(key_id, kind) for _ in contents)
            self._note_written([entries.write(entry, 1, secret, content) for entry, content in zip(made, contents, strict=True)])
        return made

    def get_all(self, key_id: str, kind: str, why: str) -> tuple[bytes, ...]:
        """Return the newest versions of all entries of that kind under that key, oldest entry first; one line in the log."""
        self.require(Doing.READ)
        secret, entries = self.secret(self.key(key_id).id), self.rooms.entries
        self.note(CustodyKind.READ, key_id, self.rooms.ledger.words(why))
        return tuple(entries.read(entry, self._newest(entry), secret) for entry in self.entries(kind, key_id))

    def log(self, acts: Sequence[CustodyAct]) -> None:
        """Add acts to the vault's log, as of now and by this account; their `detail` is kept sealed, for custodians only.

        Raises:
            NotAllowedError: An act is one of the vault's own, which it logs itself when it does it.
        """
        self.require(Doing.READ)
        if not OTHERS.issuperset(act.kind for act in acts):
            raise NotAllowedError("The vault logs its own acts itself.")
        self.note_all([(act.kind, act.subject, self.rooms.ledger.words(act.detail)) for act in acts])

    def commitment(self, text: str) -> str:
        """Return a commitment to a text that nobody without the vault can guess by trying; the same text gives the same."""
        return commitment(self.secret(COMMITMENTS), text)

    def sign(self, content: bytes) -> Signature:
        """Sign bytes as this account."""
        account = self.account
        return Signature(account.name, account.verify_key.hex(), signature_of(self.identity.seed, content, SIGNED).hex())

    def signer(self, content: bytes, signature: Signature) -> str:
        """Return whose signature it is.

        Raises:
            SignatureError: It does not fit, or the signer is not known here.
        """
        return signer_of(self.rooms.accounts, content, signature)

    def transaction(self) -> AbstractContextManager[None]:
        """Do all that is written inside, or nothing of it; inner ones join the outer one."""
        return self.rooms.file.transaction()
