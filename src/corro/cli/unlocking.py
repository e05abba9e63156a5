"""Signs somebody in to the vault beside a record, for one command; a password is typed or read from a file, never an argument."""

from collections.abc import Callable
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corro.errors import BadOptionError, SecondFactorError

if TYPE_CHECKING:
    from corro.vault import Vault, VaultKeyring

Command = TypeVar("Command", bound=Callable[..., Any])

_OTHERS = 0o077
_FILE = click.Path(path_type=Path, exists=True, dir_okay=False)
_PRESENT, _NEW = "corro.password_file", "corro.new_password_file"


def password_file_option(command: Command) -> Command:
    """Add `--password-file FILE`, from which `unlocked` then reads."""
    words = "Read your password from the first line of this file, which only you may read; it is prompted for if left out."
    return click.option("--password-file", type=_FILE, expose_value=False, callback=_kept(_PRESENT), help=words)(command)


def new_password_file_option(command: Command) -> Command:
    """Add `--new-password-file FILE`, from which `new_password` then reads."""
    words = "Read the new password from the first line of this file; it is prompted for, twice, if left out."
    return click.option("--new-password-file", type=_FILE, expose_value=False, callback=_kept(_NEW), help=words)(command)


def _kept(name: str) -> Callable[[click.Context, click.Parameter, Path | None], None]:
    def keep(context: click.Context, _: click.Parameter, file: Path | None) -> None:
        context.meta[name] = file

    return keep


def unlocked(record: Path, user: str) -> "VaultKeyring":
    """Ask for a password, and for a code where the account wants one, and return the keyring; it is closed with the command.

    Args:
        record: The record's file; the vault lies beside it.
        user: The account; where there is none of that name and one account in all, that one.

    Raises:
        VaultNotFoundError: There is no vault beside the record.
        SignInError: Name, password or code is wrong; which, is not said.
        TooManyAttemptsError: Too many sign-ins failed of late.
    """
    from corro.pipeline.vault import open_vault

    vault = open_vault(record)
    click.get_current_context().call_on_close(vault.close)
    name = _account(vault, user)
    password = present_password(f"Password of {name}")
    try:
        keyring = vault.unlock(name, password)
    except SecondFactorError:
        keyring = vault.unlock(name, password, click.prompt("Code", err=True))
    click.get_current_context().call_on_close(keyring.close)
    return keyring


def _account(vault: "Vault", user: str) -> str:
    names = [account.name for account in vault.rooms.accounts.all() if account.active]
    return names[0] if len(names) == 1 else user


def present_password(prompt: str) -> str:
    """Return a password, or a recovery key, from `--password-file` or as it is typed.

    Raises:
        BadOptionError: Others may read the file, or it is empty.
    """
    return _read(_PRESENT) or str(click.prompt(prompt, hide_input=True, err=True))


def new_password(prompt: str, *, first: bool = False) -> str:
    """Return a new password from its file, or as it is typed twice.

    Args:
        prompt: What is asked.
        first: Whether it is the first one there is, so that `--password-file` may hold it.

    Raises:
        BadOptionError: Others may read the file, or it is empty.
    """
    name = _PRESENT if first else _NEW
    return _read(name) or str(click.prompt(prompt, hide_input=True, confirmation_prompt=True, err=True))


def _read(name: str) -> str:
    file: Path | None = click.get_current_context().meta.get(name)
    if file is None:
        return ""
    if file.stat().st_mode & _OTHERS:
        raise BadOptionError(f"Others may read {file}; take that away first: chmod 600 {file}")
    lines = file.read_text(encoding="utf-8").splitlines()
    if not lines or not lines[0]:
        raise BadOptionError(f"{file} holds no password in its first line.")
    return lines[0]


def typed(prompt: str, default: str | None = None) -> str:
    """Ask for something that must not stand on a command line, where shells and the system's process list would keep it."""
    return str(click.prompt(prompt or ">", default=default, show_default=False, err=True, prompt_suffix=": " if prompt else " "))
