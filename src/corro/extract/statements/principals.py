"""For whom somebody speaks (the army of "the army's spokesman"), and which known post a capacity names."""

import re
from functools import cache

from corro.vocab import find_posts

_VOICE = (
    r"spokes(?:man|woman|person|people|men)|representatives?|envoy|ambassador|lawyers?|counsel|delegate|press officer|negotiators?"
)
_VOIX = (
    r"porte-?\s?parole|représentante?s?"
    r"|envoyée?|ambassadeur|ambassadrice|avocate?s?|déléguée?s?|chargée? de communication|négociat(?:eur|rice)s?"
)
_BEFORE = re.compile(
    rf"^(?:(?:the|a|an|its|their|his|her|our) )?(?P<body>.+?)(?:'s|’s|’)? (?:chief |deputy |main |lead )?(?:{_VOICE})\b",
    re.IGNORECASE,
)
_BEHIND = re.compile(
    rf"\b(?:{_VOICE})\b (?:for|of) (?:the )?(?P<en>[^,;()]+)"
    rf"|\b(?:{_VOIX})\b(?: \w+)? (?:de l['’]|de la |du |des |de |d['’])(?P<fr>[^,;()]+)",
    re.IGNORECASE,
)
_EMPTY = frozenset(
    [
        "a",
        "an",
        "the",
        "its",
        "their",
        "his",
        "her",
        "our",
        "one",
        "another",
        "chief",
        "deputy",
        "former",
        "main",
        "lead",
        "official",
    ]
) | frozenset({"special", "permanent"})
"""Nouns for those who speak for somebody else, and what stands between them and whom they speak for. Source: own lists, 2026-11."""


def principal_of(words: str, name: str) -> str:
    """Return for whom somebody speaks, by the words of the text.

    Args:
        words: The words for the source, or its post.
        name: The speaker's name, which is no part of it.

    Returns:
        The body or person ("army" of "the army's spokesman, Colonel X"); empty where the words tell none.
    """
    behind = _BEHIND.search(words)
    if behind:
        return (behind["en"] or behind["fr"]).removesuffix(name).strip(" ,")
    before = _BEFORE.search(words.split(",", maxsplit=1)[0])
    body = before["body"].strip(" ,") if before else ""
    return "" if not body or all(word.lower() in _EMPTY for word in body.split()) else body


@cache
def known_post(capacity: str, body: str) -> str | None:
    """Return the id of the known post that a capacity names, alone or with its body; None where none or several fit.

    Args:
        capacity: The post as stated.
        body: Whom its holder speaks for, or empty.
    """
    if not capacity:
        return None
    for label in dict.fromkeys((capacity, f"{capacity} {body}")):
        found = find_posts(label)
        if len(found) == 1:
            return found[0].id
    return None
