"""How values are shown, and which values are the same."""

from corro.model import ActorValue, CountValue, DurationValue, PlaceValue, TextValue, TimeAnchor, TimeValue, Value
from corro.values import Duration, fold
from corro.vocab import actor

UNKNOWN = "unknown"
_ARTICLES = frozenset({"the", "a", "an", "le", "la", "les", "l", "un", "une", "des", "du"})
_UNITS = ("years", "months", "weeks", "days", "hours", "minutes")


def printed(value: Value) -> str:
    """Return a value as lists show it; what stays open says so, with its reason."""
    match value:
        case ActorValue():
            return _actor(value)
        case TimeValue():
            return _time(value)
        case PlaceValue():
            return _place(value)
        case CountValue():
            return _count(value)
        case DurationValue():
            return _duration(value.duration)
        case TextValue():
            return " ".join(value.text.split())


def value_key(value: Value) -> tuple[str, ...]:
    """Return what two values share exactly where they say the same."""
    match value:
        case ActorValue():
            return ("id", value.actor_id) if value.actor_id else ("label", *_bare(value.name or value.label))
        case TimeValue():
            return (value.anchor, local_time(value) or (value.interval.edtf if value.interval else ""), value.condition)
        case PlaceValue(place=None):
            known_as = fold(value.name) or value.reason
            return ("open", *sorted(candidate.name for candidate in value.candidates), known_as)
        case PlaceValue():
            return _place_key(value)
        case CountValue():
            window = value.window.edtf if value.window else ""
            as_of = value.as_of.edtf if value.as_of else ""
            return (str(value.count), fold(value.unit), fold(value.population), window, as_of, str(value.denominator))
        case DurationValue():
            return (value.duration.iso,)
        case TextValue():
            return (value.key or fold(value.text),)


def _bare(name: str) -> tuple[str, ...]:
    words = fold(name).split()
    while len(words) > 1 and words[0] in _ARTICLES:
        words = words[1:]
    return tuple(words)


def _actor(value: ActorValue) -> str:
    known = actor(value.actor_id) if value.actor_id else None
    shown = known.name if known else (value.name or value.label)
    guess = actor(value.inferred_id) if value.inferred_id else None
    return f"{shown} (inferred: {guess.name})" if guess and not known else shown


LOCAL = " (local time, zone not named)"
"""Stands behind a due time by a clock whose zone nobody names."""


def local_time(value: TimeValue) -> str:
    """Return a due time to the hour by the document's own clock, whose zone is unknown; empty for all other times."""
    local = value.anchor is TimeAnchor.DEADLINE and value.interval is not None and value.interval.at is None
    return value.timex if local and "T" in value.timex else ""


def _time(value: TimeValue) -> str:
    shown = value.interval.edtf if value.interval else UNKNOWN
    shown = f"{local}{LOCAL}" if (local := local_time(value)) else shown
    if value.interval is None and value.reason:
        shown = f"{UNKNOWN} ({value.reason})"
    if value.anchor not in (TimeAnchor.OCCURRED, TimeAnchor.DEADLINE):
        shown = f"{shown} ({value.anchor.replace('_', ' ')})"
    return f"{value.condition}: {shown}" if value.condition else shown


def _place(value: PlaceValue) -> str:
    if value.place is not None:
        return value.place.name
    if value.name:
        like = " or ".join(candidate.name for candidate in value.candidates)
        return f"{value.name} (unresolved; like {like})" if like else f"{value.name} (unresolved)"
    if value.candidates:
        return "unresolved: " + " or ".join(candidate.name for candidate in value.candidates)
    return f"unresolved ({value.reason})" if value.reason else "unresolved"


def _place_key(value: PlaceValue) -> tuple[str, ...]:
    place = value.place
    if place is None:
        return ()
    return (place.gazetteer_id or fold(place.name), place.precision, str(place.radius_km or ""))


def _count(value: CountValue) -> str:
    shown = f"{value.count} {counted(value)}".strip()
    if value.denominator is not None:
        shown += f" of {value.denominator}"
    return f"{shown}, {value.window.edtf}" if value.window else shown


def counted(value: CountValue) -> str:
    """Return what a figure counts: who in the source's words where it says, else the unit; both where each adds something."""
    unit, population = value.unit, value.population
    if not population or fold(unit) == fold(population):
        return unit
    return population if unit in ("", "persons") or fold(unit) in fold(population) else f"{unit} ({population})"


def _duration(duration: Duration) -> str:
    parts = [(getattr(duration, unit), unit) for unit in _UNITS]
    return ", ".join(f"{number} {unit if number != 1 else unit[:-1]}" for number, unit in parts if number) or duration.iso
