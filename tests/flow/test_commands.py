"""The commands as a user runs them: what they print, and how they end."""

import csv
import io
import json
import subprocess
import sys
import time
from collections.abc import Sequence
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corro.cli.main import EXIT_INTERRUPTED, cli, main
from corro.errors import BadOptionError, InternalError, NotARecordError, RecordNotFoundError, UnknownIdError

REPORT = """---
title: Herders killed
outlet: River Post
published: 2022-05-04
---

Gunmen killed at least 12 herders near Ansongo on Monday, the governor said. The army denied that its men had been there.
"""


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=True)


def ended(arguments: Sequence[str], monkeypatch: pytest.MonkeyPatch) -> object:
    """Run `corro` with its own error handling, and return the exit status."""
    monkeypatch.setattr(sys, "argv", ["corro", *arguments])
    with pytest.raises(SystemExit) as stopped:
        main()
    return stopped.value.code


@pytest.fixture(scope="module")
def record(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A record of one report."""
    folder = tmp_path_factory.mktemp("commands")
    (folder / "report.md").write_text(REPORT, encoding="utf-8")
    path = folder / "small.record"
    result = run("build", folder / "report.md", "--record", path)
    assert result.exit_code == 0, result.output
    return path


def test_build_says_what_became_of_the_inputs(record: Path, tmp_path: Path) -> None:
    """A second build of the same file takes nothing in; a file that is no report is rejected, and the exit status says so."""
    (tmp_path / "report.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "empty.txt").write_text("", encoding="utf-8")
    again = run("build", tmp_path, "--record", record)
    assert again.exit_code == 1
    assert "2 inputs: 1 duplicate, 1 rejected." in again.output
    assert "1 document in 1 lineage" in again.output


@pytest.mark.parametrize("what", ["events", "claims", "disputes", "sources", "registers", "issues", "receipts"])
def test_every_list_has_three_forms(record: Path, what: str) -> None:
    """JSON is one object a line, CSV reads back, and the table is text without control characters."""
    lines = [json.loads(line) for line in run("show", what, "--json", "--record", record).stdout.splitlines()]
    cells = list(csv.reader(io.StringIO(run("show", what, "--csv", "--record", record).stdout)))
    table = run("show", what, "--record", record)
    assert table.exit_code == 0
    assert "\x1b" not in table.stdout
    assert len(cells) - 1 == len(lines) or not lines


def test_an_event_is_explained_with_its_words_underlined(record: Path) -> None:
    """The figure stands with its bound and holder, and marks stand under the very words."""
    (event,) = [json.loads(line) for line in run("show", "events", "--json", "--record", record).stdout.splitlines()]
    page = run("explain", event["id"], "--record", record).stdout
    assert "≥ 12" in page
    assert "governor" in page
    assert "‾" in page
    whole = json.loads(run("explain", event["event_id"], "--json", "--record", record).stdout)
    words = [said for value in whole["values"] for said in value["said"]]
    assert words
    assert all(said["words"] in said["sentence"] for said in words)


def test_filters_narrow(record: Path) -> None:
    """A place finds the event with accents folded; another family finds none, and that is said."""
    assert run("show", "events", "--place", "ansongo", "--json", "--record", record).stdout
    nothing = run("show", "events", "--type", "H", "--record", record)
    assert nothing.exit_code == 0
    assert "Nothing in this record fits." in nothing.stderr


def test_search_folds_case_and_accents(record: Path) -> None:
    """HÉRDERS finds herders."""
    assert '"document": "report"' in run("search", "HÉRDERS", "--json", "--record", record).stdout


def test_wrong_use_says_what_to_do(
    record: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A missing record, an unknown id and a bad day end with 2, a message and a hint."""
    cases = [
        (["show", "events", "--record", str(tmp_path / "none.record")], RecordNotFoundError.hint),
        (["explain", "H1-ZZZZZZ", "--record", str(record)], UnknownIdError.hint),
        (["build", "x", "--column", "text", "--record", str(tmp_path / "x.record")], BadOptionError.hint),
        (["show", "events", "--from", "5/2/2023"], "write it as 2023-02-05"),
        (["show", "events", "--type", "ZZ", "--record", str(record)], "no event type ZZ"),
        (["show", "registers", "foo", "--record", str(record)], "no register foo"),
        (["build", str(record), "--record", str(tmp_path / "no" / "x.record")], NotARecordError.hint),
    ]
    for arguments, hint in cases:
        assert ended(arguments, monkeypatch) == 2
        assert hint in capsys.readouterr().err


def test_a_defect_shows_its_place_and_no_words(monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    """An error that nobody foresaw ends with 3; what it says about a document stays unsaid."""

    def fail(**_: object) -> None:
        raise ValueError("words of a witness")

    monkeypatch.setattr(cli, "main", fail)
    assert ended(["doctor"], monkeypatch) == InternalError.exit_code
    printed = capsys.readouterr().err
    assert "ValueError in" in printed
    assert "witness" not in printed


def test_interruption_has_its_own_status() -> None:
    """A user who stops a command gets the shell's own status for it."""
    assert EXIT_INTERRUPTED == 130


def test_analyse_answers_line_by_line(tmp_path: Path) -> None:
    """A broken line comes out as an error in its place, the others go on, and the exit status tells."""
    source = tmp_path / "in.jsonl"
    text = "Soldiers arrested three traders in Gao on 3 May 2022, residents said."
    source.write_text(
        json.dumps({"id": "a", "text": text}) + "\n{broken\n" + json.dumps({"id": "c", "text": text}) + "\n", encoding="utf-8"
    )
    result = run("analyse", source)
    first, second, third = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.exit_code == 1
    assert "error" in second
    assert (first["id"], third["id"]) == ("a", "c")
    assert [claim["type"] for claim in first["claims"]] == [claim["type"] for claim in third["claims"]] != []


def test_doctor_finds_nothing_missing() -> None:
    """In an environment that the Makefile made, all is there."""
    result = run("doctor")
    assert result.exit_code == 0, result.output
    assert "missing" not in result.output


def test_help_answers_at_once() -> None:
    """`corro --help` imports none of its commands and answers in under 0.3 s, in the quickest of eight runs."""
    script = "import sys; from corro.cli.main import main; sys.argv = ['corro', '--help']; main()"
    seconds = []
    for _ in range(8):
        began = time.perf_counter()
        done = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True)
        seconds.append(time.perf_counter() - began)
    assert "explain" in done.stdout
    assert min(seconds) < 0.3


OWNED = """id,name,aliases,kind,country,language,owner_or_parent,party_to_conflict,reference
river,River Post,,newspaper,ML,en,river-group,no,fictional
delta,Delta Voice,,broadcaster,ML,en,river-group,no,fictional
"""

SECOND_REPORT = """---
title: Attack on herders' camp
outlet: Delta Voice
published: 2022-05-05
---

On 2 May armed men raided a camp of nomads outside Ansongo. Twelve of the herders were killed, among them two boys.
"""


@pytest.mark.parametrize(("own", "lineages"), [((), 2), (("--sources", "outlets.csv"), 1)])
def test_a_table_of_sources_of_ones_own_is_used(own: Sequence[str], lineages: int, tmp_path: Path) -> None:
    """Two outlets that the table gives one owner are one lineage; the report of the build comes as JSON."""
    folder = tmp_path / "in"
    folder.mkdir()
    (folder / "a.md").write_text(REPORT.replace(", the governor said", ""), encoding="utf-8")
    (folder / "b.md").write_text(SECOND_REPORT, encoding="utf-8")
    (tmp_path / "outlets.csv").write_text(OWNED, encoding="utf-8")
    given = [tmp_path / part if part.endswith(".csv") else part for part in own]
    built = run("build", folder, "--json", "--record", tmp_path / "a.record", *given)
    report = json.loads(built.stdout)
    assert (report["inputs"], report["outcomes"]["accepted"], report["totals"]["documents"]) == (2, 2, 2)
    shown = run("show", "events", "--json", "--record", tmp_path / "a.record")
    assert [json.loads(line)["lineages"] for line in shown.stdout.splitlines()] == [lineages]


def test_claims_of_no_event_can_be_listed(tmp_path: Path) -> None:
    """What is only threatened or denied makes no event; the list of events says so, and the list of claims has it."""
    (tmp_path / "a.md").write_text(
        "---\ntitle: Strike\npublished: 2022-05-06\n---\n\nSoldiers killed two herders near Gao on Monday. "
        "The Security Council will meet on Friday.\n",
        encoding="utf-8",
    )
    record = tmp_path / "a.record"
    run("build", tmp_path / "a.md", "--record", record)
    assert "--no-event" in run("show", "events", "--record", record).output
    listed = run("show", "claims", "--no-event", "--json", "--record", record)
    assert [json.loads(line)["type"] for line in listed.stdout.splitlines()] == ["C1"]


def test_other_tables_than_before_are_told(tmp_path: Path) -> None:
    """Reports read before with other files of sources keep what they were read with: the summary says so and what mends it."""
    (tmp_path / "a.md").write_text(REPORT, encoding="utf-8")
    (tmp_path / "outlets.csv").write_text(OWNED, encoding="utf-8")
    build = ("build", tmp_path / "a.md", "--record", tmp_path / "a.record")
    assert "reanalyse" not in run(*build).output
    assert "corro reanalyse" in run(*build, "--sources", tmp_path / "outlets.csv").output
    run("reanalyse", "--sources", tmp_path / "outlets.csv", "--record", tmp_path / "a.record")
    assert "reanalyse" not in run(*build, "--sources", tmp_path / "outlets.csv").output


def test_what_changed_between_two_versions_is_shown(tmp_path: Path) -> None:
    """Two captures of one address are set side by side, old words and new."""
    for name, toll in (("first", "twelve"), ("second", "nine")):
        head = f"---\ntitle: Raid\nurl: https://post.example/raid\npublished: 2022-05-04\nid: {name}\n---\n\n"
        (tmp_path / f"{name}.md").write_text(f"{head}Gunmen killed {toll} millers near Gao on Monday.\n", encoding="utf-8")
    run("build", tmp_path, "--record", tmp_path / "a.record")
    shown = run("show", "changes", "first", "second", "--record", tmp_path / "a.record").output
    assert [line[:2] for line in shown.splitlines() if line] == ["- ", "+ "]
    assert "twelve" in shown.splitlines()[0]
    assert "nine" in shown.splitlines()[1]
