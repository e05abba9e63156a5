"""What words say of their text and their sentence: the part of `tools/train_muc4.py` that learns `bench/muc4/setting.py`."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Protocol

import numpy as np
from bench.muc4 import setting
from bench.muc4.signs import Phrase, Text
from scipy.sparse import csr_matrix
from sklearn.linear_model import LogisticRegression

COST = 0.5
"""How freely words may weigh. Own judgement, 2026-11; not tuned."""


class Told(Protocol):
    """A document: its text, phrases, which roles each fills, right fillers, kinds of incident, and the part that it belongs to."""

    text: Text
    phrases: list[Phrase]
    labels: np.ndarray
    gold: list[list[set[str]]]
    kinds: list[bool]
    fold: int


@dataclass
class Bags:
    """Words of all lessons and of their sentences, and what each tells of."""

    words: list[int]
    documents: list[int]
    tables: tuple[csr_matrix, csr_matrix]
    folds: tuple[np.ndarray, np.ndarray]
    labels: tuple[np.ndarray, np.ndarray]


def bags_of(lessons: Sequence[Told], least: int) -> Bags:
    """Return the bags of the words that at least so many documents have."""
    found = [list(setting.bags(lesson.text)) for lesson in lessons]
    counts = Counter(word for whole, *_ in found for word in whole)
    words = sorted(word for word, count in counts.items() if count >= least)
    rows = {word: row for row, word in enumerate(words)}
    parts = [bag for _, *bags in found for bag in bags]
    folds = np.array([lesson.fold for lesson in lessons])
    many = [len(bags) - 1 for bags in found]
    whole = np.array([[*lesson.kinds, *map(bool, lesson.gold)] for lesson in lessons])
    labels = (whole, np.concatenate([_told(lesson, count) for lesson, count in zip(lessons, many, strict=True)]))
    tables = (_bag_table([whole for whole, *_ in found], rows), _bag_table(parts, rows))
    return Bags(words, [counts[word] for word in words], tables, (folds, np.repeat(folds, many)), labels)


def _told(lesson: Told, sentences: int) -> np.ndarray:
    told = np.zeros((sentences, lesson.labels.shape[1] + 1), bool)
    for phrase, labels in zip(lesson.phrases, lesson.labels, strict=True):
        told[phrase.sentence, :-1] |= labels
    told[:, -1] = told.any(axis=1)
    return told


def _bag_table(found: Sequence[set[int]], rows: dict[int, int]) -> csr_matrix:
    columns, ends, values = [], [0], []
    for bag in found:
        seen, share = setting.weighed(bag, rows)
        columns += seen
        values += [share] * len(seen)
        ends.append(len(columns))
    return csr_matrix((np.array(values, np.float64), columns, ends), shape=(len(found), len(rows)))


def telling(bags: Bags, without: int | None, seed: int) -> dict[str, np.ndarray]:
    """Return what words say of texts and sentences, learnt without one part."""
    made = {}
    for name, table, folds, labels in zip(("documents", "sentences"), bags.tables, bags.folds, bags.labels, strict=True):
        kept = np.flatnonzero(folds != (-1 if without is None else without))
        models = [LogisticRegression(solver="liblinear", C=COST, random_state=seed).fit(table[kept], one[kept]) for one in labels.T]
        made[f"{name}_linear"] = np.array([model.coef_[0] for model in models], np.float32).T
        made[f"{name}_bias"] = np.array([model.intercept_[0] for model in models], np.float32)
    return made
