"""Law 1: every value leads to a document and a span, and those characters are what is shown."""

from hypothesis import given, settings
from tests.laws.builders import Report, a_record, an_analysis
from tests.laws.worlds import worlds

from corro.model.answer import ALL
from corro.pipeline.view import RecordView
from corro.record.printing import value_key


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_every_value_of_every_event_leads_to_words_of_a_document(world: list[Report]) -> None:
    """Each value has claims; each claim has words for it; the words are the document's own at that span."""
    view = RecordView(a_record([an_analysis(report) for report in world]))
    for line in view.events(window=ALL):
        for value in view.explain(line.id)[0].values:
            assert value.said
            assert {said.claim_id for said in value.said} == set(value.held.claims)
            for said in value.said:
                text = view.documents_by_id([said.words.document_id])[said.words.document_id].text
                assert said.words.words == said.words.span.of(text)
                assert said.words.sentence in text


@given(worlds)
@settings(max_examples=30, deadline=None)
def test_no_event_has_a_value_that_no_claim_has(world: list[Report]) -> None:
    """A value shown, the days and the place of an event among them, is the value of a slot of one of its claims."""
    view = RecordView(a_record([an_analysis(report) for report in world]))
    for line in view.events(window=ALL):
        event = view.event(line.id)
        claims = view.claims_by_id(event.claims)
        said = {(slot.role, value_key(slot.value)) for claim in claims.values() for slot in claim.slots if slot.value}
        assert {(value.role, value_key(held.value)) for value in event.values for held in value.held} <= said
        intervals = {slot.value.interval for claim in claims.values() for slot in claim.slots_of("time")}
        assert event.interval is None or event.interval in intervals


@given(worlds)
@settings(max_examples=20, deadline=None)
def test_every_difference_and_register_line_leads_to_claims(world: list[Report]) -> None:
    """Positions of differences have passages in documents; lines of registers rest on claims that the record holds."""
    view = RecordView(a_record([an_analysis(report) for report in world]))
    for difference in view.differences(window=ALL):
        for position in difference.positions:
            assert position.passages
            texts = view.documents_by_id([passage.document_id for passage in position.passages])
            assert all(passage.span.of(texts[passage.document_id].text) for passage in position.passages)
    for entry in view.entries(window=ALL):
        assert entry.claims
        assert set(view.claims_by_id(entry.claims)) == set(entry.claims)
