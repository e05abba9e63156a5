"""Gathers what a brief may draw on: what the one who asks may read, and the door out lets through."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, replace
from typing import TypeVar

from corro.casework import Audience, Request
from corro.errors import BadOptionError, UnknownIdError
from corro.model import LOCAL, Claim, Decision, Difference, Event, RegisterEntry, User
from corro.model.answer import ALL, ClaimFilter, EventFilter, EventMove
from corro.model.brief import BriefKind, BriefMaterial, BriefRequest, Dossier
from corro.pipeline.exits import Door
from corro.pipeline.view import RecordView
from corro.values import Interval

Item = TypeVar("Item", Difference, RegisterEntry)

POLICIES = ("policy_values", "policy_ranges", "policy_lineages")
"""Rules by which a record puts values together; a brief prints them (R17, R39). Source: docs/codebook.md, R17."""

MOST_DAYS = 31
"""Days over which an event may lie and still be placed in a window that it overlaps. Source: own choice: a month's precision."""

_ABOUT_ONE = (BriefKind.FLASH, BriefKind.DISPUTES)


def material(view: RecordView, request: BriefRequest, user: User = LOCAL) -> BriefMaterial:
    """Gather what a brief may draw on.

    Args:
        view: The record, as the one who asks may read it.
        request: What is asked for.
        user: Who asks.

    Returns:
        The material; what the door out took away is counted in it, and told of in no other way.

    Raises:
        BadOptionError: The request makes no sense.
        UnknownIdError: The record has nothing of the name that the brief is to be about.
    """
    _check(request)
    gathering = _Gathering(
        view, request, Door(view, Request(user, Audience(request.audience), "brief"), today=request.cut_off.date())
    )
    return gathering.material()


def _check(request: BriefRequest) -> None:
    if request.first and request.last and request.first > request.last:
        raise BadOptionError(f"The window runs backwards: {request.first} is after {request.last}.")
    if request.kind in (*_ABOUT_ONE, BriefKind.REGISTER) and not request.about:
        raise BadOptionError(f"A brief of kind {request.kind} wants --about: the event, claim or register that it is about.")
    if request.audience not in {audience.value for audience in Audience}:
        raise BadOptionError(f"There is no audience {request.audience}. There are {', '.join(Audience)}.")


