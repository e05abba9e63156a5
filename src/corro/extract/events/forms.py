"""The forms of a word: its dictionary form as tagged, and what the dictionary form of a regular word so written would be."""

from collections.abc import Iterator
from functools import lru_cache

VERBAL = frozenset(["VERB", "AUX"])
"""Parts of speech of verbs. Source: Universal Dependencies, UPOS tags."""

_WORDS_KEPT = 65536
"""Words whose forms are kept; a language's news uses few more. Source: own judgement, as for folded names."""


@lru_cache(maxsize=_WORDS_KEPT)
def forms_of(text: str, lemma: str, pos: str, language: str) -> frozenset[str]:
    """Return the forms under which a word is met in word lists: its dictionary form, itself, and what a regular word's would be.

    Args:
        text: The word as written.
        lemma: Its dictionary form, as tagged.
        pos: Its part of speech.
        language: `en` or `fr`.
    """
    lower = text.lower()
    if lower == "puis" and language == "fr":
        return frozenset(["puis"])
    return frozenset((lemma, lower, *_regular_lemmas(lower, lemma, pos, language)))


def _regular_lemmas(text: str, lemma: str, pos: str, language: str) -> tuple[str, ...]:
    """Return what a regular word's dictionary form would be, where the tagger may have failed.

    Source: regular inflection of English and French verbs and nouns (Grevisse, Le bon usage, 14th ed., on participles).
    """
    if len(text) < _SHORTEST or not text.isalpha():
        return ()
    if pos not in VERBAL and lemma != text:
        return (text[:-1],) if pos == "NOUN" and text.endswith("s") else ()
    return tuple(_french(text)) if language == "fr" else tuple(_english(text))


_SHORTEST = 4
"""Letters of the shortest word that is taken apart: shorter ones are function words."""

_FRENCH_ENDINGS = (
    ("ées", "er"),
    ("és", "er"),
    ("ée", "er"),
    ("é", "er"),
    ("ies", "ir"),
    ("ie", "ir"),
    ("i", "ir"),
    ("ues", "re"),
    ("ue", "re"),
    ("u", "re"),
)


def _french(text: str) -> Iterator[str]:
    if text.endswith(("s", "x")):
        yield text[:-1]
    for ending, infinitive in _FRENCH_ENDINGS:
        if text.endswith(ending):
            yield text[: -len(ending)] + infinitive
            return


def _english(text: str) -> Iterator[str]:
    if text.endswith("s"):
        yield text[:-1]
    if text.endswith("ed"):
        yield text[:-2]
        yield text[:-1]
    if text.endswith("ing"):
        yield text[:-3]
        yield text[:-3] + "e"
