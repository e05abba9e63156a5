"""Whether two passages are about one event at all: namesakes and parallel cases share a word and nothing else."""

from corro.values import Interval
from corro.weigh.fields.lexicon import word_set
from corro.weigh.fields.names import full_names, like_any, one_acronym, shared, unshared
from corro.weigh.fields.slips import cites
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding, unrelated
from corro.weigh.fields.voices import who_was

COMMON_FIELDS = frozenset({"count", "legal", "status", "existence"})
"""Questions whose answers are no names: where no name is shared, the passages are about two events."""


def relate_events(one: Told, other: Told, field: str) -> Finding | None:
    """Say whether two passages are about two events.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question on which they are compared.

    Returns:
        That they are unrelated, or None.

    Source: docs/codebook.md, pairs of claims.
    """
    common, here, there = shared(one, other), unshared(one, other), unshared(other, one)
    if here and there and not common and _nothing_common(one, other, field):
        return unrelated("event.nothing_common", "Neither a name nor what they speak of is common to them.")
    if not here or not there:
        return _other_day(one, other) if field == "count" else None
    if not common and field in COMMON_FIELDS and not one_acronym(one, other):
        return unrelated("event.no_common_name", "No name of one stands in the other.")
    if field == "place" and len(_roots(common)) == 1 and _qualified(one, other, common):
        return unrelated("event.namesake_places", "Two places share a name.")
    if field in ("identity", "role", "legal") and _namesakes(one, other) and not (_tied(one, other) or who_was(one, other)):
        return unrelated("event.namesake_persons", "Two persons share a surname.")
    return _other_day(one, other) if field == "count" else None


LONG_APART_DAYS = 300
"""Days between two reports from which they tell of one event only where they share a name. Source: as `YEAR_APART_DAYS` of days."""


WHO_FIELDS = frozenset({"role", "actor", "identity"})
"""Questions on which passages of two languages that share no name and no word are about two events."""


def _nothing_common(one: Told, other: Told, field: str) -> bool:
    """Say whether passages that share no name share no word either; of two languages each must have names of its own."""
    if one.published and other.published and abs((other.published - one.published).days) > LONG_APART_DAYS:
        return True
    if field == "date" or one_acronym(one, other) or _long_words(one) & _long_words(other):
        return False
    return one.language == other.language or (field in WHO_FIELDS and min(len(unshared(one, other)), len(unshared(other, one))) > 1)


LONG_LETTERS = 4
STEM_LETTERS = 5
"""Letters from which a word says what a passage is about, and by which two forms of it are one. Source: as in `names`."""

_SMALL = word_set(
    "that this with from were have been after said says which they their there when what would could about into over than them his "
    "her dans pour avec selon apres cette leur leurs sont etait etaient ete mais plus tout tous sans sous comme entre depuis"
)


def _long_words(told: Told) -> frozenset[str]:
    return frozenset(word[:STEM_LETTERS] for word in told.words if len(word) >= LONG_LETTERS and word not in _SMALL)


def _roots(found: frozenset[str]) -> set[str]:
    return {name[:4] for name in found}


def _qualified(one: Told, other: Told, common: frozenset[str]) -> bool:
    """Say whether the one shared name is a place that each passage sets in a country or unit of its own."""
    countries = [{place.country for place in told.places if place.country} for told in (one, other)]
    if all(countries):
        return not countries[0] & countries[1]
    return all(_set_in(told, common, alone) for told, alone in ((one, unshared(one, other)), (other, unshared(other, one))))


SET_IN_REACH = 7
"""Words after a name within which its country stands. Source: own judgement, 2026-11."""


def _set_in(told: Told, common: frozenset[str], alone: frozenset[str]) -> bool:
    """Say whether a name of one passage only follows the shared name closely, and is not that of a district of it."""
    for index, word in enumerate(told.words):
        if word in common and set(told.words[index + 1 : index + SET_IN_REACH]) & alone:
            return not _UNIT.intersection(told.words)
    return False


_UNIT = word_set("district province region cercle village commune department departement quartier quarter")


def _tied(one: Told, other: Told) -> bool:
    """Say whether one passage cites the other's report, so that both are about one event."""
    return cites(one, other.source) or cites(other, one.source)


def _namesakes(one: Told, other: Told) -> bool:
    """Say whether a surname is shared and the given names differ."""
    for mine in full_names(one):
        for theirs in full_names(other):
            if like_any(mine[-1], theirs[-1:]) and not like_any(mine[-2], theirs) and sorted(mine[-2]) != sorted(theirs[-2]):
                return True
    return False


def _other_day(one: Told, other: Told) -> Finding | None:
    """Take figures of two days for those of two events, where each passage names one day and no period."""
    mine, theirs = _only_day(one), _only_day(other)
    moving = {"change", "pending"} & (one.any_keys("marks") | other.any_keys("marks"))
    if mine and theirs and not mine.overlaps(theirs) and not moving and not one.keys("bases") | other.keys("bases"):
        return unrelated("event.other_day", f"One happened on {mine.edtf}, the other on {theirs.edtf}.")
    return None


def _only_day(told: Told) -> Interval | None:
    days = {time.interval for time in told.times if time.interval and time.interval.days == 1}
    firsts = {day.first for day in days}
    return min(days, key=lambda day: day.edtf) if len(firsts) == 1 else None
