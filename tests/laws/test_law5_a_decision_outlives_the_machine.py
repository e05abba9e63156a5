"""Law 5: a better extractor never changes what a person accepted, and undoing a decision restores what was there."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import Report, Told, a_record, an_analysis
from tests.laws.worlds import worlds

from corro.errors import BadOptionError
from corro.model import Analysis, Assessment, Claim, Decision, DecisionKind, Document, Event, Modality
from corro.model.answer import ALL
from corro.pipeline.again import analyse_again
from corro.pipeline.decide import decide_in
from corro.store import SqliteStore
from corro.values import Span

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)


def claims_of(store: SqliteStore) -> dict[str, Claim]:
    """Return all claims that stand."""
    return {claim.id: claim for claim in store.questions.claims(window=ALL)}


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_an_accepted_claim_survives_every_other_extractor(world: list[Report], data: st.DataObject) -> None:
    """An extractor that loses claims and reads the others differently leaves an accepted claim as it was accepted."""
    analyses = {analysis.document.id: analysis for analysis in map(an_analysis, world)}
    store = a_record(list(analyses.values()))
    before = claims_of(store)
    accepted = data.draw(st.sets(st.sampled_from(sorted(before)), max_size=3))
    decide_in(store, [Decision(DecisionKind.CLAIM, (name,), "accepted", "analyst", MOMENT) for name in sorted(accepted)])
    lost = data.draw(st.sets(st.sampled_from(sorted(before)), max_size=3))
    analyse_again(store, lambda documents: [_other(analyses[document.id], lost) for document in documents])
    after = claims_of(store)
    assert {name: after.get(name) for name in accepted} == {name: before[name] for name in accepted}
    assert set(after) == set(before) - (lost - accepted)


def _other(analysis: Analysis, lost: set[str]) -> Analysis:
    """Return what another extractor finds: some claims fewer, the others held to be alleged only."""
    kept = [replace(claim, modality=Modality.ALLEGED) for claim in analysis.claims if claim.id not in lost]
    return replace(analysis, claims=tuple(kept))


TWO = [Report(), Report(outlet="Belo Courier", told=(Told(killed=13),))]


def two_reports() -> tuple[dict[str, Analysis], SqliteStore, tuple[str, ...]]:
    """Return two analyses of one event by document, their record, and the event's claims."""
    analyses = {analysis.document.id: analysis for analysis in map(an_analysis, TWO)}
    store = a_record(list(analyses.values()))
    return analyses, store, events_of(store)[0].claims


def events_of(store: SqliteStore) -> list[Event]:
    """Return all events."""
    return [event for line in store.questions.events(window=ALL) if (event := store.questions.event(line.id))]


def decided(kind: DecisionKind, verdict: str, subjects: tuple[str, ...]) -> Decision:
    """Return a decision."""
    return Decision(kind, subjects, verdict, "analyst", MOMENT, standard="reasonable_grounds")


def test_an_assessment_survives_an_extractor_that_loses_a_claim() -> None:
    """What a person verified stays verified, on the claims that were verified."""
    analyses, store, claims = two_reports()
    decide_in(store, [decided(DecisionKind.ASSESSMENT, "verified", claims)])
    analyse_again(store, lambda documents: [_other(analyses[document.id], {claims[1]}) for document in documents])
    assert [(event.claims, event.assessment) for event in events_of(store)] == [(claims, Assessment.VERIFIED)]


def test_an_assessment_survives_the_rejection_of_a_claim() -> None:
    """An event that was verified stays so when one of its claims is thrown out."""
    _, store, claims = two_reports()
    decide_in(store, [decided(DecisionKind.ASSESSMENT, "verified", claims), decided(DecisionKind.CLAIM, "rejected", claims[:1])])
    assert [event.assessment for event in events_of(store)] == [Assessment.VERIFIED]


def test_a_split_survives_an_extractor_that_cuts_triggers_differently() -> None:
    """Claims that were held apart stay apart when a newer extractor finds them under other ids; none comes twice."""
    analyses, store, claims = two_reports()
    decide_in(store, [decided(DecisionKind.SAME_EVENT, "not_same", claims)])
    assert len(events_of(store)) == 2
    analyse_again(store, lambda documents: [_cut(analyses[document.id]) for document in documents])
    assert sorted(event.claims for event in events_of(store)) == sorted((name,) for name in claims)
    assert not store.questions.issues("decision_without_subject").total


