"""Model objects as rows: what a list shows of each, in which columns."""

from typing import Any

from corro.model import Claim, Difference, Document, Event, EventValue, Issue, Lineage, Position, RegisterEntry, Slot

EVENT_COLUMNS = ("id", "type", "when", "where", "what", "documents", "lineages", "support")
CLAIM_COLUMNS = ("id", "type", "modality", "holder", "document", "words")
DIFFERENCE_COLUMNS = ("id", "about", "field", "relation", "kind", "positions", "why")
SOURCE_COLUMNS = ("document", "outlet", "published", "language", "credits", "lineage", "lineage_size", "title")
ISSUE_COLUMNS = ("id", "severity", "code", "document", "message")
LONGEST_WORDS = 160
"""Characters of a passage that a list shows; `corro explain` shows all of it. Source: one line and a half of a wide terminal."""


def event_row(event: Event) -> dict[str, Any]:
    """Return an event as a row of `corro show events`."""
    return {
        "id": event.slug,
        "event_id": event.id,
        "type": event.type,
        "when": event.interval.edtf if event.interval else "unknown",
        "where": event.place.name if event.place else "unknown",
        "what": event.title,
        "documents": len(event.documents),
        "lineages": event.lineages,
        "support": event.support.value,
        "assessment": event.assessment.value,
        "modality": event.modality.value,
        "values": {value.role: _held(value) for value in event.values},
    }


def _held(value: EventValue) -> list[dict[str, Any]]:
    return [
        {
            "value": held.printed,
            "holders": list(held.holders),
            "lineages": held.lineages,
            "support": held.support.value,
            "inferred": held.inferred,
            "claims": list(held.claims),
        }
        for held in value.held
    ]


def claim_row(claim: Claim, document: Document) -> dict[str, Any]:
    """Return a claim as a row of `corro show claims`."""
    return {
        "id": claim.id,
        "type": claim.type,
        "modality": claim.modality.value,
        "polarity": claim.polarity.value,
        "status": claim.status.value,
        "holder": claim.holders[0].name if claim.holders else "",
        "chain": [holder.name for holder in claim.holders],
        "document": document.label,
        "words": shortened(claim.passage.of(document.text)),
        "trigger": claim.trigger.of(document.text),
        "slots": [_slot(slot, document) for slot in claim.slots],
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


def source_row(document: Document, lineage: Lineage | None) -> dict[str, Any]:
    """Return a document with its lineage as a row of `corro show sources`."""
    published = document.published.interval
    return {
        "document": document.label,
        "document_id": document.id,
        "outlet": document.outlet.text or "unknown",
        "published": published.edtf if published else "unknown",
        "published_from": document.published.basis.value,
        "language": document.language.value,
        "credits": [credit.text for credit in document.credits],
        "lineage": lineage.id.removeprefix("lineage_")[:6] if lineage else "",
        "lineage_size": len(lineage.documents) if lineage else 1,
        "rests_on": list(lineage.basis) if lineage else [],
        "title": document.title.text,
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


def entry_row(entry: RegisterEntry) -> dict[str, Any]:
    """Return a register entry as a row: its register, its fields in order, and its claims."""
    fields = {field.name: field.printed for field in entry.fields}
    return {"register": entry.register, **fields, "event": entry.event_id or "", "claims": list(entry.claims)}


def shortened(words: str) -> str:
    """Return a passage on one line, cut at a word where it is long."""
    flat = " ".join(words.split())
    return flat if len(flat) <= LONGEST_WORDS else flat[:LONGEST_WORDS].rsplit(" ", 1)[0] + " …"
