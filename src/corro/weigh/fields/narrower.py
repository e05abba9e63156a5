"""What one passage says more closely than the other: a class and its member, a district and its village, a word and a name."""

import re

from corro.weigh.fields.names import full_names, like_any, names, one_acronym, shared, unshared
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, refine

_UNITS_OF_LAND = re.compile(
    r"\b(?:district|province|region|région|cercle|county|commune|department|département|valley|vallée|gouvernorat|governorate|state|"
    r"territory|territoire|arrondissement|north|nord|south|sud|east|west|ouest|outskirts|near|près)\b",
    re.IGNORECASE,
)


_ARTICLE = re.compile(r"\b(?:articles?|section|paragraph|clause|alinéa|paragraphe)\b", re.IGNORECASE)


def relate_narrower(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether one passage's answer holds the other's.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        That one refines the other, or None.

    Source: docs/codebook.md, pairs of claims.
    """
    if field == "place":
        return _place(one, other)
    if (held := _class(one, other) or _class(other, one)) and not (field == "identity" and _one_name(one, other)):
        return held
    if field == "legal" and bool(_ARTICLE.search(one.text)) != bool(_ARTICLE.search(other.text)):
        return refine("law.article", "One names the article of what the other names: no contradiction.")
    if field in ("identity", "actor", "provenance") and not one_acronym(one, other) and (_named(one, other) or _named(other, one)):
        return refine("name.added", "One names whom the other only describes: no contradiction.")
    if field in ("status", "legal", "characterisation") and _repeats(one, other):
        return refine("words.added", "One says what the other says, and more.")
    if field == "existence" and _adds(one, other):
        return refine("existence.detailed", "One tells more of what both say is there.")
    return None


def _one_name(one: Told, other: Told) -> bool:
    """Say whether both passages name one person in full, in whatever spelling."""
    return any(all(like_any(word, theirs) for word in mine[-2:]) for mine in full_names(one) for theirs in full_names(other))


def _class(wide: Told, narrow: Told) -> Finding | None:
    """Find a class in one passage, and in the other what it can hold and not the class itself."""
    classes, there = wide.keys("classes"), narrow.keys("classes")
    under, above = narrow.any_keys("classes.under"), wide.any_keys("classes.under")
    for name in sorted(classes & under - (there & above)):
        return refine(
            "class.holds", f"One says it in general ({name.replace('_', ' ')}), the other more closely: no contradiction."
        )
    return None


def _named(described: Told, named: Told) -> bool:
    """Say whether one passage has a full name, and the other has none in its place."""
    fresh = [run for run in full_names(named) if not any(like_any(word, described.words) for word in run[-2:])]
    known = [run for run in full_names(named) if run not in fresh]
    if known or (full_names(described) and not fresh):
        return False
    return bool(fresh or unshared(named, described)) and not unshared(described, named)


REPEATED_SHARE = 0.8
"""Share of a passage's words that a longer one has too where it says the same and more. Source: own judgement, 2026-11."""


def _repeats(one: Told, other: Told) -> bool:
    """Say whether one passage has nearly all words of the other, and half as many again."""
    mine, theirs = (frozenset(word for word in told.words if word.isalnum()) for told in (one, other))
    short, long = sorted((mine, theirs), key=len)
    return len(short & long) >= REPEATED_SHARE * len(short) and len(long) >= 1.5 * len(short)


def _adds(one: Told, other: Told) -> bool:
    """Say whether one passage is much longer, or dates and signs what the other only says is there."""
    short, long = sorted((len(one.words), len(other.words)))
    return long >= short * 1.3 and bool(one.times) != bool(other.times)


def _place(one: Told, other: Told) -> Finding | None:
    if _one_distance(one, other):
        return None
    here, there = unshared(one, other), unshared(other, one)
    if here != there and (_within(one, other) or _within(other, one)):
        return refine("place.contained", "One place lies within the other: no contradiction.")
    tied = shared(one, other) or not (names(one) and names(other))
    if bool(here) != bool(there) and tied and (_UNITS_OF_LAND.search(one.text) or _UNITS_OF_LAND.search(other.text)):
        return refine("place.contained", "One names a place within the one that both name: no contradiction.")
    return None


def _within(inner: Told, outer: Told) -> bool:
    """Say whether a place of one passage lies in a unit that only the other names; a seat bears the name of its unit."""
    named = {place.name for place in outer.places} - {place.name for place in inner.places}
    return any(unit in named for place in inner.places for unit in (place.admin1, place.admin2) if unit)


_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "fifteen": 15, "twenty": 20, "thirty": 30, "forty": 40, "fifty": 50, "un": 1, "deux": 2, "trois": 3, "quatre": 4,
    "cinq": 5, "sept": 7, "huit": 8, "neuf": 9, "dix": 10, "onze": 11, "douze": 12, "quinze": 15, "vingt": 20, "trente": 30,
    "quarante": 40, "cinquante": 50,
}  # fmt: skip
_DISTANCE = re.compile(r"\b(\w+)[\s-](?:km|kilom[eè]tres?|kilometers?|miles?|m[eè]tres?|meters?)\b", re.IGNORECASE)


def _one_distance(one: Told, other: Told) -> bool:
    """Say whether both passages give one distance."""
    return bool(_distances(one) & _distances(other))


def _distances(told: Told) -> frozenset[int]:
    shown = [match.group(1).lower() for match in _DISTANCE.finditer(told.text)]
    return frozenset(int(word) if word.isdigit() else _NUMBERS[word] for word in shown if word.isdigit() or word in _NUMBERS)
