"""The how-to that adds an event type is true: with its file and nothing else the type is found in both languages."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PAGE = (ROOT / "docs" / "how-to" / "add-a-type.md").read_text(encoding="utf-8")
ASK = """
import sys
from corro import analyse
for text in sys.argv[1:]:
    print(*sorted({claim.type for claim in analyse(text).claims}))
"""


def test_the_type_of_the_how_to_is_found(tmp_path: Path) -> None:
    """A copy of the package with the page's file added finds the page's own sentences; the package as it is does not."""
    sentences = [" ".join(found.split()) for found in re.findall(r'in "([^"]+)"', PAGE)]
    (name,) = re.findall(r"`(h\d_\w+\.toml)`", PAGE)
    (table,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    shutil.copytree(ROOT / "src" / "corro", tmp_path / "corro", ignore=shutil.ignore_patterns("__pycache__"))
    assert len(sentences) == 2
    assert not any("H7" in line for line in _types(tmp_path, sentences[:1]))
    (tmp_path / "corro" / "vocab" / "event_types" / name).write_text(table, encoding="utf-8")
    assert all("H7" in line for line in _types(tmp_path, sentences))


def test_a_folder_of_ones_own_serves_a_build(tmp_path: Path) -> None:
    """A build with the folder finds the type in two processes, the record shows it by its name, and a taken code is refused."""
    (name,) = re.findall(r"`(h\d_\w+\.toml)`", PAGE)
    (table,) = re.findall(r"^```toml\n(.*?)^```", PAGE, re.MULTILINE | re.DOTALL)
    own, reports = tmp_path / "types", tmp_path / "reports"
    own.mkdir()
    reports.mkdir()
    (own / name).write_text(table, encoding="utf-8")
    (reports / "one.txt").write_text("The governor imposed a curfew in Gao on Monday.", encoding="utf-8")
    built = _corro(tmp_path, own, "build", "reports", "--processes", "2", "--published", "2024-03-06")
    assert built.returncode == 0, built.stderr
    shown = _corro(tmp_path, own, "show", "events")
    assert "Curfew" in shown.stdout
    (own / "h1_again.toml").write_text(table.replace('"H7"', '"H1"'), encoding="utf-8")
    refused = _corro(tmp_path, own, "show", "events")
    assert refused.returncode == 2
    assert "H1" in refused.stderr


def _corro(folder: Path, own: Path, *words: str) -> subprocess.CompletedProcess[str]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT / "src"), "CORRO_TYPES": str(own)}
    command = [sys.executable, "-c", "from corro.cli.main import main; main()", *words]
    return subprocess.run(command, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300)


def _types(folder: Path, sentences: list[str]) -> list[str]:
    """Return the types that the package in a folder finds in each sentence."""
    environment = {**os.environ, "PYTHONPATH": str(folder)}
    done = subprocess.run(
        [sys.executable, "-c", ASK, *sentences],
        cwd=folder,
        env=environment,
        capture_output=True,
        text=True,
        check=True,
        timeout=300,
    )
    lines = done.stdout.splitlines()
    assert len(lines) == len(sentences)
    return lines
