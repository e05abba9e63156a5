"""Tells which claims only touch on something in passing: by themselves they make no event, beside others they stand in its line."""

from collections.abc import Iterable, Mapping

from corro.model import Claim, Document, SegmentKind, TimeAnchor, TimeValue
from corro.values import Span

SPEECH = frozenset({"C3", "C4"})
"""Types that are somebody's words. What was said of an event is a claim on that event; only a statement that a report is about,
or one that it dates and whose speaker it names, is an event too.

Source: docs/codebook.md, layers; chosen on samples/mali and kasanda-dev, 2026-11.
"""

SHORT_LEAD = 80
"""Characters below which a first paragraph is a note ("Corrects location …") and the lead comes after it. Source: as above."""

_OWN = (TimeAnchor.OCCURRED, TimeAnchor.ANNOUNCED, TimeAnchor.NOTIFIED, TimeAnchor.EFFECTIVE)


def in_passing(claims: Iterable[Claim], documents: Mapping[str, Document]) -> frozenset[str]:
    """Return the claims that assert no event by themselves: bare mentions, and words of somebody that are no news themselves.

    What stands in the headline or the lead is what its report is about, and never in passing.

    Args:
        claims: Claims.
        documents: Their documents; of one that is not there the lead is unknown.

    Returns:
        Their ids.
    """
    return frozenset(claim.id for claim in claims if _slight(claim) and not _in_lead(claim, documents.get(claim.document_id)))


def _slight(claim: Claim) -> bool:
    if claim.type in SPEECH:
        return not (_dated(claim) and claim.slots_of("actor"))
    return not any(slot.value is not None for slot in claim.slots)


def _dated(claim: Claim) -> bool:
    """Say whether the text tells when it was said, be it in words that stay open."""
    return any(isinstance(slot.value, TimeValue) and slot.value.anchor in _OWN for slot in claim.slots_of("time"))


def _in_lead(claim: Claim, document: Document | None) -> bool:
    return document is not None and any(span.holds(claim.trigger) for span in lead_of(document))


def lead_of(document: Document) -> tuple[Span, ...]:
    """Return where a report says what it is about: its headlines, and its first paragraph of some length."""
    heads = [part.span for part in document.segments if part.kind in (SegmentKind.HEADLINE, SegmentKind.SUBHEADING)]
    body = [part.span for part in document.segments if part.kind is SegmentKind.BODY]
    first = next((span for span in body if span.end - span.start >= SHORT_LEAD), body[0] if body else None)
    return (*heads, first) if first else tuple(heads)
