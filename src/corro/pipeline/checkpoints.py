"""Checkpoints: how far the logs have come, in a small file that is kept elsewhere, signed by somebody who vouches for it."""

import json
from dataclasses import asdict, replace
from datetime import datetime
from pathlib import Path

from corro.errors import BadOptionError
from corro.keyring import Keyring
from corro.model import Checkpoint, CustodyAct, CustodyKind, Signature
from corro.pipeline.clock import SystemClock
from corro.pipeline.opening import RecordPlace, open_to_read
from corro.ports import Clock, Store


def checkpoint_of(store: Store, clock: Clock | None = None) -> Checkpoint:
    """Return how far a record's custody log has come."""
    entries, digest = store.custody.head()
    return Checkpoint(entries, digest, (clock or SystemClock()).now())


def write_checkpoint(record: RecordPlace, out: Path, keyring: Keyring | None = None) -> Checkpoint:
    """Write how far the logs of a record and of its vault have come into a file, to be kept elsewhere.

    Args:
        record: The record's file, or a restricted case.
        out: The file; an earlier checkpoint in it is replaced.
        keyring: Who signs it; nobody if left out.

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
    if isinstance(record, str | Path):
        made = _with_vault(made, Path(record))
    if keyring:
        made = signed(made, keyring)
    out.write_text(printed(made), encoding="utf-8")
    return made


def _with_vault(checkpoint: Checkpoint, record: Path) -> Checkpoint:
    from corro.vault import vault_of
    from corro.vault.checking import head_of

    path = vault_of(record)
    if not path.is_file():
        return checkpoint
    entries, digest = head_of(path)
    return replace(checkpoint, vault_entries=entries, vault_digest=digest)


def signed(checkpoint: Checkpoint, keyring: Keyring) -> Checkpoint:
    """Return a checkpoint with the signature of who is signed in; that it was signed goes into the vault's log after it."""
    made = replace(checkpoint, signature=keyring.sign(checkpoint.seal.encode()))
    keyring.log([CustodyAct(CustodyKind.CHECKPOINT_SIGNED, checkpoint.seal, "", checkpoint.at)])
    return made


def printed(checkpoint: Checkpoint) -> str:
    """Return a checkpoint as its file has it."""
    vault = {"vault_entries": checkpoint.vault_entries, "vault_digest": checkpoint.vault_digest} if checkpoint.vault_digest else {}
    signature = {"signature": asdict(checkpoint.signature)} if checkpoint.signature else {}
    told = {
        "entries": checkpoint.entries,
        "digest": checkpoint.digest,
        "at": checkpoint.at.isoformat(),
        **vault,
        "seal": checkpoint.seal,
        **signature,
    }
    return json.dumps(told, indent=1) + "\n"


def read_checkpoint(path: Path) -> Checkpoint:
    """Read a checkpoint.

    Args:
        path: Its file.

    Returns:
        The checkpoint; whether its signature fits is for `verify` to tell.

    Raises:
        BadOptionError: The file is no checkpoint, or not as it was written.
    """
    try:
        words = path.read_text(encoding="utf-8")
        read = _read(json.loads(words))
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise BadOptionError(f"{path} is no checkpoint that can be read.", path=str(path)) from error
    if words != printed(read):
        raise BadOptionError(f"The checkpoint {path} is not as it was written: its seal does not fit.", path=str(path))
    return read


def _read(told: dict[str, object]) -> Checkpoint:
    fields = told.get("signature")
    signature = Signature(**{name: str(value) for name, value in fields.items()}) if isinstance(fields, dict) else None
    return Checkpoint(
        int(str(told["entries"])),
        str(told["digest"]),
        datetime.fromisoformat(str(told["at"])),
        int(str(told.get("vault_entries", 0))),
        str(told.get("vault_digest", "")),
        signature,
    )
