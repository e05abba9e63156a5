"""When a measure was announced: the time of the statement that announces it, or of the broadcast in which it was read."""

import re
from collections.abc import Mapping
from dataclasses import replace

from corro.model import Claim, Slot, SpeechAct, Statement, TimeAnchor, TimeValue
from corro.resolve.claims.headnotes import headnotes, hour_in, moment_on
from corro.resolve.scenery import Scenery
from corro.resolve.times.mention import TimeMention
from corro.values import Granularity, Span
from corro.vocab.event_types import event_types

TIME_OF_SAYING = "resolve.time_of_saying"
"""Rule of a time slot that is the time of the statement that holds the claim."""

SAYING_RULES = frozenset({TIME_OF_SAYING, "events.saying"})
"""Rules of time slots that tell when something was said. Source: `corro.extract`, and this module."""

BROADCAST = "resolve.broadcast"
"""Rule of a time slot that is the time of the broadcast in which the measure was read."""

_REFERENCE = re.compile(r"(?:\b(?:the|this|that|its|their|le|la|les|ce|cette|cet|ces|son|sa|leur)\s+|\b[ld]['’])$", re.IGNORECASE)
_VERBAL = frozenset({"VERB", "AUX", "ADJ"})
_ON_AIR = re.compile(
    r"\b(?:journal télévisé|journal (?:de|du soir)|JT|à l['’]antenne|chaîne nationale|chaîne publique|télévision|radio"
    r"|evening news|(?:television|TV|radio) news|news (?:on|of|at)|news bulletin|newscast|broadcast"
    r"|on (?:state )?(?:TV|television|air))\b",
    re.IGNORECASE,
)
"""Words for radio and television. Source: own list, 2026-11."""

_PUBLISHED = re.compile(
    r"\b(?:read (?:out|aloud|on|at)|published|posted|released|issued|lue?s?|publiée?s?|diffusée?s?|rendue?s? publics?)\b",
    re.IGNORECASE,
)
_TEXT_OF_MEASURE = re.compile(
    r"\b(?:statement|communiqué|order|decision|decree|text|letter|note|announcement|ultimatum"
    r"|déclaration|décision|arrêté|décret|texte|lettre|annonce|ordre)\b",
    re.IGNORECASE,
)
"""Words that tell how a measure was made known, and those for the text of one. Source: own lists, 2026-11."""

_MOMENTS = frozenset({Granularity.HOUR, Granularity.MINUTE})
_SENTENCE_ENDS = re.compile(r"[.!?]['\"»”’)]*\s+(?=[\W]*[A-ZÀ-Ý])")
_REACH = 600
"""Characters before a measure in which its broadcast is looked for. Source: two long sentences, own judgement, 2026-11."""


def with_time_of_saying(claim: Claim, statements: Mapping[str, Statement], scenery: Scenery) -> Claim:
    """Give an announced measure the time at which it was announced, and take away the time of a later word about it.

    Args:
        claim: The claim, its times not yet resolved.
        statements: The document's statements by id.
        scenery: What the document gives.

    Returns:
        The claim; only that of a measure changes.
    """
    if "announced_by" not in event_types()[claim.type].frame:
        return claim
    statement = statements.get(claim.statement_id or "")
    announces = statement is not None and statement.act is SpeechAct.ANNOUNCES
    if not announces and _refers_back(claim, scenery):
        return replace(claim, slots=tuple(slot for slot in claim.slots if slot.role != "time" or slot.rule not in SAYING_RULES))
    if claim.slots_of("time"):
        return _with(claim, _made_known(claim, scenery) or _in_headnote(claim, scenery))
    said = statement.said if statement is not None and _is_day(statement.said, scenery) else None
    if said is not None:
        return _with(claim, Slot("time", said, None, inferred=True, rule=TIME_OF_SAYING))
    return _with(claim, _broadcast(claim, scenery) or _made_known(claim, scenery))


def _with(claim: Claim, slot: Slot | None) -> Claim:
    return replace(claim, slots=(*claim.slots, slot)) if slot is not None else claim


def _is_day(said: Span | None, scenery: Scenery) -> bool:
    """Whether words tell a day; a longer time (`last month`) is mostly that of something else in the sentence."""
    times = scenery.times_in(said) if said is not None else []
    return not times or any(time.day is not None or time.interval is None for time in times)


def _refers_back(claim: Claim, scenery: Scenery) -> bool:
    """Whether the claim names a measure that is known already (`the decision was well founded, he said`)."""
    text, token = scenery.document.text, scenery.token_in(claim.trigger)
    if token is not None and token.pos in _VERBAL:
        return False
    return bool(_REFERENCE.search(text[max(0, claim.trigger.start - 12) : claim.trigger.start]))


