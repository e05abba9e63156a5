"""Words for violence and measures in other senses."""

import pytest
from tests.unit.extract.events.builders import codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "Locusts attacked the millet fields of Karsa on Monday."),
        ("fr", "Les criquets ont attaqué lundi les champs de mil de Karsa."),
        ("en", "A strong wind battered Karsa on Monday and destroyed nine stalls."),
        ("en", "The rangers released three turtles near Karsa on Monday."),
        ("en", "Planting trees arrested the erosion of the hill above Karsa in May."),
        ("en", "Stolen cattle were on sale in Karsa on Monday."),
        ("fr", "Le Front de libération du Tondo a ouvert un bureau lundi."),
        ("fr", "Le chef de canton a prié les conseillers de ne pas quitter le hameau."),
        ("fr", "Les artilleurs ont tiré lundi des obus d'exercice près de Karsa."),
    ],
)
def test_nobody_does_it_or_to_nobody(language: str, text: str) -> None:
    """Beasts and weather attack nobody's village, turtles are no prisoners, a participle that describes is no event."""
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Hooded men attacked Karsa on Monday.", "A3"),
        ("fr", "Des inconnus armés ont attaqué lundi le village de Karsa.", "A3"),
        ("en", "The rebels released three traders near Karsa on Monday.", "H5"),
        ("en", "The gendarmes arrested the butcher of Karsa in May.", "V5"),
    ],
)
def test_people_do_it_to_people(language: str, text: str, code: str) -> None:
    """The same words with persons around them are events."""
    assert code in codes(text, language)
