"""Groups under constraints: links join, decisions bind, and the result is the same in any order."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from itertools import combinations

from corro.model import Decision, DecisionKind, Issue, Severity, standing


@dataclass(frozen=True, slots=True)
class Constraints:
    """What people decided, as pairs.

    Attributes:
        same: Pairs that belong together, the later decision first.
        apart: Pairs that do not.
        contradictions: Decisions that cannot hold beside a later one, as issues.
    """

    same: tuple[tuple[str, str], ...] = ()
    apart: frozenset[tuple[str, str]] = frozenset()
    contradictions: tuple[Issue, ...] = ()


@dataclass(slots=True)
class Groups:
    """Disjoint sets whose members are named; each set knows the sets that it must stay apart from."""

    _parent: dict[str, str] = field(default_factory=dict)
    _members: dict[str, list[str]] = field(default_factory=dict)
    _apart: dict[str, set[str]] = field(default_factory=dict)

    def root(self, name: str) -> str:
        """Return the name that stands for a member's set."""
        above = self._parent.get(name)
        if above is None:
            return name
        while (higher := self._parent.get(above)) is not None:
            self._parent[name] = higher  # every second step up is left out, so that the next climb is half as long
            name, above = above, higher
        return above

    def forbidden(self, one: str, other: str) -> bool:
        """Say whether the sets of two members must stay apart."""
        return self.root(other) in self._apart.get(self.root(one), ())

    def join(self, one: str, other: str) -> bool:
        """Unite the sets of two members unless they must stay apart; say whether they are one set now."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return True
        if self.forbidden(first, second):
            return False
        small, large = (first, second) if self._rank(first) <= self._rank(second) else (second, first)
        self._parent[small] = large
        self._members.setdefault(large, [large]).extend(self._members.pop(small, [small]))
        self._inherit(small, large)
        return True

    def _rank(self, root: str) -> tuple[int, str]:
        return len(self._members.get(root, (root,))), root

    def part(self, one: str, other: str) -> bool:
        """Keep the sets of two members apart from now on; say whether that was still possible."""
        first, second = self.root(one), self.root(other)
        if first == second:
            return False
        self._apart.setdefault(first, set()).add(second)
        self._apart.setdefault(second, set()).add(first)
        return True

    def _inherit(self, small: str, large: str) -> None:
        for stranger in self._apart.pop(small, set()):
            self._apart[stranger].discard(small)
            self._apart[stranger].add(large)
            self._apart.setdefault(large, set()).add(stranger)

    def sets(self, names: Iterable[str]) -> tuple[tuple[str, ...], ...]:
        """Return the sets of these members, each sorted, the sets sorted too."""
        gathered: dict[str, list[str]] = {}
        for name in sorted(set(names)):
            gathered.setdefault(self.root(name), []).append(name)
        return tuple(sorted(tuple(members) for members in gathered.values()))


def constraints(decisions: Sequence[Decision], kind: DecisionKind) -> Constraints:
    """Turn the standing decisions of one kind into pairs; what a later decision rules out becomes an issue.

    Args:
        decisions: All decisions, in any order.
        kind: `same_event` or `same_lineage`.

    Returns:
        The pairs, and an issue for each decision that cannot hold beside a later one.
    """
    groups = Groups()
    same: list[tuple[str, str]] = []
    apart: set[tuple[str, str]] = set()
    issues: list[Issue] = []
    latest_first = [item for item in reversed(standing(tuple(decisions))) if item.kind is kind]
    for decision in latest_first:
        pairs = list(combinations(sorted(decision.subjects), 2))
        joins = decision.verdict == "same"
        held = [pair for pair in pairs if (groups.join(*pair) if joins else _parted(groups, decision, pair))]
        same += held if joins else []
        apart |= set() if joins or decision.verdict != "not_same" else set(held)
        issues += [_contradiction(decision, pair) for pair in pairs if pair not in held and decision.verdict != "unsure"]
    return Constraints(tuple(same), frozenset(apart), tuple(issues))


def _parted(groups: Groups, decision: Decision, pair: tuple[str, str]) -> bool:
    return decision.verdict == "not_same" and groups.part(*pair)


def _contradiction(decision: Decision, pair: tuple[str, str]) -> Issue:
    return Issue(
        code="decision_contradicts",
        document_id=pair[0],
        message=f"The decision “{decision.verdict}” by {decision.by} on {decision.at:%Y-%m-%d} cannot hold beside a later one; "
        "the later one was followed. Undo one of the two.",
        severity=Severity.WARNING,
        detail=f"{decision.id}: {pair[0]} / {pair[1]}",
    )


def bound(held: Constraints) -> Groups:
    """Return groups in which the decisions already hold."""
    groups = Groups()
    for pair in held.same:
        groups.join(*pair)
    for pair in sorted(held.apart):
        groups.part(*pair)
    return groups
