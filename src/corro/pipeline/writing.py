"""Writes files that leave the record: whole or not at all, for their owner's eyes, and never over another by mistake."""

import os
import secrets
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path
from typing import BinaryIO

from corro.errors import FileExistsAlreadyError, StorageError

PRIVATE = 0o600
"""Rights of a file that leaves the record: its owner reads and writes, nobody else does either."""


def refuse_existing(out: Path, *, force: bool) -> None:
    """Refuse to write where something stands already, unless told to.

    Raises:
        FileExistsAlreadyError: Something stands there.
    """
    if not force and (out.exists() or out.is_symlink()):
        raise FileExistsAlreadyError(f"{out} is there already, and was left as it is.", path=str(out))


def write_whole(out: Path, parts: Iterable[bytes], *, force: bool = False) -> str:
    """Write a file beside its place, and move it there once it is whole.

    Args:
        out: Its place.
        parts: What it holds.
        force: Whether what stands there may be replaced.

    Returns:
        The SHA-256 of what was written.

    Raises:
        FileExistsAlreadyError: Something stands there.
        StorageError: The folder cannot be written, or the disk is full.
    """
    refuse_existing(out, force=force)
    state = sha256()
    with _beside(out) as handle:
        for part in parts:
            state.update(part)
            handle.write(part)
    return state.hexdigest()


@contextmanager
def _beside(out: Path) -> Iterator[BinaryIO]:
    """Open a new file beside a place, and put it there at the end; nothing stays where that fails."""
    beside = out.with_name(f".{out.name}.{secrets.token_hex(4)}.part")
    try:
        with os.fdopen(os.open(beside, os.O_CREAT | os.O_EXCL | os.O_WRONLY, PRIVATE), "wb") as handle:
            yield handle
            handle.flush()
            os.fsync(handle.fileno())
        beside.replace(out)
    except OSError as error:
        raise StorageError(f"{out} cannot be written: {error.strerror}.", path=str(out)) from error
    finally:
        beside.unlink(missing_ok=True)
