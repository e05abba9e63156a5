"""Periods by name: years, quarters, halves, seasons, decades, fiscal years."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import date, timedelta

from corro.resolve.times import absolute, deictic
from corro.resolve.times.absolute import NO_PUBLICATION, from_period
from corro.resolve.times.calendar_periods import Period, months_period, period_of, season_period
from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tokens import Word
from corro.values import Granularity, Interval, Language, Span

_NO_YEAR_BEFORE = frozenset({"TSLASH", "TDOT", "TCOMMA", "TDASH", "TCOLON", "MARK"})
_NO_YEAR_AFTER = frozenset({"TSLASH", "TDASH", "TCOMMA", "TCOLON"})
_NO_YEAR_WORDS = frozenset({"resolution", "résolution", "no", "nos", "number", "numéro", "n", "room", "article"})
_YEAR_WORDS = frozenset(
    {"IN", "SINCE", "OF", "FROM", "TO", "BETWEEN", "AND", "ART", "ONE", "THIS", "BY", "EARLIER", "LATER", "COMMA", "UNIT", "MID"}
)
_COUNTED = (
    "people soldiers men women troops civilians persons fighters peacekeepers children victims families refugees km "
    "metres euros dollars personnes soldats hommes femmes militaires civils enfants victimes familles réfugiés "
    "combattants casques francs"
)
_COUNTED_AFTER = frozenset(_COUNTED.split())
"""A round number before one of these is a count and no year. Source: own list, 2026-11."""

COMPARED = frozenset({"ago", "shift", "year_ago_period", "period_of_year"})
"""Rules whose periods are what something is compared with, and so not the period that a report tells of."""

_MONTHS = {"month": 1, "quarter": 3, "half": 6}
"""Months in the parts of a year that its last one can be named of."""

_HALF_MONTH = 15
_PLAUSIBLE_YEARS = range(1900, 2100)
_OLD_YEARS = range(1600, 2100)
"""Numbers that are years by themselves, and those that are after `in`."""


def year(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `2022`, `early 2022`; a number that counts or names something is no year."""
    word = found.one("YEAR")
    plausible = _OLD_YEARS if word is not None and found.preceded_by("IN", "SINCE", "FROM") else _PLAUSIBLE_YEARS
    if word is None or word.number not in plausible or _no_year(found, scene, word):
        return
    yield from_period(found, scene, months_period("year", word.number, 1))


def _no_year(found: Found, scene: Scene, word: Word) -> bool:
    if found.preceded_by(*_NO_YEAR_BEFORE) and found.before[-1].text not in "(«“\"'’[":
        return True
    if found.followed_by("TDOT") and len(found.after) > 1 and found.after[1].text.isdigit():
        return True
    if found.followed_by(*_NO_YEAR_AFTER) or (found.followed_by("MARK") and found.after[0].text in "%°$€£"):
        return True
    if found.before and found.before[-1].text in _NO_YEAR_WORDS:
        return True
    counted = bool(found.after) and found.after[0].text in _COUNTED_AFTER
    if counted and not found.preceded_by("IN", "SINCE"):
        return True
    return word.number % 10 == 0 and bool(found.after) and _plural_noun(found, scene) and not found.preceded_by(*_YEAR_WORDS)


def _plural_noun(found: Found, scene: Scene) -> bool:
    after = found.after[0]
    return after.name == "OTHER" and after.text.endswith("s") and scene.text[after.start].islower()


