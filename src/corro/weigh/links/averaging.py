"""Groups by average link: the two groups whose members fit best on the average become one, until none fit well enough."""

import heapq
from collections.abc import Mapping

UNCOMPARED = -4.0
"""Log-odds taken for two members that were not compared. Source: on the GVA development pool -6 gives the same, 2026-11."""


def average_groups(count: int, log_odds: Mapping[tuple[int, int], float], least: float) -> list[list[int]]:
    """Group things by average link.

    Args:
        count: How many things there are, numbered from 0.
        log_odds: How well two of them fit, for those that were compared, the smaller number first.
        least: Mean log-odds from which two groups are joined.

    Returns:
        The groups; every number in exactly one.
    """
    groups = _Averages(count, log_odds)
    queue = [(-odds, one, other) for (one, other), odds in log_odds.items() if odds >= least]
    heapq.heapify(queue)
    while queue:
        _, one, other = heapq.heappop(queue)
        if one in groups.members and other in groups.members:
            for mean, pair in groups.join(one, other):
                if mean >= least:
                    heapq.heappush(queue, (-mean, *pair))
    return list(groups.members.values())


class _Averages:
    """Groups by number, and the sums and counts of what was compared between them."""

    def __init__(self, count: int, log_odds: Mapping[tuple[int, int], float]) -> None:
        self.members = {number: [number] for number in range(count)}
        self._between: dict[int, dict[int, tuple[float, int]]] = {number: {} for number in range(count)}
        self._next = count
        for (one, other), odds in log_odds.items():
            self._between[one][other] = self._between[other][one] = (odds, 1)

    def join(self, one: int, other: int) -> list[tuple[float, tuple[int, int]]]:
        """Make one group of two, and return how well its neighbours fit the new one."""
        new, self._next = self._next, self._next + 1
        self.members[new] = self.members.pop(one) + self.members.pop(other)
        merged: dict[int, tuple[float, int]] = {}
        for part in (one, other):
            for neighbour, (total, compared) in self._between.pop(part).items():
                if neighbour not in (one, other):
                    self._between[neighbour].pop(part)
                    held, before = merged.get(neighbour, (0.0, 0))
                    merged[neighbour] = (held + total, before + compared)
        self._between[new] = merged
        for neighbour, sums in merged.items():
            self._between[neighbour][new] = sums
        return [(self._mean(new, neighbour), (new, neighbour)) for neighbour in merged]

    def _mean(self, one: int, other: int) -> float:
        total, compared = self._between[one][other]
        pairs = len(self.members[one]) * len(self.members[other])
        return (total + UNCOMPARED * (pairs - compared)) / pairs
