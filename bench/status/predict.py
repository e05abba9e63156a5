"""Judges how firmly each text ties its deeds to the organisations that it is asked about."""

from collections.abc import Iterable, Iterator
from typing import Any

from bench.frame import Line
from corro.extract.statements.status import judge
from corro.model import AttributionStatus
from corro.read.dateline import dateline_of

FACT = "REPORTED AS FACT"
LABELS = {
    AttributionStatus.FACT: FACT,
    AttributionStatus.CLAIMED: "CLAIMED OR ADMITTED",
    AttributionStatus.ACCUSED: "SUSPECTED OR ACCUSED",
    AttributionStatus.ACCUSED_BY_AUTHORITIES: "SUSPECTED OR ACCUSED BY AUTHORITIES",
    AttributionStatus.POSSIBLE: "POSSIBLE",
}
"""The gold's word for each status. Source: ../shared/gold/claims.md, muc-status."""


def predict(lines: Iterable[Line]) -> Iterator[Line]:
    """Judge each line's perpetrators, and read its dateline.

    Args:
        lines: Lines with `id`, `text` and `perpetrators`, each with a `name`: one form or several.

    Yields:
        The line's `id`, its perpetrators with a `status`, and `dateline_channel`.
    """
    for line in lines:
        doers = only_names(line)
        judged = judge(line["text"], [names_of(doer) for doer in doers])
        statuses = [LABELS[status] for status in judged]
        perpetrators = [{**doer, "status": status} for doer, status in zip(doers, statuses, strict=True)]
        yield {"id": line["id"], "perpetrators": perpetrators, "dateline_channel": channel(line["text"])}


def always_fact(lines: Iterable[Line]) -> Iterator[Line]:
    """Call every perpetrator reported as fact: the constant that any judgement must beat."""
    for line in lines:
        yield {"id": line["id"], "perpetrators": [{**doer, "status": FACT} for doer in only_names(line)]}


def only_names(line: Line) -> list[dict[str, Any]]:
    """Return the perpetrators of a line with nothing but their names."""
    return [{"name": doer["name"]} for doer in line.get("perpetrators") or []]


def names_of(doer: Line) -> list[str]:
    """Return the forms of a perpetrator's name."""
    name = doer["name"]
    return [name] if isinstance(name, str) else list(name)


def channel(text: str) -> str | None:
    """Return the station, agency or newspaper that the dateline of a text names, or None."""
    first = next((line for line in text.splitlines() if line.strip()), "").strip()
    dateline = dateline_of(first)
    return dateline.agency.of(first) if dateline and dateline.agency else None
