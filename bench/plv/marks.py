"""Marks of what a sentence says that a source does to a target: single words by where they stand, and classes of words.

Names and the words of both phrases are no surroundings; of the phrases only common words count, in places of their own.
"""

import tomllib
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from bench.linear import Example
from bench.parsed import above
from corro.annotate.parse import Parse

Span = Sequence[int] | None

_VERBS = frozenset(["VERB", "AUX"])
_UNCOUNTED = frozenset(["PROPN", "PUNCT", "NUM", "SYM", "SPACE"])
_COMMON = frozenset(["NOUN", "ADJ", "VERB"])
_PLACES = {"obj": "thing", "iobj": "thing", "nsubj:pass": "thing"} | dict.fromkeys(("obl", "nmod", "obl:agent"), "around")
_PLACES |= dict.fromkeys(("aux", "aux:pass", "advmod", "mark", "compound:prt", "cc"), "shade")
OTHER_SENTENCE = 0.5
"""How much a word of another sentence than the predicate's counts. Source: chosen by cross-validation on plv-train, 2026-11."""


@dataclass(frozen=True)
class Relation:
    """A sentence with its two phrases.

    Attributes:
        parse: The sentence.
        below: Dependents of each word.
        source: Words of the source.
        target: Words of the target.
    """

    parse: Parse
    below: list[list[int]]
    source: list[int]
    target: list[int]

    def counted(self, index: int) -> bool:
        """Whether a word is a common one outside both phrases."""
        parse = self.parse
        inside = index in self.source or index in self.target
        return not inside and parse.pos[index] not in _UNCOUNTED and parse.lemmas[index].isalpha()


def marks(parse: Parse, source: Span, target: Span) -> Example:
    """Return the marks of a sentence.

    Args:
        parse: The sentence.
        source: Start and end of the doer's phrase, or None where the text does not name him.
        target: The same of whom it is done to.
    """
    relation = Relation(parse, parse.children(), _words(parse, source), _words(parse, target))
    found: dict[str, float] = defaultdict(float)
    for place, index, weight in _surroundings(relation):
        if relation.counted(index):
            name = f"{place}={parse.lemmas[index]}"
            found[name] = max(found[name], weight)
            for root in roots().get(parse.lemmas[index], ()):
                found[f"{place}@{root}"] += weight
    for name in _phrases(relation):
        found[name] = 1.0
    return Example(found, {})


@cache
def roots() -> Mapping[str, tuple[str, ...]]:
    """Return the roots that each listed word names."""
    named: dict[str, tuple[str, ...]] = {}
    for root, words in tomllib.loads(Path(__file__).with_name("roots.toml").read_text(encoding="utf-8")).items():
        for word in words.split():
            named[word] = (*named.get(word, ()), root)
    return named


def _words(parse: Parse, span: Span) -> list[int]:
    if not span:
        return []
    return [index for index in range(len(parse)) if parse.ends[index] > span[0] and parse.starts[index] < span[1]]


def _head(parse: Parse, words: list[int]) -> int | None:
    outside = (index for index in words if parse.heads[index] not in words or parse.heads[index] == index)
    return next(outside, words[-1] if words else None)


def _predicate(relation: Relation) -> int:
    """Return the verb above the source, else above the target, else the first root."""
    parse = relation.parse
    for phrase in (relation.source, relation.target):
        head = _head(parse, phrase)
        higher = above(parse, head) if head is not None else []
        verb = next((index for index in higher if parse.pos[index] in _VERBS or parse.deps[index] == "root"), None)
        if verb is not None:
            return verb
    return next((index for index, label in enumerate(parse.deps) if label == "root"), 0)


def _verbs(relation: Relation, predicate: int) -> list[int]:
    """Return the predicate, the clauses that complete it, and what stands beside it above the target."""
    parse, verbs = relation.parse, [predicate]
    head = _head(parse, relation.target)
    over_target = set(above(parse, head)) if head is not None else set()
    phrases = {*relation.source, *relation.target}
    for verb in verbs:
        for child in relation.below[verb]:
            wanted = parse.deps[child] in ("xcomp", "ccomp") or (parse.deps[child] == "conj" and child in over_target)
            if wanted and child not in phrases and child not in verbs and parse.pos[child] in _VERBS | _COMMON:
                verbs.append(child)
    return verbs


