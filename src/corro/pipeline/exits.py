"""The one door out: whatever leaves a record (an export, a brief, an answer to somebody outside) has passed it.

Exporters get only what a `Door` has cleared. It takes away what may not go out to that audience, and says what it took:

- what names the code of a person who has not consented to that use;
- outside the section, what tells of sexual violence or of children as victims: such events go out coarsened and rebuilt from the
  few fields that may, or not at all; claims, words and documents that tell of them stay;
- outside the section, the reasons that people wrote, and the names of those who decided.

What leaves a restricted case is treated as such an event throughout, whatever the audience.
"""

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import TypeVar

from corro.casework import (
    DEFAULT_LEVEL,
    HELD_BACK,
    REMARK,
    Audience,
    Cell,
    Classification,
    ConsentAct,
    Request,
    Shown,
    Taken,
    Use,
    checked,
    codes_in,
    highest,
    intersection,
    is_sensitive,
    is_sensitive_claim,
    is_sensitive_entry,
    is_sensitive_event,
    is_sensitive_item,
    outside_item,
    rebuilt_entry,
    rebuilt_event,
    suppressed,
    traits_of,
    with_totals,
)
from corro.errors import UnknownIdError
from corro.model import (
    Claim,
    Decision,
    DecisionKind,
    Difference,
    Document,
    Event,
    Issue,
    Item,
    Mention,
    RegisterEntry,
    Statement,
    seconds_of,
    standing,
    takes_two,
)
from corro.model.answer import ALL, ANY_CLAIM, ClaimFilter, Window
from corro.model.permission import Doing
from corro.pipeline.access import require
from corro.pipeline.clock import SystemClock
from corro.pipeline.view import RecordView

Thing = TypeVar("Thing")

NO_CONSENT = "no consent"
"""A person whom it names has not consented to this use, or nobody can tell."""

REBUILT = "rebuilt from the fields that may go out"
SMALL_NUMBER = "small number, or what would give one away"
WORDS_OUT = "reason and name left out"

Consents = Mapping[str, Sequence[ConsentAct]]
"""What each person consented to, by code; a code that is missing consented to nothing."""

_PAGE = 5_000
"""Claims looked through at a time. Source: a page of claims of that size takes some 20 MB."""


def levels_said(decisions: Sequence[Decision]) -> dict[str, Classification]:
    """Return the level that people gave to claims: the highest at once, a lower one where a second person has confirmed it.

    Args:
        decisions: All decisions of a record.
    """
    levels: dict[str, Classification] = {}
    for decision in standing(tuple(decisions)):
        settled = not takes_two(decision) or bool(seconds_of(decision, decisions))
        if decision.kind is DecisionKind.CLASSIFICATION and settled:
            levels |= dict.fromkeys(decision.subjects, Classification(decision.verdict))
    return levels


