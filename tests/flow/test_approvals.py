"""What leaves a guarded case wants another person's approval, over the real vault."""

from pathlib import Path

import pytest
from tests.laws.builders import PlainReader
from tests.vaults import EVERYTHING, NOON, SetClock, a_vault, signed_in

from corro import build
from corro.casework import Audience
from corro.errors import NotAllowedError, NothingToOpenError
from corro.model.brief import BriefKind, BriefRequest
from corro.pipeline.approvals import approvals, approve, ask_approval, guard_case
from corro.pipeline.cases import CaseRecord, grant_case, new_case
from corro.pipeline.drafts import Desk, write_brief
from corro.pipeline.exporting import Wanted, export
from corro.pipeline.options import BuildOptions

PLAIN = BuildOptions(executor=PlainReader())


@pytest.fixture
def guarded(tmp_path: Path) -> tuple[CaseRecord, CaseRecord]:
    """A guarded case with one report, as ada and as ben have it."""
    vault = a_vault(None, SetClock(), ada=EVERYTHING, ben=EVERYTHING)
    ada, ben = signed_in(vault, "ada"), signed_in(vault, "ben")
    case = new_case(ada, "The traders of Aram", NOON)
    report = tmp_path / "report.txt"
    report.write_text("Masked men attacked traders at Aram on 2023-02-05, killing 3.\n", encoding="utf-8")
    record = CaseRecord(ada, case.code, "test")
    build(report, record, options=PLAIN)
    grant_case(ada, case.code, "ben")
    guard_case(ada, case.code, guarded=True)
    ben = signed_in(vault, "ben")
    return record, CaseRecord(ben, case.code, "test")


def test_nothing_leaves_before_another_person_approved_it(guarded: tuple[CaseRecord, CaseRecord], tmp_path: Path) -> None:
    """Refused, asked, refused still, not approved by oneself, approved by another, out once, and refused again."""
    record, others = guarded
    out = tmp_path / "events.csv"
    wanted = Wanted(user=record.user, audience=Audience.SECTION, clock=SetClock())
    with pytest.raises(NotAllowedError, match="Another person"):
        export("csv", out, record, wanted)
    asked = ask_approval(record.keyring, record.code, ("csv", "section"), "the file of the court", NOON)
    with pytest.raises(NotAllowedError):
        export("csv", out, record, wanted)
    with pytest.raises(NotAllowedError, match="cannot approve"):
        approve(record.keyring, record.code, asked.code, NOON)
    assert not out.exists()
    approve(others.keyring, record.code, asked.code, NOON)
    export("csv", out, record, wanted)
    assert out.exists()
    with pytest.raises(NotAllowedError):
        export("csv", tmp_path / "again.csv", record, wanted)
    assert not (tmp_path / "again.csv").exists()
    (kept,) = approvals(others.keyring, record.code)
    assert (kept.asked_by, kept.approved_by, kept.used_at) == ("ada", "ben", NOON)


def test_a_brief_is_held_back_too(guarded: tuple[CaseRecord, CaseRecord], tmp_path: Path) -> None:
    """A draft of a guarded case is written only when a brief was approved, and none of its drawings before."""
    record, others = guarded
    out = tmp_path / "chronology.md"
    request = BriefRequest(BriefKind.CHRONOLOGY, "en", NOON)
    desk = Desk(record, record.user, SetClock())
    with pytest.raises(NotAllowedError):
        write_brief(request, out, desk)
    assert list(tmp_path.glob("*.md")) == list(tmp_path.glob("*.svg")) == []
    asked = ask_approval(record.keyring, record.code, ("brief", "section"), "for the head of section", NOON)
    approve(others.keyring, record.code, asked.code, NOON)
    write_brief(request, out, desk)
    assert out.exists()


def test_an_unknown_request_and_an_unknown_case_get_the_same_answer(guarded: tuple[CaseRecord, CaseRecord]) -> None:
    """Nothing is told of what somebody may not open."""
    record, others = guarded
    with pytest.raises(NothingToOpenError):
        approve(others.keyring, record.code, "R-NOSUCHXX", NOON)
    with pytest.raises((NothingToOpenError, NotAllowedError)):
        approve(others.keyring, "C-NOSUCHXX", "R-NOSUCHXX", NOON)
