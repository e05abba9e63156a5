"""The gold's names for what Corro calls roles, and figures in the gold's notation."""

from corro.model import CountValue, Difference, DurationValue, Value
from corro.values import Bound, Count

PLAIN = {"time": "date", "duration": "deadline_hours", "deadline": "deadline_hours", "announced_by": "notified"}
"""Roles that have another name in the gold, whatever the event. Source: README of kasanda-dev, Fields."""

ISSUED = ("H", "O")
"""Families in which the doer is the issuer of a measure. Source: as above, `issuer` and `actor`."""

BY_BODIES = ("C4", "C5")
"""Types whose doer is the body that calls or inquires. Source: as above, `body`."""

BY_NAME = {"target": ("target_name", "target_role"), "briefer": ("briefer_name", "briefer_role")}
"""Roles for which the gold keeps spelling of the name and post apart. Source: as above."""

UNITS_APART = {"count.two_units", "count.unit_changed"}
"""Rules that find figures of different units; the gold's field for what is counted is `counted`. Source: as above."""

SIGNS = {Bound.AT_LEAST: ">=", Bound.MORE_THAN: ">", Bound.AT_MOST: "<=", Bound.LESS_THAN: "<", Bound.APPROXIMATE: "~"}
"""Source: README of kasanda-dev, Values."""


def difference_field(difference: Difference, event_type: str) -> str:
    """Return the gold's field for what a difference is about.

    Args:
        difference: The difference.
        event_type: Code of the event's type.
    """
    role, rules = difference.field, set(difference.rule.removeprefix("inside.").split())
    if rules <= UNITS_APART:
        return "counted"
    if role in BY_NAME:
        of_name, of_post = BY_NAME[role]
        return of_name if any(rule.startswith("name.") for rule in rules) else of_post
    if role == "actor" and event_type[:1] in ISSUED:
        return "issuer"
    if role == "actor" and event_type in BY_BODIES:
        return "body"
    return PLAIN.get(role, role)


def count_field(role: str, value: Value) -> str | None:
    """Return the gold's field for a figure, or None for what is none."""
    if isinstance(value, DurationValue):
        return "deadline_hours" if role == "duration" else None
    return role if isinstance(value, CountValue) else None


def count_text(value: Value) -> int | str | None:
    """Return a figure in the gold's notation, or None where the source names none ("dozens")."""
    if isinstance(value, DurationValue):
        hours = value.duration.hours + 24 * value.duration.days
        return hours or None
    return _figure(value.count) if isinstance(value, CountValue) else None


def _figure(count: Count) -> int | str | None:
    if count.bound is Bound.RANGE:
        return f"{count.minimum}-{count.maximum}"
    sign = SIGNS.get(count.bound, "")
    return f"{sign}{count.point}" if sign and count.point is not None else count.point
