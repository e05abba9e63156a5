"""Two captures of one outlet's text: what it corrected is a change of version, what it left is one value, no second source."""

import re

from corro.model import DisputeKind, Relation
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
    return bool(one.source) and _outlet(one) == _outlet(other) and _marked(one, other)


_NOTE = re.compile(r"\s*[(\[][^)\]]*[)\]]\s*")
_VERSION = re.compile(
    r"\b(?:version|captured?|retrieved|archived|updated?|edition|page|relevée?|consultée?|mise? à jour|à \d+ ?h|\d+[:h]\d\d)\b",
    re.IGNORECASE,
)
"""What a note behind an outlet's name says of one capture of its page. Source: own list, 2026-11."""


def _outlet(told: Told) -> str:
    """Return who put a passage out, without the note that tells one version from others (`(captured 09:10)`)."""
    return fold(_NOTE.sub(" ", told.source))


def _of_version(told: Told) -> bool:
    return any(_VERSION.search(note.group()) for note in _NOTE.finditer(told.source))


def _marked(one: Told, other: Told) -> bool:
    captured = "capture" in one.any_keys("marks") and "capture" in other.any_keys("marks")
    captured = captured or (_of_version(one) and _of_version(other))
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
    left = (finding is None or finding.relation is Relation.AGREE) if moves else _left(one, other)
    if (_corrected(other) or _renamed(one, other)) and not left:
        return dispute(DisputeKind.VERSION, "edition.corrected", "The outlet corrected this between two versions of one report.")
    return agree("edition.left", "The outlet left this as it was between two versions of one report.")


def _renamed(one: Told, other: Told) -> bool:
    """Say whether the later version of one sentence has other words in one place of it: an office, a name, a town."""
    if not (_of_version(one) and _of_version(other)):
        return False
    mine, theirs = (frozenset(word for word in told.words if word.isalnum()) for told in (one, other))
    return mine != theirs and len(mine & theirs) >= KEPT_SHARE * min(len(mine), len(theirs))


KEPT_SHARE = 0.7
"""Share of the shorter version's words that a changed sentence keeps. Source: own judgement, 2026-11."""


def _left(one: Told, other: Told) -> bool:
    """Say whether both versions tell one state, or the later one says of itself that only its words are new."""
    mine, theirs = states(one), states(other)
    return bool(mine & theirs)


def one_state(one: Told, other: Told, field: str) -> Finding | None:
    """Find one state told in two ways ("no longer in custody", "walked free").

    Args:
        one: The earlier passage.
        other: The later.
        field: The question; only `status` asks for a state.

    Returns:
        That both say the same, or None.
    """
    held_back = any(told.keys("classes") for told in (one, other))
    both = states(one) & states(other)
    if field == "status" and both and not held_back and any(hit.denied for told in (one, other) for hit in told.hits("axes")):
        return agree("state.same", "Both tell one state, one of them by denying its contrary.")
    return None


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
