"""A digest of all that a record says, for law 4: the same documents and decisions give the same digest in any order and batches.

History is left out: runs, receipts, earlier forms of claims, earlier ids of events, and under which name bytes came in; so are
the decisions themselves, of which only what they bring about counts, so that a decision undone leaves no trace here.
"""

import hashlib

from sqlalchemy import Connection, text

_QUESTIONS = (
    "SELECT sha256, media_type, size_bytes FROM evidence ORDER BY sha256, media_type",
    """
    SELECT documents.id, series_id, evidence_sha256, media_type, documents.title, outlet, published, language, address, text
    FROM documents JOIN texts ON texts.document_id = documents.id ORDER BY documents.id
    """,
    "SELECT document_id, body FROM mentions ORDER BY document_id",
    "SELECT id, body FROM statements ORDER BY id",
    "SELECT id, body FROM claims WHERE standing = 1 ORDER BY id",
    "SELECT issues.id, issues.body FROM issues JOIN documents ON documents.id = issues.document_id ORDER BY issues.id",
    "SELECT first_id, second_id, body FROM copy_links ORDER BY first_id, second_id",
    """
    SELECT one.id, two.id, verdict, weight FROM event_links
    JOIN claims AS one ON one.number = first JOIN claims AS two ON two.number = second ORDER BY 1, 2
    """,
    "SELECT id, body FROM lineages ORDER BY id",
    "SELECT document_id, lineage_id FROM lineage_documents ORDER BY document_id",
    "SELECT claim_id, cluster_id, event_id FROM cluster_claims ORDER BY claim_id",
    "SELECT id, disputes, body FROM events ORDER BY id",
    "SELECT id, body FROM differences ORDER BY id",
    "SELECT claim_id, of_claim_id, kind, body FROM chain_links ORDER BY claim_id, of_claim_id, kind",
    "SELECT id, body FROM entries ORDER BY id",
    "SELECT id, body FROM entered ORDER BY id",
    "SELECT claim_id FROM dirty_claims ORDER BY claim_id",
    "SELECT id, state FROM documents WHERE state < 2 ORDER BY id",
)


def digest(connection: Connection) -> str:
    """Return the digest.

    Args:
        connection: The record's.

    Returns:
        The hexadecimal BLAKE2b-256 of every row of every table that counts, in the order of their keys.
    """
    state = hashlib.blake2b(digest_size=32)
    for question in _QUESTIONS:
        for row in connection.execute(text(question)):
            state.update(repr(tuple(row)).encode())
        state.update(b"\x1e")
    return state.hexdigest()
