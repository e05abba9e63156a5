"""Composes an event from the claims of one cluster."""

from collections.abc import Sequence

from corro.model import (
    TWO_PERSONS,
    Assessment,
    Claim,
    Decision,
    DecisionKind,
    Difference,
    Event,
    Relation,
    Support,
    seconds_of,
    standing,
)
from corro.record.choosing import best_interval, best_place, firmest, most_held_type
from corro.record.grading import grades
from corro.record.held import event_values
from corro.record.sorting import judged, telling
from corro.record.standing import standings
from corro.record.titles import title
from corro.record.weights import Weights
from corro.values import content_id


def compose(
    claims: Sequence[Claim], differences: Sequence[Difference], weights: Weights, decisions: Sequence[Decision] = ()
) -> Event:
    """Compose the event that claims are about.

    Args:
        claims: The event's claims, at least one of which asserts it (`sort_claims` gives them).
        differences: How they differ.
        weights: How claims weigh.
        decisions: Decisions that may name the claims.

    Returns:
        The event, a pure function of what was given: in any order it comes out the same.
    """
    ordered = tuple(sorted(claims, key=lambda claim: claim.id))
    saying = telling(ordered)
    values = event_values(ordered, differences, weights)
    code = most_held_type(ordered, weights.independence)
    ids = tuple(claim.id for claim in ordered)
    return Event(
        id=content_id("event", *ids),
        type=code,
        claims=ids,
        documents=tuple(sorted({claim.document_id for claim in ordered})),
        values=values,
        modality=firmest(ordered),
        interval=best_interval(ordered, weights.independence),
        place=best_place(ordered, weights.independence),
        lineages=weights.independence(saying),
        support=weights.support(saying, _standing(saying, differences, weights)),
        assessment=_assessment(ids, decisions),
        title=title(code, values),
        grades=grades(ordered, values, weights, decisions),
    )


def _standing(saying: Sequence[Claim], differences: Sequence[Difference], weights: Weights) -> Support | None:
    """Return what is known of an event beside its lineages; any dispute on one of its values contests it."""
    disputed = any(difference.relation is Relation.DISPUTE for difference in differences)
    known = standings(differences, weights.taken_back).of_event(saying)
    return known or (Support.CONTESTED if disputed else None)


def _assessment(claim_ids: Sequence[str], decisions: Sequence[Decision]) -> Assessment:
    """Return what people hold: the latest standing assessment of claims that are all behind the event, rejected ones aside.

    What takes two persons counts as verified by one until a second has confirmed it.
    """
    held = [decision for decision in standing(tuple(decisions)) if decision.kind is DecisionKind.ASSESSMENT]
    rejected = judged(decisions, "rejected")
    fitting = [decision for decision in held if set() < set(decision.subjects) - rejected <= set(claim_ids)]
    if not fitting:
        return Assessment.UNASSESSED
    given = Assessment(fitting[-1].verdict)
    return given if given not in TWO_PERSONS or seconds_of(fitting[-1], decisions) else Assessment.VERIFIED
