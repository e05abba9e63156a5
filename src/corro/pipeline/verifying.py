"""Looks over a record's evidence, judgements and custody log anew, and says where something is not as it was (law 9)."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import UTC, datetime, timedelta
from itertools import pairwise
from pathlib import Path

from corro.errors import SignatureError
from corro.model import Break, Checkpoint, CustodyEntry, CustodyKind, DecisionKind
from corro.model.custody import chain_breaks
from corro.pipeline.checkpoints import read_checkpoint
from corro.pipeline.opening import RecordPlace, open_to_read
from corro.pipeline.seconding import signature_fits
from corro.ports import Store
from corro.settings import DEFAULT_RECORD
from corro.values import EMPTY_CHAIN

DRIFT = timedelta(minutes=5)
"""How far the clock may go back between two entries of the vault's log. Source: own judgement: what machines drift."""


@dataclass(frozen=True, slots=True)
class Verification:
    """What a look over a record gave.

    Attributes:
        pieces: Pieces of evidence looked over.
        entries: Entries of the custody log looked over.
        breaks: What is not as it was, in the order of the checks.
        notes: What is no break but should be known, such as a clock that was set back.
        vault_entries: Entries of the vault's log looked over; None where there is no vault.
    """

    pieces: int
    entries: int
    breaks: tuple[Break, ...]
    notes: tuple[str, ...] = ()
    vault_entries: int | None = None


def verify(record: RecordPlace = DEFAULT_RECORD, checkpoint: Path | None = None) -> Verification:
    """Look over a record and its vault: every byte of evidence, the logs' chains, and whether these and what is kept agree.

    Nobody has to be signed in, and nothing of a vault is opened: what is sealed is looked over as it is sealed.

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
        found = verify_store(store, known)
    finally:
        store.close()
    return _with_vault(found, Path(record), known) if isinstance(record, str | Path) else found


def verify_store(store: Store, checkpoint: Checkpoint | None = None) -> Verification:
    """Look over an open record; see `verify`."""
    breaks = [Break("file", "", f"The database finds the file damaged: {words}.") for words in store.custody.damage()]
    pieces = list(store.custody.pieces())
    entries = list(store.custody.entries())
    breaks += [found for piece in pieces if (found := _piece_break(piece.sha256, piece.found_sha256, whole=piece.whole))]
    breaks += chain_breaks(entries)
    breaks += _unmatched(
        {(piece.sha256, piece.media_type) for piece in pieces},
        {(entry.subject, entry.detail) for entry in entries if entry.kind == CustodyKind.CAPTURED},
    )
    breaks += _decision_breaks(store, entries)
    breaks += _cut_off(entries, (checkpoint.entries, checkpoint.digest), checkpoint.at, "log") if checkpoint else []
    return Verification(len(pieces), len(entries), tuple(breaks), tuple(_notes(entries)))


def _piece_break(sha256: str, found: str | None, *, whole: bool) -> Break | None:
    if found is None:
        return Break("evidence", sha256, "Its bytes can no longer be unpacked.")
    if found != sha256:
        return Break("evidence", sha256, f"Its bytes are not those received: their SHA-256 is {found}.")
    return None if whole else Break("evidence", sha256, "Its bytes are those received, but not kept as they were put away.")


def _unmatched(kept: set[tuple[str, str]], logged: set[tuple[str, str]]) -> Iterator[Break]:
    for sha256, _ in sorted(kept - logged):
        yield Break("evidence", sha256, "It is in the record, and the custody log does not say how it came there.")
    for sha256, _ in sorted(logged - kept):
        yield Break("evidence", sha256, "The custody log says that it was captured, and it is no longer there.")


def _decision_breaks(store: Store, entries: Iterable[CustodyEntry]) -> Iterator[Break]:
    logged = list(entries)
    decisions = store.questions.decisions()
    decided = {decision.id for decision in decisions}
    entered = {act.id for act in store.questions.entered()}
    yield from _judgement_breaks("decision", decided, {entry.subject for entry in logged if entry.kind == CustodyKind.DECIDED})
    for decision in decisions:
        if decision.kind is DecisionKind.SECOND and not signature_fits(decision):
            yield Break("decision", decision.id, f"The signature of {decision.by}, who is said to have confirmed, does not fit.")
    yield from _judgement_breaks("entered", entered, {entry.subject for entry in logged if entry.kind == CustodyKind.ENTERED})


def _judgement_breaks(where: str, kept: set[str], logged: set[str]) -> Iterator[Break]:
    for name in sorted(kept - logged):
        yield Break(where, name, "It is not as it was taken, or was never logged.")
    for name in sorted(logged - kept):
        yield Break(where, name, "The custody log says that it was taken, and it is no longer there as it was.")


def _cut_off(entries: list[CustodyEntry], head: tuple[int, str], at: datetime, name: str) -> list[Break]:
    """Return what a log's former head tells of it: that it was cut off, or written anew."""
    count, digest = head
    if len(entries) < count:
        what = f"The {name} was cut off: it has {len(entries)} entries, and had {count} at {at.isoformat()}."
        return [Break("checkpoint", str(len(entries) + 1), what)]
    if digest == (entries[count - 1].digest if count else EMPTY_CHAIN):
        return []
    what = f"Entry {count} of the {name} or one before it is not what it was at {at.isoformat()}: it was written anew."
    return [Break("checkpoint", str(count), what)]


