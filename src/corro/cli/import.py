"""`corro import`: a record that was exported, a dataset, or a sheet of one's own."""

import getpass
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.build import progress
from corro.cli.options import record_option

if TYPE_CHECKING:
    from corro.pipeline.importing import Restored
    from corro.pipeline.opening import RecordPlace


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table of sources of your own (CSV), as for `corro build`.",
)
@record_option
def command(path: Path, sources: tuple[Path, ...], record: "RecordPlace") -> None:
    """Take in PATH: what `corro export jsonl` wrote.

    A record that holds nothing yet becomes what the file says, with its history; one that holds something gets what it lacks.
    All of the file is taken in, or nothing of it.
    """
    from corro.model.user import LOCAL
    from corro.pipeline.importing import ImportOptions, import_lines

    with progress() as told:
        options = ImportOptions(sources, replace(LOCAL, name=getpass.getuser()), progress=told)
        restored = import_lines(path, record, options)
    for line in told_of_lines(restored):
        click.echo(line)
    sys.exit(1 if restored.same is False else 0)


def told_of_lines(restored: "Restored") -> Iterator[str]:
    """Yield what became of the lines of a record."""
    taken = restored.taken
    yield f"{sum(taken.lines.values()):,} lines in {restored.seconds:.1f} s:"
    for kind, count in taken.lines.items():
        ends = [(taken.new, "taken in"), (taken.known, "known already"), (taken.left, "left, for this record has its own")]
        parts = [f"{column[kind]:,} {words}" for column, words in ends if column.get(kind)]
        yield f"  {kind.replace('_', ' ')}: {count:,}" + (f" ({', '.join(parts)})" if parts else " (worked out anew)")
    if restored.same:
        yield "The record says the same as the one that was exported, to the last value."
    elif restored.same is False:
        yield "The record does not say the same as the one that was exported: another version of Corro, or other tables of sources."
