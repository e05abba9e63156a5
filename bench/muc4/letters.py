"""Small letters for English texts that were sent wholly in capitals, letter for letter, so that a parser can read them.

A word becomes small where it was seen small in five texts or more, or where the dictionary has it and its word vector lies on
the side of the common words. All others keep a capital: in news they are mostly names.
"""

import re
from functools import cache
from typing import Any
from zlib import crc32

import numpy as np

from bench.muc4.weights import Weights

_WORD = re.compile(r"[^\W_]+(?:['’][^\W_]+)*")
_OPENING = re.compile(r"[.!?:»”\"]\s+\Z|\A\W*\Z|\n\W*\Z")
_ACRONYM = re.compile(r"[\[(]([A-Z]{2,7})[\])]")
_UNIT = re.compile(r"\d+(?:ST|ND|RD|TH|D|MM)\Z")
_PREFIXED = re.compile(r"(?:anti|counter|non|ultra|narco|machinegun|pre|un)[a-z]{4,}")
"""Words that no dictionary lists because they are put together. Source: own list, 2026-11."""

LEAST_SMALL = 0.35
"""Chance from which a word of the dictionary is taken for a common one. Source: cross-validation on words of PolNeAR's train part;
it keeps 95 % of the common words and 81 % of the names, 2026-11."""


def hashed(word: str) -> int:
    """Return the number under which a word or sign is kept."""
    return crc32(word.encode())


class Letters:
    """Puts capitals right with a language model's dictionary and vectors, and what was learnt of common words."""

    def __init__(self, pipeline: Any, weights: Weights) -> None:
        """Keep the tools."""
        tables = pipeline.get_pipe("lemmatizer").lookups
        self._index = {part: frozenset(words) for part, words in tables.get_table("lemma_index").items()}
        self._endings, self._odd = tables.get_table("lemma_rules"), tables.get_table("lemma_exc")
        self._vocabulary, self._weights = pipeline.vocab, weights
        self.small = cache(self._small)

    def __call__(self, text: str) -> str:
        """Return a text with its capitals put right, as long as before."""
        shown, acronyms = list(text), frozenset(_ACRONYM.findall(text))
        for match in _WORD.finditer(text):
            form = self._form(match.group(), acronyms)
            if _OPENING.search(text[max(0, match.start() - 4) : match.start()]):
                form = form[0].upper() + form[1:]
            if len(form) == len(match.group()):
                shown[match.start() : match.end()] = form
        return "".join(shown)

    def _form(self, word: str, acronyms: frozenset[str]) -> str:
        low = word.lower()
        if not word[0].isalpha():
            return low if _UNIT.match(word) else word
        bare = 1 < len(word) <= 5 and not re.search("[AEIOUY]", word) and not self._common(low)
        if word == "I" or word in acronyms or bare:
            return word
        return low if self.small(low) else word[0] + low[1:]

    def _common(self, word: str) -> bool:
        return hashed(word) in self._weights.common

    def _small(self, word: str) -> bool:
        word = word.removesuffix("'s").removesuffix("’s")
        if self._common(word):
            return True
        if not any(self._listed(word, part) for part in self._index):
            return bool(_PREFIXED.match(word))
        vector = self._vocabulary.get_vector(word)
        length = float(np.linalg.norm(vector))
        side = float(vector @ self._weights.vector) / length + self._weights.offset if length else -9.0
        return bool(1 / (1 + np.exp(-side)) > LEAST_SMALL)

    def _listed(self, word: str, part: Any) -> bool:
        if word in self._index[part] or word in self._odd.get(part, {}):
            return True
        stems = (word.removesuffix(old) + new for old, new in self._endings.get(part, ()) if word.endswith(old))
        return any(stem in self._index[part] for stem in stems)
