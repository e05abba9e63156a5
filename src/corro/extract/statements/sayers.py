"""Words that may name who says what a word attributes, and what the trained trees see of each."""

from corro.extract.statements.anchors import Anchor, Found, subject_token
from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.passages import Passage
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.sources import antecedent, passive, source_of
from corro.extract.statements.weights import COLUMNS, Weights

_NOMINAL = frozenset({"NOUN", "PROPN", "PRON"})
_INNER = frozenset({"compound", "flat", "flat:name", "fixed", "det", "amod", "nummod"})
_RELATIONS = ("nsubj", "nsubj:pass", "obl:agent", "nmod:poss", "obj", "obl", "nmod", "conj", "appos", "root")
_PRONOUNS = (
    frozenset({"i", "we", "you"}),
    frozenset({"he", "she", "they"}),
    frozenset({"it", "this", "that", "there", "what"}),
    frozenset({"who", "which"}),
    frozenset({"his", "her", "their", "its", "my", "our"}),
)
_SUBJECT = COLUMNS.index("subject")
_STEPS = 5
"""Steps up the tree over which a word's own relation to the cue is told. Source: own judgement."""

_FARTHEST = 30
"""Tokens from the cue within which a source is looked for. Source: chosen on PolNeAR's training part, 2026-11."""

_MOST = 12
"""Words looked at for one cue, the nearest first. Source: chosen on PolNeAR's training part, 2026-11."""


def sayers_of(prepared: Prepared, anchor: Anchor) -> list[int]:
    """Return the words near a cue that may name who speaks: heads of noun phrases, and pronouns.

    Args:
        prepared: The document.
        anchor: The cue.
    """
    grammar, cue = prepared.grammar, anchor.token
    first, last = grammar.sentence(cue)
    near = range(max(first, cue - _FARTHEST), min(last, cue + _FARTHEST))
    heads = [at for at in near if at != cue and _may_speak(grammar, at)]
    return sorted(sorted(heads, key=lambda at: (abs(at - cue), at))[:_MOST])


def _may_speak(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    return token.pos in _NOMINAL and token.dep not in _INNER


def never_says(prepared: Prepared, passage: Passage, sayer: int) -> bool:
    """Say whether the grammar alone shows that a word names nobody who says a passage.

    Whoever is accused does not accuse ("he is accused of bias"), and no noun speaks by its own infinitive ("grounds to believe",
    « des raisons de croire »).

    Args:
        prepared: The document.
        passage: What is said.
        sayer: The word.
    """
    grammar, cue = prepared.grammar, passage.anchor.token
    if passive(grammar, cue) and grammar.child(cue, "nsubj:pass") == sayer:
        return True
    infinitive = "VerbForm=Inf" in grammar.tokens[cue].morph and grammar.tokens[cue].dep.startswith("acl")
    return infinitive and grammar.tokens[cue].head == sayer and grammar.tokens[sayer].pos == "NOUN"


def rows_of(prepared: Prepared, found: Found, passage: Passage, known: Weights) -> tuple[list[int], list[tuple[float, ...]]]:
    """Return the words that may name who says a passage, and what the trees see of each.

    Args:
        prepared: The document.
        found: What the rules found.
        passage: What is said.
        known: The trained weights.
    """
    anchor = passage.anchor
    sayers = sayers_of(prepared, anchor)
    shared = _of_cue(prepared, found, passage)
    ruled = [draft.source for draft in found.by_anchor.get(anchor.token, ()) if draft.source]
    by_grammar = source_of(prepared.grammar, prepared.cues, anchor.token)
    subject, _ = subject_token(prepared.grammar, anchor.token)
    rows = []
    for at in sayers:
        by_rule = any(first <= at < last for first, last in ruled)
        told = by_grammar is not None and by_grammar[0] <= at < by_grammar[1]
        rows.append((*shared, float(by_rule), float(told), float(at == subject), *_of_sayer(prepared, passage, at, known)))
    return sayers, rows


def _of_cue(prepared: Prepared, found: Found, passage: Passage) -> tuple[float, ...]:
    cue = passage.anchor.token
    token = prepared.grammar.tokens[cue]
    drafts = found.by_anchor.get(cue, ())
    return (
        float(passage.anchor.frame),
        float(("VERB", "NOUN", "ADJ").index(token.pos)) if token.pos in ("VERB", "NOUN", "ADJ") else 3.0,
        float(passive(prepared.grammar, cue)),
        float(len(drafts)),
        float(any(draft.source is None for draft in drafts)),
        float(passage.parts[0][0] - cue),
        float(token.dep.startswith("acl")),
        float(token.dep == "conj"),
        float("VerbForm=Fin" in token.morph),
    )


def _of_sayer(prepared: Prepared, passage: Passage, index: int, known: Weights) -> tuple[float, ...]:
    grammar, cue = prepared.grammar, passage.anchor.token
    token, word = grammar.tokens[index], grammar.lower[index]
    between = range(min(index, cue) + 1, max(index, cue))
    return (
        float(index - cue),
        float(_steps(grammar, cue, index)),
        float(_steps(grammar, index, cue)),
        *(float(token.dep == relation) for relation in _RELATIONS),
        float(token.dep in PERSONAL_SUBJECTS),
        float(token.pos == "PROPN"),
        float(token.pos == "PRON"),
        *(float(word in pronouns) for pronouns in _PRONOUNS),
        1.0 if token.pos == "PROPN" else known.of(token.lemma)[_SUBJECT],
        float(sum(first <= index < last for first, last in passage.parts)),
        float(prepared.inside[index] == prepared.inside[cue]),
        float(sum(grammar.tokens[at].pos == "PUNCT" for at in between)),
        float(sum(grammar.tokens[at].pos == "VERB" for at in between)),
    )


def _steps(grammar: Grammar, start: int, above: int) -> int:
    """Return how many steps lead up from a token to the head of another, or one more than are looked at."""
    at = start
    for step in range(_STEPS):
        if grammar.tokens[above].head == at and above != at:
            return step
        if grammar.tokens[at].head == at:
            break
        at = grammar.tokens[at].head
    return _STEPS


def phrase_of(prepared: Prepared, passage: Passage, sayer: int) -> tuple[int, int]:
    """Return the words that name whoever a word names, without what is said.

    Args:
        prepared: The document.
        passage: What is said.
        sayer: The head of the words.
    """
    grammar = prepared.grammar
    verb = next((at for at in grammar.ancestors(passage.anchor.token) if grammar.tokens[at].head == sayer), passage.anchor.token)
    first, last = antecedent(grammar, verb, sayer) if grammar.tokens[verb].head == sayer else subtree_phrase(grammar, sayer)
    for begin, end in sorted((*passage.parts, (passage.anchor.token, passage.anchor.token + 1))):
        if first <= sayer < begin < last:
            last = begin
        if first < end <= sayer:
            first = end
    while last > sayer + 1 and grammar.tokens[last - 1].pos in ("PUNCT", "SCONJ", "AUX", "ADP"):
        last -= 1
    return first, last
