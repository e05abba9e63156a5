"""HXL: a table of events with the row of tags by which humanitarian tools know its columns."""

from collections.abc import Iterable, Iterator
from typing import Any

from corro.exchange.outgoing import Outgoing

TAGS = {
    "id": "#event+id",
    "type": "#event+type",
    "title": "#event+name",
    "date": "#date+occurred",
    "first": "#date+occurred+start",
    "last": "#date+occurred+end",
    "admin1": "#adm1+name",
    "admin2": "#adm2+name",
    "place": "#loc+name",
    "latitude": "#geo+lat",
    "longitude": "#geo+lon",
    "killed_min": "#affected+killed+min",
    "killed_max": "#affected+killed+max",
    "sources": "#org+source",
    "lineages": "#indicator+sources+num",
    "support": "#meta+confidence",
}
"""Tags by column. Source: Humanitarian Exchange Language 1.1, core hashtags and attributes."""


def rows(events: Iterable[Outgoing]) -> Iterator[dict[str, Any]]:
    """Yield events in these columns."""
    for one in events:
        place, point, days, deaths = one.place, one.point, one.days(), one.deaths()
        yield {
            "id": one.event.slug,
            "type": one.event.type,
            "title": one.event.title,
            "date": one.event.interval.edtf if one.event.interval else None,
            "first": days[0].isoformat() if days else None,
            "last": days[1].isoformat() if days else None,
            "admin1": place.admin1 if place else None,
            "admin2": place.admin2 if place and not one.protected else None,
            "place": one.place_name,
            "latitude": point.latitude if point else None,
            "longitude": point.longitude if point else None,
            "killed_min": deaths[1] if deaths else None,
            "killed_max": deaths[2] if deaths else None,
            "sources": list(one.speakers()),
            "lineages": one.event.lineages,
            "support": one.event.support.value,
        }
