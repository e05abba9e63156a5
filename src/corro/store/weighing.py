"""Finds who has to be compared with whom, and keeps the verdicts (`corro.ports.Weighing`)."""

from collections.abc import Sequence

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import insert

from corro.model import CopyLink, EventLink, Lineage
from corro.ports import Waiting
from corro.store import schema
from corro.store.codec import dump, load
from corro.store.links import write_links
from corro.store.sets import closure, rows_for, run_for, tuples_for
from corro.store.waiting import recompose_documents, ungroup_documents

LINKED = 1
"""State of a document that was compared and wants a lineage; 0 before, 2 after."""


class SqliteWeighing:
    """Keys, verdicts and lineages of a record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def waiting(self) -> Waiting:
        """Count what has to be compared, placed and composed."""
        return Waiting(**self._connection.execute(text(_WAITING)).mappings().one())

    def unlinked(self, limit: int) -> tuple[str, ...]:
        """Return ids of documents that have not been compared yet, by publication: neighbours in time are compared together."""
        return self._in_state(0, limit)

    def unplaced(self, limit: int) -> tuple[str, ...]:
        """Return ids of documents whose lineage has to be computed, by publication."""
        return self._in_state(LINKED, limit)

    def _in_state(self, state: int, limit: int) -> tuple[str, ...]:
        found = self._connection.execute(text(_IN_STATE), {"state": state, "limit": limit})
        return tuple(found.scalars())

    def copy_candidates(self, document_ids: Sequence[str], shared: int) -> tuple[tuple[str, str], ...]:
        """Return pairs (smaller id first) of these documents with each other and compared ones that share so many copy keys."""
        return _pairs(tuples_for(self._connection, _COPY_CANDIDATES, document_ids, shared=shared))

    def claim_candidates(self, document_ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return pairs (smaller id first) of these documents' claims with each other and with compared ones that share a key."""
        return _pairs(tuples_for(self._connection, _CLAIM_CANDIDATES, document_ids))

    def add_links(self, copies: Sequence[CopyLink], links: Sequence[EventLink]) -> None:
        """Keep verdicts."""
        rows = [_copy_row(link) for link in copies]
        if rows:
            self._connection.execute(insert(schema.copy_links).on_conflict_do_nothing(), rows)
        write_links(self._connection, links)

    def mark_linked(self, document_ids: Sequence[str]) -> None:
        """Note that these documents have been compared: they want a lineage, and their claims want grouping."""
        run_for(self._connection, _MARK_LINKED, document_ids)
        ungroup_documents(self._connection, document_ids)

    def copy_component(self, document_ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[CopyLink, ...]]:
        """Return the documents connected with these by copies, decisions or present lineages, sorted, and the links among them."""
        found = closure(document_ids, lambda edge: [row["id"] for row in rows_for(self._connection, _COPY_NEIGHBOURS, edge)])
        documents = tuple(row["id"] for row in rows_for(self._connection, _DOCUMENTS, found))
        links = rows_for(self._connection, _COPY_LINKS, documents)
        return documents, tuple(load(row["body"], CopyLink) for row in links)

    def replace_lineages(self, document_ids: Sequence[str], lineages: Sequence[Lineage]) -> None:
        """Put these lineages in the place of the present ones; claims in documents that changed lineage want composing."""
        before = {row["document_id"]: row["lineage_id"] for row in rows_for(self._connection, _LINEAGE_IDS, document_ids)}
        after = {document: lineage.id for lineage in lineages for document in lineage.documents}
        changed = [document for document in document_ids if before.get(document) != after.get(document)]
        recompose_documents(self._connection, changed)
        run_for(self._connection, _DROP_LINEAGES, before.values())
        run_for(self._connection, _DROP_LINEAGE_DOCUMENTS, document_ids)
        rows = [{"id": lineage.id, "size": len(lineage.documents), "body": dump(lineage)} for lineage in lineages]
        self._connection.execute(insert(schema.lineages), rows)
        members = [{"document_id": document, "lineage_id": lineage} for document, lineage in sorted(after.items())]
        self._connection.execute(insert(schema.lineage_documents), members)
        run_for(self._connection, _MARK_PLACED, document_ids)


def _pairs(rows: Sequence[tuple[str, str]]) -> tuple[tuple[str, str], ...]:
    return tuple(sorted((first, second) for first, second in rows))


def _copy_row(link: CopyLink) -> dict[str, str | int]:
    return {"first_id": link.first_id, "second_id": link.second_id, "same": int(link.same_origin), "body": dump(link)}


