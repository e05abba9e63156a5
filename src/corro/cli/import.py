"""`corro import`: a record that was exported, a dataset, or a sheet of one's own."""

import getpass
import sys
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from corro.cli.build import progress
from corro.cli.options import record_option
from corro.model import Outcome

if TYPE_CHECKING:
    from corro.pipeline.importing import Restored, RowsImported
    from corro.pipeline.opening import RecordPlace


@click.command("import")
@click.argument("path", type=click.Path(path_type=Path, exists=True))
@click.option(
    "--map",
    "map_file",
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="For a sheet of your own: what its columns mean (TOML). UCDP GED and ACLED need none.",
)
@click.option(
    "--save-map",
    type=click.Path(path_type=Path, dir_okay=False),
    help="Write a proposal of such a map into this file, made of the headings, and take nothing in.",
)
@click.option("--sheet", default="", help="Which sheet of a workbook; the first if left out.")
@click.option("--no-weigh", "weighs", is_flag=True, default=True, flag_value=False, help="Leave the weighing to the next build.")
@click.option(
    "--sources",
    multiple=True,
    type=click.Path(path_type=Path, exists=True, dir_okay=False),
    help="A table of sources of your own (CSV), as for `corro build`.",
)
@record_option
def command(path: Path, record: "RecordPlace", save_map: Path | None, **given: Any) -> None:
    """Take in PATH: what `corro export` wrote as jsonl or package, UCDP GED, ACLED, or a sheet of your own (CSV, XLSX).

    A record that holds nothing yet becomes what an exported one says, with its history; one that holds something gets what it
    lacks. Each row of a dataset is a claim by that dataset; each is accounted for, and a second import changes nothing. Exits
    with 1 if rows were rejected, or the record did not come out the same.
    """
    from corro.pipeline.importing import is_record, propose_map

    if save_map:
        propose_map(path, save_map, given["sheet"])
        click.echo(f"{save_map} written. Look it over, fill in what is missing, and give it with --map {save_map}.")
    elif is_record(path):
        _import_record(path, record, given)
    else:
        _import_table(path, record, given)


def _import_record(path: Path, record: "RecordPlace", given: dict[str, Any]) -> None:
    from corro.pipeline.importing import import_record

    with progress() as told:
        restored = import_record(path, record, _options(given, told))
    for line in told_of_lines(restored):
        click.echo(line)
    sys.exit(1 if restored.same is False else 0)


def _import_table(path: Path, record: "RecordPlace", given: dict[str, Any]) -> None:
    from corro.pipeline.importing import import_table, read_map

    made = read_map(given["map_file"]) if given["map_file"] else None
    with progress() as told:
        imported = import_table(path, record, _options(given, told), made=made, sheet=given["sheet"])
    for line in told_of_rows(imported):
        click.echo(line)
    sys.exit(1 if imported.taken.outcomes[Outcome.REJECTED] else 0)


def _options(given: dict[str, Any], told: Any) -> Any:
    from corro.model.user import LOCAL
    from corro.pipeline.importing import ImportOptions

    return ImportOptions(given["sources"], replace(LOCAL, name=getpass.getuser()), progress=told, weighs=given["weighs"])


def told_of_rows(imported: "RowsImported") -> Iterator[str]:
    """Yield what became of the rows of a table, and the totals of its figures."""
    taken = imported.taken
    ended = ", ".join(f"{count:,} {outcome.value}" for outcome, count in taken.outcomes.items() if count)
    speed = taken.rows / taken.seconds if taken.seconds else 0
    yield f"{taken.rows:,} rows of {imported.dataset}: {ended or 'none'}. {taken.seconds:.1f} s, {speed:,.0f} rows/s."
    for code, count in sorted(taken.reasons.items()):
        yield f"  {code}: {count:,} (corro show receipts says which and what to do)"
    if taken.without_claim:
        yield f"  {taken.without_claim:,} rows make no claim (corro show issues --code row_without_type)."
    deaths = taken.deaths
    yield f"Deaths in these rows, added up: best {deaths.best:,}, low {deaths.low:,}, high {deaths.high:,}."
    if imported.unused:
        yield f"Columns that stand in the rows' words only: {', '.join(imported.unused)}."
    yield (
        f"Weighed against the rest in {imported.weigh_s:.1f} s."
        if imported.weigh_s
        else "Not weighed yet: the next build does that."
    )


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
