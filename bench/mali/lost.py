"""Where expected mentions of incidents are lost: not extracted, not asserted, or not linked; for whoever improves a stage."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bench.contents import Contents
from bench.frame import Line
from bench.mali import matching
from corro.model import Claim, Document
from corro.values import Span

FOUND = "found"
NOT_EXTRACTED = "not extracted"
NOT_ASSERTED = "not asserted"
ELSEWHERE = "in another event"


@dataclass(frozen=True)
class Mentioned:
    """What became of one incident in one document that tells of it.

    Attributes:
        incident: Id of the incident in the gold.
        document: Label of the document.
        stage: `FOUND`, or what lost it.
        claims: The claims of the incident's family at the words that the gold marks.
    """

    incident: str
    document: str
    stage: str
    claims: tuple[Claim, ...] = ()


def mentioned(gold: Line, found: Line, contents: Contents, incident_of: Mapping[str, str]) -> list[Mentioned]:
    """Follow every incident of the gold through every document that tells of it.

    Args:
        gold: The gold.
        found: The exported record.
        contents: The record itself.
        incident_of: For each claim the id under which its event or reported total is exported.

    Returns:
        One result an incident and document. A mention is extracted where a claim of the incident's family stands at words that the
        gold marks, asserted where such a claim is behind anything exported, found where that answers the incident.
    """
    pairs = matching.incident_pairs(gold["incidents"], found["incidents"])
    followed = []
    for incident in gold["incidents"]:
        for label in incident["documents"]:
            claims = _claims_at(_quotes(gold, incident["id"], label), contents.named(label), contents, incident["type"])
            stage = _stage(claims, incident_of, pairs.get(incident["id"]))
            followed.append(Mentioned(incident["id"], label, stage, claims))
    return followed


def _quotes(gold: Line, incident: str, label: str) -> list[str]:
    return [row["quote"] for row in gold["mentions"] if row["incident"] == incident and row["doc"] == label]


def _claims_at(quotes: Sequence[str], document: Document | None, contents: Contents, code: str) -> tuple[Claim, ...]:
    if document is None:
        return ()
    marked = [Span(*spot) for quote in quotes for spot in matching.places_of(document.text, quote)]
    there = (claim for claim in contents.claims.values() if claim.document_id == document.id)
    kin = (claim for claim in there if matching.family(claim.type) == matching.family(code))
    return tuple(claim for claim in kin if any(claim.passage.overlaps(span) for span in marked))


def _stage(claims: Sequence[Claim], incident_of: Mapping[str, str], answer: str | None) -> str:
    behind = {incident_of[claim.id] for claim in claims if claim.id in incident_of}
    if not claims:
        return NOT_EXTRACTED
    if not behind:
        return NOT_ASSERTED
    return FOUND if answer in behind else ELSEWHERE


def counted(followed: Sequence[Mentioned]) -> Line:
    """Count what became of mentions."""
    stages = Counter(one.stage for one in followed)
    lost = {stage: stages[stage] for stage in (NOT_EXTRACTED, NOT_ASSERTED, ELSEWHERE)}
    return {"found": stages[FOUND], "expected": len(followed), "lost": lost}


def show(followed: Sequence[Mentioned], contents: Contents) -> None:
    """Print every mention that was lost, with the claims that stand there."""
    for one in followed:
        if one.stage != FOUND:
            print(f"{one.incident} {one.document}: {one.stage}")
            for claim in one.claims:
                print(f"    {described(claim, contents.documents[claim.document_id])}")


def described(claim: Claim, document: Document) -> str:
    """Return a claim on one line: type, trigger, modality, and the words of its slots."""
    slots = ", ".join(f"{slot.role}={slot.span.of(document.text)}" for slot in claim.slots)
    return f"{claim.type} “{claim.trigger.of(document.text)}” {claim.modality.value} {claim.polarity.value}: {slots}"
