"""Times of two events that a length joins: `expelled on 20 July, six days after rotations were stopped` dates both."""

import re
from datetime import timedelta

from corro.model import Claim, Slot, TimeAnchor, TimeValue
from corro.resolve.scenery import Scenery
from corro.resolve.times.deictic import counted_from
from corro.resolve.times.mention import TimeMention, TimeType
from corro.values import Duration, Granularity, Interval, Span

_AFTER, _BEFORE = re.compile(r"(?:after|après)$", re.IGNORECASE), re.compile(r"(?:before|avant)$", re.IGNORECASE)
_SENTENCE_ENDS = re.compile(r"[.!?](?:\s|$)|\n")
_CLAUSE_ENDS = re.compile(r"[,;:.!?](?:\s|$)|\n")
_SOME_TIME_AFTER = re.compile(
    r"\b(?:hours|days|weeks|months|years|heures|jours|semaines|mois|ans)\s+(?:after|before|après|avant)\b", re.IGNORECASE
)
_UNITS = {"years": "year", "months": "month", "weeks": "week", "days": "day"}


def joined_value(claim: Claim, mention: TimeMention, anchor: TimeAnchor, scenery: Scenery) -> TimeValue | None:
    """Return the time of a claim on one side of `six days after`, which says how far two events lie apart.

    Args:
        claim: The claim, whose time slot holds those words.
        mention: What was read in them.
        anchor: What the time is the time of.
        scenery: What the document gives.

    Returns:
        For the event in the object of `after`, its own day, read there or counted back from the day told before the words; for the
        event before them, that day. None where the words are not of that form or no day is told.
    """
    anchor = TimeAnchor.OCCURRED if anchor is TimeAnchor.DEADLINE else anchor
    direction = 1 if _BEFORE.search(mention.text) else -1
    if mention.rule != "shift" or (direction < 0 and not _AFTER.search(mention.text)):
        return None
    text, start = scenery.document.text, mention.span.end
    in_object = start <= claim.trigger.start and not _CLAUSE_ENDS.search(text[start : claim.trigger.start])
    if mention.interval is not None:
        own = next((time for time in scenery.times if time.span == mention.anchor_span), None)
        return _value(own.interval, anchor, own, "shift_object") if in_object and own is not None else None
    told = _day_before(mention, scenery)
    if told is None or told.interval is None or mention.duration is None:
        return None
    if not in_object:
        return _value(told.interval, anchor, told, "shift_apposed")
    return _value(_moved(told.interval, mention.duration, direction), anchor, told, "shift_object")


def of_other_event(claim: Claim, slot: Slot, text: str) -> bool:
    """Say whether a time slot's words date what the claim's event followed or came before (`days after experts, on 31 January, …`).

    Args:
        claim: The claim.
        slot: Its time slot.
        text: The document's text.
    """
    between = text[claim.trigger.end : slot.span.start] if claim.trigger.end < slot.span.start else ""
    return bool(_SOME_TIME_AFTER.search(between)) and not _SENTENCE_ENDS.search(between)


def _day_before(mention: TimeMention, scenery: Scenery) -> TimeMention | None:
    """Return the last date before a length, where it stands in the same sentence and is a day."""
    before = [time for time in scenery.times if time.span.end <= mention.span.start and time.type is TimeType.DATE]
    if not before or before[-1].day is None:
        return None
    between = Span(before[-1].span.end, mention.span.start).of(scenery.document.text)
    return None if _SENTENCE_ENDS.search(between) else before[-1]


def _moved(interval: Interval, length: Duration, direction: int) -> Interval | None:
    """Return an interval so much later or earlier, no more precise than the length; None for lengths of several units."""
    named = [(unit, getattr(length, name)) for name, unit in _UNITS.items() if getattr(length, name)]
    if interval.first is None or interval.last is None or length.minutes or len(named) + bool(length.hours) != 1:
        return None
    if length.hours:
        hours = direction * timedelta(hours=length.hours)
        return Interval(interval.first + hours, interval.last + hours, Granularity.DAY)
    period = counted_from(interval, named[0][0], direction * named[0][1])
    return period.interval if period is not None else None


def _value(interval: Interval | None, anchor: TimeAnchor, told: TimeMention, rule: str) -> TimeValue | None:
    return TimeValue(interval, anchor, told.text, rule) if interval is not None else None
