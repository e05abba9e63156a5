"""Marks of a sentence on what police do: words, classes of words and how they stand to each other, and its neighbours' classes."""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.linear import Example
from bench.parsed import above
from corro.annotate.parse import Parse

SIGN, NEARNESS, NEIGHBOUR_WORD = 0.15, 0.1, 0.5
"""How much a sign, a nearness and a word of the sentence before count beside a sentence's words, whose length is one.
Source: chosen by cross-validation on ipe-dev, 2026-11."""

NEAR = (1, 3, 8)
"""Words between two classes, at most. Source: own judgement, 2026-11: one phrase, one clause, one sentence."""

_ACTS = ("death", "firing", "riot_control", "arrest", "failure", "injury", "police_work")
_DOERS = ("police", "crowd", "armed_doer", "firing", "violence", "death")
_FIRST = ("police", "firing", "riot_control", "death", "arrest", "failure", "injury")
_SECOND = (*_FIRST[:-1], "crowd", "armed_doer", "violence", "injury", "demand")
_NEIGHBOURS = (-2, -1, 1)
_MODALS = frozenset(["will", "would", "could", "should", "may", "might", "shall", "can", "must", "wo", "ca"])
_NEGATIONS = frozenset(["not", "no", "never", "neither", "nor", "without", "n't", "none", "nobody", "yet"])
_FUNCTIONS = {"nsubj": "by", "obj": "on", "nsubj:pass": "on", "obl:agent": "through", "obl": "around", "nmod": "around"}
_FUNCTIONS |= {"compound": "of", "amod": "of"}
_MAIN = frozenset(["root", "nsubj", "obj", "nsubj:pass", "obl:agent"])
_UNCOUNTED = frozenset(["PUNCT", "SPACE", "NUM", "SYM"])


@dataclass(frozen=True)
class Told:
    """A sentence with the classes of its words.

    Attributes:
        parse: The sentence.
        below: Dependents of each word.
        at: For each class the words that belong to it.
    """

    parse: Parse
    below: list[list[int]]
    at: Mapping[str, list[int]]


def marks_of_document(parses: Sequence[Parse]) -> Iterator[Example]:
    """Yield the marks of each sentence of a document.

    Args:
        parses: Its sentences, in order.
    """
    told = [_told(parse) for parse in parses]
    own = [dict(_signs(one)) for one in told]
    words = [dict(_words(one.parse)) for one in told]
    for index in range(len(told)):
        before = words[index - 1] if index else {}
        earlier = {f"before_{name}": NEIGHBOUR_WORD for name in before if name.startswith("word=")}
        yield Example({**words[index], **earlier}, {**own[index], **_around(told, own, index)})


@cache
def classes() -> Mapping[str, frozenset[str]]:
    """Return the classes that each listed word belongs to."""
    named: dict[str, set[str]] = defaultdict(set)
    for name, words in tomllib.loads(Path(__file__).with_name("words.toml").read_text(encoding="utf-8")).items():
        for word in words.split():
            named[word].add(name)
    return {word: frozenset(names) for word, names in named.items()}


def _told(parse: Parse) -> Told:
    at: dict[str, list[int]] = defaultdict(list)
    known = classes()
    for index, lemma in enumerate(parse.lemmas):
        for name in known.get(lemma, frozenset()) | known.get(parse.text(index).lower(), frozenset()):
            at[name].append(index)
    return Told(parse, parse.children(), at)


def _words(parse: Parse) -> Iterator[tuple[str, float]]:
    """Yield the words of a sentence, by dictionary form, as written, and by function."""
    for index, lemma in enumerate(parse.lemmas):
        if parse.pos[index] in _UNCOUNTED or not lemma.replace("-", "").isalpha():
            continue
        yield f"word={lemma}", 1.0
        yield f"form={parse.text(index).lower()}", 1.0
        if parse.pos[index] == "VERB":
            yield f"verb={lemma}", 1.0
        if parse.deps[index] in _MAIN:
            yield f"{parse.deps[index]}={lemma}", 1.0


def _signs(told: Told) -> Iterator[tuple[str, float]]:
    """Yield what stands in a sentence, class by class."""
    yield from ((f"has:{name}", SIGN) for name, words in told.at.items() if words)
    yield from _pairs(told)
    for name in _ACTS:
        for index in told.at.get(name, ()):
            yield from ((f"{sign}:{name}", SIGN) for sign in _of_act(told, index))
    for name, holds in _of_sentence(told.parse.piece.shown):
        if holds:
            yield name, SIGN


def _of_sentence(text: str) -> Iterator[tuple[str, bool]]:
    yield "quote", '"' in text or "“" in text
    yield "question", "?" in text
    yield "station", " police station" in text.lower()


def _pairs(told: Told) -> Iterator[tuple[str, float]]:
    """Yield how near two classes stand, and whether one hangs on the other."""
    for first in _FIRST:
        for second in _SECOND:
            ones, others = told.at.get(first, ()), told.at.get(second, ())
            gaps = [abs(one - other) for one in ones for other in others if one != other]
            if first == second or not gaps:
                continue
            yield from ((f"near{reach}:{first}:{second}", NEARNESS) for reach in NEAR if min(gaps) <= reach)
            if any(other in above(told.parse, one, 2) for one in ones for other in others):
                yield f"under:{first}:{second}", SIGN


def _of_act(told: Told, index: int) -> Iterator[str]:
    """Yield how a deed is told: as real, denied, willed or asked for, by whom and to whom."""
    parse, children = told.parse, told.below[index]
    lemmas = {parse.lemmas[child] for child in children}
    unreal = []
    if lemmas & _NEGATIONS:
        unreal.append("denied")
    if lemmas & _MODALS:
        unreal.append("willed")
    if any(parse.lemmas[child] == "to" and parse.deps[child] in ("mark", "aux") for child in children):
        unreal.append("aimed")
    yield from unreal or ["real"]
    if any(parse.deps[child] in ("nsubj:pass", "aux:pass") for child in children):
        yield "passive"
    if any(higher in told.at.get("demand", ()) for higher in above(parse, index, 2)):
        yield "demanded"
    yield f"part:{parse.pos[index]}"
    for child in children:
        yield from _of_phrase(told, child)


def _of_phrase(told: Told, child: int) -> Iterator[str]:
    """Yield what a phrase that hangs on a deed holds, by its function."""
    parse = told.parse
    function = _FUNCTIONS.get(parse.deps[child])
    if function is None:
        return
    words = [child, *told.below[child]]
    yield from (f"{function}:{name}" for name in _DOERS if any(word in told.at.get(name, ()) for word in words))
    if any(parse.pos[word] == "NUM" for word in words):
        yield f"{function}:number"
    if parse.pos[child] == "PRON":
        yield f"{function}:pronoun"


def _around(told: Sequence[Told], own: Sequence[Mapping[str, float]], index: int) -> Mapping[str, float]:
    """Return the classes and real deeds of the sentences around one."""
    found = {}
    for step in _NEIGHBOURS:
        if 0 <= index + step < len(told):
            found |= {f"at{step}:{name}": SIGN for name in _telling(own[index + step])}
    return found


def _telling(signs: Iterable[str]) -> Iterator[str]:
    return (name for name in signs if name.startswith(("has:", "real:", "through:police", "of:police", "by:police")))
