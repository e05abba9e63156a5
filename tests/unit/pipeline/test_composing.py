"""Components of claims."""

from datetime import UTC, datetime

from tests.unit.record.builders import a_claim

from corro.model import Decision, DecisionKind, EventLink, LinkVerdict
from corro.pipeline.composing import components


def a_link(first: str, second: str, verdict: LinkVerdict = LinkVerdict.SAME) -> EventLink:
    """Return a verdict on two claims."""
    return EventLink(*sorted((first, second)), verdict)


def test_claims_are_connected_by_links_of_one_event_and_by_decisions_and_by_nothing_else() -> None:
    """Verdicts of another kind come along where both claims are in one component."""
    claims = [a_claim(number) for number in range(5)]
    ids = [claim.id for claim in claims]
    links = [
        a_link(ids[0], ids[1]),
        a_link(ids[1], ids[2]),
        a_link(ids[0], ids[2], LinkVerdict.NOT_SAME),
        a_link(ids[2], ids[3], LinkVerdict.NOT_SAME),
    ]
    decision = Decision(DecisionKind.SAME_EVENT, tuple(sorted(ids[3:])), "not_same", "analyst", datetime(2023, 3, 1, tzinfo=UTC))
    found = components({claim.id: claim for claim in claims}, links, [decision])
    assert {frozenset(claim.id for claim in one.claims) for one in found} == {frozenset(ids[:3]), frozenset(ids[3:])}
    assert sorted(len(one.links) for one in found) == [0, 3]
