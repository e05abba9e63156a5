"""Finds the files below a path, in a stable order, and says why anything is left out."""

import os
from collections.abc import Iterator
from pathlib import Path

from corro.collect.receipts import rejected
from corro.model import Receipt

_DROPPINGS = frozenset({".ds_store", "thumbs.db", "desktop.ini", "__macosx"})
"""What desktops leave in folders and archives: no input of anybody's. Source: macOS Finder, Windows Explorer."""


def walk(path: str) -> Iterator[Path | Receipt]:
    """Yield the file at a path, or every file below a folder.

    Args:
        path: As the user gave it. Links to folders are not followed, so that a loop ends.

    Yields:
        Files, sorted by path, and receipts of what is left out.
    """
    start = Path(path)
    if not os.path.lexists(start):
        yield rejected(shown(path), "not_found")
    elif _is_folder(start):
        yield from _below(start)
    else:
        yield start


def shown(path: str | Path) -> str:
    """Return a path as text that can be stored; names that are no Unicode are escaped."""
    return os.fspath(path).encode("utf-8", "backslashreplace").decode("utf-8")


def is_dropping(name: str) -> bool:
    """Say whether a name is one that desktops leave behind."""
    return name.lower() in _DROPPINGS or name.startswith("._")


def _below(folder: Path) -> Iterator[Path | Receipt]:
    """Go down without recursion, so that no depth of folders is too deep."""
    waiting: list[Path | Receipt] = [folder]
    while waiting:
        entry = waiting.pop()
        if isinstance(entry, Path) and _is_folder(entry):
            waiting.extend(reversed(_entries(entry)))
        else:
            yield entry


def _entries(folder: Path) -> list[Path | Receipt]:
    try:
        names = sorted(entry.name for entry in folder.iterdir() if not is_dropping(entry.name))
    except OSError as error:
        return [rejected(shown(folder), "unreadable", error.strerror or type(error).__name__)]
    return [_entry(folder / name) for name in names]


def _entry(entry: Path) -> Path | Receipt:
    if entry.name.startswith("."):
        return rejected(shown(entry), "hidden")
    if entry.is_symlink() and _is_folder(entry):
        return rejected(shown(entry), "linked")
    return entry


def _is_folder(path: Path) -> bool:
    try:
        return path.is_dir()
    except OSError:
        return False  # whoever opens it as a file says why it cannot be opened
