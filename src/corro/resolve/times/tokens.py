"""Text cut into words, each with the class that the grammar of times reads; a document becomes one letter a word."""

import re
from collections.abc import Iterator, Mapping
from functools import cache
from typing import NamedTuple

from corro.resolve.times import words
from corro.resolve.times.zones import zone_minutes
from corro.values import Language

_NAMES = (
    "OTHER STOP BREAK DAY NUM YEAR BIG ONE MONTH WEEKDAY UNIT PART SEASON ORD ROUND SUFFIX ART OF AT ON IN TO AND FROM BETWEEN"
    " SINCE WITHIN BY THIS THAT LAST NEXT PREVIOUS FOLLOWING SAME AGO HENCE LATER EARLIER EARLY MID LATE EVERY VAGUE RECENT ABOUT"
    " MORE HOUR_MARK AMPM OCLOCK ZONE DEICTIC TONIGHT REF OFTEN TIMES NEXT_DAY EVE HOLIDAY TO_THE_DAY AGE PERIOD FISCAL THERE HERE"
    " OR SO FOR EXTRA LIKE LATEST YEAR_AGO YEAR_END FALL DECADE AHEAD_WORD HALF WEEKDAYS FY QUARTER_MARK"
    " COMMA DASH TDASH TCOLON TSLASH TDOT TCOMMA DOT MARK ES"
)
CLASSES = _NAMES.split()
LETTER_BY_CLASS = {name: chr(0x100 + number) for number, name in enumerate(CLASSES)}
"""One letter a class, so that the grammar's patterns are ordinary regular expressions over a short string."""

_MARKS = {",": "COMMA", "-": "DASH", "–": "DASH", "—": "BREAK", ".": "DOT", ";": "BREAK", "!": "STOP", "?": "STOP", "\n": "STOP"}
_TIGHT = {"-": "TDASH", "‑": "TDASH", "–": "TDASH", ":": "TCOLON", "/": "TSLASH", ".": "TDOT", ",": "TCOMMA"}
_FIRST_YEAR, _LAST_YEAR = 1000, 2999
_CENTURIES = {"eighteen": 18, "nineteen": 19, "twenty": 20}
_FIRST_SPOKEN, _LAST_SPOKEN = 10, 99
"""A year said in two halves: the second is a number of two figures (`nineteen ninety-six`, `twenty fifteen`)."""


class Word(NamedTuple):
    """One word, number or mark.

    Attributes:
        start: Offset of its first character.
        end: Offset past its last.
        text: The characters, case-folded.
        name: Its class.
        value: What it stands for.
    """

    start: int
    end: int
    text: str
    name: str
    value: words.WordValue = ""

    @property
    def number(self) -> int:
        """Its value as a number; 0 for a word."""
        return self.value if isinstance(self.value, int) else 0


@cache
def _cutter(language: Language) -> re.Pattern[str]:
    found = sorted(words.phrases(language), key=len, reverse=True)
    joined = "|".join(_phrase_pattern(phrase) for phrase in found)
    return re.compile(rf"(?P<phrase>{joined})|(?P<digits>\d+)|(?P<word>[^\W\d_]+)|(?P<mark>[^\w\s]|\n\s*\n|_)", re.IGNORECASE)


def _phrase_pattern(phrase: str) -> str:
    written = re.escape(phrase).replace("'", "['’]").replace(r"\ ", r"[ \u00a0]+").replace(r"\-", "[-‑]")
    return written + (r"(?!\w)" if phrase[-1].isalpha() else "")


def cut(text: str, language: Language) -> list[Word]:
    """Cut a text into words with their classes.

    Args:
        text: Any text.
        language: Whose word lists apply.

    Returns:
        The words in order; written numbers of several words are joined into one.
    """
    return list(_joined_numbers(_single_words(text, language), language))


def letters(found: list[Word]) -> str:
    """Return the string of class letters, one a word."""
    return "".join(LETTER_BY_CLASS[word.name] for word in found)


