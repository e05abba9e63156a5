"""Which claims are about one event: the strongest links first, and none against the weight of the evidence or a decision."""

from collections.abc import Iterable, Sequence

from corro.model import Claim, Decision, DecisionKind, EventLink, Issue, LinkVerdict
from corro.weigh.evidence import Evidence
from corro.weigh.grouping import bound, constraints
from corro.weigh.reasons import SAME_WEIGHT


def cluster(claims: Iterable[Claim], links: Iterable[EventLink], decisions: Sequence[Decision] = ()) -> tuple[tuple[str, ...], ...]:
    """Group claims by the event that they are about.

    Links that say "same" join two groups, the strongest first, unless the links between the two groups that say "not same"
    weigh more. Weak ones join only what has no other event that it could be about, once the sure ones are done: an undated
    mention goes with the one event of its kind in reach, and with none where there are two. Decisions hold whatever the links
    say. Each connected component is grouped by itself, so that touching one
    never changes another (law 4).

    Args:
        claims: The claims of whole components, or all.
        links: Verdicts on pairs, in any order; links to other claims are left out.
        decisions: All decisions; those on events bind.

    Returns:
        Every claim's id in exactly one group, the ids sorted, the groups sorted.
    """
    known = {claim.id: claim for claim in claims}
    inside = sorted({link for link in links if {link.first_id, link.second_id} <= known.keys()}, key=_strongest_first)
    groups = bound(constraints(decisions, DecisionKind.SAME_EVENT))
    evidence = Evidence(inside, known, groups)
    same = [link for link in inside if link.verdict is LinkVerdict.SAME]
    for link in same:
        if link.weight >= SAME_WEIGHT:
            evidence.try_join(link.first_id, link.second_id)
    for link in same:
        if link.weight < SAME_WEIGHT and evidence.only_choice(link):
            evidence.try_join(link.first_id, link.second_id)
    return groups.sets(known)


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
