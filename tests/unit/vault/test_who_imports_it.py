"""What writes briefs and exports knows no vault: neither by an import of its own nor by way of others, whenever it comes to be."""

import ast
from collections.abc import Iterator
from pathlib import Path

SOURCE = Path(__file__).resolve().parents[3] / "src"
OUTWARD = (
    "corro.brief",
    "corro.exchange",
    "corro.casework",
    "corro.pipeline.brief",
    "corro.pipeline.export",
    "corro.pipeline.exits",
)
FORBIDDEN = ("corro.vault", "corro.pipeline.vault")


def modules() -> dict[str, Path]:
    """Return all modules by name."""
    paths = {path.relative_to(SOURCE).with_suffix(""): path for path in SOURCE.rglob("*.py")}
    return {".".join(name.parts).removesuffix(".__init__"): path for name, path in paths.items()}


def imported(path: Path) -> Iterator[str]:
    """Yield what a module imports, wherever in it, imports for types aside."""
    tree = ast.parse(path.read_text(encoding="utf-8"))
    typing_only = {id(part) for node in ast.walk(tree) if _is_typing(node) for part in ast.walk(node)}
    for node in ast.walk(tree):
        if id(node) in typing_only:
            continue
        if isinstance(node, ast.Import):
            yield from (alias.name for alias in node.names)
        if isinstance(node, ast.ImportFrom) and node.module:
            yield node.module
            yield from (f"{node.module}.{alias.name}" for alias in node.names)


def _is_typing(node: ast.AST) -> bool:
    return isinstance(node, ast.If) and isinstance(node.test, ast.Name) and node.test.id == "TYPE_CHECKING"


def within(name: str, rooms: tuple[str, ...]) -> bool:
    """Say whether a module is one of these, is in one, or begins as one does."""
    return any(name == room or name.startswith((f"{room}.", f"{room}_", f"{room}s", f"{room}ing")) for room in rooms)


def test_nothing_that_goes_out_reaches_the_vault() -> None:
    """Followed through every import of ours."""
    known = modules()
    graph = {name: {one for one in imported(path) if one in known} for name, path in known.items()}
    starts = [name for name in known if within(name, OUTWARD)]
    assert {"corro.exchange", "corro.pipeline.exits", "corro.pipeline.exporting"} <= set(starts)
    for start in starts:
        seen, waiting = {start}, [start]
        while waiting:
            fresh = graph[waiting.pop()] - seen
            seen |= fresh
            waiting += fresh
        assert not [name for name in seen if within(name, FORBIDDEN)], start


def test_only_the_vault_and_the_check_of_signatures_use_the_seals_library() -> None:
    """Nobody seals on their own."""
    users = {name for name, path in modules().items() if any(one.split(".")[0] == "nacl" for one in imported(path))}
    assert users == {"corro.keyring", "corro.vault.sealing"}


def test_no_password_or_cost_comes_from_the_environment() -> None:
    """The vault reads no variable, and no option of a command takes a password itself."""
    for name, path in modules().items():
        text = path.read_text(encoding="utf-8")
        if within(name, ("corro.vault",)):
            assert "environ" not in text, name
        assert '"--password"' not in text, name
