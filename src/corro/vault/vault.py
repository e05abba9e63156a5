"""A vault: made, opened, unlocked; its sessions, tokens and limits."""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from pathlib import Path

from corro.errors import AccountError, SecondFactorError, SignInError, VaultDamagedError
from corro.model import CustodyAct, CustodyKind, Role
from corro.ports import Clock
from corro.vault.accounts import Account, Charter, check_name, read_charter, write_charter
from corro.vault.administering import system_keys
from corro.vault.devices import Assertion, Challenges, RelyingParty, check_assertion, sign_in_options
from corro.vault.factors import check_totp
from corro.vault.file import VaultFile
from corro.vault.identity import Identity, check_password, new_identity
from corro.vault.keyring import VaultKeyring
from corro.vault.keys import AUTHORITY, COMMITMENTS, LOG, SYSTEM
from corro.vault.ledger import Signer
from corro.vault.limits import Limits
from corro.vault.rooms import Rooms, note_identity, rooms_of
from corro.vault.sealing import MODERATE, Cost, new_secret, public_key_of, verify_key_of
from corro.vault.sessions import Sessions, Tokens
from corro.vault.telling import CLOCK_SET_BACK

SET_BACK = timedelta(minutes=5)
"""How far the clock may stand before the log's last entry before that is told. Source: own judgement: what machines drift."""

LOCAL_ADDRESS = "local"
"""The address of who signs in at the machine itself."""


@dataclass(frozen=True, slots=True)
class Founder:
    """Somebody with whom a vault is made.

    Attributes:
        name: Their name.
        password: Their password; shown nowhere.
        roles: What they are here for.
    """

    name: str
    password: str
    roles: frozenset[Role]

    def __repr__(self) -> str:
        """Say who, and not the password."""
        return f"Founder({self.name})"


