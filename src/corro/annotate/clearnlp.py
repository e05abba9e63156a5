"""Turns the English model's ClearNLP labels into Universal Dependencies: nouns head their prepositions, predicates their copulas.

Kept simple: `be` before a prepositional phrase stays the head ("is in Gao": `Gao` is its `obl`); names keep `compound` with the
last word as head, where UD has `flat` with the first; a stranded preposition is `advmod`.

Source: Choi and Palmer (2012), Guidelines for the CLEAR style constituent to dependency conversion; Universal Dependencies v2.
"""

from corro.annotate.parse import Parse
from corro.vocab import word_list

_LABELS = {
    "ROOT": "root",
    "acomp": "xcomp",
    "attr": "xcomp",
    "auxpass": "aux:pass",
    "csubjpass": "csubj:pass",
    "dative": "iobj",
    "dobj": "obj",
    "intj": "discourse",
    "meta": "dep",
    "neg": "advmod",
    "nsubjpass": "nsubj:pass",
    "oprd": "xcomp",
    "poss": "nmod:poss",
    "preconj": "cc:preconj",
    "predet": "det:predet",
    "prt": "compound:prt",
    "quantmod": "advmod",
    "relcl": "acl:relcl",
}
"""Labels that only change their name; others are handled by a rule or are the same in both."""

_NOMINAL = frozenset(["NOUN", "PROPN", "PRON", "NUM", "SYM", "X", "DET"])
_VERBAL = frozenset(["VERB", "AUX"])


def to_universal(parse: Parse) -> None:
    """Rewrite heads and labels in place.

    Args:
        parse: A parse with ClearNLP labels; afterwards every label is one of `corro.annotate.labels.LABELS`.
    """
    _prepositions(parse)
    _coordinations(parse)
    _copulas(parse)
    for index, label in enumerate(parse.deps):
        parse.deps[index] = _label(parse, index, label)
    _raised_objects(parse)


def _prepositions(parse: Parse) -> None:
    children = parse.children()
    complements = _complements(parse, children)
    heads, deps = parse.heads[:], parse.deps[:]
    for case, complement in complements.items():
        if parse.pos[case] == "VERB":
            parse.pos[case], parse.lemmas[case] = "ADP", parse.text(case).lower()
        if deps[complement] in ("pobj", "pcomp"):
            heads[complement], deps[complement] = _attachment(parse, case, complement, complements)
        heads[case], deps[case] = complement, "mark" if deps[complement] in ("advcl", "acl") else "case"
        for child in children[case]:
            if child != complement and heads[child] == case:
                heads[child] = complement
                deps[child] = _left_over(parse, child)
    for index, label in enumerate(deps):
        if label in ("prep", "agent"):
            deps[index] = "advmod"
        elif label in ("pobj", "pcomp"):
            deps[index] = "obl" if parse.pos[index] in _NOMINAL else "advcl"
    parse.heads, parse.deps = heads, deps


def _complements(parse: Parse, children: list[list[int]]) -> dict[int, int]:
    """Return the complement of each preposition: its object, else its clause, else the complement of the preposition below it.

    A verb after a preposition (`accused of killing men in the town`) is a clause, and no preposition to what follows it.
    """
    found: dict[int, int] = {}
    for index in range(len(parse) - 1, -1, -1):
        own = [child for child in children[index] if parse.deps[child] == "pobj"]
        own = own or [
            child for child in children[index] if parse.deps[child] == "pcomp" and parse.pos[child] not in ("ADP", "SCONJ")
        ]
        if own:
            found[index] = own[0]
    for index in range(len(parse)):
        below = [found[child] for child in children[index] if child in found and parse.deps[child] in ("prep", "pcomp")]
        gerund = parse.deps[index] == "pcomp" and parse.pos[index] in _VERBAL
        if index not in found and below and not gerund and parse.deps[index] in ("prep", "agent", "pcomp"):
            found[index] = below[0]
    return found


