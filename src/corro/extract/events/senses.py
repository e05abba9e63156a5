"""Tells a word for violence or a measure from its other senses by who does it and to what: hail bombards, a dam releases water."""

from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.negation import is_negated
from corro.extract.events.words import word_set
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
    if found.trigger.when != "negated" and any(_told_not_to(grammar, at) for at in found.words if at != found.index):
        return True
    if found.code in _OF_STANDING and found.trigger.wide and _only_tells_which(grammar, found.index):
        return True
    if found.code[0] not in _DONE_BY_PEOPLE:
        return found.trigger.wide and _heads_in(grammar, found.arguments.subject, "private_body")
    if _heads_in(grammar, found.arguments.subject, "no_doer"):
        return True
    if found.code in _DONE_TO_PEOPLE and _heads_in(grammar, found.arguments.object, "no_person"):
        return True
    return _is_attribute(grammar, found) or _in_name(grammar, found)


def _heads_in(grammar: Grammar, head: int | None, name: str) -> bool:
    return head is not None and grammar.holds([head], word_class(name, grammar.language))


_OF_STANDING = frozenset(["H2", "M2", "M3"])
"""Types by whose participles a text tells which force or relief it means. Source: rules of marking of the development passages."""


def _only_tells_which(grammar: Grammar, index: int) -> bool:
    """Say whether a bare participle after its noun only tells which is meant (`the unit deployed since May has left`)."""
    token = grammar.tokens[index]
    bare = token.dep == "acl" and grammar.is_past_participle(index) and not grammar.children(index, "aux", "aux:pass", "obl:agent")
    governor = grammar.head(index)
    return bare and governor is not None and grammar.tokens[governor].dep != "root"


def _in_name(grammar: Grammar, found: Found) -> bool:
    """Say whether an event noun only belongs to the name of a body (`le Front de libération du Tondo`)."""
    token, head = grammar.tokens[found.index], grammar.head(found.index)
    if found.trigger.part != "noun" or token.dep not in ("nmod", "compound", "flat") or head is None:
        return False
    first = grammar.sentence_of(head).first
    return head > first and grammar.tokens[head].text[0].isupper() and not _BODIES.isdisjoint(grammar.words[head])


_BODIES = word_set("front movement army party union league mouvement armée parti union ligue")
"""Bodies that are named by what they fight for. Source: own list, 2026-11."""


def _told_not_to(grammar: Grammar, index: int) -> bool:
    """Say whether somebody is told not to (`asked the families not to leave`, `prié de ne pas quitter`)."""
    infinitive = "VerbForm=Inf" in grammar.tokens[index].morph
    return infinitive and is_negated(grammar, index)


def _is_attribute(grammar: Grammar, found: Found) -> bool:
    """Say whether an English participle before its noun only describes it (`stolen heifers`, `tortured prose`)."""
    token = grammar.tokens[found.index]
    alone = found.trigger.part == "verb" and len(found.words) == 1
    return alone and grammar.language == "en" and token.dep == "amod" and token.head > found.index
