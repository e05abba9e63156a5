"""The grammar of times: patterns over word classes, and the drafts that they give; values come later, from the anchors."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from typing import NamedTuple

from corro.resolve.times.tokens import LETTER_BY_CLASS, Word, letters
from corro.values import Language

_MACROS = {
    "NB": "(?:DAY|NUM|YEAR)",
    "QTY": "(?:(?:ONE? ROUND OF?|ONE? VAGUE OF?|NB (?:TO|OR|HYPHEN) NB|NB HALF_MORE|NB AND ONE UNIT(?=UNIT)|NB|ONE) EXTRA?)",
    "HALF_MORE": "(?:DAY TSLASH DAY)",
    "OR_SO": "(?:EXTRA|OR (?:NB|SO)|AND HALF|AND ONE UNIT(?=(?:AGO|LATER|EARLIER)))?",
    "WIDE": "(?:MORE ABOUT?|ABOUT MORE?)?",
    "ENTRY": "(?:WEEKDAY COMMA? ART?)?",
    "YEAR_AFTER": "(?:(?:COMMA|OF)? YEAR|BIG)?",
    "DMY": "(?:ENTRY DAY SUFFIX? OF? MONTH DOT? YEAR_AFTER)",
    "MDY": "(?:ENTRY MONTH DOT? DAY SUFFIX? (?:COMMA? YEAR)?(?!TCOLON))",
    "HM": "(?:DAY|NUM)",
    "CLOCK": "(?:ABOUT? (?:HM (?:TCOLON|TDOT) HM AMPM|HM TCOLON HM|HM (?:AMPM|OCLOCK)"
    "|DAY HOUR_MARK (?:HM MARK?)?|NUM HOUR_MARK (?:HM)?) ZONE?)",
    "HYPHEN": "(?:DASH|TDASH)",
    "PHASE": "(?:(?:EARLY|MID|LATE) HYPHEN? OF? ART?)",
    "HINGE": "(?:TO|AND|AT|HYPHEN)",
}


class Rule(NamedTuple):
    """One pattern of the grammar.

    Attributes:
        id: Its name, kept in every value that it gives.
        pattern: A regular expression over class names; spaces mean nothing, `<name> …` in braces is a group.
        form: What it describes: the normaliser's method for it.
        languages: Where it applies.
    """

    id: str
    pattern: str
    form: str
    languages: str = "en fr"


RULES = (
    # calendar dates
    Rule("iso_date", "YEAR TDASH NB TDASH NB", "iso"),
    Rule("figures_date", "ENTRY NB (?:TSLASH|TDOT) NB (?:TSLASH|TDOT) (?:YEAR|NUM|BIG)", "figures"),
    Rule("day_month", "DMY", "date"),
    Rule("month_day", "MDY", "date", "en"),
    Rule("ordinal_day_month", "ORD OF? MONTH YEAR_AFTER", "date"),
    Rule("day_list", "ENTRY DAY SUFFIX? (?:(?:COMMA|HINGE) ART? DAY SUFFIX?)+ OF? MONTH DOT? (?:COMMA? YEAR)?", "days"),
    Rule("month_day_list", "MONTH DOT? DAY SUFFIX? (?:(?:COMMA|HINGE) DAY(?!MONTH) SUFFIX?)+ (?:COMMA? YEAR)?", "days", "en"),
    Rule("month_year", "(?:UNIT OF)? PHASE? MONTH DOT? (?:COMMA|OF)? (?:YEAR|BIG)", "date"),
    Rule("year_too_far", "ART? UNIT BIG", "too_far"),
    Rule("month", "PHASE? (?:UNIT OF)? MONTH", "date"),
    Rule("month_ordinal", "ENTRY MONTH ORD (?:COMMA? YEAR)?", "date", "en"),
    Rule("week_of", "ART? UNIT OF ART? (?:DMY|MDY)", "week_of"),
    Rule("year", "(?:PHASE|IN ART UNIT)? YEAR", "year"),
    Rule("weekday", "WEEKDAY", "weekday"),
    Rule("holiday", "HOLIDAY YEAR?", "holiday"),
    # times of day
    Rule("clock", "CLOCK", "clock"),
    Rule("clock_four", "(?:NUM|YEAR) ZONE (?:(?:ON|ART)* (?:DMY|MDY))?", "clock_four"),
    Rule("clock_hours", "(?:ABOUT|(?<=AT)|(?<=EARLIER)) DAY UNIT (?:NB)? ZONE?", "clock", "fr"),
    Rule("date_clock", "(?:DMY|DEICTIC|WEEKDAY|THIS UNIT) COMMA? AT (?:CLOCK|DAY UNIT (?:OF PART)? ZONE?)", "clock", "fr"),
    Rule("date_clock_en", "(?:DMY|MDY|DEICTIC|WEEKDAY) AT CLOCK", "clock", "en"),
    Rule("clock_part", "(?:ABOUT|(?<=AT)|(?<=EARLIER)) DAY UNIT OF PART", "clock", "fr"),
    Rule("clock_part_en", "(?:CLOCK|DAY) IN ART PART (?:(?:OF|ON)? ART? (?:DMY|MDY|DEICTIC|WEEKDAY))?", "clock", "en"),
    Rule("clock_date", "CLOCK (?:ON|ART)* (?:DMY|MDY)", "clock"),
    Rule("clock_weekday", "CLOCK (?:WEEKDAY|DEICTIC)", "clock", "en"),
    Rule("noon", "(?:ABOUT|MID HYPHEN?)? PART", "part"),
    Rule("night_of_days", "(?:ART? PART) (?:OF|FROM)? ART? DAY SUFFIX? HINGE DAY SUFFIX? MONTH (?:COMMA? YEAR)?", "night"),
    Rule("night_of_dates", "(?:ART? PART) (?:OF|FROM)? ART? DAY SUFFIX? MONTH HINGE DAY SUFFIX? MONTH (?:COMMA? YEAR)?", "night"),
    Rule("night_of_weekdays", "(?:ART? PART) (?:OF|FROM)? WEEKDAY HINGE WEEKDAY", "night"),
    Rule("part_of_date", "(?:ART? PART) (?:OF|ON)? ART? (?:DMY|MDY|DEICTIC|WEEKDAY)", "own_part"),
    Rule("date_part", "(?:WEEKDAY|DEICTIC|DMY) (?:IN ART|TO)? PART", "own_part"),
    Rule("this_part", "(?:THIS|LAST) PART|TONIGHT", "own_part"),
    Rule("next_part", "ART? (?:NEXT|FOLLOWING|SAME|THAT) PART|NEXT_DAY OF? ART? PART|THAT PART", "text_part"),
    # from the publication
    Rule("deictic", "ART? DEICTIC", "deictic"),
    Rule("this_unit", "(?:PHASE|LATER IN?|EARLIER IN?)? THIS? (?:THIS|LAST|NEXT) (?:UNIT|MONTH|WEEKDAY|SEASON|FALL)", "unit", "en"),
    Rule("this_unit_fr", "(?:PHASE)? THIS (?:UNIT|MONTH|SEASON) (?:TDASH HERE)?", "unit", "fr"),
    Rule("unit_last", "PHASE? ART? (?:UNIT|SEASON) (?:LAST|NEXT)", "unit", "fr"),
    Rule("month_last", "(?:MONTH|WEEKDAY|ENTRY DAY MONTH) (?:LAST|NEXT)", "unit", "fr"),
    Rule("month_this", "(?:MONTH|ENTRY DAY MONTH) OF? (?:THIS|LAST|NEXT) UNIT", "unit", "en"),
    Rule("phase_of_unit", "PHASE UNIT", "phase"),
    Rule("unit_itself", "(?<=LATER IN)ART UNIT|(?<=EARLIER IN)ART UNIT", "unit_itself"),
    Rule("weekend", "ART UNIT", "weekend"),
    Rule("year_end", "ART? YEAR_END", "year_end", "en"),
    Rule("ago", "WIDE QTY UNIT OR_SO AGO", "ago", "en"),
    Rule("vague_ago", "UNIT AGO", "vague_ago", "en"),
    Rule("vague_ago_fr", "AGO OF UNIT", "vague_ago", "fr"),
    Rule("weekdays_ago", "QTY WEEKDAYS AGO", "weekdays_ago", "en"),
    Rule("ago_fr", "AGO WIDE QTY UNIT OR_SO", "ago", "fr"),
    Rule("hence", "IN WIDE QTY UNIT", "hence"),
    Rule(
        "past_length",
        "(?:ART|THIS) (?:LAST|NEXT|PREVIOUS|FOLLOWING) QTY UNIT|(?:ART|THIS) QTY (?:LAST|NEXT) UNIT|LAST QTY UNIT",
        "past_length",
    ),
    Rule("past_length_fr", "(?<=OF)QTY (?:LAST|NEXT) UNIT", "past_length", "fr"),
    Rule("reference", "REF", "reference"),
    Rule("reference_noun", "(?<=IN)ART (?:LAST|OTHER? AHEAD_WORD)", "reference_noun", "en"),
    # from another time in the text
    Rule("shift", "WIDE QTY UNIT OR_SO (?:LATER|EARLIER)", "shift"),
    Rule("vague_shift", "UNIT (?:LATER|EARLIER)", "vague_shift", "en"),
    Rule("vague_shift_fr", "OF UNIT (?:LATER|EARLIER)", "vague_shift", "fr"),
    Rule("to_the_day", "QTY UNIT TO_THE_DAY", "to_the_day"),
    Rule("next_day", "(?:ART|ONE)? NEXT_DAY", "next_day"),
    Rule("eve", "ART EVE", "next_day"),
    Rule(
        "text_unit", "ART (?:PREVIOUS|FOLLOWING|NEXT) (?:UNIT|MONTH|WEEKDAY|SEASON)|(?:PREVIOUS|FOLLOWING) UNIT", "text_unit", "en"
    ),
    Rule("text_unit_fr", "ART (?:UNIT|MONTH|WEEKDAY) (?:PREVIOUS|FOLLOWING)|UNIT (?:PREVIOUS|FOLLOWING)", "text_unit", "fr"),
    Rule("recent_units", "(?:THIS|ART)? (?:RECENT|LAST|NEXT) UNIT", "recent"),
    Rule("same_unit", "ART? (?:SAME|THAT) (?:UNIT|PART)|THIS UNIT TDASH THERE", "same"),
    Rule(
        "same_period_last_year",
        "ART (?:SAME|LIKE) PERIOD (?:OF|THIS|LAST|ART)? (?:UNIT LAST?|LAST UNIT)?|ART (?:SAME|LIKE) UNIT OF? LAST UNIT",
        "same_period",
    ),
    Rule("year_ago_period", "ART? LIKE? YEAR_AGO (?:ORD? UNIT|PERIOD)?", "year_ago_period", "en"),
    Rule("latest_period", "ART LATEST (?:UNIT|PERIOD)", "told_quarter", "en"),
    Rule("period_of_year", "ART YEAR (?:UNIT|PERIOD)|(?:THIS|LAST) UNIT MARK ES UNIT", "told_quarter", "en"),
    Rule("nth_unit", "ART? ORD UNIT(?: OF ART? OTHER)?", "nth"),
    # parts of years
    Rule("quarter_year", "ART? ORD (?:UNIT) (?:OF ART?)? (?:UNIT )?YEAR", "quarter"),
    Rule("year_quarter", "ART? YEAR ORD UNIT|(?:THIS|LAST|NEXT) UNIT MARK ES ORD UNIT", "quarter", "en"),
    Rule("short_quarter", "(?:QUARTER_MARK|HOUR_MARK) DAY YEAR", "short_quarter"),
    Rule("last_quarter", "ART? LAST UNIT OF? (?:ART? UNIT)? YEAR", "last_of_year"),
    Rule("last_quarter_of_last_year", "ART? LAST UNIT OF (?:LAST|THIS) UNIT", "last_of_year", "en"),
    Rule("quarter_hyphen", "ORD TDASH UNIT", "quarter"),
    Rule("quarter", "ORD UNIT (?:OF (?:ART|THIS)? UNIT)?", "quarter"),
    Rule("half_of_unit", "ART? ORD UNIT OF (?:LAST|THIS) UNIT", "quarter", "en"),
    Rule(
        "part_of_month",
        "ART? (?:ORD|LAST) UNIT (?:OF|IN) (?:MONTH YEAR_AFTER|MONTH (?:LAST|NEXT)|(?:THIS|LAST|NEXT) UNIT)",
        "part_of_month",
    ),
    Rule("part_of_month_fr", "ART? (?:ORD|LAST) ROUND OF MONTH YEAR?", "part_of_month", "fr"),
    Rule("months_of_year", "ART? (?:ORD NB|NB ORD) UNIT (?:OF ART?)? YEAR", "first_units"),
    Rule("season_year", "PHASE? (?:SEASON|(?<=ART)FALL|FALL(?=YEAR)) OF? YEAR", "season"),
    Rule("season", "(?<=IN)SEASON|(?<=ART)SEASON", "season"),
    Rule("decade", "ART? PHASE? YEAR ES|UNIT YEAR(?!TDASH)", "decade"),
    Rule("short_decade", "ART PHASE? (?:MARK NUM ES|DECADE)", "decade", "en"),
    Rule("century", "ART? (?:ORD|DAY SUFFIX) UNIT", "century"),
    Rule("fiscal_year", "ART? (?:FISCAL UNIT|UNIT FISCAL)? YEAR (?:TSLASH|TDASH) (?:NB|YEAR) (?:FISCAL UNIT)?", "fiscal"),
    Rule("fiscal_year_short", "FY YEAR (?:TSLASH (?:NB|YEAR))?", "fiscal"),
    Rule("short_decade_fr", "ART? UNIT NB", "decade", "fr"),
    # lengths and sets
    Rule("length", "WIDE QTY UNIT OR_SO", "length"),
    Rule("half_length", "UNIT ONE UNIT|ONE? UNIT HYPHEN? UNIT", "half_length", "en"),
    Rule("half_length_fr", "ONE? HALF TDASH UNIT", "half_length", "fr"),
    Rule("length_and_half", "ONE UNIT AND ONE UNIT", "length", "en"),
    Rule("length_hyphen", "(?:NB|ONE|VAGUE) TDASH UNIT", "length"),
    Rule("bare_length", "(?:(?<=FOR)|(?<=WITHIN)|(?<=IN))UNIT", "bare_length", "en"),
    Rule("every", "EVERY ART? NB? (?:UNIT|WEEKDAY|PART)", "every"),
    Rule("every_weekday", "(?:EVERY ART)? WEEKDAYS", "every"),
    Rule("often", "OFTEN", "often"),
    Rule("times_a_unit", "(?:QTY? TIMES) (?:ONE|BY|EVERY) UNIT", "times"),
    Rule("age", "(?:AGE OF? NB UNIT|NB TDASH UNIT TDASH AGE|NB UNIT AGE|NB TDASH UNIT TDASH OTHER)", "nothing"),
)
"""Longest match first, then the earlier rule. Source: TIMEX3 (Saurí et al. 2006) for what is marked; own patterns, 2026-11."""


@dataclass(frozen=True, slots=True)
class Found:
    """Words that match a rule.

    Attributes:
        rule: The rule.
        first: Index of the first word.
        words: The words.
        before: The words before them, nearest last.
        after: The words after them.
    """

    rule: Rule
    first: int
    words: tuple[Word, ...]
    before: tuple[Word, ...] = ()
    after: tuple[Word, ...] = ()

    @property
    def last(self) -> int:
        """Index past the last word."""
        return self.first + len(self.words)

    def all(self, *names: str) -> list[Word]:
        """Return the words of these classes, in order."""
        return [word for word in self.words if word.name in names]

    def one(self, *names: str) -> Word | None:
        """Return the first word of these classes, or None."""
        return next((word for word in self.words if word.name in names), None)

    def has(self, *names: str) -> bool:
        """Say whether a word of these classes is among them."""
        return self.one(*names) is not None

    def preceded_by(self, *names: str) -> bool:
        """Say whether the word before is of one of these classes."""
        return bool(self.before) and self.before[-1].name in names

    def followed_by(self, *names: str) -> bool:
        """Say whether the word after is of one of these classes."""
        return bool(self.after) and self.after[0].name in names


@cache
def _compiled(language: Language) -> tuple[tuple[Rule, re.Pattern[str]], ...]:
    code = "fr" if language is Language.FRENCH else "en"
    return tuple((rule, re.compile(_expanded(rule.pattern))) for rule in RULES if code in rule.languages)


def _expanded(pattern: str) -> str:
    for _ in range(3):
        pattern = re.sub(r"[A-Z_]{2,}", lambda match: _MACROS.get(match.group(), match.group()), pattern)
    return re.sub(r"[A-Z_]{2,}", lambda match: LETTER_BY_CLASS[match.group()], pattern).replace(" ", "")


_CONTEXT_WORDS = 6
"""Words kept on either side of a match. Source: the longest gap between a preposition and its time in the gold's rules, 2026-11."""


