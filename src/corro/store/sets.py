"""Questions about many ids at once: a list of ids as one parameter, and the closure of a set under neighbourhood."""

import json
from collections.abc import Callable, Iterable, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, text


def rows_for(connection: Connection, statement: str, ids: Iterable[str], **parameters: Any) -> Sequence[RowMapping]:
    """Run a query whose `:ids` is a list of ids.

    The list travels as one JSON text, so that the statement stays the same for any number of ids.

    Args:
        connection: The record's.
        statement: SQL with `(SELECT value FROM json_each(:ids))` where the ids go.
        ids: The ids.
        **parameters: Whatever else the statement names.

    Returns:
        The rows.
    """
    return connection.execute(text(statement), {"ids": json.dumps(sorted(set(ids))), **parameters}).mappings().all()


def tuples_for(connection: Connection, statement: str, ids: Iterable[str], **parameters: Any) -> Sequence[Any]:
    """Run a query as `rows_for` does, and return plain tuples: where there are many, names cost more than values."""
    return connection.execute(text(statement), {"ids": json.dumps(sorted(set(ids))), **parameters}).all()


def run_for(connection: Connection, statement: str, ids: Iterable[str], **parameters: Any) -> None:
    """Run a statement that answers nothing, with `:ids` as in `rows_for`."""
    connection.execute(text(statement), {"ids": json.dumps(sorted(set(ids))), **parameters})


def closure(seeds: Iterable[str], neighbours: Callable[[set[str]], Iterable[str]]) -> tuple[str, ...]:
    """Return all that can be reached from the seeds, sorted.

    Args:
        seeds: Where to begin.
        neighbours: Gives the neighbours of a set, level by level.

    Returns:
        The seeds and all that is connected with them.
    """
    reached = set(seeds)
    edge = set(reached)
    while edge:
        edge = set(neighbours(edge)) - reached
        reached |= edge
    return tuple(sorted(reached))
