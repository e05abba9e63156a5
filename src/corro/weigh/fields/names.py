"""Proper names of a passage, and which of them two passages share, in whatever spelling or language."""

import re
from collections.abc import Iterable

from corro.values import fold
from corro.vocab import word_list
from corro.weigh.fields.lexicon import word_set
from corro.weigh.fields.told import Told
from corro.weigh.identity import same_word
from corro.weigh.wordlists import STOP_WORDS

_NAME = re.compile(r"\b[^\W\d_]\w*(?:-[^\W\d_]\w*)*")
_SENTENCE_START = re.compile(r"(?:^|[.!?:»”\")]\s+|[«“\"]\s?)$")

STEM_LETTERS = 5
"""Letters by which a country, its adjective and its name in the other language are one (Karvenia, karvénien).

Source: chosen on the development pairs, 2026-11.
"""

_SPELT_BIG = word_set("road route street rue river fleuve lake lac bridge pont mission company station house")
"""Nouns that stand with a capital in the names of places and bodies and name nobody by themselves."""

_NO_NAMES = word_set(
    "the a an on in at by from to of le la les l un une des d du de au aux en par à il elle on ce ces cette c article "
    "council conseil security securite un onu ong ngo usa nations united north south east west nord sud est ouest i "
    "army government ministry"
)


def names(told: Told) -> frozenset[str]:
    """Return the folded words of a passage that are written as names and do not merely begin a sentence."""
    found = set()
    for match in _NAME.finditer(told.text):
        word = fold(match.group())
        if not match.group()[0].isupper():
            found |= {fold(part) for part in match.group().split("-")[1:] if part[0].isupper()}
            continue
        if _SENTENCE_START.search(told.text[: match.start()]) and not match.group().isupper():
            continue
        found |= {part for part in (word, *word.split()) if _is_name(part, told.language)}
    return frozenset(found)


def _is_name(word: str, language: str) -> bool:
    return len(word) > 2 and word not in _NO_NAMES and not _calendar(word) and word not in word_list("titles", language)


def _calendar(word: str) -> bool:
    return word in {fold(day) for language in ("en", "fr") for day in word_list("calendar", language)}


def all_capitals(told: Told) -> frozenset[str]:
    """Return all words that begin with a capital, also at the beginning of a sentence."""
    return frozenset(
        part
        for match in _NAME.finditer(told.text)
        if match.group()[0].isupper()
        for part in fold(match.group()).split()
        if _is_name(part, told.language)
    )


def shared(one: Told, other: Told) -> frozenset[str]:
    """Return the names of one passage that the other has too, there perhaps at the beginning of a sentence."""
    mine, theirs = names(one), names(other)
    there, here = all_capitals(other), all_capitals(one)
    return frozenset([*(name for name in mine if like_any(name, there)), *(name for name in theirs if like_any(name, here))])


def unshared(one: Told, other: Told) -> frozenset[str]:
    """Return the names of one passage that the other lacks."""
    there = all_capitals(other) | names(other)
    alone = {name for name in names(one) if not like_any(name, there)}
    compounds = {part for name in names(one) - alone if " " in name for part in name.split()}
    return frozenset(alone - compounds - _SPELT_BIG)


def like_any(name: str, others: Iterable[str]) -> bool:
    """Say whether a name is one of others, in another spelling, its adjective, or its form in the other language."""
    return any(like(name, other) for other in others)


def like(one: str, other: str) -> bool:
    """Say whether two folded names may be one."""
    if one == other or _plain(one) == _plain(other):
        return True
    return (min(len(one), len(other)) >= STEM_LETTERS and one[:STEM_LETTERS] == other[:STEM_LETTERS]) or same_word(one, other)


def _plain(name: str) -> str:
    """Return a name without spaces and without doubled letters, which spellings change."""
    plain = name.replace(" ", "").replace("ou", "u")
    for letter, written in _LETTERS:
        plain = plain.replace(letter, written)
    return re.sub(r"(.)\1", r"\1", plain)


_LETTERS = (("ø", "o"), ("oe", "o"), ("æ", "a"), ("ae", "a"), ("å", "a"), ("ł", "l"), ("ð", "d"), ("þ", "th"), ("ß", "ss"))
"""Letters that spellings without them write otherwise. Source: ISO 233 and passport practice (ICAO Doc 9303, part 3)."""


def full_names(told: Told) -> tuple[tuple[str, ...], ...]:
    """Return runs of two or more words with capitals, folded: full names of persons, mostly; a title before them is left out."""
    runs: list[tuple[str, ...]] = []
    run: list[str] = []
    end = -2
    for match in _NAME.finditer(told.text):
        word = fold(match.group())
        if not match.group()[0].isupper() or not _is_name(word, told.language):
            continue
        if told.text[end : match.start()].strip() or match.start() - end > 1:
            runs.append(tuple(run))
            run = []
        run.append(word)
        end = match.end()
    runs.append(tuple(run))
    return tuple(found for found in runs if len(found) >= 2)


SHORTEST_STEM = 4
"""Letters from which a word says what a passage is about. Source: own judgement, 2026-11."""


def common_words(one: Told, other: Told) -> frozenset[str]:
    """Return the stems of what both passages speak of, names and small words aside."""
    return _stems(one) & _stems(other)


def _stems(told: Told) -> frozenset[str]:
    known = all_capitals(told) | STOP_WORDS
    return frozenset(
        word[:STEM_LETTERS]
        for word in told.words
        if word.isalpha() and len(word) >= SHORTEST_STEM and word not in known and not _calendar(word)
    )


def speak_alike(one: Told, other: Told) -> bool:
    """Say whether two passages of one language tell of one act: they share two words; of two languages nobody can tell."""
    return one.language != other.language or len(common_words(one, other)) > 1


_ACRONYM = re.compile(r"\b[A-Z]{3,9}\b")


def one_acronym(one: Told, other: Told) -> bool:
    """Say whether one passage has initials that the capitals of the other spell, or that it has as well."""
    return _spelt_out(one, other) or _spelt_out(other, one)


def _spelt_out(short: Told, long: Told) -> bool:
    capitals = "".join(match.group()[0] for match in _NAME.finditer(long.text) if match.group()[0].isupper()).upper()
    own = set(_ACRONYM.findall(long.text))
    return any(initials in own or initials in capitals for initials in _ACRONYM.findall(short.text))
