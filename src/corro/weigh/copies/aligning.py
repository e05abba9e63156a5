"""How much of one text another tells again sentence by sentence: what re-worded copy keeps when its word sequences are broken."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise
from zlib import crc32

from rapidfuzz.distance import LCSseq

from corro.model import Document
from corro.weigh.copies.sketching import SENTENCE_END, body_spans, split_quotes, words_in

LEAST_WORDS = 6
"""Words of the shortest sentence that is compared; shorter ones are written twice by chance. Source: copies/dev, 2026-11."""

SAME_SENTENCE = 0.65
"""Share of the shorter sentence's words that stand in the same order in the longer one, from which one is the other re-worded.

Source: fitted on copies/dev, 2026-11: of .5 to .75 in steps of .05, this parted copies from independent reports best.
"""

LENGTH_RATIO = 2
"""A sentence more than so many times as long is no re-wording: a short one finds its words in any long one. Source: as above."""

MOST_TRIED = 4
"""Sentences of the other text that are compared with one, those with the most pairs of neighbouring words in common first.

Source: chosen on copies/dev, 2026-11; trying all finds no more.
"""

Sentence = tuple[int, ...]


KEPT_PARAGRAPHS = 20_000
"""Paragraphs whose sentences are kept for the next comparison, some 20 MB. Source: own choice: a few thousand documents."""


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
    shorter, longer = sorted((sentences(one), sentences(other)), key=lambda found: (sum(map(len, found)), found))
    index = _by_pair(longer)
    kept = [len(sentence) for sentence in shorter if any(_same(sentence, like) for like in _likely(sentence, longer, index))]
    return Alignment(sum(kept) / max(1, sum(map(len, shorter))), len(kept))


def sentences(document: Document) -> list[Sentence]:
    """Return the sentences of a body as hashes of their folded words, without quotations and without very short ones."""
    return [found for span in body_spans(document) for found in _sentences(span.of(document.text))]


@lru_cache(maxsize=KEPT_PARAGRAPHS)
def _sentences(paragraph: str) -> tuple[Sentence, ...]:
    told = " ".join(piece for piece, quoted in split_quotes(paragraph) if not quoted)
    words = (words_in(sentence) for sentence in SENTENCE_END.split(told))
    return tuple(tuple(crc32(word.encode()) for word in found) for found in words if len(found) >= LEAST_WORDS)


def _by_pair(found: Sequence[Sentence]) -> Mapping[tuple[int, int], list[int]]:
    index: dict[tuple[int, int], list[int]] = defaultdict(list)
    for at, sentence in enumerate(found):
        for pair in set(pairwise(sentence)):
            index[pair].append(at)
    return index


def _likely(sentence: Sentence, found: Sequence[Sentence], index: Mapping[tuple[int, int], list[int]]) -> Iterator[Sentence]:
    """Yield the sentences that share most pairs of neighbouring words with one."""
    hits = Counter(at for pair in set(pairwise(sentence)) for at in index.get(pair, ()))
    best = sorted(hits, key=lambda at: (-hits[at], at))[:MOST_TRIED]
    return (found[at] for at in best)


def _same(one: Sentence, other: Sentence) -> bool:
    short, long = sorted((len(one), len(other)))
    return long <= LENGTH_RATIO * short and LCSseq.similarity(one, other) >= SAME_SENTENCE * short
