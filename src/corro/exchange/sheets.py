"""Reads workbooks (.xlsx): values only, no macros, nothing computed, and no more than a sheet can hold."""

import io
import re
import zipfile
from collections.abc import Iterator, Sequence
from contextlib import suppress
from datetime import date, datetime, time
from typing import Any

from corro.errors import ImportRefusedError
from corro.exchange.rows import MOST_COLUMNS, Broken, Row, names_of_columns, row_of

MOST_ROWS = 1_048_576
"""Rows of a sheet. Source: Microsoft, Excel specifications and limits."""

MOST_UNPACKED = 1024 * 1024 * 1024
"""Bytes to which a workbook may unpack. Source: own choice: a full sheet of a million rows and ten columns takes some 500 MB."""

MOST_PACKING = 200
"""How many times smaller a part may be packed. Source: own choice: sheets of equal cells reach 100, bombs 1,000 and more."""

_MACROS = ("vbaProject", "macrosheets/", "vbaData")
"""Names of parts that hold macros. Source: ECMA-376, part 1, and MS-OFFMACRO2."""

_ENTITY = re.compile(rb"<!(?:DOCTYPE|ENTITY)", re.IGNORECASE)
_PEEK = 4096


def is_sheet(content: bytes) -> bool:
    """Say whether bytes are a workbook."""
    if not content.startswith(b"PK"):
        return False
    with suppress(zipfile.BadZipFile), zipfile.ZipFile(io.BytesIO(content)) as archive:
        return any(name.startswith("xl/") for name in archive.namelist())
    return False


def sheet_rows(content: bytes, sheet: str = "") -> Iterator[tuple[str, ...] | Row | Broken]:
    """Read a sheet.

    Args:
        content: The workbook.
        sheet: Which sheet; the first one if left out.

    Yields:
        First the names of the columns, then each row that is not empty.

    Raises:
        ImportRefusedError: The workbook holds macros, is damaged or a bomb, or has no such sheet.
    """
    computed = _checked(content)
    from openpyxl import load_workbook

    try:
        values = load_workbook(io.BytesIO(content), read_only=True, data_only=True, keep_links=False)
        formulas = load_workbook(io.BytesIO(content), read_only=True, keep_links=False) if computed else None
        yield from _rows(_sheet(values, sheet), _sheet(formulas, sheet) if formulas else None)
    except (KeyError, ValueError, TypeError, AttributeError, zipfile.BadZipFile, SyntaxError, OSError) as error:
        raise ImportRefusedError("The workbook is damaged and cannot be read. Open it, save it anew as .xlsx or CSV.") from error


def _checked(content: bytes) -> bool:
    """Refuse what no sheet of figures is, and say whether cells are computed.

    Raises:
        ImportRefusedError: There are macros, entities, or more than a workbook holds.
    """
    computed = False
    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        parts = archive.infolist()
        if any(word in part.filename for part in parts for word in _MACROS):
            raise ImportRefusedError("The workbook holds macros. Save it as .xlsx without macros, or as CSV.")
        if sum(part.file_size for part in parts) > MOST_UNPACKED:
            raise ImportRefusedError(f"The workbook unpacks to more than {MOST_UNPACKED} bytes. Save the sheet as CSV.")
        for part in parts:
            if part.file_size > _PEEK * MOST_PACKING and part.file_size > MOST_PACKING * max(1, part.compress_size):
                raise ImportRefusedError("A part of the workbook is packed as only bombs are. Save the sheet as CSV.")
            if part.filename.endswith((".xml", ".rels")):
                computed |= _looked_over(archive, part)
    return computed


def _looked_over(archive: zipfile.ZipFile, part: zipfile.ZipInfo) -> bool:
    """Refuse entities in a part, and say whether it is a sheet with computed cells."""
    with archive.open(part) as handle:
        first = handle.read(_PEEK)
        if _ENTITY.search(first):
            raise ImportRefusedError("A part of the workbook defines entities, which no spreadsheet program writes.")
        if not part.filename.startswith("xl/worksheets/"):
            return False
        before = first
        while True:
            if b"<f>" in before or b"<f " in before:
                return True
            chunk = handle.read(_PEEK * 64)
            if not chunk:
                return False
            before = before[-2:] + chunk


def _sheet(book: Any, name: str) -> Any:
    if name and name not in book.sheetnames:
        raise ImportRefusedError(f"The workbook has no sheet {name!r}. It has: {', '.join(book.sheetnames)}.")
    return book[name] if name else book.worksheets[0]


def _rows(sheet: Any, computed: Any) -> Iterator[tuple[str, ...] | Row | Broken]:
    names: tuple[str, ...] = ()
    seconds = computed.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS) if computed else None
    for number, cells in enumerate(sheet.iter_rows(max_row=MOST_ROWS, max_col=MOST_COLUMNS, values_only=True)):
        second = next(seconds, ()) if seconds else ()
        if all(cell is None for cell in cells) and not second:
            continue
        texts = [_text(cell) for cell in cells]
        if not names:
            if any(texts):
                names = names_of_columns(texts)
                yield names
            continue
        marked = _computed(names, second)
        if any(texts) or marked:
            yield row_of(number, names, texts, marked)


def _computed(names: Sequence[str], cells: Sequence[Any]) -> tuple[str, ...]:
    return tuple(name for name, cell in zip(names, cells, strict=False) if getattr(cell, "data_type", "") == "f")


def _text(cell: object) -> str:
    """Return a cell as text: days in ISO 8601 form, whole numbers without a point."""
    match cell:
        case None:
            return ""
        case bool():
            return "true" if cell else "false"
        case datetime():
            return cell.date().isoformat() if cell.time() == time() else cell.isoformat(timespec="seconds")
        case date() | time():
            return cell.isoformat()
        case float():
            return str(int(cell)) if cell.is_integer() else repr(cell)
        case _:
            return str(cell)
