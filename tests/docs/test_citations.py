"""What the code cites can be looked up in this repository: pages, and the rules and patterns of the codebook."""

import re
from collections.abc import Iterator
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
DOCS = ROOT / "docs"
READ = (".py", ".toml", ".csv", ".sql")
PAGE = re.compile(r"(?<![\w./-])((?:[\w.-]+/)*[\w-]+\.md)\b")
RULE = re.compile(r"\b(R[1-9]\d?|D\d\d)\b(?![\w.])")
OWN_NOTES = re.compile(r"\.\./shared/|\bdesign's\b|\bfacts-mali\b|\bissue #?\d+\b", re.IGNORECASE)
CODEBOOK = (DOCS / "codebook.md").read_text(encoding="utf-8")
RULES = {*re.findall(r"^### (R\d+)$", CODEBOOK, re.MULTILINE), *re.findall(r'<a id="d\d\d"></a>(D\d\d)', CODEBOOK)}


def cited(pattern: re.Pattern[str], text: str) -> Iterator[tuple[int, str]]:
    """Yield what a pattern finds, with the number of its line."""
    for number, line in enumerate(text.splitlines(), start=1):
        for found in pattern.finditer(line):
            yield number, found.group()


def exists(page: str, beside: Path) -> bool:
    """Say whether a page stands in the repository: by its path from the root or the citing file, or by name under docs."""
    return any(path.is_file() for path in (ROOT / page, beside / page)) or ("/" not in page and any(DOCS.rglob(page)))


def missing_pages(text: str, name: str, beside: Path) -> list[str]:
    """Return each page that a text cites and the repository lacks, as `file:line: page`."""
    return [f"{name}:{number}: {page}" for number, page in cited(PAGE, text) if not exists(page, beside)]


def sources() -> list[Path]:
    """Return the files of the program that can cite."""
    return sorted(path for path in (ROOT / "src").rglob("*") if path.suffix in READ)


def texts() -> Iterator[tuple[str, Path, str]]:
    """Yield each file by its name from the root, with its folder and its text."""
    for path in sources():
        yield str(path.relative_to(ROOT)), path.parent, path.read_text(encoding="utf-8")


def test_every_page_that_the_code_cites_is_here() -> None:
    """A stranger finds each page that a comment, a data file or a message names."""
    lost = [line for name, beside, text in texts() for line in missing_pages(text, name, beside)]
    assert not lost, "\n".join(lost)


def test_every_rule_that_the_code_cites_is_in_the_codebook() -> None:
    """Each line that names the codebook names rules and patterns that stand there."""
    lines = [(name, number, line) for name, _, text in texts() for number, line in enumerate(text.splitlines(), start=1)]
    naming = [(f"{name}:{number}", RULE.findall(line)) for name, number, line in lines if "codebook.md" in line]
    assert naming
    lost = [f"{where}: {rule}" for where, rules in naming for rule in rules if rule not in RULES]
    assert not lost, "\n".join(lost)


def test_no_file_cites_notes_from_elsewhere() -> None:
    """Design notes, data beside the repository and numbers of an issue tracker are no source for a reader of the code."""
    lost = [f"{name}:{number}: {words}" for name, _, text in texts() for number, words in cited(OWN_NOTES, text)]
    assert not lost, "\n".join(lost)


def test_the_codebook_has_every_rule_and_every_pattern() -> None:
    """R1 to R39 and D01 to D40 each have an anchor, and each rule says how far it is built."""
    assert {f"R{number}" for number in range(1, 40)} | {f"D{number:02}" for number in range(1, 41)} == RULES
    parts = re.split(r"^### R\d+$", CODEBOOK.partition("\n## Lists")[0], flags=re.MULTILINE)[1:]
    assert [part for part in parts if not re.search(r"\*(Built|In part|Later)", part)] == []


@pytest.mark.parametrize(
    ("text", "lost"),
    [
        ("Source: docs/codebook.md, R16.", []),
        ("see ARCHITECTURE.md, Identity", []),
        ('a\nsource = "domain.md 2.3"', ["x.py:2: domain.md"]),
        ("docs/nowhere.md", ["x.py:1: docs/nowhere.md"]),
    ],
)
def test_a_page_that_is_not_here_is_named_with_its_line(text: str, lost: list[str]) -> None:
    """The check can fail, and says where."""
    assert missing_pages(text, "x.py", ROOT) == lost


def link_targets(page: Path) -> Iterator[str]:
    """Yield what a page links to inside the repository."""
    yield from re.findall(r"\]\((?!https?:)([^)\s]+)\)", page.read_text(encoding="utf-8"))


def anchors(page: Path) -> set[str]:
    """Return the anchors of a page: its headings as addresses, and those that it sets."""
    text = page.read_text(encoding="utf-8")
    headings = re.findall(r"^#+ (.+)$", text, re.MULTILINE)
    return {re.sub(r"[^\w -]", "", line).strip().lower().replace(" ", "-") for line in headings} | set(
        re.findall(r'<a id="([^"]+)"', text)
    )


@pytest.mark.parametrize("name", ["codebook.md", "facts.md"])
def test_the_links_of_the_page_lead_somewhere(name: str) -> None:
    """Each link names a file that is here and an anchor that it has."""
    for target in link_targets(DOCS / name):
        path, _, anchor = target.partition("#")
        page = (DOCS / path).resolve() if path else DOCS / name
        assert page.is_file(), target
        assert not anchor or anchor in anchors(page), target
