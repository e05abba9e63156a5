"""Whether a verb tells of what lies ahead, by its form and its auxiliaries."""

from corro.extract.events.grammar import Grammar
from corro.extract.events.words import ANNOUNCING

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
    if _future_of_past(grammar, verb):
        return True
    helpers = [grammar.tokens[child] for child in grammar.children(verb, "aux", "aux:pass", "cop")]
    if any(item.lemma == "avoir" and "Tense=Fut" in item.morph for item in helpers):
        return False
    if any(item.text.lower() in _WILL or "Tense=Fut" in item.morph for item in helpers):
        return True
    return _is_headline_future(grammar, verb)


def _future_of_past(grammar: Grammar, verb: int) -> bool:
    """Say whether a French conditional tells what was then to come (`a annoncé que ses hommes se retireraient`)."""
    governor = grammar.head(verb)
    if "Mood=Cnd" not in grammar.tokens[verb].morph or governor is None or grammar.tokens[verb].dep != "ccomp":
        return False
    return not ANNOUNCING.isdisjoint(grammar.words[governor])


def _is_headline_future(grammar: Grammar, verb: int) -> bool:
    token = grammar.tokens[verb]
    marks = (grammar.tokens[child] for child in grammar.children(verb, "aux", "mark"))
    if not any(item.text.lower() == "to" and item.pos == "PART" for item in marks):
        return False
    return token.dep == "root" or (token.dep in ("acl", "ccomp") and grammar.child(verb, "nsubj") is not None)


def is_due(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb in the present tells what is set for a day to come (`are to vote`, `goes on trial tomorrow`).

    Args:
        grammar: The text's tree.
        verb: The verb that carries tense.
    """
    governor = grammar.head(verb)
    if governor is not None and grammar.tokens[verb].dep == "xcomp" and grammar.tokens[governor].lemma == "be":
        return "Tense=Pres" in grammar.tokens[governor].morph and bool(grammar.children(verb, "mark"))
    present = "Tense=Pres" in grammar.tokens[verb].morph and "VerbForm=Fin" in grammar.tokens[verb].morph
    below = (at for child in grammar.children(verb) for at in (child, *grammar.children(child)))
    return present and any(grammar.tokens[at].text.lower() in _DAYS_AHEAD for at in below)


_DAYS_AHEAD = frozenset(["tomorrow", "demain"])
"""Words of a day to come. Source: own list, 2026-11."""

_DUTY = frozenset(["must", "should", "ought"])
"""English auxiliaries of a duty. Source: Quirk et al. (1985), section 4.49."""


def is_duty(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb tells what has to be done and not what was (`must be let through`, `doivent être libérés`).

    A French `devoir` before an active infinitive mostly tells what is planned.

    Args:
        grammar: The text's tree.
        verb: The verb that carries tense.
    """
    helpers = {grammar.tokens[child].text.lower() for child in grammar.children(verb, "aux")}
    if helpers & _DUTY:
        return "have" not in helpers
    governor = grammar.head(verb)
    if grammar.language != "fr" or governor is None or grammar.tokens[verb].dep != "xcomp":
        return False
    token = grammar.tokens[governor]
    owed = token.lemma == "devoir" and ("Tense=Pres" in token.morph or "Mood=Cnd" in token.morph)
    return owed and bool(grammar.children(verb, "aux:pass"))


_HAD_TO = frozenset(["dû", "dus", "dues", "dut", "durent"])
"""Past forms of French `devoir`. Source: Grevisse, Le bon usage, 14th ed., conjugations."""


def had_to(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb tells that somebody had to, and so did (`a dû rebrousser chemin`).

    Args:
        grammar: The text's tree.
        verb: A verb above a trigger.
    """
    helpers = grammar.children(verb, "aux")
    conditional = any("Mood=Cnd" in grammar.tokens[child].morph for child in helpers)
    return grammar.tokens[verb].text.lower() in _HAD_TO and not conditional


def refused(grammar: Grammar, verb: int) -> bool:
    """Say whether `would not` tells a refusal in the past (`would not let the convoy through`).

    Args:
        grammar: The text's tree.
        verb: The verb that carries tense.
    """
    below = {grammar.tokens[child].text.lower() for child in grammar.children(verb, "aux", "advmod")}
    return "would" in below and bool(below & {"not", "n't", "n’t"})
