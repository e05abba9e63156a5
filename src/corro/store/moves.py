"""Keeps how events moved: which are new, whose support changed, which became one or are no more, and when."""

import json
from collections.abc import Collection, Mapping, Sequence

from sqlalchemy import Connection, RowMapping, insert, text

from corro.model import Event
from corro.model.answer import EventMove, EventState, Page, Window
from corro.store import schema
from corro.store.sets import rows_for


def present(connection: Connection, clusters: Sequence[str]) -> dict[str, tuple[str, str]]:
    """Return slug and title of the events that were composed from these clusters, by id."""
    return {row["id"]: (row["slug"], row["title"]) for row in rows_for(connection, _PRESENT, clusters)}


def note_moves(connection: Connection, composed: Sequence[tuple[Event, int]], dropped: dict[str, tuple[str, str]]) -> None:
    """Note which of the events that were just composed are new or moved, and which of those dropped are no more.

    To be called before the ids of the composed events are added to the history.

    Args:
        connection: The record's.
        composed: Events with the number of their disputes.
        dropped: Slug and title, by id, of the events that stood in their place.
    """
    at = connection.execute(text(_MOMENT)).scalar() or ""
    earlier = _earlier(connection, [event for event, _ in composed])
    last = _last(connection, {*dropped, *(name for names in earlier.values() for name in names)})
    states = [(event, _now(event, disputes), _stood(event, earlier[event.id], dropped, last)) for event, disputes in composed]
    rows = [_row(at, event.id, event.title, now, before) for event, now, before in states if before != [now]]
    kept = {event.id for event, _ in composed} | {row["event_id"] for row in rows_for(connection, _STILL, dropped)}
    for name in sorted(dropped.keys() - kept):
        slug, title = dropped[name]
        rows.append(_row(at, name, title, EventState(slug, "", 0, 0, ""), [last[name]] if name in last else []))
    if rows:
        connection.execute(insert(schema.event_moves), rows)


def _earlier(connection: Connection, events: Sequence[Event]) -> dict[str, tuple[str, ...]]:
    """Return for each event the ids of those that shared a claim with it, sorted."""
    known: dict[str, list[str]] = {}
    for row in rows_for(connection, _SHARING, {claim for event in events for claim in event.claims}):
        known.setdefault(row["claim_id"], []).append(row["event_id"])
    return {event.id: tuple(sorted({name for claim in event.claims for name in known.get(claim, ())})) for event in events}


def _last(connection: Connection, event_ids: Collection[str]) -> dict[str, EventState]:
    """Return the last state of each of these events, by id, the one that moved last at the end."""
    return {row["event_id"]: _state(row) for row in rows_for(connection, _LAST, event_ids)}


def _state(row: RowMapping) -> EventState:
    return EventState(row["slug"], row["support"], row["lineages"], row["disputes"], row["assessment"])


def _now(event: Event, disputes: int) -> EventState:
    return EventState(event.slug, event.support.value, event.lineages, disputes, event.assessment.value)


def _stood(event: Event, earlier: Sequence[str], dropped: Collection[str], last: Mapping[str, EventState]) -> list[EventState]:
    """Return how that stood in whose place an event comes: itself, those dropped for it, or what its claims were last part of."""
    if event.id in dropped:
        return [last[event.id]] if event.id in last else []
    stood = [name for name in earlier if name in dropped]
    if not stood and earlier:  # dropped a batch before
        stood = [name for name in last if name in earlier][-1:]
    return [last[name] for name in stood if name in last and last[name].support]


def _row(at: str, name: str, title: str, now: EventState, before: Sequence[EventState]) -> dict[str, str | int]:
    told = [[one.slug, one.support, one.lineages, one.disputes, one.assessment] for one in before]
    return {
        "at": at,
        "event_id": name,
        "slug": now.slug,
        "title": title,
        "support": now.support,
        "lineages": now.lineages,
        "disputes": now.disputes,
        "assessment": now.assessment,
        "before": json.dumps(told),
    }


def moves(connection: Connection, since: str, window: Window) -> Page[EventMove]:
    """List how events moved from a moment on, oldest first."""
    total = int(connection.execute(text(_COUNT), {"since": since}).scalar_one())
    limit = -1 if window.limit is None else window.limit
    found = connection.execute(text(_MOVES), {"since": since, "limit": limit, "offset": window.offset}).mappings()
    return Page(tuple(map(_move, found)), total, window.offset)


def _move(row: RowMapping) -> EventMove:
    before = tuple(EventState(*one) for one in json.loads(row["before"]))
    return EventMove(row["at"], row["event_id"], row["title"], _state(row), before)


_MOMENT = "SELECT max(at) FROM (SELECT max(started) AS at FROM runs UNION ALL SELECT max(at) FROM decisions)"
_PRESENT = "SELECT id, slug, title FROM events WHERE cluster_id IN (SELECT value FROM json_each(:ids))"
_SHARING = """
    SELECT event_id, claim_id FROM json_each(:ids) AS given CROSS JOIN event_history ON claim_id = given.value
"""
_LAST = """
    SELECT event_id, slug, support, lineages, disputes, assessment FROM event_moves WHERE number IN
    (SELECT max(number) FROM event_moves WHERE event_id IN (SELECT value FROM json_each(:ids)) GROUP BY event_id)
    ORDER BY number
"""
_STILL = """
    SELECT DISTINCT event_id FROM event_history
    WHERE event_id IN (SELECT value FROM json_each(:ids)) AND (
        claim_id IN (SELECT claim_id FROM cluster_claims WHERE event_id <> '') OR claim_id IN (SELECT claim_id FROM dirty_claims)
    )
"""
_COUNT = "SELECT count(*) FROM event_moves WHERE at >= :since"
_MOVES = "SELECT * FROM event_moves WHERE at >= :since ORDER BY at, number LIMIT :limit OFFSET :offset"
