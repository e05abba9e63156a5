"""The keys under which claims meet: only claims with a common key are compared, so that cost grows with the neighbours."""

from collections.abc import Iterator
from datetime import timedelta

from corro.model import ActorValue, Claim, Document
from corro.values import Interval, fold
from corro.weigh.context import TALLIED_ROLES, counts_of, headline_names, interval_of, parties_of, places_of, rare_figures
from corro.weigh.identity import is_person, name_words
from corro.weigh.kinship import family, has_singular
from corro.weigh.linking_places import TOWNS

WINDOW_DAYS = 10
"""Days in one time window. Source: ten days bind reports of one incident in `claims.md` of the gold data (GVA peer)."""

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
    needed also meet by season alone, and all claims of one document meet through its id and family. But for rare figures every
    key holds a time, so that a record of twice the years costs twice as much and not four times.

    Args:
        claim: The claim.
        document: Its document.

    Returns:
        Some 2 to 60 keys, sorted.
    """
    group = family(claim.type)
    keys = {f"{group}|d{claim.document_id}", f"{group}|d{document.series_id}"}
    keys |= {f"{group}|{key}" for key in (*_by_window(claim, document), *_by_season(claim, document))}
    keys |= {f"{claim.type[0]}|{key}" for key in _by_figure(claim, document)}
    return tuple(sorted(keys))


def _by_window(claim: Claim, document: Document) -> Iterator[str]:
    """Yield days with places and parties; wide or unknown times only with what is specific, a town or a party."""
    specific = {*_town_keys(claim), *_party_keys(claim)}
    interval = interval_of(claim)
    if interval is None or not interval.bounded:
        interval = _news_window(claim, document)
    numbers = _numbers(interval, WINDOW_DAYS) if interval else []
    if not numbers or len(numbers) > MOST_WINDOWS:
        spans = tuple(_year_names(interval)) if interval else ("undated",)
        yield from (f"{span}|{anchor}" for span in spans for anchor in specific)
        return
    anchors = specific | set(_area_keys(claim))
    bare = ("",) if not anchors or claim.type[0] in "CHM" else ()
    yield from (f"w{number}|{anchor}" for number in numbers for anchor in (*anchors, *bare))
    if interval and has_singular(family(claim.type)):
        yield from (f"{year}|{anchor}" for year in _year_names(interval) for anchor in specific)


def _by_season(claim: Claim, document: Document) -> Iterator[str]:
    """Yield seasons with towns, for reports weeks later that give no date, and alone for rare kinds.

    A town's claims are also looked up a year before and after: the year is what a date is most easily wrong in.
    """
    interval = interval_of(claim)
    told = interval or document.published.interval
    if told is None or not told.bounded or told.first is None:
        return
    first = told.first if interval else told.first - timedelta(days=SEASON_DAYS)
    seasons = _numbers(Interval(first, told.last), SEASON_DAYS)[: 2 * MOST_WINDOWS]
    towns = set(_town_keys(claim)) or {f"p:{name}" for name in sorted(headline_names(document))[:MOST_HEADLINE_NAMES]}
    yield from (f"q{season}|{town}" for season in seasons[:MOST_WINDOWS] for town in towns)
    if interval and (interval.days or 0) <= SEASON_DAYS:
        years = (first.replace(day=1, year=first.year + step) for step in (-1, 1))
        yield from (f"s{year:%Y-%m}|{town}" for year in (*years, first) for town in towns)
    if has_singular(family(claim.type)):
        yield from (f"q{season}|" for season in seasons)


def _by_figure(claim: Claim, document: Document) -> Iterator[str]:
    """Yield rare figures: those of three digits alone, smaller ones with the year; and the season of sums, which get rounded."""
    interval = interval_of(claim) or _news_window(claim, document)
    years = tuple(_year_names(interval)) if interval else ("undated",)
    if counts_of(claim).keys() & TALLIED_ROLES and interval:
        yield from (f"t{season}" for season in _numbers(interval, SEASON_DAYS)[:MOST_WINDOWS])
    for number in rare_figures(claim):
        yield from (f"n{number}",) if number >= RARE_ALONE else (f"n{number}|{year}" for year in years)


def _news_window(claim: Claim, document: Document) -> Interval | None:
    """Return the days before publication in which undated news is taken to lie, for looking up only."""
    published = document.published.interval
    if published is None or published.first is None or claim.background or not claim.modality.current:
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


def _town_keys(claim: Claim) -> Iterator[str]:
    return (f"p:{fold(place.name)}" for place in places_of(claim) if place.precision in TOWNS)


def _area_keys(claim: Claim) -> Iterator[str]:
    """Yield the country and the units that a place lies in or is, by which a town meets the region that another text names."""
    for place in places_of(claim):
        if place.country:
            yield f"c:{place.country}"
        yield from (f"p:{fold(name)}" for name in (place.name, place.admin2, place.admin1) if name)


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
