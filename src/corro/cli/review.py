"""`corro review`: what waits for a person, in the order of what it would change; answers, corrections, a second person's word."""

import getpass
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.cli.enter import pairs
from corro.cli.options import accounts_beside, acting, file_option, form_options, record_option, signed_in, user_option
from corro.cli.output import write_rows
from corro.cli.rows import shortened
from corro.cli.show import opened, wrapped
from corro.cli.unlocking import password_file_option
from corro.errors import BadOptionError
from corro.model import LOCAL, Decision, User

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
    from corro.ports import Questions
    from corro.review import Proposal

KINDS = ("event", "link", "dispute", "name", "issue")
PROPOSAL_COLUMNS = ("id", "kind", "state", "would_change", "what", "why")
LINES_SHOWN = 30
"""Proposals of a table unless --limit says otherwise. Source: own choice, what one takes in at a sitting."""

_REASON = click.option("--reason", default="", help="Why; kept with the answer. Only what is accepted needs none.")
_BY = click.option("--by", default=getpass.getuser, help="Who answers; your user name if left out.")


@click.group("review", epilog="\b\nFor instance:\n  corro review list\n  corro review accept QE-7KQ2MD\n")
def command() -> None:
    """List what waits for a person, and answer: accept, reject, unsure, edit; confirm what another person decided."""


@command.command("list", epilog="\b\nFor instance:\n  corro review list --kind dispute --limit 5\n")
@click.option("--kind", "kinds", multiple=True, type=click.Choice(KINDS), help="Only these; may be given more than once.")
@click.option("--all", "everything", is_flag=True, help="Also what is settled.")
@click.option("--limit", type=click.IntRange(min=1), help="At most so many; if left out, 30 in a table and all elsewhere.")
@form_options
@record_option
def listed(kinds: tuple[str, ...], everything: bool, limit: int | None, form: str, record: "RecordPlace") -> None:
    """List proposals: what came back first, then what would change most deadlines, register lines, events and claims."""
    with opened(record) as view:
        found = view.review(kinds or KINDS, everything=everything)
        waiting = view.waiting_for_second()
    part = found[: limit or (LINES_SHOWN if form == "table" else None)]
    shown = map(proposal_row, part)
    write_rows(map(shortened_row, shown) if form == "table" else shown, PROPOSAL_COLUMNS, form)
    if form == "table":
        click.echo(f"{len(part)} of {len(found)} shown." if found else "Nothing waits for anybody.", err=True)
        for one in waiting:
            click.echo(f"{one.id}: {one.verdict} by {one.by} waits for a second person (corro review second {one.id}).", err=True)


def proposal_row(proposal: "Proposal") -> dict[str, Any]:
    """Return a proposal as a row."""
    return {
        "id": proposal.slug,
        "proposal_id": proposal.id,
        "kind": proposal.kind.value,
        "state": proposal.state.value,
        "would_change": proposal.change.words,
        "what": proposal.what,
        "why": proposal.returned or proposal.why,
        "topic": proposal.topic,
        "about": list(proposal.subjects),
        "decision": proposal.decision,
    }


def shortened_row(row: dict[str, Any]) -> dict[str, Any]:
    """Return a row whose long cells are cut: `corro review show` has all of it."""
    return {**row, "what": shortened(row["what"]), "why": shortened(row["why"])}


@command.command("show", epilog="\b\nFor instance:\n  corro review show QE-7KQ2MD\n")
@click.argument("name", metavar="PROPOSAL")
@record_option
def show(name: str, record: "RecordPlace") -> None:
    """Show a proposal with the very words that it rests on."""
    with opened(record) as view:
        found = view.proposal(name)
        claims = view.claims_by_id(found.subjects)
        documents = view.documents_by_id([claim.document_id for claim in claims.values()])
    click.echo(f"{found.slug}  {found.kind.value}, {found.state.value}: {found.what}")
    click.echo(wrapped(f"{found.returned or found.why}. An answer would change {found.change.words}.", "  ", "  "))
    for claim in sorted(claims.values(), key=lambda one: (documents[one.document_id].label, one.passage)):
        document = documents[claim.document_id]
        click.echo(wrapped(f"{document.label}: “{claim.passage.of(document.text)}”", "  · ", "    "))
        roles = ", ".join(f"{slot.role} “{slot.span.of(document.text)}”" for slot in claim.slots)
        click.echo(wrapped(f"{claim.id}  {claim.type}: {roles}", "    ", "    "))


def _answer(verdict: str, name: str, reason: str, by: str, record: "RecordPlace") -> None:
    from corro.pipeline.opening import open_to_write
    from corro.pipeline.reviewing import Judgement, judge_in

    store = open_to_write(record)
    try:
        made = judge_in(store, name, Judgement(verdict, acting(record, by), reason, user=user_of(record)))
    finally:
        store.close()
    click.echo(f"{made.id}  {name} {verdict}, by {made.by}. Undo: corro decide undo {made.id}")


def user_of(record: "RecordPlace") -> User:
    """Return whose rights are asked: whoever signed in, else the one user of this machine."""
    return signed_in(record) or LOCAL


