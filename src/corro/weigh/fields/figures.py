"""How the figures of two passages stand to each other: units first, then sums and shares, bounds, and what is said to be final."""

import re
from collections.abc import Iterator
from itertools import combinations

from corro.model import DisputeKind
from corro.values import Bound, Count
from corro.weigh.fields.lexicon import Hit, word_set
from corro.weigh.fields.told import Told, ToldFigure
from corro.weigh.fields.verdicts import Finding, agree, dispute, incomparable, refine, update
from corro.weigh.relations.counts import rounded

UNIT_REACH = 8
"""Words around a figure within which the word stands that says what it counts. Source: chosen on the development pairs, 2026-11."""

BESIDE_REACH = 3
"""Words after a figure's first within which its own noun stands. Source: as above."""

LATER_DAYS = 3
"""Days between two reports from which a figure that moved is a later state. Source: chosen on the development pairs, 2026-11."""

_SHARES = (
    (re.compile(r"\b(?:a|one) third\b|\ble tiers\b|\bun tiers\b", re.IGNORECASE), 1, 3),
    (re.compile(r"\btwo thirds\b|\bdeux tiers\b|\bles deux tiers\b", re.IGNORECASE), 2, 3),
    (re.compile(r"\bhalf\b|\bla moitié\b", re.IGNORECASE), 1, 2),
    (re.compile(r"\b(?:a|one) quarter\b|\ble quart\b|\bun quart\b", re.IGNORECASE), 1, 4),
    (re.compile(r"\bthree quarters\b|\btrois quarts\b", re.IGNORECASE), 3, 4),
    (re.compile(r"\b(?:a|one) fifth\b|\bun cinquième\b", re.IGNORECASE), 1, 5),
    (re.compile(r"\b(?:a|one) tenth\b|\bun dixième\b", re.IGNORECASE), 1, 10),
)
_PER_CENT = re.compile(r"\b(\d{1,3})\s?(?:%|per cent|percent|pour cent)", re.IGNORECASE)
_MOVING = frozenset({"missing", "displaced", "cases", "dead", "injured", "casualties", "arrested", "houses", "abducted", "freed"})
_FATES = frozenset({"dead", "injured", "missing", "abducted", "arrested", "displaced", "freed"})
"""What befell those who are counted: figures of two fates are two counts, whoever they are. Source: docs/codebook.md, R10."""
_SUBSETS = frozenset({"children", "women", "civilians"})
_OF_MATTER = word_set(
    "households requests flights days houses villages vehicles aircraft attacks votes tents animals tonnes weapons "
    "interviews visits wells staff"
)


def relate_figures(one: Told, other: Told) -> Finding | None:
    """Say how two passages' figures stand to each other.

    Args:
        one: The earlier passage.
        other: The later.

    Returns:
        The finding; None where one of them gives no figure.

    Source: docs/codebook.md, pairs of claims; D02, D16, D17, D26, D30, D31; R10, R16.
    """
    mine, theirs = _figures(one), _figures(other)
    if early := _bases(one, other) or _windows(one, other):
        return early
    if not mine or not theirs:
        return _none_against_some(one, mine, other, theirs)
    return (
        _same(mine, theirs)
        or _of_narrower(one, other, mine, theirs)
        or _persons_summed(mine, theirs)
        or _units(mine, theirs)
        or _moved(one, other, mine, theirs)
        or _sum(one, mine, theirs)
        or _sum(other, theirs, mine)
        or _contained(mine, theirs)
        or _excluded(mine, theirs)
    )


_Counted = tuple[ToldFigure, frozenset[str]]

_NONE = re.compile(
    r"\b(?:no|not (?:a|one) (?:single )?|aucune?s?|pas une?|nul(?:le)?)\s*(?:\w+\s)?"
    r"(?:civilian|person|soldier|child|woman|man|body|death|victim|casualt|fatalit|prisoner|request|flight|house|"
    r"civil|mort|victime|soldat|enfant|femme|homme|perte|décès|demande|vol|maison)|"
    r"\b(?:nobody|no one) (?:was|died|has|is)\b|\bpersonne n",
    re.IGNORECASE,
)
"""Words by which a text says that there were none. Source: own list, 2026-11."""


