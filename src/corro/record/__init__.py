"""Composes events and registers: a pure function of claims, links and decisions.

The doors:

    in_passing(claims, documents) -> frozenset[str]              the claims that make no event by themselves
    sort_claims(claims, decisions, slight) -> Sorted             what of a cluster makes an event, what an aggregate
    compose(claims, differences, weights, decisions) -> Event    the event of a cluster
    registers(event, aggregates, claims_by_id, weights) -> tuple[RegisterEntry, ...]
    names_of(event, claims) -> tuple[tuple[str, str], ...]       the words by which an event is found
"""

from collections.abc import Mapping, Sequence

from corro.model import Claim, Event, RegisterEntry
from corro.record.aggregates import aggregates_in
from corro.record.compose import compose
from corro.record.names import names_of
from corro.record.passing import in_passing
from corro.record.registers import entry_for
from corro.record.sheet import sheet_of_aggregate, sheet_of_event
from corro.record.sorting import Sorted, sort_claims
from corro.record.weights import Weights

__all__ = ["Sorted", "Weights", "compose", "in_passing", "names_of", "registers", "sort_claims"]


def registers(
    event: Event | None, aggregates: Sequence[Claim], claims_by_id: Mapping[str, Claim], weights: Weights
) -> tuple[RegisterEntry, ...]:
    """Return the lines of the field's registers that rest on one cluster of claims.

    Args:
        event: The cluster's event, or None.
        aggregates: Its claims that report a figure over several events.
        claims_by_id: The event's claims.
        weights: How lineages are counted.

    Returns:
        The lines: one a register for an event, one for each figure, window and unit of the aggregates.
    """
    sheets = [sheet_of_event(event, claims_by_id)] if event else []
    sheets += [sheet_of_aggregate(aggregate, weights) for aggregate in aggregates_in(aggregates)]
    found = [entry for sheet in sheets for entry in entry_for(sheet)]
    return tuple(sorted(found, key=lambda entry: (entry.register, entry.id)))
