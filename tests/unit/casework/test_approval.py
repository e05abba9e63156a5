"""When a approval lets something leave."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

from corro.casework.approval import APPROVAL_DAYS, Approval, opening

NOON = datetime(2026, 11, 24, 12, tzinfo=UTC)
ASKED = Approval("R-1", "csv", "un", "the quarterly report", "ada", NOON)
APPROVED = replace(ASKED, approved_by="ben", approved_at=NOON)


def test_only_what_another_person_approved_leaves_and_only_as_asked() -> None:
    """Not before it is approved, not approved by oneself, not in another form, for others, or by somebody else."""
    assert APPROVED.opens("csv", "un", "ada", NOON)
    assert not ASKED.opens("csv", "un", "ada", NOON)
    assert not replace(APPROVED, approved_by="ada").opens("csv", "un", "ada", NOON)
    assert not APPROVED.opens("geojson", "un", "ada", NOON)
    assert not APPROVED.opens("csv", "public", "ada", NOON)
    assert not APPROVED.opens("csv", "un", "ben", NOON)


def test_an_approval_serves_once_and_grows_old() -> None:
    """Used ones, old ones and ones of a clock that went back open nothing."""
    assert not replace(APPROVED, used_at=NOON).opens("csv", "un", "ada", NOON)
    assert APPROVED.opens("csv", "un", "ada", NOON + timedelta(days=APPROVAL_DAYS))
    assert not APPROVED.opens("csv", "un", "ada", NOON + timedelta(days=APPROVAL_DAYS, seconds=1))
    assert not APPROVED.opens("csv", "un", "ada", NOON - timedelta(seconds=1))


def test_the_oldest_that_opens_is_used() -> None:
    """Of two that open, the one asked first."""
    later = replace(APPROVED, code="R-2", asked_at=NOON + timedelta(hours=1))
    assert opening([later, APPROVED], "csv", "un", "ada", NOON + timedelta(hours=2)) == APPROVED
    assert opening([ASKED], "csv", "un", "ada", NOON) is None
