"""Which words name no event."""

import pytest
from tests.unit.extract.events.builders import claims_in, codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "He said the army would kill anyone who attacked its camps."),
        ("fr", "L'armée tuera quiconque s'approchera de ses camps, a averti le colonel."),
        ("en", "Fire killed five villagers in Karsa overnight."),
        ("fr", "Un incendie a tué cinq villageois à Karsa."),
        ("en", "The landlord gave the family 30 days to leave the house."),
        ("fr", "Le propriétaire a donné 30 jours à la famille pour quitter le logement."),
        ("en", "The Municipal Council met on Friday to discuss the market fees."),
        ("fr", "Le Conseil municipal s'est réuni vendredi pour examiner les taxes du marché."),
        ("fr", "Le ministre rappelle que la mission compte 13 000 soldats au Mali."),
        ("fr", "Le journal reprend les accusations de l'armée."),
        ("fr", "« Nous avons des champs », reprend le commerçant de Gao."),
        ("fr", "Dans ce roman, un sergent survit à une embuscade et obtient la libération des captifs."),
    ],
)
def test_these_words_name_no_event(language: str, text: str) -> None:
    """A general threat, an accident, a landlord's notice, another council, a reminder and fiction tell of no event of the field."""
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "The soldiers did not kill anyone in Karsa on Monday.", "V1"),
        ("en", "Letters threaten with death any farmer who pays the tax.", "V8"),
        ("en", "The Security Council met on Friday to discuss Kasanda.", "C1"),
        ("en", "The head of the mission told the Security Council on Tuesday that access had worsened.", "C1"),
        ("fr", "Le chef de la mission a déclaré mardi devant le Conseil de sécurité que l'accès s'était dégradé.", "C1"),
        ("en", "A mass grave was found near Karsa on Wednesday, a driver said.", "V1"),
        ("fr", "Une fosse commune aurait été découverte près de Karsa mercredi.", "V1"),
    ],
)
def test_these_words_name_one(language: str, text: str, code: str) -> None:
    """A denial about anybody, a threat against everybody, words to the Council and a mass grave are claims."""
    assert code in codes(text, language)


def test_a_ban_that_is_lifted_is_no_second_measure() -> None:
    """A ban that is only named as what is lifted is no measure of its own."""
    assert codes("Les autorités ont levé lundi l'interdiction des drones de la mission.", "fr") == ["O8"]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "At least 19 people were killed on Sunday when soldiers and foreign fighters opened fire at the market."),
        ("fr", "Au moins 19 personnes ont été tuées dimanche quand des soldats ont ouvert le feu au marché."),
    ],
)
def test_who_opened_fire_killed(language: str, text: str) -> None:
    """The doer of a killing is who attacks in the clause that tells how it came about, and makes its type."""
    (claim,) = claims_in(text, language=language)
    actors = [slot.span.of(text) for slot in claim.slots_of("actor")]
    assert claim.type == "V1"
    assert actors[0] in ("soldiers", "soldats")


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The prosecutor opened an inquiry into the killings of the herders on Monday.", ["C5"]),
        ("en", "Human rights groups called for an inquiry into the massacre in Karsa.", ["C4"]),
        ("fr", "Le procureur a ouvert lundi une enquête sur le massacre de Karsa.", ["C5"]),
    ],
)
def test_what_an_inquiry_is_about_is_no_second_event(language: str, text: str, expected: list[str]) -> None:
    """A deed that a noun only names as the topic of an inquiry, a call or a verdict is told elsewhere."""
    assert codes(text, language) == expected


def test_a_wide_trigger_gives_way_to_a_closer_one() -> None:
    """Words that a wide frame would read as a second event of their clause name none."""
    assert codes("Soldiers held the patrol of the mission at the bridge and obstructed its way for an hour.") == ["O4"]


@pytest.mark.parametrize(
    ("language", "text", "code"),
    [
        ("en", "Police drones aside, the air staff said no to a medical flight to Karsa on Monday.", "O1"),
        ("fr", "Des soldats ont assisté aux entretiens de la mission avec les témoins à Karsa.", "O6"),
        ("en", "A military judge issued an arrest warrant for the coordinator of the association.", "H3"),
        ("fr", "06 h 20 : accrochage près de Karsa entre la garde et des rebelles.", "A1"),
        ("en", "The Danes wound up their contribution to the peacekeeping mission in May.", "M2"),
    ],
)
def test_wide_frames_name_events(language: str, text: str, code: str) -> None:
    """A frame of many words that go together names an event where no closer trigger does."""
    assert code in codes(text, language)
