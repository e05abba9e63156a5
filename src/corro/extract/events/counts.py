"""Finds figures in text with their bounds: digits and number words, ranges, at least, dozens; ages, dates and sums are none."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache, lru_cache

from corro.extract.events.words import word_set
from corro.values import Bound, Count, Span

_EN_WORDS = sorted(
    word_set(
        "one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen sixteen seventeen eighteen "
        "nineteen twenty thirty forty fifty sixty seventy eighty ninety hundred thousand million"
    )
)
_FR_WORDS = sorted(
    word_set(
        "deux trois quatre cinq six sept huit neuf dix onze douze treize quatorze quinze seize vingt vingts trente quarante "
        "cinquante soixante septante octante huitante nonante cent cents mille million millions"
    )
)
_FR_COLLECTIVE = {
    "dizaine": 10, "douzaine": 12, "quinzaine": 15, "vingtaine": 20, "trentaine": 30, "quarantaine": 40,
    "cinquantaine": 50, "soixantaine": 60, "centaine": 100, "millier": 1000,
}  # fmt: skip
"""Source: Grevisse, Le bon usage, 14th ed., on nouns of approximate number."""

_DIGITS = r"\d{1,3}(?:[ \u00a0\u202f.,]\d{3})+(?![\d])|\d+"
_EN_ONE = rf"(?:{'|'.join(_EN_WORDS)})"
_FR_ONE = rf"(?:{'|'.join(_FR_WORDS)})"
_EN_NUMBER = rf"(?:{_DIGITS})(?:\s(?:thousand|million))?|{_EN_ONE}(?:(?:[ -]|(?<=hundred) and |(?<=thousand) and ){_EN_ONE})*"
_FR_NUMBER = rf"(?:{_DIGITS})(?:\s(?:mille|millions?))?|{_FR_ONE}(?:(?:[ -]et)?[ -](?:{_FR_ONE}|une?))*"
_EN_BOUNDS = {
    Bound.AT_LEAST: r"at least|no fewer than|not less than|no less than|a minimum of|upwards of",
    Bound.AT_MOST: r"no more than|not more than|at most|up to|as many as|a maximum of",
    Bound.MORE_THAN: r"more than|over|in excess of|above",
    Bound.LESS_THAN: r"fewer than|less than|under",
    Bound.APPROXIMATE: r"about|around|some|roughly|approximately|nearly|almost|close to|an estimated|estimated",
}
_FR_BOUNDS = {
    Bound.AT_LEAST: r"au moins|au minimum|pas moins (?:de |d['’])",
    Bound.AT_MOST: r"au plus|au maximum|jusqu['’]à|pas plus (?:de |d['’])",
    Bound.MORE_THAN: r"plus (?:de |d['’])",
    Bound.LESS_THAN: r"moins (?:de |d['’])",
    Bound.APPROXIMATE: r"environ|quelque|quelques|près (?:de |d['’])|autour (?:de |d['’])|à peu près|presque|une",
}
"""Words before a figure and what they say about it. Source: own list, 2026-11; bounds as in passages of the development set."""

_EN_SEVERAL = r"dozens|scores|hundreds|thousands|tens|many|several|a handful|numerous"
_FR_SEVERAL = r"(?:des |plusieurs )?(?:dizaines|centaines|milliers|vingtaines)|plusieurs|de nombreux|de nombreuses|nombre de"
_FR_ABOUT = rf"(?:une |un )?(?:bonne |petite )?(?:{'|'.join(_FR_COLLECTIVE)})"
_EN_DOZEN = r"a dozen|half a dozen|a hundred|a thousand"

_SKIP_BEFORE = re.compile(
    r"(?:aged|age|now|article|paragraph|paragraphe|section|table|tableau|no\.|n°|№|resolution|résolution|chapter|chapitre|page|"
    r"âgée?s? de|\$|€|£)\s?$|(?:S/|A/|SC/|/|\d[.,:]|\w-)$",
    re.IGNORECASE,
)
_SKIP_AFTER = re.compile(
    r"^(?:[ -]?(?:year|month|day)s?-old|\s?(?:%|percent|per cent|pour cent|°|km\b|kilom[eè]t|m[eè]tres?\b|miles?\b|dollars?|euros?|"
    r"francs?|ans? (?:et|,)|h\d|am\b|pm\b|a\.m|p\.m)|[:/]\d|(?:er|e|ème|st|nd|rd|th)\b|"
    r"-(?:hour|day|month|page|point)\b(?! ultimatum))",
    re.IGNORECASE,
)
_MONTH_AFTER = re.compile(
    r"^\.?\s(?:january|february|march|april|may|june|july|august|september|october|november|december|jan|feb|mar|apr|jun|jul|aug|sept?|oct|nov|dec|"
    r"janvier|février|fevrier|mars|avril|mai|juin|juillet|août|aout|septembre|octobre|novembre|décembre|decembre|janv|févr?|juil|déc)\b",
    re.IGNORECASE,
)
_DAYS_AFTER = re.compile(r"^(?:er)?\s?(?:-|–|au|à|et(?: le)?|to|and)\s?\d{1,2}(?:er)?\s[a-zéûA-Z]{3,9}\b", re.IGNORECASE)
"""What makes a figure the first of two days (`18 au 19 juin`), where a month follows."""

_SAID_TWICE = re.compile(r"\s\(\d{1,6}\)")
"""A number in words that is said again in digits (`forty-eight (48) hours`)."""

_MONTH_BEFORE = re.compile(
    r"(?:january|february|march|april|may|june|july|august|september|october|november|december|sept|oct|nov|dec|jan|feb)\.?\s$",
    re.IGNORECASE,
)
_DIGITS_OF_A_COUNT = _LONGEST = 12
"""More digits than any count has: a longer run is a telephone or serial number. Source: a million millions is 13 digits."""

_YEARS = range(1900, 2100)
_RANGES = (("low", "high"), ("first", "second"), ("from", "until"))


@dataclass(frozen=True, slots=True)
class Figure:
    """A figure met in a text.

    Attributes:
        span: The figure with the words that bound it.
        number: The figure alone: where its noun follows.
        count: Its value.
    """

    span: Span
    number: Span
    count: Count


def find_figures(text: str, language: str) -> tuple[Figure, ...]:
    """Find the figures of a text.

    Args:
        text: Any text.
        language: `en` or `fr`.

    Returns:
        Figures in order; years, days of months, ages, shares, sums, times of day and document symbols are left out.
    """
    return tuple(_figures(text, "fr" if language == "fr" else "en"))


def _figures(text: str, language: str) -> Iterator[Figure]:
    at = 0
    pattern, openings = _pattern(language), _OPENINGS[language]
    for word in _WORD.finditer(text):
        opens = word.start() >= at and (word.group()[0].isdigit() or word.group().lower() in openings)
        match = pattern.match(text, word.start()) if opens else None
        if match is None or not _counts(text, match):
            at = match.end() if match else at
            continue
        count = _count_of(match, language)
        if count is not None:
            twice = _SAID_TWICE.match(text, match.end())
            at = twice.end() if twice else match.end()
            yield Figure(Span(match.start(), at), Span(_number_span(match).start, at), count)


_WORD = re.compile(r"\w+")
_OPENINGS = {
    "en": word_set(
        "between from at no not a upwards up as more over in above fewer less under about around some roughly approximately "
        "nearly almost close an estimated half dozens scores hundreds thousands tens many several numerous"
    )
    | frozenset(_EN_WORDS),
    "fr": word_set(
        "entre au pas jusqu plus moins environ quelque quelques près autour à presque une un bonne petite des plusieurs de nombre "
        "dizaines centaines milliers vingtaines"
    )
    | frozenset(_FR_WORDS)
    | frozenset(_FR_COLLECTIVE),
}
"""Words that a figure can begin with: only there is it worth looking for one."""


@cache
def _pattern(language: str) -> re.Pattern[str]:
    """One expression for all figures of a language: ranges first, then bounded figures, then words without a number."""
    number, bounds = (_FR_NUMBER, _FR_BOUNDS) if language == "fr" else (_EN_NUMBER, _EN_BOUNDS)
    between = (
        r"entre (?P<low>{0}) et (?P<high>{0})" if language == "fr" else r"(?:between|from) (?P<low>{0}) (?:and|to) (?P<high>{0})"
    )
    dashed = r"(?P<first>{0}) à (?P<second>{0})" if language == "fr" else r"(?P<first>{0}) to (?P<second>{0})"
    hyphen = rf"(?P<from>{_DIGITS}) ?[-–] ?(?P<until>{_DIGITS})"
    bounded = "|".join(rf"(?P<{bound.name}>{words})" for bound, words in bounds.items())
    several = _FR_SEVERAL if language == "fr" else _EN_SEVERAL
    single = rf"(?P<number>{number})"
    about = rf"(?P<about>{_FR_ABOUT if language == 'fr' else _EN_DOZEN})"
    whole = rf"\b(?:{between}|{dashed}|{hyphen}|(?:(?:{bounded})\s*)?(?:{about}|{single})|(?P<several>{several}))\b".replace(
        "{0}", number
    )
    return re.compile(whole, re.IGNORECASE)


def _number_span(match: re.Match[str]) -> Span:
    group = next(name for name in ("low", "first", "from", "about", "number", "several") if match.group(name))
    return Span(match.start(group), match.end())


def _counts(text: str, match: re.Match[str]) -> bool:
    """Say whether what stands around leaves a figure a count, and no date, age, share, sum, hour or symbol."""
    if match.end() - match.start() > _LONGEST and sum(sign.isdigit() for sign in match.group()) > _DIGITS_OF_A_COUNT:
        return False
    before, after = text[max(0, match.start() - 20) : match.start()], text[match.end() : match.end() + 30]
    if _SKIP_BEFORE.search(before) or _SKIP_AFTER.match(after) or _MONTH_AFTER.match(after):
        return False
    if (days := _DAYS_AFTER.match(after)) and _MONTH_AFTER.match(after[days.end() - len(days.group().split()[-1]) - 1 :]):
        return False
    bare = match.group("number") or match.group("from") or ""
    if bare and _MONTH_BEFORE.search(before) and bare.isdigit():
        return False
    return not (bare.isdigit() and len(bare) == 4 and int(bare) in _YEARS)


def _count_of(match: re.Match[str], language: str) -> Count | None:
    if match.group("several"):
        return Count(None, None, Bound.SEVERAL)
    for low, high in _RANGES:
        if match.group(low):
            ends = sorted(_value(match.group(name), language) for name in (low, high))
            return Count(ends[0], ends[1], Bound.RANGE) if ends[0] < ends[1] else None
    bound = next((bound for bound in _EN_BOUNDS if match.group(bound.name)), Bound.EXACT)
    if match.group("about"):
        value = _collective(match.group("about"), language)
        bound = Bound.APPROXIMATE if bound is Bound.EXACT else bound
    else:
        value = _value(match.group("number"), language)
    return _bounded(value, bound)


def _bounded(value: int, bound: Bound) -> Count:
    low = None if bound in (Bound.AT_MOST, Bound.LESS_THAN) else value
    high = None if bound in (Bound.AT_LEAST, Bound.MORE_THAN) else value
    return Count(low, high, bound)


def _collective(words: str, language: str) -> int:
    last = words.lower().split()[-1]
    if language == "fr":
        return _FR_COLLECTIVE[last]
    return {"a dozen": 12, "half a dozen": 6, "a hundred": 100}.get(words.lower(), 1000)


def _value(words: str, language: str) -> int:
    """Return the number that digits or number words say."""
    digits = re.sub(r"[ \u00a0\u202f.,]", "", words)
    if digits.isdigit():
        return int(digits)
    return _spelled(words.lower(), language)


@lru_cache(maxsize=512)
def _spelled(words: str, language: str) -> int:
    from text_to_num import text2num

    parts = words.replace("\u00a0", " ").replace("\u202f", " ").split()
    if parts[0][0].isdigit():
        scale = {"thousand": 1000, "mille": 1000}.get(parts[-1], 1_000_000)
        return int(re.sub(r"\D", "", "".join(parts[:-1]))) * scale
    try:
        return int(text2num(words, language))
    except ValueError:
        return int(text2num(re.split(r"[ -]", words)[0], language))
