"""Takes in what others, or Corro itself, wrote down as rows or lines."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from itertools import islice
from pathlib import Path
from time import perf_counter

from corro.errors import ImportRefusedError
from corro.exchange import native
from corro.exchange.maps import ColumnMap, known_by, parsed, written
from corro.exchange.proposing import HEAD, LOOKED_AT, proposed, with_words
from corro.exchange.rows import Origin
from corro.model import CustodyAct, CustodyKind
from corro.model.user import LOCAL, User
from corro.pipeline.clock import SystemClock
from corro.pipeline.importing_native import Taken, take_in_lines
from corro.pipeline.importing_rows import File, RowOptions, RowsTaken, take_in_rows
from corro.pipeline.opening import RecordPlace, missing, open_to_write
from corro.pipeline.options import Progress, silent
from corro.pipeline.tables_in import open_table
from corro.pipeline.weighing import weigh
from corro.pipeline.writing import write_whole
from corro.ports import Clock, Store
from corro.settings import DEFAULT_RECORD
from corro.vocab import further_sources


@dataclass(frozen=True, slots=True)
class Restored:
    """What the import of a record in the native form did.

    Attributes:
        taken: What became of the lines.
        same: Whether what the record says now has the digest that the file gives; None where that cannot be so (the record held
            something before, or the file's had work left to do).
        seconds: How long it took.
    """

    taken: Taken
    same: bool | None
    seconds: float


@dataclass(frozen=True, slots=True)
class ImportOptions:
    """How something is imported.

    Attributes:
        sources: Tables of sources of the user's own, by which independence is counted.
        user: Who takes it in.
        clock: Tells when, for the custody log.
        progress: Called while it goes on.
        weighs: Whether what is new is weighed against the rest at once; else the next build or import does that.
    """

    sources: tuple[Path, ...] = ()
    user: User = LOCAL
    clock: Clock = field(default_factory=SystemClock)
    progress: Callable[[Progress], None] = silent
    weighs: bool = True


def import_lines(
    path: Path,
    record: RecordPlace = DEFAULT_RECORD,
    options: ImportOptions = ImportOptions(),
    *,
    contents: Path | None = None,
) -> Restored:
    """Take a record in the native form into another one.

    A new record becomes what the file says, with its history and custody log. One that holds something already gets the
    documents, claims and decisions that it lacks; its history stays its own. All lines are taken in, or none.

    Args:
        path: The file.
        record: The record's file; made where there is none.
        options: How.
        contents: Where the bytes of evidence lie, when they do not come with the lines.

    Returns:
        What became of the lines, and whether the record came out the same.

    Raises:
        ImportRefusedError: The file is no such record, was cut off or changed.
        RecordLockedError: Another process is writing to the record.
    """
    begun = perf_counter()
    with path.open("rb") as handle, to_write(record) as store, further_sources(options.sources):
        header, lines = native.read(iter(lambda: handle.readline(native.LONGEST_LINE + 1), b""))
        new = store.archive.empty()
        with store.transaction():
            taken = take_in_lines(store, lines, contents)
            now = options.clock.now()
            store.custody.log([CustodyAct(CustodyKind.IMPORTED, digest_of(path), options.user.name, now, native.FORMAT)])
        weigh(store, options.progress)
        if new:
            with store.transaction():
                store.archive.drop_moves_after(taken.new.get("move", 0))
        same = store.digest() == header.digest if new and header.digest else None
    return Restored(taken, same, perf_counter() - begun)


def is_record(path: Path) -> bool:
    """Say whether a path is a record that was exported: a file in the native form, or a hand-over package."""
    if path.is_dir():
        return (path / "bagit.txt").is_file()
    with path.open("rb") as handle:
        return native.is_native(handle.read(_BEGINNING))


_BEGINNING = 65_536
"""Bytes by which the native form is known. Source: own choice: its first line is shorter."""


def import_record(path: Path, record: RecordPlace = DEFAULT_RECORD, options: ImportOptions = ImportOptions()) -> Restored:
    """Take an exported record in, from a file in the native form or from a hand-over package; see `import_lines`."""
    if path.is_dir():
        return import_lines(path / "data" / "record.jsonl", record, options, contents=path / "data" / "evidence")
    return import_lines(path, record, options)


def read_map(path: Path) -> ColumnMap:
    """Read a saved map.

    Raises:
        ImportRefusedError: It is none.
    """
    try:
        return parsed(path.read_text(encoding="utf-8"))
    except (OSError, UnicodeDecodeError) as error:
        raise ImportRefusedError(f"The map {path} cannot be read as UTF-8.") from error


def propose_map(path: Path, out: Path, sheet: str = "") -> None:
    """Write a proposal of what a table's columns mean, for a person to look over.

    Raises:
        ImportRefusedError: The file is no table.
        FileExistsAlreadyError: The map is there already.
    """
    table = open_table(path, sheet)
    made = known_by(table.columns) or with_words(proposed(table.columns, path.stem), islice(table.rows, LOOKED_AT))
    write_whole(out, [HEAD.encode(), written(made).encode()])


@dataclass(frozen=True, slots=True)
class RowsImported:
    """What the import of a table did.

    Attributes:
        dataset: Key of the dataset that its rows are of.
        taken: What became of the rows.
        weigh_s: Seconds that weighing them against the rest took.
        unused: Columns that the map gives no meaning; they stand in the rows' words.
    """

    dataset: str
    taken: RowsTaken
    weigh_s: float
    unused: tuple[str, ...]


def import_table(
    path: Path,
    record: RecordPlace = DEFAULT_RECORD,
    options: ImportOptions = ImportOptions(),
    *,
    made: ColumnMap | None = None,
    sheet: str = "",
) -> RowsImported:
    """Take the rows of a table into a record, each as a claim by its dataset.

    Args:
        path: CSV, TSV or XLSX.
        record: The record's file; made where there is none.
        options: How.
        made: What its columns mean; known datasets need none.
        sheet: Which sheet of a workbook; the first if left out.

    Returns:
        What became of the rows.

    Raises:
        ImportRefusedError: The file is no such table, or the map does not fit it; nothing is taken in.
        RecordLockedError: Another process is writing to the record.
    """
    table = open_table(path, sheet)
    known = made or known_by(table.columns)
    if known is None:
        raise ImportRefusedError(_NO_MAP.format(proposal=written(proposed(table.columns, path.stem))))
    known.check(table.columns)
    origin = Origin(table.sha256, table.name, table.media_type, known.dataset, known.title, known.language)
    rows = RowOptions(options.user.name, options.clock.now, options.progress)
    with to_write(record) as store, further_sources(options.sources):
        taken = take_in_rows(store, File(origin, table.content), known, table.rows, rows)
        begun = perf_counter()
        if options.weighs:
            weigh(store, options.progress)
    unused = tuple(column for column in table.columns if column and column not in known.columns.values())
    return RowsImported(known.dataset, taken, perf_counter() - begun if options.weighs else 0.0, unused)


_NO_MAP = (
    "The table is of no dataset that Corro knows, so somebody has to say what its columns mean. Save this proposal with --save-map "
    "FILE, look it over, and give it with --map FILE:\n\n{proposal}"
)


@contextmanager
def to_write(record: RecordPlace) -> Iterator[Store]:
    """Open a record to write; one that was made for this and to which nothing came is removed again."""
    made = missing(record)
    store = open_to_write(record)
    try:
        yield store
    finally:
        unused = made and store.archive.empty()
        store.close()
        if unused and isinstance(record, str | Path):
            Path(record).unlink()


def digest_of(path: Path) -> str:
    """Return the SHA-256 of a file, read piece by piece."""
    with path.open("rb") as handle:
        return hashlib.file_digest(handle, "sha256").hexdigest()
