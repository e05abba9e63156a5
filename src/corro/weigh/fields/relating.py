"""How two passages stand to each other on one question: the door of this folder."""

from corro.weigh.fields.apart import two_counts, two_holdings, two_matters, two_things
from corro.weigh.fields.camps import relate_camps
from corro.weigh.fields.days import relate_days
from corro.weigh.fields.editions import one_state, relate_editions
from corro.weigh.fields.figures import relate_figures
from corro.weigh.fields.later import relate_later
from corro.weigh.fields.misnaming import misnamed
from corro.weigh.fields.narrower import relate_narrower
from corro.weigh.fields.one_event import relate_events
from corro.weigh.fields.opinion import second_opinion
from corro.weigh.fields.opposed import relate_opposed
from corro.weigh.fields.slips import find_slip, mixed_up, told_otherwise
from corro.weigh.fields.spots import relate_spots
from corro.weigh.fields.stages import two_stages
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, agree
from corro.weigh.fields.voices import relate_voices


def relate_told(one: Told, other: Told, field: str) -> Finding:
    """Say how two passages stand to each other on one question.

    Args:
        one: A passage.
        other: Another.
        field: The question: `count`, `date`, `place`, `actor`, `identity`, `role`, `legal`, `status`, `characterisation`,
            `provenance`, `existence`.

    Returns:
        The finding of the rules, or of the model that is heard beside them (`second_opinion`).

    Source: docs/codebook.md, pairs of claims.
    """
    first, second = _in_order(one, other)
    return second_opinion(first, second, field, relate_by_rules(first, second, field))


def relate_by_rules(one: Told, other: Told, field: str) -> Finding:
    """Say how two passages stand to each other by the rules alone.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question.

    Returns:
        The finding; where nothing tells them apart, that they agree.
    """
    if apart := relate_events(one, other, field):
        return apart
    values = _values(one, other, field)
    return relate_editions(one, other, values, field == "count") or values or agree("nothing.apart", "Nothing tells them apart.")


def _in_order(one: Told, other: Told) -> tuple[Told, Told]:
    """Return the earlier passage first, as given where one is not dated or both are of one day."""
    if one.published and other.published and other.published < one.published:
        return other, one
    return one, other


def _values(one: Told, other: Told, field: str) -> Finding | None:
    slipped = (
        misnamed(one, other, field)
        or find_slip(one, other, field)
        or (mixed_up(one, other) if field in ("actor", "identity", "provenance") else None)
    )
    if slipped:
        return slipped
    if field == "count":
        return told_otherwise(one, other, relate_figures(one, other))
    if field == "date":
        return relate_days(one, other)
    return (
        relate_later(one, other)
        or two_holdings(one, other, field)
        or two_counts(one, other, field)
        or relate_opposed(one, other, field)
        or relate_camps(one, other, field)
        or one_state(one, other, field)
        or two_stages(one, other)
        or relate_voices(one, other, field)
        or relate_narrower(one, other, field)
        or two_things(one, other, field)
        or relate_spots(one, other, field)
        or two_matters(one, other, field)
    )