def find(words: Sequence[Word], language: Language) -> list[Found]:
    """Find the times of a text, not overlapping, in order.

    Args:
        words: The text, cut.
        language: Whose patterns apply.

    Returns:
        The longest matches; of equally long ones that of the earlier rule.
    """
    coded = letters(list(words))
    candidates = sorted(_candidates(coded, language), key=lambda found: (found[0] - found[1], found[2]))
    taken: list[tuple[int, int, Rule]] = []
    covered = bytearray(len(words))
    for first, last, _, rule in candidates:
        if not any(covered[first:last]):
            covered[first:last] = b"\x01" * (last - first)
            taken.append((first, last, rule))
    return [_found(words, first, last, rule) for first, last, rule in sorted(taken, key=lambda item: item[0])]


def _candidates(coded: str, language: Language) -> Iterator[tuple[int, int, int, Rule]]:
    for order, (rule, pattern) in enumerate(_compiled(language)):
        for match in pattern.finditer(coded):
            if match.end() > match.start():
                yield match.start(), match.end(), order, rule


def _found(words: Sequence[Word], first: int, last: int, rule: Rule) -> Found:
    return Found(
        rule,
        first,
        tuple(words[first:last]),
        tuple(words[max(0, first - _CONTEXT_WORDS) : first]),
        tuple(words[last : last + _CONTEXT_WORDS]),
    )
