"""Years for dates without one in a text that nobody dated: they take the year of the last fuller date told before them."""

from dataclasses import replace
from datetime import date

from corro.resolve.times.absolute import NO_PUBLICATION, dated, from_period
from corro.resolve.times.calendar_periods import months_period, possible
from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import TimeMention, TimeType
from corro.resolve.times.scene import Scene

OF_PARAGRAPH, OF_DOCUMENT = "year_of_paragraph", "year_of_document"
"""Rules: the fuller date stands in the same paragraph, or only in an earlier one; the latter leaves the interval uncertain."""

_MONTH_LENGTH = len("2022-07")


def with_years(matches: list[Found], scene: Scene) -> None:
    """Give days and months without a year that of the last fuller date before them, where the text has no publication date.

    Args:
        matches: What the grammar found.
        scene: The text with its times so far; the times that gain a year are replaced in it.
    """
    if scene.published is not None:
        return
    by_start = {scene.span(match).start: match for match in matches if match.rule.form == "date" and not match.has("YEAR")}
    told: TimeMention | None = None
    for number, mention in enumerate(scene.mentions):
        match = by_start.get(mention.span.start)
        if match is not None and mention.reason == NO_PUBLICATION and told is not None:
            scene.mentions[number] = _dated_from(match, scene, told) or mention
        elif _tells_year(mention):
            told = mention


def _tells_year(mention: TimeMention) -> bool:
    """Whether a date is a day or a month of a year; a bare year (`the crisis of 2012`) dates nothing that follows."""
    return (
        mention.type is TimeType.DATE and mention.value[:4].isdigit() and len(mention.value) >= _MONTH_LENGTH and not mention.anchor
    )


def _dated_from(match: Found, scene: Scene, told: TimeMention) -> TimeMention | None:
    month, day, first = match.one("MONTH"), match.one("DAY", "ORD"), told.interval.first if told.interval else None
    if month is None or first is None:
        return None
    near = "\n" not in scene.text[told.span.end : scene.span(match).start].strip(" ")
    mention = _read(match, scene, (first.year, month.number, day.number if day else None), told.text)
    if mention is None or mention.interval is None:
        return None
    interval = mention.interval if near else replace(mention.interval, uncertain=True)
    return replace(mention, interval=interval, anchor_span=told.span, rule=OF_PARAGRAPH if near else OF_DOCUMENT)


def _read(match: Found, scene: Scene, year_month_day: tuple[int, int, int | None], anchor: str) -> TimeMention | None:
    year, month, day = year_month_day
    if day is None:
        return from_period(match, scene, months_period("month", year, month), anchor)
    reading: date | None = possible(year, month, day)
    return dated(match, scene, (year, month, day), anchor) if reading else None
