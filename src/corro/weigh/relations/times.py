"""How two dates of one event stand to each other."""

import re

from corro.model import ActorValue, Claim, DisputeKind, TimeAnchor, TimeValue
from corro.values import Granularity, Interval, Span, fold
from corro.weigh.identity import Sameness, sameness
from corro.weigh.links.context import interval_of, parties_of
from corro.weigh.relations.date_slips import slipped
from corro.weigh.relations.stands import Scene, Stand, retold, told_on, versions
from corro.weigh.relations.verdict import Verdict, dispute, incomparable, refine, slip
from corro.weigh.weekdays import clash

_COARSE = frozenset(
    {Granularity.PART_OF_MONTH, Granularity.MONTH, Granularity.QUARTER, Granularity.SEASON, Granularity.YEAR, Granularity.DECADE}
)
"""Granularities that name a calendar period and not the event's own beginning and end."""

_ENDED_BY = {"H1": "O8", "H2": "O8", "O3": "O8", "O7": "O8", "V5": "H5", "H4": "H5"}
"""The type by which a measure or a detention ends: its date is easily given for that of the beginning.

Source: own list after D04 of docs/codebook.md, 2026-11.
"""

LONGEST_STAGE_DAYS = 31
"""Days up to which a date can be told to be that of the end: a year holds both. Source: a calendar month."""


def relate_times(one: Stand, other: Stand, scene: Scene) -> Verdict | None:
    """Say how two dates stand to each other.

    Args:
        one: A date with those who give it.
        other: Another.
        scene: What is known around them.

    Returns:
        The verdict; None where nothing can be said.

    Source: docs/codebook.md, pairs of claims; D03, D04, D18, D27.
    """
    left, right = _interval(one), _interval(other)
    if left is None or right is None:
        return None
    if _anchor(one) is not _anchor(other):
        return _two_anchors(one, other, left, right)
    if _anchor(one) is TimeAnchor.ANNOUNCED and _of_two_speakers(one, other):
        return None
    if left.holds(right) or right.holds(left):
        return _contained(one, other, left, right)
    if left.overlaps(right):
        return dispute(DisputeKind.DATE, "date.ends_differ", f"{one.printed} and {other.printed} begin or end on different days.")
    return _disjoint(one, other, scene)


def _interval(stand: Stand) -> Interval | None:
    return stand.value.interval if isinstance(stand.value, TimeValue) else None


def _anchor(stand: Stand) -> TimeAnchor:
    return stand.value.anchor if isinstance(stand.value, TimeValue) else TimeAnchor.OCCURRED


def _two_anchors(one: Stand, other: Stand, left: Interval, right: Interval) -> Verdict | None:
    """Set two stages side by side; a plain date may well be that of the announcement, so the two are not compared."""
    if left.overlaps(right) or {_anchor(one), _anchor(other)} == {TimeAnchor.ANNOUNCED, TimeAnchor.OCCURRED}:
        return None
    words = f"{one.printed} and {other.printed} are the days of two stages of it: no contradiction."
    return incomparable("date.two_stages", words)


def _of_two_speakers(one: Stand, other: Stand) -> bool:
    """Say whether two announcements are by two speakers: a minister who defends an order later has not announced it anew."""
    mine, theirs = _announcers(one), _announcers(other)
    return bool(mine and theirs) and not any(sameness(left, right) is Sameness.SAME for left in mine for right in theirs)


def _announcers(stand: Stand) -> list[ActorValue]:
    return [value for claim, _ in stand.told for value in parties_of(claim, "announced_by")]


def _contained(one: Stand, other: Stand, left: Interval, right: Interval) -> Verdict:
    """Judge containment: a day within a month is finer; two stated spans with different ends are not one span."""
    outer, inner = (left, right) if left.holds(right) else (right, left)
    spans = (
        outer.granularity not in _COARSE and not outer.approximate and (inner.days or 0) > 1 and inner.granularity not in _COARSE
    )
    if spans:
        return dispute(DisputeKind.DATE, "date.ends_differ", f"{one.printed} and {other.printed} begin or end on different days.")
    return refine("date.contained", f"{inner.edtf} is the more exact, and lies within {outer.edtf}: no contradiction.")


