"""What a denial is about: the deed, whether the law allows it, or who chose a speaker; rival readings of the law stand apart."""

import re
from collections.abc import Iterator, Sequence

from corro.model import Claim, Difference, DisputeKind, Modality, Polarity, Relation, Slot, TextValue
from corro.weigh.relations.stands import Scene, Stand

_MODAL = re.compile(
    r"\b(?:cannot|can't|can not|could not|may not|must not|should not|shall not|does not apply|do not apply|"
    r"(?:nobody|no one|no government|none) (?:may|can|could|must|should)|"
    r"ne (?:peut|peuvent|pouvait|pouvaient|saurait|sauraient|doit|doivent|devrait)|ne s['’]applique|ne s['’]appliquent)\b",
    re.IGNORECASE,
)
"""Words that say that something must not be, and not that it was not. Source: own list, 2026-11."""

_LAWS = re.compile(
    r"\b(?:agreement|convention|charter|law|treaty|article|constitution|resolution|sovereignty|"
    r"accord|charte|droit|loi|traité|souveraineté)s?\b",
    re.IGNORECASE,
)
_ROLES = ("legal_basis", "reason")


def forbids(claim: Claim, scene: Scene) -> bool:
    """Say whether a denial says that it may not be done ("staff cannot be expelled"), which denies no deed.

    Args:
        claim: A denied claim.
        scene: What is known around it.
    """
    document = scene.documents_by_id.get(claim.document_id)
    return document is not None and bool(_MODAL.search(claim.passage.of(document.text)))


_CHOOSING = re.compile(
    r"\b(?:cho[os]\w+|chose|select\w*|pick\w*|invit\w+|propos\w+|nominat\w+|suggest\w*|chois\w+|sélectionn\w*|désign\w*|convi\w+)\b",
    re.IGNORECASE,
)
"""Words for choosing who speaks. Source: own list, 2026-11."""


def denies_the_choice(claim: Claim, scene: Scene) -> bool:
    """Say whether a denial is about who chose the speaker, and not about the testimony itself.

    Args:
        claim: A denied claim.
        scene: What is known around it.
    """
    document = scene.documents_by_id.get(claim.document_id)
    if document is None or claim.type not in ("C1", "C2"):
        return False
    return bool(_CHOOSING.search(claim.passage.of(document.text)))


def legal_positions(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Set those who say that it may not be done against those who give a law for it; neither is decided.

    Args:
        claims: The claims of one event.
        scene: What is known around them.

    Yields:
        At most one dispute.

    Source: docs/codebook.md, D15; R4.
    """
    sides: dict[bool, list[tuple[Claim, Slot]]] = {True: [], False: []}
    for claim in sorted(claims, key=lambda item: item.id):
        for allowed, slot in _positions(claim, scene):
            sides[allowed].append((claim, slot))
    stands = [_stand(words, sides[allowed], scene) for allowed, words in ((False, "not allowed"), (True, "founded in law"))]
    if all(stand.told for stand in stands) and stands[0].holders != stands[1].holders:
        words = "Some hold that the law does not allow it, others name a law for it; both stand side by side, none is decided."
        positions = tuple(stand.position() for stand in stands)
        yield Difference("legal_basis", Relation.DISPUTE, positions, DisputeKind.LAW, "law.allowed", words)


def _positions(claim: Claim, scene: Scene) -> Iterator[tuple[bool, Slot]]:
    """Yield whether a claim holds the deed lawful, with the words that say so."""
    document = scene.documents_by_id.get(claim.document_id)
    if document is None:
        return
    if (claim.polarity is Polarity.DENIED or claim.modality is Modality.NEGATED) and forbids(claim, scene):
        yield False, Slot("legal_basis", claim.passage, TextValue(claim.passage.of(document.text)))
    for slot in claim.slots:
        words = slot.span.of(document.text)
        if slot.role in _ROLES and (slot.role == "legal_basis" or _LAWS.search(words)):
            yield not _MODAL.search(words), slot


def _stand(words: str, told: Sequence[tuple[Claim, Slot]], scene: Scene) -> Stand:
    return Stand("legal_basis", TextValue(words), words, tuple(told), scene.count([claim for claim, _ in told]))
