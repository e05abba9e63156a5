"""Linear models over marks: what `bench.plv` and `bench.sentences` were trained to, and how their weights are kept.

A mark is a number under a name; a name holds one word at most. Names are kept as hashes: the file holds no word of any text.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from hashlib import blake2b
from math import sqrt
from pathlib import Path

import numpy as np
from numpy.typing import NDArray

Marks = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class Example:
    """One sentence as the models see it.

    Attributes:
        words: Marks that count by how rare they are, and share a length of one.
        signs: Marks that count as they are.
    """

    words: Marks
    signs: Marks


@dataclass(frozen=True, slots=True, eq=False)
class Linear:
    """Weights.

    Attributes:
        labels: What is told apart.
        places: Row of each mark, by its hash.
        rarity: How much each mark counts.
        weights: One row a mark, one column a label.
        bias: One a label; for labels that do not exclude each other 0 is the threshold.
    """

    labels: tuple[str, ...]
    places: Mapping[int, int]
    rarity: NDArray[np.float32]
    weights: NDArray[np.float32]
    bias: NDArray[np.float32]

    def scores(self, example: Example) -> NDArray[np.float32]:
        """Return one number a label; the greater, the likelier."""
        rows, values = row_of(example, self.places, self.rarity)
        return values @ self.weights[rows] + self.bias


def row_of(
    example: Example, places: Mapping[int, int], rarity: Sequence[float] | NDArray[np.float32]
) -> tuple[list[int], NDArray[np.float32]]:
    """Return the known marks of an example: their rows and values."""
    words = [(places[key], value) for name, value in example.words.items() if (key := hashed(name)) in places]
    signs = [(places[key], value) for name, value in example.signs.items() if (key := hashed(name)) in places]
    values = [value * float(rarity[row]) for row, value in words]
    length = sqrt(sum(value * value for value in values)) or 1.0
    rows = [row for row, _ in words] + [row for row, _ in signs]
    return rows, np.array([value / length for value in values] + [value for _, value in signs], dtype=np.float32)


@cache
def hashed(name: str) -> int:
    """Return the hash under which a mark is kept."""
    return int.from_bytes(blake2b(name.encode(), digest_size=8).digest(), "big")


def write(path: Path, model: Linear) -> None:
    """Write weights; the same weights give the same bytes."""
    np.savez_compressed(
        path,
        labels=np.array(model.labels),
        marks=np.array(list(model.places), dtype=np.uint64),
        rarity=model.rarity.astype(np.float16),
        weights=model.weights.astype(np.float16),
        bias=model.bias.astype(np.float32),
    )


@cache
def read(path: Path) -> Linear:
    """Read weights that `write` wrote."""
    with np.load(path, allow_pickle=False) as kept:
        places = {int(mark): row for row, mark in enumerate(kept["marks"])}
        labels = tuple(str(label) for label in kept["labels"])
        return Linear(
            labels, places, kept["rarity"].astype(np.float32), kept["weights"].astype(np.float32), kept["bias"].astype(np.float32)
        )
