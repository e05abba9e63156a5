"""Builds what goes out of a sensitive thing anew, from the few fields that may; nothing of it is masked or copied whole (R27)."""

from collections.abc import Iterable
from dataclasses import replace

from corro.casework.cells import SMALLEST
from corro.casework.mosaic import Traits, district_of, month_of
from corro.casework.sensitivity import has_child_victims
from corro.model.claim import CountValue, PlaceValue, TimeValue, Value
from corro.model.event import Event, EventValue, Held
from corro.model.item import Item
from corro.model.register import RegisterEntry, RegisterField
from corro.values import Bound, Count
from corro.vocab.event_types import event_types

PROTECTED = "protected"
"""Stands where the words of a sensitive thing would."""

SMALL = "not shown: a small number"
"""Stands where a count below the threshold would. Source: docs/codebook.md, R23."""

CHILDREN, PERSONS = "children", "persons"
"""What is told of who the victims are, and the class that it is coarsened to. Source: docs/codebook.md, R26 (role to class)."""

PLAIN_COLUMNS = frozenset({"kind", "term", "support", "assessment", "mrm_verified", "mrm_category"})
"""Columns whose cells are words of controlled lists, and so may go out. Source: docs/reference, registers."""

_TIME_COLUMNS = frozenset({"date"})
_PLACE_COLUMNS = frozenset({"place"})
_COUNT_COLUMNS = frozenset({"count"})


def traits_of(event: Event) -> Traits:
    """Return what of a sensitive event could point to a person, by the month and the district: no finer ones ever go out."""
    role = CHILDREN if has_child_victims(event) else PERSONS
    return district_of(month_of(Traits(event.place, event.interval, role, PERSONS, persons=_persons(event))))


def _persons(event: Event) -> int:
    """Return how many persons an event stands for: its greatest lowest figure of persons, at least one."""
    counts = [value.count.lowest for value in _counts(event) if value.unit == PERSONS and not value.cumulative]
    return max([1, *counts])


def _counts(event: Event) -> Iterable[CountValue]:
    return (held.value for value in event.values for held in value.held if isinstance(held.value, CountValue))


def rebuilt_event(event: Event, traits: Traits, name: str) -> Event:
    """Return a sensitive event as it may go out.

    Args:
        event: The event.
        traits: Its traits after the mosaic check.
        name: The id that it goes out under; it must tell nothing.

    Returns:
        An event with the coarsened day and place and the figures that are large enough; no words, claims, documents or holders.
    """
    told = [_told("time", TimeValue(traits.interval), traits.interval.edtf)] if traits.interval else []
    told += [_told("place", PlaceValue(traits.place), traits.place.name)] if traits.place else []
    figures = [
        _figure(value.role, held.value) for value in event.values for held in value.held if isinstance(held.value, CountValue)
    ]
    title = f"{event_types()[event.type].name_en} ({PROTECTED})"
    return Event(
        id=name,
        type=event.type,
        claims=(),
        documents=(),
        values=(*told, *dict.fromkeys(figures)),
        modality=event.modality,
        interval=traits.interval,
        place=traits.place,
        lineages=event.lineages,
        support=event.support,
        assessment=event.assessment,
        title=title,
    )


def _told(role: str, value: Value, printed: str) -> EventValue:
    return EventValue(role, (Held(value, printed, ()),))


def _figure(role: str, value: CountValue) -> EventValue:
    """Return a figure without the words of what it counts; a small one as none."""
    if is_small(value.count):
        return _told(role, CountValue(Count(None, None, Bound.UNKNOWN), value.unit), SMALL)
    return _told(role, CountValue(value.count, value.unit), f"{value.count} {value.unit}")


def is_small(count: Count, smallest: int = SMALLEST) -> bool:
    """Say whether a figure names a number, other than nought, below the threshold."""
    return any(number is not None and 0 < number < smallest for number in (count.minimum, count.maximum))


def rebuilt_entry(entry: RegisterEntry, event: Event | None) -> RegisterEntry:
    """Return a line of a register on something sensitive as it may go out.

    Args:
        entry: The line.
        event: Its event, rebuilt; None for a reported aggregate, of which no day, place or figure goes out.

    Returns:
        A line with the same columns; those that could tell something are empty.
    """
    fields = tuple(RegisterField(field.name, _cell(field, event)) for field in entry.fields)
    return RegisterEntry(entry.register, event.id if event else None, fields)


NAMING_COLUMNS = frozenset({"named_as"})
"""Columns by which a person is told by name. Source: docs/codebook.md, R25 and R32; vocab/registers/briefers.toml."""

_GUARDED = ("risk_", "check_in_", "consent_", "incidents", "focal_point")
"""Beginnings of columns on a person's safety, which stay in the section. Source: docs/codebook.md, R28 and R32."""


def outside_item(item: Item, *, named: bool) -> Item:
    """Return what people entered as it may go out: without reasons, earlier values, names of staff, and columns on safety.

    Args:
        item: The item.
        named: Whether the persons whom it names may be told by name.
    """
    left = [value for value in item.values if not value.column.startswith(_GUARDED)]
    told = [value for value in left if named or value.column not in NAMING_COLUMNS]
    values = tuple(replace(value, by="", act="", earlier=()) for value in told)
    return replace(item, values=values, opened_by="", reason="", acts=(), remarks=())


def _cell(field: RegisterField, event: Event | None) -> str:
    if field.name in PLAIN_COLUMNS:
        return field.printed
    if event is None:
        return ""
    if field.name in _TIME_COLUMNS:
        return event.interval.edtf if event.interval else ""
    if field.name in _PLACE_COLUMNS:
        return event.place.name if event.place else ""
    if field.name in _COUNT_COLUMNS:
        figures = [(value.role, held) for value in event.values for held in value.held if isinstance(held.value, CountValue)]
        return " | ".join(f"{role}: {held.printed}" for role, held in figures)
    return ""
