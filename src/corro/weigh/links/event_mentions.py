"""Which mentions of events in several documents are one event: given spans, judged pair by pair from grammar and wording.

Like `incidents` it serves closed pools: how alike two documents are depends on how rare a word is in the pool.
"""

import json
import math
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from itertools import combinations

from corro.model import Annotated, Token
from corro.values import Span
from corro.weigh.links.averaging import average_groups
from corro.weigh.links.topics import topics

MARKS = (
    "same", "stem", "same_one_text", "alike", "alike_same", "arguments", "arguments_same", "object", "words", "words_equal",
    "speech", "near", "elsewhere", "often_same", "names", "names_same", "names_differ", "figures",
    "figures_differ",
)  # fmt: skip
"""What two mentions are judged by; numbers only, no word of any text. `marks` says what each is."""

SAME_EVENT = -0.5
"""Mean log-odds from which two groups of mentions are one event.

Source: of steps of .25, best in cross-validation by topic on ECB+ train, 2026-11.
"""

STEM_LETTERS = 4
"""First letters by which a verb and its noun are known for one stem. Source: own judgement, 2026-11."""

NEAR_WORDS = 5
"""Words on either side of a mention that are near it. Source: own judgement, 2026-11."""

_CONTENT = frozenset({"NOUN", "PROPN", "VERB", "ADJ", "NUM"})
_LITTLE = frozenset({"DET", "PUNCT", "ADP", "PART"})
_ARGUMENTS = frozenset(
    {"nsubj", "nsubj:pass", "obj", "iobj", "obl", "obl:agent", "nmod", "nmod:poss", "compound", "appos", "amod", "nummod", "advmod"}
)
_OBJECTS = frozenset({"obj", "nsubj:pass"})
_SPEECH = frozenset({"say", "tell", "announce", "report"})
"""Verbs of saying: each saying is an event of its own, whatever its verb. Source: own list, 2026-11."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is judged of one mention: its document, the lemma of its head, and the lemmas around it."""

    document: int
    lemma: str
    words: frozenset[str]
    arguments: frozenset[str]
    objects: frozenset[str]
    near: frozenset[str]
    sentence: frozenset[str]
    names: frozenset[str] = frozenset()
    figures: frozenset[str] = frozenset()


def same_events(texts: Sequence[Annotated], spans: Sequence[Sequence[Span]]) -> list[list[int]]:
    """Group the mentions of all texts by event.

    Args:
        texts: The documents of the pool with their grammar.
        spans: For each, the spans of its mentions.

    Returns:
        For each text the number of the event of each of its mentions.
    """
    mentions = [told(text, at, span) for at, text in enumerate(texts) for span in spans[at]]
    log_odds = {pair: _log_odds(values) for pair, values in compared(texts, mentions)}
    event_of = {
        member: number for number, group in enumerate(average_groups(len(mentions), log_odds, SAME_EVENT)) for member in group
    }
    counting = iter(range(len(mentions)))
    return [[event_of[next(counting)] for _ in of_text] for of_text in spans]


def compared(texts: Sequence[Annotated], mentions: Sequence[Told]) -> Iterator[tuple[tuple[int, int], tuple[float, ...]]]:
    """Yield the pairs of mentions in documents of one topic, with their marks."""
    groups, alike = topics(texts)
    often = Counter(mention.lemma for mention in mentions)
    by_document: dict[int, list[int]] = defaultdict(list)
    for number, mention in enumerate(mentions):
        by_document[mention.document].append(number)
    for topic in groups:
        inside = sorted(number for document in topic for number in by_document[document])
        for pair in combinations(inside, 2):
            one, other = (mentions[number] for number in pair)
            documents = (min(one.document, other.document), max(one.document, other.document))
            yield pair, marks(one, other, alike.get(documents, 0.0), often)


