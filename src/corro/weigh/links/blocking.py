"""The keys under which claims meet: only claims with a common key are compared, so that cost grows with the neighbours."""

from collections.abc import Iterator
from datetime import timedelta

from corro.model import ActorValue, Claim, Document
from corro.ports import FILED, LOOKED_UP
from corro.values import Interval, PlacePrecision, fold
from corro.weigh.identity import is_person, name_words
from corro.weigh.links.context import (
    TALLIED_ROLES,
    TOWNS,
    counts_of,
    headline_names,
    interval_of,
    parties_of,
    places_of,
    rare_figures,
)
from corro.weigh.links.kinship import family, has_singular

WINDOW_DAYS = 10
"""Days in one time window. Source: the window of the name-and-number baseline on reports of SemEval-2018 task 5."""

MOST_WINDOWS = 6
"""Windows that one interval opens; longer ones are filed by year. Source: chosen on kasanda-dev, 2026-11."""

MOST_HEADLINE_NAMES = 6
"""Names of the headline under which an unplaced claim is looked up. Source: chosen on samples/mali, 2026-11."""

SEASON_DAYS = 91
"""Days of a season. Source: chosen on kasanda-dev, 2026-11: undated later mentions follow within three months."""

RARE_ALONE = 100
"""Figures from which the number alone is a key. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

SAID_WITHIN_DAYS = 14
"""Days before publication in which undated news is looked for. Source: chosen on kasanda-dev, 2026-11."""


def block_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """Return the keys under which a claim is filed and looked up.

    A key joins the family of the type with a stretch of time and a place, a party or a figure; kinds so rare that little else is
    needed also meet by time alone, and all claims of one document meet through its id and family. Every key holds a time, so that
    a record of twice the years costs twice as much and not four times.

    Args:
        claim: The claim.
        document: Its document.

    Returns:
        Some 2 to 60 keys, sorted; those that begin with `<` are only filed under, those with `>` only looked up.
    """
    group = family(claim.type)
    keys = {f"{group}|d{claim.document_id}", f"{group}|d{document.series_id}"}
    keys |= {_joined(group, key) for key in (*_by_window(claim, document), *_by_season(claim, document))}
    keys |= {_joined(claim.type[0], key) for key in _by_figure(claim, document)}
    return tuple(sorted(keys))


def _joined(group: str, key: str) -> str:
    return f"{key[0]}{group}|{key[1:]}" if key[0] in (FILED, LOOKED_UP) else f"{group}|{key}"


def _windows(claim: Claim, document: Document) -> list[int]:
    """Return the stretches of days in which a claim is looked for; none where its time is unknown or wide."""
    interval = interval_of(claim)
    if interval is None or not interval.bounded:
        interval = _news_window(claim, document)
    numbers = _numbers(interval, WINDOW_DAYS) if interval else []
    return numbers if len(numbers) <= MOST_WINDOWS else []


def _by_window(claim: Claim, document: Document) -> Iterator[str]:
    """Yield days with places and parties; wide or unknown times only with what is specific, a town or a party."""
    specific = {*_town_keys(claim), *_party_keys(claim)}
    numbers = _windows(claim, document)
    rare = has_singular(family(claim.type))
    if not numbers or (rare and interval_of(claim)):
        yield from (f"{year}|{anchor}" for year in _years(claim, document) for anchor in specific)
    anchors = specific | set(_area_keys(claim))
    bare = ("",) if _meets_by_time(claim) and (not anchors or rare or claim.type[0] in "CHM") else ()
    for number in numbers:
        yield from (f"w{number}|{anchor}" for anchor in (*anchors, *bare))
        yield from (f"{FILED}w{number}|{unit}" for unit in _unit_keys(claim))
        yield from (f"{LOOKED_UP}w{number}|{name}" for name in _headline_keys(claim, document))


def _meets_by_time(claim: Claim) -> bool:
    """Say whether days alone bring a claim together with others.

    They do not where they are only those before publication, and the claim is of what was to come or was called for.
    """
    return claim.modality.current or interval_of(claim) is not None


def _by_season(claim: Claim, document: Document) -> Iterator[str]:
    """Yield seasons with towns, for reports weeks later that give no date, and alone for rare kinds.

    What is dated to some days is only filed, and what is undated only looked up: two of a sort meet by window. A town's claims are
    also looked up a year before and after: the year is what a date is most easily wrong in.
    """
    interval = interval_of(claim)
    told = interval or document.published.interval
    if told is None or not told.bounded or told.first is None:
        return
    first = told.first if interval else told.first - timedelta(days=SEASON_DAYS)
    seasons = _numbers(Interval(first, told.last), SEASON_DAYS)[: 2 * MOST_WINDOWS]
    windows = _windows(claim, document)
    side = "" if not windows else FILED if interval else LOOKED_UP
    towns, names = set(_town_keys(claim)), _headline_keys(claim, document)
    for season in seasons[:MOST_WINDOWS]:
        yield from (f"{side}q{season}|{name}" for name in (*towns, *names))
    if interval and (interval.days or 0) <= SEASON_DAYS:
        years = (first.replace(day=1, year=first.year + step) for step in (-1, 1))
        yield from (f"{LOOKED_UP}s{year:%Y-%m}|{town}" for year in years for town in (*towns, *names))
        yield from (f"{FILED}s{first:%Y-%m}|{town}" for town in towns)
    if has_singular(family(claim.type)):
        yield from (f"{FILED if windows and _meets_by_time(claim) else ''}q{season}|" for season in seasons)


def _headline_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """Return the names of the headline, which stand in for the town of news that gives none."""
    if claim.background or any(_town_keys(claim)):
        return ()
    return tuple(f"p:{name}" for name in sorted(headline_names(document))[:MOST_HEADLINE_NAMES])


def _by_figure(claim: Claim, document: Document) -> Iterator[str]:
    """Yield rare figures with the year; and the season of sums, which get rounded."""
    news = interval_of(claim) or _news_window(claim, document)
    if counts_of(claim).keys() & TALLIED_ROLES and news:
        yield from (f"t{season}" for season in _numbers(news, SEASON_DAYS)[:MOST_WINDOWS])
    told = news or document.published.interval
    years = tuple(_year_names(told)) if told else ("undated",)
    for number in rare_figures(claim):
        yield from (f"n{number}|{year}" for year in years)
        if number >= RARE_ALONE:
            yield from _across_years(number, told)


def _across_years(number: int, told: Interval | None) -> Iterator[str]:
    """Yield the keys by which a rare figure is looked for in the year before, and where nothing tells the time in all years."""
    first = (told.first or told.last) if told else None
    if first is None:
        yield f"{LOOKED_UP}n{number}"
    else:
        yield from (f"{FILED}n{number}", f"{LOOKED_UP}n{number}|y{first.year - 1}")


def _news_window(claim: Claim, document: Document) -> Interval | None:
    """Return the days before publication in which undated news is taken to lie, for looking up only."""
    published = document.published.interval
    if published is None or published.first is None or claim.background:
        return None
    return Interval(published.first - timedelta(days=SAID_WITHIN_DAYS), published.last)


def _numbers(interval: Interval, width: int) -> list[int]:
    """Return the stretches that an interval touches, and those that begin half a stretch off, so that neighbours always meet."""
    first, last = interval.first or interval.last, interval.last or interval.first
    if first is None or last is None:
        return []
    half = width // 2
    whole = range(first.toordinal() // width, last.toordinal() // width + 1)
    shifted = range((first.toordinal() + half) // width, (last.toordinal() + half) // width + 1)
    return [*(2 * number for number in whole), *(2 * number + 1 for number in shifted)]


def _year_names(interval: Interval) -> Iterator[str]:
    first, last = interval.first or interval.last, interval.last or interval.first
    if first and last:
        yield from (f"y{year}" for year in range(first.year, min(last.year, first.year + 3) + 1))


def _years(claim: Claim, document: Document) -> tuple[str, ...]:
    """Return the years of a claim; for background without a date that of publication, with the year before looked up."""
    interval = interval_of(claim) or _news_window(claim, document)
    if interval:
        return tuple(_year_names(interval))
    published = document.published.interval
    first = (published.first or published.last) if published else None
    return (f"u{first.year}", f"{LOOKED_UP}u{first.year - 1}") if first else ("undated",)


def _town_keys(claim: Claim) -> Iterator[str]:
    return (f"p:{fold(place.name)}" for place in places_of(claim) if place.precision in TOWNS)


def _area_keys(claim: Claim) -> Iterator[str]:
    """Yield the area in which a claim is looked for: a place that is no town, and the region of a town, which has neighbours."""
    for place in places_of(claim):
        if place.precision in TOWNS:
            yield f"a:{fold(place.admin1)}" if place.admin1 else f"c:{place.country}"
        elif place.precision is PlacePrecision.COUNTRY:
            yield f"c:{place.country}"
        else:
            yield f"a:{fold(place.name)}"


def _unit_keys(claim: Claim) -> Iterator[str]:
    """Yield the country and the units that a place lies in, by which it is found where another text names only these."""
    for place in places_of(claim):
        if place.country:
            yield f"c:{place.country}"
        yield from (f"a:{fold(name)}" for name in (place.admin2, place.admin1) if name)


_KEYED_ROLES = ("target", "victim", "actor", "briefer", "body", "resolution")


def _party_keys(claim: Claim) -> Iterator[str]:
    for role in _KEYED_ROLES:
        for value in parties_of(claim, role):
            yield from _party_names(role, value)


def _party_names(role: str, value: ActorValue) -> Iterator[str]:
    known = value.actor_id or value.inferred_id
    if known:
        yield f"{role}:{known}"
    if is_person(value):
        yield from (f"{role}:{word[:4]}" for word in sorted(name_words(value)) if len(word) >= 4)
