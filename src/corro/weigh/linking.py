"""Whether two claims are about one event: what speaks for and against, in words, weighed by one table (pairwise and pure)."""

from collections.abc import Iterator
from typing import NamedTuple

from corro.model import ActorValue, EventLink, LinkVerdict
from corro.values import Interval, Place, PlacePrecision, distance_km, fold
from corro.weigh.context import LEAST_LETTERS, PARTY_ROLES, ClaimInContext, counts_of, interval_of, parties_of, places_of
from corro.weigh.identity import Sameness, is_person, name_words, same_word, sameness
from corro.weigh.kinship import SINGULAR_TYPES, kinship

SAME_WEIGHT = 2.2
"""Sum of weights from which two claims are about one event.

Source: all weights here chosen on samples/mali and kasanda-dev, 2026-11.
"""

UNSURE_WEIGHT = 1.6
"""Sum from which the pair is kept for a person to look at. Source: as above."""

APART_WEIGHT = -2.0
"""Sum at or below which two claims are held to be about two events. Source: as above."""


class Reason(NamedTuple):
    """One thing that speaks for or against.

    Attributes:
        weight: How much; negative against.
        words: What it is, in plain words.
    """

    weight: float
    words: str


def link(one: ClaimInContext, other: ClaimInContext) -> EventLink | None:
    """Say whether two claims are about one event.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Returns:
        The verdict with its reasons in order of weight, or None where the types have nothing to do with each other or too
        little is known to say anything.
    """
    first, second = sorted((one, other), key=lambda side: side.claim.id)
    relation = kinship(first.claim.type, second.claim.type)
    if relation is None or first.claim.id == second.claim.id:
        return None
    reasons = sorted(_reasons(first, second, relation), key=lambda reason: (-abs(reason.weight), reason.words))
    weight = round(sum(reason.weight for reason in reasons), 3)
    verdict = _verdict(weight)
    if verdict is None:
        return None
    words = tuple(f"{reason.words} ({reason.weight:+.1f})" for reason in reasons)
    return EventLink(first.claim.id, second.claim.id, verdict, weight, words, "link.sum_of_weights")


def _verdict(weight: float) -> LinkVerdict | None:
    if weight >= SAME_WEIGHT:
        return LinkVerdict.SAME
    if weight <= APART_WEIGHT:
        return LinkVerdict.NOT_SAME
    return LinkVerdict.UNSURE if weight >= UNSURE_WEIGHT else None


def _reasons(one: ClaimInContext, other: ClaimInContext, relation: str) -> Iterator[Reason]:
    yield _type(one, relation)
    yield from _document(one, other)
    yield from _time(one, other)
    yield from _place(one, other)
    yield from _parties(one, other)
    yield from _counts(one, other)
    yield from _words(one, other)
    if one.marked != other.marked and not one.claim.same_as:
        yield Reason(-1.5, "one text sets it apart as another one of its kind")


def _type(one: ClaimInContext, relation: str) -> Reason:
    if relation == "near":
        return Reason(0.3, "kinds that reports of one event mix up")
    if one.claim.type in SINGULAR_TYPES:
        return Reason(1.5, "same kind, and one that is rare")
    return Reason(0.5, "same kind")


