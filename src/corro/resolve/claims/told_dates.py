"""What a date is the date of: the words right before a time that say it (announced, notified, effective, lifted)."""

import re
from collections.abc import Iterable
from dataclasses import replace

from corro.model import Claim, Slot, TimeAnchor
from corro.resolve.scenery import Scenery
from corro.resolve.times.mention import TimeMention, TimeType
from corro.values import Span
from corro.vocab.event_types import event_types

FURTHER_DATE = "resolve.told_date"
"""Rule of a further time slot of a measure, whose words say what it is the date of."""

_EFFECTIVE = (
    r"effective|with effect from|tak(?:es?|ing) effect|took effect|c(?:omes?|ame) into (?:force|effect)|enter(?:s|ed)? into force"
    r"|starting|à compter d[ue]|à partir d[ue]|prend(?:ra)? effet|pris effet|entre(?:ra)? en vigueur|est entrée? en vigueur"
)
_WORDS = (
    (TimeAnchor.NOTIFIED, re.compile(r"\bnotifi\w+[^.;]{0,40}$", re.IGNORECASE)),
    (TimeAnchor.EFFECTIVE, re.compile(rf"\b(?:{_EFFECTIVE})\b[^.;,]{{0,15}}$", re.IGNORECASE)),
    (TimeAnchor.LIFTED, re.compile(r"\b(?:lifted|rescinded|levée?s?|rapportée?)\b[^.;]{0,30}$", re.IGNORECASE)),
    (TimeAnchor.AS_OF, re.compile(r"\b(?:as of|as at|à la date du|au)\s+$", re.IGNORECASE)),
)
"""What stands before a time and tells what it is the date of. Source: docs/codebook.md, entities: Time; own patterns, 2026-11."""

_FURTHER = re.compile(
    rf"(?:(?:,|\b(?:was|were|been|order|decision|measure)) announced|\b(?:annoncée|notifiée?)s?|\bnotified|\b(?:{_EFFECTIVE}))"
    r"\s+(?:on |le |the )?$",
    re.IGNORECASE,
)
"""Right before a time, words that make it a further date of the measure told before them. Source: own list, 2026-11."""

_SPEAKERS_DAY = frozenset({"deictic", "this_unit_fr"})
"""Rules of times that count from whoever speaks (`effective today`, in a quotation): whose day that is stays untold."""

_ANNOUNCED = re.compile(r"\b(?:announced|annoncée?s?)\s+(?:on |le )?$", re.IGNORECASE)
_CONTEXT = 60
_SENTENCE_ENDS = re.compile(r"[.!?](?:\s|$)|\n")


def told_anchor(text: str, start: int, earliest: int) -> TimeAnchor | None:
    """Return what the words before a time say it is the date of, or None.

    Args:
        text: The document's text.
        start: Where the time begins.
        earliest: Where the passage begins, before which nothing counts.
    """
    before = text[max(earliest, start - _CONTEXT) : start]
    return next((anchor for anchor, words in _WORDS if words.search(before)), None)


def with_further_dates(claim: Claim, claims: Iterable[Claim], scenery: Scenery) -> Claim:
    """Give a measure the further dates that its sentence tells of it: when it was announced, notified, or takes effect.

    Args:
        claim: The claim, its times not yet resolved.
        claims: All claims of the document: where another measure stands in the sentence, whose date it is stays untold.
        scenery: What the document gives.

    Returns:
        The claim with one slot for each such date that it has not; only that of a measure changes.
    """
    if not is_measure(claim):
        return claim
    rest = _rest_of_sentence(scenery.document.text, claim.trigger.end)
    if any(other is not claim and is_measure(other) and rest.overlaps(other.trigger) for other in claims):
        return claim
    covered = [slot.span for slot in claim.slots if slot.role in ("time", "deadline")]
    found = [time for time in scenery.times_in(rest) if _is_further(time, scenery.document.text)]
    new = [time for time in found if not any(span.overlaps(time.span) for span in covered)]
    return replace(claim, slots=(*claim.slots, *(_slot(time) for time in new))) if new else claim


def is_announced(text: str, start: int) -> bool:
    """Say whether `announced` stands right before a time."""
    return bool(_ANNOUNCED.search(text[max(0, start - _CONTEXT) : start]))


def is_measure(claim: Claim) -> bool:
    """Say whether a claim is of an order by an authority: it has a legal basis, and a condition or a deadline."""
    frame = event_types()[claim.type].frame
    return "legal_basis" in frame and ("condition" in frame or "deadline" in frame)


def _is_further(time: TimeMention, text: str) -> bool:
    dated = time.type in (TimeType.DATE, TimeType.TIME) and time.interval is not None
    return (
        dated
        and time.rule not in _SPEAKERS_DAY
        and bool(_FURTHER.search(text[max(0, time.span.start - _CONTEXT) : time.span.start]))
    )


def _slot(time: TimeMention) -> Slot:
    return Slot("time", time.span, None, inferred=True, rule=FURTHER_DATE)


def _rest_of_sentence(text: str, at: int) -> Span:
    end = _SENTENCE_ENDS.search(text, at)
    return Span(at, end.start() if end else len(text))
