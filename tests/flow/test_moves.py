"""`corro show moves`: what a build or a decision did to the standing of events can be listed, from a day on."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from corro.cli.main import cli

REPORTS = {
    "north": ("Northern Ledger", "Gunmen killed eleven millers near Gao on Monday."),
    "south": ("Southern Ledger", "On 2 May armed men shot dead eleven millers outside Gao, traders said."),
}


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=True)


def moves(record: Path, *options: str) -> list[dict[str, Any]]:
    """List the moves as JSON."""
    listed = run("show", "moves", *options, "--json", "--record", record)
    assert listed.exit_code == 0, listed.output
    return [json.loads(line) for line in listed.stdout.splitlines()]


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record to which one report after another was added."""
    path = tmp_path / "small.record"
    for name, (outlet, text) in REPORTS.items():
        report = tmp_path / f"{name}.md"
        report.write_text(f"---\ntitle: Raid\noutlet: {outlet}\npublished: 2022-05-04\n---\n\n{text}\n", encoding="utf-8")
        assert run("build", report, "--record", path).exit_code == 0
    return path


def test_a_second_report_corroborates_and_is_told(record: Path) -> None:
    """First the event is new; then its support and the number of lineages move."""
    first, second = moves(record)
    assert (first["change"], first["support"], first["lineages"]) == ("new", "single_source", 1)
    assert "support single_source → corroborated; lineages 1 → 2" in second["change"]
    assert first["at"] <= second["at"]


def test_what_is_parted_rejected_and_brought_back_is_told(record: Path) -> None:
    """A split gives two moves; a join names both; a rejected event is no more."""
    claims = [json.loads(line)["id"] for line in run("show", "claims", "--json", "--record", record).stdout.splitlines()]
    known = len(moves(record))
    parted = run("decide", "not-same", *claims, "--record", record).stdout
    assert {move["lineages"] for move in moves(record)[known:]} == {1}
    known = len(moves(record))
    run("decide", "undo", parted.split()[0], "--record", record)
    (joined,) = moves(record)[known:]
    assert (joined["change"][:12], joined["lineages"]) == ("joined from ", 2)
    known = len(moves(record))
    run("decide", "reject", *claims, "--record", record)
    assert "no longer an event: its claims make none" in {move["change"] for move in moves(record)[known:]}


def test_the_same_reports_again_move_nothing(record: Path, tmp_path: Path) -> None:
    """A build that adds nothing lists nothing; a day to come lists nothing either."""
    known = moves(record)
    assert run("build", tmp_path / "north.md", "--record", record).exit_code == 0
    assert moves(record) == known
    assert moves(record, "--since", "2999-01-01") == []
    assert len(moves(record, "--since", "2000-01-01")) == len(known)
