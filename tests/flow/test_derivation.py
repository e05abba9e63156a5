"""The chains of samples/mali: who has a figure from whom, and what was done to it on the way (D01, D02, D06, D17, D19)."""

import json
from collections.abc import Mapping

import pytest

from corro.cli.explain import total_object, total_page
from corro.model import CountValue
from corro.model.answer import ClaimFilter, Window
from corro.pipeline.explain import ExplainedTotal
from corro.pipeline.view import RecordView
from corro.weigh import Derivation, Step

REPORT, REMARKS, NEWS, LATER, NOTEBOOK = (
    "m20-sg-report-flights",
    "m21-delegation-statement",
    "m23-news-occasions-and",
    "m11-order-corrected-version",
    "m36a-delegation-about-300",
)


def claim_of(mali: RecordView, label: str, figure: int) -> str:
    """Return the id of a document's claim with this figure."""
    return min(
        claim.id
        for claim in mali.claims(ClaimFilter(types=("O",)), Window(0, None))
        for slot in claim.slots
        if isinstance(slot.value, CountValue)
        and slot.value.count.point == figure
        and mali.documents_by_id([claim.document_id])[claim.document_id].label == label
    )


@pytest.fixture(scope="module")
def total(mali: RecordView) -> ExplainedTotal:
    """Everything behind the 237 requests of the report."""
    return mali.explain_total(claim_of(mali, REPORT, 237))


def steps(total: ExplainedTotal, figure: int) -> Mapping[tuple[str, str], Step]:
    """Return the steps of the chain of a figure, by document and unit."""
    (chain,) = [chain for chain in total.derivations if chain.figure == figure]
    return {(total.documents[step.document_id].label, step.value.partition(" ")[2]): step for step in chain.steps}


def test_the_237_go_from_the_report_to_the_news(total: ExplainedTotal) -> None:
    """Requests denied or unanswered become occasions in the remarks, and `or` becomes `and` in the news (D01)."""
    found = steps(total, 237)
    said, told = found[REMARKS, "flight requests"], found[REMARKS, "occasions"]
    assert found[REPORT, "flight requests"].transformations == ("origin",)
    assert (said.from_number, told.from_number) == (0, said.number)
    assert {"unit_changed", "qualifier_dropped"} <= set(told.transformations)
    for document in (NEWS, LATER):
        assert found[document, "occasions"].from_number == told.number
        assert "conjunction_changed" in found[document, "occasions"].transformations
    assert "unit_changed" not in found[NEWS, "occasions"].transformations


def test_the_delegate_becomes_one_of_the_organisation(total: ExplainedTotal) -> None:
    """The later report gives the delegate of a state the post of the organisation (D07), and the first one does not."""
    found = steps(total, 237)
    assert "role_changed" in found[LATER, "occasions"].transformations
    assert "role_changed" not in found[NEWS, "occasions"].transformations


def test_who_names_the_report_goes_back_to_it(total: ExplainedTotal) -> None:
    """The notebook of April tells the report's figure as the report's, past all that was said in between."""
    found = steps(total, 237)
    assert found[NOTEBOOK, "flight requests"].from_number == 0
    assert "qualifier_dropped" not in found[NOTEBOOK, "flight requests"].transformations


def test_about_300_rounds_297_and_neither_is_238(mali: RecordView) -> None:
    """Figures of another quarter make a chain of their own (D02)."""
    found = steps(mali.explain_total(claim_of(mali, "m24-flights-297", 297)), 297)
    assert found[NOTEBOOK, "300 flight requests"].transformations[-1] == "rounded"
    assert len(found) == 2


def chains(mali: RecordView, event_type: str) -> list[Derivation]:
    """Return the chains of all events of a type."""
    return [
        chain
        for line in mali.events(window=Window(0, None))
        if line.type == event_type
        for explanation in mali.explain(line.id)
        for chain in explanation.derivations
    ]


def test_the_village(mali: RecordView) -> None:
    """About 300 men become 300 civilians (D17), one helicopter and four make five (D19)."""
    found = {step for chain in chains(mali, "V1") for step in chain.steps}
    labels = {step: mali.documents_by_id([step.document_id])[step.document_id].label for step in found}
    (retold,) = [step for step in found if labels[step] == "m31-rights-group-retold" and step.value == "300 persons"]
    assert {"qualifier_dropped", "scope_widened"} <= set(retold.transformations)
    (added,) = [step for step in found if labels[step] == "m34-report-wire-fr" and step.value == "5 aircraft"]
    assert {"translated", "aggregated"} <= set(added.transformations)


def test_the_chain_is_drawn(total: ExplainedTotal) -> None:
    """`corro explain` draws who, when, in which words and what was done, each telling under the one that it goes back to."""
    lines = list(total_page(total))
    (report, remarks, occasions, news) = (
        next(line for line in lines if document in line and words in line)
        for document, words in (
            (REPORT, "[origin]"),
            (REMARKS, "flight requests ["),
            (REMARKS, "occasions ["),
            (NEWS, "occasions ["),
        )
    )
    assert "United Nations" in report
    assert "2023-01-06" in report
    assert "conjunction changed" in news
    depths = [line.find("─") for line in (report, remarks, occasions, news)]
    assert depths == sorted(set(depths))
    assert any("left unanswered" in line for line in lines)


def test_the_chain_as_json(total: ExplainedTotal) -> None:
    """The same content: every step with its characters and the number of the step that it goes back to."""
    given = json.loads(json.dumps(total_object(total)))
    found = next(chain["steps"] for chain in given["chains"] if chain["figure"] == 237)
    assert [step["number"] for step in found] == list(range(len(found)))
    assert [step["number"] for step in found if step["from"] is None] == [0]
    texts = {document.label: document.text for document in total.documents.values()}
    assert all(texts[step["document"]][step["start"] : step["end"]] == step["words"] for step in found)
