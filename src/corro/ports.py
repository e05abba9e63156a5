"""What the pipeline asks of the world: protocols that drivers implement and tests fake."""

from collections.abc import Callable, Collection, Iterable, Iterator, Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Protocol, TypeVar

from corro.model import (
    Analysis,
    ChainLink,
    Claim,
    CopyLink,
    Decision,
    Difference,
    Document,
    Entered,
    Event,
    EventLink,
    Evidence,
    Issue,
    Lineage,
    Mention,
    Receipt,
    RegisterEntry,
    Statement,
)
from corro.model.answer import (
    ANY_CLAIM,
    ANY_DIFFERENCE,
    ANY_EVENT,
    FIRST_PAGE,
    ClaimFilter,
    Composed,
    DifferenceFilter,
    DocumentLine,
    EventFilter,
    EventLine,
    EventMove,
    Hit,
    Page,
    Run,
    Totals,
    Window,
)
from corro.ports_archive import Archive, Custody
from corro.values import Place

Item = TypeVar("Item")
Result = TypeVar("Result")


class Clock(Protocol):
    """Tells the time; stages never ask it, only edges do."""

    def now(self) -> datetime:
        """Return the present moment with its zone."""

    def today(self) -> date:
        """Return the present day in UTC."""


class Executor(Protocol):
    """Maps a pure function over items: in this process, in several, or on a cluster."""

    def map(self, function: Callable[[Item], Result], items: Iterable[Item]) -> Iterator[Result]:
        """Yield the results in the order of the items, taking items only as they are needed."""

    def close(self) -> None:
        """Give back what the executor holds."""


class Gazetteer(Protocol):
    """Knows places by name."""

    def named(self, name: str) -> Sequence[Place]:
        """Return the places that bear this name or a variant of it, folded; the order is stable."""

    def inside(self, place: Place) -> Sequence[Place]:
        """Return the administrative units that hold a place, smallest first."""


class Independence(Protocol):
    """Counts the independent lineages behind claims (law 2)."""

    def __call__(self, claims: Sequence[Claim]) -> int:
        """Return the number of lineages that are independent of each other; what cannot be told counts as not independent."""


FILED = "<"
LOOKED_UP = ">"
"""Marks of keys of claims under which a claim is only filed, or only looked up.

Two claims that are both only filed under a key, or both only looked up, do not meet there: a claim with a town is filed under its
country, so that what names the country alone finds it, and two towns do not meet.
"""


