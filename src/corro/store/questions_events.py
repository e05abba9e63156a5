"""Answers about events, differences and registers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Any

from sqlalchemy import Connection, RowMapping, Select, or_, select, text

from corro.model import Assessment, ChainLink, Credibility, Difference, Event, Modality, RegisterEntry, Support
from corro.model.answer import (
    ANY_DIFFERENCE,
    ANY_EVENT,
    FIRST_PAGE,
    DifferenceFilter,
    EventFilter,
    EventLine,
    EventMove,
    Page,
    Window,
)
from corro.store.codec import load
from corro.store.moves import moves
from corro.store.paging import of_types, page_of
from corro.store.schema import cluster_claims, difference_claims, differences, entries, events
from corro.store.search import match_columns
from corro.store.sets import rows_for

_LINE = (
    *(events.c.id, events.c.slug, events.c.type, events.c.title, events.c.edtf, events.c.place, events.c.modality),
    *(events.c.lineages, events.c.support, events.c.assessment, events.c.credibility),
    *(events.c.documents, events.c.claims, events.c.disputes),
)


class EventQuestions:
    """Answers from the composed part of the record."""

    def __init__(self, connection: Connection) -> None:
        """Work over the record's connection."""
        self._connection = connection

    def events(self, wanted: EventFilter = ANY_EVENT, window: Window = FIRST_PAGE) -> Page[EventLine]:
        """List events by day and id, undated ones last."""
        query = _narrowed(select(*_LINE), wanted)
        return page_of(self._connection, query, (events.c.sort_day, events.c.id), window, _event_line)

    def event(self, event_id: str) -> Event | None:
        """Return an event with its earlier ids."""
        body = self._connection.execute(select(events.c.body).where(events.c.id == event_id)).scalar()
        return replace(load(body, Event), aliases=self.aliases(event_id)) if body else None

    def events_by_id(self, event_ids: Sequence[str]) -> Mapping[str, Event]:
        """Return these events, without their earlier ids."""
        return {row["id"]: load(row["body"], Event) for row in rows_for(self._connection, _EVENTS, event_ids)}

    def events_named(self, name: str) -> tuple[str, ...]:
        """Return ids of present events by id, slug, earlier id or slug, or the id of one of their claims; several after a split."""
        for statement in (_PRESENT, _EARLIER, _BY_CLAIM):
            found = self._connection.execute(text(statement), {"name": name, "slug": name.upper()}).scalars().all()
            if found:
                return tuple(sorted(found))
        return ()

    def moves(self, since: str, window: Window = FIRST_PAGE) -> Page[EventMove]:
        """List how events moved from a moment on, oldest first."""
        return moves(self._connection, since, window)

    def aliases(self, event_id: str) -> tuple[str, ...]:
        """Return earlier ids of events that shared a claim with this one, sorted."""
        return tuple(self._connection.execute(text(_ALIASES), {"event_id": event_id}).scalars())

    def event_of(self, claim_ids: Sequence[str]) -> Mapping[str, str]:
        """Return, for each of these claims that is behind an event, the event's id."""
        return {row["claim_id"]: row["event_id"] for row in rows_for(self._connection, _EVENT_OF, claim_ids)}

    def differences(self, wanted: DifferenceFilter = ANY_DIFFERENCE, window: Window = FIRST_PAGE) -> Page[Difference]:
        """List differences, disputes first; those inside one document carry the event that their claims are behind."""
        query = _narrowed_differences(select(differences.c.body), wanted)
        order = (differences.c.rank, differences.c.field, differences.c.id)
        page = page_of(self._connection, query, order, window, lambda row: load(row["body"], Difference))
        return replace(page, lines=self._placed(page.lines))

    def _placed(self, found: tuple[Difference, ...]) -> tuple[Difference, ...]:
        """Give differences inside one document the one event that all their claims are behind."""
        inner = [one for one in found if one.event_id is None]
        event_by_claim = self.event_of([claim for one in inner for position in one.positions for claim in position.claims])
        return tuple(one if one.event_id else replace(one, event_id=_only_event(one, event_by_claim)) for one in found)

    def chains_of(self, claim_ids: Sequence[str]) -> tuple[ChainLink, ...]:
        """Return the links that lead from or to any of these claims, by document and place in it."""
        found = [load(row["body"], ChainLink) for row in rows_for(self._connection, _CHAINS_OF, claim_ids)]
        return tuple(sorted(found, key=lambda link: (link.document_id, link.passage, link.kind, link.claim_id, link.of_claim_id)))

    def entries(self, register: str = "", window: Window = FIRST_PAGE) -> Page[RegisterEntry]:
        """List lines of one register, or of all."""
        query = select(entries.c.body)
        if register:
            query = query.where(entries.c.register == register)
        return page_of(self._connection, query, (entries.c.register, entries.c.sort_day, entries.c.id), window, _entry)

    def entries_of(self, claim_ids: Sequence[str]) -> tuple[RegisterEntry, ...]:
        """Return the lines of registers that rest on any of these claims."""
        wanted = set(claim_ids)
        rows = rows_for(self._connection, _ENTRIES_OF, claim_ids)
        return tuple(entry for entry in map(_entry, rows) if wanted & set(entry.claims))


