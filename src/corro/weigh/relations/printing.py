"""Values in words, as positions show them."""

from corro.model import ActorValue, CountValue, DurationValue, PlaceValue, TextValue, TimeAnchor, TimeValue, Value


def print_value(value: Value) -> str:
    """Return a value as it is shown; what stays open says so.

    Args:
        value: The value.

    Returns:
        For instance `2022-07-20`, `≥ 500 civilians`, `PT48H`, the source's own label, `Moura`.
    """
    if isinstance(value, TimeValue):
        return _time(value)
    if isinstance(value, CountValue):
        return _count(value)
    if isinstance(value, PlaceValue):
        return str(value.place) if value.place else "unresolved"
    if isinstance(value, DurationValue):
        return value.duration.iso
    return value.label if isinstance(value, ActorValue) else _text(value)


def _text(value: TextValue) -> str:
    return value.text


def _time(value: TimeValue) -> str:
    if value.interval is None:
        return "not dated"
    day = value.interval.edtf
    return day if value.anchor is TimeAnchor.OCCURRED else f"{day} ({value.anchor})"


def _count(value: CountValue) -> str:
    what = value.population or ("" if value.unit == "persons" else value.unit.replace("_", " "))
    return f"{value.count} {what}".strip()
