"""How far people trust a source, and how credible a claim is: two judgements that are kept apart (Admiralty grading)."""

from dataclasses import dataclass
from enum import StrEnum


class Reliability(StrEnum):
    """How far a source is trusted on a topic in a period; by decision only. Source: docs/codebook.md, R36."""

    COMPLETELY = "A"
    USUALLY = "B"
    FAIRLY = "C"
    NOT_USUALLY = "D"
    UNRELIABLE = "E"
    CANNOT_BE_JUDGED = "F"


class Credibility(StrEnum):
    """How credible a claim is. Source: docs/codebook.md, R36."""

    CONFIRMED = "1"
    PROBABLY_TRUE = "2"
    POSSIBLY_TRUE = "3"
    DOUBTFUL = "4"
    IMPROBABLE = "5"
    CANNOT_BE_JUDGED = "6"


@dataclass(frozen=True, slots=True)
class ClaimGrade:
    """How credible one claim of an event is.

    Attributes:
        claim_id: The claim.
        credibility: The grade that holds.
        proposed: What support and people's assessment of the event amount to.
        lineages: Independent lineages behind the least supported doer, victim, target or figure that the claim states.
        decision_id: The decision that gave a grade; empty where nobody did.
        without_ground: Whether a person gave a 1 that two independent lineages do not bear (any more); the proposal holds then.
    """

    claim_id: str
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED
    proposed: Credibility = Credibility.CANNOT_BE_JUDGED
    lineages: int = 1
    decision_id: str = ""
    without_ground: bool = False
