"""Runs a list question: how many there are, and the part that is wanted."""

from collections.abc import Callable, Sequence
from typing import Any, TypeVar

from sqlalchemy import ColumnElement, Connection, RowMapping, Select, func, or_, select

from corro.model.answer import Page, Window

Line = TypeVar("Line")


def page_of(
    connection: Connection, query: Select[Any], order: Sequence[Any], window: Window, read: Callable[[RowMapping], Line]
) -> Page[Line]:
    """Run a query and read the part of its rows that is wanted.

    Args:
        connection: The record's.
        query: The query, without order or limit.
        order: What to sort by; wholly decides the order.
        window: The part.
        read: Makes a line of a row.

    Returns:
        The lines, and the number of all.
    """
    total = connection.execute(select(func.count()).select_from(query.subquery())).scalar_one()
    part = query.order_by(*order).offset(window.offset)
    rows = connection.execute(part.limit(window.limit) if window.limit is not None else part.limit(-1)).mappings()
    return Page(tuple(read(row) for row in rows), int(total), window.offset)


def of_types(column: ColumnElement[str], types: Sequence[str]) -> ColumnElement[bool]:
    """Return the condition that a type is one of these codes, or of one of these families (a letter alone)."""
    return or_(*(column.startswith(code) if len(code) == 1 else column == code for code in types))
