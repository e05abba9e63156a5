"""How confidential something is, and who may lower that: any one person may raise it, only two together may lower it (R29).

Source: ST/SGB/2007/6, Information sensitivity, classification and handling, sections 1 to 4; vocab/lists/classifications.toml.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from corro.model.user import LOCAL


class Classification(StrEnum):
    """The three levels. Source: ST/SGB/2007/6, section 2."""

    UNCLASSIFIED = "unclassified"
    CONFIDENTIAL = "confidential"
    STRICTLY_CONFIDENTIAL = "strictly_confidential"

    @property
    def rank(self) -> int:
        """How high it is; 0 is lowest."""
        return list(Classification).index(self)

    @property
    def marking(self) -> str:
        """What stands on each page or file. Source: ST/SGB/2007/6, section 3 (marking)."""
        return self.value.replace("_", " ").upper()


def highest(levels: Iterable[Classification]) -> Classification:
    """Return the highest of several levels, which is that of the whole; unclassified where there is none."""
    return max(levels, key=lambda level: level.rank, default=Classification.UNCLASSIFIED)


@dataclass(frozen=True, slots=True)
class ClassificationAct:
    """Somebody's word on how confidential something is.

    Attributes:
        level: The level that it is to have.
        by: Who says so.
        at: When.
        reason: Why.
    """

    level: Classification
    by: str
    at: datetime
    reason: str = ""


def standing_level(acts: Sequence[ClassificationAct], default: Classification) -> Classification:
    """Return the level that holds after these acts, taken in the order of entry.

    Raising holds at once. Lowering holds once two named persons have asked for it, each with a reason, for this level or a lower
    one; what was asked for before the last raising counts no more. The one user of an unshared machine is no named person.

    Args:
        acts: What was said, in the order of entry.
        default: The level before anybody said anything.
    """
    level, asked = default, dict[str, Classification]()
    for act in acts:
        if act.level.rank >= level.rank:
            level, asked = act.level, {}
            continue
        if act.by and act.by != LOCAL.name and act.reason.strip():
            asked[act.by] = act.level
        agreed = _agreed(asked, level)
        if agreed is not level:
            level, asked = agreed, {}
    return level


def _agreed(asked: dict[str, Classification], level: Classification) -> Classification:
    """Return the lowest level that two of those who asked would both have, or the present one."""
    lowest_first = sorted(asked.values(), key=lambda one: one.rank)
    return lowest_first[1] if len(lowest_first) > 1 else level
