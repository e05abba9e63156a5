"""Composes the clusters of claims that something touched: events, differences and lines of registers."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from corro.model import ActorValue, Claim, Decision, Difference, Document, Event, EventLink, Support
from corro.model.answer import Composed
from corro.pipeline.library import Library
from corro.ports import Independence, Store
from corro.record import Weights, compose, names_of, registers, sort_claims
from corro.weigh import cluster, differences, independence, support
from corro.weigh.identity import Sameness, sameness
from corro.weigh.independence import Standing


def compose_clusters(store: Store, library: Library, claim_ids: Sequence[str]) -> None:
    """Compose anew all clusters that these claims are connected with; inside a transaction.

    Args:
        store: The record.
        library: Documents at hand.
        claim_ids: The claims.
    """
    members, links = store.composition.claim_component(claim_ids)
    claims = store.questions.claims_by_id(members)
    documents = library.documents.take(claim.document_id for claim in claims.values())
    lineage_of = {name: lineage.id for name, lineage in store.questions.lineages_of(tuple(documents)).items()}
    decisions = store.questions.decisions(members)
    bench = Bench(claims, documents, lineage_of, decisions)
    store.composition.replace_composed(members, [bench.composed(group) for group in bench.groups(links)])


class Bench:
    """Claims with all that composing them needs."""

    def __init__(
        self,
        claims: Mapping[str, Claim],
        documents: Mapping[str, Document],
        lineage_of: Mapping[str, str],
        decisions: Sequence[Decision],
    ) -> None:
        """Keep what is needed."""
        self._claims = claims
        self._documents = documents
        self._lineage_of = lineage_of
        self._decisions = decisions

    def groups(self, links: Sequence[EventLink]) -> tuple[tuple[str, ...], ...]:
        """Return the clusters, each the ids of its claims."""
        return cluster(tuple(self._claims.values()), links, self._decisions)

    def composed(self, group: Sequence[str]) -> Composed:
        """Compose one cluster: a pure function of its claims, their documents' lineages, and the decisions on them."""
        claims = tuple(self._claims[name] for name in sorted(group))
        told = sort_claims(claims, self._decisions)
        weights = weights_over(self._lineage_of, self._documents)
        found = differences(told.event, self._documents, self._lineage_of) if told.event else ()
        event = compose(told.event, found, weights, self._decisions) if told.event else None
        by_id = {claim.id: claim for claim in told.event}
        return Composed(
            claims=tuple(sorted(group)),
            event=event,
            differences=_on_event(found, event),
            entries=registers(event, told.aggregates, by_id, weights),
            names=names_of(event, told.event) if event else (),
        )


def weights_over(lineage_of: Mapping[str, str], documents: Mapping[str, Document]) -> Weights:
    """Return how claims weigh, over the lineages of their documents."""
    count = independence(lineage_of, documents)
    return Weights(count, partial(_support, count), _same_actor)


def _support(count: Independence, claims: Sequence[Claim], contested: bool) -> Support:
    return support(claims, count, Standing(contested=contested))


def _same_actor(one: ActorValue, other: ActorValue) -> bool:
    return sameness(one, other) is Sameness.SAME


def _on_event(found: Sequence[Difference], event: Event | None) -> tuple[Difference, ...]:
    return tuple(replace(difference, event_id=event.id if event else None) for difference in found)
