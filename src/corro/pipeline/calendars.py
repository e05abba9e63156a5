"""Writes deadlines as a calendar file, and logs that it left the record."""

import getpass
from collections.abc import Sequence
from pathlib import Path

from corro.errors import BadOptionError
from corro.model import CustodyAct, CustodyKind
from corro.pipeline.clock import SystemClock
from corro.pipeline.opening import RecordPlace, open_to_write
from corro.pipeline.writing import refuse_existing, write_whole
from corro.ports import Clock
from corro.registers.calendar import calendar
from corro.registers.deadlines import Deadline


def write_calendar(
    record: RecordPlace,
    out: Path,
    found: Sequence[Deadline],
    *,
    words: bool = False,
    force: bool = False,
    clock: Clock | None = None,
) -> int:
    """Write deadlines into a file that calendars read.

    Args:
        record: The record that they are of; its custody log gets an entry.
        out: The file.
        found: The deadlines; those without a date are left out.
        words: Whether subjects and grounds are written too.
        force: Whether a file that is there is written over.
        clock: Tells when.

    Returns:
        How many were written.

    Raises:
        FileExistsAlreadyError: The file is there already.
        StorageError: It cannot be written.
        BadOptionError: Words of a restricted case are asked for.
    """
    if words and not isinstance(record, str | Path):
        raise BadOptionError("The words of a restricted case do not go into a calendar.")
    refuse_existing(out, force=force)
    dated = [one for one in found if one.due is not None and (one.due.at or one.due.last)]
    told = "calendar with words" if words else "calendar"
    store = open_to_write(record)
    try:
        with store.transaction():
            digest = write_whole(out, [calendar(dated, words=words)], force=force)
            now = (clock or SystemClock()).now()
            store.custody.log([CustodyAct(CustodyKind.EXPORTED, digest, getpass.getuser(), now, told)])
    finally:
        store.close()
    return len(dated)