def _attachment(parse: Parse, case: int, complement: int, complements: dict[int, int]) -> tuple[int, str]:
    """Return the head and label of a preposition's complement."""
    above = parse.heads[case]
    if above == case:
        return complement, "ROOT"
    if parse.deps[case] == "conj" and above in complements and complements[above] != complement:
        return complements[above], "conj"
    label = parse.deps[case]
    while above in complements and parse.heads[above] != above and label in ("prep", "pcomp", "agent"):
        label, above = parse.deps[above], parse.heads[above]
    clause = parse.pos[complement] in _VERBAL
    nominal = parse.pos[above] in _NOMINAL
    if clause:
        return above, "acl" if nominal else "advcl"
    if "agent" in (label, parse.deps[case]):
        return above, "obl:agent"
    return above, "nmod" if nominal else "obl"


def _left_over(parse: Parse, child: int) -> str:
    """Return the label that a preposition's other dependent takes under the complement."""
    label = parse.deps[child]
    if label in ("pcomp", "prep") and parse.pos[child] in ("ADP", "SCONJ"):
        return "case"
    return "nmod" if label == "pobj" else "advcl" if label == "pcomp" else label


def _coordinations(parse: Parse) -> None:
    """Hang conjuncts on the first one, and each conjunction on the conjunct that follows it."""
    children = parse.children()
    heads = parse.heads
    for index, label in enumerate(parse.deps):
        if label == "cc":
            siblings = [child for child in children[heads[index]] if parse.deps[child] == "conj" and child > index]
            heads[index] = siblings[0] if siblings else heads[index]
    for index, label in enumerate(parse.deps):
        if label == "conj":
            heads[index] = _first_conjunct(parse, heads[index])


def _first_conjunct(parse: Parse, index: int) -> int:
    seen = {index}
    while parse.deps[index] == "conj" and parse.heads[index] not in seen:
        index = parse.heads[index]
        seen.add(index)
    return index


def _copulas(parse: Parse) -> None:
    """Let the predicate head its copula; in "there were clashes" the noun becomes the subject instead."""
    children = parse.children()
    raised: dict[int, int] = {}
    for verb, below in enumerate(children):
        predicates = [child for child in below if parse.deps[child] in ("attr", "acomp")]
        if parse.lemmas[verb] != "be" or not predicates:
            continue
        if any(parse.deps[child] == "expl" and parse.lemmas[child] == "there" for child in below):
            parse.deps[predicates[0]] = "nsubj"
        else:
            raised[verb] = predicates[0]
    for verb, predicate in raised.items():
        above = parse.heads[verb]
        parse.heads[predicate] = predicate if above == verb else above
        parse.deps[predicate] = parse.deps[verb]
    for index, head in enumerate(parse.heads):
        if head in raised and index != raised[head]:
            parse.heads[index] = raised[head]
    for verb, predicate in raised.items():
        parse.heads[verb], parse.deps[verb] = predicate, "cop"
        parse.pos[verb] = "AUX"


def _label(parse: Parse, index: int, label: str) -> str:
    if label == "aux" and parse.pos[index] == "PART":
        return "mark"
    if label == "npadvmod":
        return (
            "obl:tmod"
            if parse.lemmas[index] in word_list("time_nouns", "en") and parse.pos[parse.heads[index]] in _VERBAL
            else "obl:npmod"
        )
    return _LABELS.get(label, label)


def _raised_objects(parse: Parse) -> None:
    """Make the subject of a bare infinitive the object of the verb above: "ordered [him] [to leave]"."""
    children = parse.children()
    for index, label in enumerate(parse.deps):
        if label != "ccomp" or parse.heads[index] == index or "VerbForm=Inf" not in parse.morphs[index]:
            continue
        marks = [child for child in children[index] if parse.deps[child] == "mark"]
        subjects = [child for child in children[index] if parse.deps[child] in ("nsubj", "nsubj:pass")]
        if subjects and [parse.lemmas[mark] for mark in marks] == ["to"] and subjects[0] > parse.heads[index]:
            parse.heads[subjects[0]], parse.deps[subjects[0]] = parse.heads[index], "obj"
            parse.deps[index] = "xcomp"
