"""Finds what has to be composed anew, and keeps what was composed (`corro.ports.Composition`)."""

from collections.abc import Collection, Iterable, Sequence

from sqlalchemy import Connection, RowMapping, Table, text
from sqlalchemy.dialects.sqlite import insert

from corro.model import Difference, Event, EventLink, Relation
from corro.model.answer import Composed
from corro.store import schema
from corro.store.links import links_among, numbers_of
from corro.store.moves import note_moves, present
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
from corro.store.sets import rows_for, run_for


class SqliteComposition:
    """Clusters, events, differences and registers of a record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def ungrouped(self, limit: int) -> tuple[str, ...]:
        """Return ids of claims that wait to be grouped, by publication of their documents."""
        return self._waiting(0, limit)

    def uncomposed(self, limit: int) -> tuple[str, ...]:
        """Return ids of claims whose group waits to be composed, by publication of their documents."""
        return self._waiting(1, limit)

    def _waiting(self, grouped: int, limit: int) -> tuple[str, ...]:
        found = self._connection.execute(text(_WAITING), {"grouped": grouped, "limit": limit})
        return tuple(found.scalars())

    def groups_around(self, claim_ids: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """Return the present groups of these claims, and those next to them by a link that says "same" or by a decision."""
        return _sets(rows_for(self._connection, _AROUND, claim_ids))

    def groups_of(self, claim_ids: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the present groups of these claims, each sorted."""
        return _sets(rows_for(self._connection, _GROUPS, claim_ids))

    def links_among(self, claim_ids: Collection[str], known: Collection[str] = ()) -> tuple[EventLink, ...]:
        """Return the verdicts among these claims, without their reasons; those among the known ones of them are left out."""
        return links_among(self._connection, claim_ids, known)

    def replace_groups(self, claim_ids: Sequence[str], groups: Sequence[Sequence[str]]) -> None:
        """Put these groups in the place of those that these claims had; all these claims want composing, none grouping."""
        numbers = numbers_of(self._connection, {name for group in groups for name in group})
        run_for(self._connection, _DROP_GROUPS, claim_ids)
        rows = (_group_rows(sorted(numbers[name] for name in group)) for group in groups)
        self._insert(schema.claim_groups, (row for group in rows for row in group))
        run_for(self._connection, _GROUPED, claim_ids)

    def replace_composed(self, claim_ids: Sequence[str], composed: Sequence[Composed]) -> None:
        """Put these clusters in the place of all that was composed from the claims before, which then wait no more."""
        dropped = self._drop(claim_ids)
        self._insert(schema.cluster_claims, (row for cluster in composed for row in cluster_claim_rows(cluster)))
        self._insert(schema.differences, (row for cluster in composed for row in _difference_rows(cluster)))
        self._insert(
            schema.difference_claims,
            (row for cluster in composed for one in cluster.differences for row in difference_claim_rows(one)),
        )
        self._insert(schema.entries, (row for cluster in composed for row in _entry_rows(cluster)))
        run_for(self._connection, _CLEAN, claim_ids)
        self._insert_events([cluster for cluster in composed if cluster.event], dropped)

    def _drop(self, claim_ids: Sequence[str]) -> dict[str, tuple[str, str]]:
        """Drop what was composed from these claims, and return slug and title of the events that stood there."""
        clusters = [row["cluster_id"] for row in rows_for(self._connection, _CLUSTERS, claim_ids)]
        dropped = present(self._connection, clusters)
        for statement in _DROPS:
            run_for(self._connection, statement, clusters)
        return dropped

    def _insert_events(self, composed: Sequence[Composed], dropped: dict[str, tuple[str, str]]) -> None:
        events = [(cluster_id(cluster), cluster.event, cluster.names) for cluster in composed if cluster.event]
        disputes = self._disputes([event for _, event, _ in events])
        self._insert(schema.events, (event_row(event, cluster, disputes[event.id]) for cluster, event, _ in events))
        note_moves(self._connection, [(event, disputes[event.id]) for _, event, _ in events], dropped)
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


