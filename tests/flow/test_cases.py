"""Restricted cases: whole records that are in memory while they are open, and sealed while they are not."""

import sqlite3
from collections.abc import Callable
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import pytest
from tests.keyrings import NOON
from tests.laws.builders import PlainReader
from tests.rooms import Room

from corro import build
from corro.casework import Classification
from corro.errors import BadOptionError, NothingToReadError, RecordLockedError, UnknownIdError
from corro.keyring import Keyring
from corro.model import Decision, DecisionKind
from corro.pipeline.cases import (
    CONTENT,
    CaseRecord,
    cases,
    cases_due,
    classify_case,
    close_case,
    grant_case,
    new_case,
    retain_case,
    revoke_case,
    the_case,
    tie_person,
)
from corro.pipeline.decide import decide
from corro.pipeline.options import BuildOptions
from corro.pipeline.verifying import verify
from corro.pipeline.view import open_record

TODAY = NOON.date()
PLAIN = BuildOptions(executor=PlainReader())


@pytest.fixture
def report(tmp_path: Path) -> Path:
    """A report that tells of one attack."""
    path = tmp_path / "report.txt"
    path.write_text("Masked men attacked traders at Aram on 2023-02-05, killing 3.\n", encoding="utf-8")
    return path


@pytest.fixture
def keyring(room: Room) -> Keyring:
    """Somebody who opens a case."""
    return room.sign_in()


def test_the_same_code_builds_shows_decides_and_verifies(keyring: Keyring, report: Path) -> None:
    """A case answers as a record in a file does."""
    case = new_case(keyring, "The traders of Aram", NOON)
    record = CaseRecord(keyring, case.code, "test")
    told = build(report, record, options=PLAIN)
    assert told.totals.events == 1
    with open_record(record) as view:
        (line,) = view.events()
        assert view.explain(line.slug)
        assert view.search("masked").total == 1
        (claim,) = view.claims()
    decide([Decision(DecisionKind.CLAIM, (claim.id,), "rejected", "ada", NOON, "misread")], record)
    with open_record(record) as view:
        assert view.events().total == 0
    assert verify(record).breaks == ()


def test_a_file_and_a_case_say_the_same(keyring: Keyring, report: Path, tmp_path: Path) -> None:
    """By their digests."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "test")
    build(report, record, options=PLAIN)
    build(report, tmp_path / "plain.record", options=PLAIN)
    from corro.pipeline.opening import open_to_read

    digests = []
    for one in (record, tmp_path / "plain.record"):
        store = open_to_read(one)
        digests.append(store.digest())
        store.close()
    assert digests[0] == digests[1]


def test_nothing_of_a_case_is_in_any_file(keyring: Keyring, report: Path, tmp_path: Path) -> None:
    """Reading and building one makes no file; the database knows of none, and keeps what it sorts in memory."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "test")
    before = set(tmp_path.iterdir())
    build(report, record, options=PLAIN)
    store = record.to_write()
    raw: sqlite3.Connection = store._connection.connection.dbapi_connection  # type: ignore[attr-defined]
    assert [row[2] for row in raw.execute("PRAGMA database_list")] == ["x"]  # what SQLite calls a database in memory; no file
    assert raw.execute("PRAGMA temp_store").fetchone() == (2,)
    assert raw.execute("PRAGMA journal_mode").fetchone() == ("memory",)
    store.close()
    assert set(tmp_path.iterdir()) == before


def test_who_may_not_open_a_case_gets_the_answer_of_a_code_that_never_was(room: Room, keyring: Keyring) -> None:
    """A wrong code, no right, a right taken back, and a case that is gone: the very same words."""
    case = new_case(keyring, "Aram", NOON)
    other = room.sign_in("ben")
    answers = [_refusal(lambda: CaseRecord(other, case.code, "test")), _refusal(lambda: CaseRecord(keyring, "C-AAAAAAAA", "test"))]
    grant_case(keyring, case.code, "ben")
    assert [one.title for one in cases(other)] == ["Aram"]
    revoke_case(keyring, case.code, "ben")
    answers.append(_refusal(lambda: the_case(other, case.code, "test")))
    assert cases(other) == ()
    close_case(keyring, case.code, "the mission ends")
    answers.append(_refusal(lambda: CaseRecord(keyring, case.code, "test")))
    assert len(set(answers)) == 1


