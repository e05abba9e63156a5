"""Law 4: the same documents and decisions, in any order, in one batch or many, give the same record."""

from datetime import UTC, date, datetime, timedelta
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.laws.builders import PlainReader, Report, Told, a_record, add, an_analysis
from tests.laws.worlds import reports, worlds

from corro.model import Decision, DecisionKind, Outcome
from corro.pipeline.build import BuildReport, build_into
from corro.pipeline.decide import decide_in
from corro.pipeline.options import BuildOptions
from corro.store import SqliteStore


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


RAID = "# Raid\n\nRebels attacked traders at Aram on 2023-02-05, killing 3.\n"
HEADED = f"---\noutlet: Radio Nord\n---\n{RAID}"


def built(tmp_path: Path, *builds: tuple[list[str], date | None]) -> tuple[SqliteStore, list[BuildReport]]:
    """Return the record that these builds make: names of files in a folder, and the date given."""
    store = SqliteStore.in_memory()
    reports = [
        build_into(store, [str(tmp_path / name) for name in names], PlainReader(), BuildOptions(published=day))
        for names, day in builds
    ]
    return store, reports


def test_the_same_bytes_under_two_names_give_the_same_record(tmp_path: Path) -> None:
    """Whether a text comes as Markdown or as plain text first makes no difference."""
    for name in ("a.md", "b.txt"):
        (tmp_path / name).write_text(HEADED, encoding="utf-8")
    one, _ = built(tmp_path, (["a.md"], None), (["b.txt"], None))
    other, _ = built(tmp_path, (["b.txt"], None), (["a.md"], None))
    assert one.questions.totals().documents == 1
    assert one.digest() == other.digest()


def test_the_same_bytes_as_a_table_and_as_text_give_one_record_in_either_order(tmp_path: Path) -> None:
    """What bytes are read as belongs to the document's id: whichever comes first, both are there."""
    for name in ("a.csv", "b.txt"):
        (tmp_path / name).write_text(f'text,published\n"{RAID.splitlines()[-1]}",2023-02-06\n', encoding="utf-8")
    one, _ = built(tmp_path, (["a.csv"], None), (["b.txt"], None))
    other, _ = built(tmp_path, (["b.txt"], None), (["a.csv"], None))
    assert one.questions.totals().documents == other.questions.totals().documents == 2
    assert one.digest() == other.digest()


def test_a_date_may_be_given_later(tmp_path: Path) -> None:
    """A report without a date, built again with one, gives the record that it would have given at once, and says so."""
    (tmp_path / "a.txt").write_text(RAID, encoding="utf-8")
    day = date(2023, 2, 6)
    late, reports = built(tmp_path, (["a.txt"], None), (["a.txt"], day))
    early, _ = built(tmp_path, (["a.txt"], day))
    assert (reports[1].outcomes[Outcome.UPDATED], reports[1].reasons) == (1, {"date_given": 1})
    assert not late.questions.issues("no_publication_date").total
    assert late.digest() == early.digest()


def test_a_date_given_later_moves_no_date_that_is_known(tmp_path: Path) -> None:
    """The date that was given first holds; the same bytes again are a duplicate, also within one build."""
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text(RAID, encoding="utf-8")
    store, reports = built(tmp_path, (["a.txt"], None), (["a.txt", "b.txt"], date(2023, 2, 6)), (["a.txt"], date(2023, 3, 1)))
    assert [report.reasons for report in reports[1:]] == [{"date_given": 1, "same_bytes": 1}, {"same_bytes": 1}]
    assert [line.published for line in store.questions.documents()] == ["2023-02-06"]
