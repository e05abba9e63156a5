"""A figure is followed from telling to telling, with what was done to it."""

from tests.unit.weigh.builders import a_claim, a_document, number

from corro.model import Claim, Document
from corro.values import Bound, Span
from corro.weigh import derivations

TOLD = {
    "a": ("2023-01-06", "237 flight requests were denied or left unanswered.", "flight_requests"),
    "b": ("2023-01-27", "On 237 occasions the mission was kept from deterring or answering attacks.", "occasions"),
    "c": ("2023-02-01", "They blocked the mission from deterring and answering attacks on 237 occasions.", "occasions"),
}


def tellings() -> tuple[list[Claim], dict[str, Document]]:
    """Return three tellings of one figure."""
    documents = {f"doc_{name}": a_document(name, text, published=day) for name, (day, text, _) in TOLD.items()}
    claims = [
        a_claim(name, "O1", passage=Span(0, len(text)), requests=number(237, unit=unit)) for name, (_, text, unit) in TOLD.items()
    ]
    return claims, documents


def test_each_step_says_what_was_done() -> None:
    """Unit, qualifier and conjunction change on the way, and the first telling is the origin (D01)."""
    claims, documents = tellings()
    (derivation,) = derivations(list(reversed(claims)), documents, {})
    assert [step.document_id for step in derivation.steps] == ["doc_a", "doc_b", "doc_c"]
    assert [set(step.transformations) for step in derivation.steps] == [
        {"origin"},
        {"paraphrased", "unit_changed", "qualifier_dropped"},
        {"paraphrased", "conjunction_changed"},
    ]


def test_a_telling_goes_back_to_its_own_lineage() -> None:
    """A copy is compared with what it copies, not with what came out last."""
    claims, documents = tellings()
    (derivation,) = derivations(claims, documents, {"doc_a": "one", "doc_c": "one"})
    assert derivation.steps[2].from_claim_id == claims[0].id


def test_a_lost_bound_and_a_rounding_are_told() -> None:
    """“About 300” for 297 would be another figure; “300” for “about 300” drops a qualifier."""
    documents = {
        f"doc_{name}": a_document(name, f"{name} 300 people", published=f"2022-04-0{day}") for day, name in ((6, "a"), (7, "b"))
    }
    claims = [
        a_claim("a", passage=Span(0, 8), killed=number(300, Bound.APPROXIMATE)),
        a_claim("b", passage=Span(0, 8), killed=number(300)),
    ]
    (derivation,) = derivations(claims, documents, {})
    assert "qualifier_dropped" in derivation.steps[1].transformations


def test_a_figure_told_once_has_no_chain() -> None:
    """One telling is no derivation."""
    claims, documents = tellings()
    assert not derivations(claims[:1], documents, {})
