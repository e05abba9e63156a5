"""One-time codes as a second factor (TOTP): each code is good once."""

import hmac
from dataclasses import replace
from datetime import datetime

from corro.errors import SignInError
from corro.model import CustodyKind
from corro.vault.file import VaultFile
from corro.vault.rooms import SignedIn

STEP_S = 30
"""How long a code is shown. Source: RFC 6238, 2011, 5.2."""

_DRIFT_STEPS = 1
"""Codes of the step before and after are taken too. Source: RFC 6238, 2011, 5.2 (at most one step for the way)."""

ISSUER = "Corro"


def new_totp() -> str:
    """Return a new secret of a one-time code, in base 32."""
    import pyotp

    return pyotp.random_base32()


def totp_address(secret: str, name: str) -> str:
    """Return the address that an authenticator takes, as text or as a picture of it."""
    import pyotp

    return pyotp.TOTP(secret).provisioning_uri(name=name, issuer_name=ISSUER)


def set_totp(signed_in: SignedIn, secret: str, code: str) -> None:
    """Let an account's sign-ins want a one-time code from now on, once it has shown that its device gives them.

    Args:
        signed_in: The account.
        secret: What `new_totp` gave.
        code: What the device shows now.

    Raises:
        SignInError: The code is another.
    """
    rooms = signed_in.rooms
    with rooms.file.transaction():
        check_totp(rooms.file, signed_in.name, secret, code, rooms.clock.now())
        signed_in.keep(replace(signed_in.identity, totp=secret))
        _note(signed_in, "totp")


def drop_factors(signed_in: SignedIn) -> None:
    """Let an account sign in with its password alone from now on."""
    with signed_in.rooms.file.transaction():
        signed_in.keep(replace(signed_in.identity, totp="", credentials=()))
        signed_in.rooms.file.do("DELETE FROM counters WHERE account = ?", (signed_in.name,))
        _note(signed_in, "none")


def _note(signed_in: SignedIn, factors: str) -> None:
    signed_in.note(CustodyKind.FACTOR_CHANGED, signed_in.name, factors)
    signed_in.note_identity()


def check_totp(file: VaultFile, account: str, secret: str, code: str, at: datetime) -> None:
    """Take a code, once.

    Raises:
        SignInError: It is none of this moment, or was used.
    """
    step = _step_of(secret, code, at)
    if step is None:
        raise SignInError
    rows = file.rows("SELECT last FROM counters WHERE account = ? AND factor = 'totp'", (account,))
    if rows and step <= int(rows[0][0]):
        raise SignInError("That code was used, or the clock was set back; wait for the next code, and look at the clock.")
    with file.transaction():
        file.do("INSERT OR REPLACE INTO counters VALUES (?, 'totp', ?)", (account, step))


def _step_of(secret: str, code: str, at: datetime) -> int | None:
    import pyotp

    totp, present = pyotp.TOTP(secret, interval=STEP_S), int(at.timestamp()) // STEP_S
    typed = code.replace(" ", "").encode()
    fitting = [
        step
        for step in range(present - _DRIFT_STEPS, present + _DRIFT_STEPS + 1)
        if hmac.compare_digest(totp.generate_otp(step).encode(), typed)
    ]
    return max(fitting, default=None)
