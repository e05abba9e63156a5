"""Hands out all that a record holds as lines of plain values, and puts history back into a new one (`corro.ports.Archive`)."""

import base64
import json
import zlib
from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, RowMapping, insert, text

from corro.model import Claim, CustodyEntry
from corro.model.custody import CustodyKind
from corro.store import schema
from corro.store.codec import dump, from_plain
from corro.store.links import VERDICTS
from corro.store.rows import claim_row
from corro.values import EMPTY_CHAIN

Line = dict[str, Any]

_BATCH = 256
"""Documents whose findings are read together, so that memory stays bounded. Source: own choice."""

_CARRIED = (CustodyKind.EXPORTED.value, CustodyKind.IMPORTED.value)
"""Acts that change nothing in a record: at the end of the log they are left out, so that two exports of one state are one text."""


class SqliteArchive:
    """The whole of a record, in and out."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def empty(self) -> bool:
        """Say whether nothing was ever taken into the record."""
        return not any(self._count(table) for table in ("runs", "evidence", "documents", "decisions", "entered", "custody"))

    def lines(self, *, contents: bool = True) -> Iterator[Line]:
        """Yield all that the record holds, in an order that is always the same.

        Args:
            contents: Whether evidence comes with its bytes.
        """
        yield from self._plain("run", _RUNS)
        yield from self._evidence(contents=contents)
        yield from self._documents()
        yield from ({"is": "issue", "raised_by": "reading", **_bodied(row)} for row in self._rows(_READING_ISSUES))
        yield from self._bodies("decision", _DECISIONS)
        yield from self._bodies("entered", _ENTERED)
        yield from self._bodies("fallen_claim", _FALLEN)
        yield from self._bodies("claim_version", _VERSIONS)
        yield from self._plain("receipt", _RECEIPTS)
        yield from ({"is": "event_name", **row, "claims": json.loads(row["claims"])} for row in self._rows(_NAMES))
        yield from ({"is": "move", **row, "before": json.loads(row["before"])} for row in self._rows(_MOVES))
        yield from self._plain("custody", _CUSTODY)
        yield from self._computed()

    def counts(self) -> Mapping[str, int]:
        """Count the documents, claims, decisions and pieces of evidence."""
        return {name: self._count(name) for name in ("evidence", "documents", "claims", "decisions")}

    def evidence_contents(self) -> Iterator[tuple[str, bytes]]:
        """Yield the SHA-256 and the bytes of each piece of evidence, each once."""
        for sha256, packed in self._connection.execute(text(_CONTENTS)):
            yield sha256, zlib.decompress(packed)

    def put_back(self, kind: str, lines: Sequence[Mapping[str, Any]]) -> None:
        """Put lines of history into a record that was empty; inside a transaction.

        Args:
            kind: `run`, `receipt`, `fallen_claim`, `claim_version`, `event_name` or `move`.
            lines: The lines, as `lines` gave them.
        """
        table, made = _HISTORY[kind]
        rows = [row for line in lines for row in made(line)]
        if rows:
            self._connection.execute(insert(table), rows)

    def put_back_log(self, entries: Sequence[CustodyEntry]) -> str | None:
        """Put entries of another record's log at the end of this one's, as they are.

        Args:
            entries: The entries, in order.

        Returns:
            What is wrong with the first that does not follow from those before it, or None; then nothing is kept of them.
        """
        last = self._connection.execute(text(_HEAD)).first()
        number, digest = last or (0, EMPTY_CHAIN)
        for entry in entries:
            if entry.number != number + 1 or entry.digest != entry.after(digest):
                return f"Entry {entry.number} of its custody log does not follow from those before it."
            number, digest = entry.number, entry.digest
        rows = [{name: getattr(entry, name) for name in schema.custody.c.keys()} for entry in entries]  # noqa: SIM118 - no mapping
        if rows:
            self._connection.execute(insert(schema.custody), rows)
        return None

    def drop_moves_after(self, number: int) -> None:
        """Drop the moves noted after so many: what is only composed again has not moved."""
        self._connection.execute(text("DELETE FROM event_moves WHERE number > :number"), {"number": number})

    def _count(self, table: str) -> int:
        return int(self._connection.execute(text(f"SELECT count(*) FROM {table}")).scalar_one())  # noqa: S608 - our own names

    def _rows(self, question: str, **parameters: Any) -> Iterator[RowMapping]:
        yield from self._connection.execute(text(question), parameters).mappings()

    def _plain(self, kind: str, question: str) -> Iterator[Line]:
        carried = {"first": _CARRIED[0], "second": _CARRIED[1]} if kind == "custody" else {}
        return ({"is": kind, **row} for row in self._rows(question, **carried))

    def _bodies(self, kind: str, question: str, **parameters: Any) -> Iterator[Line]:
        return ({"is": kind, **_bodied(row)} for row in self._rows(question, **parameters))

    def _evidence(self, *, contents: bool) -> Iterator[Line]:
        for row in self._rows(_EVIDENCE):
            line = {"is": "evidence", **{name: value for name, value in row.items() if name != "content"}}
            if contents:
                line["content"] = base64.b64encode(zlib.decompress(row["content"])).decode()
            yield line

    def _documents(self) -> Iterator[Line]:
        after = ""
        while rows := self._connection.execute(text(_DOCUMENTS), {"after": after, "limit": _BATCH}).mappings().all():
            for row in rows:
                yield {"is": "document", "mentions": json.loads(row["mentions"] or "[]"), **_document(row)}
                yield from self._found_in(row["id"])
            after = rows[-1]["id"]

    def _found_in(self, document_id: str) -> Iterator[Line]:
        yield from self._bodies("statement", _STATEMENTS, id=document_id)
        yield from self._bodies("claim", _CLAIMS, id=document_id)
        yield from self._bodies("inner_difference", _INNER, id=document_id)
        yield from self._bodies("chain_link", _CHAINS, id=document_id)
        for row in self._rows(_ANALYSED_ISSUES, id=document_id):
            yield {"is": "issue", "raised_by": "analysis", **_bodied(row)}

    def _computed(self) -> Iterator[Line]:
        yield from self._bodies("copy_link", _COPY_LINKS)
        yield from self._event_links()
        yield from self._bodies("lineage", _LINEAGES)
        yield from self._bodies("event", _EVENTS)
        yield from self._bodies("difference", _DIFFERENCES)
        yield from self._bodies("entry", _ENTRIES)

    def _event_links(self) -> Iterator[Line]:
        names = {str(row["number"]): row["words"] for row in self._rows("SELECT number, words FROM phrases")}
        for row in self._rows(_EVENT_LINKS):
            rule, *reasons = (names[number] for number in row["reasons"].split())
            verdict = VERDICTS[row["verdict"]].value
            told = {"first_id": row["first_id"], "second_id": row["second_id"], "verdict": verdict, "weight": row["weight"]}
            yield {"is": "event_link", "body": {**told, "rule": rule, "reasons": reasons}}


def _bodied(row: RowMapping) -> Line:
    return {**{name: value for name, value in row.items() if name != "body"}, "body": json.loads(row["body"])}


def _document(row: RowMapping) -> Line:
    told = json.loads(row["body"])
    return {"id": row["id"], "text": row["text"], "body": {name: part for name, part in told.items() if name != "text"}}


def _run(line: Mapping[str, Any]) -> list[Line]:
    return [{name: line[name] for name in ("number", "started", "finished", "tables")}]


def _receipt(line: Mapping[str, Any]) -> list[Line]:
    return [{name: line[name] for name in ("run", "locator", "outcome", "document_id", "reason", "code")}]


def _fallen(line: Mapping[str, Any]) -> list[Line]:
    return [{**claim_row(from_plain(line["body"], Claim)), "standing": 0}]


def _version(line: Mapping[str, Any]) -> list[Line]:
    claim = from_plain(line["body"], Claim)
    return [{"claim_id": claim.id, "body": dump(claim)}]


def _name(line: Mapping[str, Any]) -> list[Line]:
    return [{"event_id": line["event_id"], "slug": line["slug"], "claim_id": claim} for claim in line["claims"]]


def _move(line: Mapping[str, Any]) -> list[Line]:
    names = ("at", "event_id", "slug", "title", "support", "lineages", "disputes", "assessment")
    return [{**{name: line[name] for name in names}, "before": json.dumps(line["before"])}]


_HISTORY = {
    "run": (schema.runs, _run),
    "receipt": (schema.receipts, _receipt),
    "fallen_claim": (schema.claims, _fallen),
    "claim_version": (schema.claim_versions, _version),
    "event_name": (schema.event_history, _name),
    "move": (schema.event_moves, _move),
}

_RUNS = "SELECT number, started, finished, tables FROM runs ORDER BY number"
_EVIDENCE = "SELECT sha256, media_type, size_bytes, name, content FROM evidence ORDER BY sha256, media_type"
_CONTENTS = "SELECT sha256, min(content) FROM evidence GROUP BY sha256 ORDER BY sha256"
_DOCUMENTS = """
    SELECT documents.id, documents.body, text, mentions.body AS mentions
    FROM documents JOIN texts ON texts.document_id = documents.id LEFT JOIN mentions ON mentions.document_id = documents.id
    WHERE documents.id > :after ORDER BY documents.id LIMIT :limit
