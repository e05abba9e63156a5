"""Law 6: an unresolved place or date stays unresolved, with its reason; nothing is silently anchored, rounded or dropped."""

from dataclasses import replace

from hypothesis import given, settings
from tests.laws.builders import Report, a_record, an_analysis
from tests.laws.worlds import worlds

from corro.model import Claim, CountValue, PlaceValue
from corro.model.answer import ALL, ClaimFilter


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_events_of_undated_claims_have_no_date_whenever_they_were_published(world: list[Report]) -> None:
    """A day of publication never becomes the day of an event."""
    undated = [replace(report, told=tuple(replace(told, day=None) for told in report.told)) for report in world]
    store = a_record([an_analysis(report) for report in undated])
    assert {line.when for line in store.questions.events(window=ALL)} <= {""}


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_what_claims_leave_open_comes_back_as_it_was_stored(world: list[Report]) -> None:
    """Claims come out of the record as they went in, open values and their reasons among them."""
    analyses = [an_analysis(report) for report in world]
    store = a_record(analyses)
    for analysis in analyses:
        held = store.questions.claims(ClaimFilter(document_id=analysis.document.id), ALL).lines
        assert _by_id(held) == _by_id(analysis.claims)


def _by_id(claims: tuple[Claim, ...]) -> dict[str, Claim]:
    return {claim.id: claim for claim in claims}


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_an_open_place_is_shown_with_its_reason_and_places_nothing(world: list[Report]) -> None:
    """An event whose every place is open has none, and says why beside each."""
    nowhere = [replace(report, told=tuple(replace(told, place="Nowhere") for told in report.told)) for report in world]
    store = a_record([an_analysis(report) for report in nowhere])
    for line in store.questions.events(window=ALL):
        event = store.questions.event(line.id)
        places = event.value_of("place") if event else None
        assert places
        assert {held.printed for held in places.held} == {"Nowhere (unresolved)"}
        assert all(isinstance(held.value, PlaceValue) and held.value.place is None for held in places.held)
        assert (event.place if event else None) is None
        assert line.place == "Nowhere (unresolved)"


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_figures_are_never_rounded_added_or_averaged(world: list[Report]) -> None:
    """Every figure of the record is a figure of a report."""
    analyses = [an_analysis(report) for report in world]
    told = {str(one.killed) for report in world for one in report.told}
    store = a_record(analyses)
    events = [store.questions.event(line.id) for line in store.questions.events(window=ALL)]
    held = [held.value for event in events if event for value in event.values for held in value.held]
    assert {str(value.count) for value in held if isinstance(value, CountValue)} <= told
