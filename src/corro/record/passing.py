"""Tells which claims only touch on something in passing: by themselves they make no event, beside others they stand in its line."""

from collections.abc import Iterable, Mapping, Sequence
from types import MappingProxyType

from corro.model import ActorValue, Claim, Document, PlaceValue, SegmentKind, Slot, TextValue, TimeAnchor, TimeValue
from corro.values import Span

SPEECH = frozenset({"C3", "C4"})
"""Types that are somebody's words. What was said of an event is a claim on that event; only a statement that a report is about,
or one that it dates and whose speaker it names, is an event too.

Source: docs/codebook.md, layers; chosen on samples/mali and kasanda-dev, 2026-11.
"""

SHORT_LEAD = 80
"""Characters below which a first paragraph is a note ("Corrects location …") and the lead comes after it. Source: as above."""

_OWN = (TimeAnchor.OCCURRED, TimeAnchor.ANNOUNCED, TimeAnchor.NOTIFIED, TimeAnchor.EFFECTIVE)


def in_passing(
    claims: Iterable[Claim], documents: Mapping[str, Document], claims_in: Mapping[str, Sequence[Claim]] = MappingProxyType({})
) -> frozenset[str]:
    """Return the claims that assert no event by themselves: bare mentions, and words of somebody that are no news themselves.

    What stands in the headline or the lead is what its report is about, and never in passing, unless it is but the statement by
    which the lead's event was told.

    Args:
        claims: Claims.
        documents: Their documents; of one that is not there the lead is unknown.
        claims_in: All claims of these documents.

    Returns:
        Their ids.
    """
    return frozenset(claim.id for claim in claims if _slight(claim) and not _is_news(claim, documents, claims_in))


def _is_news(claim: Claim, documents: Mapping[str, Document], claims_in: Mapping[str, Sequence[Claim]]) -> bool:
    document = documents.get(claim.document_id)
    spans = [span for span in lead_of(document) if span.holds(claim.trigger)] if document else []
    beside = [other for other in claims_in.get(claim.document_id, ()) if other.type not in SPEECH]
    told_by_it = claim.type in SPEECH and any(span.holds(other.trigger) for span in spans for other in beside)
    return bool(spans) and not told_by_it


def _slight(claim: Claim) -> bool:
    if claim.type in SPEECH:
        return not (_dated(claim) and claim.slots_of("actor"))
    return not any(_pins_down(slot) for slot in claim.slots)


def _pins_down(slot: Slot) -> bool:
    """Say whether a value tells one event from others: when, where, how many, or somebody by name; "the mission" does not."""
    match slot.value:
        case ActorValue(label=words) | TextValue(text=words):
            return words != words.lower()
        case TimeValue(interval=None) | PlaceValue(place=None, name="") | None:
            return False
        case _:
            return True


def _dated(claim: Claim) -> bool:
    """Say whether the text tells when it was said, be it in words that stay open."""
    return any(isinstance(slot.value, TimeValue) and slot.value.anchor in _OWN for slot in claim.slots_of("time"))


def lead_of(document: Document) -> tuple[Span, ...]:
    """Return where a report says what it is about: its headlines, and its first paragraph of some length."""
    heads = [part.span for part in document.segments if part.kind in (SegmentKind.HEADLINE, SegmentKind.SUBHEADING)]
    body = [part.span for part in document.segments if part.kind is SegmentKind.BODY]
    first = next((span for span in body if span.end - span.start >= SHORT_LEAD), body[0] if body else None)
    return (*heads, first) if first else tuple(heads)
