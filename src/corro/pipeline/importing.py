"""Takes in what others, or Corro itself, wrote down as rows or lines."""

import hashlib
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from time import perf_counter

from corro.exchange import native
from corro.model import CustodyAct, CustodyKind
from corro.model.user import LOCAL, User
from corro.pipeline.clock import SystemClock
from corro.pipeline.importing_native import Taken, take_in_lines
from corro.pipeline.opening import RecordPlace, missing, open_to_write
from corro.pipeline.options import Progress, silent
from corro.pipeline.weighing import weigh
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
