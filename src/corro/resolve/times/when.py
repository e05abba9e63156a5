"""When: finds the times of a text and says what days they mean, or why they stay open. Usable alone."""

from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import date

from corro.resolve.times import absolute, clock, compared, deictic, length, periods, relative, text_year
from corro.resolve.times.calendar_periods import months_period, possible
from corro.resolve.times.grammar import Found, find
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeOptions, TimeType
from corro.resolve.times.scene import Scene
from corro.resolve.times.tokens import Word, cut
from corro.values import Granularity, Interval, Language

Reader = Callable[[Found, Scene], Iterator[TimeMention]]

_INDEPENDENT: dict[str, Reader] = {
    "iso": absolute.iso,
    "figures": absolute.figures,
    "date": absolute.day_month,
    "days": absolute.days,
    "year": periods.year,
    "too_far": absolute.too_far,
    "weekday": absolute.weekday,
    "week_of": absolute.week_of,
    "holiday": absolute.holiday,
    "night": absolute.night,
    "first_units": periods.first_units,
    "last_of_year": periods.last_of_year,
    "season": periods.season,
    "decade": periods.decade,
    "fiscal": periods.fiscal,
    "century": periods.century,
    "short_quarter": periods.short_quarter,
    "part_of_month": periods.part_of_month,
    "unit_itself": deictic.unit_itself,
    "year_end": deictic.year_end,
    "reference_noun": deictic.reference_noun,
    "bare_length": length.bare_length,
    "own_part": clock.part,
    "deictic": deictic.deictic,
    "unit": deictic.unit,
    "phase": deictic.phase,
    "weekend": deictic.weekend,
    "hence": deictic.hence,
    "vague_ago": deictic.vague_ago,
    "weekdays_ago": deictic.weekdays_ago,
    "recent": deictic.recent,
    "past_length": deictic.past_length,
    "reference": deictic.reference,
    "half_length": length.half_length,
    "every": length.every,
    "often": length.often,
    "times": length.times,
}
"""Forms whose value needs no other time of the text."""

_DEPENDENT: dict[str, Reader] = {
    "clock": clock.clock,
    "clock_four": clock.clock_four,
    "part": clock.part,
    "text_part": relative.text_part,
    "shift": compared.shift,
    "vague_shift": relative.vague_shift,
    "to_the_day": relative.to_the_day,
    "next_day": relative.next_day,
    "text_unit": relative.text_unit,
    "same": relative.same,
    "same_period": relative.same_period,
    "nth": relative.nth,
    "quarter": periods.quarter,
    "weekend": compared.the_quarter,
    "told_quarter": compared.told_quarter,
    "year_ago_period": compared.year_ago_period,
    "ago": compared.ago,
    "length": relative.length,
}
"""Forms that may count from another time of the text, read after the first kind."""

_RANGE_WORDS = frozenset({"TO", "AND", "AT", "DASH", "TDASH", "ART", "OF"})
_SINCE = frozenset({"SINCE"})
_LONGEST_HINGE = 3
"""Words between the two ends of a period (`to the`, `et le`). Source: own patterns, 2026-11."""


def when(
    text: str, published: date | None = None, language: Language = Language.ENGLISH, zone_minutes: int | None = None
) -> tuple[TimeMention, ...]:
    """Find the times of a text with their values.

    Args:
        text: Plain text.
        published: The day that `yesterday` counts from; without it such times stay open, with the reason.
        language: English or French.
        zone_minutes: Minutes ahead of UTC for hours that name no zone (Mali: 0); None leaves their moment open.

    Returns:
        The times in order of the text.
    """
    options = TimeOptions(published, language, zone_minutes)
    words = cut(text, language)
    scene = Scene(text, words, options)
    found = [_trimmed(match) for match in find(words, language) if not _in_name(match, scene)]
    for forms in (_INDEPENDENT, _DEPENDENT):
        for match in found:
            reader = forms.get(match.rule.form)
            for mention in _read(reader, match, scene) if reader else ():
                scene.add(mention)
        if forms is _INDEPENDENT:
            text_year.with_years(found, scene)
            scene.mentions = list(_with_ranges(scene, words))
    return tuple(scene.mentions)


def _in_name(match: Found, scene: Scene) -> bool:
    """Whether a unit with a capital inside a sentence makes the words a name (`60 Minutes`)."""
    last = match.words[-1]
    return (
        scene.options.language is Language.ENGLISH
        and last.name == "UNIT"
        and len(match.words) > 1
        and scene.text[last.start].isupper()
        and not scene.text[last.start : last.end].isupper()
    )


def _read(reader: Reader, match: Found, scene: Scene) -> list[TimeMention]:
    """Return what a match says; arithmetic past the ends of the calendar (years 1 and 9999) leaves it open."""
    try:
        return list(reader(match, scene))
    except (ValueError, OverflowError):
        return [scene.open(match, TimeType.DATE, "no calendar reaches so far")]


