"""A person's correction stands where the machine's value stood, leads to its decision, and goes when it is undone."""

from datetime import UTC, date, datetime

import pytest
from tests.unit.record.builders import a_claim, a_slot, an_actor, counting, on_day

from corro.errors import BadValueError
from corro.model import (
    ActorValue,
    Claim,
    CountValue,
    Decision,
    DecisionKind,
    PlaceValue,
    Slot,
    TimeAnchor,
    TimeValue,
)
from corro.review import edited_slot, judged_claims
from corro.values import Bound, Count, Interval, Place, PlaceKind, PlacePrecision

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
NEAR = Place("Aram", PlaceKind.TOWN, PlacePrecision.EXACT, 10.0, 1.0, "test:1", "QQ")


def edit(claim: Claim, **edits: str) -> Decision:
    """Return a correction of a claim."""
    return Decision(DecisionKind.EDIT, (claim.id,), "edited", "analyst", MOMENT, "seen", edits=tuple(sorted(edits.items())))


def one(claim: Claim, role: str, *decisions: Decision) -> Slot:
    """Return the one slot of a role after these decisions."""
    (judged,) = judged_claims([claim], decisions)
    (slot,) = judged.slots_of(role)
    return slot


def test_a_corrected_figure_keeps_its_place_and_names_its_decision() -> None:
    """The characters are those that were read; the rule is the decision (law 1)."""
    claim = a_claim(1, counting(12))
    decision = edit(claim, killed="at least 13 persons")
    slot = one(claim, "killed", decision)
    assert isinstance(slot.value, CountValue)
    assert slot.value.count == Count(13, None, Bound.AT_LEAST)
    assert (slot.span, slot.rule) == (claim.slots[0].span, f"decision:{decision.id}")
    assert one(claim, "killed", edit(claim, killed="14")).value == CountValue(Count.exactly(14))


def test_a_corrected_day_keeps_what_it_is_the_day_of() -> None:
    """The anchor stays announced."""
    claim = a_claim(1, on_day(5, TimeAnchor.ANNOUNCED))
    assert one(claim, "time", edit(claim, time="2023-02-06")).value == TimeValue(
        Interval.day(date(2023, 2, 6)), TimeAnchor.ANNOUNCED
    )


def test_a_place_that_it_could_be_is_that_place_and_another_stays_open() -> None:
    """A name that no candidate bears is kept as a name, never guessed (law 6)."""
    claim = a_claim(1, a_slot("place", PlaceValue(None, candidates=(NEAR,), name="Aram")))
    chosen = one(claim, "place", edit(claim, place="aram")).value
    other = one(claim, "place", edit(claim, place="Belo")).value
    assert isinstance(chosen, PlaceValue)
    assert isinstance(other, PlaceValue)
    assert chosen.place == NEAR
    assert (other.place, other.name) == (None, "Belo")


def test_a_role_can_be_taken_away_or_added() -> None:
    """An empty text takes a value away; a role that nobody read stands on the claim's trigger."""
    claim = a_claim(1, counting(12))
    (bare,) = judged_claims([claim], [edit(claim, killed="")])
    assert bare.slots == ()
    assert edited_slot(claim, "victim", "herders").span == claim.trigger


@pytest.mark.parametrize(("role", "text"), [("time", "last week"), ("killed", "many")])
def test_what_cannot_be_read_is_refused(role: str, text: str) -> None:
    """The message names role and text."""
    with pytest.raises(BadValueError, match=role):
        edited_slot(a_claim(1, on_day(5), counting(12)), role, text)


def test_a_guess_at_a_name_is_confirmed_or_dropped_and_the_label_stays() -> None:
    """Only the actor that the decision names is touched."""
    claim = a_claim(1, an_actor("junta", inferred_id="gov"))

    def judged(verdict: str) -> ActorValue:
        decision = Decision(DecisionKind.SAME_ACTOR, (claim.id,), verdict, "analyst", MOMENT, topic="gov")
        value = one(claim, "actor", decision).value
        assert isinstance(value, ActorValue)
        return value

    assert (judged("same").actor_id, judged("same").label) == ("gov", "junta")
    assert (judged("not_same").actor_id, judged("not_same").inferred_id) == (None, None)
    assert judged("unsure") == claim.slots[0].value


def test_without_decisions_and_after_undoing_claims_are_what_they_were() -> None:
    """Law 5: undoing restores."""
    claim = a_claim(1, counting(12))
    decision = edit(claim, killed="13")
    undo = Decision(DecisionKind.UNDO, (decision.id,), "undone", "analyst", MOMENT)
    assert judged_claims([claim], []) == judged_claims([claim], [decision, undo]) == (claim,)
