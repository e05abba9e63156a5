"""A figure is followed from telling to telling, with what was done to it."""

from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.weigh.builders import a_claim, a_document, at_day, number

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


def test_a_telling_goes_back_to_whom_it_names() -> None:
    """Who names his source goes back to it, and not to the report that came out last."""
    claims, documents = tellings()
    text = "Norland Mission said that it was kept from its work on 237 occasions."
    documents["doc_b"] = a_document("b", documents["doc_b"].text, published="2023-01-27", outlet="Norland Mission")
    documents["doc_d"] = a_document("d", text, published="2023-02-03")
    claims.append(a_claim("d", "O1", passage=Span(0, len(text)), occasions=number(237, unit="occasions")))
    (derivation,) = derivations(claims, documents, {})
    assert [(step.number, step.from_number) for step in derivation.steps] == [(0, None), (1, 0), (2, 1), (3, 1)]


def test_a_document_may_change_its_own_figure() -> None:
    """A sentence that repeats the figure without a claim is a telling too, and goes back to the first of its document."""
    claims, documents = tellings()
    first = documents["doc_a"].text
    second = first + " On 237 occasions it was thus kept from its work."
    documents = {"doc_a": documents["doc_a"], "doc_b": a_document("b", second, published="2023-01-27")}
    claims = [claims[0], a_claim("b", "O1", passage=Span(0, len(first)), requests=number(237, unit="flight_requests"))]
    (derivation,) = derivations(claims, documents, {})
    assert [(step.document_id, step.from_number) for step in derivation.steps] == [("doc_a", None), ("doc_b", 0), ("doc_b", 1)]
    assert derivation.steps[1].transformations == ("verbatim",)
    assert set(derivation.steps[2].transformations) == {"paraphrased", "unit_changed", "qualifier_dropped"}
    assert derivation.steps[2].words.of(second).startswith("On 237")


def test_a_figure_in_its_first_unit_does_not_go_back_to_a_gloss_of_its_own_document() -> None:
    """Where one document first glosses a figure and then recalls it as it was given, what it recalls was not made of the gloss."""
    claims, documents = tellings()
    gloss = TOLD["b"][1]
    text = gloss + " He recalled the 237 flight requests denied or left unanswered."
    documents = {"doc_a": documents["doc_a"], "doc_b": a_document("b", text, published="2023-01-27")}
    told = a_claim("b", "O1", passage=Span(0, len(gloss)), requests=number(237, unit="occasions"))
    again = a_claim("b", "O1", passage=Span(len(gloss) + 1, len(text)), requests=number(237, unit="flight_requests"))
    (derivation,) = derivations([claims[0], told, again], documents, {})
    assert [step.from_number for step in derivation.steps] == [None, 0, 0]
    changes = {step.value: step.transformations for step in derivation.steps[1:]}
    assert "unit_changed" in changes["237 occasions"]
    assert changes["237 flight requests"] == ("paraphrased",)


def test_a_copy_with_another_figure_is_a_telling_of_its_original() -> None:
    """In one lineage a lone figure that differs is the same telling, miscopied; in two lineages it is another figure."""
    documents = {f"doc_{name}": a_document(name, f"{name} dead", published=f"2022-04-0{day}") for day, name in ((6, "a"), (7, "b"))}
    claims = [a_claim("a", passage=Span(0, 6), killed=number(17)), a_claim("b", passage=Span(0, 6), killed=number(70))]
    (derivation,) = derivations(claims, documents, {"doc_a": "one", "doc_b": "one"})
    assert [step.value for step in derivation.steps] == ["17 persons", "70 persons"]
    assert not derivations(claims, documents, {})


def test_quotations_are_followed() -> None:
    """Five words in a row between marks tie two quotations, in French marks too."""
    texts = {
        "a": 'The elder said: "we heard the trucks before dawn and ran".',
        "b": "« we heard the trucks before dawn », he said.",
        "c": 'He said: "nobody has asked us anything at all since".',
    }
    documents = {
        f"doc_{name}": a_document(name, text, published=f"2022-04-0{at}") for at, (name, text) in enumerate(texts.items(), 1)
    }
    claims = [a_claim(name, passage=Span(0, len(text))) for name, text in texts.items()]
    (derivation,) = derivations(claims, documents, {})
    assert (derivation.role, derivation.figure) == ("quotation", None)
    assert [(step.document_id, step.transformations) for step in derivation.steps] == [
        ("doc_a", ("origin",)),
        ("doc_b", ("verbatim",)),
    ]


