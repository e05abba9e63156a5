"""Reads datelines: `BAMAKO, 6 Feb (AFP) –` at the head of a paragraph, and lines of place and date alone."""

import re
from dataclasses import dataclass

from corro.read.dates import DAY_AND_MONTH, has_date
from corro.values import Span, fold

_CAPITALS = r"[A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]+(?:[ /][A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’.-]*){0,4}"
_TITLE_CASE = r"[A-ZÀ-ÖØ-Þ][\w'’-]+(?:[ -](?:(?:de|du|des|la|le|of|d['’])[ ]?)?[A-ZÀ-ÖØ-Þ][\w'’-]+){0,3}"
_REGION = r"(?:,\s+[A-ZÀ-ÖØ-Þ][\w.'’-]*(?:\s[A-ZÀ-ÖØ-Þ][\w.'’-]+)?|\s\([A-ZÀ-ÖØ-Þ][^()\d]{2,40}\)(?=,))?"
_DATE = rf"(?i:{DAY_AND_MONTH})"
_BRACKET = r"\((?P<bracket>[^()]{2,60})\)"
_DASH = r"\s*(?:[–—]|--?)\s+"

_FULL = re.compile(rf"(?P<place>{_CAPITALS}|{_TITLE_CASE}){_REGION}(?:,?\s+(?P<date>{_DATE}))?(?:\s*{_BRACKET})?{_DASH}")
_BARE_AGENCY = re.compile(rf"{_BRACKET}{_DASH}")
_STOPPED_ALONE = re.compile(rf"(?P<place>{_CAPITALS}){_REGION},\s+(?P<date>{_DATE})\.")
_STOPPED = re.compile(rf"{_STOPPED_ALONE.pattern}\s+(?=[A-ZÀ-ÖØ-Þ«“\"])")
_ALONE = re.compile(
    rf"(?:(?i:fait\s+à|done\s+(?:at|in))\s+)?(?P<place>{_CAPITALS}|{_TITLE_CASE}){_REGION},\s+(?:le\s+)?(?P<date>{_DATE})\.?"
)
_CAPITALS_ONLY = re.compile(_CAPITALS)
_SHORT_YEAR = rf"(?i:{DAY_AND_MONTH}(?:\s+\d{{2}}(?!\d))?)"
_NO_DATE = r"(?:NO DATE|\d{1,2}(?:-\d{1,2})?\s+[A-Z]{3,9}\.?(?:\s+\d{2,4})?)"
_COUNTRY = r"(?:\s\([A-ZÀ-ÖØ-Þ][^()\d]{1,40}\))?"
_CHANNEL = r"[(\[](?P<bracket>[^()\[\]]{2,60}(?:\[[^()\[\]]{2,20}\])?)[)\]]"
_MONITORED = re.compile(
    rf"(?:NO CITY|CLANDESTINE|(?P<place>{_CAPITALS})){_COUNTRY},?\s+(?:(?P<date>{_SHORT_YEAR})|{_NO_DATE})"
    rf"\s*{_CHANNEL}\s*(?:[–—]|--?)(?=\s|\Z)"
)
"""The dateline of a monitoring service: place, country, day and then the station, agency or newspaper that was monitored. The text
under it may be all capitals. Source: form of the daily reports of such services, described for the MUC-3 texts (Sundheim 1991)."""

_WEEKDAYS = {"monday", "tuesday", "wednesday", "thursday", "friday", "saturday", "sunday"}
_JOURS = {"lundi", "mardi", "mercredi", "jeudi", "vendredi", "samedi", "dimanche"}
_NO_PLACE = _WEEKDAYS | _JOURS | {"on", "in", "at", "since", "after", "before", "en", "depuis", "apres", "avant"}
"""Folded words that begin a sentence with a date, or are weekdays. Source: own list, 2026-11."""

_LONGEST = 160
"""Characters within which a dateline ends. Source: our own judgement; two places, a date and an agency take about 80."""

_SHORTEST_REST = 40
"""What follows a dateline is a sentence. Source: chosen on samples/mali and kasanda-dev, 2026-11, against letterheads with a dash
in them."""


@dataclass(frozen=True, slots=True)
class Dateline:
    """A dateline, with the places of its parts in the paragraph.

    Attributes:
        span: All of it, with the dash.
        place: The place, or None.
        date: The words of the date, or empty.
        agency: The agency in brackets, or None.
    """

    span: Span
    place: Span | None = None
    date: str = ""
    agency: Span | None = None


def dateline_of(paragraph: str) -> Dateline | None:
    """Find the dateline at the head of the first paragraph of a report.

    Args:
        paragraph: The paragraph.

    Returns:
        The dateline, or None. A place in capitals needs only its dash; one in small letters needs a date or brackets beside it.
    """
    monitored = _MONITORED.match(paragraph, 0, _LONGEST)
    if monitored is not None:
        return _dateline(monitored)
    match = _STOPPED.match(paragraph, 0, _LONGEST) or _FULL.match(paragraph, 0, _LONGEST)
    if match is not None and not _is_full(match):
        return None
    match = match or _BARE_AGENCY.match(paragraph, 0, _LONGEST)
    if match is None or not _is_sentence(paragraph[match.end() :]):
        return None
    return _dateline(match)


def is_lone_dateline(line: str) -> bool:
    """Say whether a line is nothing but place and date, as at the head or foot of a communiqué."""
    return len(line) <= _LONGEST and bool(_ALONE.fullmatch(line))


def read_dateline(line: str) -> Dateline | None:
    """Read a dateline that has been found before.

    Args:
        line: The dateline alone.

    Returns:
        Its parts, or None where it is a line of another form, such as `Published on …`.
    """
    padded = line + " "
    forms = ((_MONITORED, line), (_ALONE, line), (_FULL, padded), (_BARE_AGENCY, padded), (_STOPPED_ALONE, line))
    match = next((match for form, words in forms if (match := form.fullmatch(words))), None)
    return _dateline(match) if match else None


def _is_full(match: re.Match[str]) -> bool:
    """Say whether a place with a dash is a dateline, and no name before an aside or date at the head of a sentence."""
    if _CAPITALS_ONLY.fullmatch(match["place"]):
        return True
    named = match.groupdict()
    after_comma = bool(named["date"]) and match.string[: match.start("date")].rstrip().endswith(",")
    is_name = not _NO_PLACE & set(fold(match["place"]).split())
    return is_name and (after_comma or bool(named.get("bracket")))


def _is_sentence(rest: str) -> bool:
    return len(rest) >= _SHORTEST_REST and not rest.isupper()


def _dateline(match: re.Match[str]) -> Dateline:
    named = match.groupdict()
    bracket = named.get("bracket") or ""
    place = Span(*match.span("place")) if named.get("place") else None
    dated = named.get("date") or (bracket if has_date(bracket) else "")
    agency = Span(*match.span("bracket")) if bracket and not has_date(bracket) else None
    return Dateline(Span(match.start(), match.start() + len(match.group().rstrip())), place, dated, agency)