@dataclass(frozen=True, slots=True)
class Keyed:
    """An analysis with the keys under which its document and its claims are found again.

    Attributes:
        analysis: One document, analysed.
        copy_keys: Keys that a copy of the document is likely to share.
        claim_keys: For each claim id, keys that claims about the same event share; `FILED` or `LOOKED_UP` marks those that are
            of the two only.
    """

    analysis: Analysis
    copy_keys: tuple[str, ...] = ()
    claim_keys: Mapping[str, tuple[str, ...]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Waiting:
    """What a record still has to compute.

    Attributes:
        documents: Documents that have not been compared.
        lineages: Documents whose lineage has to be computed.
        ungrouped: Claims that have to be grouped.
        claims: Claims whose group has to be composed, those that have to be grouped first among them.
    """

    documents: int = 0
    lineages: int = 0
    ungrouped: int = 0
    claims: int = 0


class Intake(Protocol):
    """Takes in what was received and what was found in it; only ever adds."""

    def begin_run(self, at: datetime, tables: str = "") -> int:
        """Note that a build begins, with digests of the user's own files that it was given, and return its number."""

    def end_run(self, run: int, at: datetime) -> None:
        """Note that a build came to its end."""

    def unknown(self, document_ids: Sequence[str]) -> tuple[str, ...]:
        """Return those of these documents that the record does not hold, in the order given."""

    def known(self, sha256: str, media_type: str) -> tuple[str, ...] | None:
        """Return the ids of the documents read from these bytes as this type, or None where they were never taken in so."""

    def versions(self, series_ids: Sequence[str]) -> Mapping[str, str]:
        """Return, for each of these series that the record holds, the id of its latest document."""

    def add_evidence(self, evidence: Evidence, content: bytes) -> None:
        """Keep bytes as they were received."""

    def add(self, keyed: Sequence[Keyed]) -> None:
        """Keep analysed documents with all that was found in them; what is known already stays as it is."""

    def replace(self, keyed: Keyed) -> None:
        """Put a newer analysis of a known document in the old one's place: claims that it lacks fall, older forms are archived."""

    def stand_in(self, document_ids: Sequence[str], sha256: str) -> None:
        """Let known rows of a dataset rest on another file that holds them too, where its digest is the smaller one."""

    def add_issues(self, issues: Sequence[Issue]) -> None:
        """Keep doubts that the reading of inputs raised; they outlive a newer analysis."""

    def drop_issues(self, document_ids: Sequence[str]) -> None:
        """Drop the doubts that the reading of these documents raised, because they were read again."""

    def add_receipts(self, run: int, receipts: Sequence[Receipt]) -> None:
        """Keep what became of inputs."""

    def add_decision(self, decision: Decision) -> None:
        """Keep a person's judgement, and note what has to be computed anew because of it."""

    def add_entered(self, acts: Sequence[Entered]) -> None:
        """Keep what people entered into registers; what is known already stays as it is."""


class Weighing(Protocol):
    """Finds who has to be compared with whom, and keeps the verdicts."""

    def waiting(self) -> Waiting:
        """Count what has to be compared, placed and composed."""

    def unlinked(self, limit: int) -> tuple[str, ...]:
        """Return ids of documents that have not been compared yet, by publication."""

    def copy_candidates(self, document_ids: Sequence[str], shared: int) -> tuple[tuple[str, str], ...]:
        """Return pairs (smaller id first) of these documents with each other and compared ones that share so many copy keys."""

    def claim_candidates(self, document_ids: Sequence[str]) -> tuple[tuple[str, str], ...]:
        """Return pairs (smaller id first) of these documents' claims with each other and with compared ones that share a key."""

    def add_links(self, copies: Sequence[CopyLink], links: Sequence[EventLink]) -> None:
        """Keep verdicts."""

    def mark_linked(self, document_ids: Sequence[str]) -> None:
        """Note that these documents have been compared: they want a lineage, and their claims want composing."""

    def unplaced(self, limit: int) -> tuple[str, ...]:
        """Return ids of documents whose lineage has to be computed, by publication."""

    def copy_component(self, document_ids: Sequence[str]) -> tuple[tuple[str, ...], tuple[CopyLink, ...]]:
        """Return the documents connected with these by copies, decisions or present lineages, sorted, and the links among them."""

    def replace_lineages(self, document_ids: Sequence[str], lineages: Sequence[Lineage]) -> None:
        """Put these lineages in the place of the present ones; claims in documents that changed lineage want composing."""


class Composition(Protocol):
    """Finds what has to be composed anew, and keeps what was composed."""

    def ungrouped(self, limit: int) -> tuple[str, ...]:
        """Return ids of claims that wait to be grouped, by publication of their documents."""

    def uncomposed(self, limit: int) -> tuple[str, ...]:
        """Return ids of claims whose group waits to be composed, by publication of their documents."""

    def groups_around(self, claim_ids: Collection[str]) -> tuple[tuple[str, ...], ...]:
        """Return the present groups of these claims, and those next to them by a link that says "same" or by a decision.

        A claim that was never grouped is a group of its own where it is named, and left out where it is only next to one.
        """

    def groups_of(self, claim_ids: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """Return the present groups of these claims, each sorted; claims that have none are left out."""

    def links_among(self, claim_ids: Collection[str], known: Collection[str] = ()) -> tuple[EventLink, ...]:
        """Return the verdicts among these claims, without their reasons; those among the known ones of them are left out."""

    def replace_groups(self, claim_ids: Sequence[str], groups: Sequence[Sequence[str]]) -> None:
        """Put these groups in the place of those that these claims had; all these claims want composing, none grouping."""

    def replace_composed(self, claim_ids: Sequence[str], composed: Sequence[Composed]) -> None:
        """Put these clusters in the place of all that was composed from the claims before, which then wait no more."""


class Questions(Protocol):
    """Answers about the record; no answer changes anything."""

    def totals(self) -> Totals:
        """Count what the record holds."""

    def runs(self) -> tuple[Run, ...]:
        """Return the builds, oldest first."""

    def events(self, wanted: EventFilter = ANY_EVENT, window: Window = FIRST_PAGE) -> Page[EventLine]:
        """List events by day and id, undated ones last."""

    def event(self, event_id: str) -> Event | None:
        """Return an event with its earlier ids."""

    def events_by_id(self, event_ids: Sequence[str]) -> Mapping[str, Event]:
        """Return these events, without their earlier ids."""

    def events_named(self, name: str) -> tuple[str, ...]:
        """Return ids of present events by id, slug, earlier id or slug, or the id of one of their claims; several after a split."""

    def moves(self, since: str, window: Window = FIRST_PAGE) -> Page[EventMove]:
        """List how events moved from a moment on (ISO 8601), oldest first: new ones, changes of support, joins, ends."""

    def aliases(self, event_id: str) -> tuple[str, ...]:
        """Return earlier ids of events that shared a claim with this one, sorted."""

    def claims(self, wanted: ClaimFilter = ANY_CLAIM, window: Window = FIRST_PAGE) -> Page[Claim]:
        """List claims by document and place in it."""

    def claims_by_id(self, claim_ids: Sequence[str]) -> Mapping[str, Claim]:
        """Return these claims."""

    def claims_in(self, document_ids: Sequence[str]) -> Mapping[str, tuple[Claim, ...]]:
        """Return the claims that stand in each of these documents, in order."""

    def event_of(self, claim_ids: Sequence[str]) -> Mapping[str, str]:
        """Return, for each of these claims that is behind an event, the event's id."""

    def statements(self, statement_ids: Sequence[str]) -> Mapping[str, Statement]:
        """Return these statements."""

    def statements_in(self, document_id: str) -> tuple[Statement, ...]:
        """Return a document's statements, in order."""

    def mentions_in(self, document_id: str) -> tuple[Mention, ...]:
        """Return a document's mentions, in order."""

    def differences(self, wanted: DifferenceFilter = ANY_DIFFERENCE, window: Window = FIRST_PAGE) -> Page[Difference]:
        """List differences, disputes first; those inside one document carry the event that their claims are behind."""

    def documents(self, window: Window = FIRST_PAGE) -> Page[DocumentLine]:
        """List documents by publication and id."""

    def documents_by_id(self, document_ids: Sequence[str]) -> Mapping[str, Document]:
        """Return these documents, with their text."""

    def documents_like(self, name: str) -> tuple[str, ...]:
        """Return ids of documents by id or label."""

    def series(self, series_id: str) -> tuple[Document, ...]:
        """Return the versions of one document, by capture, publication and id."""

    def lineages(self, window: Window = FIRST_PAGE) -> Page[Lineage]:
        """List lineages, largest first."""

    def lineages_of(self, document_ids: Sequence[str]) -> Mapping[str, Lineage]:
        """Return the lineage of each of these documents that has one."""

    def copies(self, document_ids: Sequence[str]) -> tuple[CopyLink, ...]:
        """Return the verdicts among these documents."""

    def links(self, claim_ids: Sequence[str]) -> tuple[EventLink, ...]:
        """Return the verdicts among these claims."""

    def open_links(self, below: float) -> tuple[EventLink, ...]:
        """Return the verdicts on claims of events that a person may see otherwise, the weightiest first.

        They are those that leave it open, those that say "same" of claims that stand in two events all the same, and those that
        say "same" by less than a weight.
        """

    def chains_of(self, claim_ids: Sequence[str]) -> tuple[ChainLink, ...]:
        """Return the links that lead from or to any of these claims, by document and place in it."""

    def entries(self, register: str = "", window: Window = FIRST_PAGE) -> Page[RegisterEntry]:
        """List lines of one register, or of all."""

    def entries_of(self, claim_ids: Sequence[str]) -> tuple[RegisterEntry, ...]:
        """Return the lines of registers that rest on any of these claims."""

    def issues(self, code: str = "", document_id: str = "", window: Window = FIRST_PAGE) -> Page[Issue]:
        """List issues, gravest first."""

    def receipts(self, run: int | None = None, window: Window = FIRST_PAGE) -> Page[Receipt]:
        """List what became of inputs, in order; of one build or of all."""

    def decisions(self, subjects: Sequence[str] | None = None) -> tuple[Decision, ...]:
        """Return the decisions that name any of these claims or documents, or all, with those that undo them; oldest first."""

    def entered(self, items: Sequence[str] | None = None, register: str = "") -> tuple[Entered, ...]:
        """Return the acts on these items of registers, or all; of one register or of all; oldest first."""

    def search(self, text: str, window: Window = FIRST_PAGE) -> Page[Hit]:
        """Find documents by words, accents and case aside, best first."""

    def evidence(self, sha256: str) -> bytes | None:
        """Return bytes as they were received."""


class Store(Protocol):
    """One record: what was received, what was found in it, and what is computed from that."""

    @property
    def intake(self) -> Intake:
        """What takes in."""

    @property
    def weighing(self) -> Weighing:
        """What is needed to weigh."""

    @property
    def composition(self) -> Composition:
        """What is needed to compose."""

    @property
    def custody(self) -> Custody:
        """The log of what was done."""

    @property
    def archive(self) -> Archive:
        """The whole of it, in and out."""

    @property
    def questions(self) -> Questions:
        """What answers."""

    def transaction(self) -> AbstractContextManager[None]:
        """Do all that is written inside, or nothing of it."""

    def digest(self) -> str:
        """Return a digest of all that the record says; history (runs, receipts, earlier ids, where bytes came from) is left out."""

    def close(self) -> None:
        """Give back the files."""
