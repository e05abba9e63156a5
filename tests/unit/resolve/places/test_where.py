"""What place names mean, and what is no place."""

import pytest
from tests.unit.resolve.builders import a_gazetteer, a_town, span_of

from corro.resolve import PlaceMention, load_gazetteer, place_spans, where
from corro.values import Language, Place, PlaceKind, PlacePrecision, Span

FRENCH = Language.FRENCH


def found(text: str, language: Language = Language.ENGLISH) -> tuple[PlaceMention, ...]:
    """Return the places of a text in the invented country."""
    return where(text, language, a_gazetteer())


def one(text: str, language: Language = Language.ENGLISH) -> PlaceMention:
    """Return the only one."""
    mentions = found(text, language)
    assert len(mentions) == 1, [mention.text for mention in mentions]
    return mentions[0]


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("A truck burned in Tassek.", "Tassek", PlaceKind.TOWN),
        ("A truck burned in Tassek town.", "Tassek", PlaceKind.TOWN),
        ("A truck burned in Tassek Region.", "Tassek Region", PlaceKind.REGION),
        ("A truck burned in the cercle of Tassek.", "cercle of Tassek", PlaceKind.CERCLE),
        ("A truck burned in Veldara.", "Veldara", PlaceKind.COUNTRY),
        ("The River Belo burst its banks.", "River Belo", PlaceKind.WATER),
    ],
)
def test_level_words_decide(text: str, words: str, kind: PlaceKind) -> None:
    """A town, a cercle and a region of one name are told apart by the word beside them; without one it is the town."""
    mention = one(text)
    assert (mention.text, mention.kind) == (words, kind)


@pytest.mark.parametrize(
    ("text", "words", "kind"),
    [
        ("Un camion a brûlé dans la région de Tassek.", "région de Tassek", PlaceKind.REGION),
        ("Un camion a brûlé dans le cercle de Tassek.", "cercle de Tassek", PlaceKind.CERCLE),
        ("Un camion a brûlé à Tassèk.", "Tassèk", PlaceKind.TOWN),
    ],
)
def test_level_words_decide_in_french(text: str, words: str, kind: PlaceKind) -> None:
    """The same holds in French."""
    mention = one(text, FRENCH)
    assert (mention.text, mention.kind) == (words, kind)


def test_plural_level_word_is_shared() -> None:
    """Names joined by `and` share a plural level word."""
    first, second = found("Most cases came from Ouda and Tassek regions.")
    assert second.kind is PlaceKind.REGION
    assert first.value.place is None
    assert first.value.rule == "no_such_level"


def test_namesakes_stay_open_with_candidates() -> None:
    """Where nothing decides between two villages of one name, both are candidates and none is chosen."""
    mention = one("A truck burned in Mourel.")
    assert mention.value.place is None
    assert len(mention.value.candidates) == 2
    assert "2 places" in mention.value.reason


def test_nearness_settles_namesakes() -> None:
    """Beside another village of the text, the namesake near to it is meant."""
    first, _ = found("A truck burned in Mourel, on the way to Keri.")
    assert first.value.place is not None
    assert (first.value.place.latitude, first.value.rule) == (10.1, "nearness")


@pytest.mark.parametrize(
    "text",
    [
        "The Tassek Declaration was signed.",
        "The Tassek battalion marched.",
        "Captain Salo Tassek spoke.",
        "Mr Tassek spoke.",
        "They fled to Tassek Bangou.",
        "L'accord de Tassek a été signé.",
        "They spoke of tassek.",
        "The TASSEK opposed it.",
    ],
)
def test_no_place(text: str) -> None:
    """A name in a name, a person, a common word and an acronym are no places."""
    assert found(text) == ()


def test_person_named_like_a_place() -> None:
    """The same name is a person in one place and a town in another."""
    mention = one("Colonel Ibra Keri visited the post at Keri.")
    assert mention.span.start > 30


def test_distance_gives_a_point_with_a_radius() -> None:
    """`80 km north of Tassek` is a point of its own, with how far off it may be; the town stays beside it."""
    text = "A truck burned some 80 km north of Tassek."
    mention = one(text)
    assert mention.value.place is not None
    assert mention.offset is not None
    assert mention.offset.latitude == pytest.approx(10.72, abs=0.01)
    assert mention.offset.radius_km == pytest.approx(31.2, abs=0.1)
    assert mention.phrase == span_of(text, "80 km north of Tassek")


