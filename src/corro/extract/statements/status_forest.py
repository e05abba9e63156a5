"""The trained forest that weighs the marks of a doer's surroundings; how it was trained says docs/models/status.md."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from typing import Any

from corro.errors import SetupError

_FILE = "status_forest.json"
_SPLIT = 4
"""Parts of a node that asks: mark, threshold, node below, node above. A node that answers has a share for each status."""


@dataclass(frozen=True, slots=True)
class Forest:
    """Trees that vote.

    Attributes:
        statuses: What they vote on.
        marks: The marks that they ask for.
        trees: For each tree its nodes, the root first.
    """

    statuses: tuple[str, ...]
    marks: tuple[str, ...]
    trees: tuple[Sequence[Sequence[Any]], ...]

    @classmethod
    def of(cls, content: Mapping[str, Any]) -> "Forest":
        """Return the forest that a file holds."""
        return cls(tuple(content["statuses"]), tuple(content["marks"]), tuple(content["trees"]))

    def shares(self, marks: Mapping[str, float]) -> dict[str, float]:
        """Return the share of the votes for each status.

        Args:
            marks: Numbers by mark; a mark that is not there is 0.
        """
        row = [marks.get(name, 0.0) for name in self.marks]
        answers = [_answer(tree, row) for tree in self.trees]
        sums = [sum(column) for column in zip(*answers, strict=True)]
        return {status: total / len(answers) for status, total in zip(self.statuses, sums, strict=True)}


def _answer(tree: Sequence[Sequence[Any]], row: Sequence[float]) -> Sequence[float]:
    node = tree[0]
    while len(node) == _SPLIT:
        mark, threshold, below, above = node
        node = tree[below if row[mark] <= threshold else above]
    return node


@cache
def forest() -> Forest:
    """Return the forest of the package.

    Raises:
        SetupError: Its file is missing or malformed.
    """
    try:
        return Forest.of(json.loads(files("corro.vocab").joinpath(_FILE).read_text(encoding="utf-8")))
    except (OSError, ValueError, KeyError) as error:
        raise SetupError(f"The weights {_FILE} cannot be read: {error}") from error
