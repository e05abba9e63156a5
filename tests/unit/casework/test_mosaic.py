"""The mosaic check: no combination of traits stands for too few persons."""

from collections import Counter
from datetime import date, timedelta

from hypothesis import given
from hypothesis import strategies as st

from corro.casework import HELD_BACK, SMALLEST, Traits, checked
from corro.casework.mosaic import in_district, in_months
from corro.values import Interval, Place, PlaceKind, PlacePrecision

TOWN = Place("Aram", PlaceKind.TOWN, PlacePrecision.EXACT, 10.0, 1.0, "test:1", "QQ", "North", "Upper Aram")
OTHER = Place("Belo", PlaceKind.TOWN, PlacePrecision.EXACT, 12.0, 3.0, "test:2", "QQ", "North", "Upper Aram")
DAY = Interval.day(date(2026, 3, 7))


def row(place: Place | None = TOWN, day: int = 7, role: str = "nurse", persons: int = 1) -> Traits:
    """One person in a record."""
    return Traits(place, Interval.day(date(2026, 3, day)), role, "health worker", "f", "", persons)


def test_enough_alike_go_out_as_they_are() -> None:
    """Five of them."""
    assert all(one.steps == () for one in checked([row()] * 5))


def test_a_date_is_coarsened_first() -> None:
    """To the month; the place stays where that is enough."""
    results = checked([row(day=day) for day in range(1, 6)])
    assert {one.steps for one in results} == {("date to month",)}
    assert {one.traits.interval.edtf for one in results if one.traits and one.traits.interval} == {"2026-03"}
    assert {one.traits.place for one in results if one.traits} == {TOWN}


def test_then_the_place_then_the_role() -> None:
    """As far as it takes, in that order."""
    mixed = [row(place, role=role) for place in (TOWN, OTHER) for role in ("nurse", "doctor", "midwife")]
    results = checked(mixed)
    assert {one.steps for one in results} == {("date to month", "place to ADM2", "role to class")}
    assert {one.traits.place.name for one in results if one.traits and one.traits.place} == {"Upper Aram"}


def test_who_still_stands_alone_is_held_back() -> None:
    """And it is said."""
    (result,) = checked([row()])
    assert result.traits is None
    assert result.steps[-1] == HELD_BACK


def test_persons_count_and_not_rows() -> None:
    """One row can stand for many."""
    assert checked([row(persons=SMALLEST)])[0].steps == ()


def test_a_place_that_no_gazetteer_knows_is_dropped_when_coarsened() -> None:
    """Its name may be a village's."""
    assert in_district(Place("Somewhere")) is None
    assert in_district(TOWN) == Place(
        "Upper Aram", PlaceKind.CERCLE, PlacePrecision.DISTRICT, country="QQ", admin1="North", admin2="Upper Aram"
    )


def test_months_hold_what_they_coarsen() -> None:
    """An open end stays open; the hour goes."""
    span = Interval(date(2026, 3, 7), date(2026, 4, 2))
    assert in_months(span).edtf == "2026-03/2026-04"
    assert in_months(Interval(None, date(2026, 3, 7))).first is None


rows = st.builds(
    Traits,
    st.sampled_from([TOWN, OTHER, None]),
    st.integers(0, 60).map(lambda days: Interval.day(date(2026, 3, 1) + timedelta(days))),
    st.sampled_from(["nurse", "teacher"]),
    st.just("person"),
    st.sampled_from(["f", "m", ""]),
    st.sampled_from(["", "A"]),
    st.integers(1, 6),
)


@given(st.lists(rows, max_size=30))
def test_no_combination_that_goes_out_is_too_small(given_rows: list[Traits]) -> None:
    """Whatever goes in, each combination that comes out stands for at least five, and rows keep their order."""
    results = checked(given_rows)
    persons: Counter[str] = Counter()
    for one in results:
        if one.traits:
            persons[repr(Traits(one.traits.place, one.traits.interval, one.traits.role, "", one.traits.sex, one.traits.group))] += (
                one.traits.persons
            )
    assert all(number >= SMALLEST for number in persons.values())
    assert [one.traits.persons for one in results if one.traits] == [
        given_row.persons for given_row, one in zip(given_rows, results, strict=True) if one.traits
    ]