def _disjoint(one: Stand, other: Stand, scene: Scene) -> Verdict:
    apart = f"{one.printed} and {other.printed} have no day in common"
    if versions(one, other, scene):
        return dispute(DisputeKind.VERSION, "date.versions", f"{apart}; they stand in two versions of one report.")
    if wrong := _weekday_clash(one, other, scene):
        return slip(DisputeKind.DATE, "date.weekday", f"{apart}; {wrong.printed} was not the weekday that its text names.", wrong)
    if wrong := _other_stage(one, other, scene):
        words = f"{apart}; {wrong.printed} is when, by other claims, it ended."
        return slip(DisputeKind.DATE, "date.other_stage", words, wrong)
    if found := slipped(one, other):
        return found
    if told_on(one, other, scene):
        return slip(DisputeKind.DATE, "date.told_on", f"{apart}; one lineage carries both.", retold(one, other, scene))
    return dispute(DisputeKind.DATE, "date.disjoint", f"{apart}.")


def _weekday_clash(one: Stand, other: Stand, scene: Scene) -> Stand | None:
    wrong = [stand for stand in (one, other) if _clashes(stand, scene)]
    return wrong[0] if len(wrong) == 1 else None


def _clashes(stand: Stand, scene: Scene) -> bool:
    documents = [(scene.documents_by_id.get(name), span) for name, span in stand.passages]
    return any(document and clash(document, span, _interval(stand)) for document, span in documents)


def _other_stage(one: Stand, other: Stand, scene: Scene) -> Stand | None:
    """Find the value that holds the date of the event's end, where the other one does not."""
    ends = [*_ends(one, scene), *_ends(other, scene)]
    fits = [stand for stand in (one, other) if any(_covers(stand, end) for end in ends)]
    return fits[0] if len(fits) == 1 else None


def _covers(stand: Stand, end: Interval) -> bool:
    interval = _interval(stand)
    if interval is None or not interval.bounded or not end.bounded:
        return False
    return (interval.days or 0) <= LONGEST_STAGE_DAYS and interval.overlaps(end)


def _ends(stand: Stand, scene: Scene) -> list[Interval]:
    lifted = [
        slot.value.interval
        for claim in (*scene.related, *(claim for claim, _ in stand.told))
        for slot in claim.slots_of("time")
        if isinstance(slot.value, TimeValue) and slot.value.anchor is TimeAnchor.LIFTED and slot.value.interval
    ]
    kind = _ENDED_BY.get(scene.event_type)
    later = (interval_of(claim) for claim in scene.related if claim.type == kind and _ends_this(claim, stand, scene))
    return [*lifted, *(interval for interval in later if interval is not None)]


def _ends_this(end: Claim, stand: Stand, scene: Scene) -> bool:
    """Say whether an end is that of the measure: what ended is named by a word of the measure or of its target, or not at all."""
    measure = {word[:STEM_LETTERS] for claim, _ in stand.told for word in _named(claim, scene, claim.trigger)}
    heads = {words[0][:STEM_LETTERS] for label in _labels(end) if (words := _content(label))}
    return not heads or bool(heads & measure)


def _named(claim: Claim, scene: Scene, trigger: Span) -> list[str]:
    document = scene.documents_by_id.get(claim.document_id)
    words = _content(trigger.of(document.text)) if document else []
    return [*words, *(word for label in _labels(claim) for word in _content(label)[:1])]


def _labels(claim: Claim) -> list[str]:
    """Return what a claim is about in the text's words; who decided it is left out, unless nobody else is named."""
    aimed = [*parties_of(claim, "target"), *parties_of(claim, "victim")]
    return [value.label for value in aimed or parties_of(claim, "actor")]


def _content(words: str) -> list[str]:
    return [word for word in re.findall(r"[^\W\d_]+", fold(words)) if len(word) >= STEM_LETTERS]


STEM_LETTERS = 5
"""Letters by which a noun and its verb are taken for one ("suspension", "suspended"). Source: chosen on samples/mali, 2026-11."""
