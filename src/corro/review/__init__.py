"""Review: what waits for a person, in the order of what it would change, and what people's judgements do to it. A stage.

The doors, each a pure function:

    in_order(proposals) -> tuple[Proposal, ...]                 the queue
    judged_claims(claims, decisions) -> tuple[Claim, ...]       claims as people edited them
    kept_differences(differences, decisions) -> tuple           differences that nobody rejected
    changed_source(decision, documents, versions) -> str        why an accepted thing returns to review
"""

from corro.review.editing import edited_slot, judged_claims
from corro.review.proposals import Change, Proposal, ProposalKind, ReviewState, in_order
from corro.review.settling import kept_differences, verdict_on
from corro.review.sources import changed_source, latest_of

__all__ = [
    "Change",
    "Proposal",
    "ProposalKind",
    "ReviewState",
    "changed_source",
    "edited_slot",
    "in_order",
    "judged_claims",
    "kept_differences",
    "latest_of",
    "verdict_on",
]
