"""`corro case`: restricted cases, each a whole record of its own that lies sealed in the vault."""

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.casework import Audience, Classification
from corro.cli.options import DAY, file_option, form_options, user_option
from corro.cli.output import write_rows
from corro.cli.unlocking import password_file_option, typed, unlocked

if TYPE_CHECKING:
    from corro.casework.approval import Approval
    from corro.pipeline.cases import Case

CASE_COLUMNS = ("code", "title", "level", "until", "hold", "persons", "opened_by")
DUE_COLUMNS = ("code", "what", "until")
APPROVAL_COLUMNS = ("code", "form", "for", "reason", "asked_by", "approved_by", "used")


@click.group("case")
def command() -> None:
    """Open restricted cases, let others into them, see to how long they are kept, destroy them.

    What is done in a case is done by the other commands: corro build REPORTS --case CODE, corro show events --case CODE, and so on.
    """


@command.command()
@click.option("--until", type=DAY, help="The day until which it is kept.")
@user_option
@password_file_option
@file_option
def new(until: date | None, user: str, record: Path) -> None:
    """Open a restricted case under a key of its own. Its title is asked for, so that no shell remembers it."""
    from corro.pipeline.cases import new_case
    from corro.pipeline.clock import SystemClock

    keyring = unlocked(record, user)
    made = new_case(keyring, typed("Title"), SystemClock().now(), until)
    click.echo(f"{made.code} is open. Next: corro build REPORTS --case {made.code}")


@command.command("list")
@form_options
@user_option
@password_file_option
@file_option
def list_cases(form: str, user: str, record: Path) -> None:
    """List the cases that you may open; of others, nothing is said."""
    from corro.pipeline.cases import cases

    if write_rows([case_row(case) for case in cases(unlocked(record, user))], CASE_COLUMNS, form) == 0:
        click.echo("There is no case that you may open.", err=True)


def case_row(case: "Case") -> dict[str, object]:
    """Return a case as a row."""
    told = {"code": case.code, "title": case.title, "level": case.level.value, "hold": case.hold, "persons": list(case.persons)}
    return {**told, "until": case.until.isoformat() if case.until else "", "opened_by": case.opened_by}


@command.command()
@click.argument("code")
@click.argument("account")
@user_option
@password_file_option
@file_option
def grant(code: str, account: str, user: str, record: Path) -> None:
    """Let another account open a case."""
    from corro.pipeline.cases import grant_case

    grant_case(unlocked(record, user), code, account)
    click.echo(f"{account} may open {code}.")


@command.command()
@click.argument("code")
@click.argument("account")
@user_option
@password_file_option
@file_option
def revoke(code: str, account: str, user: str, record: Path) -> None:
    """Let an account open a case no more; what it was sealed with is made anew."""
    from corro.pipeline.cases import revoke_case

    revoke_case(unlocked(record, user), code, account)
    click.echo(f"{account} may no longer open {code}. What they saw, they saw.")


@command.command()
@click.argument("code")
@click.option("--until", type=DAY, help="The day until which it is kept.")
@click.option("--hold", default="", help="Why it must be kept longer (a court asks for it); left out, a hold is taken off.")
@user_option
@password_file_option
@file_option
def keep(code: str, until: date | None, hold: str, user: str, record: Path) -> None:
    """Set the day until which a case is kept, or hold it beyond that day."""
    from corro.pipeline.cases import retain_case
    from corro.pipeline.clock import SystemClock

    kept = retain_case(unlocked(record, user), code, until, SystemClock().today(), hold)
    click.echo(f"{code} is kept until {kept.until or 'somebody sets a day'}" + (f", and held: {kept.hold}" if kept.hold else "."))


@command.command()
@form_options
@user_option
@password_file_option
@file_option
def due(form: str, user: str, record: Path) -> None:
    """List the cases whose day has come or is near, or for which nobody has set one."""
    from corro.pipeline.cases import cases_due
    from corro.pipeline.clock import SystemClock

    found = cases_due(unlocked(record, user), SystemClock().today())
    rows = [{"code": one.code, "what": one.what, "until": one.until.isoformat() if one.until else ""} for one in found]
    if write_rows(rows, DUE_COLUMNS, form) == 0:
        click.echo("No case wants seeing to.", err=True)


