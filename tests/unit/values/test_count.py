"""Counts keep the bound that the source's words give."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.values import Bound, Count

COUNTS = st.builds(
    lambda ends, bound: Count(min(ends), max(ends), bound) if bound is Bound.RANGE else Count(ends[0], ends[0], bound),
    st.tuples(st.integers(0, 2000), st.integers(0, 2000)),
    st.sampled_from([Bound.EXACT, Bound.AT_LEAST, Bound.AT_MOST, Bound.RANGE, Bound.APPROXIMATE]),
)


@pytest.mark.parametrize(
    ("count", "printed"),
    [
        (Count.exactly(203), "203"),
        (Count(500, None, Bound.AT_LEAST), "≥ 500"),
        (Count(100, None, Bound.MORE_THAN), "> 100"),
        (Count(300, 400, Bound.RANGE), "300–400"),
        (Count(None, 8, Bound.AT_MOST), "≤ 8"),
        (Count(None, None, Bound.SEVERAL), "several"),
        (Count(300, 300, Bound.APPROXIMATE), "about 300"),
    ],
)
def test_it_prints_its_bound(count: Count, printed: str) -> None:
    """A figure is never printed without its bound."""
    assert str(count) == printed


def test_at_least_500_and_203_cannot_both_hold() -> None:
    """Exactly 203 contradicts at least 500; 200 to 400 does not contradict about 300."""
    assert not Count.exactly(203).compatible(Count(500, None, Bound.AT_LEAST))
    assert Count(200, 400, Bound.RANGE).compatible(Count(300, 300, Bound.APPROXIMATE))


def test_several_puts_no_number_in_its_place() -> None:
    """The word "several" is compatible with any number and has no point."""
    several = Count(None, None, Bound.SEVERAL)
    assert several.point is None
    assert several.compatible(Count.exactly(7))


def test_more_than_a_hundred_excludes_a_hundred() -> None:
    """More than 100 is not satisfied by exactly 100."""
    assert not Count(100, None, Bound.MORE_THAN).compatible(Count.exactly(100))


@given(COUNTS, COUNTS)
def test_what_is_held_is_compatible(one: Count, other: Count) -> None:
    """If every number of one satisfies the other, then some number satisfies both; and compatibility is symmetric."""
    assert one.compatible(other) == other.compatible(one)
    if one.holds(other):
        assert one.compatible(other)


def test_backward_and_negative_figures_are_refused() -> None:
    """A count below nought, or one that runs backwards, cannot be made."""
    with pytest.raises(ValueError, match="backwards"):
        Count(400, 300, Bound.RANGE)
    with pytest.raises(ValueError, match="negative"):
        Count(-1, 3, Bound.RANGE)