class Vault:
    """A vault that is open, with nobody signed in to it yet.

    Attributes:
        rooms: Its parts, for the vault's own modules.
        sessions: The sessions of people.
        tokens: The tokens of programs.
    """

    def __init__(self, file: VaultFile, charter: Charter, clock: Clock, cost: Cost = MODERATE) -> None:
        """Work over a vault's file; see `make` and `open`."""
        self.rooms: Rooms = rooms_of(file, charter, clock)
        self.cost = cost
        self.sessions = Sessions(self.rooms)
        self.tokens = Tokens(self.rooms)

    @classmethod
    def make(cls, path: Path | None, founders: Sequence[Founder], clock: Clock, cost: Cost = MODERATE) -> "Vault":
        """Make a vault: one person's with one founder, a team's with two or more, two of them custodians.

        Args:
            path: Its file, or None for one in memory.
            founders: With whom it is made.
            clock: What tells the time.
            cost: How much work a password is made to take.

        Returns:
            The vault; with nobody signed in, and without a recovery key (see `add_recovery_key`).

        Raises:
            AccountError: A name or password is none, or custodians are lacking.
            BadOptionError: There is a file already.
        """
        _check_founders(founders)
        authority = new_secret()
        log_key = new_secret()
        charter = Charter(
            secrets.token_hex(16), min(2, len(founders)), verify_key_of(authority), public_key_of(log_key), clock.now()
        )
        file = VaultFile.make(path)
        made = cls(file, charter, clock, cost)
        with file.transaction():
            write_charter(file, charter, authority)
            made._found(founders, {AUTHORITY: authority, LOG: log_key, COMMITMENTS: new_secret()})
        return made

    def _found(self, founders: Sequence[Founder], system: dict[str, bytes]) -> None:
        identities = {founder.name: new_identity(self.rooms.charter.authority) for founder in founders}
        first = Signer(founders[0].name, identities[founders[0].name].seed)
        at = self.rooms.clock.now()
        for key_id in system:
            self.rooms.keys.add_system(key_id, at, first.name)
        made = CustodyAct(CustodyKind.VAULT_MADE, self.rooms.charter.id, first.name, at, self.rooms.charter.authority.hex())
        accounts = [_account(founder, identities[founder.name], first.name) for founder in founders]
        marks = [self.rooms.accounts.write(account, system[AUTHORITY]) for account in accounts]
        acts = [CustodyAct(CustodyKind.ACCOUNT_CHANGED, mark, first.name, at) for mark in marks]
        keys = [CustodyAct(CustodyKind.KEY_MADE, key_id, first.name, at, SYSTEM) for key_id in system]
        self.rooms.ledger.add([made, *acts, *keys], first)
        for founder, account in zip(founders, accounts, strict=True):
            self.rooms.identities.keep(founder.name, identities[founder.name], founder.password, self.cost)
            note_identity(self.rooms, founder.name, first)
            for key_id in sorted(system_keys(account.roles)):
                self.rooms.keys.give(key_id, system[key_id], account, first)

    @classmethod
    def open(cls, path: Path, clock: Clock, cost: Cost = MODERATE) -> "Vault":
        """Open a vault.

        Raises:
            VaultNotFoundError: There is none.
            NotAVaultError: The file is something else.
            VaultDamagedError: Its charter is not as it was written.
        """
        file = VaultFile.open(path)
        try:
            return cls(file, read_charter(file), clock, cost)
        except BaseException:
            file.close()
            raise

    def unlock(self, name: str, password: str, code: str | Assertion = "", address: str = LOCAL_ADDRESS) -> VaultKeyring:
        """Sign somebody in.

        Args:
            name: The account.
            password: Its password.
            code: A one-time code, or a registered key's answer; empty where the account has no second factor.
            address: From where, for the limits.

        Returns:
            Their keyring.

        Raises:
            SignInError: Name, password or second factor is wrong; which, is not said.
            SecondFactorError: The password is right, and a second factor is wanted.
            TooManyAttemptsError: Too many sign-ins failed of late.
            VaultDamagedError: The account is not as it was written.
        """
        limits = Limits(self.rooms.file, self.rooms.clock)
        limits.begin(name, address)
        try:
            identity, account_key = self._identity(name, password)
            self._check_factor(name, identity, code)
        except SecondFactorError:
            raise
        except SignInError:
            self._log_failure(name)
            raise
        limits.succeeded(name, address)
        keyring = VaultKeyring(self.rooms, name, identity, account_key)
        keyring.note(CustodyKind.SIGNED_IN, name, self._clock_note())
        return keyring

    def _identity(self, name: str, password: str) -> tuple[Identity, bytes]:
        identity, account_key = self.rooms.identities.open(name, password, self.cost)
        account = self.rooms.accounts.find(name)
        if account is None or not account.active:
            raise SignInError
        if identity.authority != self.rooms.charter.authority:
            raise VaultDamagedError("The vault's charter is another than the one that this account was made under.")
        if (identity.public_key, identity.verify_key) != (account.public_key, account.verify_key):
            raise VaultDamagedError("The account's public keys are not those that its password opens.")
        return identity, account_key

    def _check_factor(self, name: str, identity: Identity, code: str | Assertion) -> None:
        if not identity.has_factor:
            return
        if not code:
            raise SecondFactorError
        if isinstance(code, Assertion):
            check_assertion(self.rooms.file, self.rooms.clock, name, identity, code)
        elif identity.totp:
            check_totp(self.rooms.file, name, identity.totp, code, self.rooms.clock.now())
        else:
            raise SignInError

    def _log_failure(self, name: str) -> None:
        known = name if self.rooms.accounts.find(name) is not None else ""
        self.rooms.ledger.add([CustodyAct(CustodyKind.SIGN_IN_FAILED, known, "", self.rooms.clock.now())])

    def _clock_note(self) -> str:
        return CLOCK_SET_BACK if self.clock_is_back() else ""

    def clock_is_back(self) -> bool:
        """Say whether the clock stands before the last entry of the log, by more than machines drift."""
        last = self.rooms.ledger.last_at()
        return bool(last) and self.rooms.clock.now() < datetime.fromisoformat(last) - SET_BACK

    def device_options(self, name: str, password: str, party: RelyingParty, address: str = LOCAL_ADDRESS) -> str:
        """Return what a browser needs to sign in with a registered key, once the password is right; then comes `unlock`.

        Raises:
            SignInError: Name or password is wrong, or the account has no registered key.
            TooManyAttemptsError: Too many sign-ins failed of late.
        """
        Limits(self.rooms.file, self.rooms.clock).begin(name, address)
        try:
            identity, _ = self._identity(name, password)
        except SignInError:
            self._log_failure(name)
            raise
        if not identity.credentials:
            raise SignInError
        return sign_in_options(Challenges(self.rooms.file, self.rooms.clock), name, identity, party)

    def close(self) -> None:
        """Close the file."""
        self.rooms.file.close()


def _account(founder: Founder, identity: Identity, by: str) -> Account:
    return Account(founder.name, 1, founder.roles, identity.public_key, identity.verify_key, by)


def _check_founders(founders: Sequence[Founder]) -> None:
    names = [founder.name for founder in founders]
    for founder in founders:
        check_name(founder.name)
        check_password(founder.password, founder.name)
    custodians = sum(Role.CUSTODIAN in founder.roles for founder in founders)
    if not founders or len(set(names)) < len(names) or custodians < min(2, len(founders)):
        raise AccountError("A vault of one person has one account; a team's has two custodians at least, with a name each.")
