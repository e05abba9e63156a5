"""A mission called by another's initials is a slip; two languages and two names in one text are none."""

import pytest
from tests.unit.weigh.builders import a_claim, a_document

from corro.model import Relation
from corro.values import Span
from corro.weigh.relations.mission_names import mission_names
from corro.weigh.relations.stands import scene_of


def slips(*texts: str) -> list[tuple[Relation, list[str]]]:
    """Return the slips between reports of one event, each with the positions held to be wrong."""
    documents = {
        f"doc_{index}": a_document(str(index), text, published=f"2022-07-{20 + index}") for index, text in enumerate(texts)
    }
    claims = [
        a_claim(document.removeprefix("doc_"), "A2", trigger=Span(0, len(documents[document].text))) for document in documents
    ]
    found = mission_names(claims, scene_of(claims, documents, {}))
    return [(one.relation, [position.value for position in one.positions if position.error]) for one in found]


def test_the_lonely_initials_are_the_slip() -> None:
    """Two lineages have the other ones."""
    texts = ("MINUVAX was shelled.", "A MINUVAX convoy was shelled.", "UNMIK was shelled.")
    assert slips(*texts) == [(Relation.TRANSMISSION_ERROR, ["UNMIK"])]


@pytest.mark.parametrize(
    "texts",
    [
        ("UNMISS was shelled.", "La MINUSS a été bombardée."),
        ("UNMISS and MINUSMA were shelled.", "MINUSMA was shelled."),
        ("UNHCR was shelled.", "UNMISS was shelled."),
    ],
)
def test_one_mission_in_two_languages_and_agencies_make_no_slip(texts: tuple[str, str]) -> None:
    """Nor do two missions that one text names."""
    assert not slips(*texts)