@dataclass(frozen=True, slots=True)
class _Gathering:
    view: RecordView
    request: BriefRequest
    door: Door

    def material(self) -> BriefMaterial:
        dossiers = [cleared for dossier in self.dossiers() if (cleared := self._cleared(dossier)).claims]
        named = {claim.document_id for dossier in dossiers for claim in dossier.claims}
        every = self.request.kind is BriefKind.SOURCES
        documents = self.view.documents_by_id(sorted({line.id for line in self.view.documents(ALL)} if every else named))
        found = {document.id: document for document in self.door.documents(documents.values())}
        issues = [issue for issue in self.view.issues(window=ALL) if issue.document_id in found]
        since = self.request.since
        return BriefMaterial(
            dossiers=tuple(dossiers),
            documents=found,
            lineages=self.view.lineages_of(sorted(found)),
            entries=tuple(self._entries(dossiers)),
            moves=self._moves(dossiers) if since else (),
            issues=tuple(self.door.issues(issues)),
            policies=POLICIES,
            withheld=self.door.remarks[1:] if self.door.taken else (),
            marking=self.door.marking.value,
            uncertain=self._uncertain(),
        )

    def _cleared(self, dossier: Dossier) -> Dossier:
        """Return a dossier as it may go out; one whose event or claims stay has no claims, and cannot be told of."""
        event = next(iter(self.door.events([dossier.event])), None) if dossier.event else None
        if dossier.event and (event is None or event.id != dossier.event.id):
            return Dossier(None, ())
        return replace(
            dossier,
            event=event,
            claims=tuple(self.door.claims(dossier.claims)),
            differences=tuple(self.door.differences(dossier.differences)),
            entries=tuple(self.door.entries(dossier.entries)),
            decisions=tuple(self.door.decisions(dossier.decisions)),
        )

    def dossiers(self) -> list[Dossier]:
        """Return what is behind each event asked for, and behind reported totals where they count."""
        if self.request.kind in _ABOUT_ONE:
            return self._about(self.request.about)
        found = self._together([event for event in self._events() if self._belongs(event)])
        return [*found, *self._totals()] if self.request.kind is BriefKind.REGISTER else found

    def _events(self) -> list[Event]:
        """Return the events that may lie in the window, by day; those of unknown day where there is no window."""
        windowed = bool(self.request.first or self.request.last)
        lines = self.view.events(EventFilter(since=self.request.first, until=self.request.last), ALL).lines
        names = [line.id for line in lines if line.when or not windowed]
        known = self.view.events_by_id(names)
        return [known[name] for name in names]

    def _together(self, events: Sequence[Event]) -> list[Dossier]:
        """Return the dossiers of many events with few questions; how values went from telling to telling is left out."""
        ids = {event.id for event in events}
        claims = self.view.claims_by_id([claim for event in events for claim in event.claims])
        differences = _by_event(self.view.differences(window=ALL).lines, ids)
        entries = _by_event(self.view.entries(window=ALL).lines, ids)
        decisions: dict[str, list[Decision]] = {}
        for decision in self.view.decisions():
            for subject in decision.subjects:
                decisions.setdefault(subject, []).append(decision)
        return [
            Dossier(
                event=event,
                claims=tuple(sorted((claims[name] for name in event.claims), key=_place)),
                differences=tuple(differences.get(event.id, ())),
                entries=tuple(entries.get(event.id, ())),
                decisions=tuple(dict.fromkeys(one for name in event.claims for one in decisions.get(name, ()))),
            )
            for event in events
        ]

    def _uncertain(self) -> tuple[str, ...]:
        """Return the slugs of events that may lie in the window, and may as well lie far outside."""
        if self.request.kind in _ABOUT_ONE:
            return ()
        events = [event for event in self._events() if not self._belongs(event)]
        return tuple(event.slug for event in self.door.events(events))

    def _belongs(self, event: Event) -> bool:
        """Say whether an event's days are known well enough to place it: they are few, or all inside the window."""
        first, last = self.request.first, self.request.last
        if not (first or last) or event.interval is None:
            return True
        inside = Interval(first, last).holds(event.interval)
        return inside or (event.interval.days is not None and event.interval.days <= MOST_DAYS)

    def _about(self, name: str) -> list[Dossier]:
        try:
            return [self._dossier(self.view.event(name))]
        except UnknownIdError:
            return [self._total(name)]

    def _dossier(self, event: Event) -> Dossier:
        (explained, *_) = self.view.explain(event.id)
        return Dossier(
            event=explained.event,
            claims=tuple(one.claim for one in explained.claims),
            differences=explained.differences,
            entries=explained.entries,
            derivations=explained.derivations,
            decisions=explained.decisions,
        )

    def _total(self, claim_id: str) -> Dossier:
        explained = self.view.explain_total(claim_id)
        told = {**explained.claims, claim_id: explained.claim}
        return Dossier(None, tuple(told.values()), entries=explained.entries, derivations=explained.derivations)

    def _totals(self) -> list[Dossier]:
        claims = self.view.claims(ClaimFilter(eventless=True), ALL).lines
        return [Dossier(None, claims)] if claims else []

    def _entries(self, dossiers: Iterable[Dossier]) -> Iterable[RegisterEntry]:
        """Return the lines of the register asked for: of events in the window, and totals."""
        if self.request.kind is not BriefKind.REGISTER:
            return ()
        events = {dossier.event.id for dossier in dossiers if dossier.event}
        windowed = bool(self.request.first or self.request.last)
        entries = self.view.entries(self.request.about, ALL).lines
        return self.door.entries(one for one in entries if not windowed or one.event_id in events or one.event_id is None)

    def _moves(self, dossiers: Iterable[Dossier]) -> tuple[EventMove, ...]:
        """Return what changed of the events that the brief tells of, and what came to an end."""
        told = {dossier.event.id for dossier in dossiers if dossier.event}
        moves = self.view.moves(self.request.since, ALL).lines
        return tuple(move for move in moves if move.event_id in told)


def _by_event(items: Iterable[Item], event_ids: Collection[str]) -> dict[str, list[Item]]:
    found: dict[str, list[Item]] = {}
    for item in items:
        if item.event_id in event_ids:
            found.setdefault(item.event_id or "", []).append(item)
    return found


def _place(claim: Claim) -> tuple[str, int, str]:
    return (claim.document_id, claim.trigger.start, claim.id)
