"""`corro show`: lists of the record, as tables, JSON or CSV."""

import textwrap
from collections.abc import Iterable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

import click

from corro.cli import rows
from corro.cli.options import DAY, event_filter, event_options, form_options, known_types, record_option, window_options
from corro.cli.output import Row, write_rows
from corro.cli.show_figures import figures, heard
from corro.cli.show_registers import item, registers
from corro.model import standing
from corro.model.answer import ClaimFilter, DifferenceFilter, Page, Window
from corro.model.claim import Modality
from corro.model.link import DisputeKind, Relation

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.view import RecordView

Line = TypeVar("Line")
LINES_SHOWN = 100
"""Lines of a table unless --limit says otherwise; the rest is counted. Source: own choice, two screens."""

WIDTH = 120
"""Characters a line of blocks of text. Source: fits a terminal of half a laptop screen."""


@click.group("show")
def command() -> None:
    """List events, claims, disputes, sources, registers, issues, receipts, decisions, moves of events, changes of versions."""


command.add_command(registers)
command.add_command(item)
command.add_command(figures)
command.add_command(heard)


def opened(record: "RecordPlace") -> "RecordView":
    """Open a record for reading."""
    from corro.pipeline.view import open_record

    return open_record(record)


def window(limit: int | None, offset: int, form: str) -> Window:
    """Return the part of a list that is wanted: in a table the first lines unless more are asked for, elsewhere all of it."""
    return Window(offset, limit or (LINES_SHOWN if form == "table" else None))


def listed(page: Page[Line], shown: Iterable[Row], columns: Sequence[str], form: str) -> None:
    """Write a page, and say on the error output what the list leaves out, or that it is empty."""
    left_out(page, write_rows(shown, columns, form), form)


def left_out(page: Page[Line], count: int, form: str) -> None:
    """Say on the error output what a list leaves out, or that it is empty."""
    if form == "table" and page.total > count:
        click.echo(f"{count} of {page.total} shown; --limit and --offset show the others.", err=True)
    if page.total == 0:
        click.echo("Nothing in this record fits.", err=True)


@command.command()
@event_options
@window_options
@form_options
@record_option
def events(limit: int | None, offset: int, form: str, record: "RecordPlace", **wanted: Any) -> None:
    """List events: when, where, what, and how many independent lineages stand behind each."""
    with opened(record) as view:
        page = view.events(event_filter(wanted), window(limit, offset, form))
        columns = rows.EVENT_TABLE if form == "table" else rows.EVENT_COLUMNS
        listed(page, map(rows.event_row, page), columns, form)
        if form == "table" and page.total == view.totals().events:
            _say_what_makes_no_event(view)


def _say_what_makes_no_event(view: "RecordView") -> None:
    """Say on the error output that there are claims which no list of events shows."""
    left = view.claims(ClaimFilter(eventless=True), Window(0, 1)).total
    if left:
        why = "denied, to come, conditional, a total, or of a caption"
        click.echo(f"{left} more claims make no event ({why}): corro show claims --no-event", err=True)


@command.command()
@click.option("--type", "types", multiple=True, help="Type code or family letter; may be given more than once.")
@click.option("--event", default="", help="Claims about this event (id or slug).")
@click.option("--document", default="", help="Claims in this document (id or label).")
@click.option("--no-event", "eventless", is_flag=True, help="Claims that make no event: denied, to come, conditional, totals.")
@click.option("--holder", default="", help="Words of the name of whoever puts it forward.")
@click.option("--modality", type=click.Choice([modality.value for modality in Modality]), help="How the text tells it.")
@window_options
@form_options
@record_option
def claims(limit: int | None, offset: int, form: str, record: "RecordPlace", **wanted: Any) -> None:
    """List claims: who puts what forward, in which words."""
    with opened(record) as view:
        page = view.claims(_claim_filter(view, **wanted), window(limit, offset, form))
        documents = view.documents_by_id([claim.document_id for claim in page])
        grades = view.grades(page.lines, documents)
        shown = (rows.claim_row(claim, documents[claim.document_id], grades[claim.id]) for claim in page)
        listed(page, shown, rows.CLAIM_COLUMNS, form)


def _claim_filter(
    view: "RecordView", *, types: tuple[str, ...], event: str, document: str, holder: str, modality: str, eventless: bool
) -> ClaimFilter:
    known_types(types)
    return ClaimFilter(
        types=types,
        document_id=view.document_id(document) if document else "",
        event_id=view.event_id(event) if event else "",
        holder=holder,
        modality=Modality(modality) if modality else None,
        eventless=eventless,
    )


