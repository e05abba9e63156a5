"""What a register's line is filled in from: the values of an event, or of a reported aggregate."""

from collections.abc import Mapping
from dataclasses import dataclass

from corro.model import Claim, Event, EventValue, Held, Support
from corro.record.aggregates import Aggregate
from corro.record.choosing import most_held_type
from corro.record.held import event_values
from corro.record.weights import Weights


@dataclass(frozen=True, slots=True)
class Sheet:
    """What is held, ready to be put in columns.

    Attributes:
        type: Code of the event type.
        values: What is held, by role.
        claims: The claims, by id.
        lineages: Independent lineages behind them.
        support: What they amount to.
        event: The event, or None for an aggregate.
        aggregate: The aggregate, or None for an event.
    """

    type: str
    values: Mapping[str, EventValue]
    claims: tuple[Claim, ...]
    lineages: int
    support: Support
    event: Event | None = None
    aggregate: Aggregate | None = None

    def held(self, *roles: str) -> tuple[Held, ...]:
        """Return the values of these roles, in their order."""
        return tuple(one for role in roles if role in self.values for one in self.values[role].held)


def sheet_of_event(event: Event, claims_by_id: Mapping[str, Claim]) -> Sheet:
    """Return what a register's line on an event is filled in from."""
    claims = tuple(claims_by_id[claim] for claim in event.claims)
    by_role = {value.role: value for value in event.values}
    return Sheet(event.type, by_role, claims, event.lineages, event.support, event=event)


def sheet_of_aggregate(aggregate: Aggregate, weights: Weights) -> Sheet:
    """Return what a register's line on a reported aggregate is filled in from."""
    claims = aggregate.claims
    by_role = {value.role: value for value in event_values(claims, (), weights)}
    code = most_held_type(claims, weights.independence)
    lineages, support = weights.independence(claims), weights.support(claims, None)
    return Sheet(code, by_role, claims, lineages, support, aggregate=aggregate)