def _cut(analysis: Analysis) -> Analysis:
    cut = [replace(claim, trigger=Span(claim.trigger.start, claim.trigger.end - 1)) for claim in analysis.claims]
    return replace(analysis, claims=tuple(cut))


def test_a_decision_that_lost_its_subject_is_reported() -> None:
    """A decision on something that the record does not hold becomes an issue that names it."""
    analyses, store, claims = two_reports()
    orphan = decided(DecisionKind.CLAIM, "accepted", ("claim_gone",))
    decide_in(store, [orphan, decided(DecisionKind.CLAIM, "accepted", claims)])
    analyse_again(store, lambda documents: _found(analyses, documents))
    issues = store.questions.issues("decision_without_subject").lines
    assert [(issue.document_id, issue.detail) for issue in issues] == [(orphan.id, "claim_gone")]


@given(worlds)
@settings(max_examples=20, deadline=None)
def test_the_same_extractor_again_changes_nothing(world: list[Report]) -> None:
    """Analysing a record again with what made it gives the same record."""
    analyses = {analysis.document.id: analysis for analysis in map(an_analysis, world)}
    store = a_record(list(analyses.values()))
    before = store.digest()
    analyse_again(store, lambda documents: _found(analyses, documents))
    assert store.digest() == before


def _found(analyses: dict[str, Analysis], documents: Sequence[Document]) -> list[Analysis]:
    return [analyses[document.id] for document in documents]


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_undoing_a_decision_restores_what_was_there(world: list[Report], data: st.DataObject) -> None:
    """Merged, parted, rejected or assessed, and then undone: the record is what it was, and both decisions are kept."""
    store = a_record([an_analysis(report) for report in world])
    before = store.digest()
    decision = data.draw(_decisions(sorted(claims_of(store)), [line.id for line in store.questions.documents(ALL)]))
    decide_in(store, [decision])
    undo = Decision(DecisionKind.UNDO, (decision.id,), "undone", "analyst", MOMENT + timedelta(hours=1))
    decide_in(store, [undo])
    assert store.digest() == before
    assert {one.id for one in store.questions.decisions()} == {decision.id, undo.id}


def _decisions(claims: list[str], documents: list[str]) -> st.SearchStrategy[Decision]:
    on_claims = st.lists(st.sampled_from(claims), min_size=1, max_size=3, unique=True).map(lambda ids: tuple(sorted(ids)))
    on_documents = st.lists(st.sampled_from(documents), min_size=1, max_size=2, unique=True).map(lambda ids: tuple(sorted(ids)))
    kinds = {
        (DecisionKind.SAME_EVENT, "same"): on_claims,
        (DecisionKind.SAME_EVENT, "not_same"): on_claims,
        (DecisionKind.CLAIM, "rejected"): on_claims,
        (DecisionKind.ASSESSMENT, "verified"): on_claims,
        (DecisionKind.SAME_LINEAGE, "same"): on_documents,
        (DecisionKind.SAME_LINEAGE, "not_same"): on_documents,
    }
    return st.one_of([st.builds(_decision, st.just(kind), subjects) for kind, subjects in kinds.items()])


def _decision(kind: tuple[DecisionKind, str], subjects: tuple[str, ...]) -> Decision:
    return Decision(kind[0], subjects, kind[1], "analyst", MOMENT, standard="reasonable_grounds")


def test_a_rejected_claim_gives_an_event_no_value() -> None:
    """The law is tested on something: a decision does change the record."""
    store = a_record([an_analysis(Report())])
    decide_in(store, [Decision(DecisionKind.CLAIM, tuple(claims_of(store)), "rejected", "analyst", MOMENT)])
    assert store.questions.totals().events == 0


def test_a_confirmation_that_nobody_vouches_for_is_refused() -> None:
    """Nor is anything taken that came with it."""
    _, store, claims = two_reports()
    with pytest.raises(BadOptionError, match="signature"):
        decide_in(
            store, [decided(DecisionKind.CLAIM, "accepted", claims), decided(DecisionKind.SECOND, "confirmed", ("decision_x",))]
        )
    assert store.questions.decisions() == ()
