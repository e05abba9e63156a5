"""Says what changed of an event since the last issue, in the brief's language."""

from corro.brief.wording import Wording
from corro.model.answer import EventMove

_LABELLED = {"support": "support", "assessment": "assessments"}
_FIELDS = ("support", "lineages", "disputes", "assessment")


def told_move(move: EventMove, say: Wording) -> str:
    """Return what changed, in words."""
    if not move.now.support:
        return say.phrase("move_gone")
    if not move.before:
        return say.phrase("move_new")
    if len(move.before) > 1:
        return say.phrase("move_joined", slugs=", ".join(one.slug for one in move.before))
    (was,) = move.before
    pairs = [(field, str(getattr(was, field)), str(getattr(move.now, field))) for field in _FIELDS]
    moved = [_moved(field, old, new, say) for field, old, new in pairs if old != new]
    return "; ".join(moved) or say.phrase("move_claims")


def _named(field: str, value: str, say: Wording) -> str:
    return say.label(_LABELLED[field], value) if field in _LABELLED else value


def _moved(field: str, old: str, new: str, say: Wording) -> str:
    return say.phrase(f"move_{field}", before=_named(field, old, say), now=_named(field, new, say))
