"""Takes inputs in: collect, read, analyse (in batches, on an executor), and store, each batch wholly or not at all."""

from collections import deque
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from functools import partial

from corro.collect import CollectOptions, collect
from corro.model import CustodyAct, CustodyKind, Document, Evidence, Issue, Outcome, Receipt, Received
from corro.pipeline.again import keeping
from corro.pipeline.keying import keyed
from corro.pipeline.options import BuildOptions, Progress
from corro.pipeline.workbench import analyse_documents
from corro.ports import Executor, Keyed, Store
from corro.read import ReadOptions, read

BATCH_DOCUMENTS = 8
"""Documents analysed and stored together: few, so that processes share small builds; enough that a transaction costs little.

Source: measured on 200 generated reports, 2026-11: one by one storing costs 5 ms each, from 8 on 2.3 ms and less.
"""

BATCH_BYTES = 4 * 1024 * 1024
"""Bytes of evidence after which a batch is closed, so that memory stays bounded. Source: our own judgement."""


@dataclass(slots=True)
class Batch:
    """What is stored together.

    Attributes:
        documents: Documents to analyse.
        evidence: Inputs all of whose documents are in this batch or an earlier one: only then they count as taken in.
        issues: Doubts from reading.
        receipts: What became of inputs that give no new document.
        dated: Ids of those documents that the record holds already, without a date, and that now have one.
    """

    documents: list[Document] = field(default_factory=list)
    evidence: list[tuple[Evidence, bytes]] = field(default_factory=list)
    issues: list[Issue] = field(default_factory=list)
    receipts: list[Receipt] = field(default_factory=list)
    dated: set[str] = field(default_factory=set)

    @property
    def full(self) -> bool:
        """Whether it is time to close the batch."""
        size = sum(len(content) for _, content in self.evidence)
        return len(self.documents) >= BATCH_DOCUMENTS or len(self.receipts) >= 100 * BATCH_DOCUMENTS or size >= BATCH_BYTES


def take_in(
    store: Store,
    paths: Sequence[str],
    executor: Executor,
    options: BuildOptions,
    stored: Callable[[Sequence[Keyed], Collection[str]], None] = lambda _, __: None,
) -> int:
    """Take inputs into a record.

    Args:
        store: The record.
        paths: Files, folders, archives, or `-`.
        executor: Runs the analysis.
        options: How.
        stored: Called after each batch, while the executor goes on analysing, with what it was, and the ids of known documents
            that changed.

    Returns:
        The number of the run.
    """
    run = store.intake.begin_run(options.clock.now(), options.tables.digest)
    found = collect(paths, CollectOptions(stdin=options.stdin, max_bytes=options.max_input_bytes))
    under_way: deque[Batch] = deque()
    work = _remembered(_Batches(store, options).of(found), under_way)
    done = 0
    for analysed in executor.map(partial(analyse_documents, tables=options.tables), work):
        batch = under_way.popleft()
        with store.transaction():
            _store(store, run, batch, analysed)
            store.custody.log(_captures(batch, options))
        done += len(analysed)
        options.progress(Progress("analysed", done))
        stored(analysed, batch.dated)
    return run


def _remembered(batches: Iterable[Batch], under_way: deque[Batch]) -> Iterator[tuple[Document, ...]]:
    """Hand out the documents of batches, keeping the batches for when their analyses come back, in the same order."""
    for batch in batches:
        under_way.append(batch)
        yield tuple(batch.documents)


