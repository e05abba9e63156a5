"""Who may read what: the one function through which every reading of a record goes."""

from dataclasses import dataclass

from corro.ports import Questions, Store


@dataclass(frozen=True, slots=True)
class User:
    """Somebody who asks.

    Attributes:
        name: Their name; of the one user of a machine, `local`.
    """

    name: str


LOCAL = User("local")
"""The one user of a record that is not shared: whoever can open the file may read all of it."""


def readable(store: Store, user: User) -> Questions:
    """Return the answers that a user may have.

    Every list, search, count and explanation asks here first, and nothing else hands out answers. A record is for one user now,
    who may read everything; roles and cases will narrow it here.

    Args:
        store: The record.
        user: Who asks.

    Returns:
        The record's answers.
    """
    del user
    return store.questions
