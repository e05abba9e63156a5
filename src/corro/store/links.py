"""How verdicts on pairs of claims are written: by the claims' numbers, each reason once in the whole record."""

import json
from collections.abc import Collection, Iterable, Mapping, Sequence

from sqlalchemy import Connection, text
from sqlalchemy.dialects.sqlite import insert

from corro.model import EventLink, LinkVerdict
from corro.store import schema
from corro.store.sets import rows_for, tuples_for

VERDICTS = (LinkVerdict.NOT_SAME, LinkVerdict.SAME, LinkVerdict.UNSURE)
"""Verdicts by the number under which they are kept."""


def numbers_of(connection: Connection, claim_ids: Iterable[str]) -> dict[str, int]:
    """Return the numbers of those of these claims that the record holds."""
    return {row["id"]: row["number"] for row in rows_for(connection, _NUMBERS, claim_ids)}


def write_links(connection: Connection, links: Sequence[EventLink]) -> None:
    """Keep verdicts on pairs of claims that the record holds."""
    numbers = numbers_of(connection, {name for link in links for name in (link.first_id, link.second_id)})
    phrases = _phrases(connection, {words for link in links for words in (link.rule, *link.reasons)})
    rows = [
        {
            "first": numbers[link.first_id],
            "second": numbers[link.second_id],
            "verdict": VERDICTS.index(link.verdict),
            "weight": link.weight,
            "reasons": " ".join(str(phrases[words]) for words in (link.rule, *link.reasons)),
        }
        for link in links
        if link.first_id in numbers and link.second_id in numbers
    ]
    if rows:
        connection.execute(insert(schema.event_links).on_conflict_do_nothing(), rows)


def _phrases(connection: Connection, wanted: set[str]) -> dict[str, int]:
    """Return the numbers of phrases; new ones are added."""
    known = {row["words"] for row in rows_for(connection, _PHRASES, wanted)}
    if new := [{"words": words} for words in sorted(wanted - known)]:
        connection.execute(insert(schema.phrases), new)
    return {row["words"]: row["number"] for row in rows_for(connection, _PHRASES, wanted)}


def links_among(connection: Connection, claim_ids: Collection[str], known: Collection[str] = ()) -> tuple[EventLink, ...]:
    """Return the verdicts among these claims, without their reasons: clustering weighs, and explains nothing.

    Args:
        connection: The record's.
        claim_ids: The claims.
        known: Claims among which the verdicts are known already; these are left out.
    """
    fresh = json.dumps(sorted(set(claim_ids).difference(known)))
    found = tuples_for(connection, _FURTHER if known else _AMONG, claim_ids, **({"fresh": fresh} if known else {}))
    rules = [reasons.partition(" ")[0] for *_, reasons in found]
    words = _words(connection, set(rules))
    return tuple(
        EventLink(first, second, VERDICTS[verdict], weight, (), words[rule])
        for (first, second, verdict, weight, _), rule in zip(found, rules, strict=True)
    )


def explained_links(connection: Connection, claim_ids: Iterable[str]) -> tuple[EventLink, ...]:
    """Return the verdicts among these claims with their reasons."""
    found = tuples_for(connection, _AMONG, claim_ids)
    words = _words(connection, {number for *_, reasons in found for number in reasons.split()})
    return tuple(_explained(row, words) for row in found)


def open_links(connection: Connection, below: float) -> tuple[EventLink, ...]:
    """Return verdicts on standing claims that a person may see otherwise, the weightiest first; see `Questions.open_links`."""
    found = connection.execute(text(_OPEN), {"below": below}).all()
    words = _words(connection, {number for *_, reasons in found for number in reasons.split()})
    return tuple(_explained(tuple(row), words) for row in found)


def _explained(row: tuple[str, str, int, float, str], words: Mapping[str, str]) -> EventLink:
    first, second, verdict, weight, told = row
    rule, *reasons = (words[number] for number in told.split())
    return EventLink(first, second, VERDICTS[verdict], weight, tuple(reasons), rule)


def _words(connection: Connection, numbers: set[str]) -> dict[str, str]:
    return {str(row["number"]): row["words"] for row in rows_for(connection, _WORDS, numbers)}


_OPEN = """
    SELECT one.id, two.id, verdict, weight, reasons FROM event_links
    JOIN claims AS one ON one.number = first JOIN claims AS two ON two.number = second
    JOIN cluster_claims AS mine ON mine.claim_id = one.id JOIN cluster_claims AS theirs ON theirs.claim_id = two.id
    WHERE one.standing = 1 AND two.standing = 1 AND mine.event_id <> '' AND theirs.event_id <> ''
        AND (verdict = 2 OR (verdict = 1 AND (mine.event_id <> theirs.event_id OR weight < :below)))
    ORDER BY weight DESC, 1, 2
"""
_NUMBERS = "SELECT id, number FROM claims WHERE id IN (SELECT value FROM json_each(:ids))"
_PHRASES = "SELECT words, number FROM phrases WHERE words IN (SELECT value FROM json_each(:ids))"
_WORDS = "SELECT words, number FROM phrases WHERE number IN (SELECT CAST(value AS INTEGER) FROM json_each(:ids))"
_AMONG = """
    WITH wanted AS MATERIALIZED
    (SELECT number, id FROM claims WHERE id IN (SELECT value FROM json_each(:ids)))
    SELECT mine.id AS first_id, theirs.id AS second_id, verdict, weight, reasons
    FROM wanted AS mine CROSS JOIN event_links ON first = mine.number
    JOIN claims AS theirs ON theirs.number = +second
    WHERE +second IN (SELECT number FROM wanted) ORDER BY 1, 2
"""
"""The plus keeps the second number out of the search by key, which would try every pair of the wanted ones."""
_FURTHER = """
    WITH wanted AS MATERIALIZED
    (SELECT number, id FROM claims WHERE id IN (SELECT value FROM json_each(:ids))),
    fresh AS MATERIALIZED (SELECT number FROM wanted WHERE id IN (SELECT value FROM json_each(:fresh))),
    met AS MATERIALIZED (
        SELECT first, second, verdict, weight, reasons FROM fresh CROSS JOIN event_links ON first = fresh.number
        WHERE +second IN (SELECT number FROM wanted)
        UNION ALL
        SELECT first, second, verdict, weight, reasons FROM fresh CROSS JOIN event_links ON second = fresh.number
        WHERE +first IN (SELECT number FROM wanted) AND +first NOT IN (SELECT number FROM fresh)
    )
    SELECT mine.id AS first_id, theirs.id AS second_id, verdict, weight, reasons
    FROM met CROSS JOIN wanted AS mine ON mine.number = first CROSS JOIN wanted AS theirs ON theirs.number = second ORDER BY 1, 2
"""
