"""GeoJSON (RFC 7946): events as points that are coarsened by how near their place is; what is protected has no geometry."""

import json
from collections.abc import Iterable, Iterator
from typing import Any

from corro.exchange.outgoing import Outgoing, place_code


def written(events: Iterable[Outgoing]) -> Iterator[bytes]:
    """Write a collection of features, one a line."""
    yield b'{"type":"FeatureCollection","features":[\n'
    comma = b""
    for one in events:
        yield comma + json.dumps(feature(one), ensure_ascii=False, sort_keys=True).encode()
        comma = b",\n"
    yield b"\n]}\n"


def feature(one: Outgoing) -> dict[str, Any]:
    """Return an event as a feature.

    Source: RFC 7946, 3.2 (a feature without a place has the geometry null), 4 (longitude first).
    """
    point, event = one.point, one.event
    geometry = {"type": "Point", "coordinates": [point.longitude, point.latitude]} if point else None
    days = one.days()
    return {
        "type": "Feature",
        "id": event.id,
        "geometry": geometry,
        "properties": {
            "type": event.type,
            "title": event.title,
            "date": event.interval.edtf if event.interval else None,
            "first": days[0].isoformat() if days else None,
            "last": days[1].isoformat() if days else None,
            "place": one.place_name or None,
            "where_prec": place_code("ucdp_where_precision", one.place),
            "coarsened": point.coarsened if point else None,
            "protected": one.protected,
            "lineages": event.lineages,
            "support": event.support.value,
            "assessment": event.assessment.value,
            "disputes": len(one.disputed()),
            "sources": list(one.speakers()),
        },
    }
