"""Takes in what was received and what was found in it (`corro.ports.Intake`)."""

import zlib
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy import Connection, Table, delete, select, update
from sqlalchemy.dialects.sqlite import insert

from corro.model import Claim, Decision, Document, Entered, Evidence, Issue, Receipt
from corro.ports import FILED, LOOKED_UP, Keyed
from corro.store import schema
from corro.store.codec import dump
from corro.store.links import numbers_of
from corro.store.rows import (
    Row,
    chain_row,
    claim_row,
    decision_row,
    difference_claim_rows,
    difference_row,
    document_row,
    entered_row,
    evidence_row,
    hashed,
    issue_row,
    statement_row,
)
from corro.store.sets import rows_for, run_for
from corro.store.waiting import ungroup

_PACKING = 6
"""zlib's default level. Source: zlib manual, deflateInit: a default compromise between speed and compression."""


class SqliteIntake:
    """Adds to a record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def begin_run(self, at: datetime, tables: str = "") -> int:
        """Note that a build begins, with digests of the user's own files that it was given, and return its number."""
        begun = insert(schema.runs).values(started=at.isoformat(), tables=tables).returning(schema.runs.c.number)
        return int(self._connection.execute(begun).scalar_one())

    def end_run(self, run: int, at: datetime) -> None:
        """Note that a build came to its end."""
        self._connection.execute(update(schema.runs).where(schema.runs.c.number == run).values(finished=at.isoformat()))

    def unknown(self, document_ids: Sequence[str]) -> tuple[str, ...]:
        """Return those of these documents that the record does not hold, in the order given."""
        known = {row["id"] for row in rows_for(self._connection, _KNOWN, document_ids)}
        return tuple(document_id for document_id in document_ids if document_id not in known)

    def known(self, sha256: str, media_type: str) -> tuple[str, ...] | None:
        """Return the ids of the documents read from these bytes as this type, or None where they were never taken in so."""
        evidence, documents = schema.evidence.c, schema.documents.c
        held = select(evidence.sha256).where(evidence.sha256 == sha256, evidence.media_type == media_type)
        if self._connection.execute(held).first() is None:
            return None
        read = select(documents.id).where(documents.evidence_sha256 == sha256, documents.media_type == media_type)
        return tuple(sorted(self._connection.execute(read).scalars()))

    def versions(self, series_ids: Sequence[str]) -> Mapping[str, str]:
        """Return, for each of these series that the record holds, the id of its latest document."""
        found = rows_for(self._connection, _LATEST_VERSIONS, series_ids)
        return {row["series_id"]: row["id"] for row in found}

    def add_evidence(self, evidence: Evidence, content: bytes) -> None:
        """Keep bytes as they were received."""
        self._insert(schema.evidence, [evidence_row(evidence, zlib.compress(content, _PACKING))])

    def add(self, keyed: Sequence[Keyed]) -> None:
        """Keep analysed documents with all that was found in them; what is known already stays as it is."""
        new = self._unknown(keyed)
        documents = [one.analysis.document for one in new]
        self._insert(schema.documents, [document_row(document) for document in documents])
        self._insert(
            schema.texts,
            [{"document_id": document.id, "title": document.title.text, "text": document.text} for document in documents],
        )
        run_for(self._connection, _INDEX_TEXTS, [document.id for document in documents])
        self._add_findings(new)
        self._insert(schema.claims, [claim_row(claim) for one in new for claim in one.analysis.claims])
        self._file(new)

    def replace(self, keyed: Keyed) -> None:
        """Put a newer analysis of a known document in the old one's place: claims that it lacks fall, older forms are archived."""
        document = keyed.analysis.document
        self._connection.execute(update(schema.documents).where(schema.documents.c.id == document.id).values(_told_anew(document)))
        for table in (schema.mentions, schema.statements, schema.copy_keys, schema.chain_links):
            self._connection.execute(delete(table).where(table.c.document_id == document.id))
        raised = (schema.issues.c.document_id == document.id) & (schema.issues.c.analysed == 1)
        self._connection.execute(delete(schema.issues).where(raised))
        ungroup(self._connection, [row["id"] for row in rows_for(self._connection, _LINKED_CLAIMS, [document.id])])
        for statement in (_DROP_INNER_CLAIMS, _DROP_INNER, _DROP_COPY_LINKS, _DROP_EVENT_LINKS, _DROP_CLAIM_KEYS, _RESET_DOCUMENT):
            run_for(self._connection, statement, [document.id])
        self._add_findings([keyed])
        self._replace_claims(document.id, keyed.analysis.claims)
        self._file([keyed])

    def stand_in(self, document_ids: Sequence[str], sha256: str) -> None:
        """Let known rows of a dataset rest on another file that holds them too, where its digest is the smaller one.

        So which of two files came first makes no difference (law 4).
        """
        run_for(self._connection, _STAND_IN, document_ids, sha256=sha256)

    def add_issues(self, issues: Sequence[Issue]) -> None:
        """Keep doubts that the reading of inputs raised; they outlive a newer analysis."""
        self._insert(schema.issues, [issue_row(issue, analysed=False) for issue in issues])

    def drop_issues(self, document_ids: Sequence[str]) -> None:
        """Drop the doubts that the reading of these documents raised: they were read again."""
        read = schema.issues.c.document_id.in_(list(document_ids)) & (schema.issues.c.analysed == 0)
        self._connection.execute(delete(schema.issues).where(read))

    def add_receipts(self, run: int, receipts: Sequence[Receipt]) -> None:
        """Keep what became of inputs."""
        rows = [
            {
                "run": run,
                "locator": receipt.locator,
                "outcome": receipt.outcome.value,
                "document_id": receipt.document_id,
                "reason": receipt.reason,
                "code": receipt.code,
            }
            for receipt in receipts
        ]
        self._insert(schema.receipts, rows)

    def add_decision(self, decision: Decision) -> None:
        """Keep a person's judgement, and note what has to be computed anew because of it."""
        self._insert(schema.decisions, [decision_row(decision)])
        subjects = [{"subject": subject, "decision_id": decision.id} for subject in sorted(set(decision.subjects))]
        self._insert(schema.decision_subjects, subjects)
        touched = set(decision.subjects)
        while undone := self._subjects_of(touched):
            if undone <= touched:
                break
            touched |= undone
        ungroup(self._connection, touched)
        run_for(self._connection, _UNPLACE, touched)

    def add_entered(self, acts: Sequence[Entered]) -> None:
        """Keep what people entered into registers; what is known already stays as it is."""
        self._insert(schema.entered, [entered_row(act) for act in acts])

    def _subjects_of(self, decision_ids: set[str]) -> set[str]:
        rows = rows_for(self._connection, _SUBJECTS, decision_ids)
        return {row["subject"] for row in rows}

    def _unknown(self, keyed: Sequence[Keyed]) -> list[Keyed]:
        by_id = {one.analysis.document.id: one for one in keyed}
        return [by_id[document_id] for document_id in self.unknown(tuple(by_id))]

    def _add_findings(self, keyed: Sequence[Keyed]) -> None:
        """Add all that was found in documents but the claims and the keys."""
        analyses = [one.analysis for one in keyed]
        inner = [difference for analysis in analyses for difference in analysis.differences]
        self._insert(schema.mentions, [{"document_id": one.document.id, "body": dump(one.mentions)} for one in analyses])
        self._insert(schema.statements, [statement_row(statement) for one in analyses for statement in one.statements])
        self._insert(schema.issues, [issue_row(issue, analysed=True) for one in analyses for issue in one.issues])
        self._insert(schema.differences, [difference_row(difference) for difference in inner])
        self._insert(schema.difference_claims, [row for difference in inner for row in difference_claim_rows(difference)])
        self._insert(schema.chain_links, [chain_row(link) for one in analyses for link in one.chains])

    def _file(self, keyed: Sequence[Keyed]) -> None:
        """File documents and claims, which are there, under their keys."""
        numbers = numbers_of(self._connection, [claim_id for one in keyed for claim_id in one.claim_keys])
        self._insert(schema.copy_keys, [row for one in keyed for row in _copy_key_rows(one)])
        self._insert(schema.claim_keys, [row for one in keyed for row in _claim_key_rows(one, numbers)])

    def _replace_claims(self, document_id: str, claims: Sequence[Claim]) -> None:
        held = {row["id"]: row["body"] for row in rows_for(self._connection, _CLAIMS_OF_DOCUMENT, [document_id])}
        found = {claim.id: claim_row(claim) for claim in claims}
        changed = sorted(key for key, row in found.items() if key in held and held[key] != row["body"])
        self._insert(schema.claim_versions, [{"claim_id": key, "body": held[key]} for key in changed])
        run_for(self._connection, _FALL, set(held) - set(found))
        for key in sorted(found):
            statement = insert(schema.claims).values(found[key])
            self._connection.execute(statement.on_conflict_do_update(index_elements=["id"], set_=found[key]))
        ungroup(self._connection, {*held, *found})

    def _insert(self, table: Table, rows: Iterable[Row]) -> None:
        listed = list(rows)
        if listed:
            self._connection.execute(insert(table).on_conflict_do_nothing(), listed)


