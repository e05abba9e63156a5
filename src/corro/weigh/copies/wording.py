"""How much of its wording one text shares with another, and when that is enough for one origin (pairwise and pure)."""

from dataclasses import dataclass

from corro.model import Document, LineageEvidence
from corro.values import fold
from corro.weigh.copies.aligning import align
from corro.weigh.copies.sketching import LEAST_SHINGLES, Sketch

RETOLD_SENTENCES = 0.34
"""Share of the shorter text that stands in sentences which the other has too, re-worded or not, from which two texts of different
outlets are one.

Source: fitted on copies/dev, 2026-11 (pair F1 .988 there before groups are closed, all evidence together).
"""

LEAST_SENTENCES = 2
"""Sentences that must be told again: two reporters write one sentence on an event in nearly the same words by chance.

Source: own judgement, 2026-11; on copies/dev it costs nothing.
"""

REWORDED_WITHIN_DAYS = 10
"""Days within which re-worded copy comes out; what is told again later has its background in common.

Source: on copies/dev (2026-11) no copy comes out more than three days after its original; ten is the window of `blocking`.
"""

COPIED_SHARE = 0.36
"""Share of the shorter text's wording, quotations left out, from which two texts of different outlets are one whatever their
sentences. Source: as above.
"""

SPREAD_PART = 0.6
"""Part of that share that must remain when the longest common stretch is set aside: one statement taken over by two reporters is
no copy.

Source: chosen on copies/dev, 2026-11.
"""

BULK_SHARE = 0.55
"""Share from which one common stretch is enough: the shorter text is an extract. Source: as above."""

CREDITED_SHARE = 0.12
"""Share that is enough where both texts name one agency alone, or one cites the other: re-worded agency copy.

Source: chosen on kasanda-dev and samples/mali, 2026-11.
"""

ERROR_SHARE = 0.18
"""Share that is enough where both texts have one known misspelling. Source: as above; a text with matter of its own has .15."""

LEAST_COMMON = CREDITED_SHARE / 2
"""Share of different sequences below which two texts are not measured further: what repeats itself twice over still passes.

Source: half of the least share that decides anything.
"""


@dataclass(frozen=True, slots=True)
class Wording:
    """How much of the shorter text's wording stands in the longer one, quotations left out.

    Attributes:
        share: Share of its three-word sequences.
        spread: The same with the longest common stretch set aside.
        longer_share: Share of the longer text that is covered.
        size: Number of three-word sequences of the shorter text.
    """

    share: float
    spread: float
    longer_share: float
    size: int


def overlap(one: Sketch, other: Sketch) -> Wording:
    """Measure how much of the shorter text's wording stands in the longer one; next to nothing counts as nothing."""
    shorter, longer = sorted((one.shingles, other.shingles), key=lambda shingles: (len(shingles), shingles))
    if not shorter:
        return Wording(0.0, 0.0, 0.0, 0)
    known = one.distinct & other.distinct
    if len(known) < LEAST_COMMON * len(shorter):
        return Wording(0.0, 0.0, 0.0, len(shorter))
    hits = bytes(map(known.__contains__, shorter))
    stretch = max(map(len, hits.split(b"\0")))
    total, size = sum(hits), len(shorter)
    return Wording(total / size, (total - stretch) / max(1, size - stretch), total / len(longer), size)


def shared_passages(
    one: Document, sketch_one: Sketch, other: Document, sketch_other: Sketch, backed_share: float | None
) -> LineageEvidence | None:
    """Judge the common wording of two texts; one outlet's share its furniture and its habits, so they need the bulk in common.

    Args:
        one: A document.
        sketch_one: Its sketch.
        other: Another document.
        sketch_other: Its sketch.
        backed_share: The share that is enough because something else speaks for one origin, or None.

    Returns:
        The evidence, or None where the wording does not show one origin.
    """
    wording = overlap(sketch_one, sketch_other)
    if wording.size < LEAST_SHINGLES or wording.share < LEAST_COMMON:
        return None
    needed = COPIED_SHARE if backed_share is None else backed_share
    spread = wording.share >= needed and wording.spread >= SPREAD_PART * needed
    apart = not _same_outlet(one, other)
    if wording.share >= BULK_SHARE or (spread and apart):
        return LineageEvidence("shared_passages", round(wording.share, 3), f"{wording.share:.0%} of the shorter text's wording")
    return _retold(one, other) if apart and _days_between(sketch_one, sketch_other) <= REWORDED_WITHIN_DAYS else None


def _days_between(one: Sketch, other: Sketch) -> int:
    """Return how many days apart two texts came out; none where that is not known of both."""
    days = (one.skeleton.published, other.skeleton.published)
    return 0 if days[0] is None or days[1] is None else abs(days[0] - days[1])


def _retold(one: Document, other: Document) -> LineageEvidence | None:
    """Find that one text tells the sentences of the other again in other words here and there."""
    found = align(one, other)
    if found.share < RETOLD_SENTENCES or found.sentences < LEAST_SENTENCES:
        return None
    words = f"{found.sentences} of the other's sentences, re-worded, {found.share:.0%} of the shorter text"
    return LineageEvidence("shared_passages", round(found.share, 3), words)


def _same_outlet(one: Document, other: Document) -> bool:
    return bool(one.outlet.text) and fold(one.outlet.text) == fold(other.outlet.text)
