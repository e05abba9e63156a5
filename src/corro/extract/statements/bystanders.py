"""Persons who hold no office, and whose own words a report mostly has from themselves."""

import re

from corro.extract.statements.prepared import Prepared

_AGED = re.compile(r",\s\d\d(?!\d)|\b\d\d ans\b|\b\d\d[- ]years?[- ]old\b|\baged \d\d\b")
"""An age beside a name, as reports give it for the people they meet. Source: usage of both languages."""

_AGE_WITHIN = 3
"""Words behind a name within which an age is looked for. Source: own judgement."""


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
    called = any(grammar.tokens[index].lemma in private or grammar.lower[index] in private for index in range(*source))
    return called or bool(_AGED.search(grammar.words(source[0], min(source[1] + _AGE_WITHIN, len(grammar.tokens)))))
