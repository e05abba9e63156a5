"""Whether a verb tells of what lies ahead, by its form and its auxiliaries."""

from corro.extract.events.grammar import Grammar

_WILL = frozenset(["will", "shall", "'ll", "’ll", "wo", "would"])
"""English auxiliaries of what is to come. Source: own list, 2026-11."""


def is_future(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb stands in the future, also as a bare infinitive of headlines (`France to leave`).

    Args:
        grammar: The text's tree.
        verb: The verb.
    """
    token = grammar.tokens[verb]
    if "Tense=Fut" in token.morph:
        return True
    helpers = [grammar.tokens[child] for child in grammar.children(verb, "aux", "aux:pass", "cop")]
    if any(item.lemma == "avoir" and "Tense=Fut" in item.morph for item in helpers):
        return False
    if any(item.text.lower() in _WILL or "Tense=Fut" in item.morph for item in helpers):
        return True
    return _is_headline_future(grammar, verb)


def _is_headline_future(grammar: Grammar, verb: int) -> bool:
    token = grammar.tokens[verb]
    marks = (grammar.tokens[child] for child in grammar.children(verb, "aux", "mark"))
    if not any(item.text.lower() == "to" and item.pos == "PART" for item in marks):
        return False
    return token.dep == "root" or (token.dep in ("acl", "ccomp") and grammar.child(verb, "nsubj") is not None)
