"""Trees lead each row to one leaf."""

import numpy as np
import pytest

from corro.extract.statements.trees import Trees, side_by_side


@pytest.fixture
def trees() -> Trees:
    """Return two trees: one asks whether the first feature is at most 1, the other is a single leaf."""
    left, right = np.array([[1, 1, 2], [0, 0, 0]]), np.array([[2, 1, 2], [0, 0, 0]])
    return Trees(
        feature=np.array([[0, 0, 0], [0, 0, 0]]),
        threshold=np.array([[1, 0, 0], [0, 0, 0]], np.float32),
        below=side_by_side(left, right),
        value=np.array([[0, -2, 3], [1, 0, 0]], np.float32),
        depth=1,
    )


def test_a_row_goes_left_up_to_the_threshold(trees: Trees) -> None:
    """A value equal to the threshold goes left, one above it right; the leaves of all trees are added."""
    chances = trees.chances(np.array([[1.0], [1.5]], np.float32))
    assert chances == pytest.approx([1 / (1 + np.exp(1)), 1 / (1 + np.exp(-4))], abs=1e-6)


def test_rows_do_not_influence_one_another(trees: Trees) -> None:
    """A row has the same chance alone and among others."""
    rows = np.linspace(0, 2, 9, dtype=np.float32)[:, None]
    alone = [float(trees.chances(row[None, :])[0]) for row in rows]
    assert trees.chances(rows).tolist() == alone
