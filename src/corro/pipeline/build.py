"""`corro.build`: reads reports and adds them to a record."""

from collections.abc import Sequence
from contextlib import ExitStack
from dataclasses import dataclass, replace
from datetime import date
from functools import partial
from pathlib import Path
from time import perf_counter

from corro.errors import InternalError, NothingToReadError
from corro.model import Outcome
from corro.model.answer import ALL, Totals
from corro.pipeline.collecting import seldom_collecting
from corro.pipeline.opening import RecordPlace, missing, open_to_write
from corro.pipeline.options import BuildOptions
from corro.ports import Executor, Store
from corro.settings import DEFAULT_RECORD
from corro.vocab import further_sources
from corro.vocab.event_types import know_types


@dataclass(frozen=True, slots=True)
class BuildReport:
    """What a build did, and what the record holds now.

    Attributes:
        run: The build's number in this record.
        inputs: How many inputs there were.
        outcomes: How many ended as each outcome; they add up to `inputs`.
        reasons: How many inputs were not accepted for each reason, by its code.
        totals: What the record holds.
        analyse_s: Seconds until all was collected, read, analysed and stored; most of the comparing falls into them.
        weigh_s: Seconds spent on the rest of the comparing, and on composing.
        failed: How many documents of the record could not be analysed.
        other_tables: Whether earlier reports were read with other files of places or sources than this build was given.
    """

    run: int
    inputs: int
    outcomes: dict[Outcome, int]
    reasons: dict[str, int]
    totals: Totals
    analyse_s: float
    weigh_s: float
    failed: int = 0
    other_tables: bool = False


def build(
    paths: Sequence[str | Path] | str | Path,
    record: RecordPlace = DEFAULT_RECORD,
    *,
    published: date | None = None,
    options: BuildOptions = BuildOptions(),  # noqa: B008 - frozen
) -> BuildReport:
    """Read reports and add them to a record, which is made where there is none.

    A build that was stopped, even by force, is finished by the next one on the same record, with whatever paths.

    Args:
        paths: Files, folders, zip archives, or `-` for standard input (then `options.stdin` has its bytes).
        record: The record's file, or a restricted case.
        published: When the reports came out, for those that do not say so themselves.
        options: Everything else.

    Returns:
        What became of the inputs, and what the record holds now.

    Raises:
        NothingToReadError: The paths hold nothing; then no record is made.
        RecordLockedError: Another process is writing to the record.
        ModelMissingError: A language model is missing.
        StorageError: The disk is full, read-only or failing.
        WorkerLostError: A process died.
    """
    named = [paths] if isinstance(paths, str | Path) else paths
    chosen = replace(options, published=published) if published else options
    made = missing(record)
    try:
        with ExitStack() as stack:
            stack.enter_context(further_sources(chosen.tables.sources))
            stack.enter_context(seldom_collecting())
            know_types(chosen.tables.types)
            store = open_to_write(record)
            stack.callback(store.close)
            return build_into(store, [str(one) for one in named], _executor(chosen, stack), chosen)
    except NothingToReadError:
        if made and isinstance(record, str | Path):
            Path(record).unlink()
        raise


def build_into(store: Store, paths: Sequence[str], executor: Executor, options: BuildOptions) -> BuildReport:
    """Read reports and add them to an open record.

    Args:
        store: The record.
        paths: Files, folders, zip archives, or `-`.
        executor: Runs the analysis.
        options: How.

    Returns:
        As `build`.
    """
    from corro.pipeline.intake import take_in
    from corro.pipeline.library import Library
    from corro.pipeline.weighing import keep_up, weigh

    begun = perf_counter()
    library = Library(store.questions)
    run = take_in(store, paths, executor, options, partial(keep_up, store, library))
    analysed = perf_counter()
    weigh(store, options.progress, library)
    store.intake.end_run(run, options.clock.now())
    report = _report(store, run, analysed - begun, perf_counter() - analysed)
    if not report.inputs:
        raise NothingToReadError
    return report


def _executor(options: BuildOptions, stack: ExitStack) -> Executor:
    from corro.pipeline.workbench import prepare
    from corro.run import executor

    if options.executor is not None:
        return options.executor
    made = executor(options.processes, partial(prepare, options.tables.places, options.tables.types))
    stack.callback(made.close)
    return made


def _report(store: Store, run: int, analyse_s: float, weigh_s: float) -> BuildReport:
    receipts = store.questions.receipts(run, ALL)
    outcomes = {outcome: sum(receipt.outcome is outcome for receipt in receipts) for outcome in Outcome}
    reasons: dict[str, int] = {}
    for receipt in receipts:
        if receipt.outcome is not Outcome.ACCEPTED:
            reasons[receipt.code] = reasons.get(receipt.code, 0) + 1
    if sum(outcomes.values()) != receipts.total:
        raise InternalError("The outcomes of a build do not add up to its inputs.")
    totals = store.questions.totals()
    failed = store.questions.issues("analysis_failed").total
    told = dict(sorted(reasons.items()))
    return BuildReport(run, receipts.total, outcomes, told, totals, analyse_s, weigh_s, failed, _other_tables(store))


def _other_tables(store: Store) -> bool:
    """Say whether the last two runs were given different files of the user's own."""
    *_, before, now = (None, *store.questions.runs())
    return before is not None and before.tables != now.tables
