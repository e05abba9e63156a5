"""Analyses the documents of a record again, with a newer extractor; what people decided on stays (law 5)."""

from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import replace
from functools import partial

from corro.errors import RecordNotFoundError
from corro.model import Analysis, Claim, Decision, DecisionKind, Document, Issue, standing
from corro.model.answer import ALL, ClaimFilter, Totals
from corro.pipeline.clock import SystemClock
from corro.pipeline.keying import keyed
from corro.pipeline.opening import RecordPlace, missing, open_to_write
from corro.pipeline.options import Progress, Tables, silent
from corro.pipeline.workbench import analyses
from corro.ports import Store
from corro.record.sorting import judged
from corro.settings import DEFAULT_RECORD

BATCH_AGAIN = 32
"""Documents analysed and replaced in one transaction. Source: as for storing, see `corro.pipeline.intake`."""

Analyse = Callable[[Sequence[Document]], Iterable[Analysis]]


def reanalyse(
    record: RecordPlace = DEFAULT_RECORD,
    tables: Tables = Tables(),  # noqa: B008 - frozen
    progress: Callable[[Progress], None] = silent,
) -> Totals:
    """Analyse all documents of a record again, with the models and rules of this version.

    Args:
        record: The record's file, or a restricted case.
        tables: Files of the user's own.
        progress: Called after each batch.

    Returns:
        What the record holds now.

    Raises:
        RecordNotFoundError: There is none.
        RecordLockedError: Another process is writing to the record.
        ModelMissingError: A language model is missing.
    """
    if missing(record):
        raise RecordNotFoundError(f"There is no record {record}.", path=str(record))
    store = open_to_write(record)
    try:
        run = store.intake.begin_run(SystemClock().now(), tables.digest)
        analyse_again(store, partial(analyses, tables=tables), progress)
        store.intake.end_run(run, SystemClock().now())
        return store.questions.totals()
    finally:
        store.close()


def analyse_again(store: Store, analyse: Analyse, progress: Callable[[Progress], None] = silent) -> None:
    """Analyse all documents of a record again, and bring what is computed up to date.

    Args:
        store: The record.
        analyse: The newer analysis.
        progress: Called after each batch.
    """
    from corro.pipeline.weighing import weigh

    ids = [line.id for line in store.questions.documents(ALL)]
    for start in range(0, len(ids), BATCH_AGAIN):
        documents = store.questions.documents_by_id(ids[start : start + BATCH_AGAIN])
        with store.transaction():
            reports = [documents[name] for name in sorted(documents) if not documents[name].dataset]  # a row is mapped, not read
            for analysis in analyse(reports):
                store.intake.replace(keyed(keeping(store, analysis)))
        progress(Progress("analysed", min(start + BATCH_AGAIN, len(ids)), len(ids)))
    with store.transaction():
        store.intake.add_issues(decisions_without_subject(store))
    weigh(store, progress)


def keeping(store: Store, analysis: Analysis) -> Analysis:
    """Return a newer analysis with the claims of the record that people decided on; see `keep_decided`."""
    from corro.weigh import chains, inside

    held = store.questions.claims(ClaimFilter(document_id=analysis.document.id), ALL).lines
    kept = keep_decided(analysis, {claim.id: claim for claim in held}, store.questions.decisions([claim.id for claim in held]))
    return kept if kept.claims == analysis.claims else replace(kept, differences=inside(kept), chains=chains(kept))


def keep_decided(analysis: Analysis, held: Mapping[str, Claim], decisions: Sequence[Decision]) -> Analysis:
    """Keep the claims that standing decisions name: a person's judgement must not lose what it is about.

    A claim that was accepted or assessed stays as it was then. Any other that a decision names takes its newer form where it was
    found again, and stays as it was where it was not. A newer claim of the same kind over the same words, under another id, is
    such a claim found again, and does not come beside it.

    Args:
        analysis: The newer analysis of a document.
        held: The claims that the record holds of that document.
        decisions: Decisions on them.

    Returns:
        The analysis with these claims.
    """
    named = {subject for decision in standing(tuple(decisions)) for subject in decision.subjects} & set(held)
    found = {claim.id: claim for claim in analysis.claims}
    kept = {name: held[name] for name in sorted(named) if name in _judged_as_held(decisions) or name not in found}
    others = [claim for claim in analysis.claims if claim.id not in kept and not (claim.id not in held and _again(claim, kept))]
    ordered = sorted([*others, *kept.values()], key=lambda claim: (claim.trigger, claim.id))
    return replace(analysis, claims=tuple(ordered))


def _judged_as_held(decisions: Sequence[Decision]) -> frozenset[str]:
    """Return ids of the claims that a person accepted, edited or assessed: what they say was judged."""
    assessed = [one for one in standing(tuple(decisions)) if one.kind in (DecisionKind.ASSESSMENT, DecisionKind.EDIT)]
    return judged(decisions, "accepted").union(*(decision.subjects for decision in assessed))


def _again(claim: Claim, kept: Mapping[str, Claim]) -> bool:
    return any(claim.type == one.type and claim.trigger.overlaps(one.trigger) for one in kept.values())


def decisions_without_subject(store: Store) -> tuple[Issue, ...]:
    """Return an issue for each standing decision on something that the record does not hold.

    Args:
        store: The record.

    Returns:
        The issues, one a decision, in the order of the decisions.
    """
    decisions = [decision for decision in standing(store.questions.decisions()) if decision.kind not in _ABOUT_OTHERS]
    subjects = sorted({subject for decision in decisions for subject in decision.subjects})
    known = {*store.questions.claims_by_id(subjects), *store.questions.documents_by_id(subjects)}
    return tuple(_without_subject(decision, known) for decision in decisions if not known.issuperset(decision.subjects))


_ABOUT_OTHERS = frozenset({DecisionKind.ISSUE, DecisionKind.SECOND, DecisionKind.RELIABILITY})
"""Decisions on what is neither a claim nor a document: an issue, a decision, a source."""


def _without_subject(decision: Decision, known: Collection[str]) -> Issue:
    missing = ", ".join(subject for subject in decision.subjects if subject not in known)
    message = (
        f"The decision {decision.verdict!r} by {decision.by} names what the record does not hold. Look at it, and decide again."
    )
    return Issue("decision_without_subject", decision.id, message, detail=missing)
