"""Grouping what changed gives what grouping everything would."""

from collections.abc import Collection, Iterable, Sequence
from datetime import UTC, datetime, timedelta

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.record.builders import a_claim

from corro.model import Claim, Decision, DecisionKind, EventLink, LinkVerdict
from corro.pipeline.grouping import Group, settle
from corro.weigh import cluster
from corro.weigh.copies.echoes import FIRST_REPEATS, SECOND_REPEATS
from corro.weigh.grouping import Groups

CLAIMS = tuple(a_claim(number) for number in range(24))
IDS = tuple(claim.id for claim in CLAIMS)
WEIGHTS = (0.4, 0.9, 1.4, 1.9, 2.1, 2.3, 2.6, 3.0, 4.0)
"""Weak and strong ones, some nearer to each other than the margin within which a claim has a choice, some not."""


class World:
    """A record in memory: claims, links, decisions, and the groups as they were last worked out."""

    def __init__(self, claims: Iterable[Claim], links: Iterable[EventLink], decisions: Iterable[Decision] = ()) -> None:
        """Hold these, nothing grouped yet."""
        self.claims = {claim.id: claim for claim in claims}
        self.held = {(link.first_id, link.second_id): link for link in links}
        self.decisions = tuple(decisions)
        self.groups: set[Group] = set()

    def around(self, names: Collection[str]) -> set[Group]:
        """Return the groups of these claims and those next to them."""
        new = {(name,) for name in names if not any(name in group for group in self.groups)}
        own = new | {group for group in self.groups if not set(names).isdisjoint(group)}
        inside = {name for group in own for name in group}
        near = {name for pair in self._bonds() if not inside.isdisjoint(pair) for name in pair}
        return own | {group for group in self.groups if not near.isdisjoint(group)}

    def _bonds(self) -> list[tuple[str, ...]]:
        same = [pair for pair, link in self.held.items() if link.verdict is LinkVerdict.SAME]
        return [*same, *(decision.subjects for decision in self.decisions)]

    def links(self, names: Collection[str]) -> list[EventLink]:
        """Return the links among these claims."""
        return [link for pair, link in self.held.items() if set(pair) <= set(names)]

    def clustered(self, names: Collection[str], links: Sequence[EventLink]) -> tuple[Group, ...]:
        """Group these claims by these links and all decisions."""
        return cluster([self.claims[name] for name in names if name in self.claims], links, self.decisions)

    def regroup(self, changed: Collection[str]) -> None:
        """Group what changed, as a build does."""
        before, after = settle(changed, self)
        self.groups = (self.groups - before) | after

    def all_at_once(self) -> set[Group]:
        """Return the groups that a rebuild gives."""
        return set(self.clustered(self.claims, self.links(self.claims)))


def _came_out(name: str) -> int:
    """Return a place in time that has nothing to do with the order of the ids: what repeats another came out later."""
    return IDS.index(name) * 5 % len(IDS)


NEIGHBOURS = tuple(tuple(sorted((IDS[at], IDS[at + step]))) for step in (1, 2, 3) for at in range(len(IDS) - step))
"""Pairs of claims that stand near each other on a line, so that most of a record is far from what changes."""
pairs = st.sampled_from(NEIGHBOURS)
verdicts = st.sampled_from((LinkVerdict.SAME, LinkVerdict.SAME, LinkVerdict.SAME, LinkVerdict.NOT_SAME))
weights = st.sampled_from(WEIGHTS)


@st.composite
def links(draw: st.DrawFn) -> EventLink:
    """Draw a link; one that speaks against weighs below nothing, one in eight says that a claim repeats the other."""
    first, second = draw(pairs)
    if draw(st.integers(0, 7)) == 0:
        rule = FIRST_REPEATS if _came_out(first) > _came_out(second) else SECOND_REPEATS
        return EventLink(first, second, LinkVerdict.SAME, 9.0, (), rule)
    verdict, weight = draw(verdicts), draw(weights)
    return EventLink(first, second, verdict, weight if verdict is LinkVerdict.SAME else -weight)


nets = st.lists(links(), min_size=12, max_size=50, unique_by=lambda link: (link.first_id, link.second_id))


@given(nets, st.lists(st.sampled_from(IDS), unique=True, min_size=len(IDS), max_size=len(IDS)), st.integers(1, 6))
@settings(max_examples=150)
def test_claims_that_come_one_batch_after_another_end_as_if_all_had_come_at_once(
    net: list[EventLink], order: list[str], size: int
) -> None:
    """In any order and batches (law 4)."""
    world = World(CLAIMS, net)
    for start in range(0, len(order), size):
        world.regroup(order[start : start + size])
    assert world.groups == world.all_at_once()


@given(nets, st.lists(links(), max_size=4), st.sets(st.sampled_from(IDS), max_size=3))
@settings(max_examples=150)
def test_new_links_and_claims_that_fall_change_only_what_they_touch(
    net: list[EventLink], new: list[EventLink], gone: set[str]
) -> None:
    """What is left is grouped as if the rest had never been."""
    world = World(CLAIMS, net)
    world.regroup(IDS)
    touched = {name for link in new for name in (link.first_id, link.second_id)} | gone
    touched |= {name for pair in world.held if not gone.isdisjoint(pair) for name in pair}
    world.held.update({(link.first_id, link.second_id): link for link in new})
    world.held = {pair: link for pair, link in world.held.items() if gone.isdisjoint(pair)}
    world.claims = {name: claim for name, claim in world.claims.items() if name not in gone}
    world.regroup(touched)
    assert world.groups == world.all_at_once()


@given(nets, st.lists(st.tuples(pairs, st.sampled_from(("same", "not_same", "unsure"))), min_size=1, max_size=4))
@settings(max_examples=150)
def test_decisions_change_only_what_they_touch(net: list[EventLink], judged: list[tuple[tuple[str, str], str]]) -> None:
    """One after the other, contradictions too."""
    world = World(CLAIMS, net)
    world.regroup(IDS)
    noon = datetime(2023, 3, 1, 12, tzinfo=UTC)
    for number, (pair, verdict) in enumerate(judged):
        world.decisions += (Decision(DecisionKind.SAME_EVENT, pair, verdict, "analyst", noon + timedelta(hours=number)),)
        world.regroup(_touched(world.decisions, pair))
    assert world.groups == world.all_at_once()


def _touched(decisions: Iterable[Decision], pair: Collection[str]) -> set[str]:
    """Return all that decisions bind, directly or through others, to a pair: the later ones can lift the earlier."""
    touched = set(pair)
    for _ in IDS:
        touched |= {name for decision in decisions if not touched.isdisjoint(decision.subjects) for name in decision.subjects}
    return touched


@given(nets)
@settings(max_examples=150)
def test_refusals_between_what_nothing_else_connects_make_no_difference(net: list[EventLink]) -> None:
    """Each connected component is grouped as it would be by itself."""
    world = World(CLAIMS, net)
    whole = world.all_at_once()
    reach = Groups()
    for link in net:
        if link.verdict is LinkVerdict.SAME:
            reach.join(link.first_id, link.second_id)
    parts = [world.clustered(part, world.links(part)) for part in reach.sets(IDS)]
    assert whole == {group for part in parts for group in part}
