"""Gives the time slots of a claim their values: which of the document's times, as the date of what, counted from what."""

import re
from dataclasses import replace
from datetime import timedelta

from corro.model import Claim, DurationValue, Issue, Modality, Slot, TimeAnchor, TimeValue
from corro.resolve.claims.announcements import SAYING_RULES
from corro.resolve.claims.deadlines import Start, due_times
from corro.resolve.claims.shifts import joined_value
from corro.resolve.claims.told_dates import FURTHER_DATE, is_announced, is_measure, told_anchor
from corro.resolve.scenery import Scenery
from corro.resolve.times.mention import PUBLICATION, TimeMention, TimeType
from corro.values import Duration, Granularity, Interval, Span
from corro.vocab.event_types import event_types

TIME_ROLES = frozenset({"time", "deadline", "window"})
_WITHIN = re.compile(r"\b(?:within|no later than|sous|d['’]ici(?: à)?|dans (?:un délai de|les|le délai de))\s+$", re.IGNORECASE)
"""Before a time of an order, words that make it the end of a term. Source: own list, 2026-11."""

_UNTIL = re.compile(
    r"\b(?:gave|given|giving|gives?|ha[sd]|have|donn\w+|laiss\w+|a|ont)\b[^.;:\n]*\b(?:until|till|jusqu['’](?:à|au))\s+$", re.I
)
"""Before a time of an order, words that give somebody so long to obey it. Source: own list, 2026-11."""

_DAY_AND_HOUR = re.compile(r"\d{4}-\d\d-\d\dT\d\d:\d\d")
_AS_OF_ROLES = frozenset({"window"})
_CONTEXT = 60
_PAST = (Modality.HAPPENED, Modality.HISTORICAL, Modality.ALLEGED)
_DEEDS = frozenset("VAO")
"""Families whose past events cannot lie ahead, also where the text leaves the year out (`attacked X on 28 November` in a text of
the 24th: last year's, or a wrong date); orders and meetings are told as done when they are set. Source: own judgement, 2026-11."""

_STARTS = (TimeAnchor.NOTIFIED, TimeAnchor.ANNOUNCED, TimeAnchor.OCCURRED)
"""What a deadline counts from, best first. Source: docs/codebook.md, entities."""


def time_value(claim: Claim, slot: Slot, scenery: Scenery) -> TimeValue:
    """Return the value of a time slot.

    Args:
        claim: The claim that it belongs to.
        slot: The slot, whose words tell a time.
        scenery: What the document gives.

    Returns:
        The value, open with its reason where nothing fixes it.
    """
    anchor = _anchor(claim, slot, scenery.document.text)
    mentions = [mention for mention in scenery.times_in(slot.span) if mention.type is not TimeType.SET]
    mention = _best(mentions)
    if mention is None:
        return TimeValue(None, anchor, rule="no_time_read", reason="no time can be read in these words")
    joined = joined_value(claim, mention, anchor, scenery)
    if joined is not None:
        return joined
    interval = _whole(mentions, mention)
    if interval is None:
        return TimeValue(
            None, anchor, mention.anchor, mention.rule, mention.reason or "a length or reference without days", mention.value
        )
    anchor = _of_event(claim, slot, anchor, interval, scenery)
    value = TimeValue(interval, anchor, mention.anchor, mention.rule, timex=mention.value if interval == mention.interval else "")
    return _told_as_past(claim, value, mention, scenery)


def _anchor(claim: Claim, slot: Slot, text: str) -> TimeAnchor:
    if slot.role == "deadline":
        return TimeAnchor.DEADLINE
    frame = event_types()[claim.type].frame
    before = text[max(claim.passage.start, slot.span.start - _CONTEXT) : slot.span.start]
    told = told_anchor(text, slot.span.start, claim.passage.start)
    if told is None and "deadline" in frame and (_WITHIN.search(before) or _UNTIL.search(before)):
        return TimeAnchor.DEADLINE
    if told is TimeAnchor.AS_OF and slot.role not in _AS_OF_ROLES:
        told = None
    announced = slot.rule == FURTHER_DATE and is_announced(text, slot.span.start)
    if told is None and (announced or slot.rule in SAYING_RULES or claim.modality is Modality.ANNOUNCED):
        return TimeAnchor.ANNOUNCED
    return told or TimeAnchor.OCCURRED


def _of_event(claim: Claim, slot: Slot, anchor: TimeAnchor, interval: Interval, scenery: Scenery) -> TimeAnchor:
    """Return what a time is the date of, now that its days are known: one that lies ahead is the announced event's own."""
    ahead = scenery.published is not None and interval.first is not None and interval.first > scenery.published
    if anchor is not TimeAnchor.ANNOUNCED or not ahead or slot.rule in SAYING_RULES or slot.rule == FURTHER_DATE:
        return anchor
    return TimeAnchor.EFFECTIVE if is_measure(claim) else TimeAnchor.OCCURRED


def _best(mentions: list[TimeMention]) -> TimeMention | None:
    """Return the time with the shortest interval, dates before lengths, the first of equals."""
    return min(
        mentions,
        key=_coarseness,
        default=None,
    )


def _coarseness(mention: TimeMention) -> tuple[bool, bool, int, bool]:
    interval = mention.interval
    return interval is None, mention.type is TimeType.DURATION, _days(interval), interval is None or interval.at is None


def _days(interval: Interval | None) -> int:
    days = interval.days if interval is not None else None
    return days if days is not None else 10**6


