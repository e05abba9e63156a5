"""Components of claims."""

from tests.unit.record.builders import a_claim, counting
from tests.unit.weigh.builders import a_document

from corro.model import Holder, SpeechAct, Statement, Support
from corro.pipeline.composing import Background, compose_one
from corro.values import Span


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
