"""Finds the words that make a clause a mere case (`au cas où …`, `in the event that …`)."""

import re

from corro.extract.events.forms import VERBAL
from corro.extract.events.grammar import Grammar

_NEAR = 70
"""Characters before a verb in which its clause may open. Source: chosen on the development passages, 2026-11."""

_CASE = re.compile(
    r"\b(?:au cas o[uù]|dans l['’]hypothèse où|à supposer que|en admettant que|in case|in the event that|supposing that)\b[^.;:]*$",
    re.IGNORECASE,
)
"""Openings of a supposed case. Source: own list, 2026-11."""


def in_case(grammar: Grammar, index: int) -> bool:
    """Say whether words before a verb make its clause a mere case.

    Args:
        grammar: The text's tree.
        index: The verb.
    """
    start = max(grammar.tokens[grammar.sentence_of(index).first].start, grammar.tokens[index].start - _NEAR)
    before = grammar.annotated.document.text[start : grammar.tokens[index].start]
    return grammar.tokens[index].pos in VERBAL and _CASE.search(before) is not None
