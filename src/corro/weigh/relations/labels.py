"""Rival labels for one event in the passages that tell of it: what somebody calls a coup is a renewal to somebody else."""

from collections.abc import Iterator, Sequence

from corro.model import Claim, Difference, DisputeKind, Relation, Slot, TextValue
from corro.weigh.fields import Told
from corro.weigh.relations.stands import Scene, Stand, holder_name

RIVALS = frozenset({"takeover", "moving", "leaving", "crowd", "cause", "vote"})
"""Axes of labels that are read outside of slots. Whom the dead were said to be has its slots, and other axes are too common
in passages that tell of something else. Source: chosen on samples/mali and kasanda-dev, 2026-11.
"""


TWO = 2
"""Speakers that a dispute takes."""


def rival_labels(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Find what speakers call one event by labels that exclude each other.

    Args:
        claims: The claims of one event that state something.
        scene: What is known around them.

    Yields:
        One dispute an axis; both labels stand side by side, none is decided.

    Source: docs/codebook.md, pairs of claims; R4.
    """
    told: dict[str, dict[str, list[tuple[Claim, Slot]]]] = {}
    if len({holder_name(claim) for claim in claims if claim.holders and claim.holders[0].role == "speaker"}) < TWO:
        return
    for claim in sorted(claims, key=lambda item: item.id):
        for axis, label in _labels(claim, scene):
            slot = Slot("characterisation", claim.passage, TextValue(label))
            told.setdefault(axis, {}).setdefault(label, []).append((claim, slot))
    for axis in sorted(told):
        stands = [_stand(label, told[axis][label], scene) for label in sorted(told[axis])]
        if len(stands) > 1 and not stands[0].holders & stands[1].holders:
            yield _difference(stands)


def _labels(claim: Claim, scene: Scene) -> Iterator[tuple[str, str]]:
    """Yield the labels that a speaker uses in a claim's passage, where no rival label stands beside them."""
    document = scene.documents_by_id.get(claim.document_id)
    if document is None or not claim.holders or claim.holders[0].role != "speaker":
        return
    keys = [key.split(".") for key in sorted(Told(claim.passage.of(document.text), document.language.value).keys("labels"))]
    for axis, label in keys:
        if axis in RIVALS and sum(other == axis for other, _ in keys) == 1:
            yield axis, label.replace("_", " ")


def _stand(label: str, told: list[tuple[Claim, Slot]], scene: Scene) -> Stand:
    return Stand("characterisation", TextValue(label), label, tuple(told), scene.count([claim for claim, _ in told]))


def _difference(stands: Sequence[Stand]) -> Difference:
    named = " and ".join(f"“{stand.printed}”" for stand in stands)
    words = f"{named} are rival labels of one event; both stand side by side, none is decided."
    positions = tuple(stand.position() for stand in stands)
    return Difference(
        "characterisation", Relation.DISPUTE, positions, DisputeKind.CHARACTERISATION, "characterisation.labels", words
    )
