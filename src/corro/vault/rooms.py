"""An open vault in its parts, and somebody who is signed in to it."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import NoReturn

from corro.errors import NotAllowedError, SessionEndedError
from corro.keyring import KeyKind
from corro.model import CustodyAct, CustodyKind, User
from corro.model.permission import Doing, allowed
from corro.ports import Clock
from corro.vault.accounts import RECOVERY, Account, Accounts, Charter
from corro.vault.entries import Entries
from corro.vault.file import VaultFile
from corro.vault.identity import Identities, Identity
from corro.vault.keys import Keys
from corro.vault.ledger import Ledger, Signer
from corro.vault.sealing import digest


@dataclass(frozen=True, slots=True)
class Rooms:
    """The parts of an open vault.

    Attributes:
        file: Its database.
        charter: What it was made with.
        accounts: Who there is.
        identities: What accounts keep to themselves, sealed.
        keys: Keys, and who holds them.
        entries: What is kept under keys.
        ledger: The log.
        clock: What tells the time.
    """

    file: VaultFile
    charter: Charter
    accounts: Accounts
    identities: Identities
    keys: Keys
    entries: Entries
    ledger: Ledger
    clock: Clock


def rooms_of(file: VaultFile, charter: Charter, clock: Clock) -> Rooms:
    """Return the parts of a vault over its file."""
    accounts = Accounts(file, charter)
    identities, entries = Identities(file, charter.id), Entries(file, charter.id)
    return Rooms(
        file, charter, accounts, identities, Keys(file, charter.id, accounts), entries, Ledger(file, charter.log_key), clock
    )


def user_of(rooms: Rooms, account: Account) -> User:
    """Return an account as who asks: what it may do is looked up each time, so that a change holds at once."""
    cases = (key.id for key in rooms.keys.states(KeyKind.CASE) if key.destroyed_at is None)
    held = frozenset(rooms.keys.held_by(account.name))
    return User(account.name, account.roles, held.intersection(cases), named=True)


def note_identity(rooms: Rooms, name: str, hand: Signer) -> None:
    """Log what the file holds of an account's identity, all of it sealed."""
    act = CustodyAct(CustodyKind.IDENTITY_SEALED, name, hand.name, rooms.clock.now(), digest(rooms.identities.state(name)))
    rooms.ledger.add([act], hand)


class SignedIn:
    """An account that is signed in. It shows no key, cannot be written anywhere, and forgets at `close`."""

    def __init__(self, rooms: Rooms, name: str, identity: Identity, account_key: bytes) -> None:
        """Hold an account's identity; made by `corro.vault.Vault.unlock`."""
        self.rooms = rooms
        self.name = name
        self.owns_file = False
        self._secrets: tuple[Identity, bytes] | None = (identity, account_key)

    def __repr__(self) -> str:
        """Say whose it is, and nothing of the keys."""
        return f"{type(self).__name__}({self.name})"

    def __reduce__(self) -> NoReturn:
        """Refuse to be written anywhere.

        Raises:
            TypeError: Always.
        """
        raise TypeError("A keyring is not written anywhere.")

    @property
    def identity(self) -> Identity:
        """The account's private side, for the vault's own modules."""
        return self._open()[0]

    @property
    def account_key(self) -> bytes:
        """The key that the identity is under, for the vault's own modules."""
        return self._open()[1]

    def _open(self) -> tuple[Identity, bytes]:
        if self._secrets is None:
            raise SessionEndedError("The keyring was closed.")
        return self._secrets

    def keep(self, identity: Identity) -> None:
        """Keep what the account's identity is from now on, for the vault's own modules."""
        key = self.account_key
        self.rooms.identities.save(self.name, identity, key)
        self._secrets = (identity, key)

    @property
    def hand(self) -> Signer:
        """Who logs and gives keys, for the vault's own modules."""
        return Signer(self.name, self.identity.seed)

    @property
    def account(self) -> Account:
        """The account as it is now.

        Raises:
            SessionEndedError: It may sign in no more, or got new keys meanwhile.
        """
        found = self.rooms.accounts.find(self.name)
        if found is None or not found.active or found.public_key != self.identity.public_key:
            raise SessionEndedError("The account was disabled or recovered since it signed in.")
        return found

    @property
    def user(self) -> User:
        """Who is signed in: name, roles, and the cases whose keys they hold."""
        return user_of(self.rooms, self.account)

    def require(self, doing: Doing) -> None:
        """Refuse what the account's roles do not allow.

        Raises:
            NotAllowedError: No role of the account may do that.
        """
        account = self.account
        if not allowed(User(account.name, account.roles, named=True), doing):
            raise NotAllowedError(f"No role of yours may do that ({doing.value}).", doing=doing.value)

    def secret(self, key_id: str) -> bytes:
        """Return a key, for the vault's own modules; see `Keys.open` for what it raises."""
        return self.rooms.keys.open(key_id, self.account.name, self.identity.private_key)

    def note(self, kind: CustodyKind, subject: str, detail: str = "", at: datetime | None = None) -> None:
        """Log one act of this account, as of now if no moment is given; nothing in it may be secret."""
        self.note_all([(kind, subject, detail)], at)

    def note_all(self, acts: Sequence[tuple[CustodyKind, str, str]], at: datetime | None = None) -> None:
        """Log acts of this account, in order."""
        now = at or self.rooms.clock.now()
        self.rooms.ledger.add([CustodyAct(kind, subject, self.name, now, detail) for kind, subject, detail in acts], self.hand)

    def note_identity(self) -> None:
        """Log what the file holds of this account's identity from now on, so that a change behind our back is found."""
        note_identity(self.rooms, self.name, self.hand)

    def give_all(self, key_id: str, secret: bytes, names: Sequence[str]) -> None:
        """Seal a key for accounts that can sign in, and for the recovery key where it is among them."""
        for name in dict.fromkeys(names):
            account = self.rooms.accounts.find(name)
            if account is not None and (account.active or name == RECOVERY):
                self.rooms.keys.give(key_id, secret, account, self.hand)

    def close(self) -> None:
        """Forget the keys, and close the file where nobody else uses it; the keyring is of no use from now on."""
        self._secrets = None
        if self.owns_file:
            self.rooms.file.close()
