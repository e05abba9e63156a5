"""Making and changing accounts, by those who may."""

from collections.abc import Iterable
from dataclasses import replace

from corro.errors import AccountError, NotAllowedError
from corro.model import CustodyKind, Role
from corro.model.permission import Doing
from corro.vault.accounts import Account, check_name
from corro.vault.identity import check_password, new_identity
from corro.vault.keyring import VaultKeyring
from corro.vault.keys import AUTHORITY, COMMITMENTS, LOG
from corro.vault.rooms import note_identity
from corro.vault.sealing import KEY_BYTES, MODERATE, Cost

SYSTEM_KEYS = frozenset({AUTHORITY, COMMITMENTS, LOG})


def system_keys(roles: frozenset[Role]) -> frozenset[str]:
    """Return the keys of the vault itself that roles hold: who sees to accounts signs them, custodians read the log's reasons."""
    signing = {AUTHORITY} if roles & {Role.CUSTODIAN, Role.ADMINISTRATOR} else set()
    reading = {LOG} if Role.CUSTODIAN in roles else set()
    return frozenset({COMMITMENTS, *signing, *reading})


def add_account(by: VaultKeyring, name: str, password: str, roles: frozenset[Role], cost: Cost = MODERATE) -> Account:
    """Make an account.

    Args:
        by: An administrator, or a custodian; only a custodian makes another.
        name: Its name.
        password: Its first password.
        roles: What it is for.
        cost: How much work a password is made to take.

    Returns:
        The account.

    Raises:
        NotAllowedError: The account that is signed in may not do that.
        AccountError: The name or password is none, or the name is taken.
    """
    _require(by, roles)
    check_name(name)
    check_password(password, name)
    _check_new(by, name, roles)
    rooms, identity = by.rooms, new_identity(by.rooms.charter.authority)
    account = Account(name, 1, roles, identity.public_key, identity.verify_key, by.name)
    with by.transaction():
        _write(by, account)
        rooms.identities.keep(name, identity, password, cost)
        note_identity(rooms, name, by.hand)
        _give(by, account, system_keys(roles))
        if Role.CUSTODIAN in roles:
            _give(by, account, rooms.keys.held_by(by.name))
    return account


def add_signer(by: VaultKeyring, name: str, verify_key: str) -> Account:
    """Make known whose signatures from another machine count; such an account never signs in here.

    Raises:
        NotAllowedError: The account that is signed in may not do that.
        AccountError: The name is none or taken, or the key is none.
    """
    _require(by, frozenset())
    check_name(name)
    try:
        key = bytes.fromhex(verify_key)
    except ValueError:
        key = b""
    if len(key) != KEY_BYTES:
        raise AccountError("A signer's key has 64 hexadecimal digits; `corro vault open-check` prints one's own.")
    if by.rooms.accounts.find(name):
        raise AccountError("There is an account of that name already.", name=name)
    account = Account(name, 1, frozenset(), b"", key, by.name)
    with by.transaction():
        _write(by, account)
    return account


def change_roles(by: VaultKeyring, name: str, roles: frozenset[Role]) -> Account:
    """Change what an account is for; keys go with the roles: a new custodian gets all, a former one keeps none.

    Raises:
        NotAllowedError: The account that is signed in may not do that.
        AccountError: There is no such account, or too few custodians would be left.
    """
    former = by.rooms.accounts.named(name)
    _require(by, roles | former.roles)
    if not former.active or not roles:
        raise AccountError(
            "That account cannot sign in; it has no roles." if roles else "An account has a role at least.", name=name
        )
    account = replace(former, revision=former.revision + 1, roles=roles, by=by.name)
    with by.transaction():
        _check_custodians(by, former, roles)
        _write(by, account)
        _change_keys(by, former, account)
        by.rooms.file.do("DELETE FROM sessions WHERE account = ?", (name,))
    return account


