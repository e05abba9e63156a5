"""Places that changed region: what a gazetteer, or a report, says of theirs may be older than the change."""

import csv
import re
from dataclasses import dataclass
from functools import cache
from importlib.resources import files

from corro.values import Place, PlaceKind, fold

_LOWER = (PlaceKind.TOWN, PlaceKind.COMMUNE, PlaceKind.CERCLE)


@dataclass(frozen=True, slots=True)
class RegionChange:
    """A change of region.

    Attributes:
        old: The region before.
        new: The region since.
        since: The year in which it took effect.
    """

    old: str
    new: str
    since: int


@cache
def _changes() -> dict[tuple[str, str], RegionChange]:
    """Return the changes by country and folded name.

    Source: Mali, law 2012-017 of 2 March 2012 on the making of units, applied to Ménaka and Taoudénit in January 2016.
    """
    text = (files("corro.resolve") / "gazetteer" / "region_changes.csv").read_text(encoding="utf-8")
    rows = csv.DictReader(text.splitlines())
    return {(row["country"], fold(row["name"])): RegionChange(row["old"], row["new"], int(row["since"])) for row in rows}


def region_change(place: Place, text: str) -> RegionChange | None:
    """Return the change of a place's region where the gazetteer or a text still has the old one, or None.

    Args:
        place: A settled place.
        text: The text that names it.
    """
    change = _changes().get((place.country or "", fold(place.name))) if place.kind in _LOWER else None
    if change is None:
        return None
    old = re.escape(change.old)
    named = re.search(rf"\b{old} region\b|\brégion (?:de |d['’]){old}\b|\bregion of {old}\b", text, re.IGNORECASE)
    return change if named or fold(place.admin1 or "") == fold(change.old) else None
