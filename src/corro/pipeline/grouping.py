"""Groups the claims that wait by the event that they are about, and so many of their neighbours as that can change."""

from collections.abc import Collection, Iterable, Sequence
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
        self._links: list[EventLink] = []

    def around(self, names: Collection[str]) -> tuple[Group, ...]:
        return self._store.composition.groups_around(names)

    def links(self, names: Collection[str]) -> tuple[EventLink, ...]:
        wanted = set(names)
        if not wanted <= self._linked:
            reached = self._linked | wanted
            self._links += self._store.composition.links_among(reached, self._linked)
            self._linked = reached
        if len(wanted) == len(self._linked):
            return tuple(self._links)
        return tuple(link for link in self._links if link.first_id in wanted and link.second_id in wanted)

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

    Args:
        changed: Claims that are new or gone, or whose links or decisions changed.
        net: Claims, groups and links.

    Returns:
        The groups as they were and as they are, of the same claims.
    """
    moved = set(changed)
    while True:
        near = frozenset(net.around(moved))
        inner = _members(group for group in near if not moved.isdisjoint(group))
        loose = _loose(near, net.links(_members(near)))
        before = frozenset(net.around(inner | _members(loose))) if loose else near
        names = _members(before)
        after = frozenset(net.clustered(names, net.links(names)))
        beyond = _members(before - after) - inner
        if not beyond:
            return before, after
        moved = inner | beyond


def _loose(groups: Iterable[Group], links: Iterable[EventLink]) -> list[Group]:
    """Return the groups inside which there is a weak link."""
    group_of = {name: group for group in groups for name in group}
    weak = (link for link in links if link.verdict is LinkVerdict.SAME and link.weight < SAME_WEIGHT)
    return sorted({group_of[link.first_id] for link in weak if group_of[link.first_id] == group_of[link.second_id]})


def _members(groups: Iterable[Group]) -> set[str]:
    return {name for group in groups for name in group}
