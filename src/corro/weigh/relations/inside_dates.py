"""Dates that a text contradicts itself on: one event dated twice, a coup or a founding told as news and as history."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corro.model import Analysis, Claim, Difference, DisputeKind, Document, Polarity, Relation, Slot, TimeValue
from corro.values import Interval, Span
from corro.weigh.identity import Sameness, sameness
from corro.weigh.links.context import in_context, interval_of, parties_of, places_of
from corro.weigh.relations.stands import Scene, Stand, stands_of
from corro.weigh.relations.times import relate_times
from corro.weigh.relations.verdict import Verdict, dispute, slip
from corro.weigh.weekdays import clash

_RULERS = re.compile(
    r"\b(?:junta|regime|régime|rulers?|dirigeants|came to power|to power|au pouvoir|take-?over|overthrew|"
    r"renvers\w+|military|militaires)\b",
    re.IGNORECASE,
)
"""Words by which a text tells how the present rulers came to power. Source: own list, after the seed and kasanda-dev, 2026-11."""

_SEVERAL = re.compile(
    r"\b(?:two|three|four|several|deux|trois|quatre|plusieurs)\s+(?:\w+\s+)?$|\b(?:coups|putsches)\b", re.IGNORECASE
)

_FOUNDING = re.compile(
    r"\b(?:set(?:ting)? up|establish\w*|creat\w*|found(?:ed|ing)|authoris\w*|authoriz\w*|deploy\w*|for the first time|"
    r"cré[ée]\w*|création|mis[e]? sur pied|établi\w*|autoris\w*|déploy\w*|déploiement|instauré\w*)\b",
    re.IGNORECASE,
)
_RENEWAL = re.compile(
    r"\b(?:renew\w*|exten[ds]\w*|prolong\w*|renouvel\w*|prorog\w*|reconduit\w*|end(?:s|ed|ing)?)\b", re.IGNORECASE
)
"""Words of the founding of a mission, and of the renewal or end of one. Source: own list, 2026-11."""

_REACTION = re.compile(
    r"\b(?:reject|respond|repl|dismiss|condemn|denounc|react|answer|rejet|répon|condamn|réag|dénonc|démen|contest)\w*\b.{0,60}?"
    r"\b(?:the|this|that|its|le|la|l['’]|ce|cette|ces)\s?(?:\w+\s)?(?:(?P<report>report|finding|rapport)|"
    r"(?P<measure>decision|order|measure|décision|ordre|mesure)|(?P<words>statement|communiqué|déclaration))",
    re.IGNORECASE,
)
"""A reaction to something that the text has just told. Source: own list, after D23 of docs/codebook.md, 2026-11."""

_CAUSES = {
    "report": frozenset({"C5"}),
    "measure": frozenset({"H1", "H2", "H3", "H6", "C5"}),
    "words": frozenset({"C2", "C3", "C4"}),
}
"""Types of what "the report", "the decision", "the statement" can mean. Source: frames of docs/reference/event-types.md."""

LONG_AGO_DAYS = 365
"""Days after which a founding is history and no news. Source: chosen on the seed, 2026-11."""


def date_contradictions(analysis: Analysis, events: Sequence[Sequence[Claim]], scene: Scene) -> Iterator[Difference]:
    """Find the contradictions between dates.

    Args:
        analysis: The document with its claims.
        events: Its claims by event.
        scene: What is known around them.

    Yields:
        Differences about time.
    """
    for event in events:
        yield from _one_event_twice(event, scene)
    stated = [claim for claim in analysis.claims if claim.segment != "caption" and claim.polarity is Polarity.AFFIRMED]
    yield from _rulers_twice(stated, analysis.document, scene)
    yield from _founded_twice(stated, analysis.document, scene)
    yield from _weekdays(stated, analysis.document, scene)
    yield from _effect_before_cause(stated, analysis.document, scene)


def _one_event_twice(event: Sequence[Claim], scene: Scene) -> Iterator[Difference]:
    for one, other in combinations(stands_of(event, "time", scene), 2):
        verdict = relate_times(one, other, scene)
        if verdict and verdict.relation is Relation.DISPUTE and verdict.rule == "date.disjoint":
            yield _contradiction([one], [other], verdict)


def _contradiction(left: Sequence[Stand], right: Sequence[Stand], verdict: Verdict) -> Difference:
    wrong = verdict.wrong
    positions = tuple(stand.position(error=stand is wrong) for stand in (*left, *right))
    return Difference("time", verdict.relation, positions, verdict.kind, f"inside.{verdict.rule}", verdict.words)


def _rulers_twice(claims: Sequence[Claim], document: Document, scene: Scene) -> Iterator[Difference]:
    """Find a coup by which the present rulers came to power that fits none of the other dates given for it."""
    coups = [claim for claim in claims if claim.type == "A4" and interval_of(claim) is not None]
    for claim in coups:
        others = [other for other in coups if other is not claim and not _overlap(claim, other)]
        rivals = [other for other in others if _unmarked(other, document)]
        alone = len(others) == len(coups) - 1
        if alone and rivals and _unmarked(claim, document) and _told_as_news(claim) and not _told_as_news(rivals[0]):
            words = (
                f"The coup of the present rulers is dated {_printed(claim)} here, and {', '.join(map(_printed, others))} there; "
                "the passage does not set it apart as another one."
            )
            verdict: Verdict = dispute(DisputeKind.DATE, "rulers_twice", words)
            yield _contradiction([_stand(claim, scene)], [_stand(other, scene) for other in others], verdict)


def _unmarked(claim: Claim, document: Document) -> bool:
    """Say whether a coup is told as the one of the present rulers, and not as one of several."""
    text = claim.passage.of(document.text)
    lead = document.text[max(0, claim.trigger.start - 20) : claim.trigger.end]
    return not in_context(claim, document).marked and not _SEVERAL.search(lead) and bool(_RULERS.search(text))


def _told_as_news(claim: Claim) -> bool:
    """Say whether a date counts from publication ("last month"), as news does."""
    return any(isinstance(slot.value, TimeValue) and slot.value.counted_from == "publication" for slot in claim.slots_of("time"))


def _overlap(one: Claim, other: Claim) -> bool:
    left, right = interval_of(one), interval_of(other)
    return left is not None and right is not None and left.overlaps(right)


def _printed(claim: Claim) -> str:
    interval = interval_of(claim)
    return interval.edtf if interval else "not dated"


def _stand(claim: Claim, scene: Scene) -> Stand:
    """Return the date of one claim as a stand; where it has none, the passage stands for it."""
    for stand in stands_of([claim], "time", scene):
        return stand
    slot = Slot("time", claim.passage, TimeValue(None))
    return Stand("time", TimeValue(None), "recent, told as news", ((claim, slot),))


def _founded_twice(claims: Sequence[Claim], document: Document, scene: Scene) -> Iterator[Difference]:
    """Find a mission whose founding is told as news, and as long past."""
    foundings = [claim for claim in claims if claim.type in ("M1", "M3") and _founds(claim, document)]
    fresh = [claim for claim in foundings if _fresh(claim, document)]
    past = [claim for claim in foundings if _long_ago(claim, document)]
    for claim in fresh:
        rivals = [other for other in past if _one_mission(claim, other)]
        if rivals:
            words = f"A mission is founded once: it is news here, and was founded in {_printed(rivals[0])} there."
            verdict: Verdict = dispute(DisputeKind.DATE, "founded_twice", words)
            yield _contradiction([_stand(claim, scene)], [_stand(other, scene) for other in rivals], verdict)


def _founds(claim: Claim, document: Document) -> bool:
    text = claim.passage.of(document.text)
    return bool(_FOUNDING.search(text)) and not _RENEWAL.search(text)


def _fresh(claim: Claim, document: Document) -> bool:
    """Say whether a founding is told as news: undated and no background, or dated within the year before publication."""
    interval, published = interval_of(claim), document.published.interval
    if interval is None:
        return not claim.background and claim.modality.current
    return published is not None and interval.gap_days(published) <= LONG_AGO_DAYS and interval.bounded


def _long_ago(claim: Claim, document: Document) -> bool:
    interval, published = interval_of(claim), document.published.interval
    if interval is None or interval.last is None:
        return False
    return published is None or interval.gap_days(published) > LONG_AGO_DAYS


def _one_mission(one: Claim, other: Claim) -> bool:
    """Say whether nothing tells the two missions apart: neither another name nor another country."""
    left, right = places_of(one), places_of(other)
    if left and right and not {place.country for place in left} & {place.country for place in right}:
        return False
    pairs = [(mine, theirs) for mine in parties_of(one, "target") for theirs in parties_of(other, "target")]
    return not pairs or any(sameness(mine, theirs) is not Sameness.DIFFERENT for mine, theirs in pairs)


def _weekdays(claims: Sequence[Claim], document: Document, scene: Scene) -> Iterator[Difference]:
    """Find dates whose weekday is not the one named with them."""
    for claim in claims:
        for slot in claim.slots_of("time"):
            if isinstance(slot.value, TimeValue) and (day := clash(document, slot.span, slot.value.interval)):
                stand = Stand("time", slot.value, day.isoformat(), ((claim, slot),))
                words = f"{day.isoformat()} was a {day:%A}; the text names another weekday."
                yield _contradiction([stand], [], slip(DisputeKind.DATE, "weekday", words, stand))
    del scene


def _effect_before_cause(claims: Sequence[Claim], document: Document, scene: Scene) -> Iterator[Difference]:
    """Find a reaction that is dated before what it reacts to, told just before it; once a sentence."""
    dated = sorted((claim for claim in claims if interval_of(claim)), key=lambda claim: claim.trigger.start)
    seen: set[Span] = set()
    for effect in dated:
        reaction = _REACTION.search(effect.passage.of(document.text))
        cause = _just_before(effect, dated, document, _CAUSES[reaction.lastgroup or ""]) if reaction else None
        if cause and effect.passage not in seen and _wholly_before(interval_of(effect), interval_of(cause)):
            seen.add(effect.passage)
            words = f"The reaction is dated {_printed(effect)}, before what it reacts to, {_printed(cause)}."
            left, right = _stand(cause, scene), _stand(effect, scene)
            yield _contradiction([left], [right], slip(DisputeKind.DATE, "effect_before_cause", words, right))


def _just_before(effect: Claim, dated: Sequence[Claim], document: Document, causes: frozenset[str]) -> Claim | None:
    """Return the last dated claim of the same paragraph before a reaction that can be what it reacts to."""
    paragraph = document.segment_at(effect.trigger.start)
    before = [
        claim
        for claim in dated
        if claim.type in causes
        and claim.passage.end <= effect.passage.start
        and document.segment_at(claim.trigger.start) == paragraph
    ]
    return before[-1] if before else None


def _wholly_before(one: Interval | None, other: Interval | None) -> bool:
    return bool(one and other and one.last and other.first and one.last < other.first)
