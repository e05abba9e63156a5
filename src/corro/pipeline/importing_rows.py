"""Takes in the rows of somebody's table: each a document with its claim, in batches that are kept wholly or not at all."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from itertools import islice
from time import perf_counter

from corro.exchange.claims import Deaths, Reader
from corro.exchange.maps import ColumnMap
from corro.exchange.rows import Broken, Origin, Row
from corro.model import Analysis, CustodyAct, CustodyKind, Evidence, Outcome, Receipt
from corro.pipeline.keying import keyed
from corro.pipeline.options import Progress
from corro.ports import Store

BATCH_ROWS = 1_000
"""Rows kept together. Source: measured on 25,000 rows made by `bench.importing`, 2026-11: from 500 to 2,000 all are level."""


@dataclass(slots=True)
class Sum:
    """A column of figures added up.

    Attributes:
        best: Best figures.
        low: Lowest figures.
        high: Highest figures.
    """

    best: int = 0
    low: int = 0
    high: int = 0

    def add(self, deaths: Deaths) -> None:
        """Add what a row says."""
        self.best += deaths.best or 0
        self.low += deaths.low or 0
        self.high += deaths.high or 0


@dataclass(slots=True)
class RowsTaken:
    """What became of the rows of a file.

    Attributes:
        rows: How many rows there were; empty ones are none.
        outcomes: How many ended as each outcome; they add up to `rows`.
        reasons: How many ended so for each reason, by its code.
        deaths: The deaths of all rows that could be read.
        without_claim: Rows that make no claim.
        seconds: How long taking them in took.
    """

    rows: int = 0
    outcomes: dict[Outcome, int] = field(default_factory=lambda: dict.fromkeys(Outcome, 0))
    reasons: dict[str, int] = field(default_factory=dict)
    deaths: Sum = field(default_factory=Sum)
    without_claim: int = 0
    seconds: float = 0.0


@dataclass(frozen=True, slots=True)
class Batch:
    """What the taking in of rows has to do with.

    Attributes:
        store: The record.
        run: The run under which receipts stand.
        taken: What became of the rows so far.
    """

    store: Store
    run: int
    taken: RowsTaken


@dataclass(frozen=True, slots=True)
class File:
    """A file of rows.

    Attributes:
        origin: What its rows have in common.
        content: Its bytes, which are kept as evidence.
    """

    origin: Origin
    content: bytes


@dataclass(frozen=True, slots=True)
class RowOptions:
    """Who takes rows in, and whom to tell.

    Attributes:
        by: Who.
        now: Tells when.
        progress: Called after each batch.
    """

    by: str
    now: Callable[[], datetime]
    progress: Callable[[Progress], None]


def take_in_rows(store: Store, file: File, made: ColumnMap, rows: Iterable[Row | Broken], options: RowOptions) -> RowsTaken:
    """Take rows into a record.

    Stopped in the middle, it goes on from there when the same file is given again.

    Args:
        store: The record.
        file: The file.
        made: What its columns mean.
        rows: Its rows.
        options: Who takes them in, when, and whom to tell.

    Returns:
        What became of the rows.
    """
    begun = perf_counter()
    reader = Reader(made, file.origin)
    batch = Batch(store, store.intake.begin_run(options.now()), RowsTaken())
    found = iter(rows)
    while some := list(islice(found, BATCH_ROWS)):
        with store.transaction():
            store.intake.add_receipts(batch.run, list(_taken(batch, some, reader, file.origin)))
        options.progress(Progress("imported", batch.taken.rows))
    _put_away(batch, file, options)
    batch.taken.seconds = perf_counter() - begun
    return batch.taken


def _put_away(batch: Batch, file: File, options: RowOptions) -> None:
    """Keep the file as evidence, once all its rows are in."""
    origin, store = file.origin, batch.store
    evidence = Evidence(origin.sha256, origin.kept_as, len(file.content), origin.name)
    with store.transaction():
        if store.intake.known(evidence.sha256, evidence.media_type) is None:
            store.intake.add_evidence(evidence, file.content)
            captured = CustodyAct(CustodyKind.CAPTURED, evidence.sha256, options.by, options.now(), evidence.media_type)
            store.custody.log([captured])
        act = CustodyAct(CustodyKind.IMPORTED, origin.sha256, options.by, options.now(), origin.dataset)
        store.custody.log([act])
        store.intake.end_run(batch.run, options.now())


def _taken(batch: Batch, rows: Sequence[Row | Broken], reader: Reader, origin: Origin) -> Iterator[Receipt]:
    """Keep what is new in some rows, and yield what became of each, in order."""
    read = [(row.number, row if isinstance(row, Broken) else reader.read(row)) for row in rows]
    whole = [one for _, one in read if not isinstance(one, Broken)]
    ids = [analysis.document.id for analysis, _ in whole]
    new = set(batch.store.intake.unknown(ids))
    latest = dict(batch.store.intake.versions([analysis.document.series_id for analysis, _ in whole]))
    held = batch.store.questions.claims_in([name for name in ids if name not in new])
    batch.store.intake.stand_in([name for name in ids if name not in new], origin.sha256)
    fresh: dict[str, Analysis] = {}
    for number, one in read:
        batch.taken.rows += 1
        if isinstance(one, Broken):
            yield _counted(batch, Receipt(f"{origin.name}#{number}", Outcome.REJECTED, None, one.reason, one.code))
            continue
        analysis, deaths = one
        batch.taken.deaths.add(deaths)
        batch.taken.without_claim += not analysis.claims
        name = analysis.document.id
        if name in new and name not in fresh:
            fresh[name] = analysis
            yield _counted(batch, _new(analysis, latest))
        else:
            mapped_anew = name not in new and held.get(name, ()) != analysis.claims
            yield _counted(batch, _again(batch.store, analysis, mapped_anew=mapped_anew))
    batch.store.intake.add([keyed(analysis) for analysis in fresh.values()])


def _new(analysis: Analysis, latest: dict[str, str]) -> Receipt:
    """Return the receipt of a new row: another version of a row that the record holds under the same id, or not."""
    document = analysis.document
    earlier = latest.get(document.series_id)
    latest[document.series_id] = document.id
    if earlier is None:
        return Receipt(document.locator, Outcome.ACCEPTED, document.id)
    reason = f"The dataset's own id is known, and the row says something else than {earlier}; both are kept."
    return Receipt(document.locator, Outcome.UPDATED, document.id, reason, "new_version")


def _again(store: Store, analysis: Analysis, *, mapped_anew: bool) -> Receipt:
    """Return the receipt of a row that is known; where the map says something else now, its claim is made anew."""
    document = analysis.document
    if not mapped_anew:
        reason = "The row is in the record already, as it stands; nothing was added."
        return Receipt(document.locator, Outcome.DUPLICATE, document.id, reason, "same_row")
    from corro.pipeline.again import keeping

    store.intake.replace(keyed(keeping(store, analysis)))
    reason = "The row is in the record already; the map says something else of it now, and its claim was made anew."
    return Receipt(document.locator, Outcome.UPDATED, document.id, reason, "mapped_anew")


def _counted(batch: Batch, receipt: Receipt) -> Receipt:
    batch.taken.outcomes[receipt.outcome] += 1
    if receipt.code:
        batch.taken.reasons[receipt.code] = batch.taken.reasons.get(receipt.code, 0) + 1
    return receipt
