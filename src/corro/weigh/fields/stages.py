"""Acts that are stages of one matter: an order and its signature, an arrest and a trial have their own days, doers and places."""

from collections.abc import Iterator

from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, incomparable


def stage_families(one: Told, other: Told, *families: str) -> Iterator[tuple[str, frozenset[str], frozenset[str]]]:
    """Yield each family of stages of which both passages name some, and none in common.

    Args:
        one: A passage.
        other: Another.
        *families: Families of the table `stages`; none means all but `body`.
    """
    mine, theirs = _by_family(one), _by_family(other)
    for family in sorted(mine.keys() & theirs.keys()):
        if (family in families if families else family != "body") and not mine[family] & theirs[family]:
            yield family, mine[family], theirs[family]


def two_stages(one: Told, other: Told, *families: str) -> Finding | None:
    """Say whether two passages tell of different stages of one matter.

    Args:
        one: A passage.
        other: Another.
        *families: Families of stages to look at; none means all but `body`, which tells only who was asked.

    Returns:
        That they cannot be set against each other, or None.

    Source: docs/codebook.md, pairs of claims; D16, D33.
    """
    for _, mine, theirs in stage_families(one, other, *families):
        return incomparable("stage.differs", f"One tells of: {_named(mine)}; the other of: {_named(theirs)}. Both can hold.")
    return None


def _by_family(told: Told) -> dict[str, frozenset[str]]:
    found: dict[str, set[str]] = {}
    for hit in told.hits("stages"):
        family, _, stage = hit.key.partition(".")
        found.setdefault(family, set()).add(stage)
    return {family: frozenset(stages) for family, stages in found.items()}


def _named(stages: frozenset[str]) -> str:
    return ", ".join(sorted(stage.replace("_", " ") for stage in stages))
