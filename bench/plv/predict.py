"""Judges what each sentence says that its source does to its target."""

from collections.abc import Iterable, Iterator
from pathlib import Path

from bench.frame import Line
from bench.linear import read
from bench.parsed import parses
from bench.plv.marks import marks

WEIGHTS = Path(__file__).with_name("weights.npz")

QUAD = dict.fromkeys(("AGREE", "CONSULT", "SUPPORT"), 1) | dict.fromkeys(("COOPERATE", "AID", "YIELD"), 2)
QUAD |= dict.fromkeys(("REQUEST", "ACCUSE", "REJECT", "THREATEN"), 3)
QUAD |= dict.fromkeys(("PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT"), 4)
"""Roots to quad classes. Source: PLOVER manual, February 2024; as the scorer has them."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Judge each line.

    Args:
        lines: Lines with `id`, `sentence`, `source` and `target`; a phrase may be null.

    Yields:
        The line's `id`, its `root` and `penta`.
    """
    lines, model = list(lines), read(WEIGHTS)
    for line, parse in zip(lines, parses(line["sentence"] for line in lines), strict=True):
        scores = model.scores(marks(parse, line.get("source"), line.get("target")))
        root = model.labels[int(scores.argmax())]
        yield {"id": line["id"], "root": root, "penta": QUAD[root]}
