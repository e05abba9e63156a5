"""Reads CSV and TSV: one report a row, its columns by mapping or by their usual names."""

import csv
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corro.model import Received, Severity
from corro.read.decode import Decoded, decode, unreadable
from corro.read.draft import Doubt, Draft, Refusal
from corro.read.fields import TEXT, known_fields, names_of
from corro.read.options import ReadOptions

_DELIMITERS = ",;\t|"
_FORMULA_STARTS = ("=", "+", "-", "@", "\t=", "\r=")
"""What makes a spreadsheet take a cell for a formula. Source: OWASP, CSV Injection (2023)."""

_LONGEST_CELL = 16 * 1024 * 1024
"""Characters; the csv module's own limit of 131,072 is below the longest UN reports. Source: our own judgement."""

_WORDS_OF_A_NAME = 3
"""A cell of more words is no column's name but a report's words, which must not stand in a message. Source: our own judgement."""

_MISSING = (
    "The table has no column {missing}. It has: {columns}. Say which column holds what, for instance with --column text={first}."
)
_NO_TEXT = "The row has no text in column {column!r}. Fill it in and give the file again; the other rows are kept."
_BROKEN_ROW = "The row cannot be read ({detail}). Mend its quotation marks and give the file again; the other rows are kept."


@dataclass(frozen=True, slots=True)
class _Header:
    """Which column holds which field, by position."""

    names: tuple[str, ...]
    field_by_name: Mapping[str, str]

    def column_of(self, field: str) -> str:
        """Return the column of a field."""
        return next(name for name, known in self.field_by_name.items() if known == field)


def read_table(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a table; the text's cell is a row's raw text. See `corro.read.door` for the contract of a reader.

    A row all of whose cells are empty holds nothing and is no input: it gets no receipt, like an empty line.
    """
    decoded = decode(received.content)
    refusal = unreadable(decoded.text)
    if refusal is not None:
        yield refusal
        return
    rows = _rows(decoded.text)
    header = _header(next(rows, []), options.columns)
    if isinstance(header, Refusal):
        yield header
        return
    for index, cells in enumerate(rows):
        if isinstance(cells, Refusal) or any(cell.strip() for cell in cells):
            yield _row(cells, index, header, decoded)


def _rows(text: str) -> Iterator[list[str] | Refusal]:
    """Yield the rows, a broken one as a refusal; the first is the header."""
    first_line = text.lstrip("\ufeff").split("\n", 1)[0]
    delimiter = max(_DELIMITERS, key=first_line.count)
    csv.field_size_limit(_LONGEST_CELL)
    reader = csv.reader(io.StringIO(text.lstrip("\ufeff"), newline=""), delimiter=delimiter)
    while True:
        try:
            yield next(reader)
        except StopIteration:
            return
        except csv.Error as error:
            yield Refusal("row_broken", _BROKEN_ROW.format(detail=error))


def _header(cells: list[str] | Refusal, columns: Mapping[str, str]) -> _Header | Refusal:
    """Find out which column holds which field: the mapping first, then the usual names, none twice."""
    if isinstance(cells, Refusal):
        return Refusal("csv_broken", cells.reason)
    names = tuple(cell.strip() for cell in cells)
    missing = [f"{column!r}" for column in columns.values() if column not in names]
    field_by_name = {column: field for field, column in columns.items()}
    for name in names:
        known = next(iter(known_fields({name: "x"})), None)
        if known and known not in field_by_name.values():
            field_by_name.setdefault(name, known)
    if not missing and TEXT not in field_by_name.values():
        missing = [" or ".join(f"{name!r}" for name in names_of(TEXT)[:3])]
    if missing:
        short = [name for name in names if len(name.split()) <= _WORDS_OF_A_NAME]
        shown = ", ".join(short) or "none that looks like a name"
        return Refusal("column_missing", _MISSING.format(missing=", ".join(missing), columns=shown, first=(short or ["Body"])[0]))
    return _Header(names, field_by_name)


def _row(cells: Sequence[str] | Refusal, index: int, header: _Header, decoded: Decoded) -> Draft | Refusal:
    part = f"#{index + 1}"
    if isinstance(cells, Refusal):
        return Refusal(cells.code, cells.reason, part)
    by_name = dict(zip(header.names, cells, strict=False))
    fields = {field: by_name.get(name, "") for name, field in header.field_by_name.items()}
    fields = {field: value for field, value in fields.items() if value.strip()}
    text = fields.pop(TEXT, "")
    if not any(letter.isalnum() for letter in text):
        return Refusal("no_text", _NO_TEXT.format(column=header.column_of(TEXT)), part)
    doubts = (*decoded.doubts, *_formulas(by_name), *_ragged(cells, header))
    return Draft(text, fields, encoding=decoded.encoding, index=index, part=part, doubts=doubts)


def _formulas(by_name: Mapping[str, str]) -> tuple[Doubt, ...]:
    names = [name for name, cell in by_name.items() if cell.lstrip(" ").startswith(_FORMULA_STARTS)]
    if not names:
        return ()
    message = (
        "Cells begin like a formula. They are kept as text and never computed; take care before opening the table in a spreadsheet."
    )
    return (Doubt("formula_cell", message, detail=", ".join(names)),)


def _ragged(cells: Sequence[str], header: _Header) -> tuple[Doubt, ...]:
    if len(cells) == len(header.names):
        return ()
    message = f"The row has {len(cells)} cells and the table {len(header.names)} columns, so cells may stand under the wrong name."
    return (Doubt("ragged_row", message, severity=Severity.WARNING),)
