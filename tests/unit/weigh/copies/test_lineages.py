"""Lineages are what copy links and decisions add up to, in any order."""

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.weigh.builders import a_decision, a_document

from corro.model import CopyLink, DecisionKind, LineageEvidence
from corro.weigh import lineages

NAMES = ["doc_a", "doc_b", "doc_c", "doc_d", "doc_e"]
PAIRS = st.tuples(st.sampled_from(NAMES), st.sampled_from(NAMES)).filter(lambda pair: pair[0] < pair[1])


def a_link(one: str, other: str, share: float = 0.5, *, same: bool = True) -> CopyLink:
    """Return a verdict on two documents."""
    return CopyLink(one, other, same, (LineageEvidence("shared_passages", share),))


def test_copies_of_copies_are_one_lineage() -> None:
    """Linked documents are together, others alone, every document once."""
    found = lineages(NAMES[:4], [a_link("doc_a", "doc_b"), a_link("doc_b", "doc_c")])
    assert [lineage.documents for lineage in found] == [("doc_a", "doc_b", "doc_c"), ("doc_d",)]


def test_the_earliest_is_the_origin_and_the_agency_names_it() -> None:
    """A lineage says where it goes back to and what it rests on."""
    documents = [a_document("a", published="2022-07-22"), a_document("b", published="2022-07-20", credit="AFP")]
    found = lineages(["doc_a", "doc_b"], [a_link("doc_a", "doc_b")], (), {item.id: item for item in documents})
    assert (found[0].origin_id, found[0].origin_name, found[0].basis) == ("doc_b", "AFP", ("shared_passages",))


def test_a_decision_parts_what_the_machine_joined() -> None:
    """Two documents held “not same” are never in one lineage, not even through a third."""
    decision = a_decision("not_same", "doc_a", "doc_c", kind=DecisionKind.SAME_LINEAGE)
    found = lineages(NAMES[:3], [a_link("doc_a", "doc_b", 0.9), a_link("doc_b", "doc_c", 0.4)], (decision,))
    assert [lineage.documents for lineage in found] == [("doc_a", "doc_b"), ("doc_c",)]


@given(st.lists(st.builds(lambda pair, share: a_link(*pair, share), PAIRS, st.floats(0.1, 1))), st.randoms())
def test_order_has_no_say(links: list[CopyLink], random: object) -> None:
    """Documents and links in any order give the same lineages."""
    shuffled, names = list(links), list(NAMES)
    random.shuffle(shuffled)  # type: ignore[attr-defined]
    random.shuffle(names)  # type: ignore[attr-defined]
    assert lineages(NAMES, links) == lineages(names, shuffled)


def test_a_thousand_copies_of_one_text() -> None:
    """A thousand copies are one lineage, at once."""
    names = [f"doc_{number:04}" for number in range(1000)]
    links = [a_link(one, other) for one, other in pairwise(names)]
    assert len(lineages(names, links)) == 1
