"""Model objects as rows: what a list shows of each, in which columns."""

from typing import TYPE_CHECKING, Any

from corro.model import (
    AttributionStatus,
    Claim,
    Decision,
    DecisionKind,
    Difference,
    Document,
    Issue,
    Position,
    Receipt,
    RegisterEntry,
    Slot,
)
from corro.model.answer import DocumentLine, EventLine, EventMove

if TYPE_CHECKING:
    from corro.pipeline.grades import Graded

EVENT_COLUMNS = ("id", "type", "when", "where", "what", "documents", "lineages", "support", "credibility", "disputes")
EVENT_TABLE = tuple(column for column in EVENT_COLUMNS if column != "type")
"""Columns of the table of events. Source: an event's id begins with its type."""
CLAIM_COLUMNS = ("id", "type", "modality", "doer", "holder", "grade", "document", "words")
DIFFERENCE_COLUMNS = ("id", "about", "field", "relation", "kind", "positions", "why")
SOURCE_COLUMNS = ("document", "outlet", "published", "language", "lineage", "lineage_size", "claims", "title")
RECEIPT_COLUMNS = ("outcome", "input", "document", "reason")
MOVE_COLUMNS = ("at", "id", "what", "change")
DECISION_COLUMNS = ("id", "verdict", "by", "at", "holds", "standard", "reason")
ISSUE_COLUMNS = ("id", "severity", "code", "document", "message")
LONGEST_WORDS = 160
"""Characters of a passage that a list shows; `corro explain` shows all of it. Source: one line and a half of a wide terminal."""


def event_row(line: EventLine) -> dict[str, Any]:
    """Return an event as a row of `corro show events`."""
    return {
        "id": line.slug,
        "event_id": line.id,
        "type": line.type,
        "when": line.when or "unknown",
        "where": line.place or "unknown",
        "what": line.title,
        "documents": line.documents,
        "lineages": line.lineages,
        "support": line.support.value,
        "credibility": line.credibility.value,
        "disputes": line.disputes,
        "assessment": line.assessment.value,
        "modality": line.modality.value,
        "claims": line.claims,
    }


def claim_row(claim: Claim, document: Document, graded: "Graded") -> dict[str, Any]:
    """Return a claim as a row of `corro show claims`."""
    return {
        "id": claim.id,
        "type": claim.type,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "status": claim.status.value,
        "doer": "" if claim.status is AttributionStatus.FACT else claim.status.value.replace("_", " "),
        "holder": claim.holders[0].name if claim.holders else "",
        "chain": [holder.name for holder in claim.holders],
        **grade_object(graded),
        "document": document.label,
        "words": shortened(claim.passage.of(document.text)),
        "trigger": claim.trigger.of(document.text),
        "slots": [_slot(slot, document) for slot in claim.slots],
    }


def grade_object(graded: "Graded") -> dict[str, Any]:
    """Return the grades of a claim and of its source as plain values."""
    grade = graded.credibility
    return {
        "grade": graded.code,
        "reliability": graded.reliability.value,
        "credibility": grade.credibility.value,
        "credibility_proposed": grade.proposed.value,
        "credibility_lineages": grade.lineages,
        "graded_by": graded.graded_by.by if graded.graded_by else "",
        "rated_by": graded.rated_by.by if graded.rated_by else "",
        "without_ground": grade.without_ground,
    }


def _slot(slot: Slot, document: Document) -> dict[str, Any]:
    return {
        "role": slot.role,
        "words": slot.span.of(document.text),
        "start": slot.span.start,
        "end": slot.span.end,
        "inferred": slot.inferred,
    }


def difference_row(difference: Difference, about: str) -> dict[str, Any]:
    """Return a difference as a row of `corro show disputes`.

    Args:
        difference: The difference.
        about: Slug of the event, or label of the document.
    """
    return {
        "id": difference.id,
        "about": about,
        "field": difference.field,
        "relation": difference.relation.value,
        "kind": difference.kind.value if difference.kind else "",
        "positions": [position_text(position) for position in difference.positions],
        "rule": difference.rule,
        "why": difference.explanation,
    }


