"""Turns what people type into a full-text query that can never be a syntax error."""

import re

_TERM = re.compile(r'"([^"]+)"|(\S+)')


def match_all(typed: str) -> str:
    """Return an FTS5 query for all of the words; words between double quotes stand together, a final `*` takes any ending.

    Args:
        typed: What somebody typed.

    Returns:
        The query, or the empty string where no word is left.

    Source: SQLite FTS5, Full-text Query Syntax; every term goes in as a quoted string.
    """
    terms = []
    for phrase, word in _TERM.findall(typed):
        ending = "*" if word.endswith("*") else ""
        bare = (phrase or word).replace('"', " ").replace("*", " ").strip()
        if any(letter.isalnum() for letter in bare):
            terms.append(f'"{bare}"{ending}')
    return " ".join(terms)


def match_columns(wanted: dict[str, str]) -> str:
    """Return an FTS5 query in which each column has all of its words; an empty key stands for any column.

    Args:
        wanted: Words by column; columns without words ask for nothing.

    Returns:
        The query, or the empty string.
    """
    parts = []
    for column, typed in wanted.items():
        query = match_all(typed)
        if query:
            parts.append(f"{{{column}}} : ({query})" if column else f"({query})")
    return " AND ".join(parts)