@command.command("accept", epilog="\b\nFor instance:\n  corro review accept QE-7KQ2MD\n")
@click.argument("name", metavar="PROPOSAL")
@_REASON
@_BY
@record_option
def accept(name: str, reason: str, by: str, record: "RecordPlace") -> None:
    """Accept a proposal: the event holds, the two are one, the dispute is one, the name is meant, the doubt is right."""
    _answer("accepted", name, reason, by, record)


@command.command("reject", epilog='\b\nFor instance:\n  corro review reject QE-7KQ2MD --reason "a drill, not an attack"\n')
@click.argument("name", metavar="PROPOSAL")
@_REASON
@_BY
@record_option
def reject(name: str, reason: str, by: str, record: "RecordPlace") -> None:
    """Reject a proposal, and say why; what it rests on stays in the record."""
    _answer("rejected", name, reason, by, record)


@command.command("unsure", epilog='\b\nFor instance:\n  corro review unsure QL-7KQ2MD --reason "ask the office in Gao"\n')
@click.argument("name", metavar="PROPOSAL")
@_REASON
@_BY
@record_option
def unsure(name: str, reason: str, by: str, record: "RecordPlace") -> None:
    """Leave a proposal open, and say why; it goes to the end of the queue."""
    _answer("unsure", name, reason, by, record)


@command.command("edit", epilog='\b\nFor instance:\n  corro review edit CLAIM --set killed=13 --reason "it says thirteen"\n')
@click.argument("claim", metavar="CLAIM")
@click.option(
    "--set",
    "given",
    multiple=True,
    required=True,
    metavar="ROLE=VALUE",
    help="What a role is to hold; nothing behind = takes it away.",
)
@_REASON
@_BY
@record_option
def edit(claim: str, given: tuple[str, ...], reason: str, by: str, record: "RecordPlace") -> None:
    """Correct how a claim was read: what the report says, not what you hold; undone, the machine's reading is back."""
    from corro.pipeline.opening import open_to_write
    from corro.pipeline.reviewing import Judgement, edit_in

    store = open_to_write(record)
    try:
        made = edit_in(store, claim, pairs(given), Judgement("accepted", acting(record, by), reason, user=user_of(record)))
    finally:
        store.close()
    click.echo(f"{made.id}  {claim} corrected, by {made.by}. Undo: corro decide undo {made.id}")


@command.command(
    "second",
    epilog="\b\nFor instance:\n  corro review second decision_4f1c --user ben\n  corro review second decision_4f1c --out b.json\n",
)
@click.argument("name", metavar="DECISION")
@click.option("--refuse", is_flag=True, help="Refuse it instead of confirming it; say why.")
@click.option(
    "--out", type=click.Path(path_type=Path, dir_okay=False), help="Write the signed answer into a file for another machine."
)
@click.option("--force", is_flag=True, help="With --out: write over a file that is there.")
@_REASON
@user_option
@password_file_option
@file_option
def second(name: str, refuse: bool, out: Path | None, force: bool, reason: str, user: str, record: Path) -> None:
    """Confirm, as a second person with an account of your own, what another person decided: a finding takes two.

    Without --out the answer goes into this record; with it, into a file that the first person's machine takes (`review take`).
    """
    from corro.cli.unlocking import unlocked
    from corro.pipeline.opening import open_to_write
    from corro.pipeline.seconding import second as answered
    from corro.pipeline.seconding import take_second, write_second

    keyring = unlocked(record, user)
    store = open_to_write(record)
    try:
        made = answered(store.questions, keyring, name, "refused" if refuse else "confirmed", reason)
        if out:
            write_second(made, out, force=force)
        else:
            _known_first(store.questions, made, record)
            take_second(store, made, keyring)
    finally:
        store.close()
    click.echo(f"{made.id}  {name} {made.verdict} by {made.by}, with the key {made.key[:16]}" + (f", in {out}." if out else "."))


def _known_first(questions: "Questions", answer: Decision, record: Path) -> None:
    """Refuse to confirm here what somebody decided of whom a name is all that is known: it could be the same person."""
    (first,) = [one for one in questions.decisions() if one.id == answer.subjects[0]]
    if first.by not in accounts_beside(record):
        raise BadOptionError(
            f"Nobody here knows {first.by}, who made this decision: they make it again signed in (--user), or take your signed "
            "answer on their own machine (--out)."
        )


@command.command("take", epilog='\b\nFor instance:\n  corro review take ben.json --key "9f3a 1c02 77be 4410"\n')
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option("--key", default="", help="First 16 digits of the signer's key, as they told you themselves; needed the first time.")
@file_option
def take(file: Path, key: str, record: Path) -> None:
    """Take a second person's signed answer from another machine, after checking who signed it."""
    from corro.pipeline.opening import open_to_write
    from corro.pipeline.seconding import read_second, take_second

    made = read_second(file)
    store = open_to_write(record)
    try:
        take_second(store, made, fingerprint=key)
    finally:
        store.close()
    click.echo(f"{made.id}  {made.subjects[0]} {made.verdict} by {made.by}.")
