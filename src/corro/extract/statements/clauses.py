"""Where the clause or infinitive behind a verb of saying begins."""

from corro.extract.statements.content import limit_of
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared

_THAT = {"en": frozenset({"that"}), "fr": frozenset({"que", "qu'"})}
_CLAUSES = frozenset(
    {"ccomp", "xcomp", "advcl", "csubj", "obj", "acl", "dep", "conj", "parataxis", "obl", "obl:arg", "iobj", "obl:mod", "nmod"}
)
_FARTHEST = 18
"""Tokens between a verb and its "that" at most. Source: the longest in the project's development documents has 15."""

_MARKS = frozenset({"«", "“", '"'})
_BEFORE_INFINITIVE = frozenset(
    [
        "to",
        "de",
        "d'",
        "à",
        "y",
        "n'",
        "ne",
        "pas",
        "s'",
        "se",
        "le",
        "la",
        "l'",
        "les",
        "lui",
        "leur",
        "en",
        "avoir",
        "être",
        "rien",
        "jamais",
        "plus",
        "tout",
    ]
)
"""Words that may stand between a verb and its infinitive. Source: closed classes."""


def clause_start(prepared: Prepared, anchor: int) -> int | None:
    """Return the "that" or "que" behind a verb, or None."""
    grammar = prepared.grammar
    words = _THAT.get(grammar.language.value, frozenset())
    for child in grammar.children[anchor]:
        if grammar.tokens[child].dep in _CLAUSES and (mark := _leading(grammar, child, words)) is not None and mark > anchor:
            return None if _held_by_noun(prepared, anchor, mark) else mark
    return _clause_start_in_words(prepared, anchor, words)


def _leading(grammar: Grammar, head: int, words: frozenset[str]) -> int | None:
    """Return the mark of a clause if it is one of these words and no verb stands before it."""
    mark = next((child for child in grammar.children[head] if child < head and grammar.lower[child] in words), None)
    relative = mark is not None and grammar.tokens[mark].dep in ("obj", "nsubj", "nsubj:pass")
    return None if relative else mark


def _clause_start_in_words(prepared: Prepared, anchor: int, words: frozenset[str]) -> int | None:
    grammar = prepared.grammar
    for index in range(anchor + 1, min(limit_of(prepared, anchor), anchor + _FARTHEST)):
        token = grammar.tokens[index]
        if grammar.lower[index] in words and token.pos == "SCONJ":
            return None if _held_by_noun(prepared, anchor, index) else index
        if _english_clause(grammar, index, anchor):
            return None
        if (
            token.pos == "VERB"
            and (grammar.finite(index) or ("Inf" in token.morph and index > anchor + 1) or token.lemma in prepared.cues.verbs)
        ) or grammar.lower[index] in (":", "«", "“", '"', "»", "”"):
            return None
    return None


def _english_clause(grammar: Grammar, index: int, anchor: int) -> bool:
    """Say whether a personal auxiliary shows that an English clause without "that" has begun ("said two are ill, and that")."""
    return grammar.language.value == "en" and index > anchor + 1 and grammar.tokens[index].pos == "AUX" and grammar.finite(index)


def _held_by_noun(prepared: Prepared, anchor: int, mark: int) -> bool:
    """Say whether a "that" belongs to a noun of saying that is the verb's own object ("rejected the claim that")."""
    grammar = prepared.grammar
    for index in range(anchor + 1, mark):
        if grammar.tokens[index].lemma in prepared.cues.nouns and grammar.tokens[index].pos == "NOUN":
            return not any(grammar.tokens[before].pos == "ADP" for before in range(anchor + 1, index))
    return False


def bare_clause(prepared: Prepared, anchor: int) -> int | None:
    """Return the first token of an English clause that stands behind its verb without "that", or None."""
    grammar = prepared.grammar
    for child in grammar.children[anchor]:
        token = grammar.tokens[child]
        if token.dep == "ccomp" and grammar.first[child] > anchor and _has_subject(grammar, child) and _personal(grammar, child):
            return grammar.first[child]
    return None


def _has_subject(grammar: Grammar, verb: int) -> bool:
    """Say whether a clause begins with a subject, or with a noun or adjective before a personal auxiliary ("too much is made")."""
    before = range(grammar.first[verb], verb)
    helped = any(grammar.finite(index) and grammar.tokens[index].pos == "AUX" for index in before)
    if helped and grammar.tokens[grammar.first[verb]].pos in ("DET", "ADV", "ADJ", "NOUN", "PROPN", "PRON", "NUM"):
        return True
    return any(grammar.tokens[index].dep.startswith(("nsubj", "csubj", "expl")) for index in range(grammar.first[verb], verb))


def _personal(grammar: Grammar, verb: int) -> bool:
    """Say whether a clause has a verb, and no object for its subject; "declared him persona non grata" tells a deed."""
    inside = range(grammar.first[verb], grammar.last[verb])
    finite = any(grammar.finite(index) or grammar.tokens[index].pos == "AUX" for index in inside)
    accusative = "Case=Acc" in grammar.tokens[grammar.first[verb]].morph
    return finite or (not accusative and any(grammar.verbal(index) for index in inside))


def infinitive_start(prepared: Prepared, anchor: int) -> int | None:
    """Return the first token of the infinitive (or English gerund) behind a verb, or None."""
    grammar = prepared.grammar
    index = anchor + 1
    limit = limit_of(prepared, anchor)
    while index < limit and (grammar.tokens[index].pos == "ADV" or (grammar.tokens[index].pos == "PUNCT" and index + 1 < limit)):
        index += 1
    begin = index
    while index < limit and (grammar.lower[index] in _BEFORE_INFINITIVE or (index > begin and _between(grammar, index))):
        index += 1
    if index >= limit or not grammar.verbal(index):
        return _infinitive_in_tree(prepared, anchor)
    form = grammar.tokens[index].morph
    marked = grammar.lower[begin] in ("to", "de", "d'", "à")
    good = (
        "VerbForm=Inf" in form
        or marked
        or "Aspect=Prog" in form
        or any(grammar.lower[word] in ("avoir", "être") for word in range(begin, index))
    )
    return begin if good and "VerbForm=Fin" not in form else _infinitive_in_tree(prepared, anchor)


def _between(grammar: Grammar, index: int) -> bool:
    """Say whether a mark or adverb stands between "to" and its verb ("to harshly punish")."""
    return grammar.lower[index] in _MARKS or grammar.tokens[index].pos == "ADV"


def _infinitive_in_tree(prepared: Prepared, anchor: int) -> int | None:
    """Return the first token of a French infinitive that others stand before (« a déclaré à la Mission avoir vu »), or None."""
    grammar = prepared.grammar
    if grammar.language.value != "fr":
        return None
    for child in grammar.children[anchor]:
        if (
            child > anchor
            and grammar.tokens[child].dep in ("xcomp", "ccomp", "advcl", "obj")
            and grammar.tokens[child].pos == "VERB"
        ):
            first = grammar.first[child]
            own = [grammar.tokens[index] for index in range(first, child + 1)]
            if (
                first > anchor
                and any("VerbForm=Inf" in token.morph for token in own)
                and not any("Mood=" in token.morph for token in own)
            ):
                return first
    return None
