"""How much of one text another tells again sentence by sentence: what re-worded copy keeps when its word sequences are broken."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from rapidfuzz.distance import LCSseq

from corro.model import Document
from corro.values import Span
from corro.weigh.copies.sketching import SENTENCE_END, body_spans, split_quotes, words_in

LEAST_WORDS = 6
"""Words of the shortest sentence that is compared; shorter ones are written twice by chance. Source: copies/dev, 2026-11."""

SAME_SENTENCE = 0.65
"""Share of the shorter sentence's words that stand in the same order in the longer one, from which one is the other re-worded.

Source: fitted on copies/dev, 2026-11: of .5 to .75 in steps of .05, this parted copies from independent reports best.
"""

LENGTH_RATIO = 2
"""A sentence more than so many times as long is no re-wording: a short one finds its words in any long one. Source: as above."""

HASH_BITS = 32
"""Bits of the hash of a word. Source: zlib manual, crc32."""

MOST_TRIED = 4
"""Sentences of the other text that are compared with one, those with the most pairs of neighbouring words in common first.

Source: chosen on copies/dev, 2026-11; trying all finds no more.
"""

Sentence = tuple[int, ...]
Pair = int
"""Two neighbouring words, as one number of their hashes."""

KEPT_DOCUMENTS = 600
"""Documents whose sentences are kept for the next comparison, some 50 MB. Source: own choice: those of a few weeks."""


@dataclass(frozen=True, slots=True)
class Alignment:
    """How much of the shorter text the longer tells again.

    Attributes:
        share: Share of its words that stand in sentences which the longer text has too, re-worded or not.
        sentences: How many sentences that are.
    """

    share: float
    sentences: int


def align(one: Document, other: Document) -> Alignment:
    """Match the sentences of two texts; quotations are left out, as two reporters hear one speaker.

    Args:
        one: A document.
        other: Another document.

    Returns:
        How much of the shorter text stands in the longer one; the same whichever comes first.
    """
    shorter, longer = sorted((told_in(one), told_in(other)), key=lambda told: (told.words, told.sentences))
    kept = [
        len(sentence)
        for sentence, pairs in zip(shorter.sentences, shorter.pairs, strict=True)
        if any(_same(sentence, like) for like in _likely(pairs, longer))
    ]
    return Alignment(sum(kept) / max(1, shorter.words), len(kept))


@dataclass(frozen=True, slots=True)
class Told:
    """What a body tells in its own words.

    Attributes:
        sentences: Its sentences as hashes of their folded words, without quotations and without very short ones.
        pairs: For each the pairs of neighbouring words in it.
        words: How many words that are.
        by_pair: The numbers of the sentences that hold a pair.
    """

    sentences: tuple[Sentence, ...]
    pairs: tuple[frozenset[Pair], ...]
    words: int
    by_pair: Mapping[Pair, Sequence[int]]


def told_in(document: Document) -> Told:
    """Return what a body tells in its own words; kept, since a document is compared with many."""
    return _told(document.text, body_spans(document))


@lru_cache(maxsize=KEPT_DOCUMENTS)
def _told(text: str, spans: tuple[Span, ...]) -> Told:
    sentences = tuple(sentence for span in spans for sentence in _sentences(span.of(text)))
    pairs = tuple(frozenset(one << HASH_BITS | other for one, other in pairwise(sentence)) for sentence in sentences)
    by_pair: dict[Pair, list[int]] = {}
    for at, found in enumerate(pairs):
        for pair in found:
            by_pair.setdefault(pair, []).append(at)
    return Told(sentences, pairs, sum(map(len, sentences)), by_pair)


def _sentences(paragraph: str) -> Iterator[Sentence]:
    told = " ".join(piece for piece, quoted in split_quotes(paragraph) if not quoted)
    words = (words_in(sentence) for sentence in SENTENCE_END.split(told))
    return (tuple(crc32(word.encode()) for word in found) for found in words if len(found) >= LEAST_WORDS)


def _likely(pairs: frozenset[Pair], told: Told) -> Iterator[Sentence]:
    """Yield the sentences that hold most of some pairs of neighbouring words."""
    hits: dict[int, int] = {}
    for pair in pairs & told.by_pair.keys():
        for at in told.by_pair[pair]:
            hits[at] = hits.get(at, 0) + 1
    best = sorted(hits, key=lambda at: (-hits[at], at))[:MOST_TRIED]
    return (told.sentences[at] for at in best)


def _same(one: Sentence, other: Sentence) -> bool:
    short, long = sorted((len(one), len(other)))
    return long <= LENGTH_RATIO * short and LCSseq.similarity(one, other) >= SAME_SENTENCE * short
