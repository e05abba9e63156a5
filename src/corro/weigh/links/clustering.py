"""Which claims are about one event: the strongest links first, and none against the weight of the evidence or a decision."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

from corro.model import Claim, Decision, DecisionKind, EventLink, Issue, LinkVerdict
from corro.weigh.copies.echoes import repeated
from corro.weigh.grouping import Constraints, Groups, bound, constraints
from corro.weigh.links.evidence import Evidence
from corro.weigh.links.reasons import SAME_WEIGHT


def cluster(claims: Iterable[Claim], links: Iterable[EventLink], decisions: Sequence[Decision] = ()) -> tuple[tuple[str, ...], ...]:
    """Group claims by the event that they are about.

    Links that say "same" join two groups, the strongest first, unless the links between the two groups that say "not same"
    weigh more. Weak ones join only what has no other event that it could be about, once the sure ones are done: an undated
    mention goes with the one event of its kind in reach, and with none where there are two. A claim that a copy only repeats goes
    with that of the original and joins nothing else (law 2). Decisions hold whatever the links say. Each connected component is
    grouped by itself, so that touching one never changes another (law 4).

    Args:
        claims: The claims of whole components, or all.
        links: Verdicts on pairs, in any order; links to other claims are left out.
        decisions: All decisions; those on events bind.

    Returns:
        Every claim's id in exactly one group, the ids sorted, the groups sorted.
    """
    known = {claim.id: claim for claim in claims}
    given = {(link.first_id, link.second_id): link for link in links if link.first_id in known and link.second_id in known}.values()
    original_of = repeated(given, decisions)
    told = {name: claim for name, claim in known.items() if name not in original_of}
    held = constraints(decisions, DecisionKind.SAME_EVENT)
    inside = sorted(_that_matter(_between_originals(given, known, original_of), held), key=_strongest_first)
    groups = bound(held)
    evidence = Evidence(inside, told, groups)
    same = [link for link in inside if link.verdict is LinkVerdict.SAME]
    for link in same:
        if link.weight >= SAME_WEIGHT:
            evidence.try_join(link.first_id, link.second_id)
    for link in same:
        if link.weight < SAME_WEIGHT and evidence.only_choice(link):
            evidence.try_join(link.first_id, link.second_id)
    for copy, original in original_of.items():
        groups.join(copy, original)
    return groups.sets(known)


def _that_matter(links: Iterable[EventLink], held: Constraints) -> list[EventLink]:
    """Return the links inside what links that say "same" and decisions connect: no group ever grows beyond that.

    Most links say "not same", and most of these are between claims that nothing else connects.
    """
    listed, reach = list(links), Groups()
    pairs = ((link.first_id, link.second_id) for link in listed if link.verdict is LinkVerdict.SAME)
    for one, other in chain(held.same, pairs):
        reach.join(one, other)
    return [link for link in listed if reach.root(link.first_id) == reach.root(link.second_id)]


def _between_originals(
    links: Iterable[EventLink], known: Mapping[str, Claim], original_of: Mapping[str, str]
) -> Iterator[EventLink]:
    """Yield the links between claims that repeat no other; what a copy adds takes its links inside the copy to the original."""
    for link in links:
        one, other = link.first_id, link.second_id
        if one not in original_of and other not in original_of:
            yield link
        elif (one in original_of) != (other in original_of) and known[one].document_id == known[other].document_id:
            yield replace(link, first_id=original_of.get(one, one), second_id=original_of.get(other, other))


def contradictions(decisions: Sequence[Decision]) -> tuple[Issue, ...]:
    """Return an issue for each decision on events or lineages that cannot hold beside a later one.

    Args:
        decisions: All decisions, in any order.

    Returns:
        The issues, those on events first.
    """
    kinds = (DecisionKind.SAME_EVENT, DecisionKind.SAME_LINEAGE)
    return tuple(issue for kind in kinds for issue in constraints(decisions, kind).contradictions)


def _strongest_first(link: EventLink) -> tuple[float, str, str]:
    return -link.weight, link.first_id, link.second_id
