"""Who may do what: one table, one function, and nothing that hands out answers beside it."""

import inspect
from unittest.mock import MagicMock

import pytest

from corro.errors import NotAllowedError
from corro.model import LOCAL, Role, User
from corro.model.permission import ALLOWED, Doing
from corro.pipeline.access import may, permitted, readable, require
from corro.pipeline.view import RecordView
from corro.store import SqliteStore

NOBODY = User("nobody")
ASKS_NOTHING = {"close", "changes"}
"""Methods of a view that tell only what they are given."""
TABLE = {
    Role.READER: {"read"},
    Role.ANALYST: {"read", "supply", "decide", "enter", "protect"},
    Role.REVIEWER: {"read", "supply", "decide", "enter", "protect", "review", "export"},
    Role.CUSTODIAN: {"read", "supply", "decide", "enter", "protect", "review", "export", "keep_vault", "administer"},
    Role.ADMINISTRATOR: {"read", "supply", "decide", "enter", "review", "export", "administer"},
}


@pytest.mark.parametrize("role", Role)
def test_each_role_may_what_the_table_says(role: Role) -> None:
    """Written out a second time here, so that a slip in the table is seen."""
    assert {doing.value for doing in Doing if may(User("x", frozenset({role})), doing)} == TABLE[role]


def test_every_doing_has_its_line() -> None:
    """Nothing is allowed because nobody thought of it."""
    assert ALLOWED.keys() == set(Doing)
    assert not [doing for doing in Doing if may(NOBODY, doing)]


@pytest.mark.parametrize("role", Role)
def test_no_role_opens_a_case_by_itself(role: Role) -> None:
    """Its key does, and the role still counts."""
    outside, inside = User("x", frozenset({role})), User("x", frozenset({role}), frozenset({"C-ONE"}))
    for doing in Doing:
        assert not may(outside, doing, "C-ONE")
        assert not may(inside, doing, "C-TWO")
        assert may(inside, doing, "C-ONE") == may(inside, doing)


def test_a_case_that_is_not_ones_own_and_one_that_is_not_there_look_alike() -> None:
    """So that nobody learns by asking which cases there are."""
    answers = set()
    for case in ("C-REAL", "C-NONE"):
        with pytest.raises(NotAllowedError) as found:
            require(User("x", frozenset(Role), frozenset({"C-OTHER"})), Doing.READ, case)
        answers.add(str(found.value))
    assert len(answers) == 1


def test_who_uses_a_machine_alone_may_all_but_see_to_a_vault() -> None:
    """That wants an account."""
    assert {doing for doing in Doing if not may(LOCAL, doing)} == {Doing.KEEP_VAULT}
    assert not may(LOCAL, Doing.READ, "C-ONE")


def test_in_bulk_what_is_not_allowed_is_left_out() -> None:
    """Unsaid, and in order."""
    user = User("x", frozenset({Role.REVIEWER}), frozenset({"C-ONE"}))
    items = [("", "a"), ("C-TWO", "b"), ("C-ONE", "c"), ("", "d")]
    assert permitted(user, Doing.EXPORT, items) == ("a", "c", "d")
    assert permitted(NOBODY, Doing.EXPORT, items) == ()


def test_a_store_answers_to_who_may_read_it() -> None:
    """The record's, and a case's."""
    store = SqliteStore.in_memory()
    reader = User("x", frozenset({Role.READER}))
    assert readable(store, reader) is store.questions
    for user, case in ((NOBODY, ""), (reader, "C-ONE")):
        with pytest.raises(NotAllowedError):
            readable(store, user, case)
    store.close()


def test_nothing_of_a_record_is_told_to_somebody_without_a_role() -> None:
    """Every list, count, search, history and explanation of a view refuses."""
    store = SqliteStore.in_memory()
    view = RecordView(store, NOBODY)
    asked = []
    for name, method in inspect.getmembers(RecordView, inspect.isfunction):
        if name.startswith("_") or name in ASKS_NOTHING:
            continue
        wanted = [one for one in list(inspect.signature(method).parameters.values())[1:] if one.default is inspect.Parameter.empty]
        try:
            answer = getattr(view, name)(*("x" if one.annotation is str else MagicMock() for one in wanted))
            list(answer) if inspect.isgenerator(answer) else None
        except NotAllowedError:
            asked.append(name)
            continue
        pytest.fail(f"{name} answers somebody who may not read")
    assert len(asked) > 15
    store.close()
