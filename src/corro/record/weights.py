"""How claims weigh: what the record asks of whoever knows lineages."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from corro.model import ActorValue, Claim, Support
from corro.ports import Independence


def _never(one: ActorValue, other: ActorValue) -> bool:  # noqa: ARG001 - the signature is that of a judgement on two actors
    return False


@dataclass(frozen=True, slots=True)
class Weights:
    """How claims weigh.

    Attributes:
        independence: Counts the independent lineages behind claims.
        support: Says what the lineages behind claims amount to; the second argument is CONTESTED, SUPERSEDED or RETRACTED where
            that is known of them, else None.
        same_actor: Says whether two differently written names are certainly one actor.
        taken_back: Claims with the role of a value that whoever put it forward has taken back.
    """

    independence: Independence
    support: Callable[[Sequence[Claim], Support | None], Support]
    same_actor: Callable[[ActorValue, ActorValue], bool] = _never
    taken_back: frozenset[tuple[str, str]] = frozenset()
