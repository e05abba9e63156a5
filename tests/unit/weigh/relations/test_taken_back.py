"""What its own holder takes back is known as taken back; what somebody else says, or what is said again later, is not."""

from itertools import permutations

from tests.unit.weigh.builders import a_claim, a_document, number

from corro.model import Claim, Holder, Statement
from corro.model.statement import SpeechAct
from corro.values import Span
from corro.weigh.relations.taken_back import retracting, taken_back

MINISTRY = (Holder("speaker", "Ministry"),)
DAYS = {"a": "2022-07-20", "b": "2022-07-22", "c": "2022-07-24"}
DOCUMENTS = {f"doc_{name}": a_document(name, published=day) for name, day in DAYS.items()}


def claim(name: str, killed: int, holders: tuple[Holder, ...] = MINISTRY, statement: str | None = None) -> Claim:
    """Return a claim on a toll."""
    return a_claim(name, killed=number(killed), holders=holders, statement_id=statement)


def test_only_a_statement_that_retracts_takes_back() -> None:
    """The act decides."""
    takes = Statement("doc_b", (Span(0, 4),), act=SpeechAct.RETRACTS)
    says = Statement("doc_b", (Span(0, 5),))
    claims = [claim("b", 12, statement=takes.id), claim("c", 12, statement=says.id), claim("a", 12)]
    assert retracting(claims, {takes.id: takes, says.id: says}) == {claims[0].id}


def test_a_holder_takes_back_the_same_value_put_forward_before() -> None:
    """In any order of the claims; another value and another holder stay."""
    first, back = claim("a", 12), claim("b", 12)
    other, another = (
        claim("a", 12, (Holder("speaker", "Witness"),)),
        a_claim("a", killed=number(7), holders=MINISTRY, trigger=Span(9, 12)),
    )
    for ordered in permutations((first, back, other, another)):
        assert taken_back(ordered, {back.id}, DOCUMENTS) == {(first.id, "killed"), (back.id, "killed")}


def test_what_is_said_again_later_is_not_taken_back() -> None:
    """The latest word counts."""
    back, again = claim("b", 12), claim("c", 12)
    assert taken_back([back, again], {back.id}, DOCUMENTS) == {(back.id, "killed")}
