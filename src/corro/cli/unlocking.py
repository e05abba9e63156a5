"""Signs somebody in to the vault beside a record, for one command."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.errors import SecondFactorError

if TYPE_CHECKING:
    from corro.keyring import Keyring


def unlocked(record: Path, user: str) -> "Keyring":
    """Ask for a password, and for a code where the account wants one, and return the keyring; it is closed with the command.

    Args:
        record: The record's file; the vault lies beside it.
        user: The account.

    Raises:
        VaultNotFoundError: There is no vault beside the record.
        SignInError: Name, password or code is wrong; which, is not said.
        TooManyAttemptsError: Too many sign-ins failed of late.
    """
    from corro.pipeline.clock import SystemClock
    from corro.vault import Vault, vault_of

    vault = Vault.open(vault_of(record), SystemClock())
    click.get_current_context().call_on_close(vault.close)
    password = click.prompt(f"Password of {user}", hide_input=True, err=True)
    try:
        keyring = vault.unlock(user, password)
    except SecondFactorError:
        keyring = vault.unlock(user, password, click.prompt("Code", err=True))
    click.get_current_context().call_on_close(keyring.close)
    return keyring
