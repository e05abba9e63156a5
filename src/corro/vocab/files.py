"""Reads the data files of the vocabularies; a malformed one is a fault of the installation."""

import csv
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any

from corro.errors import SetupError


def read_toml(name: str) -> dict[str, Any]:
    """Read a TOML file of the package.

    Args:
        name: Path below `corro/vocab`, such as `lists/relations.toml`.

    Returns:
        The tables as parsed.

    Raises:
        SetupError: The file is missing or is not TOML.
    """
    try:
        return tomllib.loads(files("corro.vocab").joinpath(name).read_text(encoding="utf-8"))
    except (OSError, tomllib.TOMLDecodeError) as error:
        raise SetupError(f"The vocabulary file {name} cannot be read: {error}") from error


def read_csv(path: Path | None, name: str, columns: Sequence[str]) -> tuple[dict[str, str], ...]:
    """Read a table with a header line.

    Args:
        path: A file of the user's, or None for the package's own.
        name: Name of the package's file, and what the table is called in messages.
        columns: Columns that must be there; others are kept too.

    Returns:
        The rows, cells stripped, missing cells empty.

    Raises:
        SetupError: The file is missing, is not UTF-8 or lacks a column.
    """
    source = path if path is not None else files("corro.vocab").joinpath(name)
    try:
        lines = source.read_text(encoding="utf-8-sig").splitlines()
    except (OSError, UnicodeDecodeError) as error:
        raise SetupError(f"The table {source} cannot be read: {error}") from error
    reader = csv.DictReader(lines)
    lacking = sorted(set(columns) - set(reader.fieldnames or ()))
    if lacking:
        raise SetupError(f"The table {source} lacks the column {', '.join(lacking)}.")
    return tuple({key: (cell or "").strip() for key, cell in row.items() if key} for row in reader)


def rows_of(tables: Mapping[str, Any], key: str, name: str) -> tuple[dict[str, Any], ...]:
    """Return the array of tables under `key`.

    Args:
        tables: A parsed file.
        key: Name of the array.
        name: Name of the file, for the message.

    Raises:
        SetupError: There is no such array, or it holds something else.
    """
    rows = tables.get(key)
    if not isinstance(rows, list) or not all(isinstance(row, dict) for row in rows):
        raise SetupError(f"The vocabulary file {name} has no [[{key}]] tables.")
    return tuple(rows)


@contextmanager
def reading(name: str, row: Mapping[str, Any]) -> Iterator[None]:
    """Turn whatever a wrong row raises into a message that names file and row.

    Args:
        name: Name of the file.
        row: The row that is being read.

    Raises:
        SetupError: A key is missing or a value is not of its kind.
    """
    try:
        yield
    except (KeyError, TypeError, ValueError) as error:
        label = row.get("id") or row.get("key") or row.get("code") or dict(row)
        raise SetupError(f"The vocabulary file {name} is wrong at {label!r}: {error!r}") from error
