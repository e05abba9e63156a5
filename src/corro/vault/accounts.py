"""Charter and accounts of a vault: who there is, in which roles, with which public keys; each line signed by the vault's authority.

The authority is a signing key that the vault is made with; administrators and custodians hold it. Whoever edits the file without it
makes lines that are refused. Accounts are only ever added to: an older signature is still known by the key of its day.
"""

import json
import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from corro.errors import AccountError, VaultDamagedError
from corro.model import Role
from corro.vault.file import VaultFile, as_bytes
from corro.vault.sealing import signature_of, signed_by

RECOVERY = "recovery-key"
"""The account, so to speak, of the printed recovery key: it holds every key, and nobody signs in as it."""

_NAME = re.compile(r"[a-z0-9][a-z0-9._-]{0,63}")
_RESERVED = frozenset({"local", RECOVERY})


@dataclass(frozen=True, slots=True)
class Charter:
    """What a vault is made with, and keeps.

    Attributes:
        id: A random id; all that is sealed is bound to it.
        custodians: How many custodians there must be, and agree where two have to: 1 for one person's vault, 2 for a team's.
        authority: The public half of the authority's key.
        log_key: The public half of the key under which the log's reasons are sealed.
        made_at: When it was made.
    """

    id: str
    custodians: int
    authority: bytes
    log_key: bytes
    made_at: datetime

    @property
    def fingerprint(self) -> str:
        """The authority's key as people read it out: groups of four hexadecimal digits."""
        digits = self.authority.hex()
        return " ".join(digits[place : place + 4] for place in range(0, len(digits), 4))


@dataclass(frozen=True, slots=True)
class Account:
    """Somebody who may sign in, or whose signatures are known.

    Attributes:
        name: Their name.
        revision: How often the account was changed, from 1 on.
        roles: What they are here for.
        public_key: For what is sealed to them (X25519); empty for one who only signs, on another machine.
        verify_key: For what they sign (Ed25519).
        by: Who made or changed it.
        disabled: Whether they may sign in no more.
    """

    name: str
    revision: int
    roles: frozenset[Role]
    public_key: bytes
    verify_key: bytes
    by: str
    disabled: bool = False

    @property
    def active(self) -> bool:
        """Whether the account can sign in."""
        return not self.disabled and bool(self.public_key) and self.name != RECOVERY


def check_name(name: str) -> None:
    """Refuse a name that is no account's.

    Raises:
        AccountError: It has other letters than an account's, or is reserved.
    """
    if not _NAME.fullmatch(name) or name in _RESERVED:
        raise AccountError("An account's name has small letters, digits, dots and dashes, at most 64; `local` is none.")


def write_charter(file: VaultFile, charter: Charter, authority_seed: bytes) -> None:
    """Keep a vault's charter, signed."""
    body = _canonical(
        {
            "id": charter.id,
            "custodians": charter.custodians,
            "authority": charter.authority.hex(),
            "log_key": charter.log_key.hex(),
            "made_at": charter.made_at.isoformat(),
        }
    )
    file.do("INSERT INTO charter VALUES (1, ?, ?)", (body, signature_of(authority_seed, body, "charter")))


def read_charter(file: VaultFile) -> Charter:
    """Return a vault's charter.

    Raises:
        VaultDamagedError: It is missing or not as it was written.
    """
    for body, signature in file.rows("SELECT body, signature FROM charter"):
        try:
            told = json.loads(body)
            charter = Charter(
                str(told["id"]),
                int(told["custodians"]),
                bytes.fromhex(told["authority"]),
                bytes.fromhex(told["log_key"]),
                datetime.fromisoformat(told["made_at"]),
            )
        except (ValueError, KeyError, TypeError):
            break
        if signed_by(charter.authority, as_bytes(body), as_bytes(signature), "charter"):
            return charter
    raise VaultDamagedError("The vault's charter is not as it was written.")


class Accounts:
    """The accounts of one vault."""

    def __init__(self, file: VaultFile, charter: Charter) -> None:
        """Work over the vault's file."""
        self._file, self._charter = file, charter

    def find(self, name: str) -> Account | None:
        """Return an account as it is now, or None.

        Raises:
            VaultDamagedError: It is not as it was written.
        """
        rows = self._file.rows(
            "SELECT name, revision, body, signature FROM accounts WHERE name = ? ORDER BY revision DESC", (name,)
        )
        return self._read(*rows[0]) if rows else None

    def named(self, name: str) -> Account:
        """Return an account as it is now.

        Raises:
            AccountError: There is none of that name.
        """
        found = self.find(name)
        if found is None or name == RECOVERY:
            raise AccountError("There is no account of that name.", name=name)
        return found

    def all(self) -> tuple[Account, ...]:
        """Return the accounts as they are now, by name; the recovery key is none."""
        names = [str(row[0]) for row in self._file.rows("SELECT DISTINCT name FROM accounts ORDER BY name")]
        return tuple(self.named(name) for name in names if name != RECOVERY)

    def revisions(self) -> tuple[Account, ...]:
        """Return all that accounts were and are, by name and revision."""
        rows = self._file.rows("SELECT name, revision, body, signature FROM accounts ORDER BY name, revision")
        return tuple(self._read(*row) for row in rows)

    def custodians(self) -> tuple[Account, ...]:
        """Return the custodians who can sign in."""
        return tuple(one for one in self.all() if one.active and Role.CUSTODIAN in one.roles)

    def verify_keys(self, name: str) -> tuple[bytes, ...]:
        """Return the keys that an account has signed with, the present one first."""
        rows = self._file.rows(
            "SELECT name, revision, body, signature FROM accounts WHERE name = ? ORDER BY revision DESC", (name,)
        )
        return tuple(dict.fromkeys(self._read(*row).verify_key for row in rows))

    def write(self, account: Account, authority_seed: bytes) -> str:
        """Add an account, or what it is from now on; return the digest's fields for the log."""
        body = _canonical(
            {
                "name": account.name,
                "revision": account.revision,
                "roles": sorted(account.roles),
                "public_key": account.public_key.hex(),
                "verify_key": account.verify_key.hex(),
                "by": account.by,
                "disabled": account.disabled,
            }
        )
        signature = signature_of(authority_seed, body, "account", self._charter.id)
        self._file.do("INSERT INTO accounts VALUES (?, ?, ?, ?)", (account.name, account.revision, body, signature))
        return f"{account.name}#{account.revision}"

    def _read(self, name: str, revision: int, body: bytes, signature: bytes) -> Account:
        if not signed_by(self._charter.authority, as_bytes(body), as_bytes(signature), "account", self._charter.id):
            raise VaultDamagedError("An account is not as it was written.")
        told = json.loads(body)
        account = Account(
            told["name"],
            told["revision"],
            frozenset(Role(role) for role in told["roles"]),
            bytes.fromhex(told["public_key"]),
            bytes.fromhex(told["verify_key"]),
            told["by"],
            told["disabled"],
        )
        if (account.name, account.revision) != (name, revision):
            raise VaultDamagedError("An account stands in the place of another.")
        return account


def roles_named(names: Iterable[str]) -> frozenset[Role]:
    """Return roles by their names.

    Raises:
        AccountError: There is no such role.
    """
    try:
        return frozenset(Role(name) for name in names)
    except ValueError:
        raise AccountError("Roles are " + ", ".join(Role) + ".") from None


def _canonical(told: object) -> bytes:
    return json.dumps(told, sort_keys=True, separators=(",", ":")).encode()
