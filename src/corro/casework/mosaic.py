"""The mosaic check: whether place, date, role, sex and group together point to too few persons, and what is done then (R26).

Rows are coarsened step by step, and only as far as it takes; a row that still stands for too few persons is held back. The count is
of persons in the record, not in the world: what goes out says so.

Source: docs/codebook.md, R26; Sweeney, L. (2002), k-Anonymity: a Model for Protecting Privacy, International Journal of
Uncertainty, Fuzziness and Knowledge-Based Systems 10 (5), 557-570.
"""

from collections import Counter
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import date

from corro.casework.cells import SMALLEST
from corro.values import Granularity, Interval, Place, PlaceKind, PlacePrecision

NOT_TOLD = ""
"""Stands for what a row does not tell, or must not."""

REMARK = "k counts persons in this record, not in the world"
"""What is said wherever a mosaic check had its say. Source: docs/codebook.md, R26."""


@dataclass(frozen=True, slots=True)
class Traits:
    """What together could point to a person.

    Attributes:
        place: Where, or None.
        interval: When, or None.
        role: What they are (`nurse`, `village chief`).
        role_class: The class that the role belongs to (`health worker`, `person`).
        sex: Their sex, or empty.
        group: Their ethnic or other group, or empty.
        persons: How many persons the row stands for; a count that nobody gives is one.
    """

    place: Place | None = None
    interval: Interval | None = None
    role: str = NOT_TOLD
    role_class: str = NOT_TOLD
    sex: str = NOT_TOLD
    group: str = NOT_TOLD
    persons: int = 1


def month_of(traits: Traits) -> Traits:
    """Coarsen the date to whole months; an end that is open stays so."""
    return replace(traits, interval=in_months(traits.interval) if traits.interval else None)


def in_months(interval: Interval) -> Interval:
    """Return the whole calendar months that an interval touches, without its hour."""
    first = interval.first.replace(day=1) if interval.first else None
    last = _last_of_month(interval.last) if interval.last else None
    same = first and last and (first.year, first.month) == (last.year, last.month)
    return Interval(first, last, Granularity.MONTH if same else Granularity.SPAN)


def _last_of_month(day: date) -> date:
    return Interval.month(day.year, day.month).last or day


def district_of(traits: Traits) -> Traits:
    """Coarsen the place to its second-level unit, or what is coarser where that is not known."""
    return replace(traits, place=in_district(traits.place) if traits.place else None)


def in_district(place: Place) -> Place | None:
    """Return the second-level unit that a place lies in, else its region, else its country; without a point.

    A place that no gazetteer knows is dropped: its name may be a village's.
    """
    if place.admin2:
        return Place(
            place.admin2, PlaceKind.CERCLE, PlacePrecision.DISTRICT, country=place.country, admin1=place.admin1, admin2=place.admin2
        )
    if place.admin1:
        return Place(place.admin1, PlaceKind.REGION, PlacePrecision.PROVINCE, country=place.country, admin1=place.admin1)
    if place.kind is PlaceKind.COUNTRY or place.country:
        name = place.name if place.kind is PlaceKind.COUNTRY else str(place.country)
        return Place(name, PlaceKind.COUNTRY, PlacePrecision.COUNTRY, country=place.country)
    return None


def class_of(traits: Traits) -> Traits:
    """Coarsen the role to its class."""
    return replace(traits, role=traits.role_class)


STEPS: tuple[tuple[str, Callable[[Traits], Traits]], ...] = (
    ("date to month", month_of),
    ("place to ADM2", district_of),
    ("role to class", class_of),
)
"""How a row is coarsened, in this order. Source: docs/codebook.md, R26."""

HELD_BACK = "held back"
"""The last step: the row does not go out."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What became of one row.

    Attributes:
        traits: As they may go out; None where the row is held back.
        steps: What was done, in order.
    """

    traits: Traits | None
    steps: tuple[str, ...] = ()


def checked(rows: Sequence[Traits], smallest: int = SMALLEST) -> tuple[Checked, ...]:
    """Coarsen rows until each combination of traits stands for enough persons.

    Args:
        rows: The rows of one release.
        smallest: How many persons a combination stands for at least.

    Returns:
        For each row, in order, what may go out.
    """
    results = [Checked(row) for row in rows]
    for name, step in STEPS:
        few = _too_few(results, smallest)
        results = [_coarser(one, name, step) if few[place] else one for place, one in enumerate(results)]
    while any(few := _too_few(results, smallest)):
        results = [Checked(None, (*one.steps, HELD_BACK)) if few[place] else one for place, one in enumerate(results)]
    return tuple(results)


def _coarser(one: Checked, name: str, step: Callable[[Traits], Traits]) -> Checked:
    if one.traits is None:
        return one
    traits = step(one.traits)
    return one if traits == one.traits else Checked(traits, (*one.steps, name))


def _too_few(results: Sequence[Checked], smallest: int) -> list[bool]:
    persons: Counter[tuple[object, ...]] = Counter()
    for one in results:
        if one.traits:
            persons[_key(one.traits)] += one.traits.persons
    return [one.traits is not None and persons[_key(one.traits)] < smallest for one in results]


def _key(traits: Traits) -> tuple[object, ...]:
    place = traits.place
    where = (place.name, place.country, place.admin1, place.admin2, place.precision) if place else None
    when = traits.interval.edtf if traits.interval else None
    return where, when, traits.role, traits.sex, traits.group
