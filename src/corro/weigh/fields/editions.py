"""Two captures of one outlet's text: what it corrected is a change of version, what it left is one value, no second source."""

from corro.model import DisputeKind
from corro.values import fold
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, agree, dispute, update

EDITION_DAYS = 3
"""Days within which one outlet's two texts on one matter are captures of one report.

Source: chosen on the development pairs, 2026-11.
"""


def one_report(one: Told, other: Told) -> bool:
    """Say whether two passages stand in two versions of one report."""
    if one.series and one.series == other.series:
        return True
    return bool(one.source) and fold(one.source) == fold(other.source) and _marked(one, other)


def _marked(one: Told, other: Told) -> bool:
    captured = "capture" in one.any_keys("marks") and "capture" in other.any_keys("marks")
    return captured or (_corrected(other) and _gap(one, other) <= EDITION_DAYS)


def _corrected(told: Told) -> bool:
    return "correction" in told.any_keys("marks")


def _gap(one: Told, other: Told) -> int:
    return abs((other.published - one.published).days) if one.published and other.published else 0


def relate_editions(one: Told, other: Told, finding: Finding | None, moves: bool) -> Finding | None:
    """Say how two versions of one report stand to each other.

    Args:
        one: The earlier version.
        other: The later.
        finding: What the values themselves say, or None where they say nothing.
        moves: Whether what is asked for moves of itself, such as a toll.

    Returns:
        The finding; None where they are no versions of one report.

    Source: docs/codebook.md, pairs of claims; D06; R13.
    """
    if not one_report(one, other):
        return None
    if moves and not _corrected(other):
        return finding
    if moves and finding and not finding.kind:
        return finding if finding.relation.value == "agree" else update("edition.moved", "The outlet's later version counts anew.")
    if _corrected(other) and not _left(one, other):
        return dispute(DisputeKind.VERSION, "edition.corrected", "The outlet corrected this between two versions of one report.")
    return agree("edition.left", "The outlet left this as it was between two versions of one report.")


def _left(one: Told, other: Told) -> bool:
    """Say whether both versions tell one state, or the later one says of itself that only its words are new."""
    mine, theirs = states(one), states(other)
    return bool(mine & theirs)


def states(told: Told, table: str = "axes") -> frozenset[str]:
    """Return the states that a passage tells; the contrary of one that it denies counts as told."""
    contrary = {"claiming.claimed": "claiming.unclaimed", "liberty.free": "liberty.held", "openness.open": "openness.closed"}
    contrary |= {"making.made": "making.planned", "suspicion.suspect": "suspicion.cleared", "force.in_force": "force.ended"}
    contrary |= {"invitation.invited": "invitation.uninvited", "openness.closed": "openness.open", "liberty.held": "liberty.free"}
    never = {"claiming.unclaimed", "invitation.uninvited", "making.planned"}
    found = set()
    for hit in told.hits(table):
        if not hit.denied or hit.key in never:
            found.add(hit.key)
        elif hit.key in contrary:
            found.add(contrary[hit.key])
    return frozenset(found - ({"claiming.claimed"} if "claiming.unclaimed" in found else set()))
