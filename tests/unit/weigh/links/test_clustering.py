"""Clusters follow the evidence on balance, bow to decisions, and do not depend on order or on other components."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.weigh.builders import a_claim, a_decision, at_day

from corro.model import Claim, EventLink, LinkVerdict
from corro.weigh import cluster, contradictions

CLAIMS = {claim.id: claim for claim in (a_claim(name) for name in "abcdefgh")}
IDS = sorted(CLAIMS)


def a_link(one: str, other: str, weight: float = 3.0) -> EventLink:
    """Return a verdict: same above zero, not same below."""
    first, second = sorted((one, other))
    return EventLink(first, second, LinkVerdict.SAME if weight > 0 else LinkVerdict.NOT_SAME, weight)


LINKS = st.lists(
    st.builds(
        a_link, st.sampled_from(IDS[:6]), st.sampled_from(IDS[:6]), st.floats(-6, 6).map(lambda w: round(w, 1)).filter(bool)
    ).filter(lambda link: link.first_id != link.second_id),
    max_size=14,
    unique_by=lambda link: (link.first_id, link.second_id),
)
DECISIONS = st.lists(
    st.builds(
        lambda pair, verdict, hour: a_decision(verdict, *pair, hour=hour),
        st.lists(st.sampled_from(IDS), min_size=2, max_size=3, unique=True),
        st.sampled_from(["same", "not_same", "unsure"]),
        st.integers(0, 23),
    ),
    max_size=5,
)


def together(groups: tuple[tuple[str, ...], ...], one: str, other: str) -> bool:
    """Say whether two claims are in one group."""
    return any(one in group and other in group for group in groups)


def test_links_chain() -> None:
    """Claims that a chain of links holds together are one event; unlinked ones stand alone."""
    groups = cluster(CLAIMS.values(), [a_link(IDS[0], IDS[1]), a_link(IDS[1], IDS[2])])
    assert groups[0] == tuple(IDS[:3])
    assert len(groups) == len(IDS) - 2


def test_evidence_against_keeps_two_groups_apart() -> None:
    """One weak link does not join two groups that strong evidence keeps apart."""
    links = [a_link(IDS[0], IDS[1], 5), a_link(IDS[2], IDS[3], 5), a_link(IDS[1], IDS[2], 3), a_link(IDS[0], IDS[3], -9)]
    assert not together(cluster(CLAIMS.values(), links), IDS[1], IDS[2])


def test_weak_evidence_joins_only_where_there_is_one_choice() -> None:
    """An undated mention goes with the one event in reach; between two of them it stays by itself."""
    weak = a_link(IDS[0], IDS[1], 1.6)
    assert together(cluster(CLAIMS.values(), [weak]), IDS[0], IDS[1])
    rivals = [weak, a_link(IDS[0], IDS[2], 1.5), a_link(IDS[1], IDS[3], 1.5)]
    assert not together(cluster(CLAIMS.values(), rivals), IDS[0], IDS[1])


def test_dates_far_apart_are_not_joined_through_a_third_claim() -> None:
    """A mention without a date cannot make one event of two that lie half a year apart."""
    july, february = (a_claim(name, "H1", time=at_day(day)) for name, day in (("a", "2022-07-20"), ("b", "2023-02-05")))
    undated = a_claim("c", "H1")
    groups = cluster([july, february, undated], [a_link(july.id, undated.id, 3), a_link(undated.id, february.id, 2.5)])
    assert together(groups, july.id, undated.id)
    assert not together(groups, undated.id, february.id)


def test_decisions_override_and_propagate() -> None:
    """“Same” joins whatever the link between the two says; “not same” keeps apart, also through others."""
    links = [a_link(IDS[0], IDS[1], 5), a_link(IDS[1], IDS[2], 4)]
    parted = cluster(CLAIMS.values(), links, [a_decision("not_same", IDS[0], IDS[2])])
    assert together(parted, IDS[0], IDS[1])
    assert not together(parted, IDS[0], IDS[2])
    joined = cluster(CLAIMS.values(), [*links, a_link(IDS[0], IDS[3], -9)], [a_decision("same", IDS[0], IDS[3])])
    assert together(joined, IDS[1], IDS[3])


def test_a_cycle_of_same_and_not_same_follows_the_latest_and_says_so() -> None:
    """Where three decisions cannot all hold, the two later ones hold and the first becomes an issue."""
    decisions = [
        a_decision("same", IDS[0], IDS[1], hour=1),
        a_decision("same", IDS[1], IDS[2], hour=2),
        a_decision("not_same", IDS[0], IDS[2], hour=3),
    ]
    groups = cluster(CLAIMS.values(), [], decisions)
    assert together(groups, IDS[1], IDS[2])
    assert not together(groups, IDS[0], IDS[1])
    issues = contradictions(decisions)
    assert [issue.code for issue in issues] == ["decision_contradicts"]
    assert decisions[0].id in issues[0].detail


@given(LINKS, DECISIONS, st.randoms())
def test_order_has_no_say(links: list[EventLink], decisions: list[object], random: object) -> None:
    """Claims, links and decisions in any order give the same groups (law 4)."""
    expected = cluster(CLAIMS.values(), links, decisions)  # type: ignore[arg-type]
    mixed: list[Claim] = list(CLAIMS.values())
    for items in (mixed, links, decisions):
        random.shuffle(items)  # type: ignore[attr-defined]
    assert cluster(mixed, links, decisions) == expected  # type: ignore[arg-type]


@given(LINKS)
def test_a_component_by_itself_gives_what_the_whole_gives(links: list[EventLink]) -> None:
    """Grouping each connected component alone equals grouping all at once, so that an update equals a rebuild (law 4)."""
    whole = cluster(CLAIMS.values(), links)
    pieces = [cluster([CLAIMS[name] for name in part], links) for part in components(links)]
    assert sorted(group for piece in pieces for group in piece) == list(whole)


def components(links: list[EventLink]) -> list[list[str]]:
    """Return the connected components of claims under all links, whatever they say."""
    left, found = set(IDS), []
    while left:
        reach = {min(left)}
        while more := {b for a, b in ends(links) if a in reach} - reach:
            reach |= more
        found.append(sorted(reach))
        left -= reach
    return found


def ends(links: list[EventLink]) -> list[tuple[str, str]]:
    """Return the pairs of links, both ways."""
    return [pair for link in links for pair in ((link.first_id, link.second_id), (link.second_id, link.first_id))]
