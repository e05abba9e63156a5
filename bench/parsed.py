"""Parses the sentences of a bench by themselves, with the grammar that Corro's stages see, and nothing of the other stages."""

from collections.abc import Iterable, Iterator

from corro.annotate.clearnlp import to_universal
from corro.annotate.parse import Parse, parse_of
from corro.annotate.pieces import Piece
from corro.annotate.pipelines import load
from corro.values import Language

BATCH = 64
"""Sentences parsed together. Source: measured on 13,185 sentences of 25 words, one core: 500 to 650 a second."""


_PLAIN = str.maketrans("’‘ʼ\u00a0\u202f\u2009\t\n\r\v\f", "'''" + " " * 8)
"""Characters put plainly for the parser, one for one, so that offsets stay. Source: as in `corro.annotate.pieces`."""


def plain(text: str) -> str:
    """Return a text with plain apostrophes and blanks."""
    return text.translate(_PLAIN)


def parses(texts: Iterable[str]) -> Iterator[Parse]:
    """Parse English sentences.

    Args:
        texts: The sentences as given.

    Yields:
        Their words with Universal Dependencies, offsets as in the text.
    """
    pipeline = load(Language.ENGLISH)
    pairs = ((plain(text), text) for text in texts)
    for doc, text in pipeline.pipe(pairs, as_tuples=True, batch_size=BATCH):
        parse = parse_of(doc, Piece(0, text, plain(text), 0))
        to_universal(parse)
        yield parse


def above(parse: Parse, index: int, steps: int = 1000) -> list[int]:
    """Return the words that a word hangs on, nearest first, at most so many."""
    found: list[int] = []
    while len(found) < steps and parse.heads[index] != index and parse.heads[index] not in found:
        index = parse.heads[index]
        found.append(index)
    return found