def _document(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh what the document itself says: it names one event several times on purpose, and different ones more often still."""
    if one.claim.document_id == other.claim.document_id:
        if _told_same(one, other) or _told_same(other, one):
            yield Reason(6.0, "the text itself takes up the same event")
        else:
            yield Reason(-0.8, "told apart in one text")
    elif one.series_id and one.series_id == other.series_id and one.claim.type == other.claim.type:
        yield Reason(1.5, "two versions of one report")


def _told_same(one: ClaimInContext, other: ClaimInContext) -> bool:
    return any(span.overlaps(other.claim.trigger) for span in one.claim.same_as)


def _time(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    left, right = interval_of(one.claim), interval_of(other.claim)
    if left and right and left.bounded and right.bounded:
        yield _both_dated(left, right, singular=one.claim.type in SINGULAR_TYPES)
    elif left is None and right is None:
        yield from _published_near(one, other)
    elif (left or right) is not None:
        dated, undated = (left, other) if left else (right, one)
        yield from _dated_and_published(dated, undated)


def _both_dated(left: Interval, right: Interval, *, singular: bool) -> Reason:
    if left.overlaps(right):
        return _overlapping(max(left.days or 1, right.days or 1), singular=singular)
    gap = left.gap_days(right)
    if singular:
        return _singular_gap(gap, coarse=max(left.days or 1, right.days or 1) > WEEK_DAYS)
    if gap > MONTH_DAYS:
        return Reason(-9.0, f"{gap} days apart")
    precise = max(left.days or 1, right.days or 1) <= WEEK_DAYS
    return Reason(-3.0 if precise else -2.0, f"dates exclude each other by {gap} days")


WEEK_DAYS = 7
"""Days up to which a stated interval counts as precise. Source: UCDP GED codebook 23.1, date_prec 1 to 3 (up to a week)."""

MONTH_DAYS = 31
"""Days of a month; dates further apart are of two events, unless the kind is rare. Source: chosen on kasanda-dev, 2026-11."""


def _overlapping(width_days: int, *, singular: bool) -> Reason:
    for limit, weight, words in (
        (1, 2.0, "same day"),
        (WEEK_DAYS, 1.8, "same days"),
        (MONTH_DAYS, 1.4, "within one month"),
        (366, 1.0 if singular else 0.4, "within one year"),
    ):
        if width_days <= limit:
            return Reason(weight, words)
    return Reason(0.1, "dates do not exclude each other")


def _singular_gap(gap: int, *, coarse: bool) -> Reason:
    """Weigh a gap between dates of a rare kind: reports of one expulsion or suspension differ by days, in months even by weeks."""
    if gap <= (MONTH_DAYS if coarse else WEEK_DAYS):
        return Reason(-0.3, f"dates differ by {gap} days")
    if gap <= 2 * MONTH_DAYS:
        return Reason(-1.0, f"dates differ by {gap} days")
    return Reason(-3.0, f"dates differ by {gap} days") if gap <= 366 else Reason(-9.0, f"{gap} days apart")


def _published_near(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh publication where neither text dates the event, and both tell it as news."""
    if one.claim.background or other.claim.background or not (one.published and other.published):
        return
    gap = one.published.gap_days(other.published)
    if gap <= 3:
        yield Reason(1.0, "both undated, told as news within three days")
    elif gap <= 10:
        yield Reason(0.4, "both undated, told as news within ten days")
    elif gap > 2 * MONTH_DAYS:
        yield Reason(-1.5, "told as news months apart")


def _dated_and_published(dated: Interval | None, undated: ClaimInContext) -> Iterator[Reason]:
    if dated is None or undated.published is None or undated.claim.background or not dated.bounded:
        return
    gap = dated.gap_days(undated.published)
    if gap <= WEEK_DAYS:
        yield Reason(0.8, "undated news of the days after")
    elif gap > MONTH_DAYS:
        yield Reason(-0.4, "undated, in news of another time")


def _place(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    pairs = [_place_pair(left, right) for left in places_of(one.claim) for right in places_of(other.claim)]
    best = max(pairs, key=lambda reason: (reason.weight, reason.words), default=None)
    if best is not None:
        yield best
    else:
        yield from _headline(one, other)


def _headline(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh the headline of a text that leaves the event unplaced, where it names the other claim's place."""
    for unplaced, placed in ((one, other), (other, one)):
        if places_of(unplaced.claim) or unplaced.claim.background:
            continue
        for place in places_of(placed.claim):
            if place.precision in _TOWNS and fold(place.name) in unplaced.headline:
                yield Reason(1.2, f"the headline names {place.name}")
                return


_TOWNS = (PlacePrecision.EXACT, PlacePrecision.NEAR)

FAR_KM = 60.0
"""Kilometres from which two towns are two places. Source: chosen on samples/mali, 2026-11: a cercle is some 50 to 100 km across."""

NEAR_KM = 25.0
"""Kilometres within which reports name one or the other village. Source: `score/record.py` of the gold data counts 25 km as one."""


def _place_pair(left: Place, right: Place) -> Reason:
    if left.country and right.country and left.country != right.country:
        return Reason(-4.0, "two countries")
    if left.gazetteer_id and left.gazetteer_id == right.gazetteer_id:
        return _same_place(left)
    if left.precision in _TOWNS and right.precision in _TOWNS:
        return _two_towns(left, right)
    if _inside(left, right) or _inside(right, left):
        return Reason(0.7, "one place lies in the other")
    if left.admin1 and right.admin1 and left.admin1 != right.admin1:
        return Reason(-1.5, "two regions")
    return _same_place(left) if left.name == right.name else Reason(0.1, "places do not exclude each other")


def _same_place(place: Place) -> Reason:
    if place.precision in _TOWNS:
        return Reason(1.5, f"same place, {place.name}")
    return Reason(0.3 if place.precision is PlacePrecision.COUNTRY else 0.7, f"same area, {place.name}")


def _two_towns(left: Place, right: Place) -> Reason:
    apart = distance_km(left, right)
    if apart is None:
        return _same_place(left) if left.name == right.name else Reason(0.0, "places without coordinates")
    if apart <= NEAR_KM:
        return Reason(1.0, f"{left.name} and {right.name} lie {apart:.0f} km apart")
    return Reason(-3.0 if apart > FAR_KM else -0.8, f"{left.name} and {right.name} lie {apart:.0f} km apart")


def _inside(inner: Place, outer: Place) -> bool:
    return outer.name in (inner.admin1, inner.admin2) or (
        outer.precision is PlacePrecision.COUNTRY and inner.country == outer.country
    )


_PARTY_WEIGHTS = {
    "target": (2.5, -2.5),
    "victim": (1.5, -1.5),
    "briefer": (1.5, -0.3),
    "actor": (0.7, -0.3),
    "announced_by": (0.4, 0.0),
    "presidency": (0.5, -1.0),
    "body": (0.5, -0.5),
    "resolution": (3.0, -4.0),
    "instrument": (0.3, -0.2),
}
"""Weight of one and the same party in a role, and of two different ones. A doer in dispute does not make two events."""


def _parties(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    for role in PARTY_ROLES:
        found = [
            (_alike(left, right), left, right) for left in parties_of(one.claim, role) for right in parties_of(other.claim, role)
        ]
        verdicts = {verdict for verdict, _, _ in found}
        same, different = _PARTY_WEIGHTS[role]
        if Sameness.SAME in verdicts:
            label = next(left.label for verdict, left, _ in found if verdict is Sameness.SAME)
            named = any(is_person(left) for verdict, left, _ in found if verdict is Sameness.SAME)
            yield Reason(same if named or role != "target" else same / 2, f"same {role}, {label}")
        elif verdicts == {Sameness.DIFFERENT} and _exclude(role, found):
            yield Reason(different, f"different {role}s, {found[0][1].label} and {found[0][2].label}")
        elif shared := _shared_words(found):
            yield Reason(SHARED_WORDS_WEIGHT, f"{role}s have “{shared}” in common")
        elif Sameness.CLASS in verdicts and role == "actor":
            yield Reason(same / 2, f"one {role} may be the other")


def _alike(left: ActorValue, right: ActorValue) -> Sameness:
    """Compare two labels for linking, where one that is only inferred to be a known actor is taken for it."""
    known = left.actor_id or left.inferred_id
    return Sameness.SAME if known and known == (right.actor_id or right.inferred_id) else sameness(left, right)


SHARED_WORDS_WEIGHT = 0.6
"""Weight of a content word that two unresolved labels share ("rotation of its contingents", "all rotations")."""


def _shared_words(found: list[tuple[Sameness, ActorValue, ActorValue]]) -> str:
    """Return a content word that two labels share where neither was resolved, or the empty string."""
    for verdict, left, right in found:
        if verdict in (Sameness.UNKNOWN, Sameness.CLASS) and not (left.actor_id and right.actor_id):
            mine, theirs = name_words(left), name_words(right)
            for word in sorted(mine, key=lambda word: (-len(word), word)):
                if len(word) >= LEAST_LETTERS and any(same_word(word, like) for like in theirs):
                    return word
    return ""


def _exclude(role: str, found: list[tuple[Sameness, ActorValue, ActorValue]]) -> bool:
    """Say whether different parties speak against one event: two named persons do; two posts may be one text's mistake."""
    if role in ("target", "victim", "briefer"):
        return all(is_person(left) and is_person(right) for _, left, right in found)
    return True


def _counts(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    left, right = counts_of(one.claim), counts_of(other.claim)
    for role in sorted(left.keys() & right.keys()):
        points = {count.point for count in left[role]} & {count.point for count in right[role]}
        numbers = sorted(point for point in points if point is not None)
        if numbers:
            number = numbers[-1]
            yield Reason(_figure_weight(number), f"same figure, {number} {role}")
        elif any(mine.compatible(theirs) for mine in left[role] for theirs in right[role]):
            yield Reason(0.2, f"figures of {role} can both hold")
        else:
            yield Reason(-0.2, f"different figures of {role}")


def _figure_weight(number: int) -> float:
    """Weigh a common figure by how unlikely it is by chance: three odd digits are as good as a name."""
    if number >= 100 and number % 50:
        return 2.2
    return 1.2 if number >= 10 else 0.5


def _words(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    if one.language != other.language or min(len(one.words), len(other.words)) < 5:
        return
    share = len(one.words & other.words) / min(len(one.words), len(other.words))
    if share >= 0.6:
        yield Reason(1.5, "nearly the same sentence")
    elif share >= 0.35:
        yield Reason(0.6, "many words in common")
