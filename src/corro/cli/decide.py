"""`corro decide`: a person's judgement goes into a record, beside what was computed, and can be undone."""

import getpass
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

import click

from corro.cli.options import DAY, accounts_beside, acting, known_types, record_option, signed_in
from corro.cli.show import opened
from corro.errors import BadOptionError
from corro.model import Assessment, Decision, DecisionKind, moment_after, takes_two
from corro.values import Interval

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
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
    "credibility": (DecisionKind.CREDIBILITY, ""),
    "reliability": (DecisionKind.RELIABILITY, ""),
    "classify": (DecisionKind.CLASSIFICATION, ""),
    "undo": (DecisionKind.UNDO, "undone"),
}
"""What can be decided, as the command line and as the record call it."""

_READ = (DecisionKind.CLAIM, DecisionKind.ASSESSMENT)
_GRADED = (DecisionKind.ASSESSMENT, DecisionKind.CREDIBILITY, DecisionKind.RELIABILITY)
_PAIRS = (DecisionKind.SAME_EVENT, DecisionKind.SAME_LINEAGE)


@click.command("decide")
@click.argument("verdict", type=click.Choice(list(VERDICTS)))
@click.argument("names", nargs=-1, required=True, metavar="ID...")
@click.option(
    "--as",
    "grade",
    default="",
    help="With `assess`: verified, finding, judicially_established, refuted or unverifiable; with `reliability`: A to F; with "
    "`credibility`: 1 to 6; with `classify`: unclassified, confidential or strictly_confidential.",
)
@click.option(
    "--topic", default="", help="With `reliability`: type code (V1) or family (V) that the grade is for; all if left out."
)
@click.option("--from", "since", type=DAY, help="With `reliability`: for what the source put out on this day or later.")
@click.option("--to", "until", type=DAY, help="With `reliability`: for what the source put out on this day or earlier.")
@click.option("--standard", default="", help="The standard of proof that was applied; a finding must name it.")
@click.option("--reason", default="", help="Why; kept with the decision.")
@click.option("--by", default=getpass.getuser, help="Who decides; your user name if left out.")
@record_option
def command(verdict: str, names: tuple[str, ...], reason: str, by: str, record: "RecordPlace", **given: Any) -> None:
    """Keep a judgement: same or not-same events, copies or not-copies, accept or reject a claim, assess an event, grade, undo.

    ID is the id of a claim, or of an event for all its claims, or a report's label for `copies` and `not-copies`; for
    `reliability` the name of a source; for `undo` the id of the decision (corro show decisions). What was computed is computed
    again with it, and comes back when it is undone.
    """
    from corro.pipeline.clock import SystemClock
    from corro.pipeline.decide import decide

    by, kind = acting(record, by), VERDICTS[verdict][0]
    with opened(record) as view:
        subjects = _subjects(view, kind, verdict, names)
        seen = view.seen(subjects) if kind in _READ else ()
        at = moment_after(view.decisions(subjects), SystemClock().now())
    standard = "_".join(given["standard"].lower().split())
    decided = _decided(verdict, given["grade"], standard)
    scope = _scope(kind, given["topic"], given["since"], given["until"])
    made = Decision(kind, subjects, decided, by, at, reason, standard, *scope, seen=seen)
    _sign_for_two(made, record)
    decide([made], record)
    about = f"{verdict} {' '.join(names)}" + (f" as {decided}" if kind in _GRADED else "")
    click.echo(f"{made.id}  {about}, by {by}. Undo: corro decide undo {made.id}")
    if takes_two(made):
        so_far = "Verified by one person" if kind is DecisionKind.ASSESSMENT else "As it was"
        click.echo(f"{so_far} until a second confirms it: corro review second {made.id}")
    if kind is DecisionKind.SAME_EVENT:
        with opened(record) as view:
            click.echo(_events_now(view, subjects))


def _sign_for_two(made: Decision, record: "RecordPlace") -> None:
    """Refuse to have half of what takes two persons decided by somebody of whom a name is all that is known.

    Raises:
        BadOptionError: There is a vault, and nobody signed in to it: one person could be both.
    """
    if takes_two(made) and signed_in(record) is None and accounts_beside(str(record)):
        raise BadOptionError(f"{made.verdict} takes two persons, so the first signs in as well: --user NAME.")


def _decided(verdict: str, grade: str, standard: str) -> str:
    """Return what is decided: the verdict's own word, or what --as gives."""
    kind, decided = VERDICTS[verdict]
    if kind is DecisionKind.ASSESSMENT:
        return _assessment(grade, standard)
    if kind is DecisionKind.CLASSIFICATION:
        return grade
    return grade.upper() if kind in _GRADED else decided


def _scope(kind: DecisionKind, topic: str, since: date | None, until: date | None) -> tuple[str, Interval | None]:
    """Return topic and period of a grade of reliability."""
    if not (topic or since or until):
        return "", None
    if kind is not DecisionKind.RELIABILITY:
        raise BadOptionError("--topic, --from and --to narrow a grade of reliability, and nothing else.")
    known_types([topic] if topic else [])
    if since and until and until < since:
        raise BadOptionError(f"The period {since} to {until} ends before it begins.")
    return topic, Interval(since, until) if since or until else None


def _subjects(view: "RecordView", kind: DecisionKind, verdict: str, names: Sequence[str]) -> tuple[str, ...]:
    if kind in _PAIRS and len(names) < 2:
        raise BadOptionError(f"`{verdict}` takes two ids or more.")
    if kind is DecisionKind.RELIABILITY and len(names) > 1:
        raise BadOptionError("`reliability` grades one source at a time; put a name of several words in quotation marks.")
    finders = {DecisionKind.UNDO: _decisions, DecisionKind.SAME_LINEAGE: _documents, DecisionKind.RELIABILITY: _sources}
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


def _sources(view: "RecordView", names: Sequence[str]) -> Iterable[str]:
    return [view.source_key(name) for name in names]


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
            raise BadOptionError(f"There is no {given!r} among {name.replace('_', ' ')}. There are {', '.join(terms(name))}.")
    if not assessment:
        raise BadOptionError("`assess` needs --as: what the event is held to be.")
    if assessment == Assessment.FINDING and not standard:
        raise BadOptionError("A finding names its standard of proof: --standard reasonable_grounds, for instance.")
    return assessment
