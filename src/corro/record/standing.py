"""What is known of values beside their lineages: disputed by a rival, overtaken by a later state, taken back by their holder."""

from collections.abc import Sequence
from dataclasses import dataclass

from corro.model import Claim, Difference, DisputeKind, Position, Relation, Support

ValueOfClaim = tuple[str, str]
"""A claim's id and the role of its value."""


@dataclass(frozen=True, slots=True)
class Standings:
    """What is known of the values of one event.

    Attributes:
        contested: Values that a rival is in dispute with.
        superseded: Values of which a later state is told.
        retracted: Values that whoever put them forward has taken back, or put another in their place.
    """

    contested: frozenset[ValueOfClaim] = frozenset()
    superseded: frozenset[ValueOfClaim] = frozenset()
    retracted: frozenset[ValueOfClaim] = frozenset()

    def of(self, role: str, claims: Sequence[Claim]) -> Support | None:
        """Return what is known of a value; it is overtaken or taken back only where all who put it forward are.

        Args:
            role: Its role.
            claims: The claims behind it.

        Returns:
            RETRACTED before SUPERSEDED before CONTESTED, as `corro.weigh.support` has it; None where nothing is known.
        """
        values = {(claim.id, role) for claim in claims}
        if values and values <= self.retracted:
            return Support.RETRACTED
        if values and values <= self.retracted | self.superseded:
            return Support.SUPERSEDED
        return Support.CONTESTED if values & self.contested else None

    def of_event(self, claims: Sequence[Claim]) -> Support | None:
        """Return what is known of an event: taken back or overtaken where everything is that its claims say."""
        values = {(claim.id, slot.role) for claim in claims for slot in claim.slots if slot.value is not None}
        if values and values <= self.retracted:
            return Support.RETRACTED
        if values and values <= self.retracted | self.superseded:
            return Support.SUPERSEDED
        return None


def standings(differences: Sequence[Difference], taken_back: frozenset[ValueOfClaim] = frozenset()) -> Standings:
    """Gather what the differences of an event say of its values.

    Args:
        differences: How its claims differ, in any order.
        taken_back: Values that their holders retracted by a statement.

    Returns:
        What is known.

    Source: docs/codebook.md, lists, support; R20.
    """
    disputed = [one for one in differences if one.relation is Relation.DISPUTE]
    return Standings(
        contested=_values(disputed),
        superseded=_values([one for one in differences if one.relation is Relation.UPDATE], earlier=True),
        retracted=taken_back | _values([one for one in disputed if one.kind is DisputeKind.VERSION], earlier=True),
    )


def _values(differences: Sequence[Difference], *, earlier: bool = False) -> frozenset[ValueOfClaim]:
    return frozenset(
        (claim, one.field) for one in differences for position in _taken(one, earlier=earlier) for claim in position.claims
    )


def _taken(difference: Difference, *, earlier: bool) -> tuple[Position, ...]:
    return tuple(position for position in difference.positions if position.earlier or not earlier)
