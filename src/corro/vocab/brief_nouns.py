"""How a sentence names an event of each type: a noun with what is known of it."""

import re
from collections.abc import Mapping
from functools import cache

from corro.vocab.files import read_toml

_FILE = "brief_nouns.toml"
_PIECE = re.compile(r"\[([^\]]*)\]")
_ROLE = re.compile(r"\{(\w+)\}")


@cache
def _nouns() -> Mapping[str, Mapping[str, str]]:
    return {code: dict(row) for code, row in read_toml(_FILE).items() if isinstance(row, dict)}


def noun_roles(code: str, language: str) -> tuple[str, ...]:
    """Return the roles that the noun of a type can hold, in order."""
    return tuple(dict.fromkeys(_ROLE.findall(_pattern(code, language))))


def noun(code: str, language: str, known: Mapping[str, str]) -> str:
    """Name an event.

    Args:
        code: Its type.
        language: `en` or `fr`.
        known: What is known of it, in words, by role.

    Returns:
        The noun; a bracket of the pattern is left out where its role is not known, and gives its alternative where it has one.
    """
    return _PIECE.sub(lambda piece: _piece(piece.group(1), known), _pattern(code, language))


def _pattern(code: str, language: str) -> str:
    row = _nouns().get(code)
    if row is None:
        from corro.vocab.event_types import event_types

        kind = event_types().get(code)
        return (kind.name_fr if language == "fr" else kind.name_en) if kind else code
    return row.get(language) or row["en"]


def _piece(piece: str, known: Mapping[str, str]) -> str:
    for alternative in piece.split("|"):
        roles = _ROLE.findall(alternative)
        if all(role in known for role in roles):
            return alternative.format_map(known)
    return ""
