"""Choosing among namesakes, on places made up for it."""

from corro.resolve.places.choosing import Asked, Choice, choose
from corro.resolve.places.world import Candidate
from corro.values import Place, PlaceKind, PlacePrecision, Span


def town(unit: str, people: int, latitude: float, longitude: float, kind: PlaceKind = PlaceKind.TOWN) -> Candidate:
    """Return a place in a unit, called Aldor."""
    place = Place("Aldor", kind, PlacePrecision.EXACT, latitude, longitude, f"geonames:{people}", unit.partition(".")[0])
    return Candidate(place, people, unit)


def chosen(text: str, names: dict[str, tuple[Candidate, ...]], countries: dict[str, int] | None = None) -> dict[str, Choice]:
    """Choose for names at their first place in a text."""
    asked = [Asked(Span(text.index(name), text.index(name) + len(name)), name, (), found) for name, found in names.items()]
    return dict(zip(names, choose(text, asked, countries or {}), strict=True))


BIG, SMALL = town("XX.01", 90_000, 10, 10), town("YY.02", 20_000, 50, 50)


def test_the_larger_of_two() -> None:
    """With nothing else to go by the larger place is meant, and the other stays as candidate."""
    choice = chosen("It rained in Aldor.", {"Aldor": (SMALL, BIG)})["Aldor"]
    assert choice.candidate is BIG
    assert choice.others == (SMALL,)


def test_a_people_speaks_for_its_country() -> None:
    """The country whose people the text names outweighs a somewhat larger namesake."""
    assert chosen("The Yys met in Aldor.", {"Aldor": (BIG, SMALL)}, {"YY": 1})["Aldor"].candidate is SMALL


def test_the_unit_behind() -> None:
    """The unit behind the name decides, however small the place."""
    village, unit = town("YY.02", 600, 50, 50), town("YY.02", 500_000, 51, 51, PlaceKind.REGION)
    found = chosen("It rained in Aldor, Belmar.", {"Aldor": (BIG, village), "Belmar": (unit,)})
    assert found["Aldor"].candidate is village


def test_nearness() -> None:
    """A place next to the others of the text is meant."""
    near = town("YY.03", 5_000, 50.2, 50.2)
    found = chosen(
        "From Aldor to Cervo and Dunmar.", {"Aldor": (BIG, SMALL), "Cervo": (near,), "Dunmar": (town("YY.03", 900, 50.1, 50),)}
    )
    assert found["Aldor"].candidate is SMALL


def test_namesakes_at_one_place_are_no_doubt() -> None:
    """A town and its district at one place leave no doubt: the margin is wide."""
    district = town("XX.01", 90_000, 10.1, 10, PlaceKind.CERCLE)
    assert chosen("It rained in Aldor.", {"Aldor": (BIG, district)})["Aldor"].margin > 5


def test_nothing_of_the_name() -> None:
    """A name without candidates gives no choice."""
    assert chosen("It rained in Aldor.", {"Aldor": ()})["Aldor"].candidate is None
