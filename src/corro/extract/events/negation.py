"""Negation at one word of a tree, and the turns of phrase that deny or leave open without a negation of their own."""

from collections.abc import Set as AbstractSet

from corro.extract.events.grammar import Grammar
from corro.extract.events.words import NEGATIONS, NOTHING, PROOF, word_set

_NE = word_set("ne n' n’")
_ONLY_WITHIN = 5
"""Tokens after a verb within which `que` makes `ne` affirm. Source: chosen on the development passages, 2026-11."""

_SHORT_OF = word_set("stop fall")
_EXCLUDING = word_set("exclure exclude")
_RULING = word_set("rule")


def is_negated(grammar: Grammar, index: int, own: AbstractSet[int] = frozenset()) -> bool:
    """Say whether a word carries a negation; `plus` alone is none (`le 30 septembre au plus tard`).

    Args:
        grammar: The text's tree.
        index: The word.
        own: Words of the trigger, which deny nothing.
    """
    signs = [child for child in grammar.children(index) if not NEGATIONS.isdisjoint(grammar.words[child]) and child not in own]
    for child in grammar.children(index, "aux", "cop", "advmod"):
        signs += [below for below in grammar.children(child) if not NEGATIONS.isdisjoint(grammar.words[below])]
    texts = {grammar.tokens[sign].text.lower() for sign in signs}
    if not texts or texts == {"plus"}:
        return False
    return not (texts <= _NE and _only(grammar, index))


def _only(grammar: Grammar, index: int) -> bool:
    """Say whether `ne … que` follows, which affirms."""
    end = min(index + 1 + _ONLY_WITHIN, grammar.sentence_of(index).last)
    return any(grammar.tokens[at].text.lower() in ("que", "qu'", "qu’") for at in range(index + 1, end))


def is_nothing(grammar: Grammar, head: int, own: AbstractSet[int] = frozenset()) -> bool:
    """Say whether a phrase names nobody or nothing (`no baker`, `aucun`, `personne`).

    Args:
        grammar: The text's tree.
        head: The head of the phrase.
        own: Words of the trigger, which deny nothing.
    """
    if grammar.tokens[head].text.lower() in NOTHING and not grammar.children(head, "det", "nummod"):
        return True
    determiners = grammar.children(head, "det", "amod", "advmod", "nummod")
    return any(grammar.tokens[child].text.lower() in NOTHING and child not in own for child in determiners)


def lacks_proof(grammar: Grammar, above: int, own: AbstractSet[int]) -> bool:
    """Say whether nothing is said to show it (`found no evidence that women were molested`).

    Args:
        grammar: The text's tree.
        above: A word that governs the trigger.
        own: Words of the trigger.
    """
    if PROOF.isdisjoint(grammar.words[above]):
        return False
    verb = grammar.head(above)
    return is_nothing(grammar, above, own) or (verb is not None and is_negated(grammar, verb, own))


def stops_short(grammar: Grammar, above: int) -> bool:
    """Say whether somebody did all but that (`stopped short of asking`).

    Args:
        grammar: The text's tree.
        above: A word that governs the trigger.
    """
    below = {grammar.tokens[child].text.lower() for child in grammar.children(above)}
    return not _SHORT_OF.isdisjoint(grammar.words[above]) and "short" in below


def misread_denial(grammar: Grammar, above: int, trigger: int) -> bool:
    """Say whether a French verb of denying was read as an adverb of the word above (`l'état-major dément que …`).

    Args:
        grammar: The text's tree.
        above: A word that governs the trigger.
        trigger: The trigger.
    """
    if grammar.language != "fr":
        return False
    below = grammar.children(above, "advmod", "amod", "obj")
    denying = (child for child in below if grammar.tokens[child].text.lower() in ("dément", "démentent"))
    return any(child < trigger for child in denying)


def denied_before(grammar: Grammar, trigger: int) -> bool:
    """Say whether a misread French `dément que` stands before a trigger in a sentence that the parser broke.

    Args:
        grammar: The text's tree.
        trigger: The trigger.
    """
    if grammar.language != "fr":
        return False
    before = range(grammar.sentence_of(trigger).first, trigger - 1)
    return any(
        grammar.tokens[at].text.lower() in ("dément", "démentent")
        and grammar.tokens[at].pos not in ("VERB", "AUX")
        and grammar.tokens[at + 1].text.lower() in ("que", "qu'", "qu’")
        for at in before
    )


def not_excluded(grammar: Grammar, above: int, own: AbstractSet[int]) -> bool:
    """Say whether something is left open (`n'exclut pas d'interdire …`, `has not ruled out closing …`).

    Args:
        grammar: The text's tree.
        above: A word that governs the trigger.
        own: Words of the trigger.
    """
    particles = {grammar.tokens[child].text.lower() for child in grammar.children(above)}
    rules_out = not _RULING.isdisjoint(grammar.words[above]) and "out" in particles
    return (rules_out or not _EXCLUDING.isdisjoint(grammar.words[above])) and is_negated(grammar, above, own)


def should_have_been(grammar: Grammar, verb: int) -> bool:
    """Say whether it should have been and was not (`should have briefed`, `aurait dû prendre la parole`).

    Args:
        grammar: The text's tree.
        verb: The verb that carries tense.
    """
    helpers = {grammar.tokens[child].text.lower() for child in grammar.children(verb, "aux")}
    if {"should", "have"} <= helpers:
        return True
    governor = grammar.head(verb)
    if governor is None or grammar.tokens[governor].text.lower() not in ("dû", "due", "dus", "dues"):
        return False
    return any("Mood=Cnd" in grammar.tokens[child].morph for child in grammar.children(governor, "aux"))
