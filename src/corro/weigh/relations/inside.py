"""Contradictions inside one document: each with both passages, both holders, its kind and the rule in words."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import combinations

from corro.model import Analysis, Claim, Difference, Polarity, Relation
from corro.weigh.links.clustering import cluster
from corro.weigh.links.context import in_context
from corro.weigh.links.linking import link
from corro.weigh.relations.actors import relate_actors
from corro.weigh.relations.inside_dates import date_contradictions
from corro.weigh.relations.inside_sums import sum_contradictions
from corro.weigh.relations.inside_terms import term_contradictions
from corro.weigh.relations.stands import Scene, Stand, scene_of, stands_of
from corro.weigh.relations.verdict import Verdict

ONE_HOLDER_ROLES = ("target", "presidency", "resolution")
"""Roles that one event has once: two names in them contradict each other. Source: frames of docs/reference/event-types.md."""


def inside(analysis: Analysis) -> tuple[Difference, ...]:
    """Find where a document contradicts itself.

    Aims, reasons and conditions stand side by side and are never set against each other.

    Args:
        analysis: One document with its claims and their values.

    Returns:
        The contradictions, sorted by field and place in the text.
    """
    document = analysis.document
    scene = scene_of(analysis.claims, {document.id: document}, {document.id: document.id})
    events = events_of(analysis)
    found = [
        *(item for event in events for item in _identities(event, scene)),
        *date_contradictions(analysis, events, scene),
        *(item for event in events for item in term_contradictions(event, analysis, scene)),
        *sum_contradictions(analysis, scene),
    ]
    unique = {item.id: replace(item, document_id=document.id) for item in found}
    return tuple(sorted(unique.values(), key=lambda item: (item.field, _first_offset(item), item.id)))


NEIGHBOURS = 40
"""Claims behind one with which it is compared, so that a whole archive in one file costs no square. Source: own choice: the
reports of samples/mali have 14 claims at most."""


def events_of(analysis: Analysis) -> tuple[tuple[Claim, ...], ...]:
    """Group the claims of one document by event, with the same links as across documents."""
    claims_by_id = {claim.id: claim for claim in analysis.claims}
    contexts = [in_context(claim, analysis.document) for claim in claims_by_id.values()]
    pairs = ((one, other) for at, one in enumerate(contexts) for other in contexts[at + 1 : at + 1 + NEIGHBOURS])
    links = [found for one, other in pairs if (found := link(one, other))]
    groups = cluster(claims_by_id.values(), links)
    return tuple(tuple(claims_by_id[name] for name in names) for names in groups)


def _identities(event: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Find two holders of a role that has only one, such as two posts told to leave by one order."""
    stated = [claim for claim in event if claim.polarity is Polarity.AFFIRMED]
    for role in ONE_HOLDER_ROLES:
        stands = stands_of(stated, role, scene)
        for one, other in combinations(stands, 2):
            verdict = relate_actors(one, other, scene)
            if verdict and verdict.relation in (Relation.DISPUTE, Relation.TRANSMISSION_ERROR):
                yield contradiction(role, one, other, verdict)


def contradiction(field: str, one: Stand, other: Stand, verdict: Verdict) -> Difference:
    """Return a difference between two values of one text."""
    positions = tuple(stand.position(error=stand is verdict.wrong) for stand in (one, other))
    return Difference(field, verdict.relation, positions, verdict.kind, f"inside.{verdict.rule}", verdict.words)


def _first_offset(item: Difference) -> int:
    return min((passage.span.start for position in item.positions for passage in position.passages), default=0)
