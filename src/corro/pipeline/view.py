"""`corro.open_record`: a record to read, through the one function that says who may read what."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from types import TracebackType
from typing import TYPE_CHECKING

from corro.errors import BadOptionError, UnknownIdError
from corro.model import (
    Claim,
    Decision,
    Difference,
    Document,
    Event,
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
from corro.model.user import LOCAL, User
from corro.pipeline.access import readable
from corro.pipeline.opening import RecordPlace, is_restricted, open_to_read, reader_of
from corro.pipeline.view_casework import CaseworkAnswers
from corro.ports import Questions, Store
from corro.settings import DEFAULT_RECORD

if TYPE_CHECKING:
    from corro.pipeline.chain import Chained
    from corro.pipeline.explain import ExplainedTotal, Explanation
    from corro.pipeline.grades import Graded
    from corro.read import Change


def open_record(record: RecordPlace = DEFAULT_RECORD, user: User | None = None) -> "RecordView":
    """Open a record to read; others may write to it meanwhile.

    Args:
        record: The record's file, or a restricted case.
        user: Who reads; if left out, who opened the case, or the one user of this machine.

    Returns:
        The record, to be closed by whoever asked for it, or used in a `with`.

    Raises:
        RecordNotFoundError: There is none.
        RecordVersionError: Another version of Corro made it.
        NotARecordError: The file is something else.
    """
    return RecordView(open_to_read(record), user or reader_of(record), restricted=is_restricted(record))


class RecordView(CaseworkAnswers):
    """A record as one user may read it. Every list takes a filter and a window, and gives a page with the total.

    Attributes:
        restricted: Whether it is the record of a restricted case; the door out then lets nothing out whole.
    """

    def __init__(self, store: Store, user: User = LOCAL, *, restricted: bool = False) -> None:
        """Read a store as a user."""
        self.restricted = restricted
        self._store = store
        self._user = user

    def __enter__(self) -> "RecordView":
        """Return the view, to be closed at the end of the block."""
        return self

    def __exit__(self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None) -> None:
        """Close the record."""
        self.close()

    def close(self) -> None:
        """Close the record."""
        self._store.close()

    @property
    def _ask(self) -> Questions:
        """What this user may ask: the only way to an answer."""
        return readable(self._store, self._user)

    def totals(self) -> Totals:
        """Count what the record holds."""
        return self._ask.totals()

    def runs(self) -> tuple[Run, ...]:
        """Return the builds, oldest first."""
        return self._ask.runs()

    def events(self, wanted: EventFilter = ANY_EVENT, window: Window = FIRST_PAGE) -> Page[EventLine]:
        """List events by day and id, undated ones last."""
        return self._ask.events(wanted, window)

    def event(self, name: str) -> Event:
        """Return an event by id, slug, earlier id, or one of its claims.

        Raises:
            UnknownIdError: The record knows no event of that name.
            BadOptionError: Several are known by it.
        """
        found = self._ask.event(self.event_id(name))
        if found is None:
            raise UnknownIdError(f"There is no event {name}.", id=name)
        return found

    def events_by_id(self, event_ids: Sequence[str]) -> Mapping[str, Event]:
        """Return these events, without their earlier ids."""
        return self._ask.events_by_id(event_ids)

    def event_id(self, name: str) -> str:
        """Return the id of the one event of that name (id, slug, earlier id, or one of its claims).

        Raises:
            UnknownIdError: The record knows no event of that name.
            BadOptionError: Several are known by it: an earlier event that has come apart, or a slug that two share.
        """
        found = self._named(name)
        if len(found) > 1:
            raise BadOptionError(f"{name} stands for several events: {', '.join(found)}. Name one of them.", ids=found)
        return found[0]

    def _named(self, name: str) -> tuple[str, ...]:
        found = self._ask.events_named(name)
        if not found:
            raise UnknownIdError(f"There is no event {name}.", id=name)
        return found

    def chain(self, name: str) -> "tuple[Chained, ...]":
        """Return other events that reports tie to an event: what came before, what answered it, what looked into it.

        Args:
            name: Its id, slug, earlier id, or the id of one of its claims.

        Returns:
            One a kind, direction and other event; none where no report ties it to another.

        Raises:
            UnknownIdError: The record knows no event of that name.
            BadOptionError: Several are known by it.
        """
        from corro.pipeline.chain import chain

        with self._store.transaction():
            return chain(self._ask, self.event(name))

    def explain(self, name: str) -> "tuple[Explanation, ...]":
        """Explain an event: its values, the claims behind them, and the very words.

        Args:
            name: Its id, slug, an earlier id or slug, or the id of one of its claims.

        Returns:
            One explanation; several where an earlier event has come apart, or two share a slug.

        Raises:
            UnknownIdError: The record knows no event of that name.
        """
        from corro.pipeline.explain import explain

        with self._store.transaction():
            return tuple(explain(self._ask, event_id, name) for event_id in self._named(name))

    def explain_total(self, claim_id: str) -> "ExplainedTotal":
        """Explain a claim of which no event is made: a figure over a stretch of time, and how it went from telling to telling.

        Raises:
            UnknownIdError: The record has no claim of that id.
        """
        from corro.pipeline.explain import explain_total

        with self._store.transaction():
            try:
                return explain_total(self._ask, claim_id)
            except LookupError:
                raise UnknownIdError(f"There is no event and no claim {claim_id}.", id=claim_id) from None

    def claims(self, wanted: ClaimFilter = ANY_CLAIM, window: Window = FIRST_PAGE) -> Page[Claim]:
        """List claims by document and place in it."""
        return self._ask.claims(wanted, window)

    def claims_by_id(self, claim_ids: Sequence[str]) -> Mapping[str, Claim]:
        """Return these claims."""
        return self._ask.claims_by_id(claim_ids)

    def statements_in(self, document_id: str) -> tuple[Statement, ...]:
        """Return a document's statements, in order."""
        return self._ask.statements_in(document_id)

    def mentions_in(self, document_id: str) -> tuple[Mention, ...]:
        """Return a document's mentions, in order."""
        return self._ask.mentions_in(document_id)

    def differences(self, wanted: DifferenceFilter = ANY_DIFFERENCE, window: Window = FIRST_PAGE) -> Page[Difference]:
        """List differences, disputes first."""
        return self._ask.differences(wanted, window)

    def about(self, difference: Difference) -> str:
        """Return what a difference is about: the slug of its event, else the labels of its documents."""
        event = self._ask.event(difference.event_id) if difference.event_id else None
        if event:
            return event.slug
        passages = [passage for position in difference.positions for passage in position.passages]
        named = {difference.document_id} if difference.document_id else {passage.document_id for passage in passages}
        return ", ".join(sorted(set(self.labels(named).values())))

    def documents(self, window: Window = FIRST_PAGE) -> Page[DocumentLine]:
        """List documents with their lineage, by publication and id."""
        return self._ask.documents(window)

    def documents_by_id(self, document_ids: Sequence[str]) -> Mapping[str, Document]:
        """Return these documents, with their text."""
        return self._ask.documents_by_id(document_ids)

    def document_id(self, name: str) -> str:
        """Return the id of the one document with this id or label.

        Raises:
            UnknownIdError: The record has none.
            BadOptionError: Several bear the label.
        """
        found = self._ask.documents_like(name)
        if not found:
            raise UnknownIdError(f"There is no document {name}.", id=name)
        if len(found) > 1:
            raise BadOptionError(f"{name} is the label of several documents: {', '.join(found)}. Name one of them.", ids=found)
        return found[0]

    def labels(self, document_ids: Iterable[str]) -> Mapping[str, str]:
        """Return what people call these documents; what is no document (an input that became none) is called as it is."""
        wanted = sorted(set(document_ids))
        known = self._ask.documents_by_id(wanted)
        return {name: known[name].label if name in known else name for name in wanted}

    def versions(self, document_id: str) -> tuple[Document, ...]:
        """Return all captures of the address that a document was published at, by capture, publication and id."""
        document = self._ask.documents_by_id([document_id]).get(document_id)
        return self._ask.series(document.series_id) if document else ()

    def changes(self, first: Document, second: Document) -> "tuple[Change, ...]":
        """Return the passages that differ between two versions."""
        from corro.read import diff

        return diff(first, second)

    def lineages(self, window: Window = FIRST_PAGE) -> Page[Lineage]:
        """List lineages, largest first."""
        return self._ask.lineages(window)

    def lineages_of(self, document_ids: Sequence[str]) -> Mapping[str, Lineage]:
        """Return the lineage of each of these documents."""
        return self._ask.lineages_of(document_ids)

    def entries(self, register: str = "", window: Window = FIRST_PAGE) -> Page[RegisterEntry]:
        """List lines of one register, or of all."""
        return self._ask.entries(register, window)

    def issues(self, code: str = "", document_id: str = "", window: Window = FIRST_PAGE) -> Page[Issue]:
        """List issues, gravest first."""
        return self._ask.issues(code, document_id, window)

    def receipts(self, run: int | None = None, window: Window = FIRST_PAGE) -> Page[Receipt]:
        """List what became of inputs, in order; of one build or of all."""
        return self._ask.receipts(run, window)

    def decisions(self, subjects: Sequence[str] | None = None) -> tuple[Decision, ...]:
        """Return people's decisions on any of these claims or documents, or all; oldest first."""
        return self._ask.decisions(subjects)

    def moves(self, since: date | None = None, window: Window = FIRST_PAGE) -> Page[EventMove]:
        """List how events moved since a day, oldest first: new ones, changes of support, joins, ends; all where no day is given."""
        return self._ask.moves(since.isoformat() if since else "", window)

    def grades(self, claims: Sequence[Claim], documents: Mapping[str, Document]) -> "Mapping[str, Graded]":
        """Return how far the sources of these claims are trusted and how credible the claims are, by claim."""
        from corro.pipeline.grades import grades_of

        return grades_of(self._ask, claims, documents)

    def source_key(self, name: str) -> str:
        """Return the key under which a source is graded.

        Raises:
            UnknownIdError: No source of that name is in the record or in the tables of sources.
        """
        from corro.vocab import sources
        from corro.weigh.independence import source_key

        key = source_key(name)
        if not key or (key not in sources() and not self._ask.claims(ClaimFilter(holder=name), Window(0, 1)).total):
            raise UnknownIdError(f"Nobody of the name {name} is heard in this record, nor in the table of sources.", id=name)
        return key

    def contradictions(self) -> tuple[Issue, ...]:
        """Return an issue for each decision on events or lineages that cannot hold beside a later one."""
        from corro.weigh import contradictions

        return contradictions(self._ask.decisions())

    def search(self, text: str, window: Window = FIRST_PAGE) -> Page[Hit]:
        """Find documents by words, accents and case aside, best first."""
        return self._ask.search(text, window)

    def evidence(self, sha256: str) -> bytes | None:
        """Return bytes as they were received."""
        return self._ask.evidence(sha256)
