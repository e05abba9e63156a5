"""Deadlines that a text gives twice: 48 hours, and then "these three days"."""

import re
from collections.abc import Iterator, Sequence
from itertools import combinations

from corro.model import Analysis, Claim, Difference, DisputeKind, DurationValue, Passage, Position, Relation, SegmentKind
from corro.values import Duration, Span, fold
from corro.weigh.relations.stands import Scene, Stand, stands_of
from corro.weigh.relations.words import hours, relate_durations

_NUMBERS = {
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "ten": 10, "un": 1, "une": 1, "deux": 2, "trois": 3,
    "quatre": 4, "cinq": 5, "sept": 7, "dix": 10, "quarante huit": 48, "forty eight": 48, "soixante douze": 72, "seventy two": 72,
    "vingt quatre": 24, "twenty four": 24,
}  # fmt: skip
_NUMBER = r"(\d{1,3}|" + "|".join(sorted((name.replace(" ", "[ -]") for name in _NUMBERS), key=len, reverse=True)) + r")"
_UNIT = r"(hours?|days?|weeks?|heures?|jours?|semaines?)"
_TERMS = re.compile(
    rf"\b(?:these|those|ces)\s+{_NUMBER}[\s-]+{_UNIT}\b"
    rf"|\b{_NUMBER}[\s-]{_UNIT}[\s-](?:deadline|ultimatum|notice|limit)\b"
    rf"|\b(?:délai|ultimatum|préavis|deadline|ultimatum|notice|period)\s+(?:of|de)\s+{_NUMBER}\s+{_UNIT}\b",
    re.IGNORECASE,
)
"""Phrases that take up a deadline: "these three days", "the 48-hour deadline", "un délai de trois jours".

Source: own list, after D08 of docs/codebook.md and kasanda-dev, 2026-11.
"""

_MEASURES = "HO"
"""Families whose events have deadlines: measures of the host state and obstruction."""


def term_contradictions(event: Sequence[Claim], analysis: Analysis, scene: Scene) -> Iterator[Difference]:
    """Find two lengths of one deadline.

    Args:
        event: The claims of one event.
        analysis: The document.
        scene: What is known around them.

    Yields:
        Differences about the duration.
    """
    if not event or event[0].type[0] not in _MEASURES:
        return
    stands = stands_of(event, "duration", scene)
    for one, other in combinations(stands, 2):
        verdict = relate_durations(one, other, scene)
        if verdict and verdict.relation is Relation.TRANSMISSION_ERROR:
            positions = tuple(stand.position(error=stand is verdict.wrong) for stand in (one, other))
            yield Difference("duration", verdict.relation, positions, verdict.kind, f"inside.{verdict.rule}", verdict.words)
    if len(stands) == 1:
        yield from _taken_up(stands[0], analysis)


def _taken_up(stand: Stand, analysis: Analysis) -> Iterator[Difference]:
    """Find a phrase that takes the deadline up with another length; the phrase is no claim, so its passage stands alone."""
    document = analysis.document
    first = min(slot.span.start for _, slot in stand.told)
    stated = hours(stand.value.duration) if isinstance(stand.value, DurationValue) else None
    for segment in document.segments_of(SegmentKind.BODY):
        for match in _TERMS.finditer(document.text, max(first, segment.span.start), max(first, segment.span.end)):
            again = _duration(match)
            if stated is None or hours(again) in (None, stated):
                continue
            span = Span(match.start(), match.end())
            holder = (document.outlet.text,) if document.outlet.text else ()
            position = Position(again.iso, (), holder, (Passage(document.id, span),), 1)
            words = f"{stand.printed}, and then “{match.group()}”, in one text."
            rule = "inside.duration.one_text"
            positions = (stand.position(), position)
            yield Difference("duration", Relation.TRANSMISSION_ERROR, positions, DisputeKind.QUANTITY, rule, words)


def _duration(match: re.Match[str]) -> Duration:
    number, unit = [group for group in match.groups() if group]
    amount = int(number) if number.isdigit() else _NUMBERS[fold(number)]
    if unit[0].lower() == "h":
        return Duration(hours=amount)
    return Duration(weeks=amount) if unit[0].lower() in "ws" else Duration(days=amount)
