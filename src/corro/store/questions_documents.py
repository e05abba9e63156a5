"""Answers about documents, lineages, issues, receipts and evidence."""

import zlib
from collections.abc import Mapping, Sequence

from sqlalchemy import Connection, RowMapping, func, select, text

from corro.model import CopyLink, Document, Issue, Lineage, Outcome, Receipt
from corro.model.answer import FIRST_PAGE, DocumentLine, Hit, Page, Window
from corro.store import schema
from corro.store.codec import load
from corro.store.paging import page_of
from corro.store.rows import document_of
from corro.store.search import match_all
from corro.store.sets import rows_for


class DocumentQuestions:
    """Answers from what was received."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def documents(self, window: Window = FIRST_PAGE) -> Page[DocumentLine]:
        """List documents by publication and id."""
        total = self._connection.execute(select(func.count()).select_from(schema.documents)).scalar_one()
        limit = -1 if window.limit is None else window.limit
        rows = self._connection.execute(text(_DOCUMENT_LINES), {"limit": limit, "offset": window.offset}).mappings()
        return Page(tuple(DocumentLine(**row) for row in rows), int(total), window.offset)

    def documents_by_id(self, document_ids: Sequence[str]) -> Mapping[str, Document]:
        """Return these documents, with their text."""
        rows = rows_for(self._connection, _DOCUMENTS, document_ids)
        return {row["id"]: document_of(row["body"], row["text"]) for row in rows}

    def documents_like(self, name: str) -> tuple[str, ...]:
        """Return ids of documents by id or label."""
        return tuple(self._connection.execute(text(_NAMED), {"name": name}).scalars())

    def series(self, series_id: str) -> tuple[Document, ...]:
        """Return the versions of one document, by capture, publication and id."""
        rows = self._connection.execute(text(_SERIES), {"series_id": series_id}).mappings()
        return tuple(sorted((document_of(row["body"], row["text"]) for row in rows), key=_capture))

    def lineages(self, window: Window = FIRST_PAGE) -> Page[Lineage]:
        """List lineages, largest first."""
        order = (schema.lineages.c.size.desc(), schema.lineages.c.id)
        query = select(schema.lineages.c.body, schema.lineages.c.size, schema.lineages.c.id)
        return page_of(self._connection, query, order, window, lambda row: load(row["body"], Lineage))

    def lineages_of(self, document_ids: Sequence[str]) -> Mapping[str, Lineage]:
        """Return the lineage of each of these documents that has one."""
        members = rows_for(self._connection, _LINEAGE_IDS, document_ids)
        bodies = rows_for(self._connection, _LINEAGES, [row["lineage_id"] for row in members])
        lineages = {row["id"]: load(row["body"], Lineage) for row in bodies}
        return {row["document_id"]: lineages[row["lineage_id"]] for row in members}

    def copies(self, document_ids: Sequence[str]) -> tuple[CopyLink, ...]:
        """Return the verdicts among these documents."""
        return tuple(load(row["body"], CopyLink) for row in rows_for(self._connection, _COPIES, document_ids))

    def issues(self, code: str = "", document_id: str = "", window: Window = FIRST_PAGE) -> Page[Issue]:
        """List issues, gravest first."""
        columns = schema.issues.c
        query = select(columns.body)
        if code:
            query = query.where(columns.code == code)
        if document_id:
            query = query.where(columns.document_id == document_id)
        order = (columns.gravity, columns.code, columns.id)
        return page_of(self._connection, query, order, window, lambda row: load(row["body"], Issue))

    def receipts(self, run: int | None = None, window: Window = FIRST_PAGE) -> Page[Receipt]:
        """List what became of inputs, in order; of one build or of all."""
        columns = schema.receipts.c
        query = select(columns.locator, columns.outcome, columns.document_id, columns.reason, columns.code)
        if run is not None:
            query = query.where(columns.run == run)
        return page_of(self._connection, query, (columns.number,), window, _receipt)

    def search(self, typed: str, window: Window = FIRST_PAGE) -> Page[Hit]:
        """Find documents by words, accents and case aside, best first."""
        query = match_all(typed)
        if not query:
            return Page((), 0, window.offset)
        total = self._connection.execute(text(_COUNT_HITS), {"query": query}).scalar_one()
        limit = -1 if window.limit is None else window.limit
        rows = self._connection.execute(text(_HITS), {"query": query, "limit": limit, "offset": window.offset}).mappings()
        return Page(tuple(Hit(**row) for row in rows), int(total), window.offset)

    def evidence(self, sha256: str) -> bytes | None:
        """Return bytes as they were received."""
        query = select(schema.evidence.c.content).where(schema.evidence.c.sha256 == sha256)
        packed = self._connection.execute(query).scalar()
        return zlib.decompress(packed) if packed is not None else None


def _receipt(row: RowMapping) -> Receipt:
    return Receipt(row["locator"], Outcome(row["outcome"]), row["document_id"], row["reason"], row["code"])


def _capture(document: Document) -> tuple[str, str, str]:
    days = [dated.interval.edtf if dated.interval else schema.LATEST for dated in (document.captured, document.published)]
    return days[0], days[1], document.id


_DOCUMENT_LINES = """
    SELECT documents.id, label, title, outlet, published, language, address,
        coalesce(lineage_documents.lineage_id, '') AS lineage_id, coalesce(lineages.size, 0) AS lineage_size,
        (SELECT count(*) FROM claims WHERE document_id = documents.id AND standing = 1) AS claims
    FROM documents
    LEFT JOIN lineage_documents ON lineage_documents.document_id = documents.id
    LEFT JOIN lineages ON lineages.id = lineage_documents.lineage_id
    ORDER BY documents.sort_day, documents.id LIMIT :limit OFFSET :offset
"""
_DOCUMENTS = """
    SELECT documents.id, body, text FROM documents JOIN texts ON texts.document_id = documents.id
    WHERE documents.id IN (SELECT value FROM json_each(:ids))
"""
_SERIES = "SELECT body, text FROM documents JOIN texts ON texts.document_id = documents.id WHERE series_id = :series_id"
_NAMED = "SELECT id FROM documents WHERE id = :name OR label = :name ORDER BY id"
_LINEAGE_IDS = "SELECT document_id, lineage_id FROM lineage_documents WHERE document_id IN (SELECT value FROM json_each(:ids))"
_LINEAGES = "SELECT id, body FROM lineages WHERE id IN (SELECT value FROM json_each(:ids))"
_COPIES = """
    WITH wanted AS MATERIALIZED (SELECT value AS id FROM json_each(:ids))
    SELECT body FROM wanted JOIN copy_links ON first_id = wanted.id
    WHERE +second_id IN (SELECT id FROM wanted) ORDER BY first_id, second_id
"""
_COUNT_HITS = "SELECT count(*) FROM texts_fts WHERE texts_fts MATCH :query"
_HITS = """
    SELECT documents.id AS document_id, documents.label, documents.title,
        snippet(texts_fts, 1, '[', ']', '…', 24) AS snippet
    FROM texts_fts
    JOIN texts ON texts.number = texts_fts.rowid
    JOIN documents ON documents.id = texts.document_id
    WHERE texts_fts MATCH :query ORDER BY bm25(texts_fts), documents.id LIMIT :limit OFFSET :offset
"""
