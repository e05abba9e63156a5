"""`corro verify`: is the record's evidence what was received, and its log what was written?"""

import sys
from collections.abc import Iterator
from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.options import record_option

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace
    from corro.pipeline.verifying import Verification

MOST_BREAKS = 20
"""Breaks that are printed; the rest is counted. Source: own choice: a screen."""


@click.command("verify")
@click.option(
    "--checkpoint",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A checkpoint kept elsewhere: shows whether the log was cut off or written anew since.",
)
@click.option("--save", type=click.Path(path_type=Path, dir_okay=False), help="Write a checkpoint of today into this file.")
@record_option
def command(checkpoint: Path | None, save: Path | None, record: "RecordPlace") -> None:
    """Look over every byte of evidence, every decision, and the chain of the custody log; say where the first break is.

    Exits with 1 if something is not as it was. A log whose end was cut off looks whole from inside: keep a checkpoint (--save) on
    another machine or on paper, and give it with --checkpoint.
    """
    from corro.pipeline.verifying import verify, write_checkpoint

    found = verify(record, checkpoint)
    click.echo(f"{found.pieces} pieces of evidence and {found.entries} entries of the custody log looked over.")
    for line in _lines(found):
        click.echo(line)
    if found.breaks:
        click.echo("Nothing was changed. Go back to a copy from before, and find out who could write to the file.", err=True)
        sys.exit(1)
    click.echo("All is as it was.")
    if checkpoint is None:
        click.echo("Without a checkpoint nobody can tell whether the log's end was cut off: see --save and --checkpoint.")
    if save:
        made = write_checkpoint(record, save)
        click.echo(f"Checkpoint at entry {made.entries} written to {save}; keep it elsewhere. Its digest: {made.digest}")


def _lines(found: "Verification") -> Iterator[str]:
    for one in found.breaks[:MOST_BREAKS]:
        yield f"BREAK  {one.where} {one.which}  {one.what}"
    if len(found.breaks) > MOST_BREAKS:
        yield f"… and {len(found.breaks) - MOST_BREAKS} more."
    yield from (f"note   {note}" for note in found.notes[:MOST_BREAKS])