def _with_vault(found: Verification, record: Path, checkpoint: Checkpoint | None) -> Verification:
    """Add what is found in the vault beside a record, and whether a checkpoint's signature fits."""
    from corro.vault import vault_of
    from corro.vault.checking import look_over

    path = vault_of(record)
    if not path.is_file():
        return _without_vault(found, checkpoint)
    entries, breaks = look_over(path)
    if checkpoint and checkpoint.vault_digest:
        head = (checkpoint.vault_entries, checkpoint.vault_digest)
        breaks += _cut_off(entries, head, checkpoint.at, "vault's log")
    signature_breaks, notes = _signature(path, checkpoint)
    notes = [*found.notes, *_set_back(entries), *notes]
    return replace(found, breaks=(*found.breaks, *breaks, *signature_breaks), notes=tuple(notes), vault_entries=len(entries))


def _without_vault(found: Verification, checkpoint: Checkpoint | None) -> Verification:
    if checkpoint is None:
        return found
    gone = [Break("vault", "file", "There was a vault beside the record, and it is gone.")] if checkpoint.vault_digest else []
    unknown = [f"{_signed(checkpoint)} No vault is here that would know the signer."] if checkpoint.signature else []
    return replace(found, breaks=(*found.breaks, *gone), notes=(*found.notes, *unknown))


def _signature(vault: Path, checkpoint: Checkpoint | None) -> tuple[list[Break], list[str]]:
    from corro.vault.checking import signer_in

    if checkpoint is None or checkpoint.signature is None:
        return [], []
    try:
        by = signer_in(vault, checkpoint.seal.encode(), checkpoint.signature)
    except SignatureError as error:
        return [Break("signature", checkpoint.signature.by, f"{error.message} {_signed(checkpoint)}")], []
    return [], [f"The checkpoint of {checkpoint.at.isoformat()} is signed by {by}."]


def _signed(checkpoint: Checkpoint) -> str:
    signature = checkpoint.signature
    return f"The checkpoint says that {signature.by} signed it with the key {signature.key}." if signature else ""


def _set_back(entries: list[CustodyEntry]) -> Iterator[str]:
    for earlier, later in pairwise(entries):
        if _moment(later) < _moment(earlier) - DRIFT:
            numbers = f"{earlier.number} ({earlier.at}) and {later.number} ({later.at})"
            yield f"The clock went back between entries {numbers} of the vault's log."


def _moment(entry: CustodyEntry) -> datetime:
    try:
        return datetime.fromisoformat(entry.at)
    except ValueError:
        return datetime.max.replace(tzinfo=UTC)


def _notes(entries: list[CustodyEntry]) -> Iterator[str]:
    for earlier, later in pairwise(entries):
        if later.at < earlier.at and later.kind == CustodyKind.CAPTURED == earlier.kind:
            yield f"The clock went back between entries {earlier.number} ({earlier.at}) and {later.number} ({later.at})."
