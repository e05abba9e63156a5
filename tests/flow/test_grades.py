"""Grades on the command line: sources and claims are graded apart, by people, and both are shown."""

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from corro.cli.main import cli
from corro.errors import BadOptionError, UnknownIdError

REPORTS = {
    "north": ("Northern Ledger", "Gunmen killed eleven millers near Gao on Monday."),
    "south": ("Southern Ledger", "Gunmen shot dead eleven millers outside Gao on 2 May, traders said."),
    "north-copy": ("Eastern Post", "Gunmen killed eleven millers near Gao on Monday."),
}


def run(*arguments: str | Path) -> Result:
    """Run a command in this process."""
    return CliRunner().invoke(cli, [str(argument) for argument in arguments])


@pytest.fixture
def record(tmp_path: Path) -> Path:
    """A record of two reports and a copy of one."""
    folder = tmp_path / "in"
    folder.mkdir()
    for name, (outlet, text) in REPORTS.items():
        head = f"---\ntitle: Raid\noutlet: {outlet}\npublished: 2022-05-04\n---\n\n"
        (folder / f"{name}.md").write_text(head + text + "\n", encoding="utf-8")
    path = tmp_path / "small.record"
    built = run("build", folder, "--record", path)
    assert built.exit_code == 0
    assert "Events by credibility: 2 (probably true) 1." in built.output
    return path


def claims(record: Path) -> dict[str, dict[str, object]]:
    """List claims by their report."""
    listed = run("show", "claims", "--json", "--record", record)
    return {row["document"]: row for row in map(json.loads, listed.stdout.splitlines())}


def test_a_source_is_graded_for_a_topic_and_its_claims_show_it(record: Path) -> None:
    """The grade stands beside the credibility and moves nothing of it; explain says who gave it, when and why."""
    assert {row["grade"] for row in claims(record).values()} == {"F2"}
    why = ("--by", "ana", "--reason", "own stringers")
    graded = run("decide", "reliability", "Northern Ledger", "--as", "b", "--topic", "A3", *why, "--record", record)
    assert graded.exit_code == 0, graded.output
    north = next(row for name, row in claims(record).items() if name.startswith("north") and "copy" not in name)
    assert (north["grade"], north["rated_by"], north["graded_by"]) == ("B2", "ana", "")
    told = run("explain", str(north["id"]), "--record", record).output
    assert "graded B2: source usually reliable (by ana on" in told
    assert "own stringers" in told
    listed = run("show", "decisions", "--record", record, "--json").stdout
    assert json.loads(listed)["verdict"] == "reliability B (northernledger, A3)"


def test_confirmed_is_refused_to_what_one_source_says(record: Path) -> None:
    """Parted from the other lineage, the report and its copy are one; a 1 is refused in words, and a 3 is taken."""
    rows = claims(record)
    south = str(next(row["id"] for name, row in rows.items() if name.startswith("south")))
    north = sorted(str(row["id"]) for name, row in rows.items() if name.startswith("north"))
    assert run("decide", "credibility", north[0], "--as", "1", "--record", record).exit_code == 0
    assert "confirmed" in run("explain", north[0], "--record", record).output
    run("decide", "not-same", south, north[0], "--record", record)
    refused = run("decide", "credibility", north[1], "--as", "1", "--record", record)
    assert "2 independent lineages" in str(refused.exception)
    assert run("decide", "credibility", north[1], "--as", "3", "--record", record).exit_code == 0
    assert "lost its ground" in run("explain", north[0], "--record", record).output
    assert "1 grade of 1 (confirmed)" in run("show", "decisions", "--record", record).output


@pytest.mark.parametrize(
    ("arguments", "words"),
    [
        (("reliability", "Nobody Herald", "--as", "B"), "Nobody of the name"),
        (("reliability", "Northern Ledger", "--as", "G"), "There is no reliability G"),
        (("reliability", "Northern Ledger", "Southern Ledger", "--as", "B"), "one source at a time"),
        (("reliability", "Northern Ledger", "--as", "B", "--topic", "Z9"), "no event type Z9"),
        (("reliability", "Northern Ledger", "--as", "B", "--from", "2023-02-01", "--to", "2022-02-01"), "ends before it begins"),
    ],
)
def test_a_grade_that_cannot_be_given_is_refused(arguments: tuple[str, ...], words: str, record: Path) -> None:
    """A slip of the pen grades nobody."""
    refused = run("decide", *arguments, "--record", record)
    assert isinstance(refused.exception, BadOptionError | UnknownIdError)
    assert words in str(refused.exception)


def test_topics_are_for_sources_only(record: Path) -> None:
    """A credibility with a topic is a mistake that is told."""
    claim = str(next(iter(claims(record).values()))["id"])
    refused = run("decide", "credibility", claim, "--as", "3", "--topic", "V", "--record", record)
    assert isinstance(refused.exception, BadOptionError)
    assert "nothing else" in str(refused.exception)
