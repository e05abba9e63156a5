"""What a pronoun stands for: the nearest noun before it that agrees in number, subjects first."""

from collections.abc import Iterator

from corro.extract.events_grammar import Grammar
from corro.extract.events_words import PLURAL_PRONOUNS, SINGULAR_PRONOUNS
from corro.vocab.event_types import word_class

_SENTENCES_BACK = 2
"""How far back a pronoun reaches. Source: Hobbs (1978), Resolving pronoun references: 98 % in its sentence or the one before."""

_CORE = ("nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "nsubj:caus")
_PLURAL_TEXTS = ("quelques", "plusieurs", "des", "les", "these", "those", "many", "several")


def antecedent_of(grammar: Grammar, pronoun: int) -> int | None:
    """Return the head of the noun that a personal pronoun stands for, or None where none fits.

    Args:
        grammar: The text's tree.
        pronoun: Index of the pronoun.
    """
    word = grammar.tokens[pronoun].text.lower()
    plural = word in PLURAL_PRONOUNS
    if not plural and word not in SINGULAR_PRONOUNS:
        return None
    best: tuple[int, int] | None = None
    for candidate in _before(grammar, pronoun):
        if _is_plural(grammar, candidate) != plural or _excluded(grammar, candidate, pronoun):
            continue
        rank = _rank(grammar, candidate, pronoun)
        if best is None or rank < best[0]:
            best = (rank, candidate)
    return best[1] if best else None


def _before(grammar: Grammar, pronoun: int) -> Iterator[int]:
    """Yield the nouns before a token, nearest first."""
    number = grammar.sentence_numbers[pronoun]
    first = grammar.annotated.sentences[max(0, number - _SENTENCES_BACK)].first
    for index in range(pronoun - 1, first - 1, -1):
        token = grammar.tokens[index]
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat", "flat:name", "nmod:poss"):
            yield index


def _rank(grammar: Grammar, candidate: int, pronoun: int) -> int:
    """Lower is better: sentences apart, then subject, object, other. Source: centering, Grosz, Joshi and Weinstein (1995)."""
    apart = grammar.sentence_numbers[pronoun] - grammar.sentence_numbers[candidate]
    label = grammar.tokens[candidate].dep
    weight = 0 if label.startswith("nsubj") else 1 if label in _CORE else 3
    return apart * 2 + weight


def _is_plural(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    if "Number=Plur" in token.morph:
        return True
    if "Number=Sing" in token.morph and grammar.child(index, "nummod") is None:
        return bool(grammar.children(index, "conj")) and token.pos == "PROPN"
    words = {grammar.tokens[child].text.lower() for child in grammar.children(index, "det", "nummod")}
    return bool(words & set(_PLURAL_TEXTS)) or (token.text.lower().endswith("s") and token.text.lower() != token.lemma)


def _excluded(grammar: Grammar, candidate: int, pronoun: int) -> bool:
    """Refuse fellow arguments of one verb, and nouns that name no person or body where the pronoun does something."""
    if grammar.tokens[candidate].head == grammar.tokens[pronoun].head:
        return True
    clause = grammar.tokens[pronoun].head
    if grammar.tokens[clause].dep == "acl:relcl" and grammar.tokens[clause].head == candidate:
        return True
    token = grammar.tokens[candidate]
    if token.dep in ("obl", "nmod") and grammar.holds([candidate], word_class("thing", grammar.language)):
        return True
    return token.lemma in ("day", "week", "month", "year", "time", "jour", "semaine", "mois", "an", "fois", "heure", "hour")