def quarter(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the second quarter of 2022`, `premier semestre`; the year is that of a quarter named before, else the last begun."""
    ordinal, year_word = found.one("ORD"), found.one("YEAR")
    unit = next((word for word in reversed(found.all("UNIT")) if word.value in ("quarter", "half")), None)
    if unit is None and found.rule.id == "half_of_unit":
        yield from part_of_month(found, scene)
    if unit is None or ordinal is None or ordinal.number > (4 if unit.value == "quarter" else 2):
        return
    length = 3 if unit.value == "quarter" else 6
    first_month = (ordinal.number - 1) * length + 1
    chosen, anchor = _quarter_year(found, scene, first_month, year_word)
    if chosen is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
        return
    mention = from_period(found, scene, months_period(str(unit.value), chosen, first_month), anchor)
    yield _without_french_article(found, scene, mention)


def short_quarter(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `Q2 2022`, `T2 2022`, and the half `H1 2022`."""
    number, year_word = found.words[1], found.words[2]
    unit, parts = ("quarter", 4) if found.has("QUARTER_MARK") else ("half", 2)
    glued = found.words[0].end == number.start
    if glued and number.number <= parts:
        yield from_period(found, scene, months_period(unit, year_word.number, (number.number - 1) * 12 // parts + 1))


def last_of_year(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the last quarter of 2022`, `le dernier trimestre 2022`, `the last half of last year`; of other units the year alone."""
    unit, year_word = found.one("UNIT"), found.one("YEAR")
    months = _MONTHS.get(str(unit.value)) if unit is not None else None
    if unit is None or months is None or unit.text in ("months", "quarters") or not (year_word or found.words[-1].value == "year"):
        parts = replace(found, words=found.words[-1:] if year_word else found.words[-2:])
        yield from year(parts, scene) if year_word else deictic.unit(parts, scene)
    elif year_word is None and scene.published is None:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)
    else:
        last_year = scene.published.year - (not found.has("THIS")) if scene.published else 0
        chosen, anchor = (year_word.number, "") if year_word else (last_year, PUBLICATION)
        mention = from_period(found, scene, months_period(str(unit.value), chosen, 13 - months), anchor)
        yield _without_french_article(found, scene, mention)


def _quarter_year(found: Found, scene: Scene, first_month: int, year_word: Word | None) -> tuple[int | None, str]:
    if year_word is not None:
        return year_word.number, ""
    if found.rule.id == "year_quarter" and scene.published is not None:
        return scene.published.year + deictic.step_of(found), PUBLICATION
    before = scene.earlier(found)
    if before is not None and before.interval and before.interval.first and _names_year(before, found, scene):
        return before.interval.first.year, before.text
    if scene.published is None:
        return None, ""
    if found.has("LAST") and found.rule.id == "half_of_unit":
        return scene.published.year - 1, PUBLICATION
    begun = date(scene.published.year, first_month, 1) <= scene.published
    return scene.published.year - (not begun and not scene.future(found)), PUBLICATION


def _un_year(found: Found, scene: Scene) -> TimeMention:
    """Return `FY2022`, the UN's peacekeeping year that ends in June 2022; `FY2021/22` is the same."""
    year_word = found.all("YEAR", "DAY", "NUM")
    ends = year_word[0].number + (len(year_word) > 1)
    span, interval = scene.span(found), Interval(date(ends - 1, 7, 1), date(ends, 6, 30), Granularity.YEAR)
    return TimeMention(span, span.of(scene.text), TimeType.DATE, f"FY{ends}", interval, rule=found.rule.id)


def part_of_month(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the first week of June`, `la première quinzaine de mai 2022`: days within the month, whose value it has."""
    whole = _month_of(found, scene)
    if whole is None or whole.interval is None:
        yield from [whole] if whole else []
        return
    part, ordinal = found.one("UNIT", "ROUND"), found.one("ORD")
    days = {"week": 7, "half": 15, 15: 15}.get(part.value if part else "")
    interval = _counted_days(whole.interval, days, ordinal.number if ordinal else None) if days else None
    span = scene.span(found)
    if part is not None and part.value == "day" and ordinal is not None:
        return
    if interval is None:
        yield whole
    else:
        mention = replace(whole, span=span, text=span.of(scene.text), interval=interval, rule=found.rule.id)
        yield _without_french_article(found, scene, mention)


def _month_of(found: Found, scene: Scene) -> TimeMention | None:
    at = next((number for number, word in enumerate(found.words) if word.name in ("OF", "IN")), 0) + 1
    rest = replace(found, first=found.first + at, words=found.words[at:], before=found.words[:at])
    reader = absolute.day_month if rest.has("MONTH") and not rest.has("LAST", "NEXT") else deictic.unit
    month = next(reader(rest, scene), None)
    return month if month is None or month.interval is None or month.interval.granularity is Granularity.MONTH else None


def _counted_days(month: Interval, days: int, number: int | None) -> Interval | None:
    """Return the days of a counted part of a month; without a number the last such part."""
    if month.first is None or month.last is None:
        return None
    if number is None:
        return Interval(month.last - timedelta(days=days - 1), month.last, Granularity.PART_OF_MONTH)
    begin = month.first + timedelta(days=days * (number - 1))
    if begin > month.last:
        return None
    closing = days == _HALF_MONTH and number > 1
    return Interval(begin, month.last if closing else min(month.last, begin + timedelta(days=days - 1)), Granularity.PART_OF_MONTH)


def _names_year(before: TimeMention, found: Found, scene: Scene) -> bool:
    """Whether a quarter told before, in the same sentence, gives its year to one without."""
    same_sentence = scene.sentence(before.span.start) == scene.sentence(found.words[0].start)
    return same_sentence and before.value[4:6] in ("-Q", "-H") and before.rule not in COMPARED


def _without_french_article(found: Found, scene: Scene, mention: TimeMention) -> TimeMention:
    if scene.options.language is not Language.FRENCH or found.words[0].name != "ART":
        return mention
    span = Span(found.words[1].start, mention.span.end)
    return replace(mention, span=span, text=span.of(scene.text))


def first_units(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the first nine months of 2024`."""
    number, unit, year_word, ordinal = found.one("DAY", "NUM"), found.one("UNIT"), found.one("YEAR"), found.one("ORD")
    if number is None or unit is None or year_word is None or unit.value != "month" or not 1 <= number.number <= 12:
        return
    if ordinal is None or ordinal.number != 1:
        return
    begin = months_period("month", year_word.number, 1).interval
    span = scene.span(found)
    interval = begin.cover(months_period("month", year_word.number, number.number).interval)
    yield TimeMention(span, span.of(scene.text), TimeType.DURATION, f"P{number.number}M", interval, rule=found.rule.id)


def season(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `summer 2022`; a bare season is the last one begun."""
    word, year_word = found.one("SEASON", "FALL"), found.one("YEAR")
    if word is None or (word.text == "été" and year_word is None and not found.preceded_by("ART")):
        return
    if year_word is not None:
        yield from_period(found, scene, season_period(str(word.value), year_word.number))
    elif scene.published is not None:
        begun = season_period(str(word.value), scene.published.year).interval.first
        back = begun is not None and begun > scene.published and not scene.future(found)
        yield from_period(found, scene, season_period(str(word.value), scene.published.year - back), PUBLICATION)
    else:
        yield scene.open(found, TimeType.DATE, NO_PUBLICATION)


def decade(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the 1990s`, `les années 1990`; `l'année 2022` is a year."""
    word, unit, short = found.one("YEAR"), found.one("UNIT"), found.one("DECADE", "NUM")
    if unit is not None and unit.text != "années" and word is None:
        return
    if word is None and short is not None and (short.name == "DECADE" or (short.number % 10 == 0 and 10 <= short.number <= 90)):
        first = date(short.number if short.name == "DECADE" else 1900 + short.number % 100, 1, 1)
        named = period_of("decade", first)
        yield from [from_period(found, scene, named)] if named else []
        return
    if word is None or (unit is not None and unit.value != "year") or word.number not in _PLAUSIBLE_YEARS:
        return
    if unit is not None and unit.text not in ("années", "years"):
        yield from year(found, scene)
        return
    period = period_of("decade", date(word.number, 1, 1))
    if period is not None and word.number % 10 == 0:
        yield from_period(found, scene, period)


def century(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the 20th century`, `XXe` left aside; any other counted unit counts from the text."""
    unit, number = found.one("UNIT"), found.one("DAY", "ORD")
    if unit is None or number is None or unit.value != "century" or unit.text.endswith("s"):
        return
    first = date((number.number - 1) * 100 + 1, 1, 1)
    interval = Interval(first, date(number.number * 100, 12, 31), Granularity.SPAN)
    yield from_period(found, scene, Period(f"{number.number - 1:02d}", interval))


def fiscal(found: Found, scene: Scene) -> Iterator[TimeMention]:
    """Read `the 2021/22 fiscal year` (UN peacekeeping year, 1 July to 30 June) and the bare span of years `2021-2022`."""
    if found.has("FY"):
        yield _un_year(found, scene)
        return
    first, second = [word.number for word in found.words if word.name in ("YEAR", "DAY", "NUM")][:2]
    if found.preceded_by("TSLASH", "TDASH", "MARK") or found.followed_by("TSLASH", "TDASH"):
        return
    span, following = scene.span(found), second if second > 99 else first - first % 100 + second
    if found.has("FISCAL") and following == first + 1:
        interval = Interval(date(first, 7, 1), date(following, 6, 30), Granularity.YEAR)
        yield TimeMention(span, span.of(scene.text), TimeType.DATE, f"FY{following}", interval, rule=found.rule.id)
    elif found.has("TDASH") and first < following <= first + 100 and first in _PLAUSIBLE_YEARS:
        interval = Interval(date(first, 1, 1), date(following, 12, 31), Granularity.SPAN)
        yield TimeMention(span, span.of(scene.text), TimeType.DATE, f"{first}/{following}", interval, rule=found.rule.id)
