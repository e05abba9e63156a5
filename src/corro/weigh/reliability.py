"""How far the source of a claim is trusted: what people decided for it, on that topic, in that period; nothing is computed."""

from collections.abc import Iterable, Sequence

from corro.model import Claim, Decision, DecisionKind, Document, Reliability, standing
from corro.weigh.independence import source_keys


def reliability(claim: Claim, document: Document | None, decisions: Sequence[Decision]) -> tuple[Reliability, Decision | None]:
    """Return the grade of a claim's source, with the decision that gave it.

    Graded is whom the claim goes back to: the speaker who is quoted, else the agency, else the outlet. The decision that fits the
    claim most closely holds: one for its type before one for the family, that before one for all topics; then one for a period
    before one for all time; then the latest. Of several agencies credited beside each other the least reliable grade counts.
    However many claims of a source others bear out, its grade is what people gave it.

    Args:
        claim: The claim.
        document: Its document; a grade for a period holds where the document was published in it.
        decisions: All decisions on reliability, in any order.

    Returns:
        F ("cannot be judged") and None where nobody has graded the source.

    Source: docs/codebook.md, R36 and R37.
    """
    held = [decision for decision in standing(tuple(decisions)) if decision.kind is DecisionKind.RELIABILITY]
    keys = source_keys(claim, document)
    closest = [
        _closest(decision for decision in held if key in decision.subjects and _fits(decision, claim, document)) for key in keys
    ]
    found = [decision for decision in closest if decision]
    if not found:
        return Reliability.CANNOT_BE_JUDGED, None
    least = max(found, key=lambda decision: (decision.verdict, decision.id))
    return Reliability(least.verdict), least


def _fits(decision: Decision, claim: Claim, document: Document | None) -> bool:
    if not claim.type.startswith(decision.topic):
        return False
    published = document.published.interval if document else None
    return decision.period is None or (published is not None and decision.period.holds(published))


def _closest(decisions: Iterable[Decision]) -> Decision | None:
    """Return the decision of the narrowest scope, the later of two; they come oldest first."""
    found: Decision | None = None
    for decision in decisions:
        if found is None or _scope(decision) >= _scope(found):
            found = decision
    return found


def _scope(decision: Decision) -> tuple[int, bool]:
    return len(decision.topic), decision.period is not None
