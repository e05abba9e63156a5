"""Proposes what the columns of somebody's sheet mean, by their headings in English and French; a person looks it over."""

import re
import tomllib
from collections.abc import Iterable, Mapping
from dataclasses import replace
from functools import cache
from importlib.resources import files

from corro.exchange.claims import known_type
from corro.exchange.maps import FIELDS, ColumnMap
from corro.exchange.rows import Broken, Row
from corro.values import fold

_FALLBACK = "my-sheet"

LOOKED_AT = 10_000
"""Rows whose words for the type are listed. Source: own choice."""

MOST_TYPES = 60
"""Words for the type that are listed. Source: own choice: there are 35 types; a column of more words is no type."""

HEAD = """# A proposal, made of the headings and of the words for the type. Look it over: say under [types] which event type each
# word stands for (an empty text for none), or for all rows with a line above [columns] such as: type = "A3"
# The codes of the types stand in the reference of event types.
"""


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


def with_words(made: ColumnMap, rows: Iterable[Row | Broken]) -> ColumnMap:
    """Return a proposal with the words that stand in the column of the type, those that name a type with its code.

    Args:
        made: The proposal.
        rows: Some rows.
    """
    column = made.columns.get("type", "")
    words = dict.fromkeys(row.cells[column] for row in rows if isinstance(row, Row) and column in row.cells)
    if len(words) > MOST_TYPES:
        return made
    return replace(made, types={word: known_type(word) for word in words})


def _plain(heading: str) -> str:
    return " ".join(re.findall(r"\w+", fold(heading).replace("_", " ")))


@cache
def _meanings() -> Mapping[str, str]:
    told = tomllib.loads(files("corro.exchange").joinpath("headings.toml").read_text(encoding="utf-8"))
    return {_plain(word): field for field, words in told.items() for word in words}
