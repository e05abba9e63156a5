"""Who may do what: the one function through which every list, search, count, history, export and answer goes."""

from collections.abc import Iterable
from typing import TypeVar

from corro.errors import NotAllowedError
from corro.model.permission import Doing, allowed
from corro.model.user import User
from corro.ports import Questions, Store

Item = TypeVar("Item")

ORDINARY = ""
"""The record that everybody works with, which belongs to no case."""


def may(user: User, doing: Doing, case: str = ORDINARY) -> bool:
    """Say whether a user may do something with the ordinary record, or with a restricted case.

    Two things are asked, and both must hold: that a role of theirs may do it (`corro.model.permission.ALLOWED`), and, for a case,
    that they hold its key. No role sees a case by itself.

    Args:
        user: Who asks.
        doing: What they would do.
        case: The case's id, or `ORDINARY`.

    Returns:
        Whether they may.
    """
    return allowed(user, doing) and (case == ORDINARY or case in user.cases)


def require(user: User, doing: Doing, case: str = ORDINARY) -> None:
    """Refuse what a user may not do; see `may`.

    Raises:
        NotAllowedError: They may not. For a case that they do not hold it is the same answer as for one that is not there.
    """
    if not may(user, doing, case):
        about = "this case, or there is no such case" if case and case not in user.cases else f"that ({doing.value})"
        raise NotAllowedError(f"Your account may not do {about}." if case == ORDINARY else f"Your account may not open {about}.")


def readable(store: Store, user: User, case: str = ORDINARY) -> Questions:
    """Return the answers that a user may have.

    Every list, search, snippet, count, history, relation and explanation asks here first, and nothing else hands out answers. What
    a user may not read is in no row of the store that they are handed: a restricted case is a store of its own.

    Args:
        store: The record, or the store of a case.
        user: Who asks.
        case: The case whose store it is, or `ORDINARY`.

    Returns:
        The store's answers.

    Raises:
        NotAllowedError: The user may not read it.
    """
    require(user, Doing.READ, case)
    return store.questions


def permitted(user: User, doing: Doing, items: Iterable[tuple[str, Item]]) -> tuple[Item, ...]:
    """Return, of items with the cases that they belong to, those with which a user may do something; the rest is left out unsaid.

    Args:
        user: Who asks.
        doing: What they would do.
        items: Items, each with its case's id or `ORDINARY`.

    Returns:
        The items that remain, in order.
    """
    return tuple(item for case, item in items if may(user, doing, case))
