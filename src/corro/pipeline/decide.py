"""Takes people's decisions into a record, and brings what they touch up to date."""

from collections.abc import Sequence
from pathlib import Path

from corro.model import Decision
from corro.pipeline.options import silent
from corro.ports import Store
from corro.settings import DEFAULT_RECORD


def decide(decisions: Sequence[Decision], record: str | Path = DEFAULT_RECORD) -> None:
    """Take decisions into a record.

    Args:
        decisions: The decisions; a decision of kind `undo` names those that it undoes.
        record: The record's file.

    Raises:
        RecordLockedError: Another process is writing to the record.
        StorageError: The disk is full, read-only or failing.
    """
    from corro.store import SqliteStore

    store = SqliteStore.to_write(Path(record))
    try:
        decide_in(store, decisions)
    finally:
        store.close()


def decide_in(store: Store, decisions: Sequence[Decision]) -> None:
    """Take decisions into an open record; taking one twice changes nothing."""
    from corro.pipeline.weighing import weigh

    with store.transaction():
        for decision in decisions:
            store.intake.add_decision(decision)
    weigh(store, silent)
