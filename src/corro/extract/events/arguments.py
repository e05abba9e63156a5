"""What a trigger governs: the heads of the phrases around it, by grammatical function."""

from collections.abc import Iterator
from dataclasses import dataclass

from corro.extract.events.grammar import Grammar
from corro.extract.events.words import TAKING_PART

FUNCTION_OF = {
    "de": "of", "du": "of", "des": "of", "d'": "of", "d’": "of", "of": "of",
    "par": "by", "by": "by",
    "à": "to", "au": "to", "aux": "to", "to": "to", "auprès": "to",
    "contre": "against", "against": "against",
    "sur": "on", "on": "on", "upon": "on", "over": "on",
    "avec": "with", "with": "with",
    "pour": "for", "for": "for",
    "entre": "between", "between": "between",
    "dans": "in", "en": "in", "in": "in", "inside": "in",
    "depuis": "since", "since": "since",
    "devant": "before", "before": "before",
    "from": "from", "out": "out", "into": "into", "onto": "on", "at": "at", "about": "about", "as": "as", "comme": "as",
    "vers": "towards", "towards": "towards", "near": "near", "près": "near",
}  # fmt: skip
"""The canonical function of a preposition. Source: own list, 2026-11."""

_OBLIQUES = ("obl", "nmod", "iobj")


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads of the phrases around a trigger.

    Attributes:
        subject: Who does it, or None.
        object: Who or what it is done to, or None.
        second_object: A second thing (`denied them visas`), or None.
        obliques: Canonical function of the preposition, and the head.
        clauses: Verbs of the clauses that complete it.
        clause_of: The verb of the clause that an event noun stands in, or None.
    """

    subject: int | None = None
    object: int | None = None
    second_object: int | None = None
    obliques: tuple[tuple[str, int], ...] = ()
    clauses: tuple[int, ...] = ()
    clause_of: int | None = None

    @property
    def heads(self) -> list[int | None]:
        """All heads of phrases."""
        return [self.subject, self.object, self.second_object, *(head for _, head in self.obliques)]

    def oblique(self, *functions: str) -> tuple[int, ...]:
        """Return the heads of these functions, in order."""
        return tuple(head for function, head in self.obliques if function in functions)


def prepositional(grammar: Grammar, head: int) -> Iterator[tuple[str, int]]:
    """Yield the prepositional dependents of a token with their canonical function."""
    for child in grammar.children(head, *_OBLIQUES):
        if grammar.tokens[child].dep == "nmod:poss":
            yield "possessor", child
            continue
        case = grammar.child(child, "case")
        word = grammar.tokens[case].lemma if case is not None else ""
        surface = grammar.tokens[case].text.lower() if case is not None else ""
        if function_through := _through_hands(grammar, child):
            yield function_through
        if function := FUNCTION_OF.get(surface) or FUNCTION_OF.get(word):
            yield function, child
        elif grammar.tokens[child].dep == "iobj":
            yield "to", child


_HANDS = frozenset(["part", "main", "hand"])
"""Nouns behind which the doer stands. Source: own list, 2026-11."""


_ORDERS = frozenset(["order", "instruction", "decision", "command", "ordre", "décision", "consigne", "initiative"])
_ORDER_CASES = frozenset(["on", "at", "by", "under", "sur", "par", "à"])
"""Nouns behind which stands who has it done, and the prepositions before them. Source: own list, 2026-11."""


def _through_hands(grammar: Grammar, noun: int) -> tuple[str, int] | None:
    """Return the doer of `at the hands of soldiers`, `de la part de vigiles`, `sur ordre du gouverneur`, or None."""
    cases = {grammar.tokens[child].text.lower() for child in grammar.children(noun, "case")}
    ordered = grammar.tokens[noun].lemma in _ORDERS and bool(cases & _ORDER_CASES)
    if not ordered and (grammar.tokens[noun].lemma not in _HANDS or not grammar.children(noun, "det")):
        return None
    doer = next(iter(grammar.children(noun, "nmod")), None)
    return ("by", doer) if doer is not None else None


def is_time(grammar: Grammar, index: int) -> bool:
    """Say whether `by` before this word tells a term and no doer (`by the end of the month`)."""
    token = grammar.tokens[index]
    return token.pos == "NUM" or token.lemma in ("day", "week", "month", "year", "noon", "end", "jour", "mois", "an", "fin")


def is_number(grammar: Grammar, index: int) -> bool:
    """Say whether a token is a figure, in digits or words."""
    token = grammar.tokens[index]
    return token.pos == "NUM" or token.text.isdigit() or "NumType=Card" in token.morph


def counted_before(grammar: Grammar, figure: int) -> int | None:
    """Return the noun with a figure of its own that a bare figure after it counts a part of, or None.

    Args:
        grammar: The text's tree.
        figure: The bare figure (`14` in `of the 31 requests, 14 were refused`).
    """
    first = grammar.sentence_of(figure).first
    nouns = (at for at in range(figure - 1, first - 1, -1) if grammar.is_noun(at))
    return next((at for at in nouns if any(is_number(grammar, child) for child in grammar.children(at, "nummod", "det"))), None)


_PART = frozenset(["part"])


def takes_part(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb tells that its subject takes part in something (`had taken part in the killing`).

    Args:
        grammar: The text's tree.
        verb: The verb.
    """
    with_part = any(not _PART.isdisjoint(grammar.words[child]) for child in grammar.children(verb, "obj"))
    return with_part or not TAKING_PART.isdisjoint(grammar.words[verb])
