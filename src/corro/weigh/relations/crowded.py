"""Events of which more values are told than can be compared pair by pair: those left out are listed."""

from collections.abc import Sequence

from corro.model import Difference, Relation
from corro.weigh.relations.stands import Stand

RULE = "stands.not_compared"


def left_out(role: str, stands: Sequence[Stand], most: int) -> Difference:
    """Return the values of a role that were not compared, so that none is lost from sight.

    Args:
        role: The role.
        stands: The values left out.
        most: How many were compared.

    Returns:
        A difference that says nothing of how they stand to each other.
    """
    words = f"More than {most} values are told of this; the {most} best supported are compared, these are only listed."
    positions = tuple(stand.position() for stand in sorted(stands, key=lambda stand: (stand.printed, stand.told[0][0].id)))
    return Difference(role, Relation.INCOMPARABLE, positions, None, RULE, words)
