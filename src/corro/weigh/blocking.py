"""The keys under which claims meet: only claims with a common key are compared, so that cost grows with the neighbours."""

from collections.abc import Iterator
from datetime import date, timedelta

from corro.model import ActorValue, Claim, Document
from corro.values import Interval, Place, PlacePrecision, fold
from corro.weigh.calendar_words import months_of
from corro.weigh.context import headline_names, interval_of, open_day, parties_of, places_of
from corro.weigh.identity import is_person, name_words
from corro.weigh.kinship import SINGULAR_TYPES, family, has_singular
from corro.weigh.linking_counts import rare_figures

WINDOW_DAYS = 10
"""Days in one time window. Source: ten days bind reports of one incident in `claims.md` of the gold data (GVA peer)."""

MOST_WINDOWS = 6
"""Windows that one interval opens; longer ones are filed by year. Source: chosen on kasanda-dev, 2026-11."""

MOST_HEADLINE_NAMES = 6
"""Names of the headline under which an unplaced claim is looked up. Source: chosen on samples/mali, 2026-11."""

SEASON_DAYS = 91
"""Days of a season. Source: chosen on kasanda-dev, 2026-11: undated later mentions follow within three months."""

SAID_WITHIN_DAYS = 14
"""Days before publication in which undated news is looked for. Source: chosen on kasanda-dev, 2026-11."""


def block_keys(claim: Claim, document: Document) -> tuple[str, ...]:
    """Return the keys under which a claim is filed and looked up.

    A key joins the family of the type with a time window and a place or a party; rare types also meet by year and party
    alone, and all claims of one document meet through its id and family.

    Args:
        claim: The claim.
        document: Its document.

    Returns:
        Some 2 to 60 keys, sorted.
    """
    group = family(claim.type)
    anchors = sorted({*_place_keys(claim), *_party_keys(claim)})
    windows = _windows(claim, document)
    keys = {f"{group}|d{claim.document_id}", f"{group}|d{document.series_id}"}
    keys |= {f"{group}|{window}|{anchor}" for window in windows for anchor in anchors}
    towns = _towns(claim) or [f"p:{name}" for name in sorted(headline_names(document))[:MOST_HEADLINE_NAMES]]
    keys |= {f"{group}|{season}|{town}" for season in _quarters(claim, document) for town in towns}
    if claim.type in SINGULAR_TYPES:
        keys |= {f"{group}|{year}|{anchor}" for year in _years(claim, document) for anchor in (*anchors, "")}
    if not anchors:
        keys |= {f"{group}|{window}|" for window in windows}
    else:
        keys |= {f"{group}|{window}|" for window in windows if claim.type[0] in "CHM"}
    keys |= {f"{claim.type[0] if claim.type[0] == 'O' else group}|n{number}" for number in rare_figures(claim)}
    keys |= {f"{group}|m{month:02d}|{anchor}" for month in _months(claim, document) for anchor in (*_rare(claim), *anchors, *towns)}
    return tuple(sorted(keys))


def _months(claim: Claim, document: Document) -> tuple[int, ...]:
    """Return the months of the year, by which texts meet that leave the year open or have it wrong."""
    if day := open_day(claim, document):
        return (day[0],)
    interval = interval_of(claim)
    return months_of(interval) if interval else ()


def _rare(claim: Claim) -> tuple[str, ...]:
    """Return the empty anchor for kinds so rare that month or year alone are enough to look them up by."""
    return ("",) if has_singular(family(claim.type)) else ()


def _windows(claim: Claim, document: Document) -> tuple[str, ...]:
    interval = interval_of(claim)
    if interval is None or not interval.bounded:
        interval = _news_window(claim, document)
    if interval is None:
        return ("undated",)
    numbers = _window_numbers(interval)
    return tuple(f"w{number}" for number in numbers) if len(numbers) <= MOST_WINDOWS else tuple(_year_names(interval))


def _news_window(claim: Claim, document: Document) -> Interval | None:
    """Return the days before publication in which undated news is taken to lie, for looking up only."""
    published = document.published.interval
    if published is None or published.first is None or claim.background or not claim.modality.current:
        return None
    return Interval(published.first - timedelta(days=SAID_WITHIN_DAYS), published.last)


def _window_numbers(interval: Interval) -> list[int]:
    """Return the windows that an interval touches, and those that begin half a window off, so that neighbours always meet."""
    first, last = interval.first or date.min, interval.last or date.min
    whole = range(first.toordinal() // WINDOW_DAYS, last.toordinal() // WINDOW_DAYS + 1)
    half = WINDOW_DAYS // 2
    shifted = range((first.toordinal() + half) // WINDOW_DAYS, (last.toordinal() + half) // WINDOW_DAYS + 1)
    return [*(2 * number for number in whole), *(2 * number + 1 for number in shifted)]


def _quarters(claim: Claim, document: Document) -> tuple[str, ...]:
    """Return the windows of a season, in which towns are looked up by name alone: reports weeks later often give no date."""
    interval = interval_of(claim) or document.published.interval
    if interval is None or not interval.bounded:
        return ()
    first, last = interval.first or date.min, interval.last or date.min
    if interval_of(claim) is None:
        first -= timedelta(days=SEASON_DAYS)
    numbers = range(first.toordinal() // SEASON_DAYS, last.toordinal() // SEASON_DAYS + 1)
    return tuple(f"q{number}" for number in numbers)[:MOST_WINDOWS]


def _towns(claim: Claim) -> list[str]:
    return [f"p:{fold(place.name)}" for place in places_of(claim) if place.precision in (PlacePrecision.EXACT, PlacePrecision.NEAR)]


def _years(claim: Claim, document: Document) -> tuple[str, ...]:
    interval = interval_of(claim) or _news_window(claim, document)
    return tuple(_year_names(interval)) if interval else ("undated",)


def _year_names(interval: Interval) -> Iterator[str]:
    first, last = interval.first or interval.last, interval.last or interval.first
    if first and last:
        yield from (f"y{year}" for year in range(first.year, min(last.year, first.year + 3) + 1))


def _place_keys(claim: Claim) -> Iterator[str]:
    for place in places_of(claim):
        yield from _names_of(place)


def _names_of(place: Place) -> Iterator[str]:
    if place.precision is PlacePrecision.COUNTRY:
        yield f"c:{place.country or fold(place.name)}"
        return
    if place.country:
        yield f"c:{place.country}"
    for name in (place.name, place.admin2, place.admin1):
        if name:
            yield f"p:{fold(name)}"


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
