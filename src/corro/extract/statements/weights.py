"""The trained weights of attribution: rates of single words, and two sets of trees; read once from the file in this package."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from importlib.resources import files
from importlib.resources.abc import Traversable
from types import MappingProxyType
from zipfile import BadZipFile

import numpy as np

from corro.errors import SetupError
from corro.extract.statements.frames import Frame
from corro.extract.statements.trees import Trees, side_by_side

FILE = "weights.npz"

COLUMNS = (
    *(f"{role}_{frame.name.lower()}" for role in ("verb", "noun", "adjective") for frame in Frame),
    "subject",
    "object",
)
"""What is known of a word: how often it attributes in each role and frame, names a source as a subject, or is said as an object."""

Rates = Mapping[str, tuple[float, ...]]

ROLES: Mapping[str, int] = MappingProxyType({"VERB": 0, "AUX": 0, "NOUN": len(Frame), "ADJ": 2 * len(Frame)})
"""Parts of speech that may attribute, with the first of their columns."""


@dataclass(frozen=True, slots=True, eq=False)
class Weights:
    """What was learnt.

    Attributes:
        rates: For each word that is known its rates, one for each of `COLUMNS`.
        unknown: The rates of any other word.
        anchors: The trees that say whether a word attributes.
        passages: The trees that say whether a passage is what it attributes.
        sayers: The trees that say whether a word names who says it.
    """

    rates: Rates
    unknown: tuple[float, ...]
    anchors: Trees
    passages: Trees
    sayers: Trees

    def of(self, word: str) -> tuple[float, ...]:
        """Return the rates of a word."""
        return self.rates.get(word, self.unknown)


@cache
def weights() -> Weights:
    """Return the weights that the package brings.

    Raises:
        SetupError: The file is missing or is not one that `tools/train_attribution.py` wrote.
    """
    return load_weights(files("corro.extract.statements").joinpath(FILE))


def load_weights(path: Traversable) -> Weights:
    """Read weights from a file.

    Args:
        path: The file.

    Raises:
        SetupError: It is missing or is not one that `tools/train_attribution.py` wrote.
    """
    try:
        with path.open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            return read_weights({name: stored[name] for name in stored.files})
    except (OSError, ValueError, KeyError, EOFError, AttributeError, BadZipFile) as error:
        message = f"The weights of attribution (extract/statements/{FILE}) are missing or broken. Install Corro again."
        raise SetupError(message) from error


def read_weights(stored: Mapping[str, np.ndarray]) -> Weights:
    """Return weights from the arrays of their file.

    Args:
        stored: `words`, `documents`, `rates`, `unknown`, and for `anchors`, `passages` and `sayers` the arrays of their trees.

    Raises:
        KeyError: An array is missing.
    """
    rates = {str(word): tuple(row) for word, row in zip(stored["words"], stored["rates"].astype(float).tolist(), strict=True)}
    trees = [_trees(stored, name) for name in ("anchors", "passages", "sayers")]
    return Weights(MappingProxyType(rates), tuple(stored["unknown"].tolist()), *trees)


def _trees(stored: Mapping[str, np.ndarray], name: str) -> Trees:
    left, right = (stored[f"{name}_{side}"].astype(np.int64) for side in ("left", "right"))
    return Trees(
        feature=stored[f"{name}_feature"].astype(np.int64),
        threshold=stored[f"{name}_threshold"].astype(np.float32),
        below=side_by_side(left, right),
        value=stored[f"{name}_value"].astype(np.float32),
        depth=int(stored[f"{name}_depth"]),
    )
