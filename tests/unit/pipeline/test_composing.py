"""Components of claims."""

from datetime import UTC, datetime

from tests.unit.record.builders import a_claim, counting
from tests.unit.weigh.builders import a_document

from corro.model import Decision, DecisionKind, EventLink, Holder, LinkVerdict, SpeechAct, Statement, Support
from corro.pipeline.composing import Background, components, compose_one
from corro.values import Span


def a_link(first: str, second: str, verdict: LinkVerdict = LinkVerdict.SAME) -> EventLink:
    """Return a verdict on two claims."""
    return EventLink(*sorted((first, second)), verdict)


def test_claims_are_connected_by_links_of_one_event_and_by_decisions_and_by_nothing_else() -> None:
    """Verdicts of another kind come along where both claims are in one component."""
    claims = [a_claim(number) for number in range(5)]
    ids = [claim.id for claim in claims]
    links = [
        a_link(ids[0], ids[1]),
        a_link(ids[1], ids[2]),
        a_link(ids[0], ids[2], LinkVerdict.NOT_SAME),
        a_link(ids[2], ids[3], LinkVerdict.NOT_SAME),
    ]
    decision = Decision(DecisionKind.SAME_EVENT, tuple(sorted(ids[3:])), "not_same", "analyst", datetime(2023, 3, 1, tzinfo=UTC))
    found = components({claim.id: claim for claim in claims}, links, [decision])
    assert {frozenset(claim.id for claim in one.claims) for one in found} == {frozenset(ids[:3]), frozenset(ids[3:])}
    assert sorted(len(one.links) for one in found) == [0, 3]


def test_what_its_speaker_takes_back_is_retracted_in_the_record() -> None:
    """A statement that retracts reaches the value's support; in either order of the claims."""
    ministry = (Holder("speaker", "Ministry"),)
    takes = Statement("doc_2", (Span(2, 6),), act=SpeechAct.RETRACTS)
    said = a_claim(1, counting(12), holders=ministry)
    back = a_claim(2, counting(12), holders=ministry, statement_id=takes.id)
    documents = {f"doc_{number}": a_document(str(number), "word " * 9, published=f"2022-07-2{number}") for number in (1, 2)}
    background = Background(documents, {}, statements={takes.id: takes})
    for claims in ([said, back], [back, said]):
        event = compose_one(claims, background).event
        assert event is not None
        assert [held.support for value in event.values for held in value.held] == [Support.RETRACTED]
        assert event.support is Support.RETRACTED
