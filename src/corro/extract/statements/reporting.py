"""The clause beside a quotation that says who speaks: its verb, and whom it names."""

from dataclasses import dataclass

from corro.extract.statements.grammar import Grammar
from corro.extract.statements.phrases import phrase_after
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.sources import clitic_subject, passive
from corro.extract.statements.verbs import first_word

_ABOUT_SPEAKER = frozenset({"who", "qui", "whose", "dont"})
_BREAKING = frozenset({"qui", "que", "who", "which", "that", ":"})
_COMMAS = 5
"""Commas at most before the verb of a reporting clause. Source: chosen on PolNeAR's training part, 2026-11."""


@dataclass(frozen=True, slots=True)
class Clause:
    """A stretch of tokens beside a quotation.

    Attributes:
        first: Its first token.
        last: Index past its last token.
    """

    first: int
    last: int


def reporting_verb(prepared: Prepared, clause: Clause) -> int | None:
    """Return the verb of a reporting clause: the first personal verb in it, if it is a cue or has its subject behind it.

    A relative clause about whoever speaks ("X, who had fled, said") is passed over.
    """
    grammar = prepared.grammar
    commas, index = 0, clause.first
    while index < clause.last:
        token, word = grammar.tokens[index], grammar.lower[index]
        commas += word == ","
        if word in _ABOUT_SPEAKER and index > clause.first + 1 and grammar.lower[index - 1] == ",":
            index = next((at for at in range(index, clause.last) if grammar.lower[at] == ","), clause.last)
            continue
        if token.pos == "SCONJ" or word in _BREAKING or (word in ("et", "and") and not _lists_posts(prepared, index, clause)):
            return None
        if token.pos == "VERB" and commas <= _COMMAS:
            if token.lemma in prepared.cues.verbs and not passive_voice(prepared, index):
                return None if _participle(grammar, index) else index
            return index if _inverted_pronoun(prepared, index) else None
        index += 1
    return None


def _participle(grammar: Grammar, index: int) -> bool:
    """Say whether a verb only accompanies another ("citing", "invoquant"), so that the quotation before it is somebody else's."""
    return grammar.tokens[index].text.endswith(("ing", "ant")) and grammar.child(index, "aux", "nsubj") is None


def _lists_posts(prepared: Prepared, conjunction: int, clause: Clause) -> bool:
    """Say whether a conjunction joins two posts or names of whoever speaks, in an apposition behind a comma."""
    grammar = prepared.grammar
    named = any(grammar.lower[index] == "," for index in range(clause.first + 1, conjunction))
    following = conjunction + 1 < clause.last and grammar.tokens[conjunction + 1].pos in ("DET", "NOUN", "PROPN", "ADJ")
    return named and following and grammar.tokens[conjunction - 1].pos in ("NOUN", "PROPN")


def passive_voice(prepared: Prepared, anchor: int) -> bool:
    """Say whether a verb beside a quotation is passive; a French pronoun behind the auxiliary shows that it is not.

    Args:
        prepared: The document.
        anchor: Token of the verb.
    """
    return passive(prepared.grammar, anchor) and clitic_subject(prepared.grammar, anchor) is None


def _inverted_pronoun(prepared: Prepared, anchor: int) -> bool:
    return prepared.grammar.language.value == "fr" and clitic_subject(prepared.grammar, anchor) is not None


def source_in(prepared: Prepared, anchor: int, clause: Clause) -> tuple[int, int] | None:
    """Return who speaks in a reporting clause: the inverted pronoun, the noun before the verb, or the one behind it."""
    grammar = prepared.grammar
    clitic = clitic_subject(grammar, anchor)
    if clitic is not None and clause.first <= clitic < clause.last:
        return _read_in(prepared, clitic, clause) if grammar.lower[clitic] == "-on" else (clitic, clitic + 1)
    first = first_word(grammar, anchor)
    begin = clause.first + (grammar.lower[clause.first] == ",")
    before = phrase_after(grammar, prepared.cues, begin, max(begin, first)) if first > begin else None
    return before or _pronoun_before(prepared, anchor, begin) or phrase_after(grammar, prepared.cues, anchor + 1, clause.last)


def _read_in(prepared: Prepared, clitic: int, clause: Clause) -> tuple[int, int] | None:
    """Return the text in which « lit-on dans le rapport » says that one reads it, else the pronoun."""
    grammar = prepared.grammar
    if clitic + 1 < clause.last and grammar.lower[clitic + 1] in ("dans", "de", "sur"):
        return phrase_after(grammar, prepared.cues, clitic + 2, clause.last)
    return clitic, clitic + 1


def _pronoun_before(prepared: Prepared, anchor: int, begin: int) -> tuple[int, int] | None:
    grammar = prepared.grammar
    for index in range(begin, anchor):
        if grammar.tokens[index].pos == "PRON" and grammar.lower[index] in prepared.cues.lists["pronouns"]:
            return index, index + 1
    return None