def _trimmed(match: Found) -> Found:
    """Leave out a full stop that ends the sentence and not an abbreviation."""
    if len(match.words) > 1 and match.words[-1].name == "DOT":
        return replace(match, words=match.words[:-1], after=(match.words[-1], *match.after))
    return match


class _Neighbours:
    """The words around and between times."""

    def __init__(self, words: list[Word]) -> None:
        self._words = words
        self._by_start = {word.start: number for number, word in enumerate(words)}
        self._by_end = {word.end: number for number, word in enumerate(words)}

    def before(self, mention: TimeMention, article: bool = True) -> str:
        """Return the class of the word before a time; an article is passed over."""
        at = self._by_start.get(mention.span.start, 0)
        if article and at > 1 and self._words[at - 1].name == "ART":
            at -= 1
        return self._words[at - 1].name if at else ""

    def between(self, one: TimeMention, other: TimeMention) -> list[str]:
        """Return the classes of the words between two times; none where a time begins or ends inside a word."""
        last, first = self._by_end.get(one.span.end), self._by_start.get(other.span.start)
        return [word.name for word in self._words[last + 1 : first]] if last is not None and first is not None else []


def _with_ranges(scene: Scene, words: list[Word]) -> Iterator[TimeMention]:
    """Give the whole period to both ends of `from mid-June to early July`, and to what follows `since`."""
    around = _Neighbours(words)
    mentions = scene.mentions
    for number, mention in enumerate(mentions):
        following = mentions[number + 1] if number + 1 < len(mentions) else None
        if following is not None and _joined(mention, following, around):
            mentions[number], mentions[number + 1] = _ranged(mention, following)
        elif mention.type is TimeType.DATE and mention.range is None and around.before(mention) in _SINCE:
            mentions[number] = _since(mention, scene.published)
    yield from mentions


def _joined(mention: TimeMention, following: TimeMention, around: _Neighbours) -> bool:
    """Whether two dates are the ends of one period: joined by `to` or a dash, by `and` after `between`, by `à` after `de`."""
    if mention.type is not TimeType.DATE or following.type is not TimeType.DATE or mention.range or following.range:
        return False
    between = around.between(mention, following)
    if not 1 <= len(between) <= _LONGEST_HINGE or not _RANGE_WORDS.issuperset(between):
        return False
    opening = {"AND": ("BETWEEN",), "AT": ("OF", "FROM")}.get(between[0])
    return between[0] in ("TO", "DASH", "TDASH") if opening is None else around.before(mention) in opening


def _ranged(mention: TimeMention, following: TimeMention) -> tuple[TimeMention, TimeMention]:
    mention = _year_from_end(mention, following)
    following = _year_from_start(mention, following)
    first = mention.interval.first if mention.interval else None
    last = following.interval.last if following.interval else None
    if first is None or last is None or first > last:
        return mention, following
    whole = Interval(first, last, Granularity.SPAN)
    return replace(mention, range=whole), replace(following, range=whole)


def _year_from_end(mention: TimeMention, following: TimeMention) -> TimeMention:
    """Take the year of `1 January to 30 June 2022` from its end: the last such day up to it."""
    interval, end = mention.interval, following.interval
    explicit = following.anchor == "" and mention.anchor == PUBLICATION and mention.value[:4].isdigit()
    if not explicit or end is None or end.last is None or len(mention.value) not in (7, 10):
        return mention
    month, day = int(mention.value[5:7]), int(mention.value[8:10] or 1)
    year = end.last.year - ((month, day) > (end.last.month, end.last.day))
    reading = possible(year, month, day)
    if reading is None:
        return mention
    moved = Interval.day(reading) if len(mention.value) == 10 else months_period("month", year, month).interval
    if interval is not None and interval.granularity is Granularity.PART_OF_MONTH:
        return mention
    return replace(
        mention, value=f"{year:04d}{mention.value[4:]}", interval=moved, anchor=following.text, anchor_span=following.span
    )


def _year_from_start(mention: TimeMention, following: TimeMention) -> TimeMention:
    """Take the year of `between March and May` from its beginning: the first such month, or day, after it."""
    begin, end = mention.interval, following.interval
    yearless = mention.anchor == following.anchor == PUBLICATION and len(following.value) in (7, 10)
    if not yearless or begin is None or end is None or begin.first is None or end.first is None or end.first >= begin.first:
        return following
    year = begin.first.year + ((end.first.month, end.first.day) < (begin.first.month, begin.first.day))
    reading = possible(year, end.first.month, end.first.day)
    if reading is None or end.granularity is Granularity.PART_OF_MONTH or not following.value[:4].isdigit():
        return following
    moved = Interval.day(reading) if len(following.value) == 10 else months_period("month", year, reading.month).interval
    return replace(following, value=f"{year:04d}{following.value[4:]}", interval=moved)


def _since(mention: TimeMention, published: date | None) -> TimeMention:
    first = mention.interval.first if mention.interval else None
    if first is None or (published is not None and first > published):
        return mention
    return replace(mention, range=Interval(first, published, Granularity.SPAN))
