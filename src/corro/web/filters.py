"""The filters of the list of events: read from the address, and what to loosen where nothing fits."""

from collections.abc import Mapping
from datetime import date

from corro.errors import BadOptionError
from corro.model.answer import EventFilter, Window
from corro.model.claim import Modality
from corro.model.event import Support
from corro.pipeline.view import RecordView
from corro.vocab.event_types import event_types

FIELDS = ("type", "from", "to", "place", "actor", "source", "text", "support", "modality", "disputed")
"""Names of the filters in the address; those of `corro show events`."""


def asked(query: Mapping[str, str]) -> dict[str, str]:
    """Return the filters that an address sets."""
    return {name: query[name].strip() for name in FIELDS if query.get(name, "").strip()}


def event_filter(given: Mapping[str, str]) -> EventFilter:
    """Return the filter that an address asks for.

    Raises:
        BadOptionError: A day, a type or a term of a list is none.
    """
    return EventFilter(
        types=_types(given.get("type", "")),
        since=_day(given, "from"),
        until=_day(given, "to"),
        **{name: given.get(name, "") for name in ("place", "actor", "source", "text")},
        support=Support(_one_of(given["support"], list(Support))) if "support" in given else None,
        modality=Modality(_one_of(given["modality"], list(Modality))) if "modality" in given else None,
        disputed=True if "disputed" in given else None,
    )


def loosened(view: RecordView, given: Mapping[str, str]) -> list[tuple[str, int, dict[str, str]]]:
    """Return, for each filter that is set, how many events there are without it, and the filters that are left; most first."""
    found = []
    for name in given:
        left = {other: text for other, text in given.items() if other != name}
        found.append((name, view.events(event_filter(left), Window(0, 1)).total, left))
    return sorted(found, key=lambda one: -one[1])


def _types(text: str) -> tuple[str, ...]:
    known = {*event_types(), *(code[0] for code in event_types())}
    return (_one_of(text, sorted(known)),) if text else ()


def _day(given: Mapping[str, str], name: str) -> date | None:
    text = given.get(name, "")
    try:
        return date.fromisoformat(text) if text else None
    except ValueError:
        raise BadOptionError(f"{text[:40]!r} is not a day; write it as 2023-02-05.") from None


def _one_of(text: str, known: list[str]) -> str:
    if text not in known:
        raise BadOptionError(f"There is no {text[:40]!r}. There are {', '.join(known)}.")
    return text
