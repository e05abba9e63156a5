"""One line for lists: the type's name and the best supported values."""

from collections.abc import Mapping, Sequence
from string import Formatter

from corro.model import EventValue
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
    known = _best(values)
    if all(role in known for role in roles):
        return kind.title_en.format_map(known)
    there = [known[role] for role in roles if role in known]
    return f"{kind.name_en}: {', '.join(there)}" if there else kind.name_en


def _best(values: Sequence[EventValue]) -> Mapping[str, str]:
    return {value.role: _short(value.held[0].printed) for value in values if value.held}


def _short(text: str) -> str:
    return text if len(text) <= LONGEST else text[:LONGEST].rsplit(" ", 1)[0] + " …"