def told(text: Annotated, document: int, span: Span) -> Told:
    """Return what is judged of one mention."""
    tokens = text.tokens
    inside = [at for at, token in enumerate(tokens) if token.start < span.end and token.end > span.start]
    if not inside:
        return Told(document, "", frozenset(), frozenset(), frozenset(), frozenset(), frozenset())
    head = _head(tokens, inside)
    low, high = next(((one.first, one.last) for one in text.sentences if one.first <= head < one.last), (head, head + 1))
    around = [at for at in range(low, high) if at != head]
    below = [at for at in around if tokens[at].head == head]
    return Told(
        document=document,
        lemma=tokens[head].lemma,
        words=frozenset(tokens[at].lemma for at in inside if tokens[at].pos not in _LITTLE),
        arguments=_lemmas(tokens, [at for at in below if tokens[at].dep in _ARGUMENTS]),
        objects=frozenset(tokens[at].lemma for at in below if tokens[at].dep in _OBJECTS),
        near=_lemmas(tokens, [at for at in around if abs(at - head) <= NEAR_WORDS]),
        sentence=_lemmas(tokens, around),
        names=frozenset(tokens[at].lemma for at in range(low, high) if tokens[at].pos == "PROPN"),
        figures=frozenset(tokens[at].lemma for at in range(low, high) if tokens[at].pos == "NUM"),
    )


def _head(tokens: Sequence[Token], inside: Sequence[int]) -> int:
    """Return the word of a mention on which its others depend."""
    outward = [at for at in inside if tokens[at].head not in inside or tokens[at].head == at]
    return next((at for at in outward if tokens[at].pos not in _LITTLE), outward[0] if outward else inside[-1])


def _lemmas(tokens: Sequence[Token], places: Sequence[int]) -> frozenset[str]:
    return frozenset(tokens[at].lemma for at in places if tokens[at].pos in _CONTENT)


def marks(one: Told, other: Told, alike: float, often: Mapping[str, int]) -> tuple[float, ...]:
    """Return the numbers by which two mentions are judged, in the order of `MARKS`.

    Args:
        one: A mention.
        other: Another.
        alike: Cosine of their documents.
        often: In how many mentions of the pool each head lemma stands.

    Returns:
        One head lemma; one stem only; one head lemma in one text; how alike two documents are, and that under one lemma; share of
        arguments in common, and that under one lemma; a common object; share of the mentions' own words, and all of them equal;
        speech; share of near words; the head of one in the sentence of the other; how often the common lemma stands;
        share of the names of the sentences, that under one lemma, and none in common; the same of figures.
    """
    same = float(one.lemma == other.lemma)
    apart = 0.0 if one.document == other.document else alike
    arguments, words = _share(one.arguments, other.arguments), _share(one.words, other.words)
    names = _share(one.names, other.names)
    return (
        same,
        float(one.lemma[:STEM_LETTERS] == other.lemma[:STEM_LETTERS]) * (1 - same),
        same * (one.document == other.document),
        apart,
        apart * same,
        arguments,
        arguments * same,
        float(bool(one.objects & other.objects)),
        words,
        float(one.words == other.words),
        same * (one.lemma in _SPEECH),
        _share(one.near, other.near),
        float(one.lemma in other.sentence or other.lemma in one.sentence) * (1 - same),
        same * 2 * math.log1p(often.get(one.lemma, 0)),
        names,
        names * same,
        _differ(one.names, other.names),
        _share(one.figures, other.figures),
        _differ(one.figures, other.figures),
    )


def _share(one: frozenset[str], other: frozenset[str]) -> float:
    return len(one & other) / min(len(one), len(other)) if one and other else 0.0


def _differ(one: frozenset[str], other: frozenset[str]) -> float:
    return float(bool(one) and bool(other) and not one & other)


def _log_odds(values: Sequence[float]) -> float:
    weights = mention_weights()
    return weights["base"] + sum(weights[name] * value for name, value in zip(MARKS, values, strict=True) if value)


@cache
def mention_weights() -> Mapping[str, float]:
    """Return the trained weight of each mark, and the base. Source: tools/train_mentions.py; docs/models/event_mentions.md."""
    found: dict[str, float] = json.loads(files("corro.vocab").joinpath("mention_weights.json").read_text(encoding="utf-8"))
    return found
