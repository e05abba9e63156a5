"""What a vault tells those who see to it: its log in words, and what wants seeing to."""

from collections.abc import Iterator

from corro.errors import VaultDamagedError
from corro.model import Role
from corro.model.permission import Doing
from corro.vault.accounts import RECOVERY
from corro.vault.file import PRIVATE
from corro.vault.keyring import VaultKeyring
from corro.vault.keys import LOG
from corro.vault.ledger import said

UNREADABLE = "(cannot be opened)"
"""What stands for a reason that was tampered with; `corro verify` says where."""


def log_in_words(keyring: VaultKeyring) -> list[dict[str, object]]:
    """Return the vault's log with its reasons, newest first.

    Raises:
        NotAllowedError: The account is no custodian's.
    """
    keyring.require(Doing.KEEP_VAULT)
    key = keyring.secret(LOG)
    rows: list[dict[str, object]] = [
        {
            "number": entry.number,
            "at": entry.at,
            "by": entry.by,
            "kind": entry.kind,
            "subject": entry.subject,
            "detail": _words(entry.detail, key),
        }
        for entry in keyring.rooms.ledger.entries()
    ]
    return rows[::-1]


def _words(detail: str, key: bytes) -> str:
    try:
        return said(detail, key)
    except (VaultDamagedError, ValueError, KeyError):
        return UNREADABLE


def concerns(keyring: VaultKeyring) -> list[str]:
    """Return what wants seeing to, as far as the account that is signed in can tell."""
    return [*_of_keys(keyring), *_of_recovery(keyring), *_of_factors(keyring), *_of_file(keyring)]


def _of_keys(keyring: VaultKeyring) -> Iterator[str]:
    rooms = keyring.rooms
    for key_id in rooms.keys.lost():
        yield f"Nobody who can sign in holds {key_id}: recover an account that did."
    for account in rooms.accounts.all():
        held = rooms.keys.held_by(account.name)
        if account.disabled and held:
            yield f"{account.name} is disabled and still holds {len(held)} keys: a custodian revokes them (corro vault revoke)."
    for key_id in keyring.in_use():
        if asker := keyring.asked(key_id):
            yield f"{asker} asks for {key_id} to be destroyed; another custodian does the same, or refuses (corro vault refuse)."


def _of_recovery(keyring: VaultKeyring) -> Iterator[str]:
    if len(keyring.rooms.accounts.custodians()) < 2 and keyring.rooms.accounts.find(RECOVERY) is None:
        yield "There is one custodian and no recovery key: a lost password loses everything (corro vault recovery-key)."


def _of_factors(keyring: VaultKeyring) -> Iterator[str]:
    if keyring.rooms.charter.custodians > 1 and Role.CUSTODIAN in keyring.account.roles and not keyring.identity.has_factor:
        yield "You are a custodian without a second factor (corro users second-factor)."


def _of_file(keyring: VaultKeyring) -> Iterator[str]:
    if keyring.rooms.file.rights() != PRIVATE:
        yield "Others than its owner may read the vault's file: chmod 600."
    last = [entry for entry in keyring.rooms.ledger.entries() if entry.by == keyring.name][-1:]
    if last and last[0].detail == CLOCK_SET_BACK:
        yield "The clock stands before the last entry of the log: set it, for sessions and one-time codes go by it."


CLOCK_SET_BACK = "clock set back"
"""What the log says of a sign-in before its own last entry."""
