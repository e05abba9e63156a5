"""Analyses the documents of a record again, with a newer extractor; what a person accepted stays (law 5)."""

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import replace

from corro.model import Analysis, Claim, Decision, Document
from corro.model.answer import ALL, ClaimFilter
from corro.pipeline.options import silent
from corro.pipeline.workbench import keyed
from corro.ports import Store
from corro.record.sorting import judged

BATCH_AGAIN = 32
"""Documents analysed and replaced in one transaction. Source: as for storing, see `corro.pipeline.intake`."""

Analyse = Callable[[Sequence[Document]], Iterable[Analysis]]


def analyse_again(store: Store, analyse: Analyse) -> None:
    """Analyse all documents of a record again, and bring what is computed up to date.

    Args:
        store: The record.
        analyse: The newer analysis.
    """
    from corro.pipeline.weighing import weigh

    ids = [line.id for line in store.questions.documents(ALL)]
    for start in range(0, len(ids), BATCH_AGAIN):
        documents = store.questions.documents_by_id(ids[start : start + BATCH_AGAIN])
        with store.transaction():
            for analysis in analyse([documents[name] for name in sorted(documents)]):
                store.intake.replace(keyed(_keeping(store, analysis)))
    weigh(store, silent)


def _keeping(store: Store, analysis: Analysis) -> Analysis:
    held = store.questions.claims(ClaimFilter(document_id=analysis.document.id), ALL).lines
    return keep_accepted(analysis, {claim.id: claim for claim in held}, store.questions.decisions([claim.id for claim in held]))


def keep_accepted(analysis: Analysis, held: Mapping[str, Claim], decisions: Sequence[Decision]) -> Analysis:
    """Put the claims that a person accepted into a newer analysis, as they were accepted.

    Args:
        analysis: The newer analysis of a document.
        held: The claims that the record holds of that document.
        decisions: Decisions on them.

    Returns:
        The analysis, in which an accepted claim stands in its accepted form, whether it was found again or not.
    """
    accepted = {name: held[name] for name in sorted(judged(decisions, "accepted") & set(held))}
    others = [claim for claim in analysis.claims if claim.id not in accepted]
    ordered = sorted([*others, *accepted.values()], key=lambda claim: (claim.trigger, claim.id))
    return replace(analysis, claims=tuple(ordered))
