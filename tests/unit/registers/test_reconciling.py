"""Reported figures and documented requests stand side by side, each with numerator, denominator, window and unit; never added."""

from datetime import UTC, date, datetime

from tests.unit.registers.builders import an_item

from corro.model import Item
from corro.registers.reconciling import Figure, documented_figure, reconcile
from corro.values import Count, Interval, read_edtf

NOW = datetime(2023, 6, 1, tzinfo=UTC)
OF_THE_REPORT = Figure(Count.exactly(237), "flight_requests", "denied or no response", read_edtf("2022-10-04/2022-12-29"))
OF_THE_QUARTER = Figure(
    Count.exactly(297),
    "flight_requests",
    "denied",
    Interval(date(2023, 1, 1), date(2023, 3, 31)),
    1231,
    (("East", 245), ("Centre", 2), ("West", 50)),
)


def a_request(outcome: str, day: str, **changes: str) -> Item:
    """Return a request that was answered, or would have had to be, on a day."""
    answered = {"answered_on": day, "needed_by": ""} if outcome == "denied" else {"needed_by": day}
    return an_item(outcome=outcome, **{**answered, **changes})


def test_a_figure_is_printed_with_all_that_it_needs() -> None:
    """Denied or unanswered, window, and that nobody reports out of how many; the other with its share and sectors."""
    assert OF_THE_REPORT.printed == "237 flight requests denied or no response; 2022-10-04/2022-12-29; denominator not reported"
    assert OF_THE_QUARTER.printed == (
        "297 flight requests denied; 2023-01/2023-03; of 1,231 (24.1 %); by sector: East 245, Centre 2, West 50"
    )
    assert sum(number for _, number in OF_THE_QUARTER.sectors) == OF_THE_QUARTER.count.point


def test_documented_requests_stand_beside_a_figure_and_are_not_added_to_it() -> None:
    """Of 237 the record documents three: two denied, one unanswered; the figure stays 237."""
    items = [a_request("denied", "2022-11-01"), a_request("denied", "2022-12-29"), a_request("requested", "2022-10-05")]
    (found,) = reconcile([OF_THE_REPORT], items, NOW)
    assert found.documented == (("denied", 2), ("no_response", 1))
    assert found.reported.count.point == 237
    assert found.remark == (
        "3 of these documented here (denied 2, no response 1); the rest is known from the figure alone. Never added."
    )


def test_requests_of_another_window_or_unit_are_left_out() -> None:
    """A day outside, an answer that granted, a patrol where flights are counted."""
    items = [
        a_request("denied", "2022-12-30"),
        a_request("approved", "2022-11-01"),
        a_request("denied", "2022-11-01", kind="O4"),
        a_request("denied", "2022-11-02", count="2 flight requests"),
    ]
    (found,) = reconcile([OF_THE_REPORT], items, NOW)
    assert (found.number, found.other_units) == (2, 1)


def test_more_documented_than_reported_is_said() -> None:
    """One of the two counts otherwise; nothing is put right."""
    (found,) = reconcile([OF_THE_REPORT], [a_request("denied", "2022-11-01", count="238 flight requests")], NOW)
    assert "more than the figure says" in found.remark


def test_without_a_window_nothing_is_set_beside() -> None:
    """The figure stands alone."""
    bare = Figure(Count.exactly(6), "occasions", "denied")
    (found,) = reconcile([bare], [a_request("denied", "2022-11-01")], NOW)
    assert found.number == 0
    assert "window unknown" in bare.printed


def test_the_record_s_own_figure_has_its_denominator() -> None:
    """Refused out of all in the window, by outcome and sector."""
    items = [
        a_request("denied", "2023-01-10", sector="East"),
        a_request("requested", "2023-02-10"),
        a_request("approved", "2023-02-10"),
    ]
    counted = documented_figure(items, Interval(date(2023, 1, 1), date(2023, 3, 31)), NOW)
    assert counted.printed == (
        "2 flight requests denied (1) or no response (1); 2023-01/2023-03; of 3 (66.7 %); by sector: East 1, sector not entered 1"
    )
