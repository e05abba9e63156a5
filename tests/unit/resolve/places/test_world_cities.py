"""Cities abroad in the packaged index, and their namesakes in the Sahel."""

import pytest

from corro.resolve import load_gazetteer, where
from corro.values import Language


def countries(text: str, language: Language = Language.ENGLISH) -> list[tuple[str, str | None]]:
    """Return the places of a text with their countries, None where they stay open."""
    return [(mention.text, mention.value.place.country if mention.value.place else None) for mention in where(text, language)]


@pytest.mark.parametrize(
    ("text", "language", "name", "country"),
    [
        ("They met in New York.", Language.ENGLISH, "New York", "US"),
        ("They met in Geneva.", Language.ENGLISH, "Geneva", "CH"),
        ("Ils se sont réunis à Genève.", Language.FRENCH, "Genève", "CH"),
        ("Ils se sont réunis à Bruxelles.", Language.FRENCH, "Bruxelles", "BE"),
        ("Ils se sont réunis à La Haye.", Language.FRENCH, "La Haye", "NL"),
        ("They met in Moscow.", Language.ENGLISH, "Moscow", "RU"),
    ],
)
def test_capitals_and_seats(text: str, language: Language, name: str, country: str) -> None:
    """Cities that reports on the Sahel name are found under their English and French names."""
    assert countries(text, language) == [(name, country)]


def test_sahel_first() -> None:
    """A city abroad does not take the name of a place of the country that the text speaks of."""
    assert countries("In Mali, a truck burned in Kano.")[-1] != ("Kano", "NG")


def test_capital_with_a_namesake_stays_open() -> None:
    """A capital whose country is not named stays open beside a village of its name; where it is named the capital is meant."""
    assert countries("In Mali, they spoke of a flight to Bangui.")[-1] == ("Bangui", None)
    assert countries("In the Central African Republic, they met in Bangui.")[-1] == ("Bangui", "CF")


@pytest.mark.parametrize("text", ["Nice people came.", "Florence spoke.", "Europe and Asia sent help."])
def test_words_and_names(text: str) -> None:
    """The bare name of a lesser city abroad is mostly something else, and parts of the world are no points."""
    assert countries(text) == []


def test_main_names_are_those_of_readers() -> None:
    """A city has its English name, not the one of its own language."""
    assert [load_gazetteer().named(name)[0].name for name in ("New York", "Köln", "Londres")] == ["New York", "Cologne", "London"]
