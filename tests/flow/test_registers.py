"""Registers from the command line: what is entered stands beside what reports say, falls due, and outlives the machine."""

import json
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result

from corro.cli.main import cli
from corro.errors import BadValueError, CorroError
from corro.pipeline.view import RecordView


def run(*arguments: str | Path) -> Result:
    """Run a command."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


def rows(record: Path, *words: str) -> list[dict[str, object]]:
    """Return the rows that a list gives as JSON."""
    return [json.loads(line) for line in run(*words, "--json", "--record", record).stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of one report on an expulsion."""
    (tmp_path / "north.md").write_text(
        "Aram, 5 February 2023 - The government of Aram on Sunday ordered the head of the UN mission to leave within 48 hours.\n",
        encoding="utf-8",
    )
    made = tmp_path / "a.record"
    assert run("build", tmp_path / "north.md", "--published", "2023-02-05", "--record", made).exit_code == 0
    return made


def test_what_is_entered_stands_under_the_line_it_is_about(record: Path) -> None:
    """With who entered it; and stays when the report is analysed anew."""
    (event,) = rows(record, "show", "events", "--type", "H1")
    given = [
        "--set",
        "kind=H1",
        "--set",
        "target=head of the mission",
        "--set",
        "announced=2023-02-05T20:00Z",
        "--set",
        "duration=48 h",
    ]
    entered = run("enter", "measures", *given, "--about", str(event["id"]), "--by", "officer", "--record", record)
    assert "due 2023-02-07T20:00:00Z" in entered.output
    run("reanalyse", "--record", record)
    told, item = [row for row in rows(record, "show", "registers", "measures") if row["event"] == event["event_id"]]
    assert item["entered_by"] == ["officer"]
    assert told["event"] == item["event"]
    assert "entered by officer" in run("show", "registers", "measures", "--record", record).output


def test_the_whole_life_of_an_item(record: Path) -> None:
    """Entered, changed, closed, opened again, undone; the log is whole."""
    run("enter", "access", "--set", "kind=O1", "--set", "subject=flight", "--set", "needed_by=2023-02-03", "--record", record)
    (item,) = (row for row in rows(record, "show", "registers", "access") if "item" in row)
    assert item["outcome"] == "no response"
    name = str(item["item"])
    assert run("change", name[:5], "--set", "suite=refusé", "--set", "answered_on=2023-02-04", "--record", record).exit_code == 0
    assert run("close", name, "--reason", "flown by another", "--record", record).exit_code == 0
    assert isinstance(run("change", name, "--set", "place=Aram", "--record", record).exception, CorroError)
    assert run("close", name, "--reopen", "--record", record).exit_code == 0
    acts = rows(record, "show", "item", name)
    assert [act["what"] for act in acts] == ["opened", "changed", "closed", "reopened"]
    run("change", name, "--undo", str(acts[1]["id"]), "--record", record)
    (item,) = (row for row in rows(record, "show", "registers", "access") if "item" in row)
    assert item["outcome"] == "no response"
    assert run("verify", "--record", record).exit_code == 0


def test_a_record_can_begin_with_a_register(tmp_path: Path) -> None:
    """No report is needed to enter something."""
    record = tmp_path / "new.record"
    assert (
        run("enter", "mission", "--set", "genre=base", "--set", "subject=camp", "--set", "place=Aram", "--record", record).exit_code
        == 0
    )
    assert run("show", "registers", "--record", record).output.count("MF-") == 1


def test_a_note_on_a_measure_leaves_its_reported_term_and_its_end_takes_it_away(record: Path) -> None:
    """What reports tell falls due until an item has a term of its own, or says that the measure is over."""

    def due() -> list[object]:
        return [row["about"] for row in rows(record, "deadlines", "--on", "2023-02-05", "--all") if row["due"]]

    (event,) = rows(record, "show", "events", "--type", "H1")
    assert due() == [event["id"]]
    noted = ["--set", "kind=H1", "--set", "target=head of the mission", "--about", str(event["id"])]
    run("enter", "measures", *noted, "--record", record)
    assert due() == [event["id"]]
    (item,) = (row for row in rows(record, "show", "registers", "measures") if "item" in row)
    run("change", str(item["item"]), "--set", "status=complied with", "--set", "complied_on=2023-02-06", "--record", record)
    assert due() == []


def test_deadlines_go_into_a_calendar_once(record: Path, tmp_path: Path) -> None:
    """The file is its owner's; it is not written over; that it went out is in the log."""
    run("enter", "measures", "--set", "kind=H1", "--set", "target=post", "--set", "deadline=2023-02-07", "--record", record)
    listed = rows(record, "deadlines", "--on", "2023-02-06", "--all")
    assert [row["due"] for row in listed if row["entered"]] == ["2023-02-07"]
    out = tmp_path / "due.ics"
    assert run("deadlines", "--all", "--ics", out, "--record", record).exit_code == 0
    assert out.stat().st_mode & 0o777 == 0o600
    assert isinstance(run("deadlines", "--all", "--ics", out, "--record", record).exception, CorroError)
    assert run("verify", "--record", record).exit_code == 0


