"""`corro verify`: what a build and a decision leave behind can be looked over, and a slip in the file is told with its place."""

import sqlite3
from pathlib import Path

from click.testing import CliRunner, Result

from corro.cli.main import cli


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments], standalone_mode=True)


def test_a_record_is_looked_over_with_a_checkpoint_and_a_slip_is_told(tmp_path: Path) -> None:
    """Built, checkpointed, added to, looked over; then one byte of the evidence is another."""
    record, checkpoint = tmp_path / "small.record", tmp_path / "checkpoint.json"
    for name, told in (("a", "Gunmen killed eleven millers near Gao on Monday."), ("b", "The road to Gao was closed on Tuesday.")):
        report = tmp_path / f"{name}.txt"
        report.write_text(told, encoding="utf-8")
        assert run("build", report, "--record", record).exit_code == 0
        assert "All is as it was." in run("verify", "--record", record, "--save", checkpoint).output
    assert "2 pieces of evidence and 2 entries" in run("verify", "--record", record, "--checkpoint", checkpoint).output
    connection = sqlite3.connect(record)
    connection.execute("UPDATE evidence SET content = x'00' WHERE rowid = 1")
    connection.commit()
    connection.close()
    found = run("verify", "--record", record)
    assert found.exit_code == 1
    assert "BREAK  evidence" in found.output
    assert "Nothing was changed." in found.output


def test_what_is_no_checkpoint_is_refused(tmp_path: Path) -> None:
    """Before anything is looked over."""
    report, record = tmp_path / "a.txt", tmp_path / "small.record"
    report.write_text("The road to Gao was closed on Tuesday.", encoding="utf-8")
    assert run("build", report, "--record", record).exit_code == 0
    found = run("verify", "--record", record, "--checkpoint", report)
    assert found.exit_code != 0
    assert "no checkpoint" in str(found.exception)
