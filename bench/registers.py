"""Lines of the registers in the form in which whole records are scored."""

import re
from calendar import monthrange
from collections.abc import Callable, Iterable, Mapping, Sequence
from datetime import date

from bench.analysed import ends
from bench.frame import Line
from corro.model import Event, RegisterEntry
from corro.record.cells import BESIDE, INFERRED

ACCESS_KINDS = {
    "O1": "flight",
    "O2": "flight",
    "O3": "flight",
    "O4": "ground",
    "O5": "site",
    "O6": "ground",
    "O7": "visa",
    "O8": "site",
}
"""What was asked for, by type. Source: README of kasanda-dev, registers."""

OUTCOMES = {"denied or no response": "denied_or_no_response", "no response": "no_response", "granted": "approved"}
"""The gold's words for outcomes. Source: as above."""

_NUMBER = re.compile(r"\d+")
_PART = re.compile(r"(\d{4})(?:-(\d{2}))?(?:-(\d{2}))?")

Documents = Callable[[Iterable[str]], list[str]]


def lines_of(
    entries: Sequence[RegisterEntry], incident_of: Mapping[str, str], documents: Documents, events: Sequence[Event]
) -> dict[str, list[Line]]:
    """Return the lines of each register.

    Args:
        entries: The lines as the record has them.
        incident_of: For each claim the id under which its event or total is exported.
        documents: Gives the labels of the documents in which claims stand.
        events: The events, whose days date their lines.
    """
    by_event = {event.id: event for event in events}
    found: dict[str, list[Line]] = {}
    for entry in entries:
        event = by_event.get(entry.event_id or "")
        base = {
            "incident": next((incident_of[claim] for claim in entry.claims if claim in incident_of), None),
            "documents": documents(entry.claims),
            "type": event.type if event else entry.field("kind").split(" ")[0],
        }
        found.setdefault(entry.register, []).append({**base, **_COLUMNS.get(entry.register, _other)(entry, event)})
    return found


def _access(entry: RegisterEntry, event: Event | None) -> Line:
    return {
        "kind": ACCESS_KINDS.get(entry.field("kind")[:2]),
        "outcome": OUTCOMES.get(entry.field("outcome"), entry.field("outcome")),
        "interval": days_of(first(entry.field("window"))) or (ends(event.interval) if event else None),
        "count": number(entry.field("count")),
        "denominator": number(entry.field("denominator")),
    }


def _measure(entry: RegisterEntry, event: Event | None) -> Line:
    announced = first(entry.field("announced")) or first(entry.field("notified"))
    days = ends(event.interval) if event else None
    return {
        "announced": announced or (days[0] if days and days[0] == days[1] else None),
        "deadline": first(entry.field("deadline")),
        "ended": first(entry.field("lifted")),
        "status": entry.field("status"),
        "target": entry.field("target"),
        "issuer": entry.field("issuer"),
    }


def _meeting(entry: RegisterEntry, event: Event | None) -> Line:
    days = ends(event.interval) if event else None
    return {
        "date": days[0] if days else None,
        "presidency": entry.field("presidency") or None,
        "vote": entry.field("vote").replace("–", "-") or None,
        "briefers": entry.field("briefers").split(BESIDE) if entry.field("briefers") else [],
    }


def _violation(entry: RegisterEntry, event: Event | None) -> Line:
    return {"place": event.place.name if event and event.place else None, "official_version": entry.field("official_version")}


def _other(entry: RegisterEntry, _: Event | None) -> Line:
    return {"figures": _NUMBER.findall(entry.field("count"))}


_COLUMNS: Mapping[str, Callable[[RegisterEntry, Event | None], Line]] = {
    "access": _access,
    "measures": _measure,
    "meetings": _meeting,
    "violations": _violation,
}


def first(printed: str) -> str | None:
    """Return the best supported of the values that a column shows side by side, or None where none is known."""
    value = printed.split(BESIDE, maxsplit=1)[0].removesuffix(INFERRED).partition(" (")[0].strip()
    return value if _PART.match(value) else None


def number(printed: str) -> int | None:
    """Return the first figure of a column, or None."""
    match = _NUMBER.search(printed)
    return int(match[0]) if match else None


def days_of(edtf: str | None) -> list[str] | None:
    """Return the first and last day of an EDTF date or interval, or None where an end is open or unknown."""
    parts = [_PART.match(part) for part in (edtf or "").split("/")]
    if not all(parts) or not parts:
        return None
    whole = [match for match in parts if match]
    return [_day(whole[0], last=False).isoformat(), _day(whole[-1], last=True).isoformat()]


def _day(match: "re.Match[str]", *, last: bool) -> date:
    year, month, day = (int(part) if part else None for part in match.groups())
    year = year or 1
    if month is None:
        month = 12 if last else 1
    return date(year, month, day or (monthrange(year, month)[1] if last else 1))
