"""Whether two claims are about one event: what speaks for and against, in words, weighed by one table (pairwise and pure)."""

from collections.abc import Iterator

from corro.model import ActorKind, ActorValue, EventLink, LinkVerdict
from corro.weigh.identity import Sameness, is_person, name_words, same_word, sameness
from corro.weigh.links.context import LEAST_LETTERS, PARTY_ROLES, ClaimInContext
from corro.weigh.links.counts import count_reasons, one_figure
from corro.weigh.links.kinship import SINGULAR_TYPES, kinship, told_on
from corro.weigh.links.places import place_reasons
from corro.weigh.links.reasons import ALONE_WEIGHT, APART_WEIGHT, SAME_WEIGHT, Reason
from corro.weigh.links.times import APART, MONTH_DAYS, time_reasons


def link(one: ClaimInContext, other: ClaimInContext) -> EventLink | None:
    """Say whether two claims are about one event.

    Args:
        one: A claim with its document's metadata.
        other: Another.

    Returns:
        The verdict with its reasons in order of weight, or None where the types have nothing to do with each other or too
        little is known to say anything.
    """
    first, second = (one, other) if one.claim.id <= other.claim.id else (other, one)
    relation = kinship(first.claim.type, second.claim.type) or ("near" if one_figure(first, second) else None)
    if relation is None or first.claim.id == second.claim.id or (relation == "act" and not _one_scene(first, second)):
        return None
    reasons = [_type(first, second, relation), *time_reasons(first, second)]
    if reasons[-1].weight > APART:
        reasons += _of_their_own(first, second)
    weight = round(sum([reason.weight for reason in reasons]), 3)
    if APART_WEIGHT < weight < ALONE_WEIGHT:
        return None
    verdict = _verdict(weight, alone=weight < SAME_WEIGHT and _may_join_alone(first, second, reasons))
    if verdict is None:
        return None
    reasons.sort(key=lambda reason: (-abs(reason.weight), reason.words))
    words = tuple(f"{reason.words} ({reason.weight:+.1f})" for reason in reasons)
    rule = "link.only_choice" if verdict is LinkVerdict.SAME and weight < SAME_WEIGHT else "link.sum_of_weights"
    return EventLink(first.claim.id, second.claim.id, verdict, weight, words, rule)


def _one_scene(one: ClaimInContext, other: ClaimInContext) -> bool:
    """Say whether two acts stand in one text, or have a place in common; else nothing makes one operation of them."""
    if one.claim.document_id == other.claim.document_id:
        return True
    return any(reason.weight > 0 for reason in place_reasons(one, other))


def _verdict(weight: float, *, alone: bool) -> LinkVerdict | None:
    if weight >= SAME_WEIGHT:
        return LinkVerdict.SAME
    if weight <= APART_WEIGHT:
        return LinkVerdict.NOT_SAME
    return LinkVerdict.SAME if alone and weight >= ALONE_WEIGHT else None


def _may_join_alone(one: ClaimInContext, other: ClaimInContext, reasons: list[Reason]) -> bool:
    """Say whether two claims are near in time, share a rare figure or stand in one text; only then weak evidence may do."""
    if one.claim.document_id == other.claim.document_id:
        return True
    near = any(reason.weight > 0 and reason.timely for reason in reasons)
    return near or bool(one.figures & other.figures)


