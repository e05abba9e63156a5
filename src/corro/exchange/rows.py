"""A row of somebody's table as a document: its cells become lines `column: value`, so that every value leads to characters."""

import csv
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from corro.model import Basis, Dated, Document, Labelled, Segment, SegmentKind
from corro.values import Interval, Language, Span, content_id

LONGEST_CELL = 1024 * 1024
"""Characters of a cell; a row with a longer one is refused. Source: own choice: the longest of UCDP's are under 10,000."""

MOST_COLUMNS = 1_000
"""Columns of a table. Source: own choice: UCDP GED has 49, ACLED 31."""

DELIMITERS = ",;\t|"
"""What may part the cells of a text table. Source: as in `corro.read.table`."""

DATASET = "dataset"


@dataclass(frozen=True, slots=True)
class Row:
    """A row that could be read.

    Attributes:
        number: Its number among the rows below the header, from 1.
        cells: Its cells that hold something, by column, in the order of the table; white space at the ends is off.
        formulas: Columns whose cell a program computed.
    """

    number: int
    cells: Mapping[str, str]
    formulas: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Broken:
    """A row that could not be read.

    Attributes:
        number: Its number.
        code: Short name of the reason.
        reason: What was the matter and what to do; no words of the row.
    """

    number: int
    code: str
    reason: str


@dataclass(frozen=True, slots=True)
class Origin:
    """What all rows of one file have in common.

    Attributes:
        sha256: The digest of the file.
        name: Its name.
        media_type: What it was read as.
        dataset: Key of the dataset.
        title: What the dataset is called: the outlet of its rows.
        language: Language of its words.
    """

    sha256: str
    name: str
    media_type: str
    dataset: str
    title: str
    language: Language = Language.UNKNOWN

    @property
    def kept_as(self) -> str:
        """The media type under which the file and its rows are kept: the same bytes as reports are something else."""
        return f"{self.media_type};{DATASET}={self.dataset}"


@dataclass(frozen=True, slots=True)
class Told:
    """A row as text.

    Attributes:
        text: Its cells, one a line.
        stretches: First character of each column's value, and one past its last.
    """

    text: str
    stretches: Mapping[str, tuple[int, int]]

    def over(self, *columns: str) -> Span | None:
        """Return the shortest stretch that holds the values of these columns, of those that are there; None where none is."""
        found = [self.stretches[column] for column in columns if column in self.stretches]
        if len(found) == 1:
            return Span(*found[0])
        return Span(min(start for start, _ in found), max(end for _, end in found)) if found else None


def text_rows(lines: Iterable[str], delimiter: str) -> Iterator[tuple[str, ...] | Row | Broken]:
    """Read a text table.

    Args:
        lines: Its lines, as a file opened with `newline=""` gives them.
        delimiter: What parts the cells.

    Yields:
        First the names of the columns, then each row that is not empty.
    """
    csv.field_size_limit(LONGEST_CELL)
    reader = csv.reader(lines, delimiter=delimiter)
    names = names_of_columns(next(reader, []))
    yield names
    number = 0
    while True:
        try:
            cells = next(reader)
        except StopIteration:
            return
        except csv.Error:
            number += 1
            yield Broken(number, "row_broken", _BROKEN)
            continue
        number += 1
        if any(cell and not cell.isspace() for cell in cells):
            yield row_of(number, names, cells)


def names_of_columns(cells: Sequence[str]) -> tuple[str, ...]:
    """Return the names of columns, white space and a byte-order mark off; those of empty columns at the end are left out."""
    names = [" ".join(cell.lstrip("\ufeff").split()) for cell in cells]
    while names and not names[-1]:
        names.pop()
    return tuple(names)


def row_of(number: int, names: Sequence[str], cells: Sequence[str], formulas: tuple[str, ...] = ()) -> Row | Broken:
    """Return a row by the names of its columns; one whose cells do not fit the columns is broken."""
    if len(cells) != len(names) and any(cells[len(names) :]):
        return Broken(number, "ragged_row", _RAGGED.format(cells=len(cells), columns=len(names)))
    if max(map(len, cells), default=0) > LONGEST_CELL:
        return Broken(number, "cell_too_long", _LONG)
    kept = {name: text for name, cell in zip(names, cells, strict=False) if name and (text := cell.strip())}
    if any("\r" in cell for cell in kept.values()):
        kept = {name: cell.replace("\r\n", "\n").replace("\r", "\n") for name, cell in kept.items()}
    return Row(number, kept, formulas)


def told(cells: Mapping[str, str]) -> Told:
    """Return a row as text, with where each value stands."""
    stretches: dict[str, tuple[int, int]] = {}
    at = 0
    for column, value in cells.items():
        start = at + len(column) + 2
        at = start + len(value)
        stretches[column] = (start, at)
        at += 1
    return Told("\n".join([f"{column}: {value}" for column, value in cells.items()]), stretches)


def document_of(row: Row, text: Told, origin: Origin, own_id: str, published: Interval | None = None) -> Document:
    """Return a row as a document.

    Its id is made of the dataset, the row's own id and what it says, and not of the file: the same row in the next release is the
    same document, and a row that says something else under the same id is another version.

    Args:
        row: The row.
        text: The row as text.
        origin: What all rows of the file have in common.
        own_id: The dataset's id of the row; empty where it has none.
        published: When the row says that it was reported.
    """
    content = sha256(text.text.encode("utf-8", "surrogatepass")).hexdigest()
    identifier = content_id("doc", origin.dataset, own_id, content)
    return Document(
        id=identifier,
        series_id=content_id("series", origin.dataset, own_id) if own_id else identifier,
        evidence_sha256=origin.sha256,
        locator=f"{origin.name}#{row.number}",
        label=f"{origin.dataset}-{own_id or row.number}",
        text=text.text,
        segments=(Segment(SegmentKind.BODY, Span(0, len(text.text))),),
        language=origin.language,
        title=Labelled(f"{origin.title}, {own_id or f'row {row.number}'}", Basis.METADATA),
        outlet=Labelled(origin.title, Basis.METADATA),
        published=Dated(published, Basis.METADATA) if published else Dated(),
        media_type=origin.kept_as,
    )


_BROKEN = "The row cannot be read. Mend its quotation marks and give the file again; the other rows are kept."
_RAGGED = (
    "The row has {cells} cells and the table {columns} columns, so cells may stand under the wrong name. Mend it and give the file "
    "again; the other rows are kept."
)
_LONG = f"A cell is longer than {LONGEST_CELL} characters. Shorten it and give the file again; the other rows are kept."
