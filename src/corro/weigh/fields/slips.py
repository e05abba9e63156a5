"""Slips of transmission between two passages: they show in the calendar, in the figures, or in what a citing report changed."""

import re
from datetime import date

from corro.model import Relation
from corro.values import Bound, fold
from corro.vocab import word_list
from corro.weigh.fields.lexicon import word_set
from corro.weigh.fields.names import full_names, shared, unshared
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, slip

DATE_FIELDS = frozenset({"date", "time", "deadline", "duration", "window"})

_DIGITS = re.compile(r"\b\d{1,3}(?:[.,\u00a0\u202f ]\d{3})+\b|\b\d+\b")
_SCALES = ({"million", "millions"}, {"billion", "billions", "milliard", "milliards"}, {"thousand", "mille", "millier", "milliers"})
_COORDINATES = re.compile(
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:°|degrees?|degrés?)?\s*(?P<first>north|south|nord|sud|n\b|s\b).{1,12}?"
    r"(\d{1,3}(?:[.,]\d+)?)\s*(?:°|degrees?|degrés?)?\s*(?P<second>west|east|ouest|est|w\b|e\b|o\b)",
    re.IGNORECASE,
)
_GIVEN_NAMES = (
    "jean john juan johannes", "pierre peter pedro", "jacques james", "marie mary maria", "paul pablo", "guillaume william",
    "etienne stephen steven", "henri henry", "charles carlos", "michel michael", "andre andrew", "luc luke", "marc mark",
    "matthieu matthew", "laurent lawrence", "antoine anthony", "georges george", "francois francis", "joseph jose", "louis lewis",
    "alexandre alexander", "philippe philip", "anne ann anna", "jeanne joan jane", "catherine katherine", "helene helen",
)  # fmt: skip
"""Given names that are one name in two languages: what a translator changes.

Source: own list, 2026-11.
"""

OTHER_YEAR_DAYS = 400
"""Days around a shared publication within which a date of another year is a slip. Source: own judgement, 2026-11."""


def find_slip(one: Told, other: Told, field: str) -> Finding | None:
    """Find a slip of transmission.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question on which they are compared.

    Returns:
        The slip, or None.

    Source: docs/codebook.md, D01, D04, D05, D07, D08, D23, D27, D28, D34, D39, D40.
    """
    if field in DATE_FIELDS:
        return _calendar(one, other) or _other_year(one, other) or _day_for_month(one, other)
    if field == "count":
        return _dash_lost(one, other) or _scale(one, other)
    if field == "place":
        return _coordinates(one, other)
    return _translated_name(one, other) or _told_on(one, other, field)


def _calendar(one: Told, other: Told) -> Finding | None:
    for side, told in (("one", one), ("other", other)):
        for time in told.times:
            if time.impossible:
                return slip("slip.impossible_date", f"No calendar has {time.impossible}.", side)
            if time.clash:
                return slip("slip.weekday", f"The weekday does not fit the date: {time.clash}.", side)
    return None


def _days(told: Told) -> list[date]:
    found = [time.interval for time in told.times if time.interval is not None]
    return [interval.first for interval in found if interval.first and interval.first == interval.last]


def _other_year(one: Told, other: Told) -> Finding | None:
    """Find one day in two years, of which only one can be, since the reports came out together."""
    if one.published is None or other.published is None or abs((other.published - one.published).days) > OTHER_YEAR_DAYS // 10:
        return None
    for left in _days(one):
        for right in _days(other):
            if (left.month, left.day) == (right.month, right.day) and left.year != right.year:
                wrong = "other" if abs((right - other.published).days) > abs((left - one.published).days) else "one"
                return slip("slip.other_year", f"{left} and {right} are one day in two years.", wrong)
    return None


def _day_for_month(one: Told, other: Told) -> Finding | None:
    for left in _days(one):
        for right in _days(other):
            if left.day != left.month and (left.year, left.month, left.day) == (right.year, right.day, right.month):
                return slip("slip.day_for_month", f"{left} and {right} are one date with day and month exchanged.")
    return None


def _dash_lost(one: Told, other: Told) -> Finding | None:
    for side, told, rival in (("other", other, one), ("one", one, other)):
        joined = {f"{figure.count.minimum}{figure.count.maximum}" for figure in rival.figures if figure.count.bound is Bound.RANGE}
        shown = {re.sub(r"[^0-9]", "", match.group()) for match in _DIGITS.finditer(told.text)}
        for digits in sorted(shown & joined):
            return slip("slip.dash_lost", f"A range lost its dash and became {digits}.", side)
    return None


def _scale(one: Told, other: Told) -> Finding | None:
    """Find one amount in two scales (a milliard told on as a million), where the rest of the sentence is the same."""
    mine, theirs = set(one.words), set(other.words)
    here = [index for index, words in enumerate(_SCALES) if mine & words]
    there = [index for index, words in enumerate(_SCALES) if theirs & words]
    if here and there and set(here) != set(there) and (_currencies(one) & _currencies(other)):
        return slip("slip.scale", "One amount stands in two scales.")
    return None


