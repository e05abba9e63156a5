"""A parsed piece as plain lists, taken from spaCy in one go; the rules of this stage work on these and know no parser."""

from dataclasses import dataclass, field
from typing import TYPE_CHECKING

from corro.annotate.pieces import Piece

if TYPE_CHECKING:
    from spacy.tokens import Doc


@dataclass(slots=True)
class Parse:
    """The words of one piece, column by column; all lists have one entry a word.

    Attributes:
        piece: The piece.
        starts: Offsets of the words in the piece.
        ends: Offsets past them.
        lemmas: Dictionary forms, lower case.
        pos: Universal parts of speech.
        tags: The model's own finer tags.
        deps: Relations to the heads.
        heads: Indices of the heads; its own for a root.
        morphs: Features.
        sentences: First and past-last index of each sentence.
    """

    piece: Piece
    starts: list[int] = field(default_factory=list)
    ends: list[int] = field(default_factory=list)
    lemmas: list[str] = field(default_factory=list)
    pos: list[str] = field(default_factory=list)
    tags: list[str] = field(default_factory=list)
    deps: list[str] = field(default_factory=list)
    heads: list[int] = field(default_factory=list)
    morphs: list[str] = field(default_factory=list)
    sentences: list[tuple[int, int]] = field(default_factory=list)

    def __len__(self) -> int:
        """Return the number of words."""
        return len(self.starts)

    def text(self, index: int) -> str:
        """Return a word as the parser got it."""
        return self.piece.parsed[self.starts[index] : self.ends[index]]

    def children(self) -> list[list[int]]:
        """Return the indices of each word's dependents, in order."""
        found: list[list[int]] = [[] for _ in self.heads]
        for index, head in enumerate(self.heads):
            if head != index:
                found[head].append(index)
        return found


def parse_of(doc: "Doc", piece: Piece) -> Parse:
    """Take the words of a spaCy document, blanks left out.

    Args:
        doc: The parsed piece.
        piece: The piece.

    Returns:
        Its words with the model's own labels.
    """
    import numpy as np
    from spacy.attrs import DEP, HEAD, IDX, LEMMA, LENGTH, MORPH, POS, SENT_START, TAG

    columns = doc.to_array([IDX, LENGTH, LEMMA, POS, TAG, DEP, MORPH])
    signed = doc.to_array([HEAD, SENT_START]).astype(np.int64)
    strings = doc.vocab.strings
    words = {key: strings[key] for key in np.unique(columns[:, 2:]).tolist()}
    idx, length, lemma, pos, tag, dep, morph = columns.T.tolist()
    offsets, marks = signed.T.tolist()
    kept = [at for at in range(len(doc)) if words[pos[at]] != "SPACE"]
    place = {at: index for index, at in enumerate(kept)}
    parse = Parse(
        piece,
        starts=[idx[at] for at in kept],
        ends=[idx[at] + length[at] for at in kept],
        lemmas=[words[lemma[at]].lower() for at in kept],
        pos=[words[pos[at]] for at in kept],
        tags=[words[tag[at]] for at in kept],
        deps=[words[dep[at]] for at in kept],
        heads=[place.get(at + offsets[at], index) for index, at in enumerate(kept)],
        morphs=[words[morph[at]] for at in kept],
    )
    parse.sentences = _sentences(marks, kept)
    return parse


def _sentences(marks: list[int], kept: list[int]) -> list[tuple[int, int]]:
    """Return first and past-last index of each sentence; a mark on a blank passes to the word after it."""
    numbers, number = [], 0
    for mark in marks:
        number += mark == 1
        numbers.append(number)
    found: list[tuple[int, int]] = []
    for index, at in enumerate(kept):
        if index and numbers[at] == numbers[kept[index - 1]]:
            found[-1] = (found[-1][0], index + 1)
        else:
            found.append((index, index + 1))
    return found
