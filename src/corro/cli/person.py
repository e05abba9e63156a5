"""`corro person`: witnesses, sources and briefers: who they are, what they consented to, what they risk; all of it in the vault."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.casework import ALL_USES, ConsentAct, ConsentKind, RiskLevel, RiskReview, Use, allowed
from corro.cli.options import DAY, file_option, form_options, user_option
from corro.cli.output import write_rows
from corro.cli.unlocking import password_file_option, typed, unlocked
from corro.errors import BadOptionError

if TYPE_CHECKING:
    from corro.keyring import Keyring
    from corro.pipeline.followup import Copy

PERSON_COLUMNS = ("code", "allows", "risk", "next_look")
COPY_COLUMNS = ("where", "what", "which", "at", "told", "recall")
DUE_COLUMNS = ("code", "due", "next_look", "events")

_USES = click.Choice([use.value for use in Use])


@click.group("person")
def command() -> None:
    """Keep witnesses, sources and briefers in the vault; everything outside knows a random code only."""


@command.command()
@user_option
@password_file_option
@file_option
def new(user: str, record: Path) -> None:
    """Put a person into the vault, and print their code. Who they are is asked for, so that no shell remembers it."""
    from corro.pipeline.people import new_person

    keyring = unlocked(record, user)
    click.echo("Lines such as `name: …`, `contact: …`, `language: …`; an empty line ends.", err=True)
    click.echo(new_person(keyring, dict(_typed_lines())))


def _typed_lines() -> Iterable[tuple[str, str]]:
    while line := typed("", default="").strip():
        name, colon, value = line.partition(":")
        if not colon:
            raise BadOptionError("Write each line as `name: value`.")
        yield name.strip().lower(), value.strip()


@command.command("list")
@form_options
@user_option
@password_file_option
@file_option
def list_people(form: str, user: str, record: Path) -> None:
    """List the persons that you may open, by code, with what they allow; of others, nothing is said."""
    from corro.pipeline.people import people

    keyring = unlocked(record, user)
    if write_rows([_person_row(keyring, code) for code in people(keyring)], PERSON_COLUMNS, form) == 0:
        click.echo("There is no person that you may open.", err=True)


def _person_row(keyring: "Keyring", code: str) -> dict[str, object]:
    from corro.pipeline.people import consents, reviews

    looked = reviews(keyring, code, "list of persons")
    uses = sorted(allowed(consents(keyring, code, "list of persons"), _today()))
    risk, next_look = (looked[-1].level.value, looked[-1].next_on.isoformat()) if looked else ("", "")
    return {"code": code, "allows": uses, "risk": risk, "next_look": next_look}


@command.command()
@click.argument("code")
@click.option("--why", required=True, help="What for; each look is in the vault's log.")
@user_option
@password_file_option
@file_option
def show(code: str, why: str, user: str, record: Path) -> None:
    """Show who somebody is, and what they consented to when, in which language, and how it was obtained."""
    from corro.pipeline.people import consents, the_person

    keyring = unlocked(record, user)
    for name, value in the_person(keyring, code, why).identity.items():
        click.echo(f"{name:12}{value}")
    for act in consents(keyring, code, why):
        how = f" ({act.language}; {act.how}; noted by {act.by})" if act.how else ""
        click.echo(f"{act.on.isoformat()}  {act.kind.value}: {', '.join(sorted(act.uses))}{how}")


@command.command()
@click.argument("code")
@click.argument("account")
@user_option
@password_file_option
@file_option
def grant(code: str, account: str, user: str, record: Path) -> None:
    """Let another account see who somebody is."""
    from corro.pipeline.people import grant_person

    grant_person(unlocked(record, user), code, account)
    click.echo(f"{account} may open {code}.")


@command.command()
@click.argument("code")
@click.option("--for", "uses", type=_USES, multiple=True, required=True, help="What for; all that is given from now on.")
@click.option("--on", type=DAY, help="The day on which it was given; today if left out.")
@click.option("--language", required=True, help="The language in which it was asked and given.")
@click.option("--how", required=True, help="How it was obtained: signed, spoken and recorded …")
@user_option
@password_file_option
@file_option
def consent(code: str, uses: tuple[str, ...], on: date | None, language: str, how: str, user: str, record: Path) -> None:
    """Note what a person consents to. It says the whole: what is not named is no longer given."""
    from corro.pipeline.people import give_consent

    act = ConsentAct(ConsentKind.GIVEN, on or _today(), frozenset(map(Use, uses)), language, how, user)
    _say_allowed(code, give_consent(unlocked(record, user), code, act, _today()))


@command.command()
@click.argument("code")
@click.option("--for", "uses", type=_USES, multiple=True, help="What is taken back; everything if left out.")
@click.option("--on", type=DAY, help="The day on which it was taken back; today if left out.")
@form_options
@user_option
@password_file_option
@file_option
def withdraw(code: str, uses: tuple[str, ...], on: date | None, form: str, user: str, record: Path) -> None:
    """Note what a person takes back, and list what went out with their code and has to be recalled."""
    from corro.pipeline.people import withdraw_consent

    keyring = unlocked(record, user)
    left = withdraw_consent(keyring, code, frozenset(map(Use, uses)) or ALL_USES, on or _today(), _today())
    _say_allowed(code, left)
    _say_copies(keyring, record, code, left, form)


@command.command()
@click.argument("code")
@click.option("--reason", required=True, help="Why; kept in the vault's log. No names.")
@form_options
@user_option
@password_file_option
@file_option
def erase(code: str, reason: str, form: str, user: str, record: Path) -> None:
    """Destroy a person's entry by destroying its key, and list what has to be followed up. It cannot be undone."""
    from corro.pipeline.people import erase_person

    keyring = unlocked(record, user)
    click.confirm(f"Destroy all that is known of {code}?", abort=True, err=True)
    erase_person(keyring, code, reason)
    click.echo(f"{code} is erased. Copies of the vault's file made before still hold the key: destroy them too.", err=True)
    _say_copies(keyring, record, code, frozenset(), form)


