"""Proposes what the columns of somebody's sheet mean, by their headings in English and French; a person looks it over."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from functools import cache
from importlib.resources import files

from corro.exchange.maps import FIELDS, ColumnMap
from corro.values import fold

_FALLBACK = "my-sheet"


def proposed(columns: Iterable[str], name: str) -> ColumnMap:
    """Propose a map.

    Args:
        columns: The headings.
        name: What the sheet is called; the dataset's key and title are made of it.

    Returns:
        A map of the columns whose heading is known, each field once; where none says the type, that is left to be filled in.
    """
    found: dict[str, str] = {}
    for column in columns:
        meaning = _meanings().get(_plain(column))
        if meaning and meaning not in found:
            found[meaning] = column
    ordered = {field: found[field] for field in FIELDS if field in found}
    key = re.sub(r"[^a-z0-9]+", "-", fold(name)).strip("-")[:40].strip("-") or _FALLBACK
    return ColumnMap(key, " ".join(name.split()) or _FALLBACK, ordered)


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", fold(heading).replace("_", " ")))


@cache
def _meanings() -> Mapping[str, str]:
    told = tomllib.loads(files("corro.exchange").joinpath("headings.toml").read_text(encoding="utf-8"))
    return {_plain(word): field for field, words in told.items() for word in words}