def _sets(rows: Iterable[RowMapping]) -> tuple[tuple[str, ...], ...]:
    """Return the ids of rows by their leader, each set sorted, the sets sorted."""
    found: dict[int, list[str]] = {}
    for row in rows:
        found.setdefault(row["leader"], []).append(row["id"])
    return tuple(sorted(tuple(sorted(ids)) for ids in found.values()))


def _group_rows(numbers: Sequence[int]) -> list[Row]:
    return [{"claim": number, "leader": numbers[0]} for number in numbers]


def _difference_rows(composed: Composed) -> list[Row]:
    cluster = cluster_id(composed)
    differences: tuple[Difference, ...] = composed.differences
    return [difference_row(difference, cluster) for difference in differences]


def _entry_rows(composed: Composed) -> list[Row]:
    cluster = cluster_id(composed)
    return [entry_row(entry, cluster, composed.event) for entry in composed.entries]


_WAITING = "SELECT claim_id FROM dirty_claims WHERE grouped = :grouped ORDER BY sort_day, claim_id LIMIT :limit"
_CLEAN = "DELETE FROM dirty_claims WHERE claim_id IN (SELECT value FROM json_each(:ids))"
_AROUND = """
    WITH named AS MATERIALIZED
    (SELECT number FROM json_each(:ids) AS given CROSS JOIN claims ON claims.id = given.value),
    own AS MATERIALIZED (
        SELECT number FROM named
        UNION SELECT theirs.claim FROM named
            CROSS JOIN claim_groups AS mine ON mine.claim = named.number
            CROSS JOIN claim_groups AS theirs ON theirs.leader = mine.leader
    ),
    near AS MATERIALIZED (
        SELECT number FROM own
        UNION SELECT second FROM own CROSS JOIN event_links ON first = own.number WHERE verdict = 1
        UNION SELECT first FROM own CROSS JOIN event_links ON second = own.number WHERE verdict = 1
        UNION SELECT judged.number FROM own
            CROSS JOIN claims ON claims.number = own.number
            CROSS JOIN decision_subjects AS mine ON mine.subject = claims.id
            CROSS JOIN decision_subjects AS theirs ON theirs.decision_id = mine.decision_id
            CROSS JOIN claims AS judged ON judged.id = theirs.subject
    ),
    whole AS MATERIALIZED (
        SELECT theirs.claim AS number, theirs.leader FROM near
            CROSS JOIN claim_groups AS mine ON mine.claim = near.number
            CROSS JOIN claim_groups AS theirs ON theirs.leader = mine.leader
        UNION SELECT number, -number FROM named WHERE NOT EXISTS (SELECT 1 FROM claim_groups WHERE claim = number)
    )
    SELECT claims.id, leader FROM whole CROSS JOIN claims ON claims.number = whole.number
"""
"""CROSS JOIN keeps the order as written, from the named ones outwards. Source: SQLite, Query Planning, manual control."""
_GROUPS = """
    WITH leaders AS MATERIALIZED (
        SELECT DISTINCT leader FROM json_each(:ids) AS given
        CROSS JOIN claims ON claims.id = given.value CROSS JOIN claim_groups ON claim = claims.number
    )
    SELECT claims.id, leader FROM leaders CROSS JOIN claim_groups USING (leader) CROSS JOIN claims ON claims.number = claim
"""
_DROP_GROUPS = """
    DELETE FROM claim_groups WHERE claim IN (SELECT number FROM claims WHERE id IN (SELECT value FROM json_each(:ids)))
"""
_GROUPED = """
    INSERT INTO dirty_claims (claim_id, grouped, sort_day)
    SELECT claims.id, 1, sort_day FROM claims JOIN documents ON documents.id = claims.document_id
    WHERE claims.id IN (SELECT value FROM json_each(:ids))
    ON CONFLICT DO UPDATE SET grouped = 1
"""
_CLUSTERS = "SELECT DISTINCT cluster_id FROM cluster_claims WHERE claim_id IN (SELECT value FROM json_each(:ids))"
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
