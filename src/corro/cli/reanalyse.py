"""`corro reanalyse`: the reports of a record are analysed anew, with the models and rules of this version."""

from pathlib import Path
from typing import TYPE_CHECKING

import click

from corro.cli.build import progress, tell_problems
from corro.cli.options import record_option
from corro.settings import Settings

if TYPE_CHECKING:
    from corro.pipeline.opening import RecordPlace


@click.command("reanalyse")
@click.option("--places", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), help="As for build.")
@click.option("--sources", multiple=True, type=click.Path(path_type=Path, exists=True, dir_okay=False), help="As for build.")
@record_option
def command(places: tuple[Path, ...], sources: tuple[Path, ...], record: "RecordPlace") -> None:
    """Analyse all reports of a record anew, with this version of Corro; decisions stay, with the claims that they name."""
    from corro.pipeline.again import reanalyse
    from corro.pipeline.options import Tables

    tell_problems(places)
    with progress() as told:
        totals = reanalyse(record, Tables(places, sources, Settings.from_environment().types), told)
    click.echo(f"{totals.documents} documents; {totals.claims} claims about {totals.events} events; {totals.disputes} disputes.")
