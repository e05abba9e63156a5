"""Pictures: drawn from what is known, with an equivalent in words."""

from dataclasses import replace
from datetime import date
from xml.etree import ElementTree as ET

from corro.brief.maps import map_of
from corro.brief.pictures import ranges_of, timeline
from corro.brief.wording import Wording
from corro.model import CountValue, Event, EventValue, Held
from corro.values import Bound, Count, Interval, Place, PlaceKind, PlacePrecision
from corro.vocab.basemap import coasts_and_borders

EN = Wording("en")
MOURA = Place("Moura", PlaceKind.TOWN, PlacePrecision.EXACT, 14.34, -4.46)
EVENT = Event("event_1", "V1", ("claim_1",), ("doc_1",), interval=Interval.day(date(2022, 3, 27)), place=MOURA)
SVG = "{http://www.w3.org/2000/svg}"


def drawn(svg: str) -> ET.Element:
    """Read a drawing of ours."""
    return ET.fromstring(svg)  # noqa: S314 - our own drawing


def test_a_map_has_an_area_as_large_as_the_place_is_imprecise() -> None:
    """A region is a larger circle than a town; a country is no point at all."""
    region = replace(EVENT, id="event_2", place=replace(MOURA, name="Mopti", precision=PlacePrecision.PROVINCE))
    country = replace(EVENT, id="event_3", place=replace(MOURA, name="Mali", precision=PlacePrecision.COUNTRY))
    (picture,) = map_of([EVENT, region, country], EN)
    radii = sorted(float(one.get("r", "0")) for one in drawn(picture.svg).iter(f"{SVG}circle"))
    assert len(radii) == 4
    assert radii[-1] > 10 * radii[-2]
    assert "Moura" in picture.alternative
    assert "Mali:" not in picture.alternative
    assert "endorsement" in picture.alternative
    assert map_of([country], EN) == ()


def test_a_map_has_coasts_and_borders() -> None:
    """The borders of Mali run through the frame around Moura, and no line of the world lies outside it."""
    assert len(coasts_and_borders()) > 1_000
    (picture,) = map_of([EVENT], EN)
    root = drawn(picture.svg)
    width, height = float(root.get("width", "0")), float(root.get("height", "0"))
    points = [point.split(",") for line in root.iter(f"{SVG}polyline") for point in line.get("points", "").split()]
    assert points
    assert all(-1 <= float(x) <= width + 1 and -1 <= float(y) <= height + 1 for x, y in points)


def test_a_line_of_time_never_makes_a_point_of_a_stretch() -> None:
    """A month is a soft bar as long as the month, a day a full one; one event alone is no line of time."""
    month = replace(EVENT, id="event_2", interval=Interval.month(2022, 5))
    undated = replace(EVENT, id="event_3", interval=None)
    (picture,) = timeline([EVENT, month, undated], EN)
    bars = list(drawn(picture.svg).iter(f"{SVG}rect"))
    assert [bar.get("fill-opacity") for bar in bars] == ["1", "0.45"]
    assert float(bars[1].get("width", "0")) > 10 * float(bars[0].get("width", "0"))
    assert timeline([EVENT, undated], EN) == ()


def test_figures_are_ranges_with_their_bounds() -> None:
    """An exact figure is a point, a range a bar, a least number a line that stays open; equal figures need no picture."""
    counts = [Count.exactly(203), Count(300, 400, Bound.RANGE), Count(500, None, Bound.AT_LEAST)]
    held = tuple(Held(CountValue(count), str(count), ("claim_1",), ("army",)) for count in counts)
    (picture,) = ranges_of(replace(EVENT, values=(EventValue("killed", held),)), EN)
    root = drawn(picture.svg)
    assert len(list(root.iter(f"{SVG}rect"))) == 2
    assert len([line for line in root.iter(f"{SVG}line") if line.get("stroke-dasharray")]) == 1
    assert "at least 500 persons (army)" in picture.alternative
    assert ranges_of(replace(EVENT, values=(EventValue("killed", held[:1]),)), EN) == ()
