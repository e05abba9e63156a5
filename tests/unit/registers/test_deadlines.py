"""Deadlines come out as the worked examples of the field have them, each with its basis."""

from datetime import UTC, datetime

import pytest
from tests.unit.registers.builders import an_item

from corro.registers.deadlines import DueState, deadlines_of, status_now
from corro.values import read_edtf
from corro.vocab.due import due_rules
from corro.vocab.forms import forms


def test_forty_eight_hours_from_the_evening_news() -> None:
    """Read on 5 February 2023 at 20:00 (UTC+0) + PT48H is 7 February at 20:00Z; "by Tuesday" agrees, and is the same deadline."""
    (due,) = deadlines_of(an_item("measures", announced="2023-02-05T20:00Z", duration="48 hours", deadline="2023-02-07"))
    assert due.due == read_edtf("2023-02-07T20:00Z")
    assert [basis.words for basis in due.bases] == ["announced 2023-02-05T20:00:00Z + PT48H", "deadline 2023-02-07"]
    assert [basis.stated for basis in due.bases] == [False, True]


def test_seventy_two_hours_from_a_day() -> None:
    """20 July 2022 + PT72H is 23 July, and no finer than the day that it was counted from."""
    (due,) = deadlines_of(an_item("measures", announced="2022-07-20", duration="72 hours"))
    assert due.due == read_edtf("2022-07-23")


def test_a_suspension_until_a_meeting_has_no_date() -> None:
    """It stands with its condition; once lifted on 15 August nothing of it falls due."""
    begun = {"announced": "2022-07-14", "duration": "", "condition": "coordination meeting"}
    (open_ended,) = deadlines_of(an_item("measures", **begun))
    assert (open_ended.due, open_ended.condition) == (None, "coordination meeting")
    assert open_ended.state(datetime(2022, 8, 1, tzinfo=UTC)) is DueState.OPEN


def test_grounds_that_clash_stay_side_by_side() -> None:
    """One text says 48 hours and three days: two deadlines, each with its ground (law 3)."""
    found = deadlines_of(an_item("measures", announced="2023-02-05", duration="48 hours", deadline="2023-02-08"))
    assert [one.due.edtf for one in found if one.due] == ["2023-02-07", "2023-02-08"]


def test_announced_and_notified_are_two_beginnings() -> None:
    """From which of the two a term runs is for people; both are computed."""
    found = deadlines_of(an_item("measures", announced="2023-02-05", notified="2023-02-06", duration="2 days"))
    assert [one.due.edtf for one in found if one.due] == ["2023-02-07", "2023-02-08"]


def test_check_ins_after_a_day_a_week_a_month_three_months() -> None:
    """From the day on which somebody was heard; one that was done is awaited no more."""
    heard = {"status": "heard", "heard_on": "2023-01-27"}
    found = deadlines_of(an_item("briefers", **heard))
    assert [one.due.edtf for one in found if one.due] == ["2023-01-28", "2023-02-03", "2023-02-26", "2023-04-27"]
    assert len(deadlines_of(an_item("briefers", **heard, check_in_1="2023-01-28"))) == 3


def test_no_response_is_computed_and_is_not_denied() -> None:
    """Until the moment at which an answer was needed a request is requested; from then on it is unanswered, with the ground."""
    item = an_item("access")
    assert status_now(item, datetime(2023, 2, 8, 11, tzinfo=UTC)) == ("requested", "")
    assert status_now(item, datetime(2023, 2, 8, 13, tzinfo=UTC)) == ("no_response", "needed by 2023-02-08T12:00:00Z")


def test_reminders_come_before() -> None:
    """Three days and one day before an answer is needed; the state follows the clock."""
    (due,) = deadlines_of(an_item("access"))
    assert [moment.isoformat() for moment in due.reminders] == ["2023-02-05T12:00:00+00:00", "2023-02-07T12:00:00+00:00"]
    states = [due.state(datetime(2023, 2, day, 13, tzinfo=UTC)) for day in (4, 6, 8)]
    assert states == [DueState.LATER, DueState.REMINDED, DueState.OVERDUE]
    assert due.state(datetime(2023, 2, 8, 8, tzinfo=UTC)) is DueState.DUE


def test_a_day_is_over_when_it_is_over() -> None:
    """What is due on a day can be met until its end."""
    (due,) = deadlines_of(an_item("measures", announced="2022-07-20", duration="72 hours"))
    assert due.state(datetime(2022, 7, 23, 23, 59, tzinfo=UTC)) is DueState.DUE
    assert due.state(datetime(2022, 7, 24, 0, 1, tzinfo=UTC)) is DueState.OVERDUE


@pytest.mark.parametrize("rule", due_rules(), ids=lambda rule: rule.key)
def test_every_rule_names_columns_and_statuses_that_there_are(rule: object) -> None:
    """A slip in the data file is found here."""
    form = forms()[rule.register]  # type: ignore[attr-defined]
    named = [rule.on, *rule.starts, rule.done, rule.condition, *([] if rule.after.startswith("P") else [rule.after])]  # type: ignore[attr-defined]
    assert all(form.column(name) for name in named if name)
    assert set(rule.awaited) | set(rule.then_of) <= set(form.moves)  # type: ignore[attr-defined]