class Door:
    """The way out for one request.

    Attributes:
        request: Who asks, for whom, and what it becomes.
        taken: What was taken away so far, in order.
        persons: Codes of persons that went out so far.
    """

    def __init__(
        self,
        view: RecordView,
        request: Request,
        consents: Consents | None = None,
        *,
        today: date | None = None,
    ) -> None:
        """Open the door.

        Args:
            view: The record, as the one who asks may read it.
            request: Who asks, for whom, and what it becomes.
            consents: What each person consented to; without it, nobody did.
            today: The day of the use; the clock's if left out.

        Raises:
            NotAllowedError: Who asks may not take anything out.
        """
        require(request.user, Doing.EXPORT)
        self.request = request
        self.taken: list[Taken] = []
        self.persons: set[str] = set()
        self._view = view
        self._consents = consents or {}
        self._today = today or SystemClock().today()
        self._guards = request.outside or view.restricted
        self._everything = view.restricted
        levels = levels_said(view.decisions())
        self._raised = frozenset(claim for claim, level in levels.items() if level is not Classification.UNCLASSIFIED)
        self._released = frozenset(levels) - self._raised
        self._claims = frozenset(self._sensitive_claims())
        self._documents = frozenset(claim.document_id for claim in self._claims_by_id())
        self._events = self._rebuilt()
        self._level = DEFAULT_LEVEL if self._everything else Classification.UNCLASSIFIED

    @property
    def view(self) -> RecordView:
        """The record behind the door, as the one who asks may read it."""
        return self._view

    @property
    def marking(self) -> Classification:
        """How confidential what went out so far is: what is marked on each file of it.

        Sensitive things as they are, inside the section, are at their default level; what was rebuilt of them is confidential, and
        unclassified once it is published.
        """
        return self._level

    @property
    def remarks(self) -> tuple[str, ...]:
        """What has to be said with what goes out: its marking, what was taken away, and what the counts of persons mean."""
        counted = Counter((one.kind, one.step) for one in self.taken)
        lines = [f"{kind}: {step} ({number})" for (kind, step), number in sorted(counted.items())]
        mosaic = [REMARK] if self._guards and self._events else []
        return (self.marking.marking, *lines, *mosaic)

    @property
    def summary(self) -> str:
        """What the custody log keeps of a release: what it became, for whom, how much was taken away, and whose codes it names."""
        told = [self.request.purpose, self.request.audience.value, f"{len(self.taken)} taken away", *sorted(self.persons)]
        return "; ".join(part for part in told if part)

    def events(self, events: Iterable[Event]) -> Iterator[Event]:
        """Yield events that may go out, the sensitive ones coarsened and rebuilt."""
        return self._cleared("event", events, self._event)

    def entries(self, entries: Iterable[RegisterEntry]) -> Iterator[RegisterEntry]:
        """Yield lines of registers that may go out, those on something sensitive rebuilt."""
        return self._cleared("entry", entries, self._entry)

    def items(self, items: Iterable[Item]) -> Iterator[Item]:
        """Yield items that people entered and that may go out; outside the section without what keeps a person safe."""
        return self._cleared("item", items, self._item)

    def claims(self, claims: Iterable[Claim]) -> Iterator[Claim]:
        """Yield claims that may go out: none of a document that tells of something sensitive."""
        return self._cleared("claim", claims, lambda one: self._unless_sensitive("claim", one, [one.id], [one.document_id]))

    def documents(self, documents: Iterable[Document]) -> Iterator[Document]:
        """Yield documents that may go out."""
        return self._cleared("document", documents, lambda one: self._unless_sensitive("document", one, [], [one.id]))

    def statements(self, statements: Iterable[Statement]) -> Iterator[Statement]:
        """Yield statements that may go out."""
        return self._cleared("statement", statements, lambda one: self._unless_sensitive("statement", one, [], [one.document_id]))

    def mentions(self, mentions: Iterable[Mention], document_id: str) -> Iterator[Mention]:
        """Yield mentions of a document that may go out."""
        return self._cleared("mention", mentions, lambda one: self._unless_sensitive("mention", one, [], [document_id]))

    def issues(self, issues: Iterable[Issue]) -> Iterator[Issue]:
        """Yield issues that may go out."""
        return self._cleared("issue", issues, lambda one: self._unless_sensitive("issue", one, [], [one.document_id]))

    def differences(self, differences: Iterable[Difference]) -> Iterator[Difference]:
        """Yield differences that may go out."""
        return self._cleared("difference", differences, self._difference)

    def decisions(self, decisions: Iterable[Decision]) -> Iterator[Decision]:
        """Yield decisions that may go out; outside the section without reasons and names."""
        return self._cleared("decision", decisions, self._decision)

    def plain(self, kind: str, items: Iterable[Thing]) -> Iterator[Thing]:
        """Yield things that tell of nobody but by a person's code (runs, lineages, links); those without consent stay."""
        return self._cleared(kind, items, lambda one: one)

    def table(self, counts: Mapping[Cell, int]) -> Shown:
        """Return a table of counts of sensitive things with its totals as it may go out; inside the section all of it."""
        if not self._guards:
            return Shown(with_totals(counts), frozenset(), 0)
        shown = suppressed(counts)
        self.taken += [Taken("cell", SMALL_NUMBER)] * len(shown.hidden)
        return shown

    def tells(self, thing: object) -> bool:
        """Say whether something that names persons' codes may go out: all of them consented to this use."""
        codes = codes_in(thing)
        known = [self._consents.get(code, ()) for code in sorted(codes)]
        return not codes or self.request.uses <= intersection(known, self._today)

    def _cleared(self, kind: str, items: Iterable[Thing], judge: Callable[[Thing], Thing | None]) -> Iterator[Thing]:
        for item in items:
            if not self.tells(item):
                self.taken.append(Taken(kind, NO_CONSENT))
                continue
            cleared = judge(item) if self._guards else self._whole(item)
            if cleared is not None:
                self.persons |= codes_in(cleared)
                yield cleared

    def _whole(self, item: Thing) -> Thing:
        """Let something out as it is, and mark the whole as high as it is."""
        if is_sensitive(item):
            self._level = highest([self._level, DEFAULT_LEVEL])
        return item

    def _instead(self, kind: str, rebuilt: Thing | None) -> Thing | None:
        """Let out what was rebuilt of something sensitive, if anything was."""
        self.taken.append(Taken(kind, REBUILT if rebuilt else HELD_BACK))
        if rebuilt and self.request.audience is not Audience.PUBLIC:
            self._level = highest([self._level, Classification.CONFIDENTIAL])
        return rebuilt

    def _event(self, event: Event) -> Event | None:
        open_now = not is_sensitive_event(event) or not self._released.isdisjoint(event.claims)
        if event.id not in self._events and open_now:
            return self._without_hidden(event)
        return self._instead("event", self._events.get(event.id))

    def _without_hidden(self, event: Event) -> Event:
        """Return an event whose list of documents names none that stays."""
        left = tuple(name for name in event.documents if name not in self._documents)
        return event if left == event.documents else replace(event, documents=left)

    def _entry(self, entry: RegisterEntry) -> RegisterEntry | None:
        known = entry.event_id in self._events
        told = is_sensitive_entry(entry) and self._released.isdisjoint(entry.claims)
        if not (known or self._everything or told or self._claims & set(entry.claims)):
            return entry
        event = self._events.get(entry.event_id or "")
        return self._instead("entry", rebuilt_entry(entry, event) if event else None)

    def _item(self, item: Item) -> Item | None:
        if is_sensitive_item(item):
            self.taken.append(Taken("item", HELD_BACK))
            return None
        kept = self._unless_sensitive("item", item, item.rests_on, ())
        if kept is None:
            return None
        codes = [self._consents.get(code, ()) for code in sorted(codes_in(item))]
        named = bool(codes) and Use.CITE_BY_NAME in intersection(codes, self._today)
        self.taken.append(Taken("item", WORDS_OUT))
        return outside_item(kept, named=named)

    def _difference(self, difference: Difference) -> Difference | None:
        claims = [claim for position in difference.positions for claim in position.claims]
        documents = [passage.document_id for position in difference.positions for passage in position.passages]
        if difference.event_id in self._events:
            self.taken.append(Taken("difference", HELD_BACK))
            return None
        return self._unless_sensitive("difference", difference, claims, [*documents, difference.document_id or ""])

    def _decision(self, decision: Decision) -> Decision | None:
        kept = self._unless_sensitive("decision", decision, decision.subjects, decision.subjects)
        if kept is None:
            return None
        self.taken.append(Taken("decision", WORDS_OUT))
        return replace(kept, by="", reason="")

    def _unless_sensitive(self, kind: str, item: Thing, claims: Iterable[str], documents: Iterable[str]) -> Thing | None:
        if not self._everything and self._claims.isdisjoint(claims) and self._documents.isdisjoint(documents):
            return item
        self.taken.append(Taken(kind, HELD_BACK))
        return None

    def _sensitive_claims(self) -> Iterator[str]:
        """Yield ids of the claims that tell of something sensitive; none where everything may go out."""
        if not self._guards:
            return
        offset, total = 0, 1
        while offset < total:
            page = self._view.claims(ANY_CLAIM, Window(offset, _PAGE))
            offset, total = offset + _PAGE, page.total
            yield from (claim.id for claim in page if self._everything or self._is_sensitive(claim))

    def _is_sensitive(self, claim: Claim) -> bool:
        """Say whether a claim is guarded: people said so, or it is by default and two persons have not lowered it."""
        return claim.id in self._raised or (claim.id not in self._released and is_sensitive_claim(claim))

    def _claims_by_id(self) -> Sequence[Claim]:
        return self._view.claims(ClaimFilter(ids=tuple(sorted(self._claims))), ALL).lines if self._claims else ()

    def _rebuilt(self) -> dict[str, Event | None]:
        """Return the sensitive events by id as they may go out, None for those held back, under names that tell nothing."""
        events = sorted(self._sensitive_events(), key=lambda event: event.id)
        verdicts = checked([traits_of(event) for event in events])
        self.taken += [Taken("event", step) for verdict in verdicts for step in verdict.steps if step != HELD_BACK]
        drafts = [(event, verdict.traits) for event, verdict in zip(events, verdicts, strict=True)]
        out = {event.id: rebuilt_event(event, traits, "") if traits else None for event, traits in drafts}
        order = sorted((repr(event), name) for name, event in out.items() if event)
        numbers = {name: f"protected_{number:04d}" for number, (_, name) in enumerate(order, 1)}
        return {name: replace(event, id=numbers[name]) if event else None for name, event in out.items()}

    def _sensitive_events(self) -> Iterator[Event]:
        names = set()
        for claim in sorted(self._claims):
            try:
                names.add(self._view.event_id(claim))
            except UnknownIdError:  # a claim of which no event is made
                continue
        return (self._view.event(name) for name in names)
