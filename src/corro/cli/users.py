"""`corro users`: the accounts of a record's vault: made, listed, changed; second factors and tokens."""

from datetime import timedelta
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.options import file_option, form_options, user_option
from corro.cli.output import write_rows
from corro.cli.unlocking import new_password, new_password_file_option, password_file_option, present_password, unlocked
from corro.errors import BadOptionError

if TYPE_CHECKING:
    from corro.vault import Account

_COLUMNS = ("name", "roles", "state", "changed_by", "key")
_TOKEN_COLUMNS = ("id", "scopes", "expires_at", "revoked")


@click.group("users")
def command() -> None:
    """Make and change the accounts of those who share a record."""


@command.command("add")
@click.argument("account")
@click.option("--role", "roles", multiple=True, help="reader, analyst, reviewer, custodian or administrator; may be given again.")
@click.option("--signer", default="", metavar="KEY", help="Only make known whose signatures count that come from another machine.")
@new_password_file_option
@password_file_option
@user_option
@file_option
def add(
    account: str,
    roles: tuple[str, ...],
    signer: str,
    user: str,
    record: Path,
) -> None:
    """Make an ACCOUNT; its owner types the first password. Only a custodian makes another custodian."""
    from corro.model.permission import Doing
    from corro.vault import add_account, add_signer, roles_named

    if bool(roles) == bool(signer):
        raise BadOptionError("Give a --role, or --signer with a key.")
    keyring = unlocked(record, user)
    keyring.require(Doing.ADMINISTER)
    if signer:
        add_signer(keyring, account, signer)
    else:
        password = new_password(f"First password of {account}")
        add_account(keyring, account, password, roles_named(roles))
    click.echo(f"{account}: " + (", ".join(sorted(roles)) or "a signer on another machine"))


@command.command("list")
@form_options
@file_option
def list_(form: str, record: Path) -> None:
    """List the accounts; nobody has to sign in for that."""
    from corro.pipeline.vault import open_vault

    vault = open_vault(record)
    rows = [_row(account) for account in vault.rooms.accounts.all()]
    vault.close()
    write_rows(rows, _COLUMNS, form)


def _row(account: "Account") -> dict[str, str]:
    state = "disabled" if account.disabled else "active" if account.active else "signs elsewhere"
    roles = ", ".join(sorted(account.roles))
    return {"name": account.name, "roles": roles, "state": state, "changed_by": account.by, "key": account.verify_key.hex()}


@command.command("role")
@click.argument("account")
@click.argument("roles", nargs=-1, required=True, metavar="ROLE...")
@password_file_option
@user_option
@file_option
def role(account: str, roles: tuple[str, ...], user: str, record: Path) -> None:
    """Say what ACCOUNT is for from now on. A new custodian is given all keys; a former one keeps none."""
    from corro.vault import change_roles, roles_named

    keyring = unlocked(record, user)
    change_roles(keyring, account, roles_named(roles))
    click.echo(f"{account}: {', '.join(sorted(roles))}")


@command.command("disable")
@click.argument("account")
@password_file_option
@user_option
@file_option
def disable(account: str, user: str, record: Path) -> None:
    """Let ACCOUNT sign in no more. Where a custodian does it, the keys that it held are made anew at once."""
    from corro.vault import disable as disable_account

    keyring = unlocked(record, user)
    left = disable_account(keyring, account)
    click.echo(f"{account} signs in no more." + (f" A custodian does the same, to take {left} keys from it." if left else ""))


@command.command("password")
@new_password_file_option
@password_file_option
@user_option
@file_option
def password(user: str, record: Path) -> None:
    """Change your own password."""
    from corro.vault import change_password

    keyring = unlocked(record, user)
    former = present_password("The present password again")
    change_password(keyring, former, new_password("New password"))
    click.echo("The new password opens your account; the former one opens nothing.")


@command.command("second-factor")
@click.option("--remove", is_flag=True, help="Sign in with the password alone from now on.")
@password_file_option
@user_option
@file_option
def second_factor(remove: bool, user: str, record: Path) -> None:
    """Have your sign-ins want a one-time code (TOTP) from an authenticator as well as the password."""
    from corro.vault import drop_factors, new_totp, set_totp, totp_address

    keyring = unlocked(record, user)
    if remove:
        drop_factors(keyring)
        click.echo("Your password alone signs you in.")
        return
    secret = new_totp()
    click.echo(f"Give this to your authenticator; it is shown once:\n\n    {totp_address(secret, keyring.name)}\n", err=True)
    set_totp(keyring, secret, click.prompt("The code that it shows", err=True))
    click.echo("From now on signing in wants a code as well.")


@command.command("token")
@click.option("--scope", "scopes", multiple=True, help="read, supply, enter or export; may be given again.")
@click.option("--days", type=click.IntRange(1, 365), default=30, show_default=True, help="How long the token is good.")
@click.option("--revoke", "revoked", default="", metavar="ID", help="Take a token back.")
@click.option("--list", "listed", is_flag=True, help="List your tokens.")
@password_file_option
@user_option
@file_option
def token(scopes: tuple[str, ...], days: int, revoked: str, listed: bool, user: str, record: Path) -> None:
    """Make a token for a program that acts for you; it is shown once, and opens no restricted case."""
    from corro.model.permission import Doing
    from corro.vault import Tokens

    if sum(map(bool, (scopes, revoked, listed))) != 1:
        raise BadOptionError("Give --scope, --list or --revoke ID.")
    unknown = sorted(set(scopes) - set(Doing))
    if unknown:
        raise BadOptionError(f"There is no scope {', '.join(unknown)}.")
    keyring = unlocked(record, user)
    tokens = Tokens(keyring.rooms)
    if listed:
        rows = [
            {"id": one.id, "scopes": sorted(one.scopes), "expires_at": one.expires_at.isoformat(), "revoked": one.revoked}
            for one in tokens.all(keyring.name)
        ]
        write_rows(rows, _TOKEN_COLUMNS, "table")
    elif revoked:
        tokens.revoke(keyring, revoked)
        click.echo(f"{revoked} is good for nothing.")
    else:
        click.echo(tokens.make(keyring, [Doing(scope) for scope in scopes], timedelta(days=days)))
