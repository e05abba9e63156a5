"""Words by which a text says how one event stands to another, in `chain_cues.toml`."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any

from corro.model import ChainKind
from corro.vocab.files import read_toml, reading, rows_of

_FILE = "chain_cues.toml"

_LETTERS = {
    "à": "[àa]",
    "é": "[ée]",
    "è": "[èe]",
    "ê": "[êe]",
    "ç": "[çc]",
    "î": "[îi]",
    "'": "['’]",
    " ": r"\s+",
    "*": r"\w*",
    "_": r"(?:\s+\w+)?",
}
"""How a character of a cue stands in a text. Source: French typography: capitals may lack their accents."""


@dataclass(frozen=True, slots=True)
class ChainCue:
    """One rule by which two events are linked.

    Attributes:
        id: Its id.
        kind: What it says.
        later: First characters of the codes of types that the one event may have: that which responds, investigates, is part, or
            comes later.
        earlier: The same of the other event.
        governs_later: Whether what follows the words is the one event; else it is the other.
        own: Whether the words may be those that name the one event themselves (`condemned`, `inquiry into`).
    """

    id: str
    kind: ChainKind
    later: tuple[str, ...]
    earlier: tuple[str, ...]
    governs_later: bool
    own: bool


@cache
def chain_cues(language: str) -> tuple[tuple[ChainCue, re.Pattern[str]], ...]:
    """Return the rules of a language with the pattern of their words, in order of precedence.

    Args:
        language: `en` or `fr`.

    Raises:
        SetupError: The file is malformed.
    """
    return tuple(_cue(row, language) for row in rows_of(read_toml(_FILE), "cue", _FILE))


def _cue(row: Mapping[str, Any], language: str) -> tuple[ChainCue, re.Pattern[str]]:
    with reading(_FILE, row):
        cue = ChainCue(
            id=row["id"],
            kind=ChainKind(row["kind"]),
            later=tuple(row["later"]),
            earlier=tuple(row["earlier"]),
            governs_later={"later": True, "earlier": False}[row["governed"]],
            own=row.get("own", False),
        )
        return cue, _pattern(row[language])


def _pattern(phrases: Sequence[str]) -> re.Pattern[str]:
    """Return what finds any of these phrases as whole words, the longest first."""
    written = ["".join(_LETTERS.get(letter, re.escape(letter)) for letter in phrase) for phrase in phrases]
    ordered = sorted(written, key=lambda words: (-len(words), words))
    return re.compile(rf"(?<!\w)(?:{'|'.join(ordered)})(?:(?<=['’])|(?!\w))", re.IGNORECASE)
