"""Gathers how claims are graded, and refuses grades that have no ground."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from corro.errors import BadOptionError
from corro.model import Claim, ClaimGrade, Credibility, Decision, DecisionKind, Document, Event, Reliability
from corro.ports import Questions
from corro.record.grading import LEAST_LINEAGES, given_grades, grounded
from corro.weigh.reliability import reliability


@dataclass(frozen=True, slots=True)
class Graded:
    """How far the source of a claim is trusted, and how credible the claim is.

    Attributes:
        reliability: The source's grade, by people only.
        credibility: The claim's grade, with what is proposed for it.
        rated_by: The decision that graded the source, or None.
        graded_by: The decision that graded the claim, or None.
    """

    reliability: Reliability
    credibility: ClaimGrade
    rated_by: Decision | None = None
    graded_by: Decision | None = None

    @property
    def code(self) -> str:
        """Both grades side by side (`B2`); they are judged apart and never made one."""
        return f"{self.reliability.value}{self.credibility.credibility.value}"


def grades_of(questions: Questions, claims: Iterable[Claim], documents: Mapping[str, Document]) -> Mapping[str, Graded]:
    """Return how claims are graded, by id.

    Args:
        questions: The record's answers.
        claims: The claims.
        documents: Their documents.
    """
    listed = list(claims)
    by_claim = credibilities(questions, [claim.id for claim in listed])
    decisions = questions.decisions()
    rated = [decision for decision in decisions if decision.kind is not DecisionKind.CREDIBILITY]
    given = {decision.id: decision for decision in decisions}
    return {claim.id: _graded(claim, documents.get(claim.document_id), by_claim[claim.id], rated, given) for claim in listed}


def _graded(
    claim: Claim, document: Document | None, grade: ClaimGrade, rated: Sequence[Decision], given: Mapping[str, Decision]
) -> Graded:
    found, by = reliability(claim, document, rated)
    return Graded(found, grade, by, given.get(grade.decision_id))


def credibilities(questions: Questions, claim_ids: Sequence[str]) -> Mapping[str, ClaimGrade]:
    """Return how credible claims are; one of which no event is made has what people gave it, and is never confirmed.

    Args:
        questions: The record's answers.
        claim_ids: The claims, known or not.
    """
    event_ids = sorted(set(questions.event_of(claim_ids).values()))
    events: list[Event] = [event for event_id in event_ids if (event := questions.event(event_id))]
    composed = {grade.claim_id: grade for event in events for grade in event.grades}
    behind = {claim for event in events for claim in event.claims}
    given = given_grades(questions.decisions([name for name in claim_ids if name not in behind]))
    return {name: composed.get(name) or _of_people(name, given.get(name)) for name in claim_ids}


def _of_people(claim_id: str, decision: Decision | None) -> ClaimGrade:
    if decision is None:
        return ClaimGrade(claim_id)
    if not grounded(decision, lineages=1):
        return ClaimGrade(claim_id, decision_id=decision.id, without_ground=True)
    return ClaimGrade(claim_id, Credibility(decision.verdict), decision_id=decision.id)


def check_grades(questions: Questions, decisions: Sequence[Decision]) -> None:
    """Refuse grades that there are not, and a 1 that two independent lineages do not bear.

    Args:
        questions: The record's answers.
        decisions: Decisions of any kind that are about to be taken.

    Raises:
        BadOptionError: One of them cannot be taken.
    """
    for decision in decisions:
        if decision.kind is DecisionKind.RELIABILITY:
            _known(decision, [grade.value for grade in Reliability])
        if decision.kind is DecisionKind.CREDIBILITY:
            _known(decision, [grade.value for grade in Credibility])
            _check_ground(questions, decision)


def _known(decision: Decision, grades: Sequence[str]) -> None:
    if decision.verdict not in grades:
        raise BadOptionError(f"There is no {decision.kind.value} {decision.verdict or '(none)'}. There are {', '.join(grades)}.")


def _check_ground(questions: Questions, decision: Decision) -> None:
    for name, grade in credibilities(questions, decision.subjects).items():
        if not grounded(decision, grade.lineages):
            raise BadOptionError(
                f"1 (confirmed) is for what {LEAST_LINEAGES} independent lineages say. Behind who, whom or how many of claim "
                f"{name} there is one lineage; copies of it, and outlets that go back to it, count as one. 2 (probably true) "
                "can be given.",
                claim=name,
            )
