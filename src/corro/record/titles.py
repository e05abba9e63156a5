"""One line for lists: the type's name and the best supported values."""

import re
from collections.abc import Mapping, Sequence
from string import Formatter

from corro.model import EventValue
from corro.values import fold
from corro.vocab.event_types import event_types

LONGEST = 100
"""Characters of one value in a title; longer ones are cut at a word. Source: our own judgement, a line of a terminal."""


def title(code: str, values: Sequence[EventValue]) -> str:
    """Make an event's title.

    Args:
        code: Its type.
        values: What is held of its roles, best supported first.

    Returns:
        The type's template with the best supported values; the type's name, with what there is, where the template wants more.
    """
    kind = event_types().get(code)
    if kind is None:
        return code
    roles = [role for _, role, _, _ in Formatter().parse(kind.title_en) if role]
    known = {role: text for role, text in _best(values).items() if not _repeats_type(text, f"{kind.name_en} {kind.name_fr}")}
    if _figures_differ(values):
        known = {role: _without_figure(text) for role, text in known.items()}
    if all(role in known for role in roles):
        return kind.title_en.format_map(known)
    there = [known[role] for role in roles if role in known]
    return f"{kind.name_en}: {', '.join(there)}" if there else kind.name_en


def _repeats_type(text: str, names: str) -> bool:
    """Say whether a value is one word of the type's own name, which tells nothing (`the mandate of the mandate`)."""
    return fold(text) in re.findall(r"\w+", fold(names))


_FIGURE = re.compile(
    r"^(?:(?:at least|more than|over|some|about|around|nearly|almost|up to|an estimated|au moins|plus de|quelque|environ|près de|"
    r"the|les|des)\s+)*\d[\d.,\u00a0\u202f]*(?:\s\d{3})*\s+(?:(?:of|de|d['’])\s*)?",
    re.IGNORECASE,
)
"""A figure at the beginning of a label, with the words that bound it. Source: own list, 2026-11."""

_COUNTED = frozenset({"killed", "injured", "arrested", "abducted", "missing", "displaced", "released", "burnt", "troops"})


def _figures_differ(values: Sequence[EventValue]) -> bool:
    """Say whether sources put different figures forward, so that a title with one of them would take a side."""
    told = [value.held for value in values if value.role in _COUNTED]
    return any(len({one.printed for one in held}) > 1 for held in told)


def _without_figure(text: str) -> str:
    return _FIGURE.sub("", text) or text


def _best(values: Sequence[EventValue]) -> Mapping[str, str]:
    return {value.role: _short(value.held[0].printed) for value in values if value.held}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
