"""Draws docs/explain.svg: the first lines of an explained event of the samples, as a terminal shows them. Run by `make docs`."""

import sys
import tempfile
from pathlib import Path
from xml.sax.saxutils import escape

from corro import build, open_record
from corro.cli.explain import page
from corro.cli.underline import MARK
from corro.model.answer import EventFilter, Window

LINES, COLUMNS = 46, 104
WIDTH_PX, HEIGHT_PX, MARGIN_PX = 8.2, 17, 18
TARGET = Path("docs/explain.svg")


def drawn(lines: list[str]) -> str:
    """Return lines of text as an SVG picture with its text alternative."""
    width, height = COLUMNS * WIDTH_PX + 2 * MARGIN_PX, len(lines) * HEIGHT_PX + 2 * MARGIN_PX
    box = f'viewBox="0 0 {width:.0f} {height:.0f}" role="img" aria-label="An explained event"'
    head = f'<svg xmlns="http://www.w3.org/2000/svg" {box}>'
    paper = '<rect width="100%" height="100%" rx="8" fill="#14181f"/>'
    group = '<g font-family="monospace" font-size="13.6" xml:space="preserve">'
    return "\n".join([head, paper, group, *map(_row, range(len(lines)), lines), "</g></svg>\n"])


def _row(number: int, line: str) -> str:
    y_px = MARGIN_PX + HEIGHT_PX * (number + 0.8)
    return f'<text x="{MARGIN_PX}" y="{y_px:.1f}" fill="{_colour(line)}">{escape(line[:COLUMNS])}</text>'


def _colour(line: str) -> str:
    """Return the colour of a line: marks, headings, quoted words, everything else."""
    if MARK in line:
        return "#f0b429"
    if line.isupper():
        return "#7fd1ae"
    return "#aab4c3" if line.startswith("    ") else "#ffffff"


def main() -> int:
    """Build the samples, explain the order to leave that most reports tell of, and draw it.

    Returns:
        0.
    """
    with tempfile.TemporaryDirectory() as folder:
        record = Path(folder, "picture.record")
        build("samples/mali", record)
        with open_record(record) as view:
            orders = sorted(view.events(EventFilter(types=("H1",)), Window(0, None)), key=lambda line: -line.documents)
            (explanation,) = view.explain(orders[0].id)
    TARGET.write_text(drawn("\n".join(page(explanation, 1)).split("\n")[:LINES]), encoding="utf-8")
    return 0


if __name__ == "__main__":
    sys.exit(main())
