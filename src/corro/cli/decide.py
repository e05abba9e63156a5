"""`corro decide`: a person's judgement goes into a record, beside what was computed, and can be undone."""

import getpass
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.options import record_option
from corro.cli.show import opened
from corro.errors import BadOptionError
from corro.model import Decision, DecisionKind

if TYPE_CHECKING:
    from corro.pipeline.view import RecordView

VERDICTS = {
    "same": (DecisionKind.SAME_EVENT, "same"),
    "not-same": (DecisionKind.SAME_EVENT, "not_same"),
    "unsure": (DecisionKind.SAME_EVENT, "unsure"),
    "copies": (DecisionKind.SAME_LINEAGE, "same"),
    "not-copies": (DecisionKind.SAME_LINEAGE, "not_same"),
    "accept": (DecisionKind.CLAIM, "accepted"),
    "reject": (DecisionKind.CLAIM, "rejected"),
    "assess": (DecisionKind.ASSESSMENT, ""),
    "undo": (DecisionKind.UNDO, "undone"),
}
"""What can be decided, as the command line and as the record call it."""

_PAIRS = (DecisionKind.SAME_EVENT, DecisionKind.SAME_LINEAGE)


@click.command("decide")
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--as", "assessment", default="", help="With `assess`: verified, finding, judicially_established, refuted or unverifiable."
)
@click.option("--standard", default="", help="The standard of proof that was applied; a finding must name it.")
@click.option("--reason", default="", help="Why; kept with the decision.")
@click.option("--by", default=getpass.getuser, help="Who decides; your user name if left out.")
@record_option
def command(verdict: str, names: tuple[str, ...], assessment: str, standard: str, reason: str, by: str, record: Path) -> None:
    """Keep a judgement: same or not-same events, copies or not-copies, accept or reject a claim, assess an event, undo.

    ID is the id of a claim, or of an event for all its claims, or a report's label for `copies` and `not-copies`; for `undo` the
    id of the decision (corro show decisions). What was computed is computed again with it, and comes back when it is undone.
    """
    from corro.pipeline.clock import SystemClock
    from corro.pipeline.decide import decide

    kind, decided = VERDICTS[verdict]
    with opened(record) as view:
        subjects = _subjects(view, kind, verdict, names)
    if kind is DecisionKind.ASSESSMENT:
        decided = _assessment(assessment, standard)
    made = Decision(kind, subjects, decided, by, SystemClock().now(), reason, standard)
    decide([made], record)
    about = f"{verdict} {' '.join(names)}" + (f" as {decided}" if kind is DecisionKind.ASSESSMENT else "")
    click.echo(f"{made.id}  {about}, by {by}. Undo: corro decide undo {made.id}")
    if kind is DecisionKind.SAME_EVENT:
        with opened(record) as view:
            click.echo(_events_now(view, subjects))


def _subjects(view: "RecordView", kind: DecisionKind, verdict: str, names: Sequence[str]) -> tuple[str, ...]:
    if kind in _PAIRS and len(names) < 2:
        raise BadOptionError(f"`{verdict}` takes two ids or more.")
    finders = {DecisionKind.UNDO: _decisions, DecisionKind.SAME_LINEAGE: _documents}
    if verdict == "not-same" and any(name not in view.claims_by_id(names) for name in names):
        raise BadOptionError("`not-same` takes ids of claims: say which of an event's claims do not belong together.")
    return tuple(sorted(set(finders.get(kind, _claims)(view, names))))


def _decisions(view: "RecordView", names: Sequence[str]) -> Iterable[str]:
    known = [decision.id for decision in view.decisions()]
    found = {name: [one for one in known if one.startswith(name)] for name in names}
    unclear = [name for name, fitting in found.items() if len(fitting) != 1]
    if unclear:
        raise BadOptionError(f"There is no decision, or more than one, of that name: {', '.join(unclear)}.", ids=unclear)
    return [fitting[0] for fitting in found.values()]


def _documents(view: "RecordView", names: Sequence[str]) -> Iterable[str]:
    return [view.document_id(name) for name in names]


def _claims(view: "RecordView", names: Sequence[str]) -> Iterable[str]:
    """Return the claims of these names, an event standing for all that are behind it."""
    known = view.claims_by_id(names)
    return [claim for name in names for claim in ([name] if name in known else view.event(name).claims)]


def _events_now(view: "RecordView", claims: Sequence[str]) -> str:
    """Say of which events these claims are now: what was decided may stand beside other reasons to keep them apart."""
    slugs = sorted({view.event(claim).slug for claim in claims if view.claims_by_id([claim])})
    return f"These claims are now of {'one event' if len(slugs) == 1 else f'{len(slugs)} events'}: {', '.join(slugs)}."


def _assessment(assessment: str, standard: str) -> str:
    from corro.vocab import terms

    for name, given in (("assessments", assessment), ("standards_of_proof", standard)):
        if given and given not in terms(name):
            raise BadOptionError(f"There is no {given}. There are {', '.join(terms(name))}.")
    if not assessment:
        raise BadOptionError("`assess` needs --as: what the event is held to be.")
    if assessment == "finding" and not standard:
        raise BadOptionError("A finding names its standard of proof: --standard reasonable_grounds, for instance.")
    return assessment
