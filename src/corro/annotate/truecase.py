"""Puts capitals right in headlines and in texts written wholly in capitals, letter for letter, by what the document shows."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from corro.vocab import find_names

_WORD = re.compile(r"[^\W_]+(?:[-'’][^\W_]+)*")
_SENTENCE_END = re.compile(r"[.!?:»”\"]\s+\Z|\A\W*\Z")

CAPITALS_SHARE = 0.8
"""Share of capitals among letters from which a text counts as written in capitals (acronyms in a headline stay below).
Source: chosen on samples/mali and kasanda-dev, 2026-11."""

TITLE_WORDS_SHARE = 0.75
"""Share of capitalised words of four letters and more from which a line of `_TITLE_WORDS` such words counts as title case (a habit
of English headlines). Source: chosen on samples/mali and kasanda-dev, 2026-11."""

_CALENDAR = re.compile(
    r"\b(?:(?:MON|TUES|WEDNES|THURS|FRI|SATUR|SUN)DAY|JANUARY|FEBRUARY|APRIL|JUNE|JULY|AUGUST|(?:SEPT|NOV|DEC)EMBER|OCTOBER"
    r"|(?<=\d )(?:MARCH|MAY)|(?:MARCH|MAY)(?= \d))\b"
)
"""Words of the calendar that English writes with a capital; `march` and `may` only beside a figure. Source: own list, 2026-11."""

_TITLE_WORDS = 4
_STEM_LENGTH = 5
"""Letters that two words share to count as forms of one (`Expels`, `expelled`). Source: own judgement, 2026-11."""


@dataclass(frozen=True, slots=True)
class Casing:
    """How the running text of a document writes its words.

    Attributes:
        forms: Most frequent form of each word inside sentences, by lower-case word.
        lower_stems: First letters of words that occur in lower case.
    """

    forms: Mapping[str, str]
    lower_stems: frozenset[str]


def in_capitals(text: str) -> bool:
    """Say whether a text is written in capitals: three words at least, and nearly no small letter."""
    letters = [letter for letter in text if letter.isalpha()]
    capitals = sum(letter.isupper() for letter in letters)
    return len(_WORD.findall(text)) >= 3 and capitals >= CAPITALS_SHARE * len(letters)


def in_title_case(text: str) -> bool:
    """Say whether a line gives nearly every long word a capital, as English headlines do."""
    if "\n" in text.strip() or text.rstrip().endswith("."):
        return False
    long_words = [word for word in _WORD.findall(text) if len(word) > 3]
    capitalised = sum(word[0].isupper() for word in long_words)
    return len(long_words) >= _TITLE_WORDS and capitalised >= TITLE_WORDS_SHARE * len(long_words)


def casing_of(texts: Iterable[str]) -> Casing:
    """Learn how the running text of a document writes its words.

    Args:
        texts: Its parts; those in capitals or title case teach nothing.

    Returns:
        The forms seen inside sentences.
    """
    seen: dict[str, Counter[str]] = {}
    parts = list(texts)
    if not any(in_capitals(text) or in_title_case(text) for text in parts):
        return Casing({}, frozenset())
    for text in parts:
        if not (in_capitals(text) or in_title_case(text)):
            for match in _WORD.finditer(text):
                if not _SENTENCE_END.search(text[max(0, match.start() - 4) : match.start()]):
                    seen.setdefault(match.group().lower(), Counter())[match.group()] += 1
    forms = {word: min(counts, key=lambda form: (-counts[form], form)) for word, counts in seen.items()}
    stems = {form[:_STEM_LENGTH] for form in forms.values() if form.islower() and len(form) >= _STEM_LENGTH}
    return Casing(forms, frozenset(stems))


def with_names(casing: Casing, names: Iterable[str]) -> Casing:
    """Add words that are likely names, for where the running text of the document does not show them.

    Args:
        casing: How the document writes its words.
        names: The words, in any letters.
    """
    words = (word for name in names for word in _WORD.findall(name))
    return Casing({**{word.lower(): word[0].upper() + _small(word[1:]) for word in words}, **casing.forms}, casing.lower_stems)


def truecased(text: str, casing: Casing, *, capitals: bool) -> str:
    """Put the capitals of a text right, keeping its length.

    Known names take the form that the vocabulary has, words of the document the form that its running text gives them. Of the rest,
    words in capitals become small letters, with a capital where a sentence begins; words in title case stay, unless another form of
    the same word occurs in small letters.

    Args:
        text: A text in capitals or title case.
        casing: How the document writes its words.
        capitals: Whether the text is wholly in capitals.

    Returns:
        The text, as long as before.
    """
    shown = list(text)
    names = [match for match in find_names(text, in_capitals=capitals) if len(match.name) == match.end - match.start]
    for match in names:
        shown[match.start : match.end] = match.name
    named = {at for match in names for at in range(match.start, match.end)}
    for word in _CALENDAR.finditer(text) if capitals else ():
        shown[word.start() : word.end()] = word.group().capitalize()
        named.update(range(*word.span()))
    for word in _WORD.finditer(text):
        if word.start() not in named:
            first = bool(_SENTENCE_END.search(text[max(0, word.start() - 4) : word.start()]))
            form = _form(word.group(), casing, first=first, capitals=capitals)
            shown[word.start() : word.end()] = form if len(form) == len(word.group()) else word.group()
    return "".join(shown)


def _form(word: str, casing: Casing, *, first: bool, capitals: bool) -> str:
    known = casing.forms.get(word.lower())
    if known is None:
        known = _small(word) if capitals or word.lower()[:_STEM_LENGTH] in casing.lower_stems else word
    return known[0].upper() + known[1:] if first else known


def _small(word: str) -> str:
    return "".join(letter.lower() if len(letter.lower()) == 1 else letter for letter in word)
