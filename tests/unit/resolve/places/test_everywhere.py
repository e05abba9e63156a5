"""Places anywhere in the world: given names and proposed ones, beside the Sahel's."""

import pytest

from corro.resolve import Names, PlaceMention, Proposal, Proposed, load_gazetteer, where_anywhere
from corro.values import Language, PlaceKind, PlacePrecision, Span


def given(text: str, *names: str, language: Language = Language.ENGLISH) -> dict[str, PlaceMention]:
    """Return what given names of a text resolve to, each at its first place in the text."""
    spans = tuple(Span(text.index(name), text.index(name) + len(name)) for name in names)
    found = where_anywhere(text, language, load_gazetteer(), Names(spans=spans))
    return dict(zip(names, found, strict=True))


def proposed(text: str, **kinds: Proposed) -> list[str]:
    """Return the places found where a recogniser proposes names, spaces in them written `_`."""
    names = [(name.replace("_", " "), kind) for name, kind in kinds.items()]
    proposals = [Proposal(Span(text.index(name), text.index(name) + len(name)), kind) for name, kind in names]
    found = where_anywhere(text, Language.ENGLISH, load_gazetteer(), Names(tuple(sorted(proposals, key=lambda one: one.span))))
    return [mention.text for mention in found]


def country_and_unit(mention: PlaceMention) -> tuple[str | None, str | None]:
    """Return a mention's country and region."""
    place = mention.value.place
    assert place is not None
    return place.country, place.admin1


@pytest.mark.parametrize(
    ("text", "name", "country", "unit"),
    [
        ("A barn burned in Paris.", "Paris", "FR", "Île-de-France"),
        ("A barn burned in Paris, Texas.", "Paris", "US", "Texas"),
        ("A barn burned in Paris, Tex., last night.", "Paris", "US", "Texas"),
        ("A barn burned in London, Ontario.", "London", "CA", "Ontario"),
        ("A barn burned in London, Ont., last night.", "London", "CA", "Ontario"),
        ("A barn burned in Newcastle, NSW.", "Newcastle", "AU", "New South Wales"),
    ],
)
def test_the_state_behind_a_town(text: str, name: str, country: str, unit: str) -> None:
    """The state or province right behind a town says which town is meant, in full and shortened."""
    assert country_and_unit(given(text, name)[name]) == (country, unit)


def test_a_town_is_where_its_neighbours_are() -> None:
    """Among namesakes the one near the other places of the text is meant; what the text says once holds throughout."""
    text = "The road from Springfield to Peoria and Decatur was closed, the Illinois police said."
    found = given(text, "Springfield", "Peoria", "Decatur", "Illinois")
    assert {country_and_unit(found[name]) for name in ("Springfield", "Peoria", "Decatur")} == {("US", "Illinois")}


@pytest.mark.parametrize(
    ("text", "name", "kind", "place"),
    [
        ("La réunion a eu lieu à New York.", "New York", PlaceKind.TOWN, "New York City"),
        ("La réunion a eu lieu à Londres.", "Londres", PlaceKind.TOWN, "London"),
        ("La réunion a eu lieu à Cuba.", "Cuba", PlaceKind.COUNTRY, "Cuba"),
        ("La réunion a eu lieu en Haïti.", "Haïti", PlaceKind.COUNTRY, "Haiti"),
    ],
)
def test_french(text: str, name: str, kind: PlaceKind, place: str) -> None:
    """French names of cities are known, and `à` speaks for a town, though an island takes it too."""
    mention = given(text, name, language=Language.FRENCH)[name]
    assert mention.value.place is not None
    assert (mention.kind, mention.value.place.name) == (kind, place)


def test_a_close_call_is_flagged() -> None:
    """Where another place is nearly as likely, the value says so and keeps the other as candidate."""
    mention = given("A barn burned in Springfield.", "Springfield")["Springfield"]
    assert mention.value.rule == "uncertain"
    assert mention.value.reason
    assert mention.value.candidates


@pytest.mark.parametrize(
    ("text", "name", "kind", "country"),
    [
        ("Floods hit Bavaria.", "Bavaria", PlaceKind.REGION, "DE"),
        ("Floods hit Georgia, Armenia and Azerbaijan.", "Georgia", PlaceKind.COUNTRY, "GE"),
        ("Floods hit Georgia, Alabama and Florida.", "Georgia", PlaceKind.REGION, "US"),
        ("Floods hit Dallas County, Texas.", "Dallas County", PlaceKind.CERCLE, "US"),
        ("Floods hit Mexico and Guatemala.", "Mexico", PlaceKind.COUNTRY, "MX"),
        ("Floods hit the UK.", "UK", PlaceKind.COUNTRY, "GB"),
        ("Floods hit Darfur.", "Darfur", PlaceKind.AREA, None),
        ("The Danish farmers came.", "Danish", PlaceKind.COUNTRY, "DK"),
    ],
)
def test_levels(text: str, name: str, kind: PlaceKind, country: str | None) -> None:
    """Countries, regions, districts and parts of the world are told apart; a people that is given as a name means its country."""
    mention = given(text, name, *(other for other in ("Armenia", "Alabama", "Florida") if other in text))[name]
    assert mention.value.place is not None
    assert (mention.kind, mention.value.place.country) == (kind, country)


def test_a_name_that_nothing_has() -> None:
    """What no gazetteer has stays open, with the name and a reason."""
    mention = given("A barn burned in Qorvenstadt.", "Qorvenstadt")["Qorvenstadt"]
    assert mention.value.place is None
    assert (mention.value.rule, mention.value.name) == ("not_listed", "Qorvenstadt")