def _narrowed(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    if wanted.types:
        query = query.where(of_types(events.c.type, wanted.types))
    if wanted.since:
        query = query.where(or_(events.c.last >= wanted.since.isoformat(), events.c.last.is_(None) & events.c.first.is_not(None)))
    if wanted.until:
        query = query.where(or_(events.c.first <= wanted.until.isoformat(), events.c.first.is_(None) & events.c.last.is_not(None)))
    if wanted.support:
        query = query.where(events.c.support == wanted.support.value)
    if wanted.modality:
        query = query.where(events.c.modality == wanted.modality.value)
    if wanted.disputed is not None:
        query = query.where((events.c.disputes > 0) if wanted.disputed else (events.c.disputes == 0))
    if wanted.document_id:
        query = query.where(events.c.id.in_(_events_in(wanted.document_id)))
    return _with_words(query, wanted)


def _with_words(query: Select[Any], wanted: EventFilter) -> Select[Any]:
    words = match_columns({"actor": wanted.actor, "place": wanted.place, "source": wanted.source, "": wanted.text})
    if words:
        found = text("SELECT rowid FROM events_fts WHERE events_fts MATCH :words").bindparams(words=words)
        query = query.where(events.c.number.in_(found.columns(events.c.number)))
    elif any((wanted.actor, wanted.place, wanted.source, wanted.text)):
        query = query.where(events.c.number < 0)  # words were asked for, but none that could be found
    return query


def _events_in(document_id: str) -> Any:
    named = text("SELECT event_id FROM cluster_claims JOIN claims ON claims.id = claim_id WHERE document_id = :document_id")
    return named.bindparams(document_id=document_id).columns(events.c.id)


def _narrowed_differences(query: Select[Any], wanted: DifferenceFilter) -> Select[Any]:
    for column, value in (("relation", wanted.relation), ("kind", wanted.kind), ("field", wanted.field)):
        if value:
            query = query.where(differences.c[column] == value)
    if wanted.document_id:
        query = query.where(differences.c.document_id == wanted.document_id)
    if wanted.event_id:
        on_claims = (
            select(difference_claims.c.difference_id)
            .join(cluster_claims, cluster_claims.c.claim_id == difference_claims.c.claim_id)
            .where(cluster_claims.c.event_id == wanted.event_id)
        )
        query = query.where(differences.c.id.in_(on_claims))
    return query


def _only_event(difference: Difference, event_by_claim: Mapping[str, str]) -> str | None:
    claims = [claim for position in difference.positions for claim in position.claims]
    found = {event_by_claim.get(claim, "") for claim in claims} - {""}
    return found.pop() if len(found) == 1 else None


def _entry(row: RowMapping) -> RegisterEntry:
    return load(row["body"], RegisterEntry)


def _event_line(row: RowMapping) -> EventLine:
    counted = {name: row[name] for name in ("lineages", "documents", "claims", "disputes")}
    named = {name: row[name] for name in ("id", "slug", "type", "title", "place")}
    return EventLine(
        **named,
        **counted,
        when=row["edtf"],
        modality=Modality(row["modality"]),
        support=Support(row["support"]),
        assessment=Assessment(row["assessment"]),
        credibility=Credibility(row["credibility"]),
    )


_PRESENT = "SELECT id FROM events WHERE id = :name OR slug = :slug"
_EARLIER = """
    SELECT DISTINCT cluster_claims.event_id FROM event_history JOIN cluster_claims USING (claim_id)
    WHERE (event_history.event_id = :name OR event_history.slug = :slug) AND cluster_claims.event_id <> ''
"""
_BY_CLAIM = "SELECT event_id FROM cluster_claims WHERE claim_id = :name AND event_id <> ''"
_ALIASES = """
    SELECT DISTINCT event_history.event_id FROM cluster_claims JOIN event_history USING (claim_id)
    WHERE cluster_claims.event_id = :event_id AND event_history.event_id <> :event_id ORDER BY 1
"""
_EVENT_OF = """
    SELECT claim_id, event_id FROM cluster_claims
    WHERE event_id <> '' AND claim_id IN (SELECT value FROM json_each(:ids))
"""
_EVENTS = "SELECT id, body FROM events WHERE id IN (SELECT value FROM json_each(:ids))"
_ENTRIES_OF = """
    SELECT body FROM entries WHERE cluster_id IN
    (SELECT cluster_id FROM cluster_claims WHERE claim_id IN (SELECT value FROM json_each(:ids)))
    ORDER BY register, sort_day, id
"""
_CHAINS_OF = """
    SELECT body FROM chain_links WHERE claim_id IN (SELECT value FROM json_each(:ids))
    UNION SELECT body FROM chain_links WHERE of_claim_id IN (SELECT value FROM json_each(:ids))
"""
