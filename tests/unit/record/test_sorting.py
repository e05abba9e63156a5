"""What of a cluster makes an event."""

from datetime import UTC, datetime

import pytest
from tests.unit.record.builders import a_claim, counting

from corro.model import Decision, DecisionKind, Modality, Polarity
from corro.record import sort_claims


@pytest.mark.parametrize("modality", [Modality.NEGATED, Modality.HYPOTHETICAL, Modality.DEMANDED, Modality.FUTURE])
def test_what_nobody_asserts_is_no_event(modality: Modality) -> None:
    """A cluster of denials, demands, plans or suppositions makes none."""
    assert sort_claims([a_claim(1, modality=modality), a_claim(2, modality=modality)]).event == ()


@pytest.mark.parametrize(
    "modality", [Modality.HAPPENED, Modality.ONGOING, Modality.ANNOUNCED, Modality.ALLEGED, Modality.HISTORICAL]
)
def test_one_claim_that_asserts_it_is_enough(modality: Modality) -> None:
    """The denial stands in the event as a position."""
    claims = [a_claim(1, modality=modality), a_claim(2, modality=Modality.NEGATED)]
    assert {claim.document_id for claim in sort_claims(claims).event} == {"doc_1", "doc_2"}


def test_a_denied_proposition_asserts_nothing() -> None:
    """Polarity counts like modality."""
    assert sort_claims([a_claim(polarity=Polarity.DENIED)]).event == ()


def test_captions_make_no_event_and_join_none() -> None:
    """A picture from elsewhere is no report of the event beside it."""
    assert sort_claims([a_claim(segment="caption")]).event == ()
    together = sort_claims([a_claim(1, segment="caption"), a_claim(2)])
    assert [claim.document_id for claim in together.event] == ["doc_2"]


def test_a_figure_over_several_events_is_an_aggregate_and_no_event() -> None:
    """It goes to the registers; beside a claim of an event, each goes its way."""
    aggregate = a_claim(1, counting(237, "occasions", cumulative=True))
    told = sort_claims([aggregate, a_claim(2)])
    assert (told.aggregates, [claim.document_id for claim in told.event]) == ((aggregate,), ["doc_2"])
    assert sort_claims([aggregate]).event == ()


def test_an_aggregate_that_is_only_denied_is_neither() -> None:
    """Nobody puts the figure forward."""
    told = sort_claims([a_claim(1, counting(237, "occasions", cumulative=True), modality=Modality.NEGATED)])
    assert (told.event, told.aggregates) == ((), ())


def test_the_total_of_a_share_makes_no_aggregate() -> None:
    """`297 of 1,231`: the 1,231 only says out of how many."""
    assert sort_claims([a_claim(1, counting(1231, "denominator", cumulative=True))]).aggregates == ()


def test_a_rejected_claim_is_left_out_until_the_rejection_is_undone() -> None:
    """Decisions are heeded as they stand."""
    claim = a_claim()
    moment = datetime(2023, 3, 1, tzinfo=UTC)
    rejected = Decision(DecisionKind.CLAIM, (claim.id,), "rejected", "analyst", moment)
    undone = Decision(DecisionKind.UNDO, (rejected.id,), "undone", "analyst", moment.replace(hour=1))
    assert sort_claims([claim], [rejected]).event == ()
    assert sort_claims([claim], [rejected, undone]).event == (claim,)
