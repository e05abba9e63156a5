"""An event from the claims of a cluster."""

from datetime import UTC, datetime

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.record.builders import a_claim, an_actor, counting, on_day, weights

from corro.model import Assessment, Decision, DecisionKind, Modality, Support
from corro.record import compose, names_of

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)


def test_an_event_has_its_claims_documents_and_lineages() -> None:
    """The id is made of the claims alone."""
    claims = [a_claim(1, on_day(5)), a_claim(2, on_day(5))]
    event = compose(claims, (), weights())
    assert event.claims == tuple(sorted(claim.id for claim in claims))
    assert (event.documents, event.lineages, event.support) == (("doc_1", "doc_2"), 2, Support.CORROBORATED)
    assert event.id == compose(claims[::-1], (), weights()).id
    assert event.id != compose(claims[:1], (), weights()).id


@given(st.permutations([a_claim(number, on_day(number), counting(number)) for number in range(1, 6)]))
def test_the_order_of_the_claims_makes_no_difference(claims: list[object]) -> None:
    """Composing is a pure function of a set."""
    ordered = sorted(claims, key=lambda claim: claim.id)  # type: ignore[attr-defined]
    assert compose(claims, (), weights()) == compose(ordered, (), weights())  # type: ignore[arg-type]


def test_a_denial_counts_as_a_claim_and_not_as_support() -> None:
    """Two documents, one lineage that says so."""
    event = compose([a_claim(1), a_claim(2, modality=Modality.NEGATED)], (), weights())
    assert (len(event.claims), event.lineages, event.support) == (2, 1, Support.SINGLE_SOURCE)


def test_a_bare_mention_supports_nothing_that_others_say() -> None:
    """Three outlets that only mention the killings do not corroborate one that tells of them, nor make them of another type."""
    mentions = [a_claim(number, type="A1") for number in (2, 3, 4)]
    event = compose([a_claim(1, on_day(5)), *mentions], (), weights())
    assert (event.type, event.lineages, event.support, len(event.claims)) == ("V1", 1, Support.SINGLE_SOURCE, 4)
    assert compose(mentions, (), weights()).lineages == 3


def test_an_assessment_holds_while_all_that_was_assessed_is_behind_the_event() -> None:
    """A newcomer leaves it; a part that was assessed with another event's claims has none."""
    claims = [a_claim(1), a_claim(2)]
    assessed = Decision(DecisionKind.ASSESSMENT, (claims[0].id,), "verified", "analyst", MOMENT, standard="reasonable_grounds")
    assert compose(claims, (), weights(), [assessed]).assessment is Assessment.VERIFIED
    assert compose(claims[1:], (), weights(), [assessed]).assessment is Assessment.UNASSESSED


def test_a_title_is_made_of_the_best_supported_values() -> None:
    """Where the template wants what nobody says, the type's name stands with what there is."""
    titled = compose([a_claim(1, an_actor("villagers", "victim"))], (), weights()).title
    assert titled == "Killing of villagers"
    untitled = compose([a_claim(1)], (), weights()).title
    assert untitled == "Unlawful killing or summary execution"
    long = compose([a_claim(1, an_actor("villager " * 40, "victim"))], (), weights()).title
    assert (len(long) < 120, long.endswith(" …")) == (True, True)


def test_an_event_is_found_by_every_name_of_its_actors_and_by_who_says_so() -> None:
    """Labels as written and known names both."""
    claim = a_claim(1, an_actor("the mission", actor_id="minusma"))
    found = names_of(compose([claim], (), weights()), [claim])
    assert ("actor", "the mission") in found
    assert ("actor", "MINUSMA") in found
    assert ("source", "source 1") in found
