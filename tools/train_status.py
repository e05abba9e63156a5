"""Trains the forest that judges how firmly a text ties a deed to its doer; the model card is docs/models/status.md.

    python tools/train_status.py            trains on train and dev and writes src/corro/vocab/status_forest.json
    python tools/train_status.py --check    ten-fold cross-validation on train and dev, with intervals; writes nothing

The texts are read where they lie (`../shared/gold`, or the folder that CORRO_GOLD names) and nothing of them is kept: a tree
asks for marks (`corro.extract.statements.status_marks`), which are numbers under names made of a place and a class of words.
"""

import argparse
import json
import os
import random
import sys
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby
from pathlib import Path
from typing import Any

import numpy as np

from corro.extract.statements.status_forest import Forest
from corro.extract.statements.status_marks import doers, marks
from corro.extract.statements.status_text import read_telling

ROOT = Path(__file__).resolve().parent.parent
TARGET = ROOT / "src" / "corro" / "vocab" / "status_forest.json"
PARTS = ("muc-status-train.jsonl", "muc-status-dev.jsonl")
STATUSES = {
    "REPORTED AS FACT": "fact",
    "CLAIMED OR ADMITTED": "claimed",
    "SUSPECTED OR ACCUSED": "accused",
    "SUSPECTED OR ACCUSED BY AUTHORITIES": "accused_by_authorities",
    "POSSIBLE": "possible",
}
NAMES = tuple(STATUSES.values())

SEED = 20261123
TREES, LEAST_IN_LEAF, SHARE_TRIED, LEAST_DOCUMENTS, BALANCE = 150, 4, 0.12, 8, 0.8
"""Chosen by cross-validation on train and dev, 2026-11."""


@dataclass(frozen=True)
class Example:
    """One doer of one document: its marks, and every status that the key accepts, the first one first."""

    document: str
    name: tuple[str, ...]
    marks: dict[str, float]
    accepted: tuple[int, ...]


def gold_folder() -> Path:
    """Return the folder of the gold data."""
    return Path(os.environ.get("CORRO_GOLD") or ROOT.parent / "shared" / "gold") / "attribution"


def examples() -> list[Example]:
    """Read train and dev."""
    found = []
    for part in PARTS:
        for line in (gold_folder() / part).read_text(encoding="utf-8").splitlines():
            found += list(_of_document(json.loads(line)))
    return found


def _of_document(line: dict[str, Any]) -> Iterator[Example]:
    keys = line["perpetrators"]
    if not keys:
        return
    names = [[key["name"]] if isinstance(key["name"], str) else key["name"] for key in keys]
    for key, name, doer in zip(keys, names, doers(read_telling(line["text"]), names), strict=True):
        every = dict.fromkeys([key["status"], *(key.get("status_alternatives") or [])])
        yield Example(line["id"], tuple(name), marks(doer), tuple(NAMES.index(STATUSES[status]) for status in every))


def known_marks(found: Sequence[Example]) -> list[str]:
    """Return the marks that occur in enough documents."""
    seen = Counter(name for name, _ in {(name, example.document) for example in found for name in example.marks})
    return sorted(name for name, count in seen.items() if count >= LEAST_DOCUMENTS)


def matrix(found: Sequence[Example], names: Sequence[str]) -> np.ndarray:
    """Return the marks as a table."""
    return np.array([[example.marks.get(name, 0.0) for name in names] for example in found])


class Tree:
    """Grows one tree on a draw of the examples."""

    def __init__(self, table: np.ndarray, labels: np.ndarray, dice: np.random.Generator) -> None:
        self.table, self.labels, self.dice = table, labels, dice
        self.nodes: list[list[Any]] = []
        drawn = dice.integers(0, len(labels), len(labels))
        counts = np.bincount(labels[drawn], minlength=len(NAMES))
        self.weights = (len(labels) / (len(NAMES) * np.maximum(counts, 1))) ** BALANCE
        self._grow(drawn)

    def _grow(self, rows: np.ndarray) -> int:
        at = len(self.nodes)
        self.nodes.append([])
        split = self._best(rows)
        if split is None:
            shares = np.bincount(self.labels[rows], minlength=len(NAMES)) * self.weights
            self.nodes[at] = [round(float(share), 2) for share in shares / shares.sum()]
            return at
        mark, threshold = split
        low = self.table[rows, mark] <= threshold
        self.nodes[at] = [mark, round(threshold, 4), self._grow(rows[low]), self._grow(rows[~low])]
        return at

    def _best(self, rows: np.ndarray) -> tuple[int, float] | None:
        if len(rows) < 2 * LEAST_IN_LEAF or len(set(self.labels[rows])) == 1:
            return None
        hits = np.zeros((len(rows), len(NAMES)))
        hits[np.arange(len(rows)), self.labels[rows]] = self.weights[self.labels[rows]]
        least: tuple[float, int, float] | None = None
        enough = SHARE_TRIED * self.table.shape[1]
        for tried, mark in enumerate(self.dice.permutation(self.table.shape[1]), 1):
            cut = _cut(self.table[rows, mark], hits)
            if cut is not None:
                found = (cut[0], int(mark), cut[1])
                least = found if least is None else min(least, found)
            if tried >= enough and least is not None:
                break
        return None if least is None else (least[1], least[2])


