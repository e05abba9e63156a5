"""The days over which a sum was counted: the claim's own period, or the only one that its sentence names."""

from dataclasses import replace

from corro.model import Claim, CountValue, Slot, TimeAnchor, TimeValue
from corro.resolve.scenery import Scenery
from corro.resolve.times.mention import TimeMention, TimeType
from corro.values import Interval

RULE = "resolve.only_period"
"""Rule of a window that no word ties to the sum, but that is the only period of its sentence."""


def with_windows(claim: Claim, scenery: Scenery) -> Claim:
    """Give the sums of a claim the days over which they were counted, where the sentence names just one period.

    Args:
        claim: The claim, its times resolved.
        scenery: What the document gives.

    Returns:
        The claim, with the window in its sums; one that comes from no time slot has a slot of its own, marked as inferred.
    """
    if claim.slots_of("window") or not any(_lacks_window(slot) for slot in claim.slots):
        return claim
    told = _own_period(claim)
    slot = None if told else _only_period(claim, scenery)
    window = told or (slot.value.interval if slot and isinstance(slot.value, TimeValue) else None)
    if window is None:
        return claim
    slots = [replace(one, value=_counted_over(one, window)) if _lacks_window(one) else one for one in claim.slots]
    return replace(claim, slots=(*slots, slot) if slot else tuple(slots))


def _lacks_window(slot: Slot) -> bool:
    return isinstance(slot.value, CountValue) and slot.value.cumulative and slot.value.window is None


def _counted_over(slot: Slot, window: Interval) -> CountValue | None:
    return replace(slot.value, window=window) if isinstance(slot.value, CountValue) else None


def _own_period(claim: Claim) -> Interval | None:
    values = [slot.value for slot in claim.slots_of("time") if isinstance(slot.value, TimeValue)]
    told = [value for value in values if value.anchor is TimeAnchor.OCCURRED and _is_period(value.interval, value.timex)]
    return told[0].interval if told else None


def _only_period(claim: Claim, scenery: Scenery) -> Slot | None:
    dates = [time for time in scenery.times_in(claim.passage) if time.type is TimeType.DATE]
    times = [time for time in dates if _is_period(_days(time), time.value)]
    if not times or len({_days(time) for time in times}) > 1:
        return None
    value = TimeValue(_days(times[0]), TimeAnchor.OCCURRED, times[0].anchor, times[0].rule)
    return Slot("window", times[-1].span, value, inferred=True, rule=RULE)


def _days(time: TimeMention) -> Interval | None:
    return time.range or time.interval


def _is_period(interval: Interval | None, timex: str) -> bool:
    """Whether days are a stretch with both ends known for sure, longer than one day.

    A quarter named as such is none: reports speak so of periods whose days do not fit it (4 October to 29 December).
    """
    known = interval is not None and (interval.days or 1) > 1 and not (interval.approximate or interval.uncertain)
    return known and "-Q" not in timex
