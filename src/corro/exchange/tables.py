"""CSV that no spreadsheet runs, in UTF-8, with a header; and the words in which values stand there."""

import csv
import io
import re
from collections.abc import Iterable, Iterator, Mapping, Sequence

Cells = Mapping[str, object]

FORMULA_MARKS = ("=", "+", "-", "@", "\t", "\r", "＝", "＋", "－", "＠")
"""First characters that make a spreadsheet run a cell. Source: OWASP, CSV Injection (2023), and their full-width forms."""

_MARKS = re.escape("".join(FORMULA_MARKS))
_STARTS = re.compile(rf"(^|[,;|\t\n\r\"'“”«»])([\s\"']*?)(?=[{_MARKS}])")
"""Where a spreadsheet could begin a cell: at the start, and after whatever parts cells in some language, quotation marks too.

Source: OWASP, CSV Injection (2023): separators and quotation marks too.
"""


def safe_cell(text: str) -> str:
    """Return a cell that no spreadsheet takes for a formula, in whatever language it parts cells: an apostrophe goes before.

    A carriage return becomes a line feed: a reader would begin a row there.
    """
    plain = _STARTS.sub(lambda found: f"{found[1]}{found[2]}'", text)
    return plain.replace("\r\n", "\n").replace("\r", "\n")


def written(rows: Iterable[Cells], columns: Sequence[str], *, tags: Sequence[str] = (), guarded: bool = True) -> Iterator[bytes]:
    """Write a table.

    Args:
        rows: The rows; columns that a row lacks stay empty.
        columns: The columns.
        tags: A second header line, where a form has one.
        guarded: Whether cells are made safe from being run; every cell stands in quotation marks.

    Yields:
        The lines, the header first; line ends are those of RFC 4180.
    """
    yield _line(columns, guarded=guarded)
    if tags:
        yield _line(tags, guarded=False)
    for row in rows:
        yield _line([row.get(column) for column in columns], guarded=guarded)


def printed(value: object) -> str:
    """Return a value as a cell has it."""
    if value is None:
        return ""
    if isinstance(value, list | tuple):
        return "; ".join(printed(part) for part in value)
    if isinstance(value, bool):
        return "yes" if value else "no"
    return str(value)


def _line(cells: Sequence[object], *, guarded: bool) -> bytes:
    """Return a line; a number of our own runs nothing, and stays a number."""
    out = io.StringIO()
    made = [safe_cell(printed(cell)) if guarded and not isinstance(cell, int | float) else printed(cell) for cell in cells]
    csv.writer(out, quoting=csv.QUOTE_ALL, lineterminator="\r\n").writerow(made)
    return out.getvalue().encode("utf-8", "replace")
