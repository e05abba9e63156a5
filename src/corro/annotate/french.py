"""Brings the French model's labels to the common set, and mends what it often gets wrong: agents and inverted subjects."""

from corro.annotate.parse import Parse
from corro.vocab import word_list

_LABELS = {
    "ROOT": "root",
    "aux:tense": "aux",
    "expl:comp": "expl",
    "expl:subj": "expl",
    "flat:foreign": "flat",
    "flat:name": "flat",
    "obl:arg": "obl",
    "obl:mod": "obl",
}
"""Labels of the Sequoia treebank that only change their name. Source: UD_French-Sequoia, and the guidelines of UD v2."""

_SUBJECTS = frozenset(["nsubj", "nsubj:pass", "csubj", "expl:subj"])
_CLAUSES = frozenset(["advcl", "ccomp", "parataxis", "conj"])
_BEFORE_INVERSION = frozenset([",", "»", '"', "”", "“"])


def to_universal(parse: Parse) -> None:
    """Rewrite labels in place.

    Args:
        parse: A parse with the labels of the Sequoia treebank; afterwards every label is one of `corro.annotate.labels.LABELS`.
    """
    children = parse.children()
    _inverted_subjects(parse, children)
    for index, label in enumerate(parse.deps):
        if label in ("obl:arg", "obl:mod") and _is_agent(parse, index, children[index]):
            parse.deps[index] = "obl:agent"
        elif label == "dep" and any(parse.deps[child] == "case" for child in children[index]):
            parse.deps[index] = "obl" if parse.pos[parse.heads[index]] in ("VERB", "AUX", "ADJ") else "nmod"
        else:
            parse.deps[index] = _LABELS.get(label, label)
    _participles(parse)


def _is_agent(parse: Parse, index: int, below: list[int]) -> bool:
    """Say whether a word is the doer of a passive: after `par`, under a passive verb or participle."""
    head = parse.heads[index]
    passive = "Voice=Pass" in parse.morphs[head] or parse.deps[head] == "acl" or _has_passive_auxiliary(parse, head)
    by = any(parse.lemmas[child] == "par" and parse.deps[child] == "case" for child in below)
    return passive and by and parse.lemmas[index] not in word_list("means", "fr")


def _has_passive_auxiliary(parse: Parse, verb: int) -> bool:
    return any(parse.deps[index] == "aux:pass" and parse.heads[index] == verb for index in range(max(0, verb - 4), verb))


def _inverted_subjects(parse: Parse, children: list[list[int]]) -> None:
    """Make the object a subject in "…, a annoncé la mission": a verb without subject right after a comma or closing mark."""
    for verb, below in enumerate(children):
        objects = [child for child in below if parse.deps[child] == "obj" and child > verb]
        if parse.pos[verb] != "VERB" or not objects or any(parse.deps[child] in _SUBJECTS for child in below):
            continue
        first = min([verb, *(child for child in below if parse.deps[child].startswith("aux") and child < verb)])
        left = [child for child in below if child < first and parse.deps[child] in _CLAUSES]
        told = parse.deps[verb] in ("parataxis", "conj", "advcl") or (parse.deps[verb] == "ROOT" and left)
        if told and first and parse.text(first - 1) in _BEFORE_INVERSION and "VerbForm=Inf" not in parse.morphs[verb]:
            parse.deps[objects[0]] = "nsubj"
            for child in left[-1:]:
                parse.deps[child] = "ccomp"


def _participles(parse: Parse) -> None:
    """Give participles their infinitive: those in -é, the only regular ones, and `mort` after `être`."""
    for index, lemma in enumerate(parse.lemmas):
        if parse.pos[index] == "VERB" and lemma.endswith(("é", "ée", "és", "ées")):
            parse.lemmas[index] = lemma.rstrip("s").removesuffix("e").removesuffix("é") + "er"
        elif lemma == "être" and parse.deps[index] == "cop" and parse.lemmas[parse.heads[index]] == "mort":
            parse.deps[index] = "aux"
            parse.lemmas[parse.heads[index]], parse.pos[parse.heads[index]] = "mourir", "VERB"