def _of_their_own(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    yield from _document(one, other)
    yield from place_reasons(one, other)
    yield from _parties(one, other)
    yield from count_reasons(one, other)
    yield from _words(one, other)
    if one.marked != other.marked and not one.claim.same_as:
        yield Reason(-1.5, "one text sets it apart as another one of its kind")


def _type(one: ClaimInContext, other: ClaimInContext, relation: str) -> Reason:
    if relation == "near":
        return Reason(0.3, "kinds that reports of one event mix up")
    if relation == "act":
        apart = one.claim.document_id != other.claim.document_id
        return Reason(ACTS_APART if apart else 0.0, "two acts of what may be one operation")
    if one.claim.type in SINGULAR_TYPES:
        return Reason(1.5, "same kind, and one that is rare")
    return Reason(0.5, "same kind")


ACTS_APART = -1.0
"""Weight of two acts of violence that two texts tell: only one time and one place make one operation of them."""


def _document(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    """Weigh what the document itself says: it names one event several times on purpose, and different ones more often still."""
    if one.claim.document_id == other.claim.document_id:
        if _told_same(one, other) or _told_same(other, one):
            yield Reason(6.0, "the text itself takes up the same event")
        else:
            yield _told_twice(one, other)
    elif one.series_id and one.series_id == other.series_id and one.claim.type == other.claim.type:
        yield Reason(1.5, "two versions of one report")


def _told_twice(one: ClaimInContext, other: ClaimInContext) -> Reason:
    """Weigh two mentions that the text does not take for one: a bare one mostly sums up or leads in what another tells."""
    past = _long_past(one, other) or _long_past(other, one)
    bare = (one.bare or other.bare) and not (one.marked or other.marked) and not past
    if not bare:
        return Reason(-0.8, "told apart in one text")
    if one.claim.type != other.claim.type:
        if not told_on(one.claim.type, other.claim.type) and not one.claim.passage.overlaps(other.claim.passage):
            return Reason(-0.8, "told apart in one text")
        return Reason(BARE_NEAR_WEIGHT, "of the two acts in one text, one has neither date nor place")
    weight = BARE_RARE_WEIGHT if one.claim.type in SINGULAR_TYPES else BARE_WEIGHT
    return Reason(weight, "of the two mentions in one text, one has neither date nor place")


def _long_past(side: ClaimInContext, beside: ClaimInContext) -> bool:
    """Say whether a claim is dated well before its text came out; what the text leaves undated is then mostly its own news.

    It is not where the text is about the past event: a report that comes months later, and goes on about it.
    """
    if side.interval is None or side.published is None or side.claim.background:
        return False
    topic = side.leading and not beside.leading
    return not topic and side.interval.gap_days(side.published) > MONTH_DAYS


BARE_WEIGHT = 1.0
BARE_RARE_WEIGHT = 0.2
BARE_NEAR_WEIGHT = 1.4
"""Weight of a mention with neither date nor place beside another of its kind in one text: with that of the kind, weak evidence
in either case. Source: as all weights of linking.
"""


def _told_same(one: ClaimInContext, other: ClaimInContext) -> bool:
    return any(span.overlaps(other.claim.trigger) for span in one.claim.same_as)


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


_SPOKEN = frozenset({"C3"})
"""Types that are somebody's words: a statement by another speaker is another statement."""

_SPEAKER_WEIGHTS = (1.2, -2.5)
"""As `_PARTY_WEIGHTS`, for whoever speaks."""


def _parties(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    common = one.parties.keys() & other.parties.keys()
    for role in (role for role in PARTY_ROLES if role in common) if common else ():
        found = [(_alike(left, right), left, right) for left in one.parties[role] for right in other.parties[role]]
        verdicts = {verdict for verdict, _, _ in found}
        spoken = role == "actor" and one.claim.type in _SPOKEN
        same, different = _SPEAKER_WEIGHTS if spoken else _PARTY_WEIGHTS[role]
        if Sameness.SAME in verdicts:
            label = next(left.label for verdict, left, _ in found if verdict is Sameness.SAME)
            named = any(is_person(left) for verdict, left, _ in found if verdict is Sameness.SAME)
            yield Reason(same if named or role != "target" else same / 2, f"same {role}, {label}")
        elif spoken and Sameness.CLASS not in verdicts:
            yield Reason(different, f"different speakers, {found[0][1].label} and {found[0][2].label}")
        elif verdicts == {Sameness.DIFFERENT} and _exclude(role, found):
            weight = TWO_PERSONS if role in ("target", "victim") and _all_persons(found) else different
            yield Reason(weight, f"different {role}s, {found[0][1].label} and {found[0][2].label}")
        elif shared := _shared_words(found):
            yield Reason(SHARED_WORDS_WEIGHT, f"{role}s have “{shared}” in common")
        elif Sameness.CLASS in verdicts and role == "actor":
            yield Reason(same / 2, f"one {role} may be the other")


TWO_PERSONS = -5.0
"""Weight of two persons, each named, to whom something was done: one arrest of one day in one town is not another's.

Source: own judgement: two names outweigh one day (+2.0), one town (+1.5) and like sentences (+1.5).
"""


def _all_persons(found: list[tuple[Sameness, ActorValue, ActorValue]]) -> bool:
    return all(is_person(side) and len(name_words(side)) > 1 for _, left, right in found for side in (left, right))


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
        return any(_named(left) and _named(right) for _, left, right in found)
    return True


def _named(value: ActorValue) -> bool:
    """Say whether a label has a person's name in it, with or without a post."""
    return is_person(value) or (value.kind is ActorKind.PERSON and value.actor_id is not None)


def _words(one: ClaimInContext, other: ClaimInContext) -> Iterator[Reason]:
    if one.claim.document_id == other.claim.document_id:
        return  # two events told in one sentence share its words, and a text that speaks of one thing shares many
    if one.language != other.language or min(len(one.words), len(other.words)) < 5:
        return
    share = len(one.words & other.words) / min(len(one.words), len(other.words))
    if share >= 0.6:
        yield Reason(1.5, "nearly the same sentence")
    elif share >= 0.35:
        yield Reason(0.6, "many words in common")
