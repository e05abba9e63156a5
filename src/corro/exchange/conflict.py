"""Tables in the shapes of UCDP GED and of ACLED: this record's own events, under its own ids; no row or id of theirs is made up."""

from collections.abc import Iterable, Iterator
from typing import Any

from corro.exchange.outgoing import Outgoing, chain_of, dispute_text, name_of, place_code, precision_code
from corro.model import ActorKind
from corro.vocab.event_types import event_types

UCDP_COLUMNS = (
    "id", "relid", "year", "active_year", "code_status", "type_of_violence", "conflict_id", "conflict_name", "dyad_id",
    "dyad_name", "side_a_id", "side_a", "side_b_id", "side_b", "number_of_sources", "source_article", "source_office",
    "source_date", "source_headline", "source_original", "where_prec", "where_coordinates", "where_description", "adm_1",
    "adm_2", "latitude", "longitude", "geom_wkt", "priogrid_gid", "country", "country_id", "region", "event_clarity",
    "date_prec", "date_start", "date_end", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "best", "high",
    "low", "gwnoa", "gwnob",
)  # fmt: skip
"""Source: UCDP GED codebook, version 23.1 (2023), list of variables."""

ACLED_COLUMNS = (
    "event_id_cnty", "event_date", "year", "time_precision", "disorder_type", "event_type", "sub_event_type", "actor1",
    "assoc_actor_1", "inter1", "actor2", "assoc_actor_2", "inter2", "interaction", "civilian_targeting", "iso", "region",
    "country", "admin1", "admin2", "admin3", "location", "latitude", "longitude", "geo_precision", "source", "source_scale",
    "notes", "fatalities", "tags", "timestamp",
)  # fmt: skip
"""Source: ACLED codebook (2023), columns since 20 March 2023."""

PREFIX = "CORRO-"
"""Goes before an event's id, so that nobody takes it for one of ACLED's."""

_STATE = frozenset({ActorKind.STATE_FORCE, ActorKind.GOVERNMENT, ActorKind.FOREIGN_STATE_FORCE, ActorKind.FOREIGN_GOVERNMENT})
_HARMED = ("victim", "target")
_FAMILIES = frozenset("VA")
"""Families that ACLED's events have a place for. Source: docs/how-to/exchange.md."""


def ucdp_rows(events: Iterable[Outgoing]) -> Iterator[dict[str, Any]]:
    """Yield the events in which somebody was killed and whose days are known, in UCDP's columns.

    Conflicts, dyads and sides have no ids: those are UCDP's to give.
    """
    for one in events:
        row = _ucdp(one)
        if row:
            yield row


def _ucdp(one: Outgoing) -> dict[str, Any] | None:
    deaths, days, kinds = one.deaths(), one.days(), event_types()[one.event.type].ucdp
    if not deaths or not deaths[2] or not days or not kinds or one.event.interval is None:
        return None
    precision = precision_code("ucdp_date_precision", one.event.interval)
    if precision is None:
        return None
    best, low, high = deaths
    sides = _sides(one)
    told = {
        "id": one.event.slug,
        "year": days[0].year,
        "type_of_violence": _kind_of_violence(one, kinds),
        "side_a": sides[0],
        "side_b": sides[1],
        "number_of_sources": one.event.lineages,
        "source_article": list(chain_of(one)),
        "source_office": list(one.outlets()),
        "source_original": list(one.speakers()),
        "where_prec": place_code("ucdp_where_precision", one.place),
        "event_clarity": 1,
        "date_prec": precision,
        "date_start": days[0].isoformat(),
        "date_end": days[1].isoformat(),
        "deaths_unknown": best,
        "best": best,
        "low": low,
        "high": high,
    }
    return {**told, **_where(one)}


def _where(one: Outgoing) -> dict[str, Any]:
    place, point = one.place, one.point
    return {
        "where_coordinates": one.place_name,
        "adm_1": place.admin1 if place else None,
        "adm_2": place.admin2 if place and not one.protected else None,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "geom_wkt": f"POINT ({point.longitude} {point.latitude})" if point else None,
        "country": place.country if place else None,
    }


def _sides(one: Outgoing) -> tuple[str, str]:
    actors, harmed = one.actors("actor"), one.actors(*_HARMED)
    first = name_of(actors[0]) if actors else ""
    if harmed:
        civil = harmed[0].kind is ActorKind.CIVILIANS
        return first, "Civilians" if civil else name_of(harmed[0])
    return first, name_of(actors[1]) if len(actors) > 1 else ""


def _kind_of_violence(one: Outgoing, kinds: tuple[int, ...]) -> int:
    """Return UCDP's type: of a clash, between groups only where no side is a State's."""
    parties = {actor.kind for actor in (*one.actors("actor"), *one.actors(*_HARMED))}
    if 2 in kinds and parties and not parties & _STATE and ActorKind.UNKNOWN not in parties:
        return 2
    return kinds[0]


def acled_rows(events: Iterable[Outgoing]) -> Iterator[dict[str, Any]]:
    """Yield the events of violence and of armed acts whose days are known to a month, in ACLED's columns.

    Figures are the lowest that is held, as ACLED's are; what sources dispute stands in the notes.
    """
    for one in events:
        row = _acled(one)
        if row:
            yield row


def _acled(one: Outgoing) -> dict[str, Any] | None:
    kind, days = event_types()[one.event.type], one.days()
    if one.event.type[0] not in _FAMILIES or not kind.acled or not days or one.event.interval is None:
        return None
    precision = precision_code("acled_time_precision", one.event.interval)
    if precision is None:
        return None
    deaths, (first, second) = one.deaths(), _sides(one)
    coded = kind.acled[0]
    place, point = one.place, one.point
    civilians = second == "Civilians"
    return {
        "event_id_cnty": f"{PREFIX}{one.event.slug}",
        "event_date": days[0].isoformat(),
        "year": days[0].year,
        "time_precision": precision,
        "disorder_type": "Strategic developments" if coded.event == "Strategic developments" else "Political violence",
        "event_type": coded.event,
        "sub_event_type": coded.sub_events[0] if coded.sub_events else "",
        "actor1": first,
        "actor2": second,
        "civilian_targeting": "Civilian targeting" if civilians else "",
        "country": place.country if place else None,
        "admin1": place.admin1 if place else None,
        "admin2": place.admin2 if place and not one.protected else None,
        "location": one.place_name,
        "latitude": point.latitude if point else None,
        "longitude": point.longitude if point else None,
        "geo_precision": place_code("acled_geo_precision", place),
        "source": list(one.outlets()),
        "notes": ". ".join(part for part in (one.event.title, dispute_text(one.disputed())) if part),
        "fatalities": deaths[1] if deaths else 0,
    }