@command.command()
@click.argument("code")
@click.argument("level", type=click.Choice([level.value for level in Classification]))
@click.option("--reason", required=True, help="Why.")
@user_option
@password_file_option
@file_option
def classify(code: str, level: str, reason: str, user: str, record: Path) -> None:
    """Say how confidential a case is: raising holds at once, lowering once a second account has asked for it too."""
    from corro.pipeline.cases import classify_case
    from corro.pipeline.clock import SystemClock

    wanted = Classification(level)
    said = classify_case(unlocked(record, user), code, wanted, SystemClock().now(), reason)
    waits = "" if said.level is wanted else " A second account has to ask for the same before it is lowered."
    click.echo(f"{code} is {said.level.marking}.{waits}")


@command.command()
@click.argument("code")
@click.argument("person")
@user_option
@password_file_option
@file_option
def tie(code: str, person: str, user: str, record: Path) -> None:
    """Note that a person is tied to a case, by their code."""
    from corro.pipeline.cases import tie_person

    tied = tie_person(unlocked(record, user), code, person)
    click.echo(f"{code}: {', '.join(tied.persons)}")


@command.command()
@click.argument("code")
@click.option("--off", is_flag=True, help="Take the guard off again; only a custodian may.")
@user_option
@password_file_option
@file_option
def guard(code: str, user: str, record: Path, *, off: bool) -> None:
    """Let nothing leave a case (exports, briefs) but what another person approved."""
    from corro.pipeline.approvals import guard_case

    guarded = guard_case(unlocked(record, user), code, guarded=not off).guarded
    click.echo(
        f"{code}: " + ("what leaves it wants another person's approval." if guarded else "what leaves it wants no approval.")
    )


@command.command()
@click.argument("code")
@click.argument("form")
@click.option("--for", "audience", type=click.Choice([one.value for one in Audience]), required=True, help="Whom it is for.")
@click.option("--reason", required=True, help="Why it is to leave; sealed with the case.")
@user_option
@password_file_option
@file_option
def ask(code: str, form: str, audience: str, reason: str, user: str, record: Path) -> None:
    """Ask that an export (its FORM) or a `brief` may leave a guarded case."""
    from corro.pipeline.approvals import ask_approval
    from corro.pipeline.clock import SystemClock

    asked = ask_approval(unlocked(record, user), code, (form, audience), reason, SystemClock().now())
    click.echo(f"{asked.code}: another person can approve it with `corro case approve {code} {asked.code}`.")


@command.command()
@click.argument("code")
@click.argument("approval")
@user_option
@password_file_option
@file_option
def approve(code: str, approval: str, user: str, record: Path) -> None:
    """Approve what another person asked to take out of a case; it serves once, within two weeks."""
    from corro.pipeline import approvals
    from corro.pipeline.clock import SystemClock

    approved = approvals.approve(unlocked(record, user), code, approval, SystemClock().now())
    click.echo(f"{approved.code}: {approved.asked_by} may take out {approved.form} for {approved.audience}, once.")


@command.command("approvals")
@click.argument("code")
@form_options
@user_option
@password_file_option
@file_option
def list_approvals(code: str, form: str, user: str, record: Path) -> None:
    """List what was asked to leave a case, who approved it, and what has left."""
    from corro.pipeline.approvals import approvals

    found = approvals(unlocked(record, user), code)
    rows = [{"code": one.code, "form": one.form, "for": one.audience, "asked_by": one.asked_by, **_became(one)} for one in found]
    if write_rows(rows, APPROVAL_COLUMNS, form) == 0:
        click.echo("Nobody has asked for anything.", err=True)


def _became(asked: "Approval") -> dict[str, str]:
    approved = asked.approved_by or "nobody yet"
    return {"reason": asked.reason, "approved_by": approved, "used": asked.used_at.isoformat() if asked.used_at else ""}


@command.command()
@click.argument("code")
@click.option("--reason", required=True, help="Why; kept in the vault's log. No names.")
@user_option
@password_file_option
@file_option
def close(code: str, reason: str, user: str, record: Path) -> None:
    """Destroy a case: its key, and with it everything that it holds. It cannot be undone."""
    from corro.pipeline.cases import close_case

    keyring = unlocked(record, user)
    click.confirm(f"Destroy {code} and everything in it?", abort=True, err=True)
    close_case(keyring, code, reason)
    click.echo(f"{code} is destroyed. Copies of the vault's file made before still hold its key: destroy them too.")
