"""When a password is lost: a second custodian gives the account new keys, or the recovery key does that was printed at set-up."""

import base64
import binascii
from collections.abc import Callable
from dataclasses import replace

from corro.errors import AccountError, NotAllowedError, SignInError
from corro.model import CustodyAct, CustodyKind, Role
from corro.model.permission import Doing
from corro.vault.accounts import RECOVERY, Account
from corro.vault.identity import check_password, new_identity
from corro.vault.keys import AUTHORITY
from corro.vault.ledger import Signer
from corro.vault.rooms import Rooms, SignedIn, note_identity
from corro.vault.sealing import KEY_BYTES, MODERATE, Cost, digest, new_secret, public_key_of, same

_CHECK_BYTES = 3
"""Makes 35 bytes of 32, which base 32 prints without remainder; one slip in sixteen million goes unseen here, and opens nothing."""

_GROUP = 4


def printed(private_key: bytes) -> str:
    """Return a recovery key as it is printed: fourteen groups of four letters and digits. Source: RFC 4648, 2006, 6 (base 32)."""
    letters = base64.b32encode(private_key + _check(private_key)).decode()
    return "-".join(letters[place : place + _GROUP] for place in range(0, len(letters), _GROUP))


def typed(text: str) -> bytes:
    """Read a recovery key as somebody types it.

    Raises:
        SignInError: It is none; a slip in it is told.
    """
    letters = "".join(text.split()).replace("-", "").upper().replace("0", "O").replace("1", "I").replace("8", "B")
    try:
        content = base64.b32decode(letters)
    except (binascii.Error, ValueError):
        content = b""
    private_key, check = content[:KEY_BYTES], content[KEY_BYTES:]
    if len(content) != KEY_BYTES + _CHECK_BYTES or not same(check, _check(private_key)):
        raise SignInError("That is no recovery key: a letter is missing or mistyped.")
    return private_key


def _check(private_key: bytes) -> bytes:
    return bytes.fromhex(digest(b"corro recovery key" + private_key))[:_CHECK_BYTES]


def add_recovery_key(signed_in: SignedIn) -> str:
    """Make a recovery key that opens all that a custodian can; a former one opens nothing from now on.

    Args:
        signed_in: A custodian.

    Returns:
        The key as it is printed; it is kept nowhere.

    Raises:
        NotAllowedError: The account is no custodian's.
    """
    signed_in.require(Doing.KEEP_VAULT)
    rooms, private_key = signed_in.rooms, new_secret()
    with rooms.file.transaction():
        former = rooms.accounts.find(RECOVERY)
        account = Account(
            RECOVERY, former.revision + 1 if former else 1, frozenset(), public_key_of(private_key), b"", signed_in.name
        )
        mark = rooms.accounts.write(account, signed_in.secret(AUTHORITY))
        signed_in.note(CustodyKind.ACCOUNT_CHANGED, mark)
        for key_id in rooms.keys.held_by(signed_in.name):
            rooms.keys.give(key_id, signed_in.secret(key_id), account, signed_in.hand)
    return printed(private_key)


def recover_by_custodian(custodian: SignedIn, name: str, password: str, cost: Cost = MODERATE) -> None:
    """Give an account whose password or second factor is lost new keys and a password; it holds what it held before.

    Args:
        custodian: A custodian other than the account's owner.
        name: The account.
        password: Its new password, to be changed by its owner.
        cost: How much work a password is made to take.

    Raises:
        NotAllowedError: The account that is signed in is no custodian's, or the one to be recovered.
        AccountError: There is no such account, or the password is none.
    """
    custodian.require(Doing.KEEP_VAULT)
    if name == custodian.name:
        raise NotAllowedError("Nobody recovers their own account: another custodian does, or the printed recovery key.")
    _recover(custodian.rooms, name, password, cost, _Hand(custodian.name, custodian.hand, custodian.secret))


class _Hand:
    """Who recovers: signs, and opens keys."""

    def __init__(self, by: str, signer: Signer | None, open_key: Callable[[str], bytes]) -> None:
        self.by, self.signer, self.open_key = by, signer, open_key


def recover_by_key(rooms: Rooms, text: str, name: str, password: str, cost: Cost = MODERATE) -> None:
    """Give a custodian's account new keys and a password with the recovery key that was printed.

    Args:
        rooms: The vault.
        text: The recovery key as it was typed.
        name: The account, a custodian's; custodians recover the others.
        password: Its new password.
        cost: How much work a password is made to take.

    Raises:
        SignInError: It is no recovery key, or another vault's, or a former one.
        AccountError: There is no such account, it is no custodian's, or the password is none.
    """
    private_key, account = typed(text), rooms.accounts.find(RECOVERY)
    if account is None or not same(public_key_of(private_key), account.public_key):
        raise SignInError("That recovery key is not this vault's, or a newer one was printed since.")
    if Role.CUSTODIAN not in rooms.accounts.named(name).roles:
        raise AccountError("The recovery key recovers custodians; they recover the others.", name=name)
    _recover(rooms, name, password, cost, _Hand(RECOVERY, None, lambda key_id: rooms.keys.open(key_id, RECOVERY, private_key)))


def _recover(rooms: Rooms, name: str, password: str, cost: Cost, hand: _Hand) -> None:
    check_password(password, name)
    former, identity = rooms.accounts.named(name), new_identity(rooms.charter.authority)
    if not former.active:
        raise AccountError("That account was disabled; make a new one.", name=name)
    signer = hand.signer or Signer(name, identity.seed)
    with rooms.file.transaction():
        account = replace(
            former, revision=former.revision + 1, public_key=identity.public_key, verify_key=identity.verify_key, by=hand.by
        )
        held = {key_id: hand.open_key(key_id) for key_id in rooms.keys.held_by(name)}
        mark = rooms.accounts.write(account, hand.open_key(AUTHORITY))
        now = rooms.clock.now()
        acts = [CustodyAct(CustodyKind.RECOVERED, name, signer.name, now, hand.by)]
        rooms.ledger.add([*acts, CustodyAct(CustodyKind.ACCOUNT_CHANGED, mark, signer.name, now)], signer)
        rooms.identities.keep(name, identity, password, cost)
        note_identity(rooms, name, signer)
        rooms.file.do("DELETE FROM sessions WHERE account = ?", (name,))
        rooms.file.do("DELETE FROM counters WHERE account = ?", (name,))
        for key_id, secret in held.items():
            rooms.keys.give(key_id, secret, account, signer)