@pytest.mark.parametrize(
    ("language", "first", "second"),
    [
        ("en", "The depot burnt on 27 March.", "The depot burnt on 1 April, according to Outlet a."),
        ("fr", "Le dépôt a brûlé le 27 mars.", "Le dépôt a brûlé le 1er avril, selon Outlet a."),
    ],
)
def test_another_day_told_after_the_first_is_a_step(language: str, first: str, second: str) -> None:
    """Who names another text as its source and gives another day has shifted the date (D03, D18)."""
    claims, documents = dated(language, first, second)
    (derivation,) = derivations(claims, documents, {})
    assert derivation.role == "time"
    assert [step.document_id for step in derivation.steps] == ["doc_a", "doc_b"]
    assert "date_shifted" in derivation.steps[1].transformations
    assert derivation.steps[1].from_claim_id == claims[0].id


def test_a_day_told_by_itself_goes_back_to_nobody() -> None:
    """Two texts that do not know of each other may differ on the day: that is a dispute, and no step of a chain."""
    claims, documents = dated("en", "The depot burnt on 27 March.", "The depot burnt on 1 April.")
    assert not derivations(claims, documents, {})


def test_the_same_day_told_again_is_no_news() -> None:
    """A chain of days is told only where one of them has shifted."""
    claims, documents = dated("en", "The depot burnt on 27 March.", "According to Outlet a, it burnt on 27 March.", "2022-03-27")
    assert not derivations(claims, documents, {})


def test_a_version_with_another_day_is_a_step() -> None:
    """Versions of one text go back to each other without naming each other."""
    claims, documents = dated("en", "The depot burnt on 27 March.", "The depot burnt on 1 April.")
    (derivation,) = derivations(claims, documents, {"doc_a": "one", "doc_b": "one"})
    assert "date_shifted" in derivation.steps[1].transformations


def dated(language: str, first: str, second: str, day: str = "2022-04-01") -> tuple[list[Claim], dict[str, Document]]:
    """Return two tellings of one event, on 27 March and on another day."""
    texts = {"a": (first, "2022-03-27", "2022-04-02"), "b": (second, day, "2022-04-03")}
    documents = {
        f"doc_{name}": a_document(name, text, published=published, language=language)
        for name, (text, _, published) in texts.items()
    }
    claims = [a_claim(name, passage=Span(0, len(text)), time=at_day(on)) for name, (text, on, _) in texts.items()]
    return claims, documents


def test_the_order_of_the_input_plays_no_part() -> None:
    """Any order of the claims gives the same chain (law 4)."""
    claims, documents = tellings()
    found = {derivations(list(order), documents, {}) for order in permutations(claims)}
    assert len(found) == 1


FIGURES = st.lists(
    st.tuples(st.sampled_from([25, 26, 237, 240, 300]), st.integers(1, 9), st.sampled_from("xyz")), min_size=2, max_size=12
)


@given(FIGURES)
@settings(max_examples=60, deadline=None)
def test_chains_are_forests(told: list[tuple[int, int, str]]) -> None:
    """Every step but the first of a chain goes back to exactly one earlier step of it, so that there is no circle."""
    claims, documents, lineages = [], {}, {}
    for at, (figure, day, lineage) in enumerate(told):
        name = f"n{at}"
        documents[f"doc_{name}"] = a_document(name, f"{figure} were counted by {name}.", published=f"2023-01-0{day}")
        claims.append(a_claim(name, passage=Span(0, 10), killed=number(figure)))
        lineages[f"doc_{name}"] = lineage
    for chain in derivations(claims, documents, lineages):
        assert [step.number for step in chain.steps] == list(range(len(chain.steps)))
        assert [step.from_number is None for step in chain.steps] == [at == 0 for at in range(len(chain.steps))]
        assert all(step.from_number is None or step.from_number < step.number for step in chain.steps)


def test_the_cost_grows_with_the_tellings() -> None:
    """Four times as many tellings cost far less than sixteen times as many comparisons: each looks back at a few alone."""
    claims, documents = [], {}
    for at in range(400):
        documents[f"doc_{at}"] = a_document(f"{at}", "237 were counted.", published="2023-01-06")
        claims.append(a_claim(f"{at}", passage=Span(0, 17), killed=number(237)))
    (chain,) = derivations(claims, documents, {})
    assert len(chain.steps) == len(claims)
