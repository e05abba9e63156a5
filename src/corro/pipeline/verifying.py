"""Looks over a record's evidence, judgements and custody log anew, and says where something is not as it was (law 9)."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import datetime
from itertools import pairwise
from pathlib import Path

from corro.errors import BadOptionError
from corro.model import Checkpoint, CustodyEntry, CustodyKind
from corro.pipeline.clock import SystemClock
from corro.pipeline.opening import RecordPlace, open_to_read
from corro.ports import Clock, Store
from corro.settings import DEFAULT_RECORD
from corro.values import EMPTY_CHAIN


@dataclass(frozen=True, slots=True)
class Break:
    """Something that is not as it was.

    Attributes:
        where: `file`, `evidence`, `log`, `decision`, `entered` or `checkpoint`.
        which: The digest, id or number that tells it apart.
        what: What is wrong, in one sentence.
    """

    where: str
    which: str
    what: str


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look over a record gave.

    Attributes:
        pieces: Pieces of evidence looked over.
        entries: Entries of the custody log looked over.
        breaks: What is not as it was, in the order of the checks.
        notes: What is no break but should be known, such as a clock that was set back.
    """

    pieces: int
    entries: int
    breaks: tuple[Break, ...]
    notes: tuple[str, ...] = ()


def verify(record: RecordPlace = DEFAULT_RECORD, checkpoint: Path | None = None) -> Verification:
    """Look over a record: every byte of evidence, the chain of the custody log, and whether the two and the decisions agree.

    Args:
        record: The record's file, or a restricted case.
        checkpoint: A checkpoint written earlier and kept elsewhere; it shows whether the log was cut off since.

    Returns:
        What was looked over, and what is not as it was.

    Raises:
        RecordNotFoundError: There is none.
        NotARecordError: The file is something else.
        StorageError: The file is damaged so that nothing can be read.
        BadOptionError: The checkpoint's file is none.
    """
    known = read_checkpoint(checkpoint) if checkpoint else None
    store = open_to_read(record)
    try:
        return verify_store(store, known)
    finally:
        store.close()


def verify_store(store: Store, checkpoint: Checkpoint | None = None) -> Verification:
    """Look over an open record; see `verify`."""
    breaks = [Break("file", "", f"The database finds the file damaged: {words}.") for words in store.custody.damage()]
    pieces = list(store.custody.pieces())
    entries = list(store.custody.entries())
    breaks += [found for piece in pieces if (found := _piece_break(piece.sha256, piece.found_sha256, whole=piece.whole))]
    breaks += _chain_breaks(entries)
    breaks += _unmatched(
        {(piece.sha256, piece.media_type) for piece in pieces},
        {(entry.subject, entry.detail) for entry in entries if entry.kind == CustodyKind.CAPTURED},
    )
    breaks += _decision_breaks(store, entries)
    breaks += _checkpoint_breaks(entries, checkpoint) if checkpoint else []
    return Verification(len(pieces), len(entries), tuple(breaks), tuple(_notes(entries)))


def _piece_break(sha256: str, found: str | None, *, whole: bool) -> Break | None:
    if found is None:
        return Break("evidence", sha256, "Its bytes can no longer be unpacked.")
    if found != sha256:
        return Break("evidence", sha256, f"Its bytes are not those received: their SHA-256 is {found}.")
    return None if whole else Break("evidence", sha256, "Its bytes are those received, but not kept as they were put away.")


def _chain_breaks(entries: Iterable[CustodyEntry]) -> Iterator[Break]:
    """Yield the first break of the chain: what comes after it cannot be vouched for."""
    before = EMPTY_CHAIN
    for place, entry in enumerate(entries, 1):
        if entry.number != place:
            yield Break("log", str(place), f"Entry {place} is missing: the next one has the number {entry.number}.")
            return
        if entry.digest != entry.after(before):
            yield Break("log", str(place), f"Entry {place} is not as it was written, or one before it was changed or taken out.")
            return
        before = entry.digest


