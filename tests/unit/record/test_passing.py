"""What only touches on something makes no event by itself."""

import pytest
from tests.unit.record.builders import a_claim, an_actor, counting, on_day

from corro.model import Claim, Document, Segment, SegmentKind
from corro.record import in_passing, sort_claims
from corro.values import Span

LEAD = "The ministry said in a statement on Monday that the convoys would go on as they did, whatever was written of them."
REST = "Afterwards there was talk of killings, of calls and of statements."


def report(number: int = 1) -> Document:
    """Return a report of two paragraphs."""
    spans = (Span(0, len(LEAD)), Span(len(LEAD) + 1, len(LEAD) + 1 + len(REST)))
    segments = tuple(Segment(SegmentKind.BODY, span) for span in spans)
    return Document(f"doc_{number}", "", "", "", "", f"{LEAD}\n{REST}", segments)


def further_down(*slots: object, **changes: object) -> Claim:
    """Return a claim of the second paragraph."""
    at = Span(len(LEAD) + 5, len(LEAD) + 9)
    return a_claim(1, *slots, trigger=at, passage=at, **changes)  # type: ignore[arg-type]


def slight(claim: Claim, *beside: Claim) -> bool:
    """Say whether a claim is in passing."""
    return claim.id in in_passing([claim], {"doc_1": report()}, {"doc_1": [claim, *beside]})


@pytest.mark.parametrize(
    ("claim", "expected"),
    [
        (further_down(), True),
        (further_down(an_actor("the mission", "target")), True),
        (further_down(an_actor("Rapid Force", "target")), False),
        (further_down(counting(3)), False),
        (further_down(on_day(5)), False),
        (a_claim(1), False),
    ],
)
def test_a_mention_without_time_place_figure_or_name_is_in_passing(claim: Claim, expected: bool) -> None:
    """`the killings`, `restrictions on the mission`: nothing tells one event from others, unless the lead is about it."""
    assert slight(claim) is expected


def test_words_of_somebody_are_no_event_unless_dated_and_signed() -> None:
    """A call or statement further down is a claim on what it speaks of."""
    assert slight(further_down(an_actor("Council"), type="C4"))
    assert not slight(further_down(an_actor("Council"), on_day(6), type="C4"))


def test_a_statement_in_the_lead_is_news_unless_it_only_tells_the_news() -> None:
    """The order is the event, and not the statement by which it was announced."""
    assert not slight(a_claim(1, type="C3"))
    assert slight(a_claim(1, type="C3"), a_claim(1, type="H1", trigger=Span(20, 24)))


def test_what_is_in_passing_makes_no_event_but_stands_in_one() -> None:
    """Beside a claim that asserts it, the mention is behind the event too."""
    mention, told = further_down(), a_claim(2, on_day(5))
    weak = frozenset({mention.id})
    assert sort_claims([mention], (), weak).event == ()
    assert len(sort_claims([mention, told], (), weak).event) == 2
