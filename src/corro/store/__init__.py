"""Keeps the record: drivers of the port `corro.ports.Store`."""

from corro.store.sqlite import SqliteStore

__all__ = ["SqliteStore"]
