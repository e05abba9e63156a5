"""What the record answers with: lines for lists, pages of them, and the filters that questions take."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime
from typing import Generic, TypeVar

from corro.model.claim import Modality
from corro.model.event import Assessment, Event, Support
from corro.model.grade import Credibility
from corro.model.link import Difference
from corro.model.register import RegisterEntry

Line = TypeVar("Line")


@dataclass(frozen=True, slots=True)
class Window:
    """Which part of a list is wanted.

    Attributes:
        offset: How many lines to skip.
        limit: How many to give at most; None for all that is left.
    """

    offset: int = 0
    limit: int | None = 100


@dataclass(frozen=True, slots=True)
class Page(Generic[Line]):
    """A part of a list.

    Attributes:
        lines: The lines.
        total: How many the whole list has.
        offset: How many were skipped.
    """

    lines: tuple[Line, ...]
    total: int
    offset: int = 0

    def __iter__(self) -> Iterator[Line]:
        """Go through the lines of this page."""
        return iter(self.lines)

    def __len__(self) -> int:
        """Return the number of lines on this page."""
        return len(self.lines)


@dataclass(frozen=True, slots=True)
class EventFilter:
    """Which events; every field narrows, empty ones do not.

    Attributes:
        types: Type codes (`H1`) or families (`H`).
        since: Events that may have ended on this day or later; undated ones are left out.
        until: Events that may have begun on this day or earlier; undated ones are left out.
        place: Words of the place, accents and case aside.
        actor: Words of an actor's name or label.
        source: Words of the name of a speaker, agency or outlet.
        text: Words anywhere in the event's title and values.
        support: What the lineages behind it amount to.
        modality: How it is told.
        disputed: Whether it has a dispute.
        document_id: A document that tells of it.
    """

    types: tuple[str, ...] = ()
    since: date | None = None
    until: date | None = None
    place: str = ""
    actor: str = ""
    source: str = ""
    text: str = ""
    support: Support | None = None
    modality: Modality | None = None
    disputed: bool | None = None
    document_id: str = ""


@dataclass(frozen=True, slots=True)
class ClaimFilter:
    """Which claims; every field narrows, empty ones do not.

    Attributes:
        types: Type codes or families.
        document_id: The document that holds it.
        event_id: The event that it is a claim about.
        holder: Words of the name of whoever puts it forward, accents and case aside.
        modality: How it is told.
        ids: These claims only.
        eventless: Only those of which no event is made: nobody in the record says that it took place.
    """

    types: tuple[str, ...] = ()
    document_id: str = ""
    event_id: str = ""
    holder: str = ""
    modality: Modality | None = None
    ids: tuple[str, ...] = ()
    eventless: bool = False


@dataclass(frozen=True, slots=True)
class DifferenceFilter:
    """Which differences; every field narrows, empty ones do not.

    Attributes:
        relation: `dispute`, `refine`, …
        kind: `date`, `identity`, …
        field: The role that they are about.
        event_id: The event whose claims differ.
        document_id: The document, for differences inside one.
    """

    relation: str = ""
    kind: str = ""
    field: str = ""
    event_id: str = ""
    document_id: str = ""


FIRST_PAGE = Window()
"""The first hundred lines."""

ALL = Window(limit=None)
"""The whole of a list."""

ANY_EVENT, ANY_CLAIM, ANY_DIFFERENCE = EventFilter(), ClaimFilter(), DifferenceFilter()
"""Filters that let everything through."""


@dataclass(frozen=True, slots=True)
class EventLine:
    """An event as a list shows it.

    Attributes:
        id: Its id.
        slug: Its short form.
        type: Code of its type.
        title: One line.
        when: EDTF form of the days, or empty where unknown.
        place: Name of the place; in words where it stays unresolved, empty where nobody tells it.
        modality: The firmest that any claim gives it.
        lineages: Independent lineages behind it.
        support: What they amount to.
        assessment: What people hold.
        documents: How many documents tell of it.
        claims: How many claims.
        disputes: How many disputes stand on its claims.
        credibility: The best grade of any of its claims.
    """

    id: str
    slug: str
    type: str
    title: str
    when: str
    place: str
    modality: Modality
    lineages: int
    support: Support
    assessment: Assessment
    documents: int
    claims: int
    disputes: int
    credibility: Credibility = Credibility.CANNOT_BE_JUDGED


@dataclass(frozen=True, slots=True)
class DocumentLine:
    """A document as a list shows it.

    Attributes:
        id: Its id.
        label: What people call it.
        title: Its headline.
        outlet: Who published it, or empty.
        published: EDTF form of the publication date, or empty where unknown.
        language: Code of its language.
        lineage_id: The lineage that it belongs to; empty until it is weighed.
        lineage_size: How many documents that lineage has.
        claims: How many claims it holds.
        address: Where it was published, or empty.
    """

    id: str
    label: str
    title: str
    outlet: str
    published: str
    language: str
    lineage_id: str
    lineage_size: int
    claims: int
    address: str


@dataclass(frozen=True, slots=True)
class Hit:
    """A document found by its words.

    Attributes:
        document_id: The document.
        label: What people call it.
        title: Its headline.
        snippet: Some of its words, those asked for between `[` and `]`.
    """

    document_id: str
    label: str
    title: str
    snippet: str


@dataclass(frozen=True, slots=True)
class Totals:
    """How much a record holds.

    Attributes:
        documents: Documents.
        lineages: Lineages.
        claims: Claims that stand.
        events: Events.
        disputes: Differences whose relation is `dispute`.
        issues: Issues.
        entries: Lines of each register, by its name.
        credibility: Events by the best grade of any of their claims.
        groundless_grades: Grades of 1 given by people that two independent lineages do not bear.
    """

    documents: int = 0
    lineages: int = 0
    claims: int = 0
    events: int = 0
    disputes: int = 0
    issues: int = 0
    entries: tuple[tuple[str, int], ...] = ()
    credibility: tuple[tuple[str, int], ...] = ()
    groundless_grades: int = 0


@dataclass(frozen=True, slots=True)
class Composed:
    """All that is computed from one cluster of claims.

    Attributes:
        claims: Ids of the claims of the cluster, sorted.
        event: The event that they make, or None where nobody asserts one.
        differences: How they differ.
        entries: Lines of registers that rest on them.
        names: Words by which the event is found: `actor`, `place`, `source`, `text`, each with its words.
    """

    claims: tuple[str, ...]
    event: Event | None = None
    differences: tuple[Difference, ...] = ()
    entries: tuple[RegisterEntry, ...] = ()
    names: tuple[tuple[str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class EventState:
    """How an event stood at a moment.

    Attributes:
        slug: Its short id then.
        support: Its support; empty where it is no more.
        lineages: Independent lineages behind it.
        disputes: Disputes on its claims.
        assessment: How people assessed it.
    """

    slug: str
    support: str
    lineages: int
    disputes: int
    assessment: str


@dataclass(frozen=True, slots=True)
class EventMove:
    """A change of an event's standing.

    Attributes:
        at: When the build began, or the decision was taken, that brought it about (ISO 8601).
        event_id: The event.
        title: What it is called.
        now: How it stands since.
        before: How the events stood that it shares claims with; empty where it is new, several where they became one.
    """

    at: str
    event_id: str
    title: str
    now: EventState
    before: tuple[EventState, ...]

    @property
    def told(self) -> str:
        """What changed, in words."""
        if not self.now.support:
            return "no longer an event: its claims make none"
        if not self.before:
            return "new"
        if len(self.before) > 1:
            return "joined from " + ", ".join(one.slug for one in self.before)
        (was,) = self.before
        fields = ("support", "lineages", "disputes", "assessment")
        changed = [f"{name} {getattr(was, name)} → {getattr(self.now, name)}" for name in fields]
        moved = [line for name, line in zip(fields, changed, strict=True) if getattr(was, name) != getattr(self.now, name)]
        renamed = [f"was {was.slug}"] if was.slug != self.now.slug else []
        return "; ".join([*moved, *renamed]) or "other claims"


@dataclass(frozen=True, slots=True)
class Run:
    """One build.

    Attributes:
        number: Its number in this record, from 1.
        started: When it began.
        finished: When it ended; None where it was stopped or still runs.
        tables: Digests of the user's own files that it was given.
    """

    number: int
    started: datetime
    finished: datetime | None = None
    tables: str = ""
