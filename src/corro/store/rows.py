"""What is written of a model object: its body, and the columns by which it is found."""

import hashlib
from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from corro.model import (
    ChainLink,
    Claim,
    Decision,
    Difference,
    Document,
    Entered,
    Event,
    Evidence,
    Issue,
    RegisterEntry,
    Relation,
    Severity,
    Statement,
)
from corro.model.answer import Composed
from corro.store.codec import dump, load
from corro.store.schema import LATEST
from corro.values import Interval, content_id, fold

Row = dict[str, Any]

_GRAVITY = {Severity.ERROR: 0, Severity.WARNING: 1, Severity.NOTE: 2}
_RANKS = (Relation.DISPUTE, Relation.TRANSMISSION_ERROR, Relation.UPDATE, Relation.INCOMPARABLE, Relation.REFINE, Relation.AGREE)


def hashed(key: str) -> int:
    """Return the 63-bit number under which a look-up key is kept; a collision only costs one comparison more."""
    return int.from_bytes(hashlib.blake2b(key.encode(), digest_size=8).digest(), "big") >> 1


def sort_day(interval: Interval | None) -> str:
    """Return the ISO day by which something is listed: its first, else its last, else after all others."""
    day = (interval.first or interval.last) if interval else None
    return day.isoformat() if day else LATEST


def evidence_row(evidence: Evidence, packed: bytes) -> Row:
    """Return the row of bytes as received."""
    return {
        "sha256": evidence.sha256,
        "media_type": evidence.media_type,
        "size_bytes": evidence.size_bytes,
        "name": evidence.name,
        "packed_sha256": hashlib.sha256(packed).hexdigest(),
        "content": packed,
    }


def document_row(document: Document) -> Row:
    """Return the row of a document, its text left to `texts`."""
    interval = document.published.interval
    return {
        "id": document.id,
        "series_id": document.series_id,
        "evidence_sha256": document.evidence_sha256,
        "media_type": document.media_type,
        "locator": document.locator,
        "label": document.label,
        "title": document.title.text,
        "outlet": document.outlet.text,
        "published": interval.edtf if interval else "",
        "sort_day": sort_day(interval),
        "language": document.language.value,
        "address": document.address or "",
        "body": dump(replace(document, text="")),
    }


def document_of(body: str, text: str) -> Document:
    """Return the document of a row."""
    return replace(load(body, Document), text=text)


def statement_row(statement: Statement) -> Row:
    """Return the row of a statement."""
    return {
        "id": statement.id,
        "document_id": statement.document_id,
        "start": statement.span.start,
        "body": dump(statement),
    }


def claim_row(claim: Claim) -> Row:
    """Return the row of a claim."""
    return {
        "id": claim.id,
        "document_id": claim.document_id,
        "start": claim.trigger.start,
        "type": claim.type,
        "modality": claim.modality.value,
        "holders": fold(" | ".join(holder.name for holder in claim.holders)),
        "standing": 1,
        "body": dump(claim),
    }


def issue_row(issue: Issue, *, analysed: bool) -> Row:
    """Return the row of an issue that the analysis of a document raised, or else its reading."""
    return {
        "id": issue.id,
        "code": issue.code,
        "document_id": issue.document_id,
        "gravity": _GRAVITY[issue.severity],
        "analysed": int(analysed),
        "body": dump(issue),
    }


def entered_row(act: Entered) -> Row:
    """Return the row of an act on an item of a register."""
    return {"id": act.id, "item": act.item, "register": act.register, "at": act.at.isoformat(), "body": dump(act)}


def decision_row(decision: Decision) -> Row:
    """Return the row of a decision."""
    return {"id": decision.id, "kind": decision.kind.value, "at": decision.at.isoformat(), "body": dump(decision)}


def difference_row(difference: Difference, cluster_id: str = "") -> Row:
    """Return the row of a difference, of a cluster or inside one document."""
    rank = _RANKS.index(difference.relation) if difference.relation in _RANKS else len(_RANKS)
    return {
        "id": difference.id,
        "cluster_id": cluster_id,
        "document_id": difference.document_id or "",
        "field": difference.field,
        "relation": difference.relation.value,
        "kind": difference.kind.value if difference.kind else "",
        "rank": rank,
        "body": dump(difference),
    }


def chain_row(link: ChainLink) -> Row:
    """Return the row of a link between two events of one document."""
    named = {"claim_id": link.claim_id, "of_claim_id": link.of_claim_id, "kind": link.kind.value}
    return {**named, "document_id": link.document_id, "body": dump(link)}


def difference_claim_rows(difference: Difference) -> list[Row]:
    """Return the rows that lead from claims to a difference on them."""
    claims = sorted({claim for position in difference.positions for claim in position.claims})
    return [{"claim_id": claim, "difference_id": difference.id} for claim in claims]


def cluster_id(composed: Composed) -> str:
    """Return the id of a cluster, made of its claims."""
    return content_id("cluster", *composed.claims)


def cluster_claim_rows(composed: Composed) -> list[Row]:
    """Return the rows that lead from claims to their cluster and event."""
    behind = set(composed.event.claims) if composed.event else set()
    event_id = composed.event.id if composed.event else ""
    cluster = cluster_id(composed)
    return [
        {"claim_id": claim, "cluster_id": cluster, "event_id": event_id if claim in behind else ""} for claim in composed.claims
    ]


def event_row(event: Event, cluster: str, disputes: int) -> Row:
    """Return the row of an event; its earlier ids are looked up when it is asked for."""
    interval = event.interval
    return {
        "id": event.id,
        "cluster_id": cluster,
        "slug": event.slug,
        "type": event.type,
        "title": event.title,
        "edtf": interval.edtf if interval else "",
        "first": interval.first.isoformat() if interval and interval.first else None,
        "last": interval.last.isoformat() if interval and interval.last else None,
        "sort_day": sort_day(interval),
        "place": _place(event),
        "modality": event.modality.value,
        "lineages": event.lineages,
        "support": event.support.value,
        "assessment": event.assessment.value,
        "credibility": event.credibility.value,
        "groundless": sum(grade.without_ground for grade in event.grades),
        "documents": len(event.documents),
        "claims": len(event.claims),
        "disputes": disputes,
        "body": dump(replace(event, aliases=())),
    }


def _place(event: Event) -> str:
    """Return the name of an event's place, or in words that it stays open."""
    if event.place:
        return event.place.name
    told = event.value_of("place")
    return told.held[0].printed if told else ""


def history_rows(event: Event) -> list[Row]:
    """Return the rows that keep an event's id known for ever."""
    return [{"event_id": event.id, "claim_id": claim, "slug": event.slug} for claim in event.claims]


def entry_row(entry: RegisterEntry, cluster: str, event: Event | None) -> Row:
    """Return the row of a register's line."""
    return {
        "id": entry.id,
        "register": entry.register,
        "cluster_id": cluster,
        "event_id": entry.event_id,
        "sort_day": sort_day(event.interval if event else None),
        "body": dump(entry),
    }


def search_words(names: tuple[tuple[str, str], ...]) -> Mapping[str, str]:
    """Return the words of an event by the column in which they are looked for."""
    columns = ("actor", "place", "source", "text")
    return {column: " | ".join(words for kind, words in names if kind == column) for column in columns}
