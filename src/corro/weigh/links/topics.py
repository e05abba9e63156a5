"""Which documents of a closed pool are on one topic: judged pair by pair from names, wording, openings and figures."""

import json
import math
from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import cache
from importlib.resources import files
from itertools import combinations

from corro.model import Annotated, Token
from corro.weigh.links.averaging import average_groups

MARKS = ("words", "names", "opening", "actions", "figures", "words_nearer", "words_nearest", "names_nearer", "names_nearest")
"""What two documents are judged by, numbers only: cosines, and those of words and of names against each document's neighbours."""

SAME_TOPIC = -0.75
"""Mean log-odds from which two groups of documents are one topic. Source: chosen on ECB+ train and dev, 2026-11."""

LEAST_ALIKE = 0.02
"""Cosine of words up to which two documents are not judged at all. Source: own judgement, 2026-11."""

NEIGHBOURS = 5
"""Documents most like one, which say how alike is much for it. Source: own judgement, 2026-11."""

OPENING_SENTENCES = 2
"""Sentences of the opening: a title and the first of the report. Source: own judgement, 2026-11."""

MOST_SHARE = 0.5
"""Share of the pool's documents from which a word tells nothing of the topic. Source: own judgement, 2026-11."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_ACTIONS = frozenset({"NOUN", "VERB"})

Pair = tuple[int, int]
Cosines = Mapping[Pair, float]


def topics(texts: Sequence[Annotated]) -> tuple[list[list[int]], Cosines]:
    """Group documents by topic.

    Args:
        texts: The documents of the pool with their grammar.

    Returns:
        The groups, every document in exactly one, and how alike any two documents are in their words.
    """
    judged, alike = topic_marks(texts)
    weights = topic_weights()
    log_odds = {
        pair: weights["base"] + sum(weights[name] * value for name, value in zip(MARKS, values, strict=True))
        for pair, values in judged.items()
    }
    return average_groups(len(texts), log_odds, SAME_TOPIC), alike


def topic_marks(texts: Sequence[Annotated]) -> tuple[dict[Pair, tuple[float, ...]], Cosines]:
    """Return the marks of every two documents that are alike at all, and how alike any two are in their words."""
    content = _cosines([_lemmas(text.tokens, _CONTENT) for text in texts])
    names = _cosines([_lemmas(text.tokens, frozenset({"PROPN"})) for text in texts])
    others = (
        _cosines([_lemmas(_opening(text), _CONTENT) for text in texts]),
        _cosines([_lemmas(text.tokens, _ACTIONS) for text in texts]),
        _cosines([[token.lemma for token in text.tokens if token.pos == "NUM"] for text in texts]),
    )
    usual = [(table, _usual(table, len(texts))) for table in (content, names)]
    judged = [pair for pair, cosine in content.items() if cosine > LEAST_ALIKE]
    return {
        pair: (
            *(table[pair] for table in (content, names, *others)),
            *(_relative(table[pair], pick(of[at] for at in pair)) for table, of in usual for pick in _LEAST_AND_MOST),
        )
        for pair in judged
    }, content


_LEAST_AND_MOST: tuple[Callable[[Iterable[float]], float], ...] = (min, max)


def _relative(cosine: float, usual: float) -> float:
    return cosine / usual if usual else 0.0


def _usual(table: Cosines, count: int) -> list[float]:
    """Return for each document how alike its nearest neighbours are to it, on the average."""
    found: list[list[float]] = [[] for _ in range(count)]
    for (one, other), cosine in table.items():
        found[one].append(cosine)
        found[other].append(cosine)
    return [sum(sorted(cosines)[-NEIGHBOURS:]) / NEIGHBOURS for cosines in found]


def _opening(text: Annotated) -> Sequence[Token]:
    opening = text.sentences[:OPENING_SENTENCES]
    return text.tokens[: opening[-1].last] if opening else ()


def _lemmas(tokens: Sequence[Token], kinds: frozenset[str]) -> list[str]:
    return [token.lemma for token in tokens if token.pos in kinds and len(token.lemma) > 1]


def _cosines(words: Sequence[Sequence[str]]) -> dict[Pair, float]:
    """Return how alike any two documents are in the words given, rare ones counting more."""
    counts = [Counter(of_text) for of_text in words]
    holding = Counter(word for of_text in counts for word in of_text)
    rarity = {word: math.log(len(counts) / held) for word, held in holding.items() if 1 < held < MOST_SHARE * len(counts)}
    vectors = [_scaled({w: (1 + math.log(n)) * rarity[w] for w, n in of_text.items() if w in rarity}) for of_text in counts]
    return {(one, other): _cosine(vectors[one], vectors[other]) for one, other in combinations(range(len(counts)), 2)}


def _scaled(vector: dict[str, float]) -> dict[str, float]:
    length = math.sqrt(sum(weight * weight for weight in vector.values())) or 1.0
    return {word: weight / length for word, weight in vector.items()}


def _cosine(one: Mapping[str, float], other: Mapping[str, float]) -> float:
    short, long = sorted((one, other), key=len)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


@cache
def topic_weights() -> Mapping[str, float]:
    """Return the trained weight of each mark, and the base. Source: tools/train_mentions.py; docs/models/event_mentions.md."""
    found: dict[str, float] = json.loads(files("corro.vocab").joinpath("topic_weights.json").read_text(encoding="utf-8"))
    return found
