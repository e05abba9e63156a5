"""What was learnt for role fillers: numbers under hashes of single signs, and trees; no word and no name in clear."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache
from pathlib import Path

import numpy as np

from corro.extract.statements.trees import Trees, side_by_side

FILE = Path(__file__).parent / "weights.npz"
ROLES = ("perp_individual", "perp_org", "target", "victim", "weapon")
"""Roles of an incident. Source: MUC-4 fill rules, slots that the literature scores."""


@dataclass(frozen=True)
class Scores:
    """Weights of words for some questions, and what each question starts from."""

    linear: np.ndarray
    bias: np.ndarray


NONE = Scores(np.zeros((0, 0)), np.zeros(0))
"""Scores of nothing."""


@dataclass(frozen=True)
class Weights:
    """What was learnt.

    Attributes:
        common: Hashes of words that are written small.
        vector: Direction of common words among word vectors.
        offset: Where common words begin on it.
        signs: For the hash of a sign its row in `linear`.
        linear: For each sign its weight for each role.
        bias: What each role starts from.
        inside: For the hash of a word how often it belongs to a filler that begins at it or after it.
        strings: Trees that say which of a phrase's strings is the filler.
        fillers: Trees that say whether a string fills a role of the text.
        words: For the hash of a word its row in `documents` and `sentences`.
        documents: What words say of their text: kinds of incident, any incident, each role.
        sentences: What words say of their sentence: each role, any role.
    """

    common: frozenset[int]
    vector: np.ndarray
    offset: float
    signs: Mapping[int, int]
    linear: np.ndarray
    bias: np.ndarray
    inside: Mapping[int, float]
    strings: Trees | None = None
    fillers: Trees | None = None
    words: Mapping[int, int] = field(default_factory=dict)
    documents: Scores = NONE
    sentences: Scores = NONE


@cache
def weights() -> Weights:
    """Return the weights that lie beside the bench."""
    with np.load(FILE, allow_pickle=False) as stored:
        return read({name: stored[name] for name in stored.files})


def read(stored: Mapping[str, np.ndarray]) -> Weights:
    """Return weights from the arrays of their file."""
    return Weights(
        common=frozenset(stored["common"].tolist()),
        vector=stored["vector"].astype(np.float32),
        offset=float(stored["offset"]),
        signs={sign: row for row, sign in enumerate(stored["signs"].tolist())},
        linear=stored["linear"].astype(np.float32),
        bias=stored["bias"].astype(np.float32),
        inside=dict(zip(stored["inside"].tolist(), stored["inside_rates"].astype(float).tolist(), strict=True)),
        strings=trees(stored, "strings"),
        fillers=trees(stored, "fillers"),
        words={word: row for row, word in enumerate(stored["words"].tolist())},
        documents=_scores(stored, "documents"),
        sentences=_scores(stored, "sentences"),
    )


def _scores(stored: Mapping[str, np.ndarray], name: str) -> Scores:
    return Scores(stored[f"{name}_linear"].astype(np.float32), stored[f"{name}_bias"].astype(np.float32))


def trees(stored: Mapping[str, np.ndarray], name: str) -> Trees:
    """Return one set of trees."""
    left, right = (stored[f"{name}_{side}"].astype(np.int64) for side in ("left", "right"))
    return Trees(
        feature=stored[f"{name}_feature"].astype(np.int64),
        threshold=stored[f"{name}_threshold"].astype(np.float32),
        below=side_by_side(left, right),
        value=stored[f"{name}_value"].astype(np.float32),
        depth=int(stored[f"{name}_depth"]),
    )