def _currencies(told: Told) -> frozenset[str]:
    return frozenset(hit.key for hit in told.hits("units") if hit.key == "money")


def _coordinates(one: Told, other: Told) -> Finding | None:
    left, right = _COORDINATES.search(one.text), _COORDINATES.search(other.text)
    if left and right and (left.group(1), left.group(3)) == (right.group(3), right.group(1)) and left.group(1) != left.group(3):
        return slip("slip.coordinates", "Latitude and longitude are exchanged.")
    return None


def _translated_name(one: Told, other: Told) -> Finding | None:
    """Find a person's name that was translated word by word."""
    if one.language == other.language:
        return None
    mine, theirs = unshared(one, other) | _firsts(one), unshared(other, one) | _firsts(other)
    if not unshared(one, other) or not unshared(other, one):
        return None
    mine, theirs = mine - theirs, theirs - mine
    pairs = [group for group in map(str.split, _GIVEN_NAMES) if _one_of(group, mine) and _one_of(group, theirs)]
    if pairs and _surnames(one, mine) and _surnames(other, theirs):
        return slip("slip.translated_name", "A name was translated word by word.")
    return None


def _firsts(told: Told) -> frozenset[str]:
    return frozenset(run[0] for run in full_names(told))


def _one_of(group: list[str], found: frozenset[str]) -> bool:
    return any(part in group for name in found for part in name.split())


def _surnames(told: Told, found: frozenset[str]) -> bool:
    """Say whether a full name has a given name of the list, and another word that the other passage lacks."""
    given = {name for group in _GIVEN_NAMES for name in group.split()}
    return any(set(run) & given or set(run[0].split()) & given for run in full_names(told) if set(run) & found)


def cites(told: Told, source: str) -> bool:
    """Say whether a passage names another report's source as its own ("…, the Belmora Post reports")."""
    words = [word for word in fold(source).split() if word not in word_list("body_links", told.language) and len(word) > 2]
    joined = f" {' '.join(word for word in told.words if word.isalnum())} "
    name = " ".join(words)
    own = len(words) >= 2 or (len(name) >= LONE_NAME_LETTERS and source.rsplit(maxsplit=1)[-1] in told.text)
    return own and f" {name} " in joined and bool(told.any_keys("marks") & {"relay"})


LONE_NAME_LETTERS = 5
"""Letters from which an outlet's name of one word is no common word. Source: own judgement, 2026-11."""


def told_otherwise(one: Told, other: Told, finding: Finding | None) -> Finding | None:
    """Take figures that exclude each other for a slip where one passage gives the other's report as its source.

    Args:
        one: The earlier passage.
        other: The later.
        finding: What the figures say.

    Returns:
        The slip, else what was found.

    Source: docs/codebook.md, D08, D34.
    """
    if finding is None or finding.relation is not Relation.DISPUTE:
        return finding
    return _told_on(one, other, "actor") or finding


def _told_on(one: Told, other: Told, field: str) -> Finding | None:
    """Find what a report changed that cites the other."""
    for told, source, side in ((other, one.source, "other"), (one, other.source, "one")):
        if source and cites(told, source) and field in ("role", "identity", "actor", "provenance", "legal"):
            return slip("slip.told_on", f"The report that cites {source} has it otherwise.", side)
    return None


def mixed_up(one: Told, other: Told) -> Finding | None:
    """Find a mission that one passage calls by another mission's initials.

    Args:
        one: The earlier passage.
        other: The later.

    Returns:
        The slip; None where nothing else shows that both tell of one mission.

    Source: docs/codebook.md, D07, D10.
    """
    mine, theirs = _initials(one) - _initials(other), _initials(other) - _initials(one)
    known_one, known_other = set(filter(_known_mission, mine)), set(filter(_known_mission, theirs))
    if mine and theirs and bool(known_one) != bool(known_other) and shared(one, other):
        return slip("slip.other_mission", "Two missions' initials stand for one.", "one" if known_one else "other")
    return None


_INITIALS = re.compile(r"\b[A-Z]{4,9}\b")
_MISSIONS = word_set(
    "unmiss minuss amisom atmis monusco minusma minusca unamid unmil minul unoci onuci minustah unifil finul unisfa "
    "fisnua unamsil minurso unficyp monuc onub unsom unitams misca misma afisma eutm eucap unmik undof uncruf unmogip "
    "unsmil manul unama manua unmis"
)
"""Initials of missions of the United Nations and the African Union, in both languages.

Source: peacekeeping.un.org, list of missions.
"""


def _initials(told: Told) -> frozenset[str]:
    return frozenset(match.group().lower() for match in _INITIALS.finditer(told.text))


def _known_mission(initials: str) -> bool:
    return initials in _MISSIONS
