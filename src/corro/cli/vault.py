"""`corro vault`: make the vault beside a record, look whether it opens, recover an account, make keys anew, read its log."""

import getpass
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.options import file_option, form_options, user_option, window_options
from corro.cli.output import write_rows
from corro.cli.unlocking import new_password, new_password_file_option, password_file_option, present_password, unlocked
from corro.errors import BadOptionError

if TYPE_CHECKING:
    from corro.model import Role
    from corro.vault import Founder

_LOG_COLUMNS = ("number", "at", "by", "kind", "subject", "detail")


@click.group("vault")
def command() -> None:
    """Keep what is protected sealed, beside the record: identities of witnesses and sources, and restricted cases."""


@command.command("init")
@click.option("--user", default=getpass.getuser, help="For one person: the account's name; your user name if left out.")
@click.option("--custodian", "custodians", multiple=True, metavar="NAME", help="For a team: a custodian's name; give two at least.")
@click.option("--recovery-key/--no-recovery-key", default=None, help="Print a recovery key; the default for one person's vault.")
@password_file_option
@file_option
def init(user: str, custodians: tuple[str, ...], recovery_key: bool | None, record: Path) -> None:
    """Make a vault: for yourself, or with --custodian ADA --custodian BEN for a team.

    Who loses the password of a vault that has neither a second custodian nor a recovery key has lost all that is in it.
    """
    from corro.model import Role
    from corro.pipeline.vault import make_vault, vault_path
    from corro.vault import add_recovery_key

    if len(custodians) == 1:
        raise BadOptionError("A team has two custodians at least; name both with --custodian.")
    roles = frozenset({Role.CUSTODIAN}) if custodians else frozenset(Role)
    founders = [_founder(one.lower(), roles, alone=not custodians) for one in custodians or (user,)]
    vault = make_vault(record, founders)
    click.echo(f"The vault is {vault_path(record)}. Its fingerprint, to be kept elsewhere: {vault.rooms.charter.fingerprint}")
    if recovery_key if recovery_key is not None else not custodians:
        keyring = vault.unlock(founders[0].name, founders[0].password)
        _show_recovery_key(add_recovery_key(keyring))
        keyring.close()
    vault.close()


def _founder(name: str, roles: "frozenset[Role]", *, alone: bool) -> "Founder":
    from corro.vault import Founder

    return Founder(name, new_password(f"Password for {name}", first=alone), roles)


def _show_recovery_key(text: str) -> None:
    click.echo("The recovery key is shown once. Print it or write it down, and lock it away from this machine:\n")
    click.echo(f"    {text}\n")


@command.command("open-check")
@password_file_option
@user_option
@file_option
def open_check(user: str, record: Path) -> None:
    """Sign in, and say what you hold and what wants seeing to. Exits with 1 if something does."""
    from corro.vault import concerns

    keyring = unlocked(record, user)
    known = keyring.user
    click.echo(f"{known.name}: {', '.join(sorted(known.roles))}. Signing key: {keyring.account.verify_key.hex()}")
    click.echo(f"Fingerprint of the vault: {keyring.rooms.charter.fingerprint}")
    click.echo(f"{len(keyring.in_use())} keys, {len(known.cases)} of restricted cases.")
    found = concerns(keyring)
    for concern in found:
        click.echo(f"note   {concern}")
    sys.exit(1 if found else 0)


@command.command("recover")
@click.argument("account")
@click.option("--by", "by", default="", help="The custodian who recovers it; with the printed recovery key if left out.")
@new_password_file_option
@password_file_option
@file_option
def recover(account: str, by: str, record: Path) -> None:
    """Give ACCOUNT a new password and new keys: a second custodian does (--by), or the printed recovery key, for a custodian.

    Second factors of the account are gone with its password; what it held it holds. Once the recovery key was used, a new one is
    printed.
    """
    from corro.pipeline.vault import open_vault
    from corro.vault import add_recovery_key, recover_by_custodian, recover_by_key

    if by:
        recover_by_custodian(unlocked(record, by), account, new_password(f"New password for {account}"))
    else:
        vault = open_vault(record)
        text, password = present_password("Recovery key"), new_password(f"New password for {account}")
        recover_by_key(vault.rooms, text, account, password)
        keyring = vault.unlock(account, password)
        _show_recovery_key(add_recovery_key(keyring))
        vault.close()
    click.echo(f"{account} can sign in with the new password; the former one opens nothing.")


@command.command("recovery-key")
@password_file_option
@user_option
@file_option
def recovery_key(user: str, record: Path) -> None:
    """Print a new recovery key, as a custodian; a former one opens nothing from now on."""
    from corro.vault import add_recovery_key

    keyring = unlocked(record, user)
    _show_recovery_key(add_recovery_key(keyring))


@command.command("rotate")
@click.argument("key_ids", nargs=-1, metavar="[KEY]...")
@click.option("--all", "every", is_flag=True, help="All keys in use.")
@password_file_option
@user_option
@file_option
def rotate(key_ids: tuple[str, ...], every: bool, user: str, record: Path) -> None:
    """Make keys anew and seal under them again what was under the former ones."""
    if bool(key_ids) == every:
        raise BadOptionError("Name the keys, or give --all.")
    keyring = unlocked(record, user)
    chosen = key_ids or keyring.in_use()
    for key_id in chosen:
        keyring.rotate(key_id)
    click.echo(f"{len(chosen)} keys made anew.")


@command.command("grant")
@click.argument("key_id", metavar="KEY")
@click.argument("account")
@password_file_option
@user_option
@file_option
def grant(key_id: str, account: str, user: str, record: Path) -> None:
    """Let ACCOUNT use the KEY of a case or a person."""
    keyring = unlocked(record, user)
    keyring.grant(key_id, account)
    click.echo(f"{account} may use {key_id}.")


@command.command("revoke")
@click.argument("key_id", metavar="KEY")
@click.argument("account")
@password_file_option
@user_option
@file_option
def revoke(key_id: str, account: str, user: str, record: Path) -> None:
    """Let ACCOUNT use the KEY no more; the key is made anew, so that a copy of the former one opens nothing from now on."""
    keyring = unlocked(record, user)
    keyring.revoke(key_id, account)
    click.echo(f"{account} may use {key_id} no more.")


@command.command("refuse")
@click.argument("key_id", metavar="KEY")
@click.option("--reason", required=True, help="Why; kept sealed, for custodians.")
@password_file_option
@user_option
@file_option
def refuse(key_id: str, reason: str, user: str, record: Path) -> None:
    """Refuse, or take back, that the KEY of a case be destroyed as another custodian asks: it stays."""
    keyring = unlocked(record, user)
    keyring.refuse(key_id, reason)
    click.echo(f"{key_id} stays; who asked for its end has to ask anew.")


@command.command("log")
@password_file_option
@user_option
@form_options
@window_options
@file_option
def log(user: str, form: str, limit: int | None, offset: int, record: Path) -> None:
    """Show the vault's log, newest first, with the reasons, to a custodian: who read what, when and why."""
    from corro.vault import log_in_words

    keyring = unlocked(record, user)
    rows = log_in_words(keyring)
    chosen = rows[offset : offset + (limit or (100 if form == "table" else len(rows)))]
    write_rows(chosen, _LOG_COLUMNS, form)
