"""`corro build`: read reports into a record, with progress on the error output and a summary at the end."""

import getpass
import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import asdict, replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.cli.options import DAY, acting, named, record_option
from corro.errors import BadOptionError
from corro.model import Outcome
from corro.model.permission import Doing
from corro.settings import Settings

if TYPE_CHECKING:
    from corro.pipeline.build import BuildReport
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.options import BuildOptions, Progress

MOST_PROBLEMS = 5
"""Rows of one file whose problems are told; the rest is counted. Source: own choice: a screen must hold several files."""

STEPS = {
    "analysed": "Reading and analysing",
    "compared": "Comparing",
    "placed": "Tracing copies",
    "grouped": "Grouping claims",
    "composed": "Composing events",
}


@click.command("build")
@click.argument("paths", nargs=-1, required=True)
@click.option("--published", type=DAY, help="When the reports came out, for those that do not say so themselves.")
@click.option("--processes", type=click.IntRange(min=1), help="How many processes analyse; CORRO_PROCESSES, or 1 if left out.")
@click.option("--column", "columns", multiple=True, metavar="FIELD=COLUMN", help="For tables: which column holds which field.")
@click.option(
    "--places",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A gazetteer of your own: CSV, a GeoNames dump (.txt, .zip) or a table of OCHA's. Rows without a valid point are told.",
)
@click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table of sources of your own (CSV): who publishes, under which names, who owns them.",
)
@click.option("--json", "as_json", is_flag=True, help="What the build did as one JSON object.")
@record_option
def command(paths: tuple[str, ...], as_json: bool, record: "RecordPlace", **given: Any) -> None:
    """Read reports and add them to a record.

    PATHS are files (.txt .md .html .pdf .docx .eml .json .jsonl .csv), folders, zip archives, or - for standard input.
    Stopped in the middle, it goes on from there when it is run again. Exits with 1 if any input was rejected or could not
    be analysed.
    """
    from corro.pipeline.build import build

    stdin = sys.stdin.buffer.read() if "-" in paths else None
    tell_problems(given["places"])
    with progress() as told:
        report = build(
            paths, record, options=replace(_options(stdin, told, **given), by=acting(record, getpass.getuser(), Doing.SUPPLY))
        )
    for line in [json.dumps(report_row(report))] if as_json else summary(report):
        click.echo(line)
    if report.totals.documents and not as_json:
        click.echo(f"\nNext: corro show events {named(record)}")
    sys.exit(1 if report.outcomes[Outcome.REJECTED] or report.failed else 0)


def _options(
    stdin: bytes | None, told: Callable[["Progress"], None], *, columns: tuple[str, ...], processes: int | None, **given: Any
) -> "BuildOptions":
    """Return how a record is built, from what was given on the command line and what the environment sets."""
    from corro.pipeline.options import BuildOptions, Tables

    settings = Settings.from_environment()
    return BuildOptions(
        published=given["published"],
        processes=processes or settings.processes,
        columns=dict(_column(column) for column in columns),
        tables=Tables(given["places"], given["sources"], settings.types),
        stdin=stdin,
        max_input_bytes=settings.max_input_bytes,
        progress=told,
    )


def tell_problems(places: Sequence[Path]) -> None:
    """Say on the error output what is wrong with rows of gazetteers of one's own, so that no place lacks its point in silence.

    Args:
        places: The files.
    """
    if not places:
        return
    from corro.pipeline.places import problems_of

    for file in places:
        problems = problems_of(file)
        for problem in problems[:MOST_PROBLEMS]:
            click.echo(f"{file.name}: {problem}", err=True)
        if len(problems) > MOST_PROBLEMS:
            click.echo(f"{file.name}: and {len(problems) - MOST_PROBLEMS:,} more problems", err=True)


def _column(text: str) -> tuple[str, str]:
    field, equals, column = text.partition("=")
    if not equals:
        raise BadOptionError(f"--column {text} names no column; write it as --column text=Body.")
    return field.strip(), column.strip()


@contextmanager
def progress() -> Iterator[Callable[["Progress"], None]]:
    """Show a bar for each step on the error output, or nothing where that is no terminal.

    Yields:
        What a build calls to tell how far it has come.
    """
    if not sys.stderr.isatty():
        yield lambda progress: None  # noqa: ARG005 - the name is part of the protocol
        return
    from rich.console import Console
    from rich.progress import BarColumn, MofNCompleteColumn, TextColumn, TimeElapsedColumn
    from rich.progress import Progress as Bars

    columns = (TextColumn("{task.description:22}"), BarColumn(), MofNCompleteColumn(), TimeElapsedColumn())
    with Bars(*columns, console=Console(stderr=True)) as bars:
        tasks = {step: bars.add_task(title, total=None, visible=False) for step, title in STEPS.items()}

        def told(now: "Progress") -> None:
            bars.update(tasks[now.step], completed=now.done, total=now.total, visible=True)

        yield told


def report_row(report: "BuildReport") -> dict[str, Any]:
    """Return a report of a build as plain values."""
    totals = {**asdict(report.totals), "entries": dict(report.totals.entries), "credibility": dict(report.totals.credibility)}
    outcomes = {outcome.value: count for outcome, count in report.outcomes.items()}
    return {**asdict(report), "outcomes": outcomes, "totals": totals}


def counted(number: int, noun: str) -> str:
    """Return a number with its noun, in the plural where it is not one."""
    return f"{number} {noun}" + ("" if number == 1 else "s")


def summary(report: "BuildReport") -> Iterator[str]:
    """Yield what a build did and what the record holds, in a few lines."""
    ended = ", ".join(f"{count} {outcome.value}" for outcome, count in report.outcomes.items() if count)
    yield f"{counted(report.inputs, 'input')}: {ended}."
    for code, count in report.reasons.items():
        yield f"  {code}: {count} (corro show receipts says which and what to do)"
    if report.failed:
        yield f"  {report.failed} documents could not be analysed; they are kept (corro show issues --code analysis_failed)."
    if report.other_tables:
        yield "  Earlier reports were read with other --places or --sources files: corro reanalyse with the same files mends that."
    totals = report.totals
    yield (
        f"{counted(totals.documents, 'document')} in {counted(totals.lineages, 'lineage')}; "
        f"{counted(totals.claims, 'claim')} about {counted(totals.events, 'event')};"
    )
    yield f"{counted(totals.disputes, 'dispute')}; {counted(totals.issues, 'issue')} for a person to see."
    yield from _credibility(report)
    entries = ", ".join(f"{name} {count}" for name, count in totals.entries)
    if entries:
        yield f"Registers: {entries}."


def _credibility(report: "BuildReport") -> Iterator[str]:
    """Yield how many events have a claim of which something can be judged, and grades of people that lost their ground."""
    from corro.cli.rows import groundless
    from corro.vocab import terms

    words = terms("credibility_grades")
    told = [f"{grade} ({words[grade].en}) {count}" for grade, count in report.totals.credibility]
    if told:
        yield f"Events by credibility: {', '.join(told)}."
    if report.totals.groundless_grades:
        yield f"  {groundless(report.totals.groundless_grades)}"
