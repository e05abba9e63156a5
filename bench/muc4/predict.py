"""Fills the roles of each text's incidents, and one template with its other slots."""

from collections.abc import Iterable, Iterator
from itertools import tee

from bench.frame import Line
from bench.muc4.fillers import fillers
from bench.muc4.reading import annotated, day, letters
from bench.muc4.templates import template
from bench.muc4.weights import ROLES, weights


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Yield each line's entities and templates.

    Args:
        lines: Lines with `id`, `text`, `body_start`, `dateline` and, where there is one, `text_truecased`.
    """
    given, read = tee(lines)
    for line, one in zip(given, annotated(read, letters()), strict=True):
        found = fillers(one, weights())
        entities = {role: [[filler.text] for filler in found if filler.role == role] for role in ROLES}
        told = [template(line, one, found, day(line))] if found else []
        yield {"id": line["id"], "entities": entities, "templates": told}
