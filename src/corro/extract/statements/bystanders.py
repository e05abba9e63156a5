"""Persons who hold no office, and whose own words a report mostly has from themselves."""

import re

from corro.extract.statements.prepared import Prepared

_AGED = re.compile(r",\s\d\d(?!\d)|\b\d\d ans\b|\b\d\d[- ]years?[- ]old\b|\baged \d\d\b")
"""An age beside a name, as reports give it for the people they meet. Source: usage of both languages."""

_LIVELIHOOD = re.compile(
    r"\b(?:who (?:sells?|sold|keeps?|drives?|drove|grows?|herds?|fish(?:es)?|lost|fled"
    r"|runs? (?:a|the) (?:shop|stall|mill|tea|bar|kiosk|farm))"
    r"|qui (?:tient|vend|vendait|conduit|élève|cultive|garde|pêche|a perdu|a fui))\b"
)
"""A clause that tells what somebody lives by or went through. Source: own list, 2026-11."""

_ATTRIBUTES = ("nmod", "compound", "obl", "poss")
"""Relations of nouns that tell more of another ("the widows' lawyer", « le syndicat des infirmiers »)."""

_AGE_WITHIN = 3
"""Words behind a name within which an age is looked for. Source: own judgement."""

_CLAUSE_WITHIN = 5
"""Words behind a name within which a clause about somebody begins. Source: own judgement."""


def is_private(prepared: Prepared, source: tuple[int, int] | None) -> bool:
    """Say whether the words for a source are those of a person without office: a calling, a family tie, an age.

    Args:
        prepared: The document.
        source: First token and index past the last, or None.
    """
    if source is None:
        return False
    grammar = prepared.grammar
    private = prepared.cues.lists["private"]
    heads = (index for index in range(*source) if not grammar.tokens[index].dep.startswith(_ATTRIBUTES))
    called = any(grammar.tokens[index].lemma in private or grammar.lower[index] in private for index in heads)
    text = grammar.words(source[0], min(source[1] + _CLAUSE_WITHIN, len(grammar.tokens)))
    return (
        called
        or bool(_LIVELIHOOD.search(text))
        or bool(_AGED.search(grammar.words(source[0], min(source[1] + _AGE_WITHIN, len(grammar.tokens)))))
    )
