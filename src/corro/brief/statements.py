"""The positions that bodies took: their statements, calls and testimonies, each with who made it."""

from collections.abc import Sequence

from corro.brief.telling import Telling
from corro.model.brief import BriefLine


def positions_taken(tellings: Sequence[Telling]) -> list[BriefLine]:
    """Return a line for each statement, call or testimony, by who made it and when."""
    lines = [(telling.event.title, telling.lead()) for telling in tellings]
    return [line for _, line in sorted(lines, key=lambda pair: pair[0])]