@command.command()
@click.argument("code")
@click.argument("level", type=click.Choice([level.value for level in RiskLevel]))
@click.option("--next", "next_on", type=DAY, help="When it is looked at again; by the level if left out.")
@user_option
@password_file_option
@file_option
def risk(code: str, level: str, next_on: date | None, user: str, record: Path) -> None:
    """Note how great a person's risk was found. What was found, and the names tied to the person, are asked for."""
    from corro.pipeline.people import a_review, look_at_risk

    keyring = unlocked(record, user)
    plain = a_review(RiskLevel(level), _today(), user, next_on)
    note = typed("What was found", default="")
    watched = tuple(name.strip() for name in typed("Names to watch, by ;", default="").split(";") if name.strip())
    made = look_at_risk(keyring, code, RiskReview(plain.level, plain.on, plain.next_on, user, note, watched))
    click.echo(f"{code}: {made.level.value}, to be looked at again on {made.next_on.isoformat()}.")


@command.command()
@form_options
@user_option
@password_file_option
@file_option
def due(form: str, user: str, record: Path) -> None:
    """List persons whose risk is to be looked at, and those whom an event may touch: an arrest, a threat, an order to leave."""
    from corro.model.answer import ALL
    from corro.pipeline.people import risk_alerts
    from corro.pipeline.view import open_record

    keyring = unlocked(record, user)
    events = []
    if record.exists():
        with open_record(record) as view:
            events = [view.event(line.id) for line in view.events(window=ALL)]
    rows = [
        {"code": one.code, "due": one.due, "next_look": one.due_on.isoformat() if one.due_on else "", "events": list(one.events)}
        for one in risk_alerts(keyring, events, _today())
    ]
    if write_rows(rows, DUE_COLUMNS, form) == 0:
        click.echo("Nobody's risk wants looking at.", err=True)


@command.command()
@click.argument("code")
@form_options
@user_option
@password_file_option
@file_option
def copies(code: str, form: str, user: str, record: Path) -> None:
    """List where a person's code stands: what went out with it, and lines of registers."""
    from corro.pipeline.people import consents

    keyring = unlocked(record, user)
    _say_copies(keyring, record, code, allowed(consents(keyring, code, "follow-up"), _today()), form)


def _say_allowed(code: str, uses: Iterable[Use]) -> None:
    click.echo(f"{code} allows: {', '.join(sorted(uses)) or 'nothing'}.", err=True)


def _say_copies(keyring: "Keyring", record: Path, code: str, left: frozenset[Use], form: str) -> None:
    from corro.pipeline.cases import CaseRecord, cases
    from corro.pipeline.followup import copies as copies_of
    from corro.pipeline.opening import RecordPlace

    records: dict[str, RecordPlace] = {str(record): record} if record.exists() else {}
    records |= {case.code: CaseRecord(keyring, case.code, "follow-up") for case in cases(keyring, "follow-up")}
    found: Sequence[Copy] = copies_of(code, records, left)
    if write_rows([{name: getattr(one, name) for name in COPY_COLUMNS} for one in found], COPY_COLUMNS, form) == 0:
        click.echo("No release and no register of what you may open names this code.", err=True)


def _today() -> date:
    from corro.pipeline.clock import SystemClock

    return SystemClock().today()
