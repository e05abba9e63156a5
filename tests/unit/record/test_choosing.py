"""What lists show where claims differ."""

from datetime import date

from tests.unit.record.builders import a_claim, a_slot, at, in_month, on_day, weights

from corro.model import Modality, TimeAnchor, TimeValue
from corro.record.choosing import best_interval, best_place, firmest, most_held_type
from corro.values import Interval, Place, PlaceKind, PlacePrecision

COUNT = weights().independence
TOWN = Place("Gao", PlaceKind.TOWN, PlacePrecision.EXACT, 16.2, 0.0, "t:1", "ML", "Gao Region")
REGION = Place("Gao Region", PlaceKind.REGION, PlacePrecision.PROVINCE, 17.0, 0.0, "t:2", "ML")
COUNTRY = Place("Mali", PlaceKind.COUNTRY, PlacePrecision.COUNTRY, gazetteer_id="t:3", country="ML")


def day(number: int) -> Interval:
    """Return a day of February 2023."""
    return Interval.day(date(2023, 2, number))


def test_the_day_with_most_independent_lineages_is_shown() -> None:
    """Two against one."""
    assert best_interval([a_claim(1, on_day(5)), a_claim(2, on_day(6)), a_claim(3, on_day(6))], COUNT) == day(6)


def test_a_month_supports_the_day_inside_it() -> None:
    """Who says February does not contradict who says the fifth; the finer is shown."""
    assert best_interval([a_claim(1, in_month()), a_claim(2, in_month()), a_claim(3, on_day(5))], COUNT) == day(5)


def test_a_stated_day_goes_before_an_inferred_one() -> None:
    """Where both are equally supported."""
    assert best_interval([a_claim(1, on_day(5, inferred=True)), a_claim(2, on_day(6))], COUNT) == day(6)


def test_when_it_occurred_goes_before_when_it_was_announced_and_a_deadline_dates_nothing() -> None:
    """Anchors are not mixed."""
    announced = a_claim(2, on_day(6, TimeAnchor.ANNOUNCED))
    assert best_interval([a_claim(1, on_day(5)), announced, a_claim(3, on_day(6, TimeAnchor.ANNOUNCED))], COUNT) == day(5)
    assert best_interval([announced], COUNT) == day(6)
    assert best_interval([a_claim(1, on_day(9, TimeAnchor.DEADLINE))], COUNT) is None


def test_claims_that_do_not_assert_the_event_do_not_date_it() -> None:
    """A denial's date is not the event's."""
    assert best_interval([a_claim(1), a_claim(2, on_day(5), modality=Modality.NEGATED)], COUNT) is None


def test_a_country_or_region_supports_the_town_inside_it() -> None:
    """The finest place that most agree with is shown."""
    assert best_place([a_claim(1, at(COUNTRY)), a_claim(2, at(REGION)), a_claim(3, at(TOWN))], COUNT) == TOWN
    assert best_place([a_claim(1, at(COUNTRY)), a_claim(2, at(REGION))], COUNT) == REGION
    assert best_place([a_claim(1)], COUNT) is None


def test_a_town_elsewhere_is_not_supported_by_the_region() -> None:
    """Two reports of the region's town outweigh one of another's."""
    elsewhere = Place("Kayes", PlaceKind.TOWN, PlacePrecision.EXACT, gazetteer_id="t:9", country="ML", admin1="Kayes Region")
    claims = [a_claim(1, at(elsewhere)), a_claim(2, at(TOWN)), a_claim(3, at(REGION))]
    assert best_place(claims, COUNT) == TOWN


def test_the_type_of_most_lineages_is_the_events() -> None:
    """Then of most claims, then the first by code."""
    claims = [a_claim(1, type="A3"), a_claim(2, type="V1"), a_claim(3, type="V1")]
    assert most_held_type(claims, COUNT) == "V1"
    assert most_held_type(claims[:2], COUNT) == "A3"


def test_the_firmest_modality_is_the_events() -> None:
    """What one alleges and another reports as fact happened, as far as the reports go."""
    claims = [a_claim(1, modality=Modality.ALLEGED), a_claim(2, modality=Modality.HAPPENED)]
    assert firmest(claims) is Modality.HAPPENED
    assert firmest([a_claim(1, modality=Modality.HISTORICAL)]) is Modality.HISTORICAL


def test_only_a_lifting_is_dated_by_the_day_of_the_lifting() -> None:
    """The end of a measure is no date of the measure, and the date of the act that ends it."""
    lifted = a_slot("time", TimeValue(Interval.day(date(2022, 8, 15)), TimeAnchor.LIFTED))
    assert best_interval([a_claim(1, lifted, type="O8")], len) == Interval.day(date(2022, 8, 15))
    assert best_interval([a_claim(1, lifted, type="H2")], len) is None
