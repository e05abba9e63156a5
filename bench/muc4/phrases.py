"""Noun phrases of a text and the strings that each may give: with and without modifiers, titles and what follows the head."""

import re
import string
from collections.abc import Iterator, Sequence
from typing import NamedTuple

from corro.model import Annotated, Token

_PUNCTUATION = str.maketrans("", "", string.punctuation)
NOMINAL = ("NOUN", "PROPN")
CORE = ("nsubj", "obj", "obl", "nmod")
LOOSE = ("ADJ", "X", "NUM", "VERB")
"""Parts of speech that the tagger gives nouns it does not know. Source: own observation on the train part, 2026-11."""

DOERS = frozenset(["terrorist", "guerrilla", "subversive", "rebel", "extremist", "insurgent"])
"""Adjectives that name doers. Source: own list, 2026-11."""

_LONGEST_LEFT, _LONGEST_RIGHT = 9, 22
"""Words of a string before and behind its head. Source: 95.6 % of the fillers of the dev part are among the strings, 2026-11."""

FLAT = ("flat", "compound", "nummod", "goeswith")
ENDS = (
    "head",
    "flat",
    "quote",
    "appos",
    "acl",
    "other",
    *(f"{case}{short}" for case in ("of", "in", "from", "for", "with", "at", "on", "x") for short in ("", "_short")),
)


class Choice(NamedTuple):
    """One string of a phrase: its words from `first` to `last` (exclusive), how it ends, and itself in plain form."""

    first: int
    last: int
    end: str
    text: str


def plain(text: str) -> str:
    """Return a string as it is compared: small, without marks and articles."""
    return " ".join(re.sub(r"\b(?:a|an|the)\b", " ", text.lower().translate(_PUNCTUATION)).split())


def children(tokens: Sequence[Token]) -> list[list[int]]:
    """Return for each word the words that hang on it."""
    below: list[list[int]] = [[] for _ in tokens]
    for index, token in enumerate(tokens):
        if token.head != index:
            below[token.head].append(index)
    return below


def heads(annotated: Annotated) -> Iterator[tuple[int, int]]:
    """Yield each word that may head a phrase, with the number of its sentence."""
    for number, sentence in enumerate(annotated.sentences):
        for index in range(sentence.first, sentence.last):
            token = annotated.tokens[index]
            loose = token.pos in LOOSE and token.dep.split(":")[0] in CORE and token.text[0].isalpha()
            if token.pos in NOMINAL or loose or (token.pos == "ADJ" and token.lemma in DOERS):
                yield index, number


def choices(annotated: Annotated, below: Sequence[Sequence[int]], head: int, bounds: tuple[int, int]) -> list[Choice]:
    """Return the strings that a phrase may give.

    Args:
        annotated: The text.
        below: Children of each word.
        head: The phrase's head.
        bounds: First word of its sentence, and past the last.
    """
    tokens, found = annotated.tokens, []
    for first in _starts(tokens, head, bounds[0]):
        for last, end in _ends(tokens, below, head, bounds[1]):
            text = plain(annotated.document.text[tokens[first].start : tokens[last - 1].end])
            if text:
                found.append(Choice(first, last, end, text))
    return found


def _starts(tokens: Sequence[Token], head: int, low: int) -> list[int]:
    first = head
    while first > low and _belongs(tokens, first - 1, head):
        first -= 1
    return [at for at in range(first, head + 1) if at == head or _may_open(tokens[at])][-_LONGEST_LEFT:]


def _belongs(tokens: Sequence[Token], at: int, head: int) -> bool:
    token = tokens[at]
    if token.pos in ("VERB", "SCONJ", "PRON", "CCONJ") and token.dep not in ("amod", "compound", "cc", "nmod:poss"):
        return False
    above = at
    for _ in range(6):
        if above == head:
            return True
        above, before = tokens[above].head, above
        if above == before or not at <= above <= head:
            return False
    return False


def _may_open(token: Token) -> bool:
    return (
        token.pos not in ("DET", "ADP", "CCONJ") and not (token.pos == "PUNCT" and token.text not in "\"'[(") and token.text != "'s"
    )


def _ends(tokens: Sequence[Token], below: Sequence[Sequence[int]], head: int, high: int) -> list[tuple[int, str]]:
    found = {head + 1: "head"}
    for child in (child for child in below[head] if child > head):
        name = _end_of(tokens, below, child)
        if not name or (name == "quote" and child != head + 1):
            continue
        last = min(_last(below, child), high - 1) + 1
        while last > head + 1 and tokens[last - 1].text in ".,;:":
            last -= 1
        if last - head < _LONGEST_RIGHT:
            found.setdefault(last, name)
        if tokens[child].dep.startswith("nmod") and child + 1 < last:
            found.setdefault(child + 1, f"{name}_short")
    if head + 1 < high and tokens[head + 1].text == '"':
        found.setdefault(head + 2, "quote")
    return list(found.items())


def _end_of(tokens: Sequence[Token], below: Sequence[Sequence[int]], child: int) -> str:
    token = tokens[child]
    if token.dep in FLAT:
        return "flat"
    if token.dep.startswith("nmod"):
        case = next((tokens[at].lemma for at in below[child] if tokens[at].dep == "case"), "")
        return case if case in ENDS else "x"
    if token.dep == "appos" or token.dep.startswith("acl"):
        return token.dep[:5].split(":")[0]
    if token.dep == "conj":
        return ""
    if token.pos == "PUNCT":
        return "quote" if token.text in "\"'])" else ""
    return "other"


def _last(below: Sequence[Sequence[int]], at: int) -> int:
    farthest, open_ = at, [at]
    while open_:
        one = open_.pop()
        farthest = max(farthest, one)
        open_ += [child for child in below[one] if child > at]
    return farthest