def _none_against_some(one: Told, mine: list[_Counted], other: Told, theirs: list[_Counted]) -> Finding | None:
    """Set "no civilian died" against a figure of them."""
    for told, figures, rival in ((one, mine, theirs), (other, theirs, mine)):
        if not figures and rival and _NONE.search(told.text):
            return dispute(DisputeKind.QUANTITY, "figure.none", f"One says that there were none, the other {rival[0][0].count}.")
    return None


_NARROWING = re.compile(
    r"\b(?:hostile|malicious|malveillant|by accident|accidents?|illness|maladies?|in combat|au combat|uniformed|en uniforme|"
    r"of natural causes|alone|à (?:lui|elle) seule?|of whom|dont|sector|secteur|district of|"
    r"in the (?:north|south|east|west)|au (?:nord|sud)|à l['’](?:est|ouest))\b",
    re.IGNORECASE,
)
"""Words that narrow what is counted to a cause, a kind or a part. Source: docs/codebook.md, D29 to D33; own list, 2026-11."""


def _of_narrower(one: Told, other: Told, mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    """Hold a count of all apart from a count by one cause or of one part, where that is the smaller."""
    narrow_one, narrow_other = bool(_NARROWING.search(one.text)), bool(_NARROWING.search(other.text))
    if narrow_one == narrow_other:
        return None
    narrow, whole = (mine, theirs) if narrow_one else (theirs, mine)
    tops = [max((figure.count.point or 0 for figure, _ in side), default=0) for side in (narrow, whole)]
    if 0 < tops[0] < tops[1]:
        return incomparable("figure.of_a_part", "One counts all, the other only those of one cause or part.")
    return None


_PERSONS = frozenset({"persons", "children", "women", "civilians", "dead", "injured"})


def _persons_summed(mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    """Add up men, women and children before they are held apart from people."""
    for parts, wholes in ((mine, theirs), (theirs, mine)):
        kinds = frozenset(kind for _, units in parts for kind in units)
        points = [figure.count.point for figure, _ in parts if figure.count.point]
        if len(points) > 1 and kinds <= _PERSONS and any(figure.count.point == sum(points) for figure, _ in wholes):
            return agree("figure.sum", f"{' and '.join(map(str, points))} make {sum(points)}.")
    return None


def _figures(told: Told) -> list[_Counted]:
    """Return the figures with the units that stand beside them; "one" alone is mostly a pronoun."""
    figures = [figure for figure in told.figures if figure.count.bound is not Bound.UNKNOWN and not _set_aside(told, figure)]
    found = [(figure, units_of(told, figure)) for figure in figures]
    return [item for item in found if item[0].count.point != 1] or found


def _set_aside(told: Told, figure: ToldFigure) -> bool:
    """Say whether a figure is only refused ("six, not thirty-five"), corrected, or part of a name ("Kilo Forty")."""
    at = told.word_at(figure.span.start)
    refused = at > 0 and told.words[at - 1] in ("not", "pas", "non")
    return refused or _of_a_name(told, figure) or _of_a_correction(told, figure)


_AFTER_NAME = re.compile(r"[^\W\d_]*[A-ZÀ-Ý][^\W\d_]+[ -]$")


def _of_a_name(told: Told, figure: ToldFigure) -> bool:
    word = figure.span.of(told.text)
    return word[:1].isupper() and bool(_AFTER_NAME.search(told.text[: figure.span.start]))


_CORRECTION = re.compile(
    r"\b(?:(?:earlier|previous|first) version|wrongly|incorrectly|version (?:antérieure|précédente)|par erreur|à tort)\b",
    re.IGNORECASE,
)
"""Words by which an outlet names what it had before. Source: own list, 2026-11."""


def _of_a_correction(told: Told, figure: ToldFigure) -> bool:
    """Say whether a figure stands in the sentence that says what an earlier version had."""
    start = max(told.text.rfind(mark, 0, figure.span.start) for mark in ".(!?") + 1
    ends = [end for mark in ".)!?" if (end := told.text.find(mark, figure.span.end)) >= 0]
    return bool(_CORRECTION.search(told.text[start : min(ends, default=len(told.text))]))


def units_of(told: Told, figure: ToldFigure) -> frozenset[str]:
    """Return what a figure counts, by the nearest words that say so in its clause."""
    at = told.word_at(figure.span.start)
    near = [hit for hit in told.hits("units") if abs(hit.first - at) <= UNIT_REACH and not _break_between(told, at, hit)]
    after = [hit for hit in near if hit.first >= at]
    nearest = min((hit.first for hit in after), default=None)
    first = {hit.key for hit in after if hit.first == nearest and hit.first - at <= BESIDE_REACH}
    if first & _OF_MATTER:
        return frozenset(first & _OF_MATTER)
    return frozenset(hit.key for hit in near if not (first and hit.key in _OF_MATTER))


def _break_between(told: Told, at: int, hit: Hit) -> bool:
    first, last = sorted((at, hit.first))
    return any(word in ".;:" for word in told.words[first:last])


def _bases(one: Told, other: Told) -> Finding | None:
    mine, theirs = one.keys("bases"), other.keys("bases")
    if mine and theirs and not mine & theirs:
        return incomparable("figure.two_bases", "One is what was authorised or estimated, the other what was there.")
    return None


_WINDOW = re.compile(
    r"\b(?:since|depuis|between|entre|from|de|in|en|over|during|au cours|pendant|this|ce|cette)\s+(?:le |la |les |the )?"
    r"(?:first |last |premier |dernier )?(?:january|february|march|april|may|june|july|august|september|october|november|december|"
    r"janvier|février|mars|avril|mai|juin|juillet|août|septembre|octobre|novembre|décembre|year|année|month|mois|quarter|trimestre|"
    r"half|semestre|week|semaine|20\d\d)\b(?:\s+(?:to|and|et|à|alone|seul)\s+\w+)?",
    re.IGNORECASE,
)
"""Words that open the days over which something is counted. Source: own list after the development pairs, 2026-11."""


def _windows(one: Told, other: Told) -> Finding | None:
    """Set two windows of counting beside each other."""
    here, there = _months(one), _months(other)
    if here and there and not here & there:
        return incomparable("figure.two_windows", "They count over different months.")
    mine, theirs = _window(one), _window(other)
    if mine and theirs and mine != theirs and not _day_of_event(one) and not _day_of_event(other):
        return incomparable("figure.two_windows", f"One is counted over “{mine}”, the other over “{theirs}”.")
    return None


_QUARTER = re.compile(
    r"\b(first|second|third|fourth|last|premier|deuxième|second|troisième|quatrième|dernier)\s(?:quarter|trimestre)\b",
    re.IGNORECASE,
)
_ORDINALS = {
    "first": 1, "second": 2, "third": 3, "fourth": 4, "last": 4,
    "premier": 1, "deuxième": 2, "troisième": 3, "quatrième": 4, "dernier": 4,
}  # fmt: skip
_MONTHS = (
    "january february march april may june july august september october november december",
    "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
)
_MONTH = {name: number for names in _MONTHS for number, name in enumerate(names.split(), 1)}
_RANGE = re.compile(
    rf"\b(?:from |between |d['’]|de |entre )?({'|'.join(_MONTH)})\s(?:to|and|à|et|-|–|until|through)\s({'|'.join(_MONTH)})\b",
    re.IGNORECASE,
)


def _months(told: Told) -> frozenset[int]:
    """Return the months of the quarter or of the range of months over which a passage counts; nothing where it names none."""
    found: set[int] = set()
    for match in _QUARTER.finditer(told.text):
        quarter = _ORDINALS[match.group(1).lower()]
        found |= set(range(3 * quarter - 2, 3 * quarter + 1))
    for match in _RANGE.finditer(told.text):
        first, last = _MONTH[match.group(1).lower()], _MONTH[match.group(2).lower()]
        found |= set(range(first, last + 1)) if first <= last else {*range(first, 13), *range(1, last + 1)}
    return frozenset(found)


def _window(told: Told) -> str:
    found = _WINDOW.search(told.text)
    return " ".join(found.group().lower().split()) if found else ""


def _day_of_event(told: Told) -> bool:
    return any(time.interval and time.interval.days == 1 for time in told.times)


def _same(mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    for (left, here), (right, there) in _pairs(mine, theirs):
        alike = not (here and there) or here & there
        if left.count == right.count and alike:
            return agree("figure.same", f"Both give {left.count}.")
        if alike and (rounded(left.count, right.count) or rounded(right.count, left.count)):
            return agree("figure.rounded", f"{left.count} and {right.count} are one figure, rounded.")
    return None


def _sum(told: Told, parts: list[_Counted], wholes: list[_Counted]) -> Finding | None:
    """Find a sum, remainder or share of one passage's figures in the other's."""
    results = dict(_results(told, parts))
    for whole, _ in wholes:
        if whole.count.point in results and whole.count.point:
            return agree("figure.sum", f"{results[whole.count.point]} makes {whole.count}.")
    return None


def _results(told: Told, parts: list[_Counted]) -> Iterator[tuple[int, str]]:
    points = [figure.count.point for figure, _ in parts if figure.count.point]
    for left, right in combinations(points, 2):
        yield left + right, f"{left} and {right}"
        yield abs(left - right), f"{max(left, right)} less {min(left, right)}"
    if len(points) > 2:
        yield sum(points), " and ".join(map(str, points))
    for point in points:
        yield from _shares(told, point)


def _shares(told: Told, whole: int) -> Iterator[tuple[int, str]]:
    for pattern, upper, lower in _SHARES:
        if pattern.search(told.text) and whole * upper % lower == 0:
            yield whole * upper // lower, f"{upper}/{lower} of {whole}"
            yield whole - whole * upper // lower, f"all but {upper}/{lower} of {whole}"
    for match in _PER_CENT.finditer(told.text):
        if whole * int(match.group(1)) % 100 == 0:
            yield whole * int(match.group(1)) // 100, f"{match.group()} of {whole}"


def _pairs(mine: list[_Counted], theirs: list[_Counted]) -> Iterator[tuple[_Counted, _Counted]]:
    for left in mine:
        for right in theirs:
            yield left, right


def _units(mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    """Hold figures apart that count different things."""
    here = frozenset(unit for _, units in mine for unit in units)
    there = frozenset(unit for _, units in theirs for unit in units)
    if not here or not there:
        return None
    if _apart(here, there) or _with_wounded(here, there) or _of_a_part(here, there):
        return incomparable("figure.two_units", f"They count different things: {_named(here)} and {_named(there)}.")
    return None


def _apart(here: frozenset[str], there: frozenset[str]) -> bool:
    """Say whether nothing is counted by both; persons are whoever the other passage counts, unless it counts no persons."""
    if here & _FATES and there & _FATES and not here & there & _FATES:
        return True
    if (here | there) & {"persons"} and not (here & there):
        return bool((here ^ there) & _OF_MATTER)
    return not here & there


def _with_wounded(here: frozenset[str], there: frozenset[str]) -> bool:
    return ("casualties" in here) != ("casualties" in there) and "dead" in here | there


def _of_a_part(here: frozenset[str], there: frozenset[str]) -> bool:
    """Say whether one counts only children or women of those whom the other counts."""
    return bool((here ^ there) & (_SUBSETS - {"civilians"}))


def _named(units: frozenset[str]) -> str:
    return ", ".join(sorted(units))


def _moved(one: Told, other: Told, mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    """Find a later state of what moves."""
    gap = (other.published - one.published).days if one.published and other.published else 0
    moving = any(units & _MOVING for _, units in (*mine, *theirs))
    final = "only" in one.any_keys("marks") and "only" in other.any_keys("marks")
    if final or not (gap >= LATER_DAYS or (gap > 0 and "change" in other.any_keys("marks") and one.source == other.source)):
        return None
    if not any(_exact_apart(left.count, right.count) for (left, _), (right, _) in _pairs(mine, theirs)):
        return None
    if moving or "change" in other.any_keys("marks"):
        return update("figure.later", f"The later report counts anew, {gap} days on.")
    return None


def _exact_apart(left: Count, right: Count) -> bool:
    return left.point is not None and right.point is not None and not left.compatible(right)


def _contained(mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    for (left, _), (right, _) in _pairs(mine, theirs):
        if left.count != right.count and (left.count.holds(right.count) or right.count.holds(left.count)):
            return refine("figure.contained", f"One figure holds the other ({left.count}, {right.count}): no contradiction.")
    for (left, _), (right, _) in _pairs(mine, theirs):
        if _dozens(left.count, right.count) or _dozens(right.count, left.count):
            return refine("figure.several", f"{right.count} is what “{left.count}” can mean: no contradiction.")
    return None


def _dozens(vague: Count, exact: Count) -> bool:
    return vague.bound is Bound.SEVERAL and exact.point is not None


def _excluded(mine: list[_Counted], theirs: list[_Counted]) -> Finding | None:
    apart = [(left, right) for (left, _), (right, _) in _pairs(mine, theirs) if not left.count.compatible(right.count)]
    if not apart:
        return None
    left, right = apart[0]
    return dispute(DisputeKind.QUANTITY, "figure.exclude", f"{left.count} and {right.count} cannot both be right.")
