"""How credible the claims of an event are: what is proposed, and what people may give."""

from datetime import UTC, datetime, timedelta

import pytest
from tests.unit.record.builders import a_claim, counting, weights

from corro.model import Credibility, Decision, DecisionKind, Difference, DisputeKind, Position, Relation
from corro.record import compose

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
TWO = [a_claim(1, counting(12)), a_claim(2, counting(12))]


def decided(grade: str, *claims: str, kind: DecisionKind = DecisionKind.CREDIBILITY, hours: int = 0) -> Decision:
    """Return a decision that grades claims."""
    return Decision(kind, tuple(sorted(claims)), grade, "analyst", MOMENT + timedelta(hours=hours))


def credibility(claims: list[object], *decisions: Decision, differences: tuple[Difference, ...] = ()) -> list[str]:
    """Return the grades of an event's claims, in the order of their ids."""
    event = compose(claims, differences, weights(), decisions)  # type: ignore[arg-type]
    by_claim = {grade.claim_id: grade.credibility.value for grade in event.grades}
    return [by_claim.get(claim, "6") for claim in event.claims]


def test_one_report_alone_cannot_be_judged() -> None:
    """What every claim starts with, however much it tells."""
    event = compose([a_claim(1, counting(12))], (), weights())
    assert (event.grades, event.credibility) == ((), Credibility.CANNOT_BE_JUDGED)


def test_two_independent_lineages_make_probable_and_never_confirm() -> None:
    """The machine proposes 2 at the most; 1 is a person's."""
    assert credibility(TWO) == ["2", "2"]


def test_a_person_confirms_what_two_lineages_bear() -> None:
    """A 1 stands where two independent lineages say who, whom and how many; other grades stand always."""
    assert credibility(TWO, decided("1", *(claim.id for claim in TWO))) == ["1", "1"]
    assert credibility(TWO[:1], decided("3", TWO[0].id)) == ["3"]


def test_a_person_may_lower_a_grade() -> None:
    """What two lineages say may be doubtful to whoever knows both; the later grade holds."""
    first, second = decided("2", TWO[0].id), decided("4", TWO[0].id, hours=1)
    assert sorted(credibility(TWO, second, first)) == ["2", "4"]


def test_a_figure_that_one_lineage_gives_is_not_confirmed_by_another_figure_of_the_event() -> None:
    """Two reports of one event with two figures bear the event and neither figure; a 1 has no ground, and that is told."""
    claims = [a_claim(1, counting(12)), a_claim(2, counting(40))]
    event = compose(claims, (), weights(), [decided("1", claims[0].id)])
    (grade,) = [grade for grade in event.grades if grade.claim_id == claims[0].id]
    assert (grade.credibility, grade.lineages, grade.without_ground) == (Credibility.CANNOT_BE_JUDGED, 1, True)


def test_what_is_in_dispute_cannot_be_judged_by_counting_lineages() -> None:
    """Two lineages against one stay at 6: the grade takes no side; a person may."""
    claims = [*TWO, a_claim(3, counting(40))]
    sides = (Position("12", tuple(claim.id for claim in TWO)), Position("40", (claims[2].id,)))
    dispute = Difference("killed", Relation.DISPUTE, sides, DisputeKind.QUANTITY)
    assert credibility(claims, differences=(dispute,)) == ["6", "6", "6"]
    confirmed = credibility(claims, decided("1", TWO[0].id), differences=(dispute,))
    assert sorted(confirmed) == ["1", "6", "6"]


@pytest.mark.parametrize(("assessment", "grade"), [("verified", "1"), ("finding", "1"), ("refuted", "5"), ("unverifiable", "6")])
def test_what_people_hold_of_the_event_is_proposed_for_its_claims(assessment: str, grade: str) -> None:
    """An assessment speaks for the claims that it names; confirmed they are with two lineages only."""
    ids = [claim.id for claim in TWO]
    assert credibility(TWO, decided(assessment, *ids, kind=DecisionKind.ASSESSMENT)) == [grade, grade]
    if grade == "1":
        alone = credibility(TWO[:1], decided(assessment, TWO[0].id, kind=DecisionKind.ASSESSMENT))
        assert alone == ["2"]
