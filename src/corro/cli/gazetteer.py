"""`corro gazetteer`: a gazetteer of one's own, checked and kept in the form that `corro build --places` takes."""

import sys
from pathlib import Path

import click

_MOST_SHOWN = 20
"""Problems of single rows that are listed. Source: own judgement: one screen."""


@click.group("gazetteer")
def command() -> None:
    """Bring in a gazetteer of your own."""


@command.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--output", type=click.Path(path_type=Path, dir_okay=False), help="Where to write; FILE's name with `.places.csv` else."
)
def import_file(file: Path, output: Path | None) -> None:
    """Check a GeoNames dump (ML.txt, ML.zip), a CSV of OCHA's or a CSV of your own, and write it as a gazetteer.

    Rows whose coordinates lie outside the world are named and kept without a point. Exits with 1 if any row has a problem.
    """
    from corro.resolve.places.files import own_csv, read_own_places

    found = read_own_places(file)
    target = output or file.with_suffix(".places.csv")
    target.write_text(own_csv(found), encoding="utf-8")
    click.echo(f"{file.name} ({found.form}): {len(found.places):,} places, written to {target}.")
    click.echo(f"Use it with: corro build FOLDER --places {target}")
    for problem in found.problems[:_MOST_SHOWN]:
        click.echo(f"  {problem}", err=True)
    if len(found.problems) > _MOST_SHOWN:
        click.echo(f"  and {len(found.problems) - _MOST_SHOWN:,} more problems", err=True)
    sys.exit(1 if found.problems else 0)
