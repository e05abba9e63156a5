"""Which rows of datasets are weighed against which: rows of one dataset are told apart by their ids, and not by likeness."""

from collections.abc import Mapping, Sequence

from corro.model import Document
from corro.ports import FILED, LOOKED_UP

_SIDES = {"ucdp-ged": FILED, "acled": LOOKED_UP}
"""On which side of a key a dataset's claims stand: those of one side do not meet each other, all meet reports, and the two meet.

A sheet of somebody's own is like reports: its rows may be about one event, and meet.
Source: docs/how-to/exchange.md, how rows are weighed.
"""


def copy_keys(document: Document) -> tuple[str, ...]:
    """Return the keys under which a row is found again as another version of itself; rows that are worded alike are no copies."""
    return (f"row|{document.series_id}",)


def claim_keys(document: Document, keys: Mapping[str, Sequence[str]]) -> dict[str, tuple[str, ...]]:
    """Return the keys of a row's claims on its dataset's side.

    Args:
        document: The row.
        keys: Keys by claim, as for reports.
    """
    side = _SIDES.get(document.dataset)
    if side is None:
        return {claim: tuple(found) for claim, found in keys.items()}
    return {claim: tuple(sorted(_sided(found, side))) for claim, found in keys.items()}


def _sided(keys: Sequence[str], side: str) -> set[str]:
    """Return keys on one side; those of the other fall, and those of the document itself stay as they are."""
    kept = [key for key in keys if key[0] != _OTHER[side]]
    return {key if key[0] == side or "|ddoc_" in key or "|dseries_" in key else side + key for key in kept}


_OTHER = {FILED: LOOKED_UP, LOOKED_UP: FILED}
