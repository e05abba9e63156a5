"""Grades the claims of an event: a proposal from their support and from what people hold, under the grades that people gave."""

from collections.abc import Sequence

from corro.model import (
    Claim,
    ClaimGrade,
    Credibility,
    Decision,
    DecisionKind,
    EventValue,
    Held,
    Support,
    standing,
)
from corro.record.sorting import is_asserted
from corro.record.weights import Weights

LEAST_LINEAGES = 2
"""Independent lineages without which no claim is confirmed. Source: docs/codebook.md, R36."""

_FIGURES = frozenset({
    "killed", "injured", "arrested", "abducted", "missing", "displaced", "released", "occasions", "requests", "persons",
})  # fmt: skip
_NAMED = frozenset({"actor", "target", "accused", "victim"})
"""Roles whose value has to be said by two lineages for the claim to be confirmed: how many, who, and whom.

A victim that is counted is told by the figure, whatever words surround it. Days and places are left out: claims of one event agree
on them as far as they are told, or are in dispute. Source: docs/codebook.md, R16 and R36; own choice of roles.
"""

_BY_ASSESSMENT = {
    "verified": Credibility.CONFIRMED,
    "finding": Credibility.CONFIRMED,
    "judicially_established": Credibility.CONFIRMED,
    "refuted": Credibility.IMPROBABLE,
    "unverifiable": Credibility.CANNOT_BE_JUDGED,
}
"""What an assessment of the event says of its claims. Source: lists `assessments` and `credibility_grades` of vocab."""


def grades(
    claims: Sequence[Claim], values: Sequence[EventValue], weights: Weights, decisions: Sequence[Decision] = ()
) -> tuple[ClaimGrade, ...]:
    """Grade the claims of an event.

    The proposal never goes beyond 2 by itself: two independent lineages make a claim probably true, and only a person confirms,
    by the grade or by an assessment of the event. What is in dispute cannot be judged, whichever side has more lineages; a
    denial would else make doubtful what it denies. What its holder took back is doubtful and not improbable: a retraction may
    be forced. A person's grade holds, save a 1 that two independent lineages do not bear.

    Args:
        claims: The event's claims.
        values: What is held of its roles.
        weights: How claims weigh.
        decisions: Decisions that may name the claims.

    Returns:
        The grades by claim; a claim of one lineage of which nothing can be judged is left out.
    """
    given, assessed = given_grades(decisions), _assessed(decisions)
    held_by = _held_by(values)
    of_stance = {
        stance: weights.independence([claim for claim in claims if is_asserted(claim) is stance])
        for stance in {is_asserted(claim) for claim in claims}
    }
    found = [
        _grade(claim, held_by.get(claim.id, []), of_stance[is_asserted(claim)], assessed.get(claim.id), given.get(claim.id))
        for claim in sorted(claims, key=lambda claim: claim.id)
    ]
    return tuple(grade for grade in found if grade != ClaimGrade(grade.claim_id))


_HeldValue = tuple[str, Held]
"""A role and a value that is held of it."""


def _held_by(values: Sequence[EventValue]) -> dict[str, list[_HeldValue]]:
    """Return the values that each claim holds."""
    found: dict[str, list[_HeldValue]] = {}
    for value in values:
        for held in value.held:
            for claim in held.claims:
                found.setdefault(claim, []).append((value.role, held))
    return found


def given_grades(decisions: Sequence[Decision]) -> dict[str, Decision]:
    """Return the decision that grades each claim: the latest one that stands.

    Args:
        decisions: Decisions, in any order.
    """
    held = [decision for decision in standing(tuple(decisions)) if decision.kind is DecisionKind.CREDIBILITY]
    return {subject: decision for decision in held for subject in decision.subjects}


def grounded(decision: Decision, lineages: int) -> bool:
    """Say whether so many independent lineages bear the grade that a decision gives."""
    return decision.verdict != Credibility.CONFIRMED or lineages >= LEAST_LINEAGES


def _grade(
    claim: Claim, values: Sequence[_HeldValue], of_stance: int, assessed: str | None, decision: Decision | None
) -> ClaimGrade:
    lineages = _behind(values, of_stance)
    proposed = _proposal(lineages, frozenset(held.support for _, held in values), assessed)
    if decision is None:
        return ClaimGrade(claim.id, proposed, proposed, lineages)
    if not grounded(decision, lineages):
        return ClaimGrade(claim.id, proposed, proposed, lineages, decision.id, without_ground=True)
    return ClaimGrade(claim.id, Credibility(decision.verdict), proposed, lineages, decision.id)


def _proposal(lineages: int, known: frozenset[Support], assessed: str | None) -> Credibility:
    borne = lineages >= LEAST_LINEAGES
    if assessed in ("refuted", "unverifiable"):
        return _BY_ASSESSMENT[assessed]
    if Support.RETRACTED in known:
        return Credibility.DOUBTFUL
    if Support.CONTESTED in known:
        return Credibility.CANNOT_BE_JUDGED
    if assessed:
        return _BY_ASSESSMENT[assessed] if borne else Credibility.PROBABLY_TRUE
    return Credibility.PROBABLY_TRUE if borne else Credibility.CANNOT_BE_JUDGED


def _behind(values: Sequence[_HeldValue], of_stance: int) -> int:
    """Count the lineages behind the least supported weighty value of a claim; behind its stance, where it has none."""
    counted = any(role in _FIGURES for role, _ in values)
    weighty = [
        held.lineages for role, held in values if role in _FIGURES or (role in _NAMED and not (counted and role == "victim"))
    ]
    return min(weighty, default=of_stance)


def _assessed(decisions: Sequence[Decision]) -> dict[str, str]:
    """Return what people hold of each claim of the events that they assessed, the later assessment before the earlier."""
    held = [decision for decision in standing(tuple(decisions)) if decision.kind is DecisionKind.ASSESSMENT]
    return {subject: decision.verdict for decision in held if decision.verdict in _BY_ASSESSMENT for subject in decision.subjects}