def _refusal(ask: Callable[[], object]) -> str:
    with pytest.raises(UnknownIdError) as caught:
        ask()
    return caught.value.message + caught.value.hint


def test_each_opening_is_in_the_log_with_its_reason(room: Room, keyring: Keyring, report: Path) -> None:
    """Before anything is answered."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "show events")
    build(report, record, options=PLAIN)
    seen = len(room.acts())
    with open_record(record):
        assert [act.detail for act in room.acts()[seen:]] == ["show events"]


def test_two_who_write_at_once_are_told(keyring: Keyring, report: Path) -> None:
    """The second loses nothing of the first's."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "test")
    late = record.to_write()
    late.intake.begin_run(NOON)
    build(report, record, options=PLAIN)
    with pytest.raises(RecordLockedError, match="not kept"):
        late.close()
    with open_record(record) as view:
        assert view.events().total == 1


def test_reading_seals_nothing_anew(keyring: Keyring, report: Path) -> None:
    """What was not changed is not written."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "test")
    build(report, record, options=PLAIN)
    before = keyring.entries(CONTENT)
    record.to_write().close()
    assert keyring.entries(CONTENT) == before


def test_a_build_of_nothing_leaves_the_case(keyring: Keyring, tmp_path: Path) -> None:
    """As it leaves a record."""
    record = CaseRecord(keyring, new_case(keyring, "Aram", NOON).code, "test")
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToReadError):
        build(tmp_path / "empty", record, options=PLAIN)
    with open_record(record) as view:
        assert view.totals().documents == 0


def test_a_case_is_strictly_confidential_until_two_say_otherwise(room: Room, keyring: Keyring) -> None:
    """And one alone cannot lower it."""
    case = new_case(keyring, "Aram", NOON)
    grant_case(keyring, case.code, "ben")
    other = room.sign_in("ben")
    assert case.level is Classification.STRICTLY_CONFIDENTIAL
    asked = classify_case(keyring, case.code, Classification.CONFIDENTIAL, NOON, "the source agrees")
    assert asked.level is Classification.STRICTLY_CONFIDENTIAL
    assert (
        classify_case(other, case.code, Classification.CONFIDENTIAL, NOON, "seen and agreed").level is Classification.CONFIDENTIAL
    )
    with pytest.raises(BadOptionError, match="why"):
        classify_case(keyring, case.code, Classification.UNCLASSIFIED, NOON, " ")


def test_a_case_has_a_day_until_which_it_is_kept(keyring: Keyring) -> None:
    """What is held is not destroyed, and what is over is listed."""
    case = new_case(keyring, "Aram", NOON, TODAY + timedelta(5))
    assert [one.what for one in cases_due(keyring, TODAY)] == ["soon"]
    retain_case(keyring, case.code, None, TODAY, "asked for by a court")
    with pytest.raises(BadOptionError, match="held"):
        close_case(keyring, case.code, "over")
    assert retain_case(keyring, case.code, TODAY + timedelta(900), TODAY).hold == ""
    assert cases_due(keyring, TODAY) == ()
    with pytest.raises(BadOptionError, match="over"):
        new_case(keyring, "Belo", NOON, date(2020, 1, 1))
    with pytest.raises(BadOptionError, match="title"):
        new_case(keyring, " ", NOON)


def test_all_that_is_known_of_a_case_comes_back(keyring: Keyring) -> None:
    """As it was put away."""
    case = new_case(keyring, "Aram", NOON, TODAY + timedelta(5))
    classify_case(keyring, case.code, Classification.UNCLASSIFIED, NOON, "no reason at all")
    tied = tie_person(keyring, case.code, "P-7KQ2MD9R")
    assert the_case(keyring, case.code, "test") == tied
    assert replace(tied, persons=(), said=()) == case


def test_a_vault_without_cases_lists_none(room: Room) -> None:
    """Nor does anybody learn that others have some."""
    new_case(room.sign_in(), "Aram", NOON)
    assert cases(room.sign_in("eve")) == ()
