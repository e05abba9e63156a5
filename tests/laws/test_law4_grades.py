"""Laws 2, 4 and 5 for grades: any order gives the same, a copy confirms nothing, a rebuild keeps them, undoing restores."""

from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import Report, Told, a_record, add, an_analysis
from tests.laws.worlds import worlds

from corro.errors import BadOptionError
from corro.model import Analysis, ClaimGrade, Decision, DecisionKind
from corro.model.answer import ALL
from corro.pipeline.again import analyse_again
from corro.pipeline.decide import decide_in
from corro.pipeline.grades import credibilities
from corro.store import SqliteStore

MOMENT = datetime(2023, 3, 1, tzinfo=UTC)
WIRE = "Gunmen came at dawn and left at noon, and nobody in the village could say where they went or who had sent them that day."


def graded(grade: str, *claims: str, minutes: int = 0) -> Decision:
    """Return a decision that grades claims."""
    return Decision(DecisionKind.CREDIBILITY, tuple(sorted(claims)), grade, "ana", MOMENT + timedelta(minutes=minutes), "seen")


def grades(store: SqliteStore) -> dict[str, ClaimGrade]:
    """Return the grades of all claims."""
    return dict(credibilities(store.questions, [claim.id for claim in store.questions.claims(window=ALL)]))


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_any_order_of_reports_and_grades_gives_the_same(world: list[Report], data: st.DataObject) -> None:
    """Reports in any order and batches, grades before or between them: the same grades, to the row."""
    analyses = [an_analysis(report) for report in world]
    ids = sorted({claim.id for analysis in analyses for claim in analysis.claims})
    drawn = st.builds(graded, st.sampled_from("23456"), st.sampled_from(ids), minutes=st.integers(0, 3))
    decisions = data.draw(st.lists(drawn, max_size=3))
    first, last = a_record(), a_record(analyses)
    decide_in(first, decisions)
    for analysis in data.draw(st.permutations(analyses)):
        add(first, [analysis])
    for decision in data.draw(st.permutations(decisions)):
        decide_in(last, [decision])
    assert grades(first) == grades(last)
    assert first.digest() == last.digest()


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_a_new_analysis_keeps_grades_and_undoing_takes_them_back(world: list[Report], data: st.DataObject) -> None:
    """What a person gave stays through a re-run, and comes off without a trace when it is undone."""
    analyses = {analysis.document.id: analysis for analysis in map(an_analysis, world)}
    store = a_record(list(analyses.values()))
    before, digest = grades(store), store.digest()
    decision = graded(data.draw(st.sampled_from("2345")), data.draw(st.sampled_from(sorted(before))))
    decide_in(store, [decision])
    given_now = grades(store)
    assert given_now[decision.subjects[0]].credibility == decision.verdict
    analyse_again(store, lambda documents: [analyses[document.id] for document in documents])
    assert grades(store) == given_now
    decide_in(store, [Decision(DecisionKind.UNDO, (decision.id,), "undone", "ana", MOMENT + timedelta(hours=1))])
    assert (grades(store), store.digest()) == (before, digest)


def a_wire_and_its_copies(count: int) -> list[Analysis]:
    """Return one agency's text as several outlets print it."""
    outlets = [f"Paper {number}" for number in range(count)]
    return [an_analysis(Report(outlet=outlet, credit="Agence Nord", filler=WIRE)) for outlet in outlets]


def test_one_wire_printed_by_many_confirms_nothing() -> None:
    """Where all support is one wire a 1 is refused, in words, and nothing is kept."""
    store = a_record(a_wire_and_its_copies(5))
    claim = sorted(grades(store))[0]
    with pytest.raises(BadOptionError, match="2 independent lineages"):
        decide_in(store, [graded("1", claim)])
    assert store.questions.decisions() == ()
    assert {grade.credibility for grade in grades(store).values()} == {"6"}


def test_a_claim_of_which_no_event_is_made_is_not_confirmed() -> None:
    """Nothing counts the lineages behind it; other grades can be given."""
    store = a_record([an_analysis(Report(told=(Told(cumulative=True),)))])
    (claim,) = grades(store)
    with pytest.raises(BadOptionError, match="confirmed"):
        decide_in(store, [graded("1", claim)])
    decide_in(store, [graded("3", claim)])
    assert grades(store)[claim].credibility == "3"


def test_a_confirmation_falls_with_its_ground_and_comes_back_with_it() -> None:
    """Two reports that a person calls copies of each other confirm no longer; the decision stays and the loss is counted."""
    others = Report(
        told=(Told(day=None),), outlet="Belo Courier", filler="Ferries were late, the harvest was poor, and a school opened."
    )
    store = a_record([an_analysis(Report()), an_analysis(others)])
    claim = sorted(grades(store))[0]
    assert grades(store)[claim].lineages == 2
    decide_in(store, [graded("1", claim)])
    assert grades(store)[claim].credibility == "1"
    documents = tuple(sorted(line.id for line in store.questions.documents(ALL)))
    copies = Decision(DecisionKind.SAME_LINEAGE, documents, "same", "ana", MOMENT + timedelta(hours=1))
    decide_in(store, [copies])
    fallen = grades(store)[claim]
    assert (fallen.credibility, fallen.without_ground) == ("6", True)
    assert store.questions.totals().groundless_grades == 1
    decide_in(store, [Decision(DecisionKind.UNDO, (copies.id,), "undone", "ana", MOMENT + timedelta(hours=2))])
    assert (grades(store)[claim].credibility, store.questions.totals().groundless_grades) == ("1", 0)


@given(worlds, st.data())
@settings(max_examples=20, deadline=None)
def test_a_copy_raises_no_grade(world: list[Report], data: st.DataObject) -> None:
    """Law 2: what a copy adds makes no claim more credible than it was."""
    analyses = [an_analysis(report) for report in world]
    store = a_record(analyses)
    before = grades(store)
    copied = data.draw(st.sampled_from(world))
    copy = an_analysis(Report(copied.told, "Copycat", copied.published, copied.filler, copied.credit or copied.outlet))
    add(store, [copy])
    after = grades(store)
    assert all(after[name].lineages <= before[name].lineages for name in before)


@pytest.mark.parametrize(("kind", "verdict"), [(DecisionKind.CREDIBILITY, "0"), (DecisionKind.RELIABILITY, "G")])
def test_a_grade_that_there_is_not_is_refused(kind: DecisionKind, verdict: str) -> None:
    """What is no grade is not taken."""
    store = a_record([an_analysis(Report())])
    with pytest.raises(BadOptionError, match="There is no"):
        decide_in(store, [Decision(kind, ("x",), verdict, "ana", MOMENT)])