@command.command()
@click.option("--relation", type=click.Choice([relation.value for relation in Relation]), help="Only this relation.")
@click.option("--kind", type=click.Choice([kind.value for kind in DisputeKind]), help="Only this kind of dispute.")
@click.option("--field", default="", help="The role that they are about (time, target, killed …).")
@click.option("--event", default="", help="Differences about this event (id or slug).")
@window_options
@form_options
@record_option
def disputes(limit: int | None, offset: int, form: str, record: "RecordPlace", **wanted: str | None) -> None:
    """List how reports differ: disputes first, then updates, narrower figures, other units and slips."""
    given = {name: value for name, value in wanted.items() if value}
    event = given.pop("event", "")
    with opened(record) as view:
        narrowed = DifferenceFilter(**given, event_id=view.event_id(event) if event else "")
        page = view.differences(narrowed, window(limit, offset, form))
        shown = [rows.difference_row(difference, view.about(difference)) for difference in page]
        if form == "table":
            click.echo("\n\n".join(map(difference_block, shown)))
            left_out(page, len(shown), form)
        else:
            listed(page, shown, rows.DIFFERENCE_COLUMNS, form)


def difference_block(row: Row) -> str:
    """Return a difference as lines: what it is about, the positions one below the other, and the rule in words."""
    kind = f" of {row['kind']}" if row["kind"] else ""
    head = f"{row['about']}  {row['field'].replace('_', ' ')}: {row['relation'].replace('_', ' ')}{kind}"
    positions = [wrapped(position, "  · ", "    ") for position in row["positions"]]
    return "\n".join([head, *positions, wrapped(f"{row['why']} [{row['rule']}]", "  ", "  ")])


def wrapped(text: str, first: str, others: str) -> str:
    """Return a text in lines of the usual width."""
    return textwrap.fill(text, WIDTH, initial_indent=first, subsequent_indent=others, break_on_hyphens=False)


@command.command()
@window_options
@form_options
@record_option
def sources(limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """List documents with their outlet, date and lineage: documents of one lineage are not independent."""
    with opened(record) as view:
        page = view.documents(window(limit, offset, form))
        listed(page, map(rows.source_row, page), rows.SOURCE_COLUMNS, form)


@command.command()
@click.option("--code", default="", help="Only this code (weekday_clash, broken_character …).")
@click.option("--document", default="", help="Only this document (id or label).")
@window_options
@form_options
@record_option
def issues(code: str, document: str, limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """List what is doubtful in the data and wants a person's eye."""
    with opened(record) as view:
        page = view.issues(code, view.document_id(document) if document else "", window(limit, offset, form))
        labels = view.labels([issue.document_id for issue in page])
        shown = (rows.issue_row(issue, labels.get(issue.document_id, issue.document_id)) for issue in page)
        listed(page, shown, rows.ISSUE_COLUMNS, form)


@command.command()
@window_options
@form_options
@record_option
def receipts(limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """List what became of every input: accepted, duplicate, updated or rejected, with the reason."""
    with opened(record) as view:
        page = view.receipts(None, window(limit, offset, form))
        listed(page, map(rows.receipt_row, page), rows.RECEIPT_COLUMNS, form)


@command.command()
@click.argument("first", metavar="REPORT")
@click.argument("second", metavar="REPORT")
@record_option
def changes(first: str, second: str, record: "RecordPlace") -> None:
    """Show the passages in which two versions of a report differ (labels or ids; corro show sources lists them)."""
    with opened(record) as view:
        ids = [view.document_id(name) for name in (first, second)]
        documents = view.documents_by_id(ids)
        found = view.changes(documents[ids[0]], documents[ids[1]])
    for change in found:
        click.echo(
            "\n".join([*(f"- {line}" for line in change.was.splitlines()), *(f"+ {line}" for line in change.now.splitlines())])
            + "\n"
        )
    if not found:
        click.echo("The two have the same text.", err=True)


@command.command()
@click.option("--since", type=DAY, help="Only what a build or a decision moved on this day or later.")
@window_options
@form_options
@record_option
def moves(since: date | None, limit: int | None, offset: int, form: str, record: "RecordPlace") -> None:
    """List how events moved, oldest first: which are new, whose support or disputes changed, which became one or are no more."""
    with opened(record) as view:
        page = view.moves(since, window(limit, offset, form))
        listed(page, map(rows.move_row, page), rows.MOVE_COLUMNS, form)


@command.command()
@form_options
@record_option
def decisions(form: str, record: "RecordPlace") -> None:
    """List what people decided, oldest first, with what was undone or overruled since."""
    with opened(record) as view:
        made = view.decisions()
        held = {decision.id for decision in standing(made)}
        shown = [rows.decision_row(decision, holds=decision.id in held) for decision in made]
        clashes = view.contradictions()
        groundless = view.totals().groundless_grades
    for clash in clashes:
        click.echo(clash.message, err=True)
    if groundless:
        click.echo(rows.groundless(groundless), err=True)
    if write_rows(shown, rows.DECISION_COLUMNS, form) == 0:
        click.echo("Nobody has decided anything in this record.", err=True)
