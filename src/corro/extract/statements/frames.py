"""How what is said stands beside a word that may attribute it: in a clause, an infinitive, an object, or none of them."""

from enum import IntEnum

from corro.extract.statements.grammar import Grammar

_CLAUSAL = frozenset({"ccomp", "xcomp", "advcl", "acl", "acl:relcl", "csubj"})
_OBLIQUE = ("obl", "nmod")


class Frame(IntEnum):
    """What stands beside a word, the surest sign of speech first."""

    THAT = 0
    CLAUSE = 1
    INSERTED = 2
    INFINITIVE = 3
    GERUND = 4
    OBJECT = 5
    OBLIQUE = 6
    NONE = 7


def frame_of(grammar: Grammar, anchor: int) -> Frame:
    """Return how what is said would stand beside a word.

    Args:
        grammar: The document.
        anchor: Token of the word.
    """
    found = [_of_child(grammar, anchor, child) for child in grammar.children[anchor]]
    if grammar.tokens[anchor].dep == "parataxis":
        found.append(Frame.INSERTED)
    return min(found, default=Frame.NONE)


def _of_child(grammar: Grammar, anchor: int, child: int) -> Frame:
    token = grammar.tokens[child]
    if token.dep in _CLAUSAL:
        return _of_clause(grammar, anchor, child)
    if child < anchor:
        return Frame.OBJECT if token.dep == "nsubj:pass" else Frame.NONE
    if token.dep in ("obj", "iobj"):
        return Frame.OBJECT
    return Frame.OBLIQUE if token.dep.startswith(_OBLIQUE) else Frame.NONE


def _of_clause(grammar: Grammar, anchor: int, child: int) -> Frame:
    dep = grammar.tokens[child].dep
    if child < anchor:
        return Frame.INSERTED if dep == "ccomp" else Frame.NONE
    opening = grammar.lower[grammar.first[child]]
    if dep == "acl:relcl":
        return Frame.NONE
    if opening in ("that", "que", "qu'"):
        return Frame.THAT
    if opening == "to":
        return Frame.INFINITIVE
    if dep == "ccomp":
        return Frame.CLAUSE
    return Frame.GERUND if dep in ("xcomp", "advcl") and grammar.tokens[child].pos == "VERB" else Frame.NONE
