"""Who works in the reading room: whoever signed in to the record's vault, or, where there is none, the one user of the machine."""

from pathlib import Path

from corro.model.user import LOCAL, User
from corro.pipeline.clock import SystemClock
from corro.pipeline.vault import has_vault, open_vault, unlock
from corro.ports import Clock


def sign_in(record: str | Path, name: str, password: str, code: str = "", clock: Clock | None = None) -> str:
    """Begin a session of an account of the record's vault.

    Args:
        record: The record's file; the vault stands beside it.
        name: The account.
        password: Its password.
        code: A one-time code, where the account has that as a second factor.
        clock: What tells the time.

    Returns:
        The session's secret, which is kept nowhere else. No key of the vault stays open.

    Raises:
        VaultNotFoundError: There is no vault.
        SignInError: Name, password or second factor is wrong.
        TooManyAttemptsError: Too many sign-ins failed of late.
    """
    from corro.vault import Sessions

    keyring = unlock(record, name, password, code, clock)
    try:
        return Sessions(keyring.rooms).begin(keyring)
    finally:
        keyring.close()


def sign_out(record: str | Path, secret: str) -> None:
    """End a session; one that has ended stays so."""
    if has_vault(record):
        vault = open_vault(record)
        try:
            vault.sessions.end(secret)
        finally:
            vault.close()


def who(record: str | Path, secret: str, clock: Clock | None = None) -> User:
    """Return who asks, by the secret of their session.

    Raises:
        SessionEndedError: The record has a vault, and this is no session of it that is still good.
    """
    if not has_vault(record):
        return LOCAL
    vault = open_vault(record, clock or SystemClock())
    try:
        return vault.sessions.check(secret).user
    finally:
        vault.close()
