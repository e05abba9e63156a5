"""Composes the groups of claims that something touched: events, differences and lines of registers."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial

from corro.model import ActorValue, Claim, Decision, Difference, Document, Statement, Support
from corro.model.answer import Composed
from corro.pipeline.library import Library
from corro.ports import Independence, Store
from corro.record import Weights, compose, in_passing, names_of, registers, sort_claims
from corro.review import judged_claims, kept_differences
from corro.weigh import differences, independence, support
from corro.weigh.copies.compiling import lineage_key
from corro.weigh.identity import Sameness, sameness
from corro.weigh.independence import Standing
from corro.weigh.relations.taken_back import retracting, taken_back


def compose_groups(store: Store, library: Library, claim_ids: Sequence[str]) -> None:
    """Compose anew the groups of these claims; inside a transaction.

    What is composed from a group is a function of its claims, of their documents with their lineages, and of the decisions on
    them, and whatever changes one of these makes the claims wait.

    Args:
        store: The record.
        library: Documents at hand.
        claim_ids: The claims.
    """
    groups = store.composition.groups_of(claim_ids)
    members = sorted({name for group in groups for name in group})
    claims = library.claims_by_id.take(members)
    names = sorted({claim.document_id for claim in claims.values()})
    background = Background(
        documents=library.documents.take(names),
        lineage_of={name: lineage_key(lineage) for name, lineage in store.questions.lineages_of(names).items()},
        decisions=store.questions.decisions(members),
        claims_in=library.claims_in.take(names),
        statements=store.questions.statements(_statement_ids(claims.values())),
    )
    composed = [compose_one([claims[name] for name in group], background) for group in groups]
    store.composition.replace_composed([*members, *claim_ids], composed)


def _statement_ids(claims: Iterable[Claim]) -> list[str]:
    return sorted({claim.statement_id for claim in claims if claim.statement_id})


@dataclass(frozen=True, slots=True)
class Background:
    """What composing a cluster needs beside its claims.

    Attributes:
        documents: The documents of its claims.
        lineage_of: Lineage id by document id.
        decisions: Decisions that name any of the claims.
        claims_in: All claims of these documents: the end of a measure may be told as another event beside it.
        statements: The statements that hold the claims; one that retracts takes back what its speaker said.
    """

    documents: Mapping[str, Document]
    lineage_of: Mapping[str, str]
    decisions: Sequence[Decision] = ()
    claims_in: Mapping[str, Sequence[Claim]] = field(default_factory=dict)
    statements: Mapping[str, Statement] = field(default_factory=dict)


def compose_one(claims: Sequence[Claim], background: Background) -> Composed:
    """Compose one cluster.

    Args:
        claims: Its claims.
        background: What else is needed; only what concerns the claims' documents makes a difference.

    Returns:
        The event, differences and lines of registers: a pure function of what was given.
    """
    claims = judged_claims(claims, background.decisions)
    told = sort_claims(claims, background.decisions, in_passing(claims, background.documents, background.claims_in))
    back = taken_back(told.event, retracting(told.event, background.statements), background.documents)
    weights = replace(weights_over(background.lineage_of, background.documents), taken_back=back)
    found = _differences(told.event, background)
    between_figures = _differences(told.aggregates, background)
    counting = kept_differences(found, background.decisions)
    event = compose(told.event, counting, weights, background.decisions) if told.event else None
    by_id = {claim.id: claim for claim in told.event}
    return Composed(
        claims=tuple(sorted(claim.id for claim in claims)),
        event=event,
        differences=(*(replace(one, event_id=event.id if event else None) for one in found), *between_figures),
        entries=registers(event, told.aggregates, by_id, weights),
        names=names_of(event, told.event) if event else (),
    )


def _differences(claims: Sequence[Claim], background: Background) -> tuple[Difference, ...]:
    if not claims:
        return ()
    own = {claim.id for claim in claims}
    names = sorted({claim.document_id for claim in claims})
    related = [claim for name in names for claim in background.claims_in.get(name, ()) if claim.id not in own]
    documents = {name: background.documents[name] for name in names}
    lineage_of = {name: background.lineage_of[name] for name in names if name in background.lineage_of}
    return differences(claims, documents, lineage_of, related)


def weights_over(lineage_of: Mapping[str, str], documents: Mapping[str, Document]) -> Weights:
    """Return how claims weigh, over the lineages of their documents."""
    count = independence(lineage_of, documents)
    return Weights(count, partial(_support, count), _same_actor)


def _support(count: Independence, claims: Sequence[Claim], known: Support | None) -> Support:
    standing = Standing(
        contested=known is Support.CONTESTED, superseded=known is Support.SUPERSEDED, retracted=known is Support.RETRACTED
    )
    return support(claims, count, standing)


def _same_actor(one: ActorValue, other: ActorValue) -> bool:
    return sameness(one, other) is Sameness.SAME