def _change_keys(by: VaultKeyring, former: Account, account: Account) -> None:
    was, now = Role.CUSTODIAN in former.roles, Role.CUSTODIAN in account.roles
    if now and not was:
        _give(by, account, by.rooms.keys.held_by(by.name))
    if was and not now:
        _take_all(by, account.name)
    wanted = system_keys(account.roles)
    for key_id in SYSTEM_KEYS - wanted:
        by.rooms.keys.take(key_id, account.name)
    _give(by, account, wanted)


def disable(by: VaultKeyring, name: str) -> int:
    """Let an account sign in no more; where a custodian does it, its keys are made anew at once.

    Returns:
        How many keys it still holds, for a custodian to take from it by doing the same.

    Raises:
        NotAllowedError: The account that is signed in may not do that.
        AccountError: There is no such account, or too few custodians would be left.
    """
    former = by.rooms.accounts.named(name)
    _require(by, former.roles)
    if name == by.name:
        raise AccountError("Nobody disables their own account; another custodian or an administrator does.", name=name)
    if former.disabled and not by.rooms.keys.held_by(name):
        raise AccountError("That account was disabled before.", name=name)
    with by.transaction():
        if not former.disabled:
            _check_custodians(by, former, frozenset())
            _write(by, replace(former, revision=former.revision + 1, disabled=True, by=by.name))
        by.rooms.file.do("DELETE FROM sessions WHERE account = ?", (name,))
        for key_id in SYSTEM_KEYS:
            by.rooms.keys.take(key_id, name)
        if Role.CUSTODIAN in by.account.roles:
            _take_all(by, name)
    return len(by.rooms.keys.held_by(name))


def _take_all(by: VaultKeyring, name: str) -> None:
    for key_id in by.rooms.keys.held_by(name):
        if key_id not in SYSTEM_KEYS:
            by.renew_without(key_id, name)


def change_password(signed_in: VaultKeyring, former: str, password: str, cost: Cost = MODERATE) -> None:
    """Change one's own password.

    Raises:
        SignInError: The former one is another.
        AccountError: The new one is none.
    """
    check_password(password, signed_in.name)
    rooms = signed_in.rooms
    rooms.identities.open(signed_in.name, former, cost)
    with rooms.file.transaction():
        rooms.identities.change_password(signed_in.name, signed_in.account_key, password, cost)
        signed_in.note_identity()
        rooms.file.do("DELETE FROM sessions WHERE account = ?", (signed_in.name,))


def _require(by: VaultKeyring, roles: frozenset[Role]) -> None:
    by.require(Doing.ADMINISTER)
    if Role.CUSTODIAN in roles and Role.CUSTODIAN not in by.account.roles:
        raise NotAllowedError("Only a custodian makes or changes a custodian.")


def _check_new(by: VaultKeyring, name: str, roles: frozenset[Role]) -> None:
    if by.rooms.accounts.find(name):
        raise AccountError("There is an account of that name already.", name=name)
    if not roles:
        raise AccountError("An account has a role at least.", name=name)


def _check_custodians(by: VaultKeyring, former: Account, roles: frozenset[Role]) -> None:
    """Refuse what would leave too few custodians: so no one of two can put the other out."""
    least = by.rooms.charter.custodians
    if Role.CUSTODIAN in former.roles - roles and len(by.rooms.accounts.custodians()) <= least:
        raise AccountError(
            f"This vault keeps {least} custodians at least; make another one first, so that none of them can put the last one out.",
            name=former.name,
        )


def _write(by: VaultKeyring, account: Account) -> None:
    by.note(CustodyKind.ACCOUNT_CHANGED, by.rooms.accounts.write(account, by.secret(AUTHORITY)))


def _give(by: VaultKeyring, account: Account, key_ids: Iterable[str]) -> None:
    for key_id in sorted(key_ids):
        by.rooms.keys.give(key_id, by.secret(key_id), account, by.hand)
