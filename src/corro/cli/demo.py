"""`corro demo`: builds the record of the sample reports, shows what it found, and says what to type next."""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli import rows
from corro.cli.build import progress, summary
from corro.cli.output import write_rows
from corro.cli.show import difference_block, opened
from corro.cli.show_registers import entry_block
from corro.errors import NothingToReadError
from corro.model.answer import DifferenceFilter, EventFilter, Window
from corro.model.link import Relation

if TYPE_CHECKING:
    from corro.pipeline.view import RecordView

SAMPLES = Path("samples/mali")
SHOWN = Window(0, 8)
ENTRIES_SHOWN = Window(0, 1)


@click.command("demo")
@click.argument("folder", type=click.Path(path_type=Path), default=SAMPLES)
@click.option("--record", type=click.Path(path_type=Path, dir_okay=False), default=Path("demo.record"), help="Where to keep it.")
def command(folder: Path, record: Path) -> None:
    """Build the record of the sample reports in FOLDER (samples/mali) and show what it found."""
    if not folder.is_dir():
        raise NothingToReadError(f"There is no folder {folder}. Run this where Corro was unpacked, or name a folder.")
    from corro.pipeline.build import build
    from corro.pipeline.options import BuildOptions

    click.echo(f"Building the record of {folder} (sample reports, written for this; no evidence of anything) …\n")
    with progress() as told:
        report = build([str(folder)], record, options=BuildOptions(progress=told))
    click.echo("\n".join(summary(report)))
    with opened(record) as view:
        show(view)
        click.echo("\n" + "\n".join(next_steps(view, record)))


def show(view: "RecordView") -> None:
    """Print the events that most reports tell of, the disputes, and the first lines of each register."""
    click.echo("\nEvents with most independent lineages:")
    events = sorted(view.events(EventFilter(), Window(0, None)), key=lambda line: (-line.lineages, -line.documents, line.when))
    write_rows(map(rows.event_row, events[: SHOWN.limit]), rows.EVENT_TABLE, "table", sys.stdout)
    click.echo("Where reports cannot both be right:")
    disputes = view.differences(DifferenceFilter(relation=Relation.DISPUTE.value), SHOWN)
    shown = (rows.difference_row(difference, view.about(difference)) for difference in disputes)
    click.echo("\n\n".join(map(difference_block, shown)) + "\n")
    for name, count in view.totals().entries:
        click.echo(f"Register of {name} ({count}), first lines:")
        click.echo("\n\n".join(entry_block(entry) for entry in view.entries(name, ENTRIES_SHOWN)) + "\n")


def next_steps(view: "RecordView", record: Path) -> Iterator[str]:
    """Yield what to type next, with the event that most reports tell of."""
    events = sorted(view.events(EventFilter(), Window(0, None)), key=lambda line: (-line.documents, line.id))
    commands = {
        f"corro show events --type H --record {record}": "a family of events; show also lists disputes, sources, registers, issues",
        f"corro search flight requests --record {record}": "reports by their words",
        "corro build FOLDER": "a record of your own reports",
    }
    if events:
        explain = {f"corro explain {events[0].slug} --record {record}": "one event: every value, who says so, the very words"}
        commands = {**explain, **commands}
    yield "What to type next (in the project's folder; the command is .venv/bin/corro):"
    yield from (f"  {typed:52} {meaning}" for typed, meaning in commands.items())
