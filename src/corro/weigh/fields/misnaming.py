"""Slips in names and posts that show in the two passages themselves: letters exchanged, a neighbour's surname, a lost State."""

import re
from collections.abc import Iterator

from corro.values import fold
from corro.weigh.fields.names import full_names, like_any
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, slip

NAMED_FIELDS = frozenset({"identity", "role", "actor", "provenance"})
"""Questions that a name answers."""

_RETOLD = re.compile(
    r"\b(?:machine translation|automatic translation|auto-translated|translated (?:automatically|by machine)|"
    r"traduction automatique|traduit (?:automatiquement|par une machine))\b",
    re.IGNORECASE,
)
"""Words by which a text says that a machine translated what it gives. Source: own list, 2026-11."""

_REPRESENTATIVE = re.compile(
    r"\b(?:(?:deputy|permanent) )*representative of (?:the )?(?P<whom>[^,.;]+)|"
    r"\breprésentante?(?: (?:permanente?|adjointe?))* (?:de l['’]|des |du |de la )(?P<qui>[^,.;]+)",
    re.IGNORECASE,
)
_UNITED_NATIONS = re.compile(r"^(?:the )?(?:United Nations|UN|ONU|Nations [Uu]nies)\b")


def misnamed(one: Told, other: Told, field: str) -> Finding | None:
    """Find a name or post that changed on the way, whatever the passages say otherwise.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        The slip, or None.

    Source: docs/codebook.md, D05, D07, D08, D10, D28.
    """
    for told, side in ((one, "one"), (other, "other")):
        if _RETOLD.search(told.text) and not _RETOLD.search((other if told is one else one).text):
            return slip("slip.machine_translation", "One passage was translated by a machine, and says something else.", side)
    if field not in NAMED_FIELDS:
        return None
    return _letters(one, other) or _neighbour(one, other) or _state_lost(one, other)


def _letters(one: Told, other: Told) -> Finding | None:
    """Find one person whose names have their letters in another order ("Ilva", "Ilav")."""
    for mine, theirs in _pairs(one, other):
        same = [left == right for left, right in zip(mine, theirs, strict=False)]
        mixed = [sorted(left) == sorted(right) for left, right in zip(mine, theirs, strict=False)]
        if len(mine) == len(theirs) and all(mixed) and not all(same):
            return slip("slip.letters", "The letters of a name were exchanged.", None)
    return None


def _neighbour(one: Told, other: Told) -> Finding | None:
    """Find a person who bears the surname of somebody else in the same passage, and another one in the other passage."""
    for told, rival, side in ((other, one, "other"), (one, other, "one")):
        runs, others = full_names(told), full_names(rival)
        for run in runs:
            doubled = sum(near[-1] == run[-1] for near in runs) > 1
            own = [known for known in others if known[-2] == run[-2] and known[-1] != run[-1]]
            if doubled and own and any(known[-1] == run[-1] for known in others):
                return slip("slip.neighbours_name", "One person got the name of another in the same passage.", side)
    return None


def _state_lost(one: Told, other: Told) -> Finding | None:
    """Find a State's representative to the United Nations who became one of the United Nations."""
    found = {side: _whom(told) for side, told in (("one", one), ("other", other))}
    if all(found.values()) and _tied(one, other):
        lost = [side for side, whom in found.items() if _UNITED_NATIONS.match(whom)]
        if len(lost) == 1:
            return slip("slip.state_lost", "The State that the representative speaks for was lost.", lost[0])
    return None


def _whom(told: Told) -> str:
    match = _REPRESENTATIVE.search(told.text)
    return (match.group("whom") or match.group("qui") or "").strip() if match else ""


def _tied(one: Told, other: Told) -> bool:
    return any(like_any(mine[-1], theirs[-1:]) for mine, theirs in _pairs(one, other))


def _pairs(one: Told, other: Told) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
    for mine in full_names(one):
        for theirs in full_names(other):
            yield tuple(map(fold, mine)), tuple(map(fold, theirs))