def _cut(column: np.ndarray, hits: np.ndarray) -> tuple[float, float] | None:
    """Return the purest cut of a column: its impurity and threshold."""
    order = np.argsort(column, kind="stable")
    values, below = column[order], np.cumsum(hits[order], axis=0)
    ends = np.flatnonzero(values[:-1] < values[1:])
    ends = ends[(ends + 1 >= LEAST_IN_LEAF) & (len(values) - ends - 1 >= LEAST_IN_LEAF)]
    if not len(ends):
        return None
    low, high = below[ends], below[-1] - below[ends]
    impurity = sum(side.sum(axis=1) - (side**2).sum(axis=1) / side.sum(axis=1) for side in (low, high))
    best = int(np.argmin(impurity))
    return float(impurity[best]), float((values[ends[best]] + values[ends[best] + 1]) / 2)


def train(found: Sequence[Example], trees: int = TREES) -> dict[str, Any]:
    """Train a forest.

    Args:
        found: The examples.
        trees: How many trees.

    Returns:
        What the file holds: statuses, marks and trees.
    """
    names = known_marks(found)
    table, labels = matrix(found, names), np.array([example.accepted[0] for example in found])
    grown = [Tree(table, labels, np.random.default_rng([SEED, number])).nodes for number in range(trees)]
    return {"seed": SEED, "statuses": list(NAMES), "marks": names, "trees": grown}


def check(found: Sequence[Example], folds: int = 10) -> None:
    """Print what cross-validation over blocks of documents gives."""
    documents = sorted({example.document for example in found})
    block = {name: number * folds // len(documents) for number, name in enumerate(documents)}
    judged: list[tuple[str, int, int]] = []
    for fold in range(folds):
        forest = Forest.of(train([example for example in found if block[example.document] != fold]))
        held = [example for example in found if block[example.document] == fold]
        for _, twins in groupby(sorted(held, key=lambda one: (one.document, one.name)), key=lambda one: (one.document, one.name)):
            judged += _judged(list(twins), forest)
    sys.stdout.write(f"{len(judged)} doers of {len(documents)} documents\n")
    for name, measure in (("accuracy", _accuracy), ("macro-F1", _macro)):
        sys.stdout.write(f"{name}: {measure(judged):.3f} {_interval(judged, measure)}\n")


def _judged(twins: list[Example], forest: Forest) -> Iterator[tuple[str, int, int]]:
    """Yield document, right and said status of one name; twins get two statuses, as in the scorer."""
    shares = forest.shares(twins[0].marks)
    said = [NAMES.index(name) for name in sorted(shares, key=lambda name: -shares[name])[: len(twins)]]
    left = list(twins)
    for status in sorted(said, key=lambda status: not any(status in one.accepted for one in twins)):
        match = next((one for one in left if status in one.accepted), left[0])
        left.remove(match)
        yield match.document, status if status in match.accepted else match.accepted[0], status


def _accuracy(judged: Sequence[tuple[str, int, int]]) -> float:
    return sum(right == said for _, right, said in judged) / len(judged)


def _macro(judged: Sequence[tuple[str, int, int]]) -> float:
    found = []
    for status in range(len(NAMES)):
        both = sum(right == said == status for _, right, said in judged)
        either = sum(right == status for _, right, _ in judged) + sum(said == status for _, _, said in judged)
        found.append(2 * both / either if either else 0.0)
    return sum(found) / len(found)


def _interval(judged: Sequence[tuple[str, int, int]], measure: Any) -> str:
    by_document: dict[str, list[tuple[str, int, int]]] = {}
    for item in judged:
        by_document.setdefault(item[0], []).append(item)
    dice, groups = random.Random(SEED), list(by_document.values())  # noqa: S311 - a bootstrap
    drawn = sorted(measure([item for group in dice.choices(groups, k=len(groups)) for item in group]) for _ in range(500))
    return f"[{drawn[12]:.3f}, {drawn[487]:.3f}]"


def main() -> int:
    """Train or check."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("--check", action="store_true", help="cross-validate and write nothing")
    chosen = parser.parse_args()
    if not gold_folder().is_dir():
        sys.stdout.write("No gold data: it is expected in ../shared/gold, or in the folder that CORRO_GOLD names.\n")
        return 2
    found = examples()
    if chosen.check:
        check(found)
        return 0
    TARGET.write_text(json.dumps(train(found), separators=(",", ":")) + "\n", encoding="utf-8")
    sys.stdout.write(f"{TARGET.relative_to(ROOT)}: {TARGET.stat().st_size // 1024} kB\n")
    return 0


if __name__ == "__main__":
    sys.exit(main())
