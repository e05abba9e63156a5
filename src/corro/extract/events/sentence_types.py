"""Which types of event a sentence tells of, by all its words: a small trained model that the triggers are held against."""

import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache, lru_cache
from importlib.resources import files
from types import MappingProxyType
from zipfile import BadZipFile

import numpy as np

from corro.errors import SetupError
from corro.extract.events.grammar import Grammar

FILE = "sentence_types.npz"

TELLING = frozenset(["NOUN", "VERB", "ADJ", "ADV"])
"""Parts of speech whose words are marks of their own. Source: chosen by leaving out one own set after another, 2026-11."""

_JOINING = frozenset(["ADP", "PRON", "AUX", "SCONJ", "PART", "DET"])
_UNJOINED = frozenset(["PUNCT", "PROPN", "NUM", "SPACE"])
"""What no pair of words holds: names and numbers say nothing of other texts."""

STEM = 5
"""Letters of a word that stand for its family (`arrestation`, `arrêté`). Source: chosen on the own sets, 2026-11."""


@dataclass(frozen=True, slots=True, eq=False)
class SentenceTypes:
    """What was learnt of one language.

    Attributes:
        codes: The event types, in the order of the columns.
        rows: Row of each mark.
        weights: For each mark what it adds for each type; the last row is nothing.
        start: What each type starts from.
    """

    codes: tuple[str, ...]
    rows: Mapping[str, int]
    weights: np.ndarray
    start: np.ndarray


@dataclass(frozen=True, slots=True, eq=False)
class Opinion:
    """What the words of a text say of its sentences.

    Attributes:
        codes: The event types, in the order of the columns.
        tokens: For each token what it adds for each type.
        chances: For each sentence the chance of each type.
    """

    codes: tuple[str, ...]
    tokens: np.ndarray
    chances: np.ndarray


def opinion_of(grammar: Grammar) -> Opinion:
    """Return what the words of a text say of each of its sentences.

    Args:
        grammar: The text's tree.
    """
    learnt = sentence_types(grammar.language)
    tokens = np.zeros((len(grammar.tokens) + 1, len(learnt.codes)), dtype=np.float32)
    known = [(index, row) for index, mark in marks_of(grammar) if (row := learnt.rows.get(mark)) is not None]
    at = np.array([index for index, _ in known], dtype=np.int64)
    np.add.at(tokens, at, learnt.weights[[row for _, row in known]])
    chances = np.zeros((len(grammar.annotated.sentences), len(learnt.codes)), dtype=np.float32)
    for number, sentence in enumerate(grammar.annotated.sentences):
        chances[number] = tokens[sentence.first : sentence.last].sum(axis=0)
    with np.errstate(over="ignore"):
        return Opinion(learnt.codes, tokens, 1 / (1 + np.exp(-(chances + learnt.start))))


def marks_of(grammar: Grammar) -> Iterator[tuple[int, str]]:
    """Yield the marks of a text's sentences with the token that each stands on.

    Marks are the words that tell something, their families, words of grammar, and words side by side.

    Args:
        grammar: The text's tree.
    """
    tokens = grammar.tokens
    for sentence in grammar.annotated.sentences:
        before = ""
        seen: set[str] = set()
        for index in range(sentence.first, sentence.last):
            token = tokens[index]
            lemma = token.lemma.lower()
            joined = "" if token.pos in _UNJOINED else lemma
            pair = (f"{before} {joined}",) if before and joined else ()
            for mark in (*_own_marks(token.pos, lemma, token.text.lower()), *pair):
                if mark not in seen:
                    seen.add(mark)
                    yield index, mark
            before = joined


@lru_cache(maxsize=20_000)
def _own_marks(pos: str, lemma: str, text: str) -> tuple[str, ...]:
    if pos in _JOINING:
        return (f"={text}",)
    if pos not in TELLING:
        return ()
    return (lemma, f"{_plain(lemma)[:STEM]}-") if len(lemma) >= STEM else (lemma,)


def _plain(word: str) -> str:
    return "".join(letter for letter in unicodedata.normalize("NFD", word) if not unicodedata.combining(letter))


@cache
def sentence_types(language: str) -> SentenceTypes:
    """Return what was learnt of a language.

    Args:
        language: `en` or `fr`.

    Raises:
        SetupError: The file is missing or is not one that `tools/train_sentence_types.py` wrote.
    """
    try:
        with files("corro.extract.events").joinpath(FILE).open("rb") as stream, np.load(stream, allow_pickle=False) as stored:
            marks = {str(mark): row for row, mark in enumerate(stored[f"{language}_marks"].tolist())}
            return SentenceTypes(
                tuple(str(code) for code in stored["codes"].tolist()),
                MappingProxyType(marks),
                stored[f"{language}_weights"].astype(np.float32),
                stored[f"{language}_start"].astype(np.float32),
            )
    except (OSError, ValueError, KeyError, EOFError, AttributeError, BadZipFile) as error:
        message = f"The weights of event types (extract/events/{FILE}) are missing or broken. Install Corro again."
        raise SetupError(message) from error