def test_distance_in_french_words() -> None:
    """A round number in words counts too."""
    mention = one("À une trentaine de kilomètres à l'est de Tassek, un puits a brûlé.", FRENCH)
    assert mention.offset is not None
    assert mention.offset.longitude == pytest.approx(5.274, abs=0.01)


def test_distance_without_direction_gives_no_point() -> None:
    """A distance without a direction moves nothing."""
    assert one("A truck burned 15 km from Tassek.").offset is None


def test_near_is_near() -> None:
    """`near` makes the point less precise."""
    place = one("A truck burned near Tassek.").value.place
    assert place is not None
    assert place.precision is PlacePrecision.NEAR


def test_spared_spans() -> None:
    """What is known to be something else is no place."""
    text = "They met Tassek in the street."
    assert where(text, gazetteer=a_gazetteer(), spared=[span_of(text, "Tassek")]) == ()


def test_place_spans() -> None:
    """The spans hold the level word."""
    assert place_spans("In Tassek Region", a_gazetteer()) == (Span(3, 16),)


@pytest.mark.parametrize(
    ("text", "name"), [("in Tombouctou", "Timbuktu"), ("in Aguel'hoc", "Aguelhoc"), ("à Ménaka", "Ménaka"), ("in Menaka", "Ménaka")]
)
def test_packaged_names(text: str, name: str) -> None:
    """Variants, old spellings and accents lead to the same town of the packaged index."""
    (mention,) = where(text, gazetteer=load_gazetteer())
    assert mention.value.place is not None
    assert mention.value.place.name == name


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("Le cercle de Niono est isolé.", FRENCH, ["cercle de Niono"]),
        ("Boats sank on the Niger river.", Language.ENGLISH, ["Niger river"]),
        ("Est-ce que Mopti est calme ?", FRENCH, ["Mopti"]),
    ],
)
def test_articles_and_rivers(text: str, language: Language, names: list[str]) -> None:
    """An article with a capital is no village, although villages bear such names."""
    assert [mention.text for mention in where(text, language)] == names


@pytest.mark.parametrize(
    ("text", "language", "number"),
    [
        ("Boats sank on the Niger river.", Language.ENGLISH, "geonames:10340645"),
        ("Le fleuve Niger monte.", FRENCH, "geonames:10340645"),
        ("Sur le fleuve Sénégal.", FRENCH, None),
    ],
)
def test_a_river_is_not_the_country_called_after_it(text: str, language: Language, number: str | None) -> None:
    """A river is the gazetteer's row of that river; one that it does not have stays open, and is never the country of that name."""
    [mention] = where(text, language)
    assert mention.kind is PlaceKind.WATER
    assert (mention.value.place and mention.value.place.gazetteer_id) == number


@pytest.mark.parametrize(
    ("text", "words", "name"),
    [
        ("Herders left the inner Niger delta for Mopti, in Mali.", "Niger delta", "Niger Inner Delta"),
        ("Les eaux du delta intérieur du Niger baissent.", "delta intérieur du Niger", "Niger Inner Delta"),
        ("Des hommes sont descendus de la falaise de Bandiagara.", "falaise de Bandiagara", "Falaise de Bandiagara"),
        ("They came down from the Bandiagara cliffs.", "Bandiagara cliffs", "Falaise de Bandiagara"),
        ("The map still says French Sudan.", "French Sudan", "Mali"),
        ("La route de Tin Zaouatine est coupée.", "Tin Zaouatine", "Ti-n-Zaouâtene"),
        ("Le convoi est parti d'Arbinda.", "Arbinda", "Aribinda"),
    ],
)
def test_names_in_either_language_and_old_names(text: str, words: str, name: str) -> None:
    """Stretches of land, old names of countries and the press's spellings lead to the gazetteer's rows."""
    mention = next(mention for mention in where(text, FRENCH) if mention.text == words)
    assert mention.value.place is not None
    assert mention.value.place.name == name


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("Amadou Tassek owns the mill.", Language.ENGLISH),
        ("The flag of the Tassek Front was found.", Language.ENGLISH),
        ("Le Comité de Tassek a écrit une lettre.", FRENCH),
        ("Elle a chanté au Festival de Tassek.", FRENCH),
    ],
)
def test_names_that_hold_a_place(text: str, language: Language) -> None:
    """A person called like a place, even at the beginning of a sentence, a body and a feast named after one give no place."""
    assert found(text, language) == ()


