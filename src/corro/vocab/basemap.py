"""Coasts and borders of the world, for maps that load nothing from anywhere."""

import json
from functools import cache
from importlib.resources import files

from corro.errors import SetupError

Line = tuple[tuple[float, float], ...]
"""Points as longitude and latitude in degrees."""


@cache
def coasts_and_borders() -> tuple[Line, ...]:
    """Return coasts and borders as lines.

    Raises:
        SetupError: The file is missing or damaged.

    Source: Natural Earth 4.1 at 1:50 million, public domain (tools/make_basemap.py). A border on it takes no side.
    """
    try:
        found = json.loads(files("corro.vocab").joinpath("basemap.json").read_text(encoding="utf-8"))["lines"]
        return tuple(tuple((flat[at] / 100, flat[at + 1] / 100) for at in range(0, len(flat), 2)) for flat in found)
    except (OSError, ValueError, KeyError, IndexError, TypeError) as error:
        raise SetupError(f"The base map cannot be read: {error}") from error
