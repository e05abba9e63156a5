"""Builds drawings as SVG: a few shapes, with colours that hold in print and for people who see few of them."""

from collections.abc import Mapping, Sequence
from xml.etree import ElementTree as ET

INK, SOFT, LINE, FILL = "#1a1a1a", "#5c6b7a", "#b8c2cc", "#2f5d8a"
"""Dark on white: contrast of text above 7 to 1, of shapes above 3 to 1. Source: W3C, WCAG 2.2, 1.4.3, 1.4.6 and 1.4.11."""

FONT = "Libertinus Serif, Georgia, serif"
TEXT_PX = 13
_NARROW = 0.52
"""Width of a letter over its height, on average, with which room for text is reckoned. Source: measured on Libertinus, 2026-11."""


class Drawing:
    """A drawing that shapes are put on; its origin is above left, its unit the pixel."""

    def __init__(self, width: float, height: float, title: str) -> None:
        """Begin a drawing of that size; the title is what a screen reader says first."""
        frame = {"xmlns": "http://www.w3.org/2000/svg", "viewBox": f"0 0 {_n(width)} {_n(height)}", "role": "img"}
        self._root = ET.Element("svg", frame)
        self._root.set("width", _n(width))
        self._root.set("height", _n(height))
        ET.SubElement(self._root, "title").text = title

    def text(self, x: float, y: float, words: str, *, colour: str = INK, anchor: str = "start", weight: str = "normal") -> None:
        """Write words from, around or up to a point."""
        at = {"x": _n(x), "y": _n(y), "fill": colour, "font-size": str(TEXT_PX), "font-family": FONT, "text-anchor": anchor}
        ET.SubElement(self._root, "text", {**at, "font-weight": weight}).text = words

    def bar(self, x: float, y: float, width: float, height: float, **style: str) -> None:
        """Draw a bar with rounded ends; at least a pixel wide."""
        shape = {"x": _n(x), "y": _n(y), "width": _n(max(width, 1)), "height": _n(height), "rx": "3"}
        ET.SubElement(self._root, "rect", {**shape, "fill": FILL, **_dashed(style)})

    def line(self, x1: float, y1: float, x2: float, y2: float, **style: str) -> None:
        """Draw a line."""
        ends = {"x1": _n(x1), "y1": _n(y1), "x2": _n(x2), "y2": _n(y2)}
        ET.SubElement(self._root, "line", {**ends, "stroke": LINE, "stroke-width": "1", **_dashed(style)})

    def path(self, points: Sequence[tuple[float, float]]) -> None:
        """Draw a line through points; nothing for fewer than two."""
        if len(points) > 1:
            through = " ".join(f"{_n(x)},{_n(y)}" for x, y in points)
            ET.SubElement(self._root, "polyline", {"points": through, "fill": "none", "stroke": LINE, "stroke-width": "1"})

    def dot(self, x: float, y: float, radius: float, **style: str) -> None:
        """Draw a dot."""
        ET.SubElement(self._root, "circle", {"cx": _n(x), "cy": _n(y), "r": _n(radius), "fill": FILL, **_dashed(style)})

    @property
    def svg(self) -> str:
        """The drawing as text."""
        return ET.tostring(self._root, encoding="unicode") + "\n"


def fitting(words: str, width: float) -> str:
    """Return words cut to a width in pixels."""
    room = max(int(width / (TEXT_PX * _NARROW)), 2)
    return words if len(words) <= room else words[: room - 1] + "…"


def _n(number: float) -> str:
    return f"{number:.1f}".rstrip("0").rstrip(".")


def _dashed(style: Mapping[str, str]) -> dict[str, str]:
    return {name.replace("_", "-"): value for name, value in style.items()}