def test_a_place_and_a_person_of_one_name() -> None:
    """A person called like a place takes nothing from the place where the text names it as one."""
    mentions = found("The court of Ouda sat in the town of Ouda. The accused, Amadou Ouda, sells nets.")
    assert [mention.text for mention in mentions] == ["Ouda", "Ouda"]


def test_hamlets_joined_by_a_hyphen_are_one_name() -> None:
    """Two hamlets joined by a hyphen are one name, which is on no list; beside a word for a road they are its ends."""
    assert found("Houses burned in Keri-Mourel.") == ()
    assert [mention.text for mention in found("Trucks burned near the Keri-Mourel road.")] == ["Keri", "Mourel"]


def test_the_country_behind_a_name_decides() -> None:
    """Of namesakes in two countries the one in the country said right behind the name is meant."""
    gazetteer = a_gazetteer()
    gazetteer.add(a_town("Sanda", 10.1, 5.2))
    gazetteer.add(a_town("Sanda", 30.0, 40.0, country="QX"))
    gazetteer.add(Place("Ostara", PlaceKind.COUNTRY, PlacePrecision.COUNTRY, 30.0, 41.0, "own:ostara", "QX", importance=4))
    mentions = where("Tassek and Ouda, in Veldara, sent grain to Sanda, in Ostara.", Language.ENGLISH, gazetteer)
    sanda = next(mention for mention in mentions if mention.text == "Sanda")
    assert sanda.value.place is not None
    assert sanda.value.place.country == "QX"


def test_two_points_of_one_place_do_not_leave_it_open() -> None:
    """Of three namesakes two lie side by side and near the places of the text: they are one place."""
    gazetteer = a_gazetteer()
    for latitude, longitude in ((10.3, 5.2), (10.33, 5.21), (16.0, 9.0)):
        gazetteer.add(a_town("Sanda", latitude, longitude))
    mentions = where("They walked from Tassek to Sanda.", Language.ENGLISH, gazetteer)
    assert mentions[1].value.place is not None
    assert mentions[1].value.rule == "nearness"


def test_the_neighbour_is_not_where_the_text_is() -> None:
    """A country that a text names as lying over the border does not draw namesakes to it."""
    gazetteer = a_gazetteer()
    gazetteer.add(a_town("Sanda", 10.1, 5.2, importance=1))
    gazetteer.add(a_town("Sanda", 30.0, 40.0, country="QX"))
    gazetteer.add(Place("Ostara", PlaceKind.COUNTRY, PlacePrecision.COUNTRY, 30.0, 41.0, "own:ostara", "QX", importance=4))
    mentions = where("The market of Sanda, close to the border with Ostara, is shut.", Language.ENGLISH, gazetteer)
    assert mentions[0].value.place is not None
    assert mentions[0].value.place.country == "QQ"


def test_a_distance_without_a_direction_is_a_circle() -> None:
    """`15 km from Tassek` is no point: the town is the middle of a circle, and no longer exact."""
    place = one("A truck burned 15 km from Tassek.").value.place
    assert place is not None
    assert (place.name, place.precision, place.radius_km) == ("Tassek", PlacePrecision.NEAR, 15.0)


@pytest.mark.parametrize(
    ("text", "words", "latitude"),
    [
        ("Les troupes ont quitté Tombouctou pour Ber, puis Léré.", "Léré", 15.71),
        ("Shots were heard at Fana, in Mali.", "Fana", 12.78),
        ("The bridge at Labbezanga has been rebuilt twice.", "Labbezanga", 14.96),
        ("Torodi, in Niger, was hit again.", "Torodi", 13.12),
        ("Rebels hold the Timétrine, north of Kidal.", "Timétrine", 19.6),
    ],
)
def test_seats_of_communes_and_rough_points(text: str, words: str, latitude: float) -> None:
    """The seat of a commune comes before hamlets of its name; a row at whole degrees is the village that lies by it."""
    mention = next(mention for mention in where(text, FRENCH) if mention.text == words)
    assert mention.value.place is not None
    assert mention.value.place.latitude == pytest.approx(latitude, abs=0.5)
