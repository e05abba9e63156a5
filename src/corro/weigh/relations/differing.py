"""Where claims about one event differ: every difference typed, with both passages, both holders and the rule in words."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import combinations

from corro.model import Claim, CountValue, Difference, DisputeKind, Document, Modality, Polarity, Relation, Slot, TextValue
from corro.weigh.grouping import Groups
from corro.weigh.links.context import TALLIED_ROLES
from corro.weigh.relations.actors import relate_actors
from corro.weigh.relations.counts import parts_out, relate_counts, unit_changed
from corro.weigh.relations.crowded import left_out
from corro.weigh.relations.date_slips import slips_spread
from corro.weigh.relations.explaining import Related, explanation, name
from corro.weigh.relations.labels import rival_labels
from corro.weigh.relations.legal_positions import denies_the_choice, forbids, legal_positions
from corro.weigh.relations.mission_names import mission_names
from corro.weigh.relations.places import relate_places
from corro.weigh.relations.populations import victim_status
from corro.weigh.relations.speakers import capacity_differences
from corro.weigh.relations.stands import Scene, Stand, earlier_of, holder_name, scene_of, stands_of
from corro.weigh.relations.times import relate_times
from corro.weigh.relations.totals import vote_differences
from corro.weigh.relations.verdict import Verdict, dispute
from corro.weigh.relations.words import relate_durations, relate_words

RelateRule = Callable[[Stand, Stand, Scene], Verdict | None]

RULES: tuple[RelateRule, ...] = (relate_times, relate_counts, relate_places, relate_actors, relate_durations, relate_words)
"""One rule a class of values; the first that knows both values decides."""

MOST_STANDS = 60
"""Values of one role that are compared pair by pair, best supported first; beyond it stands a page of spellings, not of positions.

Source: chosen by measurement, 2026-11: 60 values give 1,770 pairs, some 0.2 s at worst.
"""


def differences(
    claims: Sequence[Claim],
    documents_by_id: Mapping[str, Document],
    lineage_of: Mapping[str, str],
    related: Sequence[Claim] = (),
) -> tuple[Difference, ...]:
    """Type the differences between the claims of one event.

    Claims that deny the event, or tell it as future, hypothetical or demanded, are heard on whether it was, and not on its
    values. Claims of captions are left out.

    Args:
        claims: The claims of one event, in any order.
        documents_by_id: Their documents.
        lineage_of: Lineage id by document id.
        related: Claims on other events in the same documents; the date of a measure's end lies there.

    Returns:
        The differences, sorted by field, relation and positions; equal values make none.
    """
    scene = scene_of(claims, documents_by_id, lineage_of, related)
    stated = [claim for claim in claims if claim.polarity is Polarity.AFFIRMED and _states(claim)]
    votes = list(vote_differences(stated, scene))
    roles = [role for role in _roles(stated) if role not in {item.field for item in votes}]
    found = [
        *(item for role in roles for item in _of_role(stated, role, scene)),
        *_units_apart(stated, scene),
        *_existence(claims, scene),
        *legal_positions(claims, scene),
        *victim_status(stated, scene),
        *capacity_differences(stated, scene),
        *mission_names(stated, scene),
        *rival_labels(stated, scene),
        *votes,
    ]
    return tuple(sorted(found, key=lambda item: (item.field, item.relation, str(item.kind), item.id)))


def _of_one_text(role: str, related: Related) -> bool:
    """Say whether all who hold one of two values hold the other too: a text's contradiction, which `inside` has reported."""
    one, other, verdict = related
    wrong = verdict.relation in (Relation.DISPUTE, Relation.TRANSMISSION_ERROR)
    within = one.documents <= other.documents or other.documents <= one.documents
    return wrong and within and role in INSIDE_FIELDS


INSIDE_FIELDS = frozenset({"target", "presidency", "resolution", "time", "duration"})
"""Roles in which `inside` compares the values of one document."""


def _states(claim: Claim) -> bool:
    return (claim.modality.current or claim.modality is Modality.HISTORICAL) and claim.segment != "caption"


def _roles(claims: Sequence[Claim]) -> list[str]:
    """Return the roles whose values are compared.

    Of sums over a period the dates are no event's, and go with the figures; so does what a figure is out of.
    """
    summed = any(isinstance(slot.value, CountValue) and slot.value.cumulative for claim in claims for slot in claim.slots)
    return sorted({slot.role for claim in claims for slot in claim.slots} - ({"time"} if summed else set()) - {"denominator"})


