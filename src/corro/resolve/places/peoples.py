"""Peoples and the countries they are of: `Malian`, `ivoirienne`."""

import re
from collections import Counter
from functools import cache, lru_cache

from corro.resolve.places.index import country_rows
from corro.values import fold

_TEXTS_KEPT = 64
"""Texts whose peoples are kept for the next time they are asked for. Source: a batch of the annotator, 2026-11."""

_ENDINGS = ("", "s", "e", "es", "ne", "nes")
"""Endings of feminine and plural in English and French. Source: own list, 2026-11."""


@cache
def _demonyms() -> dict[str, str]:
    """Return country codes by demonym with its usual endings, lower case with and without accents."""
    codes: dict[str, str] = {}
    for row in country_rows():
        for demonym in filter(None, (*row["demonyms_english"].split(";"), *row["demonyms_french"].split(";"))):
            for ending in _ENDINGS:
                codes.setdefault(fold(demonym) + ending, row["code"])
                codes.setdefault(demonym.lower() + ending, row["code"])
    return codes


@cache
def _word() -> re.Pattern[str]:
    """Return a pattern of words, and of the demonyms that are two (`South African`)."""
    double = sorted((demonym for demonym in _demonyms() if " " in demonym), key=len, reverse=True)
    return re.compile(rf"(?:{'|'.join(map(re.escape, double))})\b|[^\W\d_]+(?:-[^\W\d_]+)?")


@cache
def _country_names() -> dict[str, str]:
    return {row["code"]: row["english"] for row in country_rows()}


def demonym_country(word: str) -> str | None:
    """Return the code of the country whose demonym a word is (`Malian`, `ivoirienne`), or None."""
    return _demonyms().get(fold(word))


def demonyms(code: str) -> tuple[str, ...]:
    """Return the demonyms of a country in English and French."""
    rows = [row for row in country_rows() if row["code"] == code]
    return tuple(word for row in rows for key in ("demonyms_english", "demonyms_french") for word in row[key].split(";") if word)


def country_name(code: str | None) -> str:
    """Return the English name of a country, or the empty string."""
    return _country_names().get(code or "", "")


def peoples_in(text: str) -> Counter[str]:
    """Return how often a text names each country by its people, by code.

    Args:
        text: Plain text.
    """
    return Counter(_counted(text))


@lru_cache(maxsize=_TEXTS_KEPT)
def _counted(text: str) -> Counter[str]:
    codes = _demonyms()
    return Counter(codes[word] for word in _word().findall(text.lower()) if word in codes)
