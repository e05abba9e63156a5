"""What the trained weights hold, and that they are read or missed with a clear word."""

from importlib.resources import files

import numpy as np
import pytest

from corro.errors import SetupError
from corro.extract.statements.weights import COLUMNS, FILE, load_weights, weights

LARGEST = 5 * 1024 * 1024
TREES = {
    f"{name}_{part}" for name in ("anchors", "passages", "sayers") for part in ("feature", "threshold", "left", "right", "value")
}
DEPTHS = {"anchors_depth", "passages_depth", "sayers_depth"}


@pytest.fixture(scope="module")
def stored() -> dict[str, np.ndarray]:
    """Return the arrays of the file as they stand in the package."""
    with files("corro.extract.statements").joinpath(FILE).open("rb") as stream, np.load(stream, allow_pickle=False) as arrays:
        return {name: arrays[name] for name in arrays.files}


def test_only_single_words_of_five_documents_are_kept(stored: dict[str, np.ndarray]) -> None:
    """Every word is one word of small letters, stands once, and was counted in five documents or more."""
    words = stored["words"].tolist()
    assert len(words) == len(set(words)) == len(stored["documents"])
    assert all(word.replace("-", "").replace("'", "").isalpha() and word == word.lower() for word in words)
    assert stored["documents"].min() >= 5


def test_no_word_is_a_name(stored: dict[str, np.ndarray]) -> None:
    """A word is kept only if it stood mostly without a capital inside sentences, as names never do."""
    stands, capitals = stored["spelled"].T
    assert (capitals * 2 < stands).all()


def test_nothing_else_is_text(stored: dict[str, np.ndarray]) -> None:
    """Beside the words the file holds numbers only: their rates, and trees."""
    assert set(stored) == {"words", "documents", "spelled", "rates", "unknown"} | TREES | DEPTHS
    assert all(array.dtype.kind in "if" for name, array in stored.items() if name != "words")
    assert stored["rates"].shape == (len(stored["words"]), len(COLUMNS))


def test_the_file_is_small() -> None:
    """The file stays under five megabytes."""
    assert len(files("corro.extract.statements").joinpath(FILE).read_bytes()) < LARGEST


def test_an_unknown_word_has_the_rates_of_rare_ones() -> None:
    """A word that is not kept has the rates of all that are not."""
    assert weights().of("zzyzx") == weights().unknown
    assert weights().of("say") != weights().unknown


@pytest.mark.parametrize("content", [None, b"", b"no weights at all"])
def test_missing_or_broken_weights_are_told(tmp_path, content: bytes | None) -> None:  # type: ignore[no-untyped-def]
    """Without the file, or with another in its place, the error says what is missing and what to do."""
    path = tmp_path / FILE
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(SetupError, match=r"weights\.npz"):
        load_weights(path)
