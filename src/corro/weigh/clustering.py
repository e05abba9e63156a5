"""Which claims are about one event: the strongest links first, and none against the weight of the evidence or a decision."""

from collections import defaultdict
from collections.abc import Iterable, Sequence

from corro.model import Claim, Decision, DecisionKind, EventLink, Issue, LinkVerdict
from corro.weigh.grouping import Groups, bound, constraints
from corro.weigh.reasons import ALONE_MARGIN, SAME_WEIGHT


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
    names = {claim.id for claim in claims}
    inside = sorted({link for link in links if {link.first_id, link.second_id} <= names}, key=_strongest_first)
    groups = bound(constraints(decisions, DecisionKind.SAME_EVENT))
    balance = _Balance(inside, groups)
    same = [link for link in inside if link.verdict is LinkVerdict.SAME]
    for link in same:
        if link.weight >= SAME_WEIGHT:
            balance.try_join(link.first_id, link.second_id)
    for link in same:
        if link.weight < SAME_WEIGHT and _only_choice(link, same, groups):
            balance.try_join(link.first_id, link.second_id)
    return groups.sets(names)


def contradictions(decisions: Sequence[Decision]) -> tuple[Issue, ...]:
    """Return an issue for each decision on events or lineages that cannot hold beside a later one.

    Args:
        decisions: All decisions, in any order.

    Returns:
        The issues, those on events first.
    """
    kinds = (DecisionKind.SAME_EVENT, DecisionKind.SAME_LINEAGE)
    return tuple(issue for kind in kinds for issue in constraints(decisions, kind).contradictions)


def _only_choice(link: EventLink, same: Sequence[EventLink], groups: Groups) -> bool:
    """Say whether, for the group of either claim, no third group has a link that is nearly as strong."""
    first, second = groups.root(link.first_id), groups.root(link.second_id)
    rivals = {first: 0.0, second: 0.0}
    for other in same:
        ends = {groups.root(other.first_id), groups.root(other.second_id)}
        if len(ends) == 2 and ends != {first, second}:
            for name in ends & rivals.keys():
                rivals[name] = max(rivals[name], other.weight)
    return any(rival <= link.weight - ALONE_MARGIN for rival in rivals.values())


def _strongest_first(link: EventLink) -> tuple[float, str, str]:
    return -link.weight, link.first_id, link.second_id


class _Balance:
    """The summed weight of the links between any two groups, kept up to date as they join."""

    def __init__(self, links: Sequence[EventLink], groups: Groups) -> None:
        self._groups = groups
        self._between: dict[str, dict[str, float]] = defaultdict(lambda: defaultdict(float))
        for link in links:
            first, second = groups.root(link.first_id), groups.root(link.second_id)
            if first != second and link.verdict is not LinkVerdict.UNSURE:
                self._between[first][second] += link.weight
                self._between[second][first] += link.weight

    def try_join(self, one: str, other: str) -> None:
        """Join the groups of two claims if the evidence between them is for it on balance, and no decision against."""
        first, second = self._groups.root(one), self._groups.root(other)
        if first == second or self._between[first][second] <= 0 or not self._groups.join(first, second):
            return
        kept = self._groups.root(first)
        self._merge(second if kept == first else first, kept)

    def _merge(self, gone: str, kept: str) -> None:
        for neighbour, weight in self._between.pop(gone, {}).items():
            self._between[neighbour].pop(gone, None)
            if neighbour != kept:
                self._between[kept][neighbour] += weight
                self._between[neighbour][kept] += weight
