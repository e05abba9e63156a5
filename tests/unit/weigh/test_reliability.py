"""How far sources are trusted: what people decided for a source, a topic and a period, and nothing else."""

from datetime import UTC, date, datetime, timedelta

from hypothesis import given
from hypothesis import strategies as st
from tests.laws.builders import Report, Told, an_analysis

from corro.model import Claim, Decision, DecisionKind, Document, Reliability
from corro.values import Interval
from corro.weigh.independence import source_key
from corro.weigh.reliability import reliability

PLAIN = Report()
MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
SPRING = Interval(date(2023, 1, 1), date(2023, 6, 30))


def rated(grade: str, source: str = "Aram Gazette", topic: str = "", period: Interval | None = None, hours: int = 0) -> Decision:
    """Return a decision that grades a source."""
    at = MOMENT + timedelta(hours=hours)
    return Decision(DecisionKind.RELIABILITY, (source_key(source),), grade, "ana", at, "known for years", "", topic, period)


def told(report: Report = PLAIN) -> tuple[Claim, Document]:
    """Return the one claim of a report, and its document."""
    analysis = an_analysis(report)
    return analysis.claims[0], analysis.document


def grade(*decisions: Decision, report: Report = PLAIN) -> str:
    """Return the grade of the source of a report's claim."""
    found, by = reliability(*told(report), decisions)
    assert (by is None) == (found is Reliability.CANNOT_BE_JUDGED)
    return found.value


def test_a_source_that_nobody_judged_cannot_be_judged() -> None:
    """F is what every source starts with."""
    assert grade() == "F"
    assert grade(rated("B", "Belo Courier")) == "F"


def test_a_grade_holds_for_every_spelling_of_the_name() -> None:
    """One source has one key, its article and address aside."""
    assert grade(rated("B", "the aram gazette")) == grade(rated("B", "www.aramgazette.com")) == "B"


def test_the_closest_grade_holds() -> None:
    """Type before family before all, a period before all time, the later of two."""
    assert grade(rated("B"), rated("D", topic="V")) == "D"
    assert grade(rated("A", topic="V1"), rated("D", topic="V", hours=1)) == "A"
    assert grade(rated("A", topic="H")) == "F"
    assert grade(rated("C", period=SPRING), rated("A", hours=1)) == "C"
    assert grade(rated("C"), rated("B", hours=1)) == "B"


def test_a_grade_for_a_period_is_for_what_came_out_in_it() -> None:
    """Outside of it, and for what is not dated, nothing is known."""
    assert grade(rated("C", period=SPRING), report=Report(published=date(2024, 2, 6))) == "F"
    assert grade(rated("C", period=SPRING), report=Report(published=None)) == "F"


def test_the_speaker_is_graded_and_not_who_prints_him() -> None:
    """What a mayor says does not become reliable by the paper that quotes him."""
    quoted = Report(told=(Told(speaker="the mayor of Aram"),))
    assert grade(rated("A"), report=quoted) == "F"
    assert grade(rated("A"), rated("E", "the mayor of Aram"), report=quoted) == "E"


def test_an_undone_grade_is_gone() -> None:
    """What was decided before holds again."""
    first, second = rated("B"), rated("E", hours=1)
    undo = Decision(DecisionKind.UNDO, (second.id,), "undone", "ana", MOMENT + timedelta(hours=2))
    assert grade(first, second, undo) == "B"


@given(st.lists(st.builds(rated, st.sampled_from("ABCDE"), topic=st.sampled_from(["", "V", "V1", "H"]),
                          period=st.sampled_from([None, SPRING]), hours=st.integers(0, 3)), max_size=5).flatmap(
    lambda decisions: st.tuples(st.just(decisions), st.permutations(decisions))))  # fmt: skip
def test_the_order_of_decisions_makes_no_difference(pair: tuple[list[Decision], list[Decision]]) -> None:
    """Law 4: the same decisions in any order give one grade."""
    one, other = pair
    assert grade(*one) == grade(*other)