@pytest.mark.parametrize("name", ["Manila Cathedral", "Rotterdam Harbour"])
def test_a_site_named_after_a_town(name: str) -> None:
    """A site that no gazetteer has lies by the town it is called after, near it only, and flagged."""
    found = given(f"They met at {name}.", name)
    site = found[name].value
    assert site.place is not None
    assert (site.place.kind, site.place.precision, site.matched) == (PlaceKind.FACILITY, PlacePrecision.NEAR, "named_after")
    assert site.rule == "uncertain"


@pytest.mark.parametrize("name", ["Oxford Street", "Brooklyn Bridge Park Road"])
def test_a_street_lies_where_it_lies(name: str) -> None:
    """A street is not in the town that it is called after."""
    assert given(f"They met on {name}.", name)[name].value.place is None


@pytest.mark.parametrize(
    ("text", "language", "name", "place"),
    [
        ("They fled Gao for Tinzaouatène.", Language.ENGLISH, "Tinzaouatène", "Ti-n-Zaouâtene"),
        ("Ils ont fui Gao pour Menaca.", Language.FRENCH, "Menaca", "Ménaka"),
        ("Ils ont fui Gao pour Tombouctou.", Language.FRENCH, "Tombouctou", "Timbuktu"),
        ("They fled Gao for Aguel'hoc.", Language.ENGLISH, "Aguel'hoc", "Aguelhoc"),
    ],
)
def test_spellings(text: str, language: Language, name: str, place: str) -> None:
    """A name in another spelling or an older one is the place, and says how it matched."""
    mention = given(text, name, language=language)[name]
    assert mention.value.place is not None
    assert mention.value.place.name == place
    assert mention.value.matched in ("variant", "supplement")


def test_the_sahel_leaves_open_what_nothing_decides() -> None:
    """In a text on Mali a village's name that many bear stays open, although somewhere in the world a town bears it."""
    mention = given("They fled Mopti for Sirakoro.", "Sirakoro")["Sirakoro"]
    assert mention.value.place is None
    assert mention.value.candidates


def test_a_town_of_the_country_named_comes_before_hamlets() -> None:
    """Where only hamlets of the Sahel bear the name of a town of a country that the text names, the town is meant."""
    mention = given("Le Tchad a envoyé deux officiers à Mao, et le Niger un à Diffa.", "Mao", language=Language.FRENCH)["Mao"]
    assert mention.value.place is not None
    assert mention.value.place.country == "TD"


def test_the_sahel_comes_first_in_a_text_about_it() -> None:
    """In a text on Mali a town of Mali is meant, and a city elsewhere when nothing at home bears the name."""
    found = given("A Malian envoy left Kati for New York and Vienna.", "Kati", "New York", "Vienna")
    assert [mention.value.place and mention.value.place.country for mention in found.values()] == ["ML", "US", "AT"]


@pytest.mark.parametrize(
    ("text", "kinds", "places"),
    [
        ("Rain fell in the northern Oregon valley.", {"northern_Oregon": Proposed.PLACE}, ["Oregon"]),
        ("Rain fell on Burkina Faso.", {"Burkina": Proposed.PLACE}, ["Burkina Faso"]),
        ("The Kentucky State Police came.", {"Kentucky_State_Police": Proposed.ORGANISATION}, ["Kentucky"]),
        ("The Denver Post says so.", {"Denver_Post": Proposed.ORGANISATION}, []),
        ("Oslo University says so.", {"Oslo_University": Proposed.ORGANISATION}, []),
        ("Rain fell in Lusaka.", {"Lusaka": Proposed.OTHER}, ["Lusaka"]),
        ("Lima Horne sang.", {"Lima_Horne": Proposed.OTHER}, []),
        ("Danish farmers came.", {"Danish": Proposed.PLACE}, []),
        ("West Nile virus spread.", {"West_Nile": Proposed.PLACE}, []),
        ("It cost US$5 in Peru.", {"US$5": Proposed.AMOUNT, "Peru": Proposed.PLACE}, ["Peru"]),
        ("Rain fell on Norway.", {}, ["Norway"]),
    ],
)
def test_proposals_are_corrected(text: str, kinds: dict[str, Proposed], places: list[str]) -> None:
    """What a recogniser proposes is cut to the name, or grown to the whole of it; bodies give the place that they begin with, save
    newspapers and schools; peoples and illnesses are no places; a country that was passed over is found.
    """
    assert proposed(text, **kinds) == places


@pytest.mark.parametrize(
    ("text", "name", "kind", "title"),
    [
        ("A cow from a Washington state farm died, Iowa officials said.", "Washington", PlaceKind.REGION, "Washington"),
        ("Cases rose in Washington, Oregon and California.", "Washington", PlaceKind.REGION, "Washington"),
        ("Eight cases in Alberta, one in New Brunswick.", "New Brunswick", PlaceKind.REGION, "New Brunswick/Nouveau-Brunswick"),
        ("European officials met in Paris.", "European", PlaceKind.AREA, "Europe"),
        ("Ships crossed the Pacific to Japan.", "Pacific", PlaceKind.WATER, "Pacific Ocean"),
        ("Farms on Luzon in the Philippines were closed.", "Luzon", PlaceKind.TERRAIN, "Luzon"),
    ],
)
def test_states_seas_and_islands(text: str, name: str, kind: PlaceKind, title: str) -> None:
    """A state said or listed with states is no town; seas, islands and continents' peoples are parts of the world."""
    names = sorted((each for each in ("Alberta", "Oregon", "California", name) if each in text), key=text.index)
    found = given(text, *names)[name].value.place
    assert found is not None
    assert (found.kind, found.name) == (kind, title)
