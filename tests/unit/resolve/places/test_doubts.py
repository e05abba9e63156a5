"""Words in a place slot that are no place of the event."""

import pytest
from tests.unit.resolve.builders import a_claim, a_document, a_gazetteer, a_slot, an_extraction, analysed, span_of

from corro.model import ActorValue, Annotated, Extraction, PlaceValue, Slot, Token
from corro.resolve import load_gazetteer, resolve


def places(text: str, words: str, *slots: Slot) -> list[str]:
    """Return the places of a claim whose place slot holds these words."""
    claim = a_claim(text, a_slot(text, "place", words), *slots, code="O4")
    values = [slot.value for slot in analysed(text, claim).claims[0].slots_of("place")]
    return [value.place.name if value.place else "" for value in values if isinstance(value, PlaceValue)]


@pytest.mark.parametrize(
    "text",
    [
        "A patrol of the UN mission in Veldara was stopped.",
        "A patrol was stopped by Veldara.",
        "A patrol was stopped, with Veldara in the chair.",
        "The army of Veldara stopped a patrol.",
    ],
)
def test_country_as_an_actor(text: str) -> None:
    """A country that acts, or that is part of an actor's name, is not where it happened."""
    assert places(text, "Veldara") == []


@pytest.mark.parametrize("text", ["A patrol was stopped in Veldara.", "A patrol was stopped in the north of Veldara."])
def test_country_as_a_place(text: str) -> None:
    """The same country after a preposition of place is."""
    assert places(text, "Veldara") == ["Veldara"]


def test_country_inside_an_actor() -> None:
    """A country inside the label of somebody in the claim is not either."""
    text = "The rulers in Veldara stopped a patrol."
    label = "rulers in Veldara"
    assert places(text, "Veldara", Slot("actor", span_of(text, label), ActorValue(label))) == []


def test_country_as_subject() -> None:
    """The subject of the verb is who acts, whatever the words around it."""
    text = "Veldara stopped a patrol."
    tokens = (
        Token(0, 7, "Veldara", "veldara", "PROPN", "nsubj", 1),
        Token(8, 15, "stopped", "stop", "VERB", "root", 1),
        Token(16, 17, "a", "a", "DET", "det", 3),
        Token(18, 24, "patrol", "patrol", "NOUN", "obj", 1),
    )
    claim = a_claim(text, a_slot(text, "place", "Veldara"), code="O4")
    extraction = Extraction(Annotated(a_document(text), tokens=tokens), claims=(claim,))
    assert not resolve(extraction, a_gazetteer()).claims[0].slots_of("place")


@pytest.mark.parametrize("words", ["Charter", "Secretary-General", "État", "Malian"])
def test_institutions_and_demonyms(words: str) -> None:
    """Institutions and demonyms are no places and no doubt either."""
    text = f"It was stopped, says the {words} text."
    assert places(text, words) == []
    assert not analysed(text, a_claim(text, a_slot(text, "place", words), code="O4")).issues


def test_part_of_a_hyphenated_name() -> None:
    """Half of a name that no gazetteer has is not taken for the place that bears that half."""
    text = "A patrol was stopped in Kolo-Keri."
    assert places(text, "Keri") == [""]


def test_silent_letter() -> None:
    """A silent last letter does not hide a known town."""
    text = "A patrol was stopped in Oudah."
    assert places(text, "Oudah") == ["Ouda"]


@pytest.mark.parametrize("text", ["It was stopped, according to Bamako.", "Elle a été arrêtée, d'après Bamako."])
def test_capital_as_a_source(text: str) -> None:
    """A capital that stands for its government is no place of the event."""
    claim = a_claim(text, a_slot(text, "place", "Bamako"), code="O4")
    assert not resolve(an_extraction(a_document(text), claim), load_gazetteer()).claims[0].slots_of("place")
