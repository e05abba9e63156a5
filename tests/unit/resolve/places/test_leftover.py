"""What a text about the Sahel names beside the places that its finder finds."""

import pytest

from corro.resolve import Names, PlaceMention, Proposal, Proposed, load_gazetteer, where_anywhere
from corro.values import Language, PlaceKind, Span


def found(text: str, language: Language = Language.ENGLISH, organisation: str = "") -> dict[str, PlaceMention]:
    """Return the places of a text by their words; of it a recogniser proposes at most an organisation."""
    at = text.find(organisation)
    proposals = (Proposal(Span(at, at + len(organisation)), Proposed.ORGANISATION),) if organisation else ()
    mentions = where_anywhere(text, language, load_gazetteer(), Names(proposals))
    return {mention.text: mention for mention in mentions}


@pytest.mark.parametrize(
    ("text", "name", "language"),
    [
        ("Goats were taken in a raid on Zabrantou and sold in Douentza.", "Zabrantou", Language.ENGLISH),
        ("The wells of Tin-Zabrane are dry, traders in Gao say.", "Tin-Zabrane", Language.ENGLISH),
        ("Les maisons de Zabrantou sont vides, dit-on à Douentza.", "Zabrantou", Language.FRENCH),
    ],
)
def test_a_village_on_no_list(text: str, name: str, language: Language) -> None:
    """A name that no gazetteer has is given where the words say that it is a village's, and stays open."""
    mention = found(text, language)[name]
    assert (mention.kind, mention.value.place, mention.value.rule) == (PlaceKind.TOWN, None, "not_listed")


def test_a_list_of_such_villages() -> None:
    """A name joined to a village on no list is one too, hyphen and all."""
    text = "Les habitants de Zabrantou et de Kolfé-Sambou ont gagné Douentza."
    assert {"Zabrantou", "Kolfé-Sambou"} <= set(found(text, Language.FRENCH))


@pytest.mark.parametrize(
    "text",
    [
        "Douentza heard the news from Zabrantou Keita.",
        "A raid on Zabrantou Brigade kept Douentza awake.",
        "The mayor of Douentza met Colonel Zabrantou.",
        "In Douentza the market of Ramadan was poor.",
        "Douentza's elders named the Comité de Zabrantou.",
    ],
)
def test_what_is_no_village(text: str) -> None:
    """A person, a longer name, a feast and a body give no place."""
    assert set(found(text)) == {"Douentza"}


def test_a_town_over_the_border() -> None:
    """A Nigerian town by the places of the text is meant, wherever it stands in its sentence; one far from them is not."""
    near = found("Traders of Diffa and Bosso no longer supply Geidam. Niger has closed the road.")
    assert near["Geidam"].value.place is not None
    assert near["Geidam"].value.place.country == "NG"
    assert "Geidam" not in found("Traders of Gao and Ansongo no longer supply Geidam. Mali has closed the road.")


def test_another_spelling() -> None:
    """A name written otherwise than in the gazetteer means the same town after a preposition."""
    mention = found("The lorry went from Kidal through Tessalitt.")["Tessalitt"]
    assert (mention.value.rule, mention.value.place is not None) == ("respelled", True)


def test_an_organisation_may_speak_of_anywhere() -> None:
    """A place inside the name of an organisation gives nothing in a text about the Sahel."""
    text = "The road from Douentza to Mopti is cut, Radio Abuja says."
    assert "Abuja" not in found(text, organisation="Radio Abuja")


@pytest.mark.parametrize(
    ("text", "words", "language"),
    [
        ("Rice reached Zabrantou camp from Douentza.", "Zabrantou camp", Language.ENGLISH),
        ("Le camp de Zabrantou reçoit du riz de Douentza.", "camp de Zabrantou", Language.FRENCH),
    ],
)
def test_a_camp_on_no_list(text: str, words: str, language: Language) -> None:
    """A camp that no gazetteer has is told with its word, as a site, and stays open."""
    mention = found(text, language)[words]
    assert (mention.kind, mention.value.place) == (PlaceKind.FACILITY, None)


def test_the_same_name_over_the_border_comes_before_another_spelling() -> None:
    """A town that bears the very name just over the border is meant rather than one at home that is spelled otherwise."""
    mention = found("Lorries from Zinder and Magaria reached Daura on Sunday.")["Daura"]
    assert mention.value.place is not None
    assert mention.value.place.country == "NG"