def _broadcast(claim: Claim, scenery: Scenery) -> Slot | None:
    """Return the time of the broadcast that the words before a new measure tell of: in its sentence, or in the one before."""
    text = scenery.document.text
    if claim.background or not claim.modality.current or _refers_back(claim, scenery):
        return None
    start = _sentence_before(text, claim.trigger.start)
    days = [time for time in scenery.times if start <= time.span.start < claim.trigger.start and time.day is not None]
    dated = [time for time in days if _ON_AIR.search(_sentence_of(text, time.span))]
    if not dated or len({time.day for time in days}) > 1:
        return None
    best = min(dated, key=lambda time: time.interval is None or time.interval.at is None)
    return Slot("time", _with_day(best), _moment(best), inferred=True, rule=BROADCAST)


def _made_known(claim: Claim, scenery: Scenery) -> Slot | None:
    """Return the moment at which the sentence after a new measure says that its text was read or published.

    Its day must be the measure's own; where the measure has none, the sentence must be about a text and name one day only.
    """
    if claim.background or not claim.modality.current or _refers_back(claim, scenery):
        return None
    following = _sentence_after(scenery.document.text, claim.trigger.end)
    words = following.of(scenery.document.text)
    if not (_ON_AIR.search(words) or _PUBLISHED.search(words)) or not _TEXT_OF_MEASURE.search(words):
        return None
    moments = [time for time in scenery.times_in(following) if time.interval is not None and time.interval.granularity in _MOMENTS]
    if len({time.value for time in moments}) != 1 or not _same_day(claim, moments[0], scenery):
        return None
    return Slot("time", _with_day(moments[0]), _moment(moments[0]), inferred=True, rule=BROADCAST)


def _in_headnote(claim: Claim, scenery: Scenery) -> Slot | None:
    """Return the hour at which a note above the text has it read or published, on the measure's own day."""
    if claim.background or not claim.modality.current or _refers_back(claim, scenery):
        return None
    days = {time.day for slot in claim.slots_of("time") for time in scenery.times_in(slot.span)}
    day = next(iter(days)) if len(days) == 1 else None
    for note in headnotes(scenery.document.text, claim.trigger.start) if day else ():
        words, told = note.of(scenery.document.text), hour_in(note, scenery)
        if day and told and (_ON_AIR.search(words) or _PUBLISHED.search(words)):
            return Slot("time", told.span, moment_on(day, told, scenery.clock_is_utc), inferred=True, rule=BROADCAST)
    return None


def _same_day(claim: Claim, moment: TimeMention, scenery: Scenery) -> bool:
    own = [time.interval for slot in claim.slots_of("time") for time in scenery.times_in(slot.span) if time.interval is not None]
    return moment.interval is not None and all(days.overlaps(moment.interval) for days in own)


def _sentence_after(text: str, at: int) -> Span:
    """Return the sentence that follows the one that holds an offset, in the same paragraph; empty where there is none."""
    line_end = text.find("\n", at)
    paragraph_end = len(text) if line_end < 0 else line_end
    own_end = _SENTENCE_ENDS.search(text, max(0, at - 2), paragraph_end)
    if own_end is None:
        return Span(paragraph_end, paragraph_end)
    next_end = _SENTENCE_ENDS.search(text, own_end.end(), min(paragraph_end, own_end.end() + _REACH))
    return Span(own_end.end(), next_end.start() if next_end else paragraph_end)


def _with_day(mention: TimeMention) -> Span:
    day = mention.anchor_span or mention.span
    return Span(min(mention.span.start, day.start), max(mention.span.end, day.end))


def _moment(mention: TimeMention) -> TimeValue:
    return TimeValue(mention.interval, TimeAnchor.ANNOUNCED, mention.anchor, "broadcast", timex=mention.value)


def _sentence_before(text: str, at: int) -> int:
    """Return where the sentence before the one at an offset begins, in the same paragraph."""
    paragraph = max(text.rfind("\n", 0, at) + 1, at - _REACH)
    starts = [paragraph, *(match.end() for match in _SENTENCE_ENDS.finditer(text, paragraph, at))]
    return starts[-2] if len(starts) > 1 else starts[0]


def _sentence_of(text: str, span: Span) -> str:
    end = _SENTENCE_ENDS.search(text, span.end)
    first = _sentence_before(text, span.start)
    starts = [first, *(match.end() for match in _SENTENCE_ENDS.finditer(text, first, span.start))]
    return text[starts[-1] : end.start() if end else len(text)].partition("\n")[0]
