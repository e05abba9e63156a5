"""How cost grows with the number of documents: the exponent of a power law through measured points."""

from collections.abc import Sequence
from math import log


def exponent(points: Sequence[tuple[int, float]]) -> float | None:
    """Fit `seconds = factor * documents ** exponent`.

    Args:
        points: Documents and seconds of each run.

    Returns:
        The exponent (1 where the cost per document is flat), or None for fewer than two sizes.

    Source: ordinary least squares on the logarithms of both.
    """
    across, up = [log(documents) for documents, _ in points], [log(seconds) for _, seconds in points]
    if len(set(across)) < 2:
        return None
    middle, height = sum(across) / len(across), sum(up) / len(up)
    rise = sum((x - middle) * (y - height) for x, y in zip(across, up, strict=True))
    return rise / sum((x - middle) ** 2 for x in across)
