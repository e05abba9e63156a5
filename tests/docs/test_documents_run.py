"""Every command and every example of the documents runs.

A document's blocks run one after the other in a folder of their own that holds `samples`. In a `console` block each line after `$ `
is a command; what follows it is not compared, for figures change with the samples. A command may end with 0 or 1 (problems found),
not with wrong use. A `python` block is run as it stands.
"""

import os
import re
import shlex
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCUMENTS = sorted([ROOT / "README.md", *(ROOT / "docs").rglob("*.md")])
BLOCK = re.compile(r"^```(console|python)\n(.*?)^```", re.MULTILINE | re.DOTALL)
RAN_WELL = (0, 1)
MAKE_TARGETS = set(re.findall(r"^([a-z-]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))


def blocks(document: Path) -> list[tuple[str, str]]:
    """Return a document's runnable blocks, in order, each with its language."""
    return BLOCK.findall(document.read_text(encoding="utf-8"))


def runnable() -> list[Path]:
    """Return the documents that hold at least one such block."""
    return [document for document in DOCUMENTS if blocks(document)]


def commands(block: str) -> list[str]:
    """Return the commands of a console block; a line that ends in a backslash goes on."""
    return [line.removeprefix("$ ") for line in block.replace("\\\n", " ").splitlines() if line.startswith("$ ")]


def test_the_readme_has_commands_and_an_example() -> None:
    """The README shows commands and ten lines of code."""
    languages = {language for language, _ in blocks(ROOT / "README.md")}
    assert languages == {"console", "python"}


@pytest.mark.parametrize("document", runnable(), ids=lambda path: str(path.relative_to(ROOT)))
def test_every_block_runs(document: Path, tmp_path: Path) -> None:
    """Commands end well, examples raise nothing, and make is only asked for targets that it has."""
    (tmp_path / "samples").symlink_to(ROOT / "samples")
    for language, block in blocks(document):
        if language == "python":
            run([sys.executable, "-c", block], tmp_path, (0,))
        for command in commands(block) if language == "console" else []:
            run_command(command, tmp_path)


def run_command(command: str, folder: Path) -> None:
    """Run one command of a console block; `make` is only looked up, since it would make the environment again."""
    words = shlex.split(command)
    if words[0] == "make":
        assert words[1] in MAKE_TARGETS
        return
    script = command.replace(".venv/bin/corro", "corro")
    assert shlex.split(script)[0] in ("corro", "cat", "printf"), f"a document may not run {command!r}"
    run(["bash", "-o", "pipefail", "-c", script], folder, RAN_WELL)


def run(words: list[str], folder: Path, good: tuple[int, ...]) -> None:
    """Run a program in a folder and demand one of these exit statuses."""
    path = f"{Path(sys.executable).parent}{os.pathsep}{os.environ.get('PATH', '')}"
    environment = {**os.environ, "PATH": path, "PYTHONWARNINGS": "ignore"}
    done = subprocess.run(words, cwd=folder, env=environment, capture_output=True, text=True, check=False, timeout=300)
    assert done.returncode in good, f"{words}\n{done.stdout[-2000:]}\n{done.stderr[-2000:]}"
