"""Tells a word for violence or a measure from its other senses by who does it and to what: hail bombards, a dam releases water."""

from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.vocab.event_types import word_class

_DONE_BY_PEOPLE = frozenset("VAH")
"""Families whose events somebody does; nature, beasts, machines and illness do none. Source: definitions of the event types."""

_DONE_TO_PEOPLE = frozenset(["V1", "V3", "V4", "V5", "V6", "V8", "V9", "H1", "H3", "H4", "H5"])
"""Types whose events are done to persons, never to beasts, things or ideas. Source: definitions of the event types."""


def in_another_sense(grammar: Grammar, found: Found) -> bool:
    """Say whether a trigger stands in another sense: nobody does it, it is done to nobody, or a club or bank takes the measure.

    Args:
        grammar: The text's tree.
        found: The trigger.
    """
    if found.code[0] not in _DONE_BY_PEOPLE:
        return found.trigger.wide and _heads_in(grammar, found.arguments.subject, "private_body")
    if _heads_in(grammar, found.arguments.subject, "no_doer"):
        return True
    if found.code in _DONE_TO_PEOPLE and _heads_in(grammar, found.arguments.object, "no_person"):
        return True
    return _is_attribute(grammar, found)


def _heads_in(grammar: Grammar, head: int | None, name: str) -> bool:
    return head is not None and grammar.holds([head], word_class(name, grammar.language))


def _is_attribute(grammar: Grammar, found: Found) -> bool:
    """Say whether an English participle before its noun only describes it (`stolen heifers`, `tortured prose`)."""
    token = grammar.tokens[found.index]
    alone = found.trigger.part == "verb" and len(found.words) == 1
    return alone and grammar.language == "en" and token.dep == "amod" and token.head > found.index
