"""Whether times and posts of two mentions exclude that they are one event."""

import pytest

from corro.extract.events.comparing import post_of, times_differ


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sunday", "5 February 2023"), ("5 February", "February 2023"), ("dimanche", "dimanche soir"), ("last month", "last month")],
)
def test_times_that_may_be_one(one: str, other: str) -> None:
    """A day of the week may be any date, and a month holds its days."""
    assert not times_differ(one, other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Sunday", "Monday"), ("July 2022", "August 2022"), ("2020", "2013"), ("last month", "2020"), ("5 March", "7 March")],
)
def test_times_that_exclude_each_other(one: str, other: str) -> None:
    """Two days, months or years are two times; so are a month counted from today and a year."""
    assert times_differ(one, other)


def test_the_post_is_that_of_the_head_of_a_label() -> None:
    """The spokesman of the head is a spokesman; a name names no post."""
    assert post_of("spokesman of the head of the mission") == {"spokesperson"}
    assert post_of("directrice des droits humains") == {"head"}
    assert post_of("Nadia Holt") == frozenset()