_WAITING = """
    SELECT (SELECT count(*) FROM documents WHERE state = 0) AS documents,
        (SELECT count(*) FROM documents WHERE state = 1) AS lineages,
        (SELECT count(*) FROM dirty_claims WHERE grouped = 0) AS ungrouped, (SELECT count(*) FROM dirty_claims) AS claims
"""
_IN_STATE = "SELECT id FROM documents WHERE state = :state ORDER BY sort_day, id LIMIT :limit"
_COPY_CANDIDATES = """
    WITH batch AS MATERIALIZED (SELECT value AS id FROM json_each(:ids))
    SELECT min(mine.document_id, other.document_id) AS first_id, max(mine.document_id, other.document_id) AS second_id
    FROM batch
    JOIN copy_keys AS mine ON mine.document_id = batch.id
    JOIN copy_keys AS other ON other.key = mine.key AND other.document_id <> mine.document_id
    JOIN documents ON documents.id = other.document_id
    WHERE documents.state > 0 OR (other.document_id IN (SELECT id FROM batch) AND mine.document_id < other.document_id)
    GROUP BY 1, 2 HAVING count(*) >= :shared
"""
_CLAIM_CANDIDATES = """
    WITH batch AS MATERIALIZED (SELECT value AS id FROM json_each(:ids)),
    met AS MATERIALIZED (
        SELECT DISTINCT claims.number AS mine, other.claim AS other
        FROM batch
        CROSS JOIN claims ON claims.document_id = batch.id
        CROSS JOIN claim_keys AS held ON held.claim = claims.number
        CROSS JOIN claim_keys AS other
            ON other.key = held.key AND other.side BETWEEN (held.side = 0) AND 2 - (held.side = 2) AND other.claim <> held.claim
    )
    SELECT min(one.id, two.id) AS first_id, max(one.id, two.id) AS second_id
    FROM met CROSS JOIN claims AS one ON one.number = mine CROSS JOIN claims AS two ON two.number = other
    CROSS JOIN documents ON documents.id = two.document_id
    WHERE documents.state > 0 OR (two.document_id IN (SELECT id FROM batch) AND one.id < two.id)
"""
"""CROSS JOIN keeps the order as written, from the batch outwards. Source: SQLite, Query Planning, manual control."""
_MARK_LINKED = "UPDATE documents SET state = 1 WHERE id IN (SELECT value FROM json_each(:ids))"
_MARK_PLACED = "UPDATE documents SET state = 2 WHERE id IN (SELECT value FROM json_each(:ids))"
_DOCUMENTS = "SELECT id FROM documents WHERE state > 0 AND id IN (SELECT value FROM json_each(:ids)) ORDER BY id"
_COPY_NEIGHBOURS = """
    WITH edge AS MATERIALIZED (SELECT value AS id FROM json_each(:ids))
    SELECT second_id AS id FROM edge CROSS JOIN copy_links ON first_id = edge.id WHERE same = 1
    UNION SELECT first_id FROM edge CROSS JOIN copy_links ON second_id = edge.id WHERE same = 1
    UNION SELECT theirs.subject FROM edge
        CROSS JOIN decision_subjects AS mine ON mine.subject = edge.id
        CROSS JOIN decision_subjects AS theirs ON theirs.decision_id = mine.decision_id
        CROSS JOIN documents ON documents.id = theirs.subject
    UNION SELECT theirs.document_id FROM edge
        CROSS JOIN lineage_documents AS mine ON mine.document_id = edge.id
        CROSS JOIN lineage_documents AS theirs ON theirs.lineage_id = mine.lineage_id
"""
_COPY_LINKS = """
    WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(:ids))
    SELECT body FROM wanted JOIN copy_links ON first_id = wanted.id
    WHERE +second_id IN (SELECT id FROM wanted) ORDER BY first_id, second_id
"""
"""The plus keeps the second id out of the search by key, which would try every pair of the wanted ones."""
_LINEAGE_IDS = "SELECT document_id, lineage_id FROM lineage_documents WHERE document_id IN (SELECT value FROM json_each(:ids))"
_DROP_LINEAGES = "DELETE FROM lineages WHERE id IN (SELECT value FROM json_each(:ids))"
_DROP_LINEAGE_DOCUMENTS = "DELETE FROM lineage_documents WHERE document_id IN (SELECT value FROM json_each(:ids))"