def _whole(mentions: list[TimeMention], mention: TimeMention) -> Interval | None:
    """Return the range that a time is an end of, or its own days; a length with days (`the past 48 hours`) has its days."""
    if mention.range is not None:
        return mention.range
    joined = [other.interval for other in mentions if other.interval is not None and other.interval.granularity is Granularity.DAY]
    if len(joined) > 1 and len(joined) == len(mentions):
        return joined[0].cover(joined[-1]) if joined[0] != joined[-1] else joined[0]
    return mention.interval


def _told_as_past(claim: Claim, value: TimeValue, mention: TimeMention, scenery: Scenery) -> TimeValue:
    """Take the weekday before the publication where the claim tells it as past and the clause looked ahead for another reason."""
    interval, published = value.interval, scenery.published
    ahead = interval is not None and interval.first is not None and published is not None and interval.first > published
    if (
        not ahead
        or mention.rule != "weekday"
        or claim.modality not in _PAST
        or value.anchor is TimeAnchor.DEADLINE
        or interval is None
    ):
        return value
    day = interval.first - timedelta(days=7) if interval.first else None
    return replace(value, interval=Interval.day(day), rule="weekday_told_as_past", timex=day.isoformat()) if day else value


def deadline_slots(claim: Claim, linked: tuple[Claim, ...], scenery: Scenery) -> tuple[Slot, ...]:
    """Return the due times that follow from a length of time given by an order.

    Args:
        claim: The order, its times resolved.
        linked: Claims of the document about the same order, their times resolved.
        scenery: What the document gives.

    Returns:
        Slots in the role `deadline`, marked as inferred, on the words of the length; none for types without deadlines.
    """
    if "deadline" not in event_types()[claim.type].frame:
        return ()
    start = _start(claim, linked, scenery)
    values = [(span, value) for span, length in _durations(claim, scenery) for value in due_times(start, length, scenery.published)]
    return tuple(Slot("deadline", span, value, inferred=True, rule=f"resolve.{value.rule}") for span, value in values)


def _durations(claim: Claim, scenery: Scenery) -> list[tuple[Span, Duration]]:
    stated = [(slot.span, slot.value.duration) for slot in claim.slots_of("duration") if isinstance(slot.value, DurationValue)]
    return stated[:1] if stated else _read_durations(claim, scenery)


def _read_durations(claim: Claim, scenery: Scenery) -> list[tuple[Span, Duration]]:
    spans = [slot.span for slot in claim.slots_of("duration") if slot.value is None]
    found = [(span, mention.duration) for span in spans for mention in scenery.times_in(span) if mention.duration is not None]
    return found[:1]


def _start(claim: Claim, linked: tuple[Claim, ...], scenery: Scenery) -> Start | None:
    """Return the best dated announcement: the claim's own before those of its other mentions, a moment before a day."""
    found = []
    for number, told in enumerate((claim, *linked)):
        for slot in told.slots_of("time"):
            value = slot.value
            if isinstance(value, TimeValue) and value.interval is not None and value.anchor in _STARTS and value.interval.bounded:
                rank = (value.interval.at is None and not _clock(value), _days(value.interval), _STARTS.index(value.anchor), number)
                found.append((rank, Start(value.interval, slot.span.of(scenery.document.text), _clock(value))))
    return min(found, key=lambda item: item[0], default=(None, None))[1]


def _clock(value: TimeValue) -> str:
    """Return the day and hour of a moment whose zone is unknown, or the empty string."""
    told = value.interval is not None and value.interval.at is None and _DAY_AND_HOUR.fullmatch(value.timex)
    return value.timex if told else ""


def time_issues(scenery: Scenery) -> list[Issue]:
    """Return the doubts about the times of a document: weekdays that do not fit their date, dates that no calendar has."""
    document = scenery.document.id
    found = []
    for mention in scenery.times:
        if mention.clash:
            found.append(
                Issue(
                    "weekday_clash",
                    document,
                    f"The weekday in {mention.text!r} does not fit the date.",
                    mention.span,
                    detail=mention.clash,
                )
            )
        if mention.impossible:
            found.append(
                Issue(
                    "impossible_date", document, f"No calendar has the date {mention.text!r}.", mention.span, detail=mention.reason
                )
            )
    return found


def claim_issues(claim: Claim, scenery: Scenery) -> list[Issue]:
    """Return the doubts about one claim's times: left open, unknown deadlines, and an effect before its cause."""
    found = []
    for slot in claim.slots:
        value = slot.value
        if not isinstance(value, TimeValue):
            continue
        if value.rule == "deadline_undated":
            found.append(
                Issue(
                    "deadline_unknown",
                    claim.document_id,
                    value.reason[0].upper() + value.reason[1:] + ".",
                    slot.span,
                    detail=value.rule,
                )
            )
        elif value.interval is None:
            words = slot.span.of(scenery.document.text)
            found.append(
                Issue("time_unresolved", claim.document_id, f"The time {words!r} stays open.", slot.span, detail=value.reason)
            )
        elif _after_publication(claim, value, scenery):
            message = f"{value.interval} lies after the publication, yet it is told as past."
            found.append(
                Issue("effect_before_cause", claim.document_id, message, slot.span, detail=f"published {scenery.published}")
            )
    return found


def _after_publication(claim: Claim, value: TimeValue, scenery: Scenery) -> bool:
    told = claim.modality in (Modality.HAPPENED, Modality.HISTORICAL) and value.anchor in (
        TimeAnchor.OCCURRED,
        TimeAnchor.ANNOUNCED,
        TimeAnchor.NOTIFIED,
    )
    first, published = value.interval.first if value.interval else None, scenery.published
    own_year = value.counted_from != PUBLICATION or (claim.type[0] in _DEEDS and value.anchor is TimeAnchor.OCCURRED)
    return told and first is not None and published is not None and first > published and own_year
