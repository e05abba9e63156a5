"""Who may read what: the one function through which every reading of a record goes."""

from corro.model.user import User
from corro.ports import Questions, Store


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
