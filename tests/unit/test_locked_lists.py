"""The locked lists hold hashes and names, and nothing that leads elsewhere."""

import re
from pathlib import Path

import pytest

LISTS = sorted(Path("requirements").glob("*.txt"))


def test_there_are_lists_for_running_models_and_tests() -> None:
    """The lists that the Makefile names exist."""
    assert {"run.txt", "models.txt", "test.txt"} <= {path.name for path in LISTS}


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_a_list_leads_nowhere_else(path: Path) -> None:
    """No index, link, file or address stands in a locked list."""
    text = path.read_text(encoding="utf-8")
    for forbidden in ("--index-url", "--extra-index-url", "--find-links", "file:", "http:", "https:", "git+"):
        assert forbidden not in text


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_every_package_is_pinned_and_hashed(path: Path) -> None:
    """Each requirement names one version and at least one SHA-256."""
    text = re.sub(r"\\\n\s*", " ", path.read_text(encoding="utf-8"))
    lines = [line for line in text.splitlines() if line.strip() and not line.lstrip().startswith("#")]
    assert lines
    for line in lines:
        assert re.match(r"^[a-z0-9_.-]+==\S+ .*--hash=sha256:[0-9a-f]{64}", line), line


@pytest.mark.parametrize("path", LISTS, ids=lambda path: path.name)
def test_no_squatted_versions(path: Path) -> None:
    """No package stands at version 999.9.9."""
    assert "==999" not in path.read_text(encoding="utf-8")
