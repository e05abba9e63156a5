"""Figures of one text that cannot be: a part above its whole, a percentage that does not come out, votes that do not add up."""

import re
from collections.abc import Iterator

from corro.model import Analysis, Claim, CountValue, Difference, DisputeKind, Passage, Position, Relation, SegmentKind, Slot
from corro.values import Span
from corro.weigh.relations.stands import Scene, holder_name
from corro.weigh.relations.totals import COUNCIL_MEMBERS, wrong_sum

_SHARE = re.compile(
    r"(?<!\d)(\d[\d,.  ]{0,14})\s+(?:of|out of|sur|des)\s+(?:the |its |les )?(\d[\d,.  ]{0,14})[^.()]{0,80}"
    r"\((\d+(?:[.,]\d+)?)\s?(?:%|per ?cent|pour cent)"
)

ROUNDING_POINTS = 0.6
"""Percentage points by which a printed percentage may be off: half a point of rounding, and a little. Source: arithmetic."""


def sum_contradictions(analysis: Analysis, scene: Scene) -> Iterator[Difference]:
    """Find figures that cannot be.

    Args:
        analysis: The document with its claims.
        scene: What is known around them.

    Yields:
        Transmission errors of quantity with the figures that make them.
    """
    for claim in analysis.claims:
        for slot in claim.slots:
            if isinstance(slot.value, CountValue) and _above_whole(slot.value):
                words = f"{slot.value.count} of {slot.value.denominator}: a part cannot be more than its whole."
                yield _slip(slot.role, [_position(claim, slot, str(slot.value.count))], "inside.sum.part_above_whole", words)
        if (total := wrong_sum(claim)) is not None:
            words = f"The votes make {total}; the Security Council has {COUNCIL_MEMBERS} members."
            slots = claim.slots_of("votes_for", "votes_against", "abstentions")
            values = [_position(claim, slot, str(slot.value.count)) for slot in slots if isinstance(slot.value, CountValue)]
            yield _slip("votes", values, "inside.sum.votes", words)
    yield from _percentages(analysis)
    del scene


def _above_whole(value: CountValue) -> bool:
    return value.denominator is not None and value.count.lowest > value.denominator


def _position(claim: Claim, slot: Slot, printed: str) -> Position:
    holder = holder_name(claim)
    return Position(printed, (claim.id,), (holder,) if holder else (), (Passage(claim.document_id, slot.span),), 1)


def _slip(field: str, positions: list[Position], rule: str, words: str) -> Difference:
    return Difference(field, Relation.TRANSMISSION_ERROR, tuple(positions), DisputeKind.QUANTITY, rule, words)


def _percentages(analysis: Analysis) -> Iterator[Difference]:
    document = analysis.document
    for segment in document.segments_of(SegmentKind.BODY):
        for match in _SHARE.finditer(document.text, segment.span.start, segment.span.end):
            part, whole = (int(re.sub(r"\D", "", group) or 0) for group in match.groups()[:2])
            stated = float(match.group(3).replace(",", "."))
            if whole and abs(100 * part / whole - stated) > ROUNDING_POINTS:
                words = f"{part} of {whole} is {100 * part / whole:.1f} %, not {stated:g} %."
                passage = Passage(document.id, Span(match.start(), match.end()))
                holders = (document.outlet.text,) if document.outlet.text else ()
                values = [Position(f"{stated:g} %", (), holders, (passage,), 1, error=True)]
                yield _slip("percentage", values, "inside.sum.percentage", words)
