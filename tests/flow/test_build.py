"""The whole way on a few short reports: bytes in, record out, through every stage as it is."""

import shutil
from collections.abc import Sequence
from datetime import date
from pathlib import Path

import pytest

import corro
from corro.errors import BadOptionError, NothingToReadError, UnknownIdError, WorkerLostError
from corro.model import Analysis, Outcome, Relation
from corro.model.answer import ALL, EventFilter
from corro.pipeline.build import BuildReport, build
from corro.pipeline.options import BuildOptions, Progress
from corro.pipeline.view import RecordView, open_record
from corro.run import ProcessExecutor
from corro.store import SqliteStore

REPORTS = {
    "a.md": """---
outlet: Harbour Ledger
published: 2023-02-06
---
# Ministry expels envoy

The foreign ministry expelled the envoy, Ada Example, on 5 February 2023.
Government spokesman Colonel Bo Sample accused her of bias in a statement read on television.
""",
    "b.md": """---
outlet: Delta Post
published: 2023-02-06
---
# Envoy told to go

On Sunday the authorities gave the envoy Ada Example 48 hours to leave the country, officials said.
The order came after weeks of quarrels over flights in the north.
""",
    "c.txt": "Gunmen killed 12 civilians in Gao on 3 February 2023, the army said.\n",
    "d.txt": "Armed men killed at least 20 civilians in Gao on 3 February 2023, a local official said on Saturday.\n",
    "e.jsonl": '{"id": "e1", "text": "The mission said soldiers had turned back its patrol near Menaka on Monday."}\n{broken\n',
}


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder of five files with six rows, one of them broken."""
    made = tmp_path_factory.mktemp("reports")
    for name, text in REPORTS.items():
        (made / name).write_text(text, encoding="utf-8")
    return made


@pytest.fixture(scope="module")
def built(folder: Path, tmp_path_factory: pytest.TempPathFactory) -> tuple[Path, BuildReport]:
    """The record of the folder."""
    record = tmp_path_factory.mktemp("record") / "a.record"
    return record, corro.build(folder, record)


def digest(record: Path) -> str:
    """Return what a record says, as a digest."""
    store = SqliteStore.to_read(record)
    try:
        return store.digest()
    finally:
        store.close()


def test_every_file_and_row_ends_somewhere(built: tuple[Path, BuildReport]) -> None:
    """Six inputs: five documents, and a broken line with its reason."""
    record, report = built
    assert report.inputs == 6
    assert (report.outcomes[Outcome.ACCEPTED], report.outcomes[Outcome.REJECTED]) == (5, 1)
    assert report.reasons == {"line_broken": 1}
    with open_record(record) as view:
        (refused,) = [receipt for receipt in view.receipts() if receipt.outcome is Outcome.REJECTED]
        assert refused.locator.endswith("e.jsonl#2")
        assert view.issues("analysis_failed").total == 0


def test_two_reports_of_one_killing_are_one_event_with_both_figures(built: tuple[Path, BuildReport]) -> None:
    """And the figures stay side by side, with their difference."""
    with open_record(built[0]) as view:
        lines = [line for line in view.events(EventFilter(place="Gao"), ALL) if line.type in ("V1", "A3")]
        assert [(line.documents, line.when, line.place) for line in lines] == [(2, "2023-02-03", "Gao")]
        (explanation,) = view.explain(lines[0].slug)
        killed = {value.held.printed: value for value in explanation.values if value.role == "killed"}
        assert set(killed) == {"12 civilians", "≥ 20 civilians"}
        assert killed["12 civilians"].said[0].words.words == "12"
        assert Relation.DISPUTE in {difference.relation for difference in explanation.differences if difference.field == "killed"}


def test_an_event_is_explained_with_the_very_words(built: tuple[Path, BuildReport]) -> None:
    """Each value leads to words that stand in the text of the document."""
    with open_record(built[0]) as view:
        for line in view.events(window=ALL):
            (explanation,) = view.explain(line.id)
            for said in (said for value in explanation.values for said in value.said):
                assert said.words.words == said.words.span.of(explanation.documents[said.words.document_id].text)


def test_a_record_is_searched_and_names_lead_to_things(built: tuple[Path, BuildReport]) -> None:
    """By words, labels, slugs and ids of claims."""
    with open_record(built[0]) as view:
        assert [hit.label for hit in view.search("patrol menaka")] == ["e1"]
        assert view.document_id("c") == view.claims_by_id([claim.id for claim in view.claims()])[_claim_of(view, "c")].document_id
        with pytest.raises(UnknownIdError):
            view.document_id("nobody")
        with pytest.raises(UnknownIdError):
            view.explain("H1-NOBODY")


def _claim_of(view: RecordView, label: str) -> str:
    document = view.document_id(label)
    return next(claim.id for claim in view.claims(window=ALL) if claim.document_id == document)


def test_order_batches_and_processes_make_no_difference(built: tuple[Path, BuildReport], folder: Path, tmp_path: Path) -> None:
    """File by file, backwards, or in two processes: the same record to the row (law 4)."""
    backwards, parallel = tmp_path / "backwards.record", tmp_path / "parallel.record"
    for path in sorted(folder.iterdir(), reverse=True):
        corro.build(path, backwards)
    build(folder, parallel, options=BuildOptions(processes=2))
    assert digest(backwards) == digest(parallel) == digest(built[0])


def test_the_same_file_twice_is_a_duplicate(built: tuple[Path, BuildReport], folder: Path, tmp_path: Path) -> None:
    """In one build, under another name, or later."""
    reports = tmp_path / "reports"
    shutil.copytree(folder, reports)
    shutil.copy(reports / "c.txt", reports / "c-again.txt")
    record = tmp_path / "a.record"
    first = corro.build(reports, record)
    assert (first.outcomes[Outcome.ACCEPTED], first.outcomes[Outcome.DUPLICATE]) == (5, 1)
    second = corro.build(folder, record)
    assert second.outcomes[Outcome.ACCEPTED] == 0
    assert digest(record) == digest(built[0])


def test_a_newer_version_of_a_page_is_an_update_and_both_are_kept(tmp_path: Path) -> None:
    """Two captures of one address are two versions, with what changed between them."""
    head = "---\nurl: https://example.org/envoy\noutlet: Delta Post\npublished: 2023-02-0{}\n---\n"
    (tmp_path / "1.md").write_text(head.format(5) + "The head of the mission was told to leave.\n", encoding="utf-8")
    (tmp_path / "2.md").write_text(head.format(6) + "The head of human rights was told to leave.\n", encoding="utf-8")
    record = tmp_path / "a.record"
    report = corro.build([tmp_path / "1.md", tmp_path / "2.md"], record)
    assert (report.outcomes[Outcome.ACCEPTED], report.outcomes[Outcome.UPDATED]) == (1, 1)
    assert report.totals.lineages == 1
    with open_record(record) as view:
        first, second = view.versions(view.document_id("2"))
        assert [change.now for change in view.changes(first, second)] == ["The head of human rights was told to leave."]


def test_nothing_to_read_is_told(tmp_path: Path) -> None:
    """An empty folder is no build, and leaves no record behind."""
    (tmp_path / "empty").mkdir()
    with pytest.raises(NothingToReadError):
        corro.build(tmp_path / "empty", tmp_path / "a.record")
    assert [path.name for path in tmp_path.iterdir()] == ["empty"]


def test_progress_is_told_step_by_step(folder: Path, tmp_path: Path) -> None:
    """Every step comes to its end, and none runs past its total."""
    told: list[Progress] = []
    build(folder, tmp_path / "a.record", options=BuildOptions(progress=told.append))
    assert list(dict.fromkeys(one.step for one in told)) == ["analysed", "compared", "placed", "grouped", "composed"]
    ends = {one.step: one for one in told}
    assert all(one.total is None or one.done == one.total for one in ends.values())


def test_a_report_alone_is_analysed_without_a_record() -> None:
    """`corro.analyse` gives typed results; relative dates count from the day that is given, and stay open without one."""
    text = "Gunmen killed 12 civilians in Gao yesterday, the army said."
    dated, undated = corro.analyse(text, published=date(2023, 2, 6)), corro.analyse(text)
    assert _days(dated) == ["2023-02-05"]
    assert _days(undated) == [None]
    assert dated.claims[0].holders[0].name == "army"
    with pytest.raises(BadOptionError):
        corro.analyse("   ")


def _days(analysis: Analysis) -> Sequence[str | None]:
    slots = [slot for claim in analysis.claims for slot in claim.slots_of("time")]
    return [slot.value.interval.edtf if slot.value.interval else None for slot in slots]


def test_an_unsupported_language_is_kept_and_searchable(tmp_path: Path) -> None:
    """It is not analysed, and says so."""
    text = "El gobierno anunció el domingo que las negociaciones continuarán la próxima semana en la capital del país. " * 3
    (tmp_path / "es.txt").write_text(text, encoding="utf-8")
    report = corro.build(tmp_path / "es.txt", tmp_path / "a.record")
    assert (report.outcomes[Outcome.ACCEPTED], report.totals.claims) == (1, 0)
    with open_record(tmp_path / "a.record") as view:
        assert view.search("negociaciones").total == 1


def test_a_lost_process_ends_the_build_and_the_next_one_finishes_it(folder: Path, tmp_path: Path) -> None:
    """Processes that die say so; nothing is lost."""
    record = tmp_path / "a.record"
    pool = ProcessExecutor(1, _die)
    with pytest.raises(WorkerLostError):
        build(folder, record, options=BuildOptions(executor=pool))
    pool.close()
    assert corro.build(folder, record).totals.documents == 5


def _die() -> None:
    import os

    os._exit(1)
