"""What the words beside a name say of where it lies tells namesakes apart."""

import pytest

from corro.resolve import PlaceIndex, where
from corro.values import Language, Place, PlaceKind, PlacePrecision, Span


def a_place(name: str, latitude: float, longitude: float, **fields: object) -> Place:
    """Return a village of an invented country."""
    fields = {"kind": PlaceKind.TOWN, "country": "VD", "precision": PlacePrecision.EXACT, **fields}
    return Place(name, latitude=latitude, longitude=longitude, gazetteer_id=f"own:{name}:{latitude}", **fields)  # type: ignore[arg-type]


def an_index() -> PlaceIndex:
    """Return three villages called Dara around the town of Tassek, one of which lies in the cercle of Ouda."""
    return PlaceIndex(
        own=[
            a_place("Tassek", 15.0, 0.0, importance=1),
            a_place("Ouda", 12.0, 3.0, kind=PlaceKind.CERCLE, precision=PlacePrecision.DISTRICT),
            a_place("Dara", 15.45, 0.0),
            a_place("Dara", 15.0, 0.95),
            a_place("Dara", 12.1, 3.1),
        ]
    )


@pytest.mark.parametrize(
    ("text", "language", "latitude"),
    [
        ("Gunmen attacked Dara, 50 km north of Tassek, at dawn.", "en", 15.45),
        ("Gunmen attacked Dara, about 100 km east of Tassek, at dawn.", "en", 15.0),
        ("Gunmen attacked Dara (50 km from Tassek) at dawn.", "en", 15.45),
        ("Gunmen attacked Dara, north of Tassek, at dawn.", "en", 15.45),
        ("Gunmen attacked Dara, near Tassek, at dawn.", "en", 15.45),
        ("Gunmen attacked Dara, in the cercle of Ouda, at dawn.", "en", 12.1),
        ("Des hommes armés ont attaqué Dara, à 50 km au nord de Tassek, à l'aube.", "fr", 15.45),
        ("Des hommes armés ont attaqué Dara, un village situé à une centaine de km à l'est de Tassek.", "fr", 15.0),
        ("Des hommes armés ont attaqué Dara, non loin de Tassek.", "fr", 15.45),
        ("Des hommes armés ont attaqué Dara (cercle de Ouda) à l'aube.", "fr", 12.1),
    ],
)
def test_words_behind_a_name_tell_which(text: str, language: str, latitude: float) -> None:
    """A distance, a side, a unit or nearness to a known town chooses among villages of one name."""
    first = where(text, Language(language), an_index())[0]
    assert (first.text, first.value.place and first.value.place.latitude) == ("Dara", latitude)


def test_what_is_said_once_holds_for_the_rest() -> None:
    """A second mention of the name is the same village."""
    text = "Gunmen attacked Dara, 50 km north of Tassek. People in Dara fled."
    first, _, second = where(text, Language.ENGLISH, an_index())
    assert first.value.place == second.value.place


def test_words_that_fit_two_decide_nothing() -> None:
    """Where two villages of the name lie as the words say, it stays open."""
    index = an_index()
    index.add(a_place("Dara", 14.55, 0.0))
    first = where("Gunmen attacked Dara, near Tassek, at dawn.", Language.ENGLISH, index)[0]
    assert first.value.place is None
    assert {place.latitude for place in first.value.candidates} == {15.45, 14.55}


@pytest.mark.parametrize(
    "text",
    [
        "Gunmen attacked Dara at dawn.",
        "Families fled Dara on foot.",
        "Dara was besieged for a month.",
        "Dara residents said so.",
        "Les soldats ont quitté Dara hier.",
        "Ceux qui ont fui Dara sont là.",
        "Dara est encerclé depuis lundi.",
    ],
)
def test_what_is_done_to_places_makes_a_place(text: str) -> None:
    """A village that is the object of an attack or a flight is found, though no preposition says that it is a place."""
    assert [mention.text for mention in where(text, Language.ENGLISH, an_index())] == ["Dara"]


def test_a_span_that_is_given_is_a_place() -> None:
    """A name that the caller knows to be a place is settled without a word for it; a part of a longer name is not it."""
    text = "Dara, said the clerk. Moussa Dara agreed."
    assert where(text, Language.ENGLISH, an_index()) == ()
    known = where(text, Language.ENGLISH, an_index(), given=(Span(0, 4), Span(22, 33)))
    assert [mention.text for mention in known] == ["Dara"]