class _Batches:
    """Reads inputs and fills batches."""

    def __init__(self, store: Store, options: BuildOptions) -> None:
        self._intake = store.intake
        self._documents_by_id = store.questions.documents_by_id
        self._reading = ReadOptions(
            published=options.published, today=options.clock.today(), columns=options.columns, max_bytes=options.max_input_bytes
        )
        self._dated: set[str] = set()
        self._seen: dict[tuple[str, str], tuple[str, ...]] = {}
        self._batch = Batch()

    def of(self, found: Iterable[Received | Receipt]) -> Iterator[Batch]:
        """Yield full batches, and at last what is left."""
        for one in found:
            if isinstance(one, Receipt):
                self._batch.receipts.append(one)
            elif (known := self._known(one)) is not None:
                yield from self._read_again(one, known)
            else:
                yield from self._read(one)
            yield from self._closed_if(full=self._batch.full)
        yield from self._closed_if(full=bool(self._batch.receipts or self._batch.documents))

    def _known(self, received: Received) -> tuple[str, ...] | None:
        key = (received.evidence.sha256, received.evidence.media_type)
        return self._seen[key] if key in self._seen else self._intake.known(*key)

    def _read_again(self, received: Received, known: tuple[str, ...]) -> Iterator[Batch]:
        """Take bytes that the record holds: they tell something new only where a date is given that they lacked."""
        undated = self._undated(known)
        reading = read(received, self._reading) if undated else None
        dated = (
            [document for document in reading.documents if document.id in undated and document.published.interval]
            if reading
            else []
        )
        if not dated or reading is None:
            self._batch.receipts.append(_duplicate(received.locator, known))
            return
        names = {document.id for document in dated}
        self._dated |= names
        self._batch.dated |= names
        self._batch.documents += dated
        self._batch.issues += [issue for issue in reading.issues if issue.document_id in names]
        yield from self._closed_if(full=self._batch.full)

    def _undated(self, known: tuple[str, ...]) -> set[str]:
        """Return those of these documents that have no date, where one is given; what this run itself took in has been given it."""
        if not self._reading.published:
            return set()
        held = self._documents_by_id([name for name in known if name not in self._dated])
        return {name for name, document in held.items() if document.published.interval is None}

    def _read(self, received: Received) -> Iterator[Batch]:
        reading = read(received, self._reading)
        if reading.rejected or not reading.documents:
            self._batch.receipts += (
                _rejections(received, reading.rejected, reading.code) if reading.rejected else reading.rejections
            )
            return
        ids = tuple(document.id for document in reading.documents)
        self._seen[received.evidence.sha256, received.evidence.media_type] = ids
        new = set(self._intake.unknown(ids))
        self._batch.receipts += [*reading.rejections, *(_resumed(one) for one in reading.documents if one.id not in new)]
        self._batch.issues += reading.issues
        for document in reading.documents:
            if document.id in new:
                self._batch.documents.append(document)
                yield from self._closed_if(
                    full=len(self._batch.documents) >= BATCH_DOCUMENTS and document is not reading.documents[-1]
                )
        self._batch.evidence.append((received.evidence, received.content))

    def _closed_if(self, *, full: bool) -> Iterator[Batch]:
        if full:
            closed, self._batch = self._batch, Batch()
            yield closed


def _duplicate(locator: str, known: tuple[str, ...]) -> Receipt:
    reason = "The same bytes are in the record already; nothing was added."
    return Receipt(locator, Outcome.DUPLICATE, known[0] if len(known) == 1 else None, reason, "same_bytes")


def _resumed(document: Document) -> Receipt:
    reason = "An earlier build that was stopped had taken it in already; nothing was added."
    return Receipt(document.locator, Outcome.DUPLICATE, document.id, reason, "taken_in_before")


def _dated(document: Document) -> Receipt:
    reason = "The same bytes are in the record already, without a date; they were read again with the one given."
    return Receipt(document.locator, Outcome.UPDATED, document.id, reason, "date_given")


def _rejections(received: Received, reason: str, code: str) -> list[Receipt]:
    return [Receipt(received.locator, Outcome.REJECTED, None, reason, code)]


def _store(store: Store, run: int, batch: Batch, analysed: Sequence[Keyed]) -> None:
    """Store a batch with the receipts of its documents; inside a transaction."""
    new = [document for document in batch.documents if document.id not in batch.dated]
    receipts = [*batch.receipts, *_receipts(store, new), *(_dated(one) for one in batch.documents if one.id in batch.dated)]
    store.intake.add([one for one in analysed if one.analysis.document.id not in batch.dated])
    store.intake.drop_issues(sorted(batch.dated))
    for one in analysed:
        if one.analysis.document.id in batch.dated:
            store.intake.replace(keyed(keeping(store, one.analysis)))
    for evidence, content in batch.evidence:
        store.intake.add_evidence(evidence, content)
    store.intake.add_issues(batch.issues)
    store.intake.add_receipts(run, receipts)


def _captures(batch: Batch, options: BuildOptions) -> list[CustodyAct]:
    """Return what the custody log says of a batch."""
    now = options.clock.now()
    return [CustodyAct(CustodyKind.CAPTURED, one.sha256, options.by, now, one.media_type) for one, _ in batch.evidence]


def _receipts(store: Store, documents: Sequence[Document]) -> Iterator[Receipt]:
    """Tell of each document whether it is new, or a new version of one that the record holds."""
    latest = dict(store.intake.versions([document.series_id for document in documents]))
    for document in documents:
        earlier = latest.get(document.series_id)
        latest[document.series_id] = document.id
        if earlier is None:
            yield Receipt(document.locator, Outcome.ACCEPTED, document.id)
        else:
            reason = f"A new version of {earlier}, from the same address; both are kept."
            yield Receipt(document.locator, Outcome.UPDATED, document.id, reason, "new_version")
