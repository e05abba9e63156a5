"""Decisions on the command line: what a person judges changes the record, stays through a new analysis, and can be undone."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corro.cli.main import cli
from corro.errors import BadOptionError

REPORTS = {
    "north": ("Northern Ledger", "Gunmen killed eleven millers near Gao on Monday."),
    "south": ("Southern Ledger", "On 2 May armed men shot dead eleven millers outside Gao, traders said."),
}


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=True)


def rows(record: Path, *what: str) -> list[dict[str, Any]]:
    """List something as JSON."""
    listed = run("show", *what, "--json", "--record", record)
    return [json.loads(line) for line in listed.stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two reports."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (outlet, text) in REPORTS.items():
        head = f"---\ntitle: Raid\noutlet: {outlet}\npublished: 2022-05-04\n---\n\n"
        (folder / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    path = tmp_path / "small.record"
    assert run("build", folder, "--record", path).exit_code == 0
    return path


def test_two_reports_are_parted_and_brought_together_again(record: Path) -> None:
    """`not-same` makes two events of one; undoing it makes one of them again; the list tells what holds."""
    (event,) = rows(record, "events")
    claims = [row["id"] for row in rows(record, "claims")]
    parted = run("decide", "not-same", *claims, "--by", "ana", "--reason", "two villages", "--record", record)
    assert parted.exit_code == 0, parted.output
    assert len(rows(record, "events")) == 2
    (decision,) = rows(record, "decisions")
    assert (decision["by"], decision["reason"], decision["holds"]) == ("ana", "two villages", "yes")
    run("decide", "undo", decision["id"], "--record", record)
    assert [row["id"] for row in rows(record, "events")] == [event["id"]]
    assert [row["holds"] for row in rows(record, "decisions")] == ["no", "yes"]


def test_two_events_are_brought_together_with_all_their_claims(record: Path) -> None:
    """`same` of two events joins whatever is behind either, and says what became of it; `not-same` wants claims."""
    claims = [row["id"] for row in rows(record, "claims")]
    run("decide", "not-same", *claims, "--record", record)
    (decision,) = rows(record, "decisions")
    run("decide", "undo", decision["id"][:14], "--record", record)
    assert run("decide", "not-same", rows(record, "events")[0]["id"], claims[0], "--record", record).exit_code != 0
    run("decide", "not-same", *claims, "--record", record)
    joined = run("decide", "same", *(row["id"] for row in rows(record, "events")), "--record", record)
    assert "one event" in joined.output
    assert len(rows(record, "events")) == 1


def test_reports_called_copies_are_one_lineage(record: Path) -> None:
    """Reports are named by their labels."""
    run("decide", "copies", "north", "south", "--record", record)
    assert [row["lineages"] for row in rows(record, "events")] == [1]


def test_an_assessment_stays_through_a_new_analysis(record: Path) -> None:
    """A finding names its standard of proof, is verified by one person until a second confirms it, and outlives a new analysis."""
    (event,) = rows(record, "events")
    refused = run("decide", "assess", event["id"], "--as", "finding", "--record", record)
    assert isinstance(refused.exception, BadOptionError)
    run("decide", "assess", event["id"], "--as", "finding", "--standard", "reasonable_grounds", "--record", record)
    again = run("reanalyse", "--record", record)
    assert "2 documents" in again.output
    explained = json.loads(run("explain", event["id"], "--json", "--record", record).stdout)
    assert explained["assessment"] == "verified"
    assert explained["decisions"][0]["verdict"] == "finding"
    assert explained["decisions"][0]["standard"] == "reasonable_grounds"
    assert "standard of proof: reasonable grounds" in run("explain", event["id"], "--record", record).output


def test_a_rejected_claim_makes_no_event(record: Path) -> None:
    """With every claim rejected nothing is left to list."""
    (event,) = rows(record, "events")
    run("decide", "reject", event["id"], "--record", record)
    assert rows(record, "events") == []


@pytest.mark.parametrize("arguments", [("same", "one"), ("undo", "decision_none"), ("assess", "A3-NONE", "--as", "true")])
def test_what_cannot_be_decided_is_refused(arguments: tuple[str, ...], record: Path) -> None:
    """One id where two are wanted, an unknown decision, an unknown event: nothing is kept."""
    assert run("decide", *arguments, "--record", record).exit_code != 0
    assert rows(record, "decisions") == []