def _surroundings(relation: Relation) -> Iterator[tuple[str, int, float]]:
    """Yield places with the words that stand in them."""
    parse = relation.parse
    if not len(parse):
        return
    predicate = _predicate(relation)
    low, high = next(((low, high) for low, high in parse.sentences if low <= predicate < high), (0, len(parse)))
    yield from (("any", index, 1.0 if low <= index < high else OTHER_SENTENCE) for index in range(len(parse)))
    yield from (("between", index, 1.0) for index in _between(relation))
    yield from (("path", index, 1.0) for index in _path(relation))
    for number, verb in enumerate(_verbs(relation, predicate)):
        yield "further" if number else "predicate", verb, 1.0
        yield "verb", verb, 1.0
        yield from ((place, index, 1.0) for place, index in _near(relation, verb))
    for place, phrase in (("above_source", relation.source), ("above_target", relation.target)):
        head = _head(parse, phrase)
        if head is not None and parse.heads[head] != head:
            yield place, parse.heads[head], 1.0


def _between(relation: Relation) -> Iterable[int]:
    if not relation.source or not relation.target:
        return ()
    first, second = sorted((relation.source, relation.target))
    return range(first[-1] + 1, second[0])


def _path(relation: Relation) -> list[int]:
    """Return the words between both heads in the tree."""
    source, target = (_head(relation.parse, phrase) for phrase in (relation.source, relation.target))
    if source is None or target is None:
        return []
    over_source, over_target = above(relation.parse, source), above(relation.parse, target)
    shared = {*over_source, source} & {*over_target, target}
    top = next((index for index in [source, *over_source] if index in shared), None)
    return [*_until(over_source, top), *_until(over_target, top), *([] if top is None else [top])]


def _until(words: list[int], top: int | None) -> list[int]:
    return words[: words.index(top)] if top in words else words


def _near(relation: Relation, verb: int) -> Iterator[tuple[str, int]]:
    """Yield the dependents of a verb by function, with the modifiers of what it acts on and the prepositions."""
    parse, below = relation.parse, relation.below
    for child in below[verb]:
        place = _PLACES.get(parse.deps[child])
        if place:
            yield place, child
        if place == "thing":
            yield from (("of_thing", one) for one in below[child] if parse.deps[one] in ("amod", "compound", "nmod", "acl"))
        yield from (("case", one) for one in below[child] if parse.deps[one] == "case")


def _phrases(relation: Relation) -> Iterator[str]:
    """Yield marks of both phrases, of their order and of the verbs' forms."""
    parse = relation.parse
    if relation.source and relation.target and relation.source[0] < relation.target[0]:
        yield "order:source_first"
    if len(parse):
        for number, verb in enumerate(_verbs(relation, _predicate(relation))):
            yield f"form:{parse.tags[verb]}:{'further' if number else 'first'}"
    yield from _phrase(relation, "source", relation.source)
    yield from _phrase(relation, "target", relation.target)


def _phrase(relation: Relation, place: str, words: list[int]) -> Iterator[str]:
    parse, head = relation.parse, _head(relation.parse, words)
    if head is None:
        yield f"{place}:none"
        return
    yield f"{place}:{parse.deps[head]}"
    yield f"{place}:name" if parse.pos[head] == "PROPN" else f"{place}_head={parse.lemmas[head]}"
    yield from (f"{place}_case={parse.lemmas[one]}" for one in relation.below[head] if parse.deps[one] == "case")
    for index in words:
        if parse.pos[index] in _COMMON:
            yield f"in_{place}={parse.lemmas[index]}"
            yield from (f"in_{place}@{root}" for root in roots().get(parse.lemmas[index], ()))
