"""Draws where events were: as an area as large as the place is imprecise, over coasts and borders that come with Corro."""

from collections.abc import Sequence
from dataclasses import dataclass
from math import cos, radians

from corro.brief.pictures import WIDTH
from corro.brief.svg import FILL, SOFT, Drawing, fitting
from corro.brief.wording import Wording
from corro.model import Event
from corro.model.brief import Picture
from corro.values import Place, PlacePrecision
from corro.vocab.basemap import coasts_and_borders

KM_PER_DEGREE = 111.2
"""Kilometres in a degree of latitude. Source: mean earth radius of 6371.0088 km (IUGG, GRS 80), times π/180."""

_RADIUS_KM = {PlacePrecision.EXACT: 2.0, PlacePrecision.NEAR: 25.0, PlacePrecision.DISTRICT: 60.0, PlacePrecision.PROVINCE: 150.0}
"""How far off a point may be where the gazetteer does not say. Source: UCDP GED codebook 23.1, where_prec 2 (some 25 km); those of
districts and provinces: own choice, the size of a cercle and of a region of Mali."""

_LEAST_SPAN_DEG = 3.0
_MARGIN_SHARE = 0.15
_HEIGHT_MOST = 520.0
_LEAST_DOT_PX = 4.0


@dataclass(frozen=True, slots=True)
class _Frame:
    """The part of the world that a map shows, and how it lies on the drawing (equirectangular, true to scale in its middle)."""

    west: float
    south: float
    east: float
    north: float

    @property
    def scale(self) -> float:
        """Pixels in a degree of latitude."""
        return min(WIDTH / ((self.east - self.west) * self.squeeze), _HEIGHT_MOST / (self.north - self.south))

    @property
    def squeeze(self) -> float:
        return cos(radians((self.south + self.north) / 2))

    @property
    def size(self) -> tuple[float, float]:
        return ((self.east - self.west) * self.squeeze * self.scale, (self.north - self.south) * self.scale)

    def at(self, longitude: float, latitude: float) -> tuple[float, float]:
        return ((longitude - self.west) * self.squeeze * self.scale, (self.north - latitude) * self.scale)

    def holds(self, longitude: float, latitude: float) -> bool:
        return self.west <= longitude <= self.east and self.south <= latitude <= self.north


def map_of(events: Sequence[Event], say: Wording) -> tuple[Picture, ...]:
    """Draw the events whose place is known better than by its country; none where there is no such event."""
    by_place: dict[Place, list[Event]] = {}
    for event in events:
        if event.place and event.place.located and event.place.precision in _RADIUS_KM:
            by_place.setdefault(event.place, []).append(event)
    if not by_place:
        return ()
    frame = _frame(list(by_place))
    drawing = Drawing(*frame.size, say.heading("map"))
    _borders(drawing, frame)
    for place, there in sorted(by_place.items(), key=lambda pair: pair[0].name):
        _spot(drawing, frame, place, len(there))
    named = [(place.name, ", ".join(event.slug for event in there)) for place, there in by_place.items()]
    told = "; ".join(f"{name}: {slugs}" for name, slugs in sorted(named))
    return (Picture("map", drawing.svg, f"{say.heading('map')}. {told}. {say.phrase('borders')}"),)


def _frame(places: Sequence[Place]) -> _Frame:
    longitudes = [place.longitude or 0.0 for place in places]
    latitudes = [place.latitude or 0.0 for place in places]
    west, east = _widened(min(longitudes), max(longitudes))
    south, north = _widened(min(latitudes), max(latitudes))
    return _Frame(west, max(south, -85.0), east, min(north, 85.0))


def _widened(low: float, high: float) -> tuple[float, float]:
    middle, half = (low + high) / 2, max(high - low, _LEAST_SPAN_DEG) * (0.5 + _MARGIN_SHARE)
    return middle - half, middle + half


def _borders(drawing: Drawing, frame: _Frame) -> None:
    for line in coasts_and_borders():
        piece: list[tuple[float, float]] = []
        for point in line:
            if frame.holds(*point):
                piece.append(frame.at(*point))
            elif piece:
                drawing.path(piece)
                piece = []
        drawing.path(piece)


def _spot(drawing: Drawing, frame: _Frame, place: Place, events: int) -> None:
    x, y = frame.at(place.longitude or 0.0, place.latitude or 0.0)
    radius_km = place.radius_km or _RADIUS_KM[place.precision]
    radius = max(radius_km / KM_PER_DEGREE * frame.scale, _LEAST_DOT_PX)
    drawing.dot(x, y, radius, fill_opacity="0.25", stroke=FILL)
    drawing.dot(x, y, 2.0, fill=SOFT)
    label = place.name if events == 1 else f"{place.name} ({events})"
    room = frame.size[0] - x - radius
    end = room < len(label) * 7
    drawing.text(x - radius - 4 if end else x + radius + 4, y + 4, fitting(label, 200), anchor="end" if end else "start")
