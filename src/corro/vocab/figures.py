"""Reads figures that people enter: never a bare number, always with its unit, and with the bound that their words give it."""

import re

from corro.values import Bound, Count, fold
from corro.vocab.terms import terms

_BOUNDS = (
    (Bound.AT_LEAST, ("≥", ">=", "at least", "au moins", "no fewer than", "pas moins de")),
    (Bound.AT_MOST, ("≤", "<=", "at most", "au plus", "up to", "jusqu'à", "jusqu’à")),
    (Bound.MORE_THAN, (">", "more than", "over", "plus de")),
    (Bound.LESS_THAN, ("<", "less than", "fewer than", "under", "moins de")),
    (Bound.APPROXIMATE, ("~", "≈", "about", "around", "some", "approximately", "environ", "quelque")),
)
"""Marks and words of a bound, in both languages. Source: `Count` prints the marks; words: own list, 2026-11."""

_NUMBER = r"\d{1,3}(?:[   ,.]\d{3})+|\d+"
_FIGURE = re.compile(rf"^(?P<first>{_NUMBER})(?:\s*(?:–|-|to|à)\s*(?P<last>{_NUMBER}))?\s*(?P<unit>.*)$")


def read_figure(text: str) -> tuple[Count, str]:
    """Read a figure with its unit.

    Args:
        text: `12 persons`, `≥ 500 personnes`, `about 300 flight requests`, `200–400 persons`.

    Returns:
        The count, and the key of its unit in the list `counting_units`.

    Raises:
        ValueError: There is no number, no unit, or a unit that is in no list.

    Source: R10, R16 of docs/codebook.md.
    """
    bound, rest = _bound(text.strip())
    match = _FIGURE.match(rest)
    if not match:
        raise ValueError("no number")
    first, last = (_number(match[end]) if match[end] else None for end in ("first", "last"))
    if not match["unit"].strip():
        raise ValueError("no unit")
    return _count(bound, first or 0, last), unit_of(match["unit"])


def _bound(text: str) -> tuple[Bound, str]:
    folded = text.lower()
    for bound, words in _BOUNDS:
        for word in words:
            if folded.startswith(word) and (not word[-1].isalpha() or folded[len(word) : len(word) + 1] == " "):
                return bound, text[len(word) :].strip()
    return Bound.EXACT, text


def _number(text: str) -> int:
    return int(re.sub(r"\D", "", text))


def _count(bound: Bound, first: int, last: int | None) -> Count:
    if last is not None:
        return Count(first, last, Bound.RANGE)
    if bound in (Bound.AT_LEAST, Bound.MORE_THAN):
        return Count(first, None, bound)
    if bound in (Bound.AT_MOST, Bound.LESS_THAN):
        return Count(None, first, bound)
    return Count(first, first, bound)


def unit_of(words: str) -> str:
    """Return the key of the unit that words name, singular or plural, in either language.

    Raises:
        ValueError: No unit is called so.
    """
    wanted = fold(words.replace("_", " "))
    for term in terms("counting_units").values():
        names = {term.key.replace("_", " "), term.en, term.fr, *term.en_words, *term.fr_words}
        if wanted in {fold(name) for name in names} | {fold(f"{name}s") for name in names}:
            return term.key
    raise ValueError(f"no unit is called {words.strip()[:40]!r}")


def printed_figure(count: Count, unit: str) -> str:
    """Return a figure as it is printed: `≥ 500 persons`."""
    return f"{count} {terms('counting_units')[unit].en}"