def position_text(position: Position) -> str:
    """Return a position with its holders, such as `2022-07-20 (AFP, Sahel Courier)`."""
    return f"{position.value} ({', '.join(position.holders)})" if position.holders else position.value


def source_row(line: DocumentLine) -> dict[str, Any]:
    """Return a document with its lineage as a row of `corro show sources`."""
    return {
        "document": line.label,
        "document_id": line.id,
        "outlet": line.outlet or "unknown",
        "published": line.published or "unknown",
        "language": line.language,
        "lineage": line.lineage_id.removeprefix("lineage_")[:6],
        "lineage_id": line.lineage_id,
        "lineage_size": line.lineage_size,
        "claims": line.claims,
        "address": line.address,
        "title": line.title,
    }


def issue_row(issue: Issue, document: str) -> dict[str, Any]:
    """Return an issue as a row of `corro show issues`."""
    return {
        "id": issue.id,
        "severity": issue.severity.value,
        "code": issue.code,
        "document": document,
        "message": issue.message,
        "detail": issue.detail,
        "start": issue.span.start if issue.span else None,
        "end": issue.span.end if issue.span else None,
    }


def receipt_row(receipt: Receipt) -> dict[str, Any]:
    """Return what became of an input as a row of `corro show receipts`."""
    return {
        "outcome": receipt.outcome.value,
        "input": receipt.locator,
        "document": receipt.document_id or "",
        "reason": receipt.reason,
        "code": receipt.code,
    }


def move_row(move: EventMove) -> dict[str, Any]:
    """Return a change of an event's standing as a row of `corro show moves`."""
    return {
        "at": move.at[:16],
        "id": move.now.slug,
        "event_id": move.event_id,
        "what": move.title,
        "change": move.told,
        "support": move.now.support,
        "lineages": move.now.lineages,
        "disputes": move.now.disputes,
        "assessment": move.now.assessment,
    }


def decision_row(decision: Decision, *, holds: bool) -> dict[str, Any]:
    """Return a decision as a row of `corro show decisions`."""
    return {
        "id": decision.id,
        "at": decision.at.isoformat(timespec="seconds"),
        "by": decision.by,
        "kind": decision.kind.value,
        "verdict": verdict_words(decision),
        "about": list(decision.subjects),
        "topic": decision.topic,
        "period": str(decision.period or ""),
        "holds": "yes" if holds or decision.kind is DecisionKind.UNDO else "no",
        "standard": decision.standard,
        "reason": decision.reason,
    }


def groundless(count: int) -> str:
    """Say of how many grades of 1 the ground is gone."""
    return (
        f"{count} grade{'s' if count > 1 else ''} of 1 (confirmed) given by people: not two independent lineages behind the claim "
        "any more, so what is proposed holds (corro show claims --json, without_ground)."
    )


def verdict_words(decision: Decision) -> str:
    """Return what was decided, a grade with what it is a grade of."""
    if decision.kind is DecisionKind.CREDIBILITY:
        return f"credibility {decision.verdict}"
    if decision.kind is DecisionKind.RELIABILITY:
        scope = [*decision.subjects, decision.topic, str(decision.period or "")]
        return f"reliability {decision.verdict} ({', '.join(part for part in scope if part)})"
    return decision.verdict


def entry_row(entry: RegisterEntry) -> dict[str, Any]:
    """Return a register entry as a row: its register, its fields in order, and its claims."""
    fields = {field.name: field.printed for field in entry.fields}
    return {"register": entry.register, **fields, "event": entry.event_id or "", "claims": list(entry.claims)}


def shortened(words: str) -> str:
    """Return a passage on one line, cut at a word where it is long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_WORDS else flat[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
