"""What a text and each of its sentences tell of, by their words: first-stage scores that the trees see of every phrase."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.muc4.letters import hashed
from bench.muc4.signs import Phrase, Text
from bench.muc4.weights import Scores, Weights

_TOLD = ("NOUN", "VERB", "ADJ", "ADV")
_SCALE = 3.0
"""Parts of speech whose words count; what a text's words weigh together. Source: own judgement, 2026-11; not tuned."""

_NOTHING = -9.0
"""Score of the sentence before the first and after the last. Source: own choice, below any score of a real one."""


@dataclass(frozen=True)
class Setting:
    """Scores of a text (kinds of incident, any incident, each role) and of its sentences (each role, any role)."""

    document: list[float]
    sentences: np.ndarray


def bags(text: Text) -> Iterator[set[int]]:
    """Yield the hashes of the words of the text, then of each sentence; names are no words."""
    tokens = text.annotated.tokens
    told = [hashed(word) if tokens[at].pos in _TOLD and not text.names[at] else None for at, word in enumerate(text.words)]
    yield {word for word in told if word is not None}
    for sentence in text.annotated.sentences:
        yield {word for word in told[sentence.first : sentence.last] if word is not None}


def weighed(bag: set[int], rows: Mapping[int, int]) -> tuple[list[int], float]:
    """Return the rows of known words, and what each of them counts."""
    seen = sorted(rows[word] for word in bag if word in rows)
    return seen, _SCALE / max(1, len(seen)) ** 0.5


def setting(text: Text, known: Weights) -> Setting:
    """Return what a text and its sentences tell of."""
    whole, *parts = bags(text)
    scores = [_score(bag, known.words, known.sentences) for bag in parts]
    width = known.sentences.bias.shape[0]
    return Setting(_score(whole, known.words, known.documents).tolist(), np.array(scores).reshape(-1, width))


def _score(bag: set[int], rows: Mapping[int, int], scores: Scores) -> np.ndarray:
    seen, share = weighed(bag, rows)
    return np.asarray(scores.bias + share * scores.linear[seen].sum(axis=0))


def of_thing(told: Setting, found: Sequence[Phrase], group: Sequence[int], best: int, role: int) -> list[float]:
    """Return what the trees see of the text and of the sentences that a thing stands in.

    Args:
        told: Scores of the text and its sentences.
        found: Phrases of the text.
        group: Those of the thing.
        best: The likeliest of them.
        role: Number of the role.
    """
    at, scores = found[best].sentence, told.sentences
    nothing = np.full(scores.shape[1], _NOTHING)
    near = [scores[one] if 0 <= one < len(scores) else nothing for one in (at, at - 1, at + 1)]
    stands = [found[one].sentence for one in group]
    own, chances = scores[stands], np.array([found[one].chances[role] for one in group])
    shares = 1.0 / (1.0 + np.exp(-own))
    return [
        *told.document,
        *np.concatenate([*near, own.max(axis=0)]).tolist(),
        float((scores[:, -1] > scores[at, -1]).sum()),
        float(sum(one < 2 for one in stands)),
        float(len(set(stands))),
        float((shares[:, -1] * chances).max()),
        float((shares[:, role] * chances).sum()),
        float(scores[:, role].max() - scores[at, role]),
        float((scores[:, role] > scores[at, role]).sum()),
    ]


def beside(found: Sequence[Phrase], chances: np.ndarray, group: Sequence[int], best: int) -> list[float]:
    """Return the largest chances and their sums, role by role, of the other things in the likeliest phrase's sentence."""
    others = [at for at, one in enumerate(found) if one.sentence == found[best].sentence and at not in group]
    if not others:
        return [0.0] * (2 * chances.shape[1])
    return [*chances[others].max(axis=0).tolist(), *chances[others].sum(axis=0).tolist()]
