"""The way to a record's vault: made, unlocked, recovered; for the command line, the library and the web."""

from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from corro.pipeline.clock import SystemClock
from corro.ports import Clock

if TYPE_CHECKING:
    from corro.vault import Founder, Vault, VaultKeyring


def vault_path(record: str | Path) -> Path:
    """Return where the vault of a record stands: beside it."""
    from corro.vault import vault_of

    return vault_of(Path(record))


def has_vault(record: str | Path) -> bool:
    """Say whether a record has a vault."""
    return vault_path(record).is_file()


def open_vault(record: str | Path, clock: Clock | None = None) -> "Vault":
    """Open the vault of a record, with nobody signed in yet.

    Raises:
        VaultNotFoundError: There is none.
        NotAVaultError: The file is something else.
        VaultDamagedError: It is not as it was written.
    """
    from corro.vault import Vault

    return Vault.open(vault_path(record), clock or SystemClock())


def unlock(record: str | Path, name: str, password: str, code: str = "", clock: Clock | None = None) -> "VaultKeyring":
    """Sign somebody in to the vault of a record.

    Args:
        record: The record's file; the vault stands beside it.
        name: The account.
        password: Its password.
        code: A one-time code, where the account has that as a second factor.
        clock: What tells the time.

    Returns:
        Their keyring (`corro.keyring.Keyring`); `close` it as soon as may be.

    Raises:
        VaultNotFoundError: There is no vault.
        SignInError: Name, password or second factor is wrong.
        TooManyAttemptsError: Too many sign-ins failed of late.
    """
    vault = open_vault(record, clock)
    try:
        keyring = vault.unlock(name, password, code)
    except BaseException:
        vault.close()
        raise
    keyring.owns_file = True
    return keyring


def make_vault(record: str | Path, founders: "Sequence[Founder]", clock: Clock | None = None) -> "Vault":
    """Make the vault of a record, with nobody signed in yet.

    Args:
        record: The record's file, which need not exist yet; the vault stands beside it.
        founders: One person, or two custodians at least for a team.
        clock: What tells the time.

    Returns:
        The vault.

    Raises:
        BadOptionError: There is a vault already.
        AccountError: A name or password is none, or custodians are lacking.
    """
    from corro.vault import Vault

    return Vault.make(vault_path(record), founders, clock or SystemClock())
