"""Groups the claims that wait by the event that they are about, and so many of their neighbours as that can change."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Protocol

from corro.model import Claim, EventLink, LinkVerdict
from corro.pipeline.library import Library
from corro.ports import Store
from corro.weigh import cluster
from corro.weigh.links.reasons import SAME_WEIGHT

Group = tuple[str, ...]


def group_claims(store: Store, library: Library, claim_ids: Sequence[str]) -> None:
    """Group these claims anew, inside a transaction; what comes out is what grouping all claims of the record would give.

    Args:
        store: The record.
        library: Claims at hand.
        claim_ids: Claims that wait to be grouped.
    """
    before, after = settle(claim_ids, _Stored(store, library))
    waiting = set(claim_ids)
    touched = [group for group in after if group not in before or not waiting.isdisjoint(group)]
    moved = _members(group for group in before if group not in after)
    store.composition.replace_groups(sorted(waiting | moved | _members(touched)), touched)


class Net(Protocol):
    """Claims in their present groups, and the links among them."""

    def around(self, names: Collection[str]) -> Iterable[Group]:
        """Return the present groups of some claims, and all groups next to these; a new claim is a group of its own."""

    def links(self, names: Collection[str]) -> Sequence[EventLink]:
        """Return the links among some claims."""

    def clustered(self, names: Collection[str], links: Sequence[EventLink]) -> Iterable[Group]:
        """Group claims by the links among them."""


class _Stored:
    """The net of a record; claims and links are read once."""

    def __init__(self, store: Store, library: Library) -> None:
        self._store = store
        self._library = library
        self._claims: dict[str, Claim] = {}
        self._linked: set[str] = set()
        self._links_from: dict[str, list[EventLink]] = defaultdict(list)

    def around(self, names: Collection[str]) -> tuple[Group, ...]:
        return self._store.composition.groups_around(names)

    def links(self, names: Collection[str]) -> list[EventLink]:
        wanted = set(names)
        if not wanted <= self._linked:
            reached = self._linked | wanted
            for link in self._store.composition.links_among(reached, self._linked):
                self._links_from[link.first_id].append(link)
            self._linked = reached
        return [link for name in sorted(wanted) for link in self._links_from.get(name, ()) if link.second_id in wanted]

    def clustered(self, names: Collection[str], links: Sequence[EventLink]) -> tuple[Group, ...]:
        self._claims.update(self._library.claims_by_id.take(set(names) - self._claims.keys()))
        known = [self._claims[name] for name in sorted(names) if name in self._claims]
        return cluster(known, links, self._store.questions.decisions(sorted(names)))


def settle(changed: Collection[str], net: Net) -> tuple[frozenset[Group], frozenset[Group]]:
    """Cluster the groups of what changed together with all that is next to them, and go on outwards as long as a next one changes.

    The result is that of clustering everything. Clustering goes through the links by strength. Whether a strong link joins
    depends only on the two groups as they are then, so a group none of whose links to others joined has grown by its own links
    alone: while every group at the rim comes out as it was, nothing beyond, which has no link to what changed, can come out
    otherwise. Whether a weak link joins depends also on what else the two groups are linked with. Leaving out links beyond the
    rim can make one join that would not have: then the rim is seen to change, and is clustered again with what is next to it;
    and groups that weak links hold are clustered with all that is next to them from the first.

    How far a change goes is felt out first, with only the latest that changed and what is next to it, for all that moved is many
    times more. What this finds is then clustered together, and the rim looked at again.

    Args:
        changed: Claims that are new or gone, or whose links or decisions changed.
        net: Claims, groups and links.

    Returns:
        The groups as they were and as they are, of the same claims.
    """
    moved = set(changed)
    while True:
        reached = _Reached(net)
        inner, beyond = reached.turn(moved)
        if not beyond:
            return reached.before, reached.after()
        moved = inner | _felt_out(reached, inner, beyond)


def _felt_out(reached: "_Reached", settled: Collection[str], beyond: set[str]) -> set[str]:
    """Return what the change of claims at the rim changes in its turn, with these; what was settled before is left out."""
    found: set[str] = set()
    while beyond:
        found |= beyond
        beyond = reached.turn(beyond)[1] - found.union(settled)
    return found


@dataclass(slots=True)
class _Reached:
    """The groups as they are so far, over those of the net.

    Attributes:
        net: Claims in the groups that they had.
        before: Those of these groups that were clustered.
    """

    net: Net
    before: frozenset[Group] = frozenset()
    _group_of: dict[str, Group] = field(default_factory=dict)

    def turn(self, moved: Collection[str]) -> tuple[set[str], set[str]]:
        """Cluster the groups of what moved together with all that is next to them.

        Returns:
            The claims of these groups, and other claims whose groups came out otherwise than they were.
        """
        near, inner = self._around(moved)
        loose = _loose(near, self.net.links(_members(near)))
        before = self._around(inner | _members(loose))[0] if loose else near
        names = _members(before)
        after = frozenset(self.net.clustered(names, self.net.links(names)))
        self._put(before, after)
        return inner, _members(before - after) - inner

    def _around(self, names: Collection[str]) -> tuple[frozenset[Group], set[str]]:
        """Return the groups of some claims with all that are next to these, and the claims in the groups of these."""
        inner = set(names) | _members(self._group_of[name] for name in names if name in self._group_of)
        stored = frozenset(self.net.around(inner))
        fresh = {group for group in stored if self._group_of.keys().isdisjoint(group)}
        near = fresh | {self._group_of[name] for name in _members(stored) if name in self._group_of}
        return frozenset(near), _members(group for group in near if not inner.isdisjoint(group))

    def _put(self, groups: Iterable[Group], come_out: Iterable[Group]) -> None:
        """Note how groups, of which some may have been reached for the first time, came out."""
        self.before |= {group for group in groups if self._group_of.keys().isdisjoint(group)}
        self._group_of.update({name: group for group in come_out for name in group})

    def after(self) -> frozenset[Group]:
        """Return the groups as they are."""
        return frozenset(self._group_of.values())


def _loose(groups: Iterable[Group], links: Iterable[EventLink]) -> list[Group]:
    """Return the groups inside which there is a weak link."""
    group_of = {name: group for group in groups for name in group}
    weak = (link for link in links if link.verdict is LinkVerdict.SAME and link.weight < SAME_WEIGHT)
    return sorted({group_of[link.first_id] for link in weak if group_of[link.first_id] == group_of[link.second_id]})


def _members(groups: Iterable[Group]) -> set[str]:
    return {name for group in groups for name in group}
