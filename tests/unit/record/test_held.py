"""Values side by side."""

from tests.unit.record.builders import a_claim, an_actor, counting, weights

from corro.model import Difference, DisputeKind, Modality, Position, Relation, Support
from corro.record.held import event_values


def test_equal_values_are_one_with_all_their_holders() -> None:
    """Articles and case make no second value."""
    claims = [a_claim(1, an_actor("the Junta")), a_claim(2, an_actor("junta"))]
    (actor,) = event_values(claims, (), weights())
    (held,) = actor.held
    assert (held.holders, held.lineages, held.support) == (("source 1", "source 2"), 2, Support.CORROBORATED)
    assert held.claims == tuple(sorted(claim.id for claim in claims))


def test_one_known_actor_is_one_value_however_spelt() -> None:
    """What the resolver knows to be one is one."""
    claims = [a_claim(1, an_actor("A. Maiga", actor_id="maiga")), a_claim(2, an_actor("Colonel Maïga", actor_id="maiga"))]
    assert len(event_values(claims, (), weights())[0].held) == 1


def test_names_that_are_certainly_one_actor_are_joined_and_chains_of_them_too() -> None:
    """Through a third spelling as well, in any order of the claims."""
    claims = [a_claim(number, an_actor(label)) for number, label in enumerate(("Ngefa", "Andali", "Dicko"))]
    for ordered in (claims, claims[::-1]):
        prints = [held.printed for held in event_values(ordered, (), weights(("Ngefa", "Andali")))[0].held]
        assert sorted(prints) in (["Dicko", "Ngefa"], ["Andali", "Dicko"])


def test_the_best_supported_value_comes_first() -> None:
    """Then the one that somebody says, then the print."""
    claims = [a_claim(1, counting(40)), a_claim(2, counting(12)), a_claim(3, counting(12))]
    assert [held.printed for held in event_values(claims, (), weights())[0].held] == ["12 persons", "40 persons"]


def test_only_claims_that_assert_give_values() -> None:
    """A denial repeats a value without holding it."""
    claims = [a_claim(1, counting(12)), a_claim(2, counting(12), modality=Modality.NEGATED)]
    assert event_values(claims, (), weights())[0].held[0].holders == ("source 1",)


def test_values_on_the_sides_of_a_dispute_are_contested() -> None:
    """And a third one, that nobody disputes, is not."""
    claims = [a_claim(number, counting(figure)) for number, figure in ((1, 12), (2, 40), (3, 13))]
    sides = tuple(Position(str(number), (claims[number].id,)) for number in (0, 1))
    dispute = Difference("killed", Relation.DISPUTE, sides, DisputeKind.QUANTITY)
    support = {held.printed: held.support for held in event_values(claims, [dispute], weights())[0].held}
    assert support == {
        "12 persons": Support.CONTESTED,
        "40 persons": Support.CONTESTED,
        "13 persons": Support.SINGLE_SOURCE,
    }
