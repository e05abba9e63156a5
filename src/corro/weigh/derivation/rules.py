"""What was done to a claim between two tellings: one rule for each transformation of the controlled list.

Each rule reads two tellings, the one before and the one after, and nothing else. `RULES` gives them by key; the keys are those of
the list `transformations` of `corro.vocab`.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from difflib import SequenceMatcher
from types import MappingProxyType

from corro.model import ActorValue, PlaceValue, TimeAnchor, TimeValue
from corro.values import Bound, Count, Interval, PlaceKind, fold
from corro.weigh.derivation.tellings import Telling, is_loose
from corro.weigh.derivation.words import AND, MIXED, OR, QUALIFIERS, WORD, Post, content_words, person_posts, post_of

Rule = Callable[[Telling, Telling], bool]

VERBATIM, TRANSLATED, PARAPHRASED = "verbatim", "translated", "paraphrased"

_SAME_WORDS = 6
"""Words from which a telling that stands wholly inside another counts as word for word (a cut copy). Source: own judgement; shorter
ones ("237 occasions") recur by themselves."""

_NEAR = 0.1
"""Share of a figure by which its rounding may differ. Source: chosen on samples/mali and kasanda-dev, 2026-11 (297 told as 300)."""

_SLIP = timedelta(days=2)
"""Days by which the ends of one stretch of time are off before it counts as told more coarsely. Source: D18 of docs/codebook.md."""

_SHARED_ITEMS = 2
"""Words that two lists must share before `and` in one is set beside `or` in the other. Source: as above."""


_HARDLY_EDITED = 0.9
"""Share of words in common, in order, from which an edited sentence still counts as word for word. Source: chosen on samples/mali
and kasanda-dev, 2026-11, where desks change a tense or drop a day."""


def is_verbatim(before: Telling, after: Telling) -> bool:
    """Say whether the words are the same, hardly edited, or cut. Source: docs/codebook.md, lists."""
    if is_translated(before, after):
        return False
    return _same_words(before, after) or SequenceMatcher(None, _words(before), _words(after)).ratio() >= _HARDLY_EDITED


def _same_words(before: Telling, after: Telling) -> bool:
    left, right = _words(before), _words(after)
    short, long = sorted((left, right), key=len)
    return left == right or (len(short) >= _SAME_WORDS and f" {' '.join(short)} " in f" {' '.join(long)} ")


def is_translated(before: Telling, after: Telling) -> bool:
    """Say whether it is told in another language. Source: docs/codebook.md, lists."""
    return before.document.language is not after.document.language


def is_paraphrased(before: Telling, after: Telling) -> bool:
    """Say whether it is told in other words of the same language. Source: docs/codebook.md, lists."""
    return not is_translated(before, after) and not is_verbatim(before, after)


def is_rounded(before: Telling, after: Telling) -> bool:
    """Say whether a figure was rounded, or a plain one became loose. Source: D02 of docs/codebook.md (297, “about 300”)."""
    if before.count is None or after.count is None:
        return False
    left, right = before.count.count, after.count.count
    return rounds(left, right) or (left.point == right.point and left.bound is Bound.EXACT and is_loose(right))


def rounds(left: Count, right: Count) -> bool:
    """Say whether one figure is a rounding of another one.

    Args:
        left: The finer figure, or a range.
        right: The rounder one.

    Source: D02 and D17 of docs/codebook.md; a number of n trailing zeros stands for its tenth power of n.
    """
    point = right.point
    if point is None or point == left.point:
        return False
    step = _step(point)
    if left.bound is Bound.RANGE:
        low, high = left.minimum or 0, left.maximum or 0
        return step > 1 and low < point < high
    if left.point is None or step <= max(1, _step(left.point)):
        return False
    if right.bound in (Bound.MORE_THAN, Bound.AT_LEAST):
        return point <= left.point < point + step
    if right.bound in (Bound.LESS_THAN, Bound.AT_MOST):
        return point - step < left.point <= point
    return abs(point - left.point) <= min(_NEAR * left.point, step / 2)


def _step(number: int) -> int:
    """Return the place of the last digit that is not nought: 300 counts in hundreds, 297 in ones."""
    step = 1
    while number and number % (step * 10) == 0:
        step *= 10
    return step


def is_aggregated(before: Telling, after: Telling) -> bool:
    """Say whether the figures that one sentence gives for one role were added up. Source: D19 of docs/codebook.md (1 and 4)."""
    parts = before.parts
    return len(parts) > 1 and after.figure is not None and sum(parts) == after.figure and after.figure not in parts


def is_unit_changed(before: Telling, after: Telling) -> bool:
    """Say whether the figure counts something else now. Source: D01 of docs/codebook.md (requests told as occasions)."""
    if before.count is None or after.count is None:
        return False
    return bool(before.count.unit and after.count.unit) and before.count.unit != after.count.unit


def is_qualifier_dropped(before: Telling, after: Telling) -> bool:
    """Say whether a bound or a word of caution is gone. Source: D01 and D17 of docs/codebook.md."""
    left, right = before.count, after.count
    if left and right and left.count.point == right.count.point and is_loose(left.count) and right.count.bound is Bound.EXACT:
        return True
    return any(word.search(fold(before.text)) and not word.search(fold(after.text)) for word in QUALIFIERS)


def is_scope_widened(before: Telling, after: Telling) -> bool:
    """Say whether it is now said of more persons, places or time. Source: D17, D29 of docs/codebook.md.

    The narrower group is gone, a mixed group is told as one, the place is a wider one that holds the first, or the days are.
    """
    left, right = before.count, after.count
    if left and right and left.population and not right.population and left.unit == right.unit:
        return fold(left.population) not in fold(after.text)
    if MIXED.search(fold(before.text)) and not MIXED.search(fold(after.text)):
        return True
    if left and right and left.window and right.window and _wider(left.window, right.window):
        return True
    return _place_widened(before, after)


def _place_widened(before: Telling, after: Telling) -> bool:
    left, right = (_places(telling) for telling in (before, after))
    if len(left) != 1 or len(right) != 1 or left[0].place is None or right[0].place is None:
        return False
    narrow, wide = left[0].place, right[0].place
    if wide.kind is PlaceKind.COUNTRY:
        return narrow.kind is not PlaceKind.COUNTRY and wide.country == narrow.country
    above = {fold(name) for name in (narrow.admin1, narrow.admin2) if name}
    return fold(wide.name) != fold(narrow.name) and fold(wide.name) in above


def _places(telling: Telling) -> list[PlaceValue]:
    return [slot.value for slot in telling.claim.slots_of("place") if isinstance(slot.value, PlaceValue)]


def is_conjunction_changed(before: Telling, after: Telling) -> bool:
    """Say whether `or` has become `and`, or the other way round, between the same things. Source: D01 of docs/codebook.md."""
    left, right = fold(before.text), fold(after.text)
    if not is_translated(before, after) and len(content_words(left) & content_words(right)) < _SHARED_ITEMS:
        return False
    one = OR.search(left) and not OR.search(right) and AND.search(right)
    other = AND.search(left) and not OR.search(left) and OR.search(right) and not AND.search(right)
    return bool(one or other)


def is_role_changed(before: Telling, after: Telling) -> bool:
    """Say whether the same person has another post now, or the target of the same deed is another one.

    Source: D06 and D07 of docs/codebook.md.
    """
    return _target_changed(before, after) or _post_changed(before, after)


def _target_changed(before: Telling, after: Telling) -> bool:
    left, right = (_post(telling) for telling in (before, after))
    if left is None or right is None:
        return False
    return not left.ranks & right.ranks or (not is_translated(before, after) and left.unit.isdisjoint(right.unit))


def _post(telling: Telling) -> Post | None:
    labels = [slot.value.label for slot in telling.claim.slots_of("target") if isinstance(slot.value, ActorValue)]
    return post_of(labels[0]) if len(labels) == 1 else None


def _post_changed(before: Telling, after: Telling) -> bool:
    named = {} if is_translated(before, after) else person_posts(after.text)
    told = person_posts(before.document.text) if named else {}
    return any(name in told and not _compatible(told[name], post) for name, post in named.items())


def _compatible(one: frozenset[str], other: frozenset[str]) -> bool:
    return one <= other or other <= one


def is_date_shifted(before: Telling, after: Telling) -> bool:
    """Say whether another date stands with the same event. Source: D03, D04 and D18 of docs/codebook.md."""
    if any(telling.count and telling.count.window for telling in (before, after)):
        return False  # the days are the figure's window, which is judged as scope
    left, right = (_days(telling) for telling in (before, after))
    return bool(left and right) and not any(
        one == other or _coarser(one, other) or _coarser(other, one) for one in left for other in right
    )


def _days(telling: Telling) -> list[Interval]:
    return [
        slot.value.interval
        for slot in telling.claim.slots_of("time")
        if isinstance(slot.value, TimeValue) and slot.value.interval and slot.value.anchor is TimeAnchor.OCCURRED
    ]


def _coarser(wide: Interval, narrow: Interval) -> bool:
    """Say whether one holds the other and is much longer: a coarser date is no other date."""
    return _wider(narrow, wide) and _length(wide) - _length(narrow) > _SLIP


def _wider(narrow: Interval, wide: Interval) -> bool:
    if narrow.first is None or narrow.last is None or wide.first is None or wide.last is None:
        return False
    return narrow != wide and wide.first <= narrow.first and narrow.last <= wide.last


def _length(interval: Interval) -> timedelta:
    return interval.last - interval.first if interval.first and interval.last else timedelta.max


def _words(telling: Telling) -> list[str]:
    return WORD.findall(fold(telling.text))


RULES: Mapping[str, Rule] = MappingProxyType(
    {
        VERBATIM: is_verbatim,
        TRANSLATED: is_translated,
        PARAPHRASED: is_paraphrased,
        "rounded": is_rounded,
        "aggregated": is_aggregated,
        "unit_changed": is_unit_changed,
        "qualifier_dropped": is_qualifier_dropped,
        "scope_widened": is_scope_widened,
        "conjunction_changed": is_conjunction_changed,
        "role_changed": is_role_changed,
        "date_shifted": is_date_shifted,
    }
)
"""The rules by key; a rule's id is `step.` and its key."""


def transformations(before: Telling, after: Telling) -> tuple[str, ...]:
    """Say what was done to a claim between two tellings.

    Args:
        before: The earlier telling.
        after: The later one.

    Returns:
        Keys of the list `transformations`, in its order: `verbatim` alone where the words are the same, or hardly edited with no
        change of sense; else `translated` or `paraphrased` first, then whatever else was done.
    """
    changes = tuple(key for key, rule in RULES.items() if key not in _TELLINGS and rule(before, after))
    if is_verbatim(before, after) and (not changes or _same_words(before, after)):
        return (VERBATIM,)
    return (TRANSLATED if is_translated(before, after) else PARAPHRASED, *changes)


_TELLINGS = (VERBATIM, TRANSLATED, PARAPHRASED)
