"""Words by which passages are set against each other, looked up in a text: with what denies them."""

import re
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from corro.vocab.stand_words import stand_words


def word_set(text: str) -> frozenset[str]:
    """Return the words of a list."""
    return frozenset(text.split())


_BREAKS = frozenset(".;:!?,()")

NEGATION_REACH = 5
"""Words before a word within which a negation denies it. Source: chosen on the development pairs, 2026-11."""

_NEGATIONS = {
    "en": word_set("no not never nobody none neither nor without cannot t denies denied deny denying"),
    "fr": word_set("pas jamais aucun aucune ni sans nullement nie nient dement dementent personne"),
}
_PARTICLES = frozenset({"n", "ne"})


class Hit(NamedTuple):
    """One word of a table in a text.

    Attributes:
        key: Entry of the table, `axis.pole` where it has poles.
        first: Index of its first word.
        last: Index past its last word.
        denied: Whether a negation stands before it in its clause.
    """

    key: str
    first: int
    last: int
    denied: bool


def hits(table: str, language: str, words: Sequence[str]) -> tuple[Hit, ...]:
    """Find the words of a table.

    Args:
        table: Table of `corro.vocab.stand_words`: `axes`, `labels`, `stages`, `marks`, `units`, `sides`, …
        language: `en` or `fr`.
        words: Folded words and marks of a text.

    Returns:
        The hits, in order of the text.
    """
    joined = f" {' '.join(words)} "
    found = []
    for key, pattern in _patterns(table, language):
        for match in pattern.finditer(joined):
            first = joined.count(" ", 0, match.start()) - 1
            last = first + match.group().count(" ") + 1
            found.append(Hit(key, first, last, denied(words, first, language)))
    return tuple(sorted(found, key=lambda hit: (hit.first, hit.key)))


def denied(words: Sequence[str], index: int, language: str) -> bool:
    """Say whether a negation stands before a word in its clause."""
    around: list[str] = []
    for word in reversed(words[max(0, index - NEGATION_REACH) : index]):
        if word in _BREAKS:
            break
        around.append(word)
    if language == "fr" and "plus" in around[:2] and _PARTICLES & set(around):
        return True
    if language == "fr" and _PARTICLES & set(around[:2]) and "pas" in words[index + 1 : index + 4]:
        return True
    return bool(set(around) & _NEGATIONS.get(language, frozenset()))


@cache
def _patterns(table: str, language: str) -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((key, _compiled(words)) for key, words in stand_words(table, language))


def _compiled(words: Sequence[str]) -> re.Pattern[str]:
    forms = sorted((_form(word) for word in words), key=len, reverse=True)
    return re.compile(r"(?<= )(?:" + "|".join(forms) + r")(?= )")


def _form(word: str) -> str:
    plain = re.escape(word.rstrip("*").replace("_", " ")).replace(r"\ ", " ")
    return plain + (r"\w*" if word.endswith("*") else "")