def _units_apart(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Set one count against itself where it is told on in another unit: requests, then occasions, then patrols."""
    stands = [stand for role in sorted(TALLIED_ROLES) for stand in stands_of(claims, role, scene)]
    found = [(one, other, verdict) for one, other in combinations(stands, 2) if (verdict := unit_changed(one, other))]
    if found:
        yield from _differences_of("counted", Relation.TRANSMISSION_ERROR, None, found, scene)


def _of_role(claims: Sequence[Claim], role: str, scene: Scene) -> Iterator[Difference]:
    ranked = sorted(stands_of(claims, role, scene), key=lambda stand: (-stand.lineages, stand.printed, stand.told[0][0].id))
    stands = ranked[:MOST_STANDS]
    if len(ranked) > MOST_STANDS:
        yield left_out(role, ranked[MOST_STANDS:], MOST_STANDS)
    related = [(one, other, verdict) for one, other in combinations(stands, 2) if (verdict := _relate(one, other, scene))]
    related = [item for item in slips_spread(parts_out(related)) if not _of_one_text(role, item)]
    for relation, kind, pairs in _by_outcome(related):
        yield from _differences_of(role, relation, kind, pairs, scene)


def _relate(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Relate two values; the smaller print comes first, so that the order of the claims has no say."""
    first, second = sorted((one, other), key=lambda stand: (stand.printed, stand.told[0][0].id))
    return next((verdict for rule in RULES if (verdict := rule(first, second, scene))), None)


def _by_outcome(related: Sequence[Related]) -> Iterator[tuple[Relation, DisputeKind | None, list[Related]]]:
    outcomes = sorted({(verdict.relation, verdict.kind) for _, _, verdict in related}, key=str)
    for relation, kind in outcomes:
        yield relation, kind, [item for item in related if (item[2].relation, item[2].kind) == (relation, kind)]


def _differences_of(
    role: str, relation: Relation, kind: DisputeKind | None, pairs: list[Related], scene: Scene
) -> Iterator[Difference]:
    """Join pairs that share a value into one difference, so that five rival tolls are one dispute and not ten."""
    groups = Groups()
    for one, other, _ in pairs:
        groups.join(name(one), name(other))
    roots = sorted({groups.root(name(one)) for one, _, _ in pairs})
    for root in roots:
        yield _difference(role, relation, kind, [item for item in pairs if groups.root(name(item[0])) == root], scene)


def _difference(role: str, relation: Relation, kind: DisputeKind | None, pairs: list[Related], scene: Scene) -> Difference:
    stands = {name(stand): stand for one, other, _ in pairs for stand in (one, other)}
    wrong = {name(verdict.wrong) for _, _, verdict in pairs if verdict.wrong}
    rules = sorted({verdict.rule for _, _, verdict in pairs})
    earlier = {name(stand) for pair in pairs if (stand := _overtaken(pair, scene))}
    positions = tuple(stands[key].position(error=key in wrong, earlier=key in earlier) for key in sorted(stands))
    return Difference(role, relation, positions, kind, " ".join(rules), explanation(pairs))


def _overtaken(pair: Related, scene: Scene) -> Stand | None:
    """Return the value of a pair whose place the other has taken: a later state, or what an outlet put right."""
    one, other, verdict = pair
    taken = verdict.relation is Relation.UPDATE or verdict.kind is DisputeKind.VERSION
    return earlier_of(one, other, scene) if taken else None


def _existence(claims: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    """Set those who put the event forward against those who deny it."""
    affirmed = [claim for claim in claims if claim.polarity is Polarity.AFFIRMED and claim.modality.current]
    holders = {holder_name(claim) for claim in affirmed}
    denied = [claim for claim in claims if _denies(claim) and holder_name(claim) not in holders]
    denied = [claim for claim in denied if not (forbids(claim, scene) or denies_the_choice(claim, scene))]
    if not affirmed or not denied:
        return
    sides = [_side("affirmed", affirmed, scene), _side("denied", denied, scene)]
    verdict: Verdict = dispute(DisputeKind.FACT, "existence.denied", "Some put it forward as a fact, others deny it.")
    yield Difference(
        "existence", verdict.relation, tuple(side.position() for side in sides), verdict.kind, verdict.rule, verdict.words
    )


def _denies(claim: Claim) -> bool:
    """Say whether somebody denies the event; a narrator's "not" is mostly about something else."""
    negative = claim.polarity is Polarity.DENIED or claim.modality is Modality.NEGATED
    return negative and bool(claim.holders) and claim.holders[0].role == "speaker"


def _side(printed: str, claims: Sequence[Claim], scene: Scene) -> Stand:
    ordered = sorted(claims, key=lambda claim: claim.id)
    told = tuple((claim, Slot("existence", claim.passage, TextValue(printed))) for claim in ordered)
    return Stand("existence", TextValue(printed), printed, told, scene.count(ordered))
