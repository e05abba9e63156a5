"""Classification: one may raise, two must lower."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st

from corro.casework import Classification, ClassificationAct, highest, standing_level

AT = datetime(2026, 11, 24, tzinfo=UTC)
LOW, MIDDLE, HIGH = Classification


def act(level: Classification, by: str = "ada", reason: str = "declassified with the source's word") -> ClassificationAct:
    """Somebody's word."""
    return ClassificationAct(level, by, AT, reason)


def test_one_person_raises() -> None:
    """At once."""
    assert standing_level([act(HIGH)], LOW) is HIGH


def test_one_person_does_not_lower() -> None:
    """However often they ask."""
    assert standing_level([act(LOW), act(LOW), act(MIDDLE)], HIGH) is HIGH


def test_two_persons_lower_as_far_as_both_would() -> None:
    """The higher of the two levels asked for."""
    assert standing_level([act(LOW), act(MIDDLE, "ben")], HIGH) is MIDDLE


def test_the_one_user_of_a_machine_is_no_second_person() -> None:
    """`local` may be anybody."""
    assert standing_level([act(LOW), act(LOW, "local")], HIGH) is HIGH


def test_lowering_without_a_reason_does_not_count() -> None:
    """Each of the two says why."""
    assert standing_level([act(LOW), act(LOW, "ben", " ")], HIGH) is HIGH


def test_raising_again_forgets_who_asked() -> None:
    """Both have to ask anew."""
    assert standing_level([act(LOW), act(HIGH, "eve"), act(LOW, "ben")], HIGH) is HIGH


def test_the_whole_is_as_high_as_its_highest_part() -> None:
    """And unmarked where it has none."""
    assert highest([LOW, HIGH, MIDDLE]) is HIGH
    assert highest([]) is LOW


levels = st.sampled_from(list(Classification))


@given(st.lists(st.tuples(levels, st.just("ada"))), levels)
def test_one_person_alone_never_lowers(said: list[tuple[Classification, str]], default: Classification) -> None:
    """In whatever order they say what."""
    assert standing_level([act(level, by) for level, by in said], default).rank >= default.rank
