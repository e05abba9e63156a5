"""Boosted decision trees: how likely it is that a word attributes, or that a passage is what is said."""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

Rows = NDArray[np.float32]


@dataclass(frozen=True, slots=True, eq=False)
class Trees:
    """Trees of one depth-first numbering, side by side; a leaf points to itself.

    Attributes:
        feature: For each tree and node the feature that it looks at.
        threshold: For each the greatest value with which a row goes to the left.
        below: For each, counted through all trees, the nodes to its left and to its right; a leaf is its own.
        value: For each what a leaf adds to the score.
        depth: Steps from a root to its deepest leaf.
    """

    feature: NDArray[np.int64]
    threshold: NDArray[np.float32]
    below: NDArray[np.int64]
    value: NDArray[np.float32]
    depth: int

    def chances(self, rows: Rows) -> NDArray[np.float32]:
        """Return for each row the chance between 0 and 1.

        Args:
            rows: One row of features each.
        """
        feature, threshold, below = self.feature.ravel(), self.threshold.ravel(), self.below.ravel()
        start = np.arange(len(rows), dtype=np.int64)[:, None] * rows.shape[1]
        node = np.repeat(np.arange(len(self.feature))[None, :] * self.feature.shape[1], len(rows), axis=0)
        for _ in range(self.depth):
            right = rows.take(feature.take(node) + start) > threshold.take(node)
            node = below.take(2 * node + right)
        scores = self.value.ravel().take(node).sum(axis=1, dtype=np.float64)
        chances: NDArray[np.float32] = (1.0 / (1.0 + np.exp(-scores))).astype(np.float32)
        return chances


def side_by_side(left: NDArray[np.int64], right: NDArray[np.int64]) -> NDArray[np.int64]:
    """Return the nodes below each node, left and right in turn, counted through all trees.

    Args:
        left: For each tree and node the number, in its tree, of the node to the left.
        right: The same to the right.
    """
    first = np.arange(left.shape[0])[:, None] * left.shape[1]
    return np.stack([left + first, right + first], axis=-1)