@pytest.mark.parametrize("arguments", [("--set", "kind=O9"), ("--set", "colour=red"), ("--set", "kind=O1"), ("--set", "kind")])
def test_bad_input_keeps_nothing(arguments: tuple[str, ...], record: Path) -> None:
    """A clear answer, and nothing half-written."""
    refused = run("enter", "access", *arguments, "--record", record)
    assert isinstance(refused.exception, CorroError)
    assert not [row for row in rows(record, "show", "registers", "access") if "item" in row]


def test_a_refusal_names_column_and_example(record: Path) -> None:
    """Who enters in a hurry sees what to type."""
    refused = run("enter", "access", "--set", "kind=O1", "--set", "subject=x", "--set", "count=237", "--record", record).exception
    assert isinstance(refused, BadValueError)
    assert refused.message == (
        "Column count: cannot take '237' (no unit). It takes a number with its unit; for instance '1 flight request'."
    )


@pytest.mark.parametrize("name", ["enter", "change", "close", "deadlines"])
def test_every_help_has_an_example(name: str) -> None:
    """The last lines show how it is typed."""
    command = cli.get_command(click.Context(cli), name)
    assert command is not None
    assert f"corro {name}" in (command.epilog or "")


def test_the_figures_of_the_samples_are_printed_as_the_field_prints_them(mali: RecordView) -> None:
    """237 denied or unanswered over its days, without a denominator; 297 of 1,231; no line holds both, nor 238 (D01, D02)."""
    from datetime import UTC, datetime

    found = [one.reported.printed for one in mali.figures(datetime(2023, 6, 1, tzinfo=UTC))]
    assert "237 flight requests denied or no response; 2022-10-04/2022-12-29; denominator not reported" in found
    assert "297 flight requests denied; 2023-01/2023-03; of 1,231 (24.1 %)" in found
    assert not [line for line in found if "238" in line and ("237" in line or "297" in line)]


def test_the_deadlines_of_the_samples(mali: RecordView) -> None:
    """From reports alone: 7 February 2023 at 20:00Z, and 23 July 2022; the suspension has none."""
    due = {deadline.due.edtf for deadline in mali.deadlines() if deadline.due}
    assert {"2023-02-07T20:00:00Z", "2022-07-23"} <= due
    assert not [deadline for deadline in mali.deadlines() if deadline.about.startswith("H2")]


def test_what_was_entered_goes_out_and_comes_in_whole(record: Path, tmp_path: Path) -> None:
    """The native form holds every act, the undone ones too; the same digest, and the log still fits."""
    run("enter", "access", "--set", "kind=O1", "--set", "subject=flight", "--record", record)
    (item,) = (row for row in rows(record, "show", "registers", "access") if "item" in row)
    run("change", str(item["item"]), "--set", "outcome=denied", "--record", record)
    assert run("export", "jsonl", "--out", tmp_path / "a.jsonl", "--record", record).exit_code == 0
    other = tmp_path / "b.record"
    assert run("import", tmp_path / "a.jsonl", "--record", other).exit_code == 0
    assert rows(other, "show", "item", str(item["item"])) == rows(record, "show", "item", str(item["item"]))
    assert run("verify", "--record", other).exit_code == 0
    again = run("import", tmp_path / "a.jsonl", "--record", other)
    assert again.exit_code == 0
    assert len(rows(other, "show", "item", str(item["item"]))) == 2


def test_a_reader_enters_nothing(tmp_path: Path) -> None:
    """Rights are asked before anything is read of what they give."""
    from corro.errors import NotAllowedError
    from corro.model import Role, User
    from corro.pipeline.registers import Entry, enter

    reader = User("eve", frozenset({Role.READER}), named=True)
    with pytest.raises(NotAllowedError):
        enter("access", {"kind": "O1", "subject": "flight"}, tmp_path / "a.record", Entry(user=reader))


def test_the_words_of_a_restricted_case_go_into_no_calendar(tmp_path: Path) -> None:
    """Codes and kinds may; the case's own log says so."""
    from tests.keyrings import NOON, PlainKeyring

    from corro import open_record
    from corro.errors import BadOptionError
    from corro.pipeline.calendars import write_calendar
    from corro.pipeline.cases import CaseRecord, new_case
    from corro.pipeline.registers import enter

    keyring = PlainKeyring()
    case = CaseRecord(keyring, new_case(keyring, "Moth", NOON).code, "deadlines")
    item = enter("measures", {"kind": "H1", "target": "a village teacher", "deadline": "2023-02-07"}, case)
    with open_record(case, keyring.user) as view:
        found = view.deadlines()
    with pytest.raises(BadOptionError):
        write_calendar(case, tmp_path / "words.ics", found, words=True)
    assert write_calendar(case, tmp_path / "due.ics", found) == 1
    content = (tmp_path / "due.ics").read_text(encoding="utf-8")
    assert item.id in content
    assert "teacher" not in content