"""
_STATEMENTS = "SELECT id, body FROM statements WHERE document_id = :id ORDER BY start, id"
_CLAIMS = "SELECT id, body FROM claims WHERE document_id = :id AND standing = 1 ORDER BY start, id"
_INNER = "SELECT id, body FROM differences WHERE cluster_id = '' AND document_id = :id ORDER BY id"
_CHAINS = "SELECT body FROM chain_links WHERE document_id = :id ORDER BY claim_id, of_claim_id, kind"
_ANALYSED_ISSUES = "SELECT id, body FROM issues WHERE analysed = 1 AND document_id = :id ORDER BY id"
_READING_ISSUES = """
    SELECT id, body FROM issues
    WHERE analysed = 0 OR document_id NOT IN (SELECT id FROM documents) ORDER BY id
"""
_DECISIONS = "SELECT id, body FROM decisions ORDER BY at, id"
_ENTERED = "SELECT id, body FROM entered ORDER BY at, id"
_FALLEN = "SELECT id, body FROM claims WHERE standing = 0 ORDER BY id"
_VERSIONS = "SELECT body FROM claim_versions ORDER BY number"
_RECEIPTS = "SELECT run, locator, outcome, document_id, reason, code FROM receipts ORDER BY number"
_NAMES = """
    SELECT event_id, slug, json_group_array(claim_id) AS claims FROM
    (SELECT event_id, slug, claim_id FROM event_history ORDER BY event_id, claim_id) GROUP BY event_id, slug ORDER BY event_id
"""
_MOVES = """
    SELECT at, event_id, slug, title, support, lineages, disputes, assessment, before FROM event_moves ORDER BY number
"""
_CUSTODY = """
    SELECT number, kind, subject, "by", at, detail, digest FROM custody
    WHERE number <= (SELECT max(number) FROM custody WHERE kind NOT IN (:first, :second)) ORDER BY number
"""
_HEAD = "SELECT number, digest FROM custody ORDER BY number DESC LIMIT 1"
_COPY_LINKS = "SELECT body FROM copy_links ORDER BY first_id, second_id"
_EVENT_LINKS = """
    SELECT one.id AS first_id, two.id AS second_id, verdict, weight, reasons FROM event_links
    JOIN claims AS one ON one.number = first JOIN claims AS two ON two.number = second ORDER BY 1, 2
"""
_LINEAGES = "SELECT id, body FROM lineages ORDER BY id"
_EVENTS = "SELECT id, slug, title, body FROM events ORDER BY id"
_DIFFERENCES = "SELECT id, body FROM differences WHERE cluster_id <> '' ORDER BY id"
_ENTRIES = "SELECT id, body FROM entries ORDER BY id"
