"""Rival readings of the law stand side by side, and a "may not" denies no deed."""

from dataclasses import replace

from tests.unit.weigh.builders import a_claim, a_document

from corro.model import Claim, DisputeKind, Holder, Modality, Relation, Slot, TextValue
from corro.values import Span
from corro.weigh import differences

AGAINST = "Staff of the mission cannot be expelled under the pact."
IN_FAVOUR = "They were expelled under the agreement of May."


def told(name: str, text: str, holder: str, **given: object) -> tuple[Claim, object]:
    """Return a claim on an expulsion by a speaker, with its document."""
    document = a_document(name, text)
    passage = Span(0, len(text))
    return a_claim(name, "H1", passage=passage, holders=(Holder("speaker", holder),), **given), document


def test_who_says_that_it_may_not_be_done_disputes_the_law_and_not_the_deed() -> None:
    """The expulsion stands; whether the law allows it is open."""
    against, first = told("a", AGAINST, "Mission", modality=Modality.NEGATED)
    words = Span(IN_FAVOUR.index("under"), len(IN_FAVOUR) - 1)
    law = Slot("legal_basis", words, TextValue(words.of(IN_FAVOUR)))
    in_favour, second = told("b", IN_FAVOUR, "Minister", legal_basis=law)
    found = differences([against, in_favour], {first.id: first, second.id: second}, {})  # type: ignore[attr-defined]
    by_field = {item.field: item for item in found}
    assert "existence" not in by_field
    assert (by_field["legal_basis"].relation, by_field["legal_basis"].kind) == (Relation.DISPUTE, DisputeKind.LAW)


def test_a_plain_denial_still_denies_the_deed() -> None:
    """Nobody was expelled, says one."""
    denied, first = told("a", "Nobody of the mission was expelled.", "Minister", modality=Modality.NEGATED)
    affirmed, second = told("b", "Two officers of the mission were expelled.", "Mission")
    found = differences([denied, affirmed], {first.id: first, second.id: second}, {})  # type: ignore[attr-defined]
    assert [item.field for item in found] == ["existence"]


def test_who_denies_having_chosen_a_witness_denies_no_testimony() -> None:
    """The briefer did speak; who chose her is another question."""
    denied, first = told("a", "The mission denied having chosen the speaker.", "Mission", modality=Modality.NEGATED)
    held, second = told("b", "An activist spoke to the Council.", "Activist")
    claims = [replace(claim, type="C2") for claim in (denied, held)]
    assert differences(claims, {first.id: first, second.id: second}, {}) == ()  # type: ignore[attr-defined]
