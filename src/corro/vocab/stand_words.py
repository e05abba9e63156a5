"""Words by which two passages on one question are set against each other, in `stand_words.toml`."""

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from corro.errors import SetupError
from corro.vocab.files import read_toml

_FILE = "stand_words.toml"


@cache
def stand_words(table: str, language: str) -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Return the words of a table.

    Args:
        table: `axes`, `labels`, `stages`, `marks`, `sides`, `units`, `bases`, `classes`; `classes.under` for what a class holds.
        language: `en` or `fr`.

    Returns:
        Each entry's key (`axis.pole` where entries have poles) with its words; `_` stands for a space, a final `*` for any ending.

    Raises:
        SetupError: There is no such table, or the file is malformed.
    """
    name, _, under = table.partition(".")
    entries = read_toml(_FILE).get(name)
    if not isinstance(entries, dict):
        raise SetupError(f"The vocabulary file {_FILE} has no table {name}.")
    field = f"{under}_{language}" if under else language
    return tuple(_entries(entries, field))


def _entries(entries: Mapping[str, Any], field: str, prefix: str = "") -> Iterator[tuple[str, tuple[str, ...]]]:
    for key, entry in entries.items():
        if not isinstance(entry, dict):
            continue
        if isinstance(entry.get(field), str):
            yield f"{prefix}{key}", tuple(entry[field].split())
        else:
            yield from _entries(entry, field, f"{prefix}{key}.")
