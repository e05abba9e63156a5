"""Which drafts stay: one statement for one content, and none that a surer rule already found."""

from collections.abc import Iterable

from corro.extract.statements.draft import Draft

_ORDER = ("turn", "direct", "preposition", "verb", "noun", "hearsay")
"""Families of rules, the surer first. Source: precision by rule on the project's development documents, 2026-11."""

_SAME = 0.8
"""Share of common characters from which two contents are one. Source: chosen on the development documents, 2026-11."""

_STRIDE = 400
"""Characters in one drawer of the index that keeps the comparison local; no result depends on it."""


def merged(drafts: Iterable[Draft]) -> list[Draft]:
    """Leave out drafts that say again what a surer rule said, and hearsay inside what somebody says.

    Args:
        drafts: What all rules found.

    Returns:
        The drafts that stay, in order of the text.
    """
    kept: list[Draft] = []
    drawers: dict[int, list[Draft]] = {}
    for draft in sorted(drafts, key=_rank):
        places = range(draft.span.start // _STRIDE, draft.span.end // _STRIDE + 1)
        if not any(_repeats(draft, other) for place in places for other in drawers.get(place, ())):
            kept.append(draft)
            for place in places:
                drawers.setdefault(place, []).append(draft)
    return sorted(kept, key=lambda draft: (draft.span.start, -draft.span.end, draft.rule))


def _rank(draft: Draft) -> tuple[int, int, int, str]:
    return _ORDER.index(draft.rule.split(".")[0]), draft.span.start, draft.span.end, draft.rule


def _repeats(draft: Draft, other: Draft) -> bool:
    """Say whether a draft adds nothing to another that overlaps it."""
    if not draft.span.overlaps(other.span):
        return False
    if draft.rule == "hearsay.conditional" or (draft.anchor == other.anchor and draft.cue == other.cue):
        return True
    if draft.rule.startswith("noun") and other.rule.startswith("verb") and draft.span.start == other.span.start:
        return True
    return draft.source == other.source and _shared(draft, other) >= _SAME


def _shared(draft: Draft, other: Draft) -> float:
    """Return the share of characters that two contents have in common, out of all of theirs."""
    common = max(0, min(draft.span.end, other.span.end) - max(draft.span.start, other.span.start))
    return common / (len(draft.span) + len(other.span) - common)
