"""What speaks for and against two groups of claims being about one event, kept up to date as groups join."""

from collections import defaultdict
from collections.abc import Iterable, Mapping

from corro.model import Claim, EventLink, LinkVerdict
from corro.values import Interval
from corro.weigh.grouping import Groups
from corro.weigh.links.context import interval_of
from corro.weigh.links.reasons import ALONE_MARGIN
from corro.weigh.links.times import MONTH_DAYS, excluded_by_dates


class Evidence:
    """Sums and strongest of the links between groups, and the dates in each group."""

    def __init__(self, links: Iterable[EventLink], claims: Mapping[str, Claim], groups: Groups) -> None:
        """Begin with the groups as people's decisions bound them."""
        self._groups = groups
        self._balance: dict[str, dict[str, float]] = defaultdict(dict)
        self._strongest: dict[str, dict[str, float]] = defaultdict(dict)
        self._dates: dict[str, set[Interval]] = defaultdict(set)
        for name, claim in claims.items():
            interval = interval_of(claim)
            if interval is not None and interval.bounded and (interval.days or 0) <= MONTH_DAYS:
                self._dates[groups.root(name)].add(interval)
        for link in links:
            self._add(link)

    def _add(self, link: EventLink) -> None:
        first, second = self._groups.root(link.first_id), self._groups.root(link.second_id)
        if first == second or link.verdict is LinkVerdict.UNSURE:
            return
        weighed = self._balance[first]
        weighed[second] = self._balance[second][first] = weighed.get(second, 0.0) + link.weight
        if link.verdict is LinkVerdict.SAME:
            strongest = self._strongest[first]
            strongest[second] = self._strongest[second][first] = max(strongest.get(second, 0.0), link.weight)

    def try_join(self, one: str, other: str) -> None:
        """Join the groups of two claims if the evidence is for it on balance, and neither dates nor decisions are against."""
        first, second = self._groups.root(one), self._groups.root(other)
        if first == second or self._balance[first].get(second, 0.0) <= 0 or self._apart_in_time(first, second):
            return
        if self._groups.join(first, second):
            kept = self._groups.root(first)
            self._merge(second if kept == first else first, kept)

    def only_choice(self, link: EventLink) -> bool:
        """Say whether, for the group of one of the two claims, no third group has a link that is nearly as strong.

        A third group that is linked with the second as well is no rival: the three may be one.
        """
        first, second = self._groups.root(link.first_id), self._groups.root(link.second_id)
        rest = ((first, second), (second, first))
        return first != second and any(not self._rivals(one, other, link.weight - ALONE_MARGIN) for one, other in rest)

    def _rivals(self, one: str, other: str, least: float) -> list[str]:
        """Return the groups that one could as well join as the other, and that do not go with the other."""
        near = [name for name, weight in self._strongest[one].items() if name != other and weight > least]
        return [name for name in near if self._balance[name].get(other, 0.0) <= 0]

    def _apart_in_time(self, first: str, second: str) -> bool:
        """Say whether the groups hold dates that no one event has; what is joined through undated claims must still fit."""
        return any(excluded_by_dates(one, other) for one in self._dates[first] for other in self._dates[second])

    def _merge(self, gone: str, kept: str) -> None:
        self._dates[kept] |= self._dates.pop(gone, set())
        balance, own = self._balance, self._balance[kept]
        for neighbour, weight in balance.pop(gone, {}).items():
            theirs = balance[neighbour]
            theirs.pop(gone, None)
            if neighbour != kept:
                own[neighbour] = theirs[kept] = own.get(neighbour, 0.0) + weight
        strongest, own = self._strongest, self._strongest[kept]
        for neighbour, weight in strongest.pop(gone, {}).items():
            theirs = strongest[neighbour]
            theirs.pop(gone, None)
            if neighbour != kept:
                own[neighbour] = theirs[kept] = max(own.get(neighbour, 0.0), weight)