def _unmatched(kept: set[tuple[str, str]], logged: set[tuple[str, str]]) -> Iterator[Break]:
    for sha256, _ in sorted(kept - logged):
        yield Break("evidence", sha256, "It is in the record, and the custody log does not say how it came there.")
    for sha256, _ in sorted(logged - kept):
        yield Break("evidence", sha256, "The custody log says that it was captured, and it is no longer there.")


def _decision_breaks(store: Store, entries: Iterable[CustodyEntry]) -> Iterator[Break]:
    logged = list(entries)
    decided = {decision.id for decision in store.questions.decisions()}
    entered = {act.id for act in store.questions.entered()}
    yield from _judgement_breaks("decision", decided, {entry.subject for entry in logged if entry.kind == CustodyKind.DECIDED})
    yield from _judgement_breaks("entered", entered, {entry.subject for entry in logged if entry.kind == CustodyKind.ENTERED})


def _judgement_breaks(where: str, kept: set[str], logged: set[str]) -> Iterator[Break]:
    for name in sorted(kept - logged):
        yield Break(where, name, "It is not as it was taken, or was never logged.")
    for name in sorted(logged - kept):
        yield Break(where, name, "The custody log says that it was taken, and it is no longer there as it was.")


def _checkpoint_breaks(entries: list[CustodyEntry], checkpoint: Checkpoint) -> list[Break]:
    if len(entries) < checkpoint.entries:
        what = f"The log was cut off: it has {len(entries)} entries, and had {checkpoint.entries} at {checkpoint.at.isoformat()}."
        return [Break("checkpoint", str(len(entries) + 1), what)]
    digest = entries[checkpoint.entries - 1].digest if checkpoint.entries else EMPTY_CHAIN
    if digest == checkpoint.digest:
        return []
    what = (
        f"Entry {checkpoint.entries} or one before it is not what it was at {checkpoint.at.isoformat()}: the log was written anew."
    )
    return [Break("checkpoint", str(checkpoint.entries), what)]


def _notes(entries: list[CustodyEntry]) -> Iterator[str]:
    for earlier, later in pairwise(entries):
        if later.at < earlier.at and later.kind == CustodyKind.CAPTURED == earlier.kind:
            yield f"The clock went back between entries {earlier.number} ({earlier.at}) and {later.number} ({later.at})."


def checkpoint_of(store: Store, clock: Clock | None = None) -> Checkpoint:
    """Return how far a record's custody log has come."""
    entries, digest = store.custody.head()
    return Checkpoint(entries, digest, (clock or SystemClock()).now())


def write_checkpoint(record: RecordPlace, out: Path) -> Checkpoint:
    """Write how far a record's custody log has come into a file, to be kept elsewhere.

    Args:
        record: The record's file, or a restricted case.
        out: The file; an earlier checkpoint in it is replaced.

    Returns:
        What was written.

    Raises:
        RecordNotFoundError: There is no such record.
    """
    store = open_to_read(record)
    try:
        made = checkpoint_of(store)
    finally:
        store.close()
    out.write_text(_printed(made), encoding="utf-8")
    return made


def _printed(checkpoint: Checkpoint) -> str:
    told = {
        "entries": checkpoint.entries,
        "digest": checkpoint.digest,
        "at": checkpoint.at.isoformat(),
        "seal": checkpoint.seal,
    }
    return json.dumps(told, indent=1) + "\n"


def read_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint.

    Args:
        path: Its file.

    Returns:
        The checkpoint.

    Raises:
        BadOptionError: The file is no checkpoint, or not as it was written.
    """
    try:
        words = path.read_text(encoding="utf-8")
        told = json.loads(words)
        read = Checkpoint(int(told["entries"]), str(told["digest"]), datetime.fromisoformat(told["at"]))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOptionError(f"{path} is no checkpoint that can be read.", path=str(path)) from error
    if words != _printed(read):
        raise BadOptionError(f"The checkpoint {path} is not as it was written: its seal does not fit.", path=str(path))
    return read
