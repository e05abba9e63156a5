"""Capitalised runs: words in a row that look like a name, with what stands around them."""

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass

from corro.annotate.parse import Parse
from corro.values import Span
from corro.vocab import word_list

_WORD = re.compile(r"[^\W\d_][^\W_]*(?:\.(?=[^\W\d_]\.))*")
_LAST_WORD = re.compile(r"[\w'-]+\.?(?=\s\Z)")
_TITLE_REACH = 24
_JOINED = frozenset([" ", "-", "'", "’", "‑", ". "])

_OPENERS = frozenset(["“", "«", '"', ":", "‹", "("])
"""Marks after which a capital may only open a sentence."""

_NAMING = frozenset(["PROPN", "NOUN", "ADJ", "X", "VERB", "NUM"])


@dataclass(frozen=True, slots=True)
class Run:
    """Capitalised words in a row.

    Attributes:
        start: Offset of the first in the piece.
        end: Offset past the last.
        words: The words.
        first: Index of the first word in the parse.
        last: Index of the last word in the parse.
        opens: Whether it begins a sentence, so that its first capital tells nothing.
        title: The title before it, lower case, or empty.
    """

    start: int
    end: int
    words: tuple[str, ...]
    first: int
    last: int
    opens: bool
    title: str = ""

    def span_in(self, parse: Parse) -> Span:
        """Return its characters in the document, `parse` being its piece."""
        return Span(parse.piece.start + self.start, parse.piece.start + self.end)


def runs_of(parse: Parse, language: str, covered: Callable[[int, int], bool]) -> Iterator[Run]:
    """Yield the capitalised runs of a piece that no mention covers.

    Args:
        parse: The piece.
        language: `en` or `fr`.
        covered: Says whether characters of the piece are covered.

    Yields:
        The runs in order; days, months and the small words that open sentences are left out, titles are taken off.
    """
    at = _Offsets(parse, language, {start: index for index, start in enumerate(parse.starts)}, frozenset(_opening(parse)))
    group: list[tuple[int, int]] = []
    for word in _words(at, covered):
        if group and not _follows(at, group[-1], word):
            yield from _run(at, group)
            group = []
        group.append(word)
    yield from _run(at, group)


@dataclass(frozen=True, slots=True)
class _Offsets:
    """A piece with what stands at its offsets: the words of the parse, and which of them open a sentence or quotation."""

    parse: Parse
    language: str
    indices: Mapping[int, int]
    opening: frozenset[int]

    def text(self, word: tuple[int, int]) -> str:
        return self.parse.piece.parsed[word[0] : word[1]]

    def index(self, offset: int) -> int:
        """Return the index of the word that holds an offset; words of a run may begin inside one of the parse (`N'Gefa`)."""
        while offset not in self.indices and offset > 0:
            offset -= 1
        return self.indices.get(offset, 0)


def _opening(parse: Parse) -> Iterator[int]:
    """Yield the offsets of the words that open a sentence or a quotation, whose capitals tell nothing."""
    for low, high in parse.sentences:
        yield parse.starts[next((index for index in range(low, high) if parse.text(index)[0].isalnum()), low)]
    yield from (parse.starts[index] for index in range(1, len(parse)) if parse.text(index - 1) in _OPENERS)


def _words(at: _Offsets, covered: Callable[[int, int], bool]) -> Iterator[tuple[int, int]]:
    particles, calendar = word_list("name_particles", at.language), word_list("calendar", at.language)
    for match in _WORD.finditer(at.parse.piece.parsed):
        start, small = match.start(), match.group().lower()
        named = match.group()[0].isupper() or small in particles
        function_word = start in at.indices and at.parse.pos[at.indices[start]] not in _NAMING and small not in particles
        if named and not function_word and small not in calendar and not covered(*match.span()):
            yield match.span()


def _follows(at: _Offsets, word: tuple[int, int], following: tuple[int, int]) -> bool:
    gap = at.text((word[1], following[0]))
    return (gap in _JOINED and (gap != ". " or word[1] - word[0] == 1)) and following[0] not in at.opening


def _run(at: _Offsets, group: list[tuple[int, int]]) -> Iterator[Run]:
    while group and not at.text(group[0])[0].isupper():
        group = group[1:]
    while group and not at.text(group[-1])[0].isupper():
        group = group[:-1]
    if not group:
        return
    title = _title_before(at, group[0][0])
    if len(group) > 1 and at.text(group[0]).lower() in word_list("titles", at.language):
        title, group = at.text(group[0]).lower(), group[1:]
    start, words = group[0][0], tuple(at.text(word) for word in group)
    yield Run(start, group[-1][1], words, at.index(start), at.index(group[-1][0]), start in at.opening, title)


def _title_before(at: _Offsets, start: int) -> str:
    words = _LAST_WORD.findall(at.text((max(0, start - _TITLE_REACH), start)).lower())
    return words[-1] if words and words[-1] in word_list("titles", at.language) else ""
