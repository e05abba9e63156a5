"""Rows out: as a table for people, as JSON or CSV for programs."""

import csv
import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from typing import Any, TextIO

from corro.exchange.tables import safe_cell

Row = Mapping[str, Any]

UNBROKEN = frozenset(
    {
        "id",
        "type",
        "when",
        "about",
        "field",
        "kind",
        "relation",
        "modality",
        "document",
        "outcome",
        "severity",
        "lineage",
        "support",
    }
)
"""Columns whose short cells stay on one line, so that the long ones take what is left."""

HEADERS = {"documents": "docs", "lineages": "lin.", "disputes": "disp.", "lineage_size": "size"}
"""Short headers of the table, over columns that hold small numbers. Source: a table of events fits a terminal of 100 characters."""

SHORTER = {"multiple_dependent": "dependent", "single_source": "single source"}
"""Values that the table prints in other words; JSON and CSV keep the value. Source: docs/glossary.md, support."""


def write_rows(rows: Iterable[Row], columns: Sequence[str], form: str, stream: TextIO | None = None) -> int:
    """Write rows in one of the three forms.

    Args:
        rows: The rows; columns that a row lacks stay empty.
        columns: The columns of the table and the CSV, in order. JSON has every key of a row.
        form: `table`, `json` (one object a line) or `csv`.
        stream: Where to; the standard output if left out.

    Returns:
        The number of rows written.
    """
    out = stream or sys.stdout
    writers = {"json": _write_json, "csv": _write_csv, "table": _write_table}
    return writers[form](rows, columns, out)


def _write_json(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:  # noqa: ARG001 - one signature for all forms
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is the result
        out.write(json.dumps(row, ensure_ascii=False) + "\n")
    return count


def _write_csv(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    writer = csv.writer(out, lineterminator="\n")
    writer.writerow(columns)
    count = 0
    for count, row in enumerate(rows, 1):  # noqa: B007 - the count is the result
        writer.writerow([safe_cell(_text(row.get(column))) for column in columns])
    return count


def _write_table(rows: Iterable[Row], columns: Sequence[str], out: TextIO) -> int:
    from rich.box import SIMPLE_HEAD
    from rich.table import Table

    table = Table(box=SIMPLE_HEAD, pad_edge=False, padding=(0, 1, 0, 0))
    for column in columns:
        table.add_column(HEADERS.get(column, column.replace("_", " ")), overflow="fold", no_wrap=column in UNBROKEN)
    listed = [[_shorter(_text(row.get(column)), column) for column in columns] for row in rows]
    for cells in listed:
        table.add_row(*(_plain(cell) for cell in cells))
    if listed:
        console(out).print(table)
    return len(listed)


def _shorter(cell: str, column: str) -> str:
    """Return a cell as the table prints it: the two ends of an interval stand on a line each."""
    return cell.replace("/", "/\n") if column == "when" else SHORTER.get(cell, cell)


def console(out: TextIO | None = None) -> Any:
    """Return a console that writes plain text where the output is no terminal.

    Args:
        out: Where to; the standard output if left out.
    """
    from rich.console import Console

    stream = out or sys.stdout
    width = None if stream.isatty() else 132
    return Console(file=stream, width=width, highlight=False, markup=False, emoji=False)


def _plain(cell: str) -> Any:
    """Return a cell as text that is printed as it is: marks in a report's words are no styling commands."""
    from rich.text import Text

    return Text(cell)


def _text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(_text(part) for part in value)
    return str(value)
