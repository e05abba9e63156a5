"""Marks claims that wait: to be grouped and then composed, or only to be composed."""

from collections.abc import Iterable

from sqlalchemy import Connection

from corro.store.sets import run_for


def ungroup(connection: Connection, claim_ids: Iterable[str]) -> None:
    """Have these claims grouped and composed anew: their links changed, or people decided on them."""
    run_for(connection, _UNGROUP, claim_ids)


def ungroup_documents(connection: Connection, document_ids: Iterable[str]) -> None:
    """Have the claims of these documents grouped and composed anew."""
    run_for(connection, _UNGROUP_DOCUMENTS, document_ids)


def recompose_documents(connection: Connection, document_ids: Iterable[str]) -> None:
    """Have the claims of these documents composed anew; with which others they belong is not in doubt."""
    run_for(connection, _RECOMPOSE_DOCUMENTS, document_ids)


_UNGROUP = """
    INSERT INTO dirty_claims (claim_id, grouped, sort_day)
    SELECT claims.id, 0, sort_day FROM json_each(:ids) AS given
    CROSS JOIN claims ON claims.id = given.value CROSS JOIN documents ON documents.id = claims.document_id WHERE true
    ON CONFLICT DO UPDATE SET grouped = 0
"""
_UNGROUP_DOCUMENTS = """
    INSERT INTO dirty_claims (claim_id, grouped, sort_day)
    SELECT claims.id, 0, sort_day FROM json_each(:ids) AS given
    CROSS JOIN documents ON documents.id = given.value CROSS JOIN claims ON claims.document_id = documents.id WHERE true
    ON CONFLICT DO UPDATE SET grouped = 0
"""
_RECOMPOSE_DOCUMENTS = """
    INSERT OR IGNORE INTO dirty_claims (claim_id, grouped, sort_day)
    SELECT claims.id, 1, sort_day FROM json_each(:ids) AS given
    CROSS JOIN documents ON documents.id = given.value CROSS JOIN claims ON claims.document_id = documents.id
"""
"""CROSS JOIN keeps the order as written, from what is named outwards. Source: SQLite, Query Planning, manual control."""