def _single_words(text: str, language: Language) -> Iterator[Word]:
    table, listed = words.words(language), words.phrases(language)
    for match in _cutter(language).finditer(text):
        start, end, shown = match.start(), match.end(), match.group()
        group = match.lastgroup
        if group == "word":
            name, value = _word_class(shown, table)
        elif group == "digits":
            name, value = _number_class(shown)
        elif group == "phrase":
            name, value = listed[" ".join(shown.casefold().replace("’", "'").replace("‑", "-").split())]
        else:
            name, value = _mark_class(text, start, shown), ""
        yield Word(start, end, shown.casefold(), name, value)


def _word_class(shown: str, table: Mapping[str, words.Entry]) -> words.Entry:
    folded = shown.casefold()
    zone = zone_minutes(shown)
    if zone is not None:
        return "ZONE", zone
    if folded in words.CAPITAL_NEEDED and not shown[0].isupper():
        return "OTHER", ""
    return table.get(folded, ("ES", "") if folded == "s" else ("OTHER", ""))


def _number_class(digits: str) -> words.Entry:
    if len(digits) > 4:
        return "BIG", int(digits[:9])
    number = int(digits)
    if len(digits) == 4 and _FIRST_YEAR <= number <= _LAST_YEAR:
        return "YEAR", number
    return ("DAY" if 1 <= number <= 31 and len(digits) <= 2 else "NUM"), number


def _mark_class(text: str, at: int, shown: str) -> str:
    glued = at > 0 and at + 1 < len(text) and text[at - 1].isalnum() and text[at + 1].isalnum()
    if glued and shown in _TIGHT:
        return _TIGHT[shown]
    if shown == "." and at + 1 < len(text) and text[at + 1].isspace():
        return "DOT"
    return "STOP" if shown[0] == "\n" else _MARKS.get(shown, "MARK")


def _joined_numbers(found: Iterator[Word], language: Language) -> Iterator[Word]:
    """Join runs such as `twenty - three` and `vingt et un` into one number."""
    run: list[Word] = []
    numbers = words.number_words(language)
    for word in found:
        joins = bool(run) and (word.name in ("DASH", "TDASH") or word.text in ("and", "et", "one", "un", "une"))
        if word.text in numbers or joins:
            run.append(word)
            continue
        yield from _number_of(run, numbers, language)
        run = []
        yield word
    yield from _number_of(run, numbers, language)


def _number_of(run: list[Word], numbers: frozenset[str], language: Language) -> Iterator[Word]:
    tail: list[Word] = []
    while run and run[-1].text not in numbers and not _ends_number(run):
        tail.insert(0, run.pop())
    if run:
        shown = " ".join(word.text for word in run)
        yield Word(run[0].start, run[-1].end, shown, *_written_number(run, language))
    yield from tail


def _written_number(run: list[Word], language: Language) -> words.Entry:
    """Read `twenty-three` as a number and `nineteen ninety-six` as a year."""
    told = [word.text for word in run if word.name not in ("DASH", "TDASH")]
    number = _read_number(" ".join(told), language)
    if number is not None:
        return "NUM", number
    century, rest = _CENTURIES.get(told[0]), _read_number(" ".join(told[1:]), language)
    spoken = language is Language.ENGLISH and century is not None and rest is not None and _FIRST_SPOKEN <= rest <= _LAST_SPOKEN
    return ("YEAR", century * 100 + rest) if spoken and century and rest else ("OTHER", "")


def _ends_number(run: list[Word]) -> bool:
    """Whether the run ends in a `one` that belongs to it (`twenty-one`, `vingt et un`)."""
    return len(run) > 1 and run[-1].text in ("one", "un", "une") and run[-2].name in ("DASH", "TDASH", "AND")


@cache
def _read_number(shown: str, language: Language) -> int | None:
    from text_to_num import text2num

    try:
        return int(
            text2num(shown.replace("vingts", "vingt").replace("cents", "cent"), "fr" if language is Language.FRENCH else "en")
        )
    except (ValueError, KeyError, IndexError):
        return None
