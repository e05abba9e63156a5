"""Answers about claims, statements, mentions, links and decisions."""

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Select, select

from corro.model import Claim, Decision, Entered, EventLink, Mention, Statement
from corro.model.answer import ANY_CLAIM, FIRST_PAGE, ClaimFilter, Page, Window
from corro.store.codec import load
from corro.store.links import explained_links, open_links
from corro.store.paging import of_types, page_of
from corro.store.schema import claims, cluster_claims, decisions, entered, mentions, statements
from corro.store.sets import closure, rows_for
from corro.values import fold


class ClaimQuestions:
    """Answers from what was found in documents and judged by people."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def claims(self, wanted: ClaimFilter = ANY_CLAIM, window: Window = FIRST_PAGE) -> Page[Claim]:
        """List claims by document and place in it."""
        query = _narrowed(select(claims.c.body).where(claims.c.standing == 1), wanted)
        order = (claims.c.document_id, claims.c.start, claims.c.id)
        return page_of(self._connection, query, order, window, lambda row: load(row["body"], Claim))

    def claims_by_id(self, claim_ids: Sequence[str]) -> Mapping[str, Claim]:
        """Return those of these claims that stand."""
        return {row["id"]: load(row["body"], Claim) for row in rows_for(self._connection, _CLAIMS, claim_ids)}

    def claims_in(self, document_ids: Sequence[str]) -> Mapping[str, tuple[Claim, ...]]:
        """Return the claims that stand in each of these documents, in order."""
        found: dict[str, list[Claim]] = {document_id: [] for document_id in document_ids}
        for row in rows_for(self._connection, _CLAIMS_IN, document_ids):
            found[row["document_id"]].append(load(row["body"], Claim))
        return {document_id: tuple(claims) for document_id, claims in found.items()}

    def statements(self, statement_ids: Sequence[str]) -> Mapping[str, Statement]:
        """Return these statements."""
        return {row["id"]: load(row["body"], Statement) for row in rows_for(self._connection, _STATEMENTS, statement_ids)}

    def statements_in(self, document_id: str) -> tuple[Statement, ...]:
        """Return a document's statements, in order."""
        query = select(statements.c.body).where(statements.c.document_id == document_id)
        bodies = self._connection.execute(query.order_by(statements.c.start, statements.c.id)).scalars()
        return tuple(load(body, Statement) for body in bodies)

    def mentions_in(self, document_id: str) -> tuple[Mention, ...]:
        """Return a document's mentions, in order."""
        body = self._connection.execute(select(mentions.c.body).where(mentions.c.document_id == document_id)).scalar()
        return load(body, tuple[Mention, ...]) if body else ()

    def links(self, claim_ids: Sequence[str]) -> tuple[EventLink, ...]:
        """Return the verdicts among these claims."""
        return explained_links(self._connection, claim_ids)

    def open_links(self, below: float) -> tuple[EventLink, ...]:
        """Return the verdicts on claims of events that a person may see otherwise, the weightiest first."""
        return open_links(self._connection, below)

    def decisions(self, subjects: Sequence[str] | None = None) -> tuple[Decision, ...]:
        """Return the decisions that name any of these claims or documents, or all, with those that undo them; oldest first."""
        if subjects is None:
            bodies = self._connection.execute(select(decisions.c.body).order_by(decisions.c.at, decisions.c.id)).scalars()
            return tuple(load(body, Decision) for body in bodies)
        named = closure(subjects, lambda edge: [row["id"] for row in rows_for(self._connection, _NAMING, edge)])
        return tuple(load(row["body"], Decision) for row in rows_for(self._connection, _DECISIONS, named))

    def entered(self, items: Sequence[str] | None = None, register: str = "") -> tuple[Entered, ...]:
        """Return the acts on these items of registers, or all; of one register or of all; oldest first."""
        columns = entered.c
        query = select(columns.body).order_by(columns.at, columns.id)
        if items is not None:
            query = query.where(columns.item.in_(sorted(set(items))))
        if register:
            query = query.where(columns.register == register)
        return tuple(load(body, Entered) for body in self._connection.execute(query).scalars())


def _narrowed(query: Select[Any], wanted: ClaimFilter) -> Select[Any]:
    if wanted.types:
        query = query.where(of_types(claims.c.type, wanted.types))
    if wanted.document_id:
        query = query.where(claims.c.document_id == wanted.document_id)
    if wanted.event_id:
        behind = select(cluster_claims.c.claim_id).where(cluster_claims.c.event_id == wanted.event_id)
        query = query.where(claims.c.id.in_(behind))
    if wanted.eventless:
        placed = select(cluster_claims.c.claim_id).where(cluster_claims.c.event_id != "")
        query = query.where(claims.c.id.not_in(placed))
    if wanted.holder:
        query = query.where(claims.c.holders.contains(fold(wanted.holder), autoescape=True))
    if wanted.modality:
        query = query.where(claims.c.modality == wanted.modality.value)
    if wanted.ids:
        query = query.where(claims.c.id.in_(wanted.ids))
    return query


_CLAIMS = "SELECT id, body FROM claims WHERE standing = 1 AND id IN (SELECT value FROM json_each(:ids))"
_CLAIMS_IN = """
    SELECT document_id, body FROM claims
    WHERE standing = 1 AND document_id IN (SELECT value FROM json_each(:ids)) ORDER BY document_id, start, id
"""
_STATEMENTS = "SELECT id, body FROM statements WHERE id IN (SELECT value FROM json_each(:ids))"
_NAMING = "SELECT decision_id AS id FROM decision_subjects WHERE subject IN (SELECT value FROM json_each(:ids))"
_DECISIONS = "SELECT body FROM decisions WHERE id IN (SELECT value FROM json_each(:ids)) ORDER BY at, id"