def _told_anew(document: Document) -> Row:
    """Return what of a known document may be told otherwise when its bytes are read again: when it was published."""
    row = document_row(document)
    return {name: row[name] for name in ("published", "sort_day", "body")}


def _copy_key_rows(keyed: Keyed) -> list[Row]:
    document_id = keyed.analysis.document.id
    return [{"key": hashed(key), "document_id": document_id} for key in sorted(set(keyed.copy_keys))]


def _claim_key_rows(keyed: Keyed, numbers: Mapping[str, int]) -> list[Row]:
    return [
        {"key": key, "side": side, "claim": numbers[claim_id]}
        for claim_id, keys in sorted(keyed.claim_keys.items())
        if claim_id in numbers
        for key, side in sorted(_sides(keys).items())
    ]


def _sides(keys: Iterable[str]) -> dict[int, int]:
    """Return for each key, hashed, whether it is filed under only (0), looked up only (2), or both (1)."""
    found: dict[int, int] = {}
    for key in keys:
        side = {FILED: 0, LOOKED_UP: 2}.get(key[0], 1)
        number = hashed(key if side == 1 else key[1:])
        found[number] = side if found.get(number, side) == side else 1
    return found


_KNOWN = "SELECT id FROM documents WHERE id IN (SELECT value FROM json_each(:ids))"
_LATEST_VERSIONS = """
    SELECT series_id, id, max(sort_day) FROM documents
    WHERE series_id IN (SELECT value FROM json_each(:ids)) GROUP BY series_id
"""
_INDEX_TEXTS = """
    INSERT INTO texts_fts (rowid, title, text)
    SELECT number, title, text FROM texts WHERE document_id IN (SELECT value FROM json_each(:ids)) ORDER BY number
"""
_CLAIMS_OF_DOCUMENT = "SELECT id, body FROM claims WHERE document_id IN (SELECT value FROM json_each(:ids))"
_STAND_IN = """
    UPDATE documents SET evidence_sha256 = :sha256, body = json_set(body, '$.evidence_sha256', :sha256)
    WHERE evidence_sha256 > :sha256 AND id IN (SELECT value FROM json_each(:ids))
"""
_FALL = "UPDATE claims SET standing = 0 WHERE id IN (SELECT value FROM json_each(:ids))"
_SUBJECTS = "SELECT subject FROM decision_subjects WHERE decision_id IN (SELECT value FROM json_each(:ids))"
_UNPLACE = "UPDATE documents SET state = 1 WHERE state = 2 AND id IN (SELECT value FROM json_each(:ids))"
_RESET_DOCUMENT = "UPDATE documents SET state = 0 WHERE id IN (SELECT value FROM json_each(:ids))"
_LINKED_CLAIMS = """
    WITH gone AS MATERIALIZED (SELECT number FROM claims WHERE document_id IN (SELECT value FROM json_each(:ids))),
    near AS (
        SELECT second AS number FROM gone CROSS JOIN event_links ON first = gone.number
        UNION SELECT first FROM gone CROSS JOIN event_links ON second = gone.number
    )
    SELECT claims.id FROM near CROSS JOIN claims ON claims.number = near.number
"""
"""What a link that falls kept from another, or bound to another, has to be grouped anew."""
_DROP_INNER_CLAIMS = """
    DELETE FROM difference_claims WHERE difference_id IN
    (SELECT id FROM differences WHERE cluster_id = '' AND document_id IN (SELECT value FROM json_each(:ids)))
"""
_DROP_INNER = "DELETE FROM differences WHERE cluster_id = '' AND document_id IN (SELECT value FROM json_each(:ids))"
_DROP_COPY_LINKS = """
    DELETE FROM copy_links
    WHERE first_id IN (SELECT value FROM json_each(:ids)) OR second_id IN (SELECT value FROM json_each(:ids))
"""
_DROP_EVENT_LINKS = """
    WITH gone AS MATERIALIZED (SELECT number FROM claims WHERE document_id IN (SELECT value FROM json_each(:ids)))
    DELETE FROM event_links WHERE first IN (SELECT number FROM gone) OR second IN (SELECT number FROM gone)
"""
_DROP_CLAIM_KEYS = """
    DELETE FROM claim_keys
    WHERE claim IN (SELECT number FROM claims WHERE document_id IN (SELECT value FROM json_each(:ids)))
"""
