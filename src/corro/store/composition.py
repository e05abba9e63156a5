"""Finds what has to be composed anew, and keeps what was composed (`corro.ports.Composition`)."""

from collections.abc import Iterable, Sequence

from sqlalchemy import Connection, Table, text
from sqlalchemy.dialects.sqlite import insert

from corro.model import Difference, Event, EventLink, Relation
from corro.model.answer import Composed
from corro.store import schema
from corro.store.links import links_among
from corro.store.rows import (
    Row,
    cluster_claim_rows,
    cluster_id,
    difference_claim_rows,
    difference_row,
    entry_row,
    event_row,
    history_rows,
    search_words,
)
from corro.store.sets import closure, rows_for, run_for


class SqliteComposition:
    """Clusters, events, differences and registers of a record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def uncomposed(self, limit: int) -> tuple[str, ...]:
        """Return ids of claims whose cluster has to be computed, sorted."""
        return tuple(self._connection.execute(text(_UNCOMPOSED), {"limit": limit}).scalars())

    def claim_component(self, claim_ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[EventLink, ...]]:
        """Return the claims connected with these by links, decisions or present clusters, sorted, and the links among them.

        The links come without their reasons.
        """
        found = closure(claim_ids, lambda edge: [row["id"] for row in rows_for(self._connection, _CLAIM_NEIGHBOURS, edge)])
        return found, links_among(self._connection, found)

    def settled(self, claim_ids: Sequence[str]) -> frozenset[tuple[str, ...]]:
        """Return the present clusters of these claims none of whose claims waits to be composed, each sorted."""
        found: dict[str, list[str]] = {}
        for row in rows_for(self._connection, _SETTLED, claim_ids):
            found.setdefault(row["cluster_id"], []).append(row["claim_id"])
        return frozenset(map(tuple, found.values()))

    def replace_composed(self, claim_ids: Sequence[str], composed: Sequence[Composed]) -> None:
        """Put these clusters in the place of all that was composed from the claims before, which then wait no more."""
        self._drop(claim_ids)
        self._insert(schema.cluster_claims, (row for cluster in composed for row in cluster_claim_rows(cluster)))
        self._insert(schema.differences, (row for cluster in composed for row in _difference_rows(cluster)))
        self._insert(
            schema.difference_claims,
            (row for cluster in composed for one in cluster.differences for row in difference_claim_rows(one)),
        )
        self._insert(schema.entries, (row for cluster in composed for row in _entry_rows(cluster)))
        self._insert_events([cluster for cluster in composed if cluster.event])
        run_for(self._connection, _CLEAN, claim_ids)

    def _drop(self, claim_ids: Sequence[str]) -> None:
        clusters = [row["cluster_id"] for row in rows_for(self._connection, _CLUSTERS, claim_ids)]
        for statement in _DROPS:
            run_for(self._connection, statement, clusters)

    def _insert_events(self, composed: Sequence[Composed]) -> None:
        events = [(cluster_id(cluster), cluster.event, cluster.names) for cluster in composed if cluster.event]
        disputes = self._disputes([event for _, event, _ in events])
        self._insert(schema.events, (event_row(event, cluster, disputes[event.id]) for cluster, event, _ in events))
        self._insert(schema.event_history, (row for _, event, _ in events for row in history_rows(event)))
        words = [{"id": event.id, **search_words(names)} for _, event, names in events]
        if words:
            self._connection.execute(text(_INDEX_EVENTS), words)

    def _disputes(self, events: Sequence[Event]) -> dict[str, int]:
        """Count the disputes on each event's claims, those inside one document too."""
        claims = [claim for event in events for claim in event.claims]
        found: dict[str, set[str]] = {}
        for row in rows_for(self._connection, _DISPUTES, claims, relation=Relation.DISPUTE.value):
            found.setdefault(row["claim_id"], set()).add(row["difference_id"])
        return {event.id: len(set().union(*(found.get(claim, set()) for claim in event.claims))) for event in events}

    def _insert(self, table: Table, rows: Iterable[Row]) -> None:
        listed = list(rows)
        if listed:
            self._connection.execute(insert(table).on_conflict_do_nothing(), listed)


