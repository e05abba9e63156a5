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
