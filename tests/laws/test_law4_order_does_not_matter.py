"""Law 4: the same documents and decisions, in any order, in one batch or many, give the same record."""

from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import Report, Told, a_record, add, an_analysis
from tests.laws.worlds import reports, worlds

from corro.model import Decision, DecisionKind
from corro.pipeline.decide import decide_in


@given(worlds, st.data())
@settings(max_examples=30, deadline=None)
def test_any_order_and_any_batches_give_the_same_record(world: list[Report], data: st.DataObject) -> None:
    """One batch, and any cut of any permutation into batches, leave records that agree to the row."""
    analyses = [an_analysis(report) for report in world]
    shuffled = data.draw(st.permutations(analyses))
    cuts = sorted(data.draw(st.sets(st.integers(1, len(shuffled)), max_size=3)))
    batches = [shuffled[start:end] for start, end in zip([0, *cuts], [*cuts, len(shuffled)], strict=True)]
    assert a_record(analyses).digest() == a_record(*batches).digest()


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_decisions_may_come_before_or_after_the_documents(world: list[Report], data: st.DataObject) -> None:
    """A decision on claims that the record does not know yet holds as soon as it does."""
    analyses = [an_analysis(report) for report in world]
    claims = sorted({claim.id for analysis in analyses for claim in analysis.claims})
    decisions = data.draw(st.lists(_decisions(claims), max_size=3))
    first, last = a_record(), a_record(analyses)
    decide_in(first, decisions)
    add(first, analyses)
    for decision in data.draw(st.permutations(decisions)):
        decide_in(last, [decision])
    assert first.digest() == last.digest()


def _decisions(claims: list[str]) -> st.SearchStrategy[Decision]:
    pairs = st.lists(st.sampled_from(claims), min_size=1, max_size=2, unique=True).map(lambda ids: tuple(sorted(ids)))
    verdicts = st.sampled_from(
        [(DecisionKind.SAME_EVENT, "same"), (DecisionKind.SAME_EVENT, "not_same"), (DecisionKind.CLAIM, "rejected")]
    )
    moments = st.integers(0, 5).map(lambda minutes: datetime(2023, 3, 1, tzinfo=UTC) + timedelta(minutes=minutes))
    return st.builds(lambda ids, kind, at: Decision(kind[0], ids, kind[1], "analyst", at), pairs, verdicts, moments)


@given(worlds, reports)
@settings(max_examples=20, deadline=None)
def test_an_update_equals_a_rebuild(world: list[Report], newcomer: Report) -> None:
    """Adding one report to a record gives what building all of it anew gives."""
    analyses = [an_analysis(report) for report in world]
    updated = a_record(analyses)
    add(updated, [an_analysis(newcomer)])
    assert updated.digest() == a_record([*analyses, an_analysis(newcomer)]).digest()


def test_adding_the_same_report_twice_changes_nothing() -> None:
    """What the record holds already is not added again."""
    analysis = an_analysis(Report())
    record = a_record([analysis])
    before = record.digest()
    add(record, [analysis])
    assert record.digest() == before


def test_two_reports_of_one_event_make_one_event() -> None:
    """The laws are tested on something: reports that agree do meet."""
    record = a_record([an_analysis(Report()), an_analysis(Report(outlet="Belo Courier", told=(Told(killed=13),)))])
    assert record.questions.totals().events == 1
