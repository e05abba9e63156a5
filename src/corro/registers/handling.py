"""How confidentially an item is handled: one person may raise that, lowering it takes two (R29)."""

from collections.abc import Iterable

from corro.model import Entered
from corro.vocab import terms

COLUMN = "handling"


def rank(level: str) -> int:
    """Return how high a level is, 0 for the lowest and for none."""
    levels = list(terms("classifications"))
    return levels.index(level) if level in levels else 0


PERSONS = 2
"""How many it takes to lower. Source: docs/codebook.md, R29."""


def levels_by_act(acts: Iterable[Entered]) -> tuple[dict[str, str], str]:
    """Tell what level acts leave that would lower the handling of an item.

    Args:
        acts: The item's acts that hold, oldest first.

    Returns:
        By id of such an act the level that holds after it: the one before while only one person asked, the higher of the two that
        were asked for once a second did; and who asked for what still waits, empty where nothing does.

    Source: docs/codebook.md, R29; ST/SGB/2007/6, section 4.
    """
    level = ""
    held: dict[str, str] = {}
    waiting: dict[str, str] = {}
    for act in acts:
        given = dict(act.values).get(COLUMN)
        if given is None:
            continue
        if rank(given) >= rank(level):
            level, waiting = given, {}
            continue
        waiting[act.by] = given
        if len(waiting) >= PERSONS:
            level, waiting = max(waiting.values(), key=rank), {}
        held[act.id] = level
    return held, next(iter(waiting), "")
