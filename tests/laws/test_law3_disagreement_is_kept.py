"""Law 3: positions stay side by side with their holders; nothing is averaged, and a range names the claims at its ends."""

from hypothesis import given, settings
from tests.laws.builders import Report, Told, a_record, an_analysis
from tests.laws.worlds import worlds

from corro.model.answer import ALL
from corro.record.printing import value_key
from corro.record.sorting import is_asserted


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_every_value_that_a_claim_asserts_stands_in_its_event_with_its_holder(world: list[Report]) -> None:
    """No position is dropped or merged into another one; whoever holds it is named beside it."""
    store = a_record([an_analysis(report) for report in world])
    for line in store.questions.events(window=ALL):
        event = store.questions.event(line.id)
        assert event
        held = {(value.role, claim): one for value in event.values for one in value.held for claim in one.claims}
        for claim in filter(is_asserted, store.questions.claims_by_id(event.claims).values()):
            for slot in claim.slots:
                one = held[slot.role, claim.id]
                assert slot.value is not None
                assert slot.role in ("actor", "victim") or value_key(one.value) == value_key(slot.value)
                assert claim.holders[0].name in one.holders


def test_two_figures_of_one_event_stay_two_with_their_holders() -> None:
    """Twelve killed, says the mayor; forty, says a spokesman: both are kept, and neither their mean."""
    reports = [
        Report((Told(killed=12, speaker="the mayor"),), "Aram Gazette"),
        Report((Told(killed=40, speaker="a spokesman"),), "Belo Courier"),
    ]
    store = a_record([an_analysis(report) for report in reports])
    lines = store.questions.events(window=ALL).lines
    assert len(lines) == 1
    event = store.questions.event(lines[0].id)
    killed = event.value_of("killed") if event else None
    assert killed
    assert {(held.printed, held.holders) for held in killed.held} == {
        ("12 persons", ("the mayor",)),
        ("40 persons", ("a spokesman",)),
    }
