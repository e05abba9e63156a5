"""`corro gazetteer import`."""

from pathlib import Path

import pytest
from click.testing import CliRunner

from corro.cli.build import tell_problems
from corro.cli.gazetteer import command


def imported(folder: Path, text: str) -> tuple[int, str]:
    """Import a file and return the exit code and what was printed."""
    file = folder / "mine.csv"
    file.write_text(text, encoding="utf-8")
    result = CliRunner().invoke(command, ["import", str(file)])
    return result.exit_code, result.output


def test_a_good_file(tmp_path: Path) -> None:
    """A good file is written in the form that a build takes, and the command to use it is shown."""
    code, printed = imported(tmp_path, "nom,lat,long\nVeldou,16,-1\n")
    assert code == 0
    assert "--places" in printed
    assert "Veldou" in (tmp_path / "mine.places.csv").read_text(encoding="utf-8")


def test_doubtful_rows(tmp_path: Path) -> None:
    """Rows with something wrong are named by line, at most a screen of them, and the command ends with 1."""
    code, printed = imported(tmp_path, "name,lat,lon\n" + "Veldou,160,-1\n" * 25)
    assert code == 1
    assert printed.count("lie outside the world") == 20
    assert "and 5 more problems" in printed


def test_a_build_tells_doubtful_rows(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    """A build names the rows of one's own gazetteer that have no valid point, on the error output, and at most five."""
    file = tmp_path / "mine.csv"
    file.write_text("name,lat,lon\nZabrantou,16,-1\n" + "Veldou,160,-1\n" * 7, encoding="utf-8")
    tell_problems((file,))
    told = capsys.readouterr().err
    assert told.count("lie outside the world") == 5
    assert "mine.csv: line 3: Veldou" in told
    assert "and 2 more problems" in told
