"""Weigh: which documents are one lineage, which claims one event, where they differ, and how well a value stands.

The rooms: `copies` (one origin), `links` (one event), `relations` (how values differ), `fields` (how passages differ on one
question), `derivation` (from telling to telling).

The doors, each a pure function:

    sketch(document) -> Sketch                                     fingerprint of one document
    sketch_keys(sketch) -> tuple[str, ...]                         keys for the index of possible copies
    compare(one, sketch_one, other, sketch_other) -> CopyLink | None
    lineages(document_ids, copy_links, decisions=(), documents_by_id={}) -> tuple[Lineage, ...]

    in_context(claim, document) -> ClaimInContext                  what linking may know of a claim
    block_keys(claim, document) -> tuple[str, ...]                 keys for the index of possible neighbours
    link(one, other) -> EventLink | None                           two ClaimInContext
    echoes(one, its_claims, other, their_claims) -> tuple[EventLink, ...]    claims that a copy repeats word for word
    cluster(claims, links, decisions=()) -> tuple[tuple[str, ...], ...]      claim ids by event
    contradictions(decisions) -> tuple[Issue, ...]
    chains(analysis) -> tuple[ChainLink, ...]                      how events of one document stand to each other

    inside(analysis) -> tuple[Difference, ...]                     contradictions inside one document
    differences(claims, documents_by_id, lineage_of, related=()) -> tuple[Difference, ...]   of one event
    independence(lineage_of, documents_by_id) -> Independence      counts independent lineages behind claims
    support(claims, count, standing=Standing()) -> Support
    sameness(one, other) -> Sameness                               whether two labels name one actor
    derivations(claims, documents_by_id, lineage_of) -> tuple[Derivation, ...]
"""

from corro.weigh.copies.copying import compare
from corro.weigh.copies.echoes import echoes
from corro.weigh.copies.lineages import lineages
from corro.weigh.copies.sketching import Sketch, sketch, sketch_keys
from corro.weigh.derivation.chains import Derivation, Step, derivations
from corro.weigh.identity import Sameness, sameness
from corro.weigh.independence import Standing, independence, support
from corro.weigh.links.blocking import block_keys
from corro.weigh.links.chaining import chains
from corro.weigh.links.clustering import cluster, contradictions
from corro.weigh.links.context import ClaimInContext, in_context
from corro.weigh.links.linking import link
from corro.weigh.relations.differing import differences
from corro.weigh.relations.inside import inside

__all__ = [
    "ClaimInContext",
    "Derivation",
    "Sameness",
    "Sketch",
    "Standing",
    "Step",
    "block_keys",
    "chains",
    "cluster",
    "compare",
    "contradictions",
    "derivations",
    "differences",
    "echoes",
    "in_context",
    "independence",
    "inside",
    "lineages",
    "link",
    "sameness",
    "sketch",
    "sketch_keys",
    "support",
]
