"""Publication dates as metadata, datelines and mails give them."""

from datetime import date

import pytest

from corro.read.dates import date_in_dateline, read_date


@pytest.mark.parametrize(
    ("words", "edtf"),
    [
        ("2023-02-05", "2023-02-05"),
        ("20230205", "2023-02-05"),
        ("2023-02-06T06:30:00Z", "2023-02-06T06:30:00Z"),
        ("2023-02-06T06:30:00+01:00", "2023-02-06T05:30:00Z"),
        ("2023-02-06T06:30", "2023-02-06"),
        ("2023-02-06 06:30", "2023-02-06"),
        ("2023-02", "2023-02"),
        ("2023", "2023"),
        ("Sun, 05 Feb 2023 20:25:00 +0000", "2023-02-05T20:25:00Z"),
        ("5 February 2023", "2023-02-05"),
        ("Feb. 5, 2023", "2023-02-05"),
        ("dimanche 5 février 2023", "2023-02-05"),
        ("1er avril 2022", "2022-04-01"),
        ("2 août 2022", "2022-08-02"),
        ("15/02/2023", "2023-02-15"),
        ("02/15/2023", "2023-02-15"),
        ("03.03.2023", "2023-03-03"),
        ("February 2023", "2023-02"),
    ],
)
def test_dates_are_read_with_the_precision_given(words: str, edtf: str) -> None:
    """ISO 8601, RFC 5322 and words in both languages; a moment without a zone is only its day."""
    found = read_date(words)
    assert (str(found.interval), found.problem) == (edtf, "")


@pytest.mark.parametrize(
    ("words", "problem"),
    [
        ("2023-02-30", "impossible"),
        ("31 novembre 2022", "impossible"),
        ("2023-13", "impossible"),
        ("0000", "impossible"),
        ("05/02/2023", "ambiguous"),
        ("45/02/2023", "impossible"),
        ("5 February", "no_year"),
        ("last week", "not_understood"),
        ("", "not_understood"),
    ],
)
def test_what_is_no_date_says_why(words: str, problem: str) -> None:
    """No date is made up; the problem is named."""
    found = read_date(words)
    assert (found.interval, found.problem) == (None, problem)


def test_a_missing_year_is_taken_from_a_date_within_reach() -> None:
    """The nearest year within a month, also over the turn of the year; beyond that it stays open."""
    assert str(date_in_dateline("6 Feb", date(2023, 2, 8)).interval) == "2023-02-06"
    assert str(date_in_dateline("Dec 30", date(2023, 1, 2)).interval) == "2022-12-30"
    assert date_in_dateline("6 Feb", date(2023, 8, 1)).problem == "no_year"
    assert date_in_dateline("6 Feb", None).problem == "no_year"
    assert str(date_in_dateline("6 fév 2021", None).interval) == "2021-02-06"


def test_a_leap_day_needs_a_leap_year() -> None:
    """29 February is found in the leap year next to it, and nowhere else."""
    assert str(date_in_dateline("29 Feb", date(2024, 3, 5)).interval) == "2024-02-29"
    assert date_in_dateline("29 Feb", date(2022, 3, 5)).interval is None
    assert date_in_dateline("30 Feb", date(2022, 3, 5)).problem == "impossible"
