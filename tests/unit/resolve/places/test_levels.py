"""Names that the gazetteer has only with the word for what they are."""

import pytest
from tests.unit.resolve.builders import a_gazetteer, a_town

from corro.resolve import PlaceMention, where
from corro.resolve.places.index import PlaceIndex
from corro.resolve.places.levels import level_beside
from corro.values import Language, PlaceKind, Span


def a_country_with_sites() -> PlaceIndex:
    """Return the invented country with a lake, a range, and the airport of a town, each under one form of its name."""
    index = a_gazetteer()
    index.add(a_town("Lac Oro", 10.3, 5.3, kind=PlaceKind.WATER))
    index.add(a_town("Massif de Teza", 10.6, 5.4, kind=PlaceKind.TERRAIN))
    index.add(a_town("Tassek Airport", 10.02, 5.04, kind=PlaceKind.FACILITY))
    return index


def one(text: str, language: Language = Language.ENGLISH) -> PlaceMention:
    """Return the only place of a text."""
    [mention] = where(text, language, a_country_with_sites())
    return mention


@pytest.mark.parametrize(
    ("text", "language", "words", "kind"),
    [
        ("Boats crossed Lake Oro at dawn.", Language.ENGLISH, "Lake Oro", PlaceKind.WATER),
        ("Au bord du lac Oro, des filets sèchent.", Language.FRENCH, "lac Oro", PlaceKind.WATER),
        ("They hid in the Teza massif.", Language.ENGLISH, "Teza massif", PlaceKind.TERRAIN),
        ("Un avion a brûlé à l'aéroport de Tassek.", Language.FRENCH, "aéroport de Tassek", PlaceKind.FACILITY),
        ("A plane burned at Tassek airport.", Language.ENGLISH, "Tassek airport", PlaceKind.FACILITY),
    ],
)
def test_the_word_belongs_to_the_name(text: str, language: Language, words: str, kind: PlaceKind) -> None:
    """A lake, a range and an airport are found in either language's form, and their word belongs to the mention."""
    mention = one(text, language)
    assert (mention.text, mention.kind) == (words, kind)
    assert mention.value.place is not None
    assert mention.value.place.kind is kind


def test_an_airport_on_no_list() -> None:
    """Where the gazetteer has no such airport, the town is told, and no more."""
    mention = one("A plane burned at Ouda airport.")
    assert (mention.text, mention.kind) == ("Ouda", PlaceKind.TOWN)


def test_level_beside() -> None:
    """French words stand before a name and English ones on either side; a name alone has none."""
    text = "le parc national du Bado"
    level = level_beside(text, Span(20, 24))
    assert level is not None
    assert (level.word, level.whole.of(text)) == ("parc national", "parc national du Bado")
    assert level_beside("in Bado today", Span(3, 7)) is None