def _difference_rows(composed: Composed) -> list[Row]:
    cluster = cluster_id(composed)
    differences: tuple[Difference, ...] = composed.differences
    return [difference_row(difference, cluster) for difference in differences]


def _entry_rows(composed: Composed) -> list[Row]:
    cluster = cluster_id(composed)
    return [entry_row(entry, cluster, composed.event) for entry in composed.entries]


_UNCOMPOSED = "SELECT claim_id FROM dirty_claims ORDER BY claim_id LIMIT :limit"
_CLEAN = "DELETE FROM dirty_claims WHERE claim_id IN (SELECT value FROM json_each(:ids))"
_CLAIM_NEIGHBOURS = """
    WITH edge AS MATERIALIZED (SELECT value AS id FROM json_each(:ids)),
    mine AS MATERIALIZED (SELECT number FROM edge CROSS JOIN claims ON claims.id = edge.id),
    linked AS MATERIALIZED (
        SELECT second AS number FROM mine CROSS JOIN event_links ON first = mine.number WHERE verdict = 1
        UNION SELECT first FROM mine CROSS JOIN event_links ON second = mine.number WHERE verdict = 1
    )
    SELECT claims.id FROM linked CROSS JOIN claims ON claims.number = linked.number
    UNION SELECT theirs.subject FROM edge
        CROSS JOIN decision_subjects AS mine ON mine.subject = edge.id
        CROSS JOIN decision_subjects AS theirs ON theirs.decision_id = mine.decision_id
        CROSS JOIN claims ON claims.id = theirs.subject
    UNION SELECT theirs.claim_id FROM edge
        CROSS JOIN cluster_claims AS mine ON mine.claim_id = edge.id
        CROSS JOIN cluster_claims AS theirs ON theirs.cluster_id = mine.cluster_id
"""
"""CROSS JOIN keeps the order as written, from the edge outwards. Source: SQLite, Query Planning, manual control."""
_CLUSTERS = "SELECT DISTINCT cluster_id FROM cluster_claims WHERE claim_id IN (SELECT value FROM json_each(:ids))"
_SETTLED = """
    WITH named AS MATERIALIZED
    (SELECT DISTINCT cluster_id FROM cluster_claims WHERE claim_id IN (SELECT value FROM json_each(:ids)))
    SELECT cluster_id, claim_id FROM cluster_claims WHERE cluster_id IN (SELECT cluster_id FROM named)
    AND cluster_id NOT IN (SELECT cluster_id FROM cluster_claims JOIN dirty_claims USING (claim_id))
    ORDER BY claim_id
"""
_DROPS = (
    "DELETE FROM events_fts WHERE rowid IN (SELECT number FROM events WHERE cluster_id IN (SELECT value FROM json_each(:ids)))",
    "DELETE FROM events WHERE cluster_id IN (SELECT value FROM json_each(:ids))",
    """
    DELETE FROM difference_claims WHERE difference_id IN
    (SELECT id FROM differences WHERE cluster_id IN (SELECT value FROM json_each(:ids)))
    """,
    "DELETE FROM differences WHERE cluster_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM entries WHERE cluster_id IN (SELECT value FROM json_each(:ids))",
    "DELETE FROM cluster_claims WHERE cluster_id IN (SELECT value FROM json_each(:ids))",
)
_INDEX_EVENTS = """
    INSERT INTO events_fts (rowid, actor, place, source, text)
    SELECT number, :actor, :place, :source, :text FROM events WHERE id = :id
"""
_DISPUTES = """
    SELECT claim_id, difference_id FROM difference_claims JOIN differences ON differences.id = difference_id
    WHERE relation = :relation AND claim_id IN (SELECT value FROM json_each(:ids))
"""
