"""Which found thing answers which expected one: overlaps of documents, characters and days, and one-to-one choice by them."""

import re
from collections.abc import Iterable, Mapping, Sequence
from datetime import date

from bench.frame import Line
from corro.values import fold

Weighted = tuple[float, str, str]
"""How well two go together, and the two."""

LEAST_OVERLAP = 0.25
"""Least share of common documents for two incidents to be one. Source: `match_incidents` of the gold data's record.py."""

LEAST_CHARACTERS = 0.5
"""Least share of common characters for two passages to be one. Source: `claims` of the gold data's record.py."""

_ARTICLES = ("the", "a", "an", "of", "and", "de", "du", "des", "d", "la", "le", "les", "l", "un", "une", "et")
_TITLES = frozenset((*_ARTICLES, "mr", "mrs", "ms", "m", "mme", "general", "colonel", "col"))
"""Words that tell no speaker from another. Source: STOP of the gold data's record.py."""

_FAMILY = re.compile(r"[A-Z]")


def documents_of(row: Line) -> set[str]:
    """Return the documents that a row names, those of its positions too."""
    named = set(row.get("documents") or [])
    return named.union(*(position.get("documents") or [] for position in row.get("positions") or []))


def share(one: set[str], other: set[str]) -> float:
    """Return the common part of two sets: intersection over union, 0 where both are empty."""
    return len(one & other) / len(one | other) if one | other else 0.0


def one_to_one(pairs: Iterable[Weighted]) -> dict[str, str]:
    """Choose pairs, heaviest first, so that nothing is in two of them; ties by name."""
    chosen: dict[str, str] = {}
    taken: set[str] = set()
    for _, expected, found in sorted(pairs, key=lambda pair: (-pair[0], pair[1], pair[2])):
        if expected not in chosen and found not in taken:
            chosen[expected] = found
            taken.add(found)
    return chosen


def family(code: str | None) -> str:
    """Return the family of a type; killings by whomever are one family. Source: `family` of the gold data's record.py."""
    letter = _FAMILY.match(code or "")
    return "V" if code == "A3" else letter[0] if letter else ""


def incident_pairs(expected: Sequence[Line], found: Sequence[Line]) -> dict[str, str]:
    """Match incidents by their documents and type.

    Returns:
        For each expected id that has an answer, the found one: one family, at least `LEAST_OVERLAP` of the documents; the more
        documents the better, the same code before another of the family.
    """
    pairs: list[Weighted] = []
    for wanted in expected:
        for offered in found:
            common = share(documents_of(wanted), documents_of(offered))
            if common >= LEAST_OVERLAP and family(wanted["type"]) == family(offered.get("type")):
                pairs.append((common + 0.5 * (wanted["type"] == offered.get("type")), wanted["id"], offered["id"]))
    return one_to_one(pairs)


def places_of(text: str, words: str) -> list[tuple[int, int]]:
    """Return where words stand in a text, every time."""
    return [(match.start(), match.end()) for match in re.finditer(re.escape(words), text)]


def common_characters(one: tuple[int, int], other: tuple[int, int]) -> float:
    """Return characters in both over characters from the first to the last of either."""
    both = min(one[1], other[1]) - max(one[0], other[0])
    return both / (max(one[1], other[1]) - min(one[0], other[0])) if both > 0 else 0.0


def same_days(expected: Line | None, found: Line | None) -> bool:
    """Say whether two dates are the same interval."""
    return bool(expected and found) and ends(expected) == ends(found)


def ends(dated: Line | None) -> tuple[date, date] | None:
    """Return both days of `{"interval": [first, last]}`, or None where one is not known."""
    interval = (dated or {}).get("interval")
    if not interval or not all(interval):
        return None
    return date.fromisoformat(interval[0][:10]), date.fromisoformat(interval[1][:10])


def overlap(expected: Line | None, found: Line | None) -> bool:
    """Say whether two dates share a day."""
    one, other = ends(expected), ends(found)
    return bool(one and other and max(one[0], other[0]) <= min(one[1], other[1]))


def forms_of(sources: Iterable[Line]) -> Mapping[str, set[str]]:
    """Return for each source all names that it goes by, folded."""
    return {source["name"]: {fold(name) for name in [source["name"], *source.get("variants", [])]} for source in sources}


def same_speaker(name: str | None, forms: Iterable[str]) -> bool:
    """Say whether a name is one of these forms, or the words of one are all in the other, titles aside."""
    folded = fold(name or "")
    words = set(folded.split()) - _TITLES
    if not words:
        return False
    others = (set(form.split()) - _TITLES for form in forms)
    return folded in forms or any(other and (words <= other or other <= words) for other in others)
