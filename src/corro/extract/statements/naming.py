"""Where a document names or speaks of persons and bodies, whether or not they say anything there."""

import re
from collections.abc import Iterator

from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.names import Label, read_label
from corro.extract.statements.phrases import is_post, subtree_phrase
from corro.extract.statements.prepared import Prepared

_NAME = re.compile(
    r"(?<!\w)[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}(?: (?:(?:ag|ould|ben|bin|walet|el|al|de|von|van) )?[A-ZÀ-ÖØ-Þ][\w'’-]{0,40}){1,8}"
)
"""Two capitalised words or more, with the small words of names between them. Source: own pattern, 2026-11."""


_LONGEST = 25
"""Tokens from which a phrase around a name is no longer its post and name. Source: own judgement, 2026-11."""


def people_in(prepared: Prepared) -> Iterator[tuple[int, int]]:
    """Find the phrases that name persons or bodies, or speak of a post as the subject of a clause.

    Args:
        prepared: The document.

    Yields:
        First token of each phrase and the index past its last, in order.
    """
    grammar = prepared.grammar
    found = {
        _phrase_of_name(grammar, match.start(), match.end())
        for match in _NAME.finditer(grammar.text)
        if not match.group().isupper()
    }
    found |= {subtree_phrase(grammar, index) for index in range(len(grammar.tokens)) if _subject_with_post(prepared, index)}
    yield from sorted(phrase for phrase in found if phrase is not None)


def _phrase_of_name(grammar: Grammar, start: int, end: int) -> tuple[int, int] | None:
    """Return the whole phrase that a run of capitalised words belongs to, with the post before or behind it."""
    first, last = grammar.at(start), grammar.at(end)
    if first >= last or grammar.tokens[first].start != start:
        return None
    top = next((index for index in range(first, last) if not first <= grammar.tokens[index].head < last), first)
    head = grammar.tokens[top].head
    if grammar.tokens[top].dep in ("appos", "flat", "flat:name", "compound") and grammar.tokens[head].pos in ("NOUN", "PROPN"):
        top = head
    phrase = subtree_phrase(grammar, top)
    begin = min(phrase[0], first)
    copula = next((index for index in reversed(range(begin, first)) if grammar.verbal(index)), None)
    begin = begin if copula is None else copula + 1
    return (begin, max(phrase[1], last)) if phrase[1] - begin < _LONGEST else (first, last)


def _subject_with_post(prepared: Prepared, index: int) -> bool:
    grammar = prepared.grammar
    return (
        grammar.tokens[index].dep in PERSONAL_SUBJECTS
        and grammar.tokens[index].pos == "NOUN"
        and is_post(grammar, prepared.cues, index)
    )


def label_of(prepared: Prepared, phrase: tuple[int, int]) -> Label:
    """Read the label of a phrase.

    Args:
        prepared: The document.
        phrase: First token and index past the last.
    """
    return read_label(prepared.grammar.words(*phrase), prepared.cues)


def plural_of(grammar: Grammar, phrase: tuple[int, int]) -> bool:
    """Say whether a phrase speaks of several.

    Args:
        grammar: The document.
        phrase: First token and index past the last.
    """
    return "Number=Plur" in grammar.tokens[head_of(grammar, phrase)].morph


def head_of(grammar: Grammar, phrase: tuple[int, int]) -> int:
    """Return the token of a phrase on which its others depend.

    Args:
        grammar: The document.
        phrase: First token and index past the last.
    """
    first, last = phrase
    return next(
        (
            index
            for index in range(first, last)
            if not first <= grammar.tokens[index].head < last or grammar.tokens[index].head == index
        ),
        first,
    )
