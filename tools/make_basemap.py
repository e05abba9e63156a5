"""Makes `src/corro/vocab/basemap.json`: coasts and borders of the world as lines, for maps that load nothing from anywhere.

Run by hand: `python tools/make_basemap.py countries-50m.json`, the file of the npm package world-atlas 2.0.2 (ISC), which is made
from Natural Earth 4.1 at 1:50 million (public domain). Points nearer than the tolerance to the line between their neighbours go.
"""

import json
import sys
from pathlib import Path

OUT = Path("src/corro/vocab/basemap.json")
TOLERANCE_DEG = 0.03
"""Some 3 km: a pixel of a map two thousand kilometres wide. Source: own choice."""
SOUTHERNMOST_DEG = -60.0
Point = tuple[float, float]


def main(atlas: Path) -> None:
    """Write the base map from a TopoJSON atlas."""
    topology = json.loads(atlas.read_text(encoding="utf-8"))
    scale, shift = topology["transform"]["scale"], topology["transform"]["translate"]
    lines = [simplified(decoded(arc, scale, shift)) for arc in topology["arcs"]]
    kept = [line for line in lines if len(line) > 1 and max(lat for _, lat in line) > SOUTHERNMOST_DEG]
    flat = [[round(value * 100) for point in line for value in point] for line in kept]
    source = "Natural Earth 4.1, 1:50 million (public domain), by way of world-atlas 2.0.2; tools/make_basemap.py"
    made = {"source": source, "unit": "hundredths of a degree: longitude, latitude, …", "lines": flat}
    OUT.write_text(json.dumps(made, separators=(",", ":")) + "\n", encoding="utf-8")


def decoded(arc: list[list[int]], scale: list[float], shift: list[float]) -> list[Point]:
    """Return an arc in degrees. Source: TopoJSON format specification, 2.1.3 and 2.1.4."""
    x = y = 0
    points = []
    for dx, dy in arc:
        x, y = x + dx, y + dy
        points.append((x * scale[0] + shift[0], y * scale[1] + shift[1]))
    return points


def simplified(points: list[Point]) -> list[Point]:
    """Return a line without points that hardly bend it. Source: Ramer 1972; Douglas and Peucker 1973."""
    keep, waiting = {0, len(points) - 1}, [(0, len(points) - 1)]
    while waiting:
        first, last = waiting.pop()
        inner = [(distance(points[at], points[first], points[last]), at) for at in range(first + 1, last)]
        far, at = max(inner, default=(0.0, first))
        if far > TOLERANCE_DEG:
            keep.add(at)
            waiting += [(first, at), (at, last)]
    return [points[at] for at in sorted(keep)]


def distance(point: Point, first: Point, last: Point) -> float:
    """Return how far a point is from the line between two others, in degrees."""
    dx, dy = last[0] - first[0], last[1] - first[1]
    length = (dx * dx + dy * dy) ** 0.5
    if not length:
        return ((point[0] - first[0]) ** 2 + (point[1] - first[1]) ** 2) ** 0.5
    return abs(dy * (point[0] - first[0]) - dx * (point[1] - first[1])) / length


if __name__ == "__main__":
    main(Path(sys.argv[1]))
