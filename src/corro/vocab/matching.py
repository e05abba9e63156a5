"""Finds known names in running text: a look-up of folded word sequences that heeds capitals, linear in the text."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import NamedTuple

from corro.values import fold
from corro.vocab.actors import actors

_WORD = re.compile(r"[^\W_]+")
_GAP = re.compile(r"[ \t\xa0\u202f\n]{1,3}|['’ʼ‘`´\-‐‑–]|\.|\. ?(?<=\w\. )")
"""What may stand between two words of one name: blanks, an apostrophe, a hyphen, or the stop of an abbreviation."""

_ABBREVIATION_LENGTH = 3
"""A stop and a blank join two words of a name only after a word this short (`Col. X`).
Source: chosen on samples/mali and kasanda-dev, 2026-11."""

_WORDS_IN_CAPITALS = frozenset(["AU", "CI", "ICI", "IT", "UN", "US", "WHO"])
"""Acronyms that are words of English or French too, and so say nothing in a text wholly in capitals. Source: own list, 2026-11."""


class NameMatch(NamedTuple):
    """A known name in a text.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last.
        actor_id: Whose name it is; the first in the file where several bear it.
        name: The name as the vocabulary writes it.
    """

    start: int
    end: int
    actor_id: str
    name: str


@dataclass(frozen=True, slots=True)
class _Form:
    """One form of a name in the index: whose it is, and what capitals it needs."""

    actor_id: str
    text: str
    exact: bool
    capital: bool


def find_names(text: str, *, in_capitals: bool = False) -> tuple[NameMatch, ...]:
    """Find the names of known actors.

    The longest match from the left counts. Accents, apostrophes and hyphens do not matter. Acronyms must be written as in the
    vocabulary; names with capitals must have at least one.

    Args:
        text: Any text.
        in_capitals: Whether the whole text is in capitals, so that they tell nothing.

    Returns:
        The matches in order, not overlapping.
    """
    words = [(match.start(), match.end()) for match in _WORD.finditer(text)]
    found: list[NameMatch] = []
    at = 0
    while at < len(words):
        match, length = _longest_from(text, words, at, in_capitals)
        if match:
            found.append(match)
        at += length
    return tuple(found)


def _longest_from(text: str, words: list[tuple[int, int]], at: int, in_capitals: bool) -> tuple[NameMatch | None, int]:
    start, end = words[at]
    key = _folded_word(text[start:end])
    longest = _index().longest.get(key, 0)
    best: tuple[NameMatch | None, int] = (None, 1)
    for length in range(1, longest + 1):
        if length > 1:
            if at + length > len(words) or not _joined(text, words[at + length - 2], words[at + length - 1]):
                break
            end = words[at + length - 1][1]
            key = f"{key} {_folded_word(text[words[at + length - 1][0] : end])}"
        form = next((form for form in _index().forms.get(key, ()) if _written_so(text[start:end], form, in_capitals)), None)
        if form:
            best = (NameMatch(start, end, form.actor_id, form.text), length)
    return best


def _joined(text: str, word: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = text[word[1] : following[0]]
    if gap == ". ":
        return word[1] - word[0] <= _ABBREVIATION_LENGTH
    return bool(_GAP.fullmatch(gap))


def _written_so(words: str, form: _Form, in_capitals: bool) -> bool:
    if in_capitals:
        return not (form.exact and form.text.upper() in _WORDS_IN_CAPITALS)
    if form.exact:
        return words == form.text or words.replace(".", "") == form.text.replace(".", "")
    return not form.capital or any(letter.isupper() for letter in words)


@dataclass(frozen=True, slots=True)
class _Index:
    forms: Mapping[str, tuple[_Form, ...]]
    longest: Mapping[str, int]


@cache
def _index() -> _Index:
    forms: dict[str, tuple[_Form, ...]] = {}
    longest: dict[str, int] = {}
    for known in actors().values():
        for name in known.names:
            words = [_folded_word(word) for word in _WORD.findall(name.text)]
            form = _Form(known.id, name.text, name.form == "acronym", name.text != name.text.lower())
            forms[" ".join(words)] = (*forms.get(" ".join(words), ()), form)
            longest[words[0]] = max(longest.get(words[0], 0), len(words))
    return _Index(forms, longest)


@lru_cache(maxsize=65536)
def _folded_word(word: str) -> str:
    return fold(word)
