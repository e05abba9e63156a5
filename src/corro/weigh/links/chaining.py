"""Links between different events that a text ties to each other: what came before, what answers what, what is looked into.

Only words that say so make a link, never the order of days; two events whose days clash with the words are not linked.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from corro.model import Analysis, ChainKind, ChainLink, Claim, Modality, Polarity, TimeAnchor, TimeValue
from corro.values import Interval, Span
from corro.vocab.chain_cues import ChainCue, chain_cues

_REACH_AFTER = 90
"""Characters between the words and the event that they govern. Source: chosen on samples/mali, 2026-11."""

_REACH_BEFORE = 160
"""Characters between an event and the words that follow it. Source: chosen on samples/mali, 2026-11."""

_OPENING = 40
"""Characters before words that still open their sentence (`Two weeks after …`). Source: own choice."""

_BREAK = re.compile(r"[;:?!…\n]\s|,\s*(?:or|ou)\b|[.]\s+(?=[A-ZÀ-Ý«“\"])")
_RELATIVE = re.compile(r",?\s*(?:who|whom|which|whose|where|qui|que|dont|où|lequel|laquelle|lesquels)\b", re.IGNORECASE)
_NOT = re.compile(r"(?:\b(?:not|nor|never|pas|non|ni)|n['’]t)\s+(?!long\b|until\b|longtemps\b)(?:\w+\s+)?$", re.IGNORECASE)
_SAYS_THAT = re.compile(r"\b(?:said|says|saying|that|according|dit|que|selon)\b|\bqu['’]", re.IGNORECASE)
_IDIOM = re.compile(
    r"\s*(?:$|[,.;:)]|all\b|days?\b|weeks?\b|months?\b|years?\b|nights?\b|mornings?\b|tout\b|coup\b"
    r"|(?:them|it|him|this|that|these|those|which|cela|ça|quoi|eux|lui)\s*(?:[,.;:)]|and\b|or\b|et\b|ou\b))",
    re.IGNORECASE,
)
"""What follows words that govern no event by name: `the following day`, `after all`, `responding to them and`. Source: own list,
2026-11."""

_UNREAL = frozenset({Modality.HYPOTHETICAL, Modality.NEGATED})
_COOPERATION = ("C1", "C2")
_STRENGTH = (
    ChainKind.REPRISAL_FOR,
    ChainKind.INVESTIGATION_OF,
    ChainKind.RESPONSE_TO,
    ChainKind.PART_OF,
    ChainKind.PRECEDED_BY,
)
"""Of two links of one pair the first in this order stays: it says more. Source: own choice."""


@dataclass(frozen=True, slots=True)
class _Anchor:
    """Where a passage names an event."""

    span: Span
    claim: Claim


@dataclass(frozen=True, slots=True)
class _Place:
    """Words of a cue in a passage, with the events that the passage names."""

    text: str
    passage: Span
    cue: Span
    rule: ChainCue
    anchors: tuple[_Anchor, ...]


def chains(analysis: Analysis) -> tuple[ChainLink, ...]:
    """Find how events of a document stand to each other that are not the same.

    Args:
        analysis: One document with its claims and their values.

    Returns:
        The links that the words of a sentence make, one a pair of claims, by place in the text. Source of the kinds: R9.
    """
    document = analysis.document
    if len(analysis.claims) < 2 or not document.language.analysed:
        return ()
    best: dict[tuple[str, ...], ChainLink] = {}
    for place in _places(analysis):
        for link in _links(place):
            pair = tuple(sorted((link.claim_id, link.of_claim_id)))
            if pair not in best or _STRENGTH.index(link.kind) < _STRENGTH.index(best[pair].kind):
                best[pair] = link
    return tuple(sorted(best.values(), key=lambda link: (link.passage, link.kind, link.claim_id, link.of_claim_id)))


def _places(analysis: Analysis) -> Iterator[_Place]:
    """Yield each cue in each passage that names two events or more, in order of the text."""
    document = analysis.document
    for passage, anchors in _anchored(analysis.claims):
        for rule, pattern in chain_cues(document.language.value):
            for found in pattern.finditer(document.text, passage.start, passage.end):
                if not _NOT.search(document.text, passage.start, found.start()):
                    yield _Place(document.text, passage, Span(*found.span()), rule, anchors)


def _anchored(claims: Sequence[Claim]) -> Iterator[tuple[Span, tuple[_Anchor, ...]]]:
    """Yield the passages with what they name; events that did not happen are left out."""
    real = [claim for claim in claims if claim.modality not in _UNREAL and claim.polarity is Polarity.AFFIRMED]
    anchors = sorted(
        (_Anchor(span, claim) for claim in real for span in (claim.trigger, *claim.same_as)),
        key=lambda anchor: (anchor.span, anchor.claim.id),
    )
    for passage in sorted({claim.passage for claim in real}):
        inside = tuple(anchor for anchor in anchors if passage.holds(anchor.span))
        if len({anchor.claim.id for anchor in inside}) > 1:
            yield passage, inside


def _links(place: _Place) -> Iterator[ChainLink]:
    governed = _governed(place)
    if governed is None:
        return
    other = _other(place, governed)
    if other is None:
        return
    later, earlier = (governed, other) if place.rule.governs_later else (other, governed)
    if later.claim.id != earlier.claim.id and not _clash(place.rule.kind, later.claim, earlier.claim):
        span = later.span.cover(earlier.span).cover(place.cue)
        claim, of_claim = later.claim, earlier.claim
        yield ChainLink(
            _kind(place.rule, claim, of_claim), claim.id, of_claim.id, span, claim.document_id, f"chain.{place.rule.id}"
        )


def _link(rule: ChainCue, claim: Claim, of_claim: Claim, words: Span) -> ChainLink:
    return ChainLink(_kind(rule, claim, of_claim), claim.id, of_claim.id, words, claim.document_id, f"chain.{rule.id}")


def _kind(rule: ChainCue, claim: Claim, of_claim: Claim) -> ChainKind:
    """Return what a link says: a reprisal for cooperation that comes after a testimony is one for that testimony."""
    if rule.kind is ChainKind.PRECEDED_BY and claim.type == "V9" and of_claim.type in _COOPERATION:
        return ChainKind.REPRISAL_FOR
    return rule.kind


def _governed(place: _Place) -> _Anchor | None:
    """Return the event that the words govern: the first behind them, in their own clause."""
    rule, end = place.rule, place.cue.end
    if _IDIOM.match(place.text, end, place.passage.end):
        return None
    wanted = rule.later if rule.governs_later else rule.earlier
    behind = [anchor for anchor in place.anchors if anchor.span.start >= end]
    found = _first_of(behind, wanted) if rule.own else _first_of(behind[:1], wanted)
    if found is None:
        return None
    gap = place.text[end : found.span.start]
    return None if len(gap) > _REACH_AFTER or _broken(place.text, end, found.span.start) or _RELATIVE.search(gap) else found


def _other(place: _Place, governed: _Anchor) -> _Anchor | None:
    """Return the event that the words tie to the governed one: the nearest before them, or behind them where they open."""
    rule = place.rule
    wanted = rule.earlier if rule.governs_later else rule.later
    others = [anchor for anchor in place.anchors if anchor.claim.id != governed.claim.id]
    if rule.own and (named := _first_of([one for one in others if one.span.overlaps(place.cue)], wanted)):
        return named
    before = [anchor for anchor in others if anchor.span.end <= place.cue.start]
    if before:
        return _nearest_before(place, before, wanted)
    if rule.own:
        return _only(_of_types(others, wanted))
    return _behind(place, governed, others, wanted)


def _nearest_before(place: _Place, before: Sequence[_Anchor], wanted: tuple[str, ...]) -> _Anchor | None:
    """Return the last event before the words; none where a comma leaves open to which of several they belong."""
    fitting = _of_types(before, wanted)
    if not fitting:
        return None
    found = max(fitting, key=lambda anchor: (anchor.span.end, anchor.claim.id))
    gap = place.text[found.span.end : place.cue.start]
    if (
        len(gap) > _REACH_BEFORE
        or _broken(place.text, found.span.end, place.cue.start)
        or (place.rule.own and _SAYS_THAT.search(gap))
    ):
        return None
    loose = gap.rstrip().endswith(",") and len({anchor.claim.type for anchor in fitting}) > 1
    return None if loose else found


def _behind(place: _Place, governed: _Anchor, others: Sequence[_Anchor], wanted: tuple[str, ...]) -> _Anchor | None:
    """Return the event of the main clause where the words open the sentence: the first behind the comma of their clause."""
    if place.cue.start - place.passage.start > _OPENING:
        return None
    comma = _end_of_clause(place, governed.span.end)
    behind = [anchor for anchor in others if comma is not None and anchor.span.start > comma]
    found = _first_of(behind[:1], wanted)
    return None if found is None or _broken(place.text, governed.span.end, found.span.start) else found


def _end_of_clause(place: _Place, start: int) -> int | None:
    """Return the first comma from here on that opens no relative clause; None where a relative clause leaves it open."""
    comma = place.text.find(",", start, place.passage.end)
    return None if comma < 0 or _RELATIVE.match(place.text, comma) else comma


def _broken(text: str, start: int, end: int) -> bool:
    """Return whether a sentence or clause ends between two places; the character behind them tells a full stop from others."""
    return _BREAK.search(text, start, end + 1) is not None


def _first_of(anchors: Sequence[_Anchor], wanted: tuple[str, ...]) -> _Anchor | None:
    return next(iter(_of_types(anchors, wanted)), None)


def _only(anchors: Sequence[_Anchor]) -> _Anchor | None:
    return anchors[0] if len({anchor.claim.id for anchor in anchors}) == 1 else None


def _of_types(anchors: Sequence[_Anchor], wanted: tuple[str, ...]) -> list[_Anchor]:
    return [anchor for anchor in anchors if anchor.claim.type.startswith(wanted)]


def _clash(kind: ChainKind, later: Claim, earlier: Claim) -> bool:
    """Whether the days told make it impossible: what answers or follows was over before the other began."""
    one, other = _days(later), _days(earlier)
    if one is None or other is None or one.last is None or other.first is None:
        return False
    apart = kind is ChainKind.PART_OF and other.last is not None and one.first is not None and one.first > other.last
    return one.last < other.first or apart


def _days(claim: Claim) -> Interval | None:
    """Return when a claim says that it happened."""
    values = [slot.value for slot in claim.slots_of("time")]
    told = [value for value in values if isinstance(value, TimeValue) and value.anchor is TimeAnchor.OCCURRED]
    return next((value.interval for value in told if value.interval), None)
