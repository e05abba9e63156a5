"""The recogniser by itself, on short and on very long texts."""

import pytest

from corro.annotate import recognised
from corro.annotate.proposals import _LONGEST_PIECE, _piece_starts
from corro.values import Language


@pytest.mark.parametrize(
    ("text", "language", "name"),
    [
        ("They flew from Lisbon to Nairobi.", Language.ENGLISH, "Nairobi"),
        ("Ils sont partis pour Nairobi.", Language.FRENCH, "Nairobi"),
    ],
)
def test_offsets(text: str, language: Language, name: str) -> None:
    """Spans count the characters of the text."""
    assert name in [span.of(text) for span, _ in recognised(text, language)]


@pytest.mark.parametrize("joint", ["\n", " ", ""])
def test_pieces(joint: str) -> None:
    """A long text is cut into pieces of bounded length that together are the text, at ends of lines or spaces where it has any."""
    text = joint.join(["abcdefgh" * 20] * 800)
    starts = _piece_starts(text)
    ends = [*starts[1:], len(text)]
    assert starts[0] == 0
    assert all(0 < end - start <= _LONGEST_PIECE for start, end in zip(starts, ends, strict=True))
    assert all(text[start - 1] == joint for start in starts[1:] if joint)


def test_an_empty_text() -> None:
    """An empty text has no names."""
    assert recognised("", Language.ENGLISH) == ()
