"""How one figure went from telling to telling: who has it from where, and what was done to it on the way."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from corro.model import Claim, CountValue, Document, Slot
from corro.values import Bound, fold
from corro.weigh.context import LEAST_LETTERS

RARE_FIGURE = 20
"""Smallest figure that is followed from text to text. Source: chosen on samples/mali and kasanda-dev, 2026-11."""

_OR = re.compile(r"\b(?:or|ou|ni|nor)\b", re.IGNORECASE)
_AND = re.compile(r"\b(?:and|et|as well as|ainsi que)\b", re.IGNORECASE)
_QUALIFIERS = re.compile(
    r"\b(?:unanswered|no response|no answer|without (?:a )?(?:response|answer)|sans réponse|some suspected|some of them|"
    r"unconfirmed|estimated|suspected|potential|alleged|purported|présumés?|certains|dont des|estimation|non confirmé)\b",
    re.IGNORECASE,
)
"""Words whose loss changes what a figure says. Source: own list after D01 and D17 of facts-mali.md 3.3, 2026-11."""


@dataclass(frozen=True, slots=True)
class Step:
    """One telling of a figure.

    Attributes:
        claim_id: The claim.
        document_id: Its document.
        value: The figure as printed, with its unit.
        from_claim_id: The telling that it is compared with, the one before it; None for the origin.
        transformations: Keys of the list `transformations` of `corro.vocab`; `origin` for the first.
    """

    claim_id: str
    document_id: str
    value: str
    from_claim_id: str | None
    transformations: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Derivation:
    """The tellings of one figure, in order of publication.

    Attributes:
        role: The role of the figure.
        figure: The number that they share.
        steps: The tellings.
    """

    role: str
    figure: int
    steps: tuple[Step, ...]


def derivations(
    claims: Sequence[Claim], documents_by_id: Mapping[str, Document], lineage_of: Mapping[str, str]
) -> tuple[Derivation, ...]:
    """Follow the figures that several documents give of one event.

    Args:
        claims: The claims of one event, in any order.
        documents_by_id: Their documents.
        lineage_of: Lineage id by document id; a telling is compared with the last one of its own lineage, if there is one.

    Returns:
        One derivation a figure told in two documents or more, sorted.

    Source: domain.md 2.3, transformation; D01 of facts-mali.md 3.3.
    """
    told: dict[int, list[tuple[Claim, Slot]]] = {}
    for claim in claims:
        for slot in claim.slots:
            point = slot.value.count.point if isinstance(slot.value, CountValue) else None
            if point is not None and point >= RARE_FIGURE and claim.document_id in documents_by_id:
                told.setdefault(point, []).append((claim, slot))
    found = [_derivation(figure, tellings, documents_by_id, lineage_of) for figure, tellings in sorted(told.items())]
    return tuple(item for item in found if len({step.document_id for step in item.steps}) > 1)


def _derivation(
    figure: int, tellings: list[tuple[Claim, Slot]], documents_by_id: Mapping[str, Document], lineage_of: Mapping[str, str]
) -> Derivation:
    ordered = sorted(tellings, key=lambda told: (_day(documents_by_id[told[0].document_id]), told[0].document_id, told[0].trigger))
    steps: list[Step] = []
    for at, (claim, slot) in enumerate(ordered):
        source = _before(ordered[:at], claim, lineage_of)
        changes = transformations(source, (claim, slot), documents_by_id) if source else ("origin",)
        steps.append(Step(claim.id, claim.document_id, _printed(slot), source[0].id if source else None, changes))
    return Derivation(ordered[0][1].role, figure, tuple(steps))


def _before(earlier: list[tuple[Claim, Slot]], claim: Claim, lineage_of: Mapping[str, str]) -> tuple[Claim, Slot] | None:
    """Return the telling that a claim most likely goes back to: the last of its own lineage, else the last of all."""
    lineage = lineage_of.get(claim.document_id, claim.document_id)
    own = [told for told in earlier if lineage_of.get(told[0].document_id, told[0].document_id) == lineage]
    known = own or earlier
    return known[-1] if known else None


def _day(document: Document) -> date:
    interval = document.published.interval
    return interval.first if interval and interval.first else date.max


def _printed(slot: Slot) -> str:
    assert isinstance(slot.value, CountValue)  # noqa: S101 - only figures are followed
    return f"{slot.value.count} {slot.value.unit}".replace("_", " ")


def transformations(
    source: tuple[Claim, Slot], told: tuple[Claim, Slot], documents_by_id: Mapping[str, Document]
) -> tuple[str, ...]:
    """Say what was done to a figure between two tellings.

    Args:
        source: The earlier telling.
        told: The later one.
        documents_by_id: Their documents.

    Returns:
        Keys of the list `transformations`: `verbatim` alone where the sentence is the same, else all that was found, at least
        `paraphrased` or `translated`.
    """
    before, after = documents_by_id[source[0].document_id], documents_by_id[told[0].document_id]
    left, right = source[0].passage.of(before.text), told[0].passage.of(after.text)
    if fold(left) == fold(right):
        return ("verbatim",)
    found = ["translated" if before.language != after.language else "paraphrased"]
    found += _of_values(source[1].value, told[1].value)
    if _OR.search(left) and not _OR.search(right) and _AND.search(right):
        found.append("conjunction_changed")
    if _QUALIFIERS.search(left) and not _QUALIFIERS.search(right) and "qualifier_dropped" not in found:
        found.append("qualifier_dropped")
    return tuple(found)


def _of_values(left: object, right: object) -> list[str]:
    if not isinstance(left, CountValue) or not isinstance(right, CountValue):
        return []
    found = ["unit_changed"] if left.unit != right.unit else []
    loose = (Bound.APPROXIMATE, Bound.AT_LEAST, Bound.AT_MOST, Bound.MORE_THAN, Bound.LESS_THAN)
    if left.count.bound in loose and right.count.bound is Bound.EXACT:
        found.append("qualifier_dropped")
    if left.count.bound is Bound.EXACT and right.count.bound in loose:
        found.append("rounded")
    if left.population and not right.population and len(left.population) >= LEAST_LETTERS:
        found.append("scope_widened")
    return found
