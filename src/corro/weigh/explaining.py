"""Why values differ, in one or two sentences: values that hold together make one camp, and the camps are set against each other."""

from collections.abc import Sequence

from corro.model import ActorValue, Relation, TextValue
from corro.weigh.stands import Stand
from corro.weigh.verdict import Verdict

Related = tuple[Stand, Stand, Verdict]
"""Two values, and what a rule says of them."""

MOST_SENTENCES = 3
MOST_CAMPS = 5
MOST_FORMS = 3
"""Sentences, camps in one, and labels of one camp that are shown; the positions list them all.

Source: chosen for reading, 2026-11.
"""

_WHY = {
    "actor.class": "the general words name only what the others name in full, so both can hold",
    "actor.label_kept": "they are only inferred to be one; each source's label is kept",
    "actor.one_known": "all are taken for one known actor; each label is kept",
    "actor.part": "one is a part of the other",
    "actor.several": "several can have this role at once",
    "actor.told_on": "reports of one lineage have both, so it changed on the way",
    "actor.versions": "they stand in two versions of one report",
    "attribution.different": "these are not the same, and only one can be right",
    "count.compatible": "all of them can hold",
    "count.contained": "the wider figures leave room for the narrower",
    "count.exclude": "these figures exclude each other",
    "count.later": "later figures stand beside earlier ones",
    "count.part": "one text gives the smaller beside the larger, as a part of it",
    "count.told_on": "reports of one lineage have both, so it changed on the way",
    "count.two_units": "they count different things",
    "count.two_windows": "they are counted over different periods",
    "count.unit_changed": "the number is the same, what it counts is not: the unit changed on the way",
    "count.window_unknown": "for at least one of these sums nobody says over which period",
    "date.contained": "the finer dates lie within the coarser",
    "date.disjoint": "these dates have no day in common",
    "date.ends_differ": "they begin or end on different days",
    "date.slip": "the rarer date looks like a slip of the pen",
    "date.other_stage": "the last is when, by other claims, it ended",
    "date.told_on": "reports of one lineage have both, so it changed on the way",
    "date.versions": "they stand in two versions of one report",
    "identity.different": "these are not the same person or post",
    "name.known_typo": "one is a known misspelling of the name",
    "name.rare_spelling": "one lineage alone spells the name so",
    "place.apart": "these places lie too far apart to be one",
    "place.contained": "the one lies within the other",
    "provenance.different": "only one of them can have done this",
}
"""What a rule finds, said of several values at once; a rule that is missing here explains its first pair."""


def explanation(pairs: Sequence[Related]) -> str:
    """Explain a difference.

    Args:
        pairs: Its pairs of values with the verdicts, all of one relation and kind.

    Returns:
        One sentence a rule, the rule with most pairs first.
    """
    by_rule: dict[str, list[Related]] = {}
    for pair in pairs:
        by_rule.setdefault(pair[2].rule, []).append(pair)
    ordered = sorted(by_rule, key=lambda rule: (-len(by_rule[rule]), rule))
    return " ".join(_sentence(rule, by_rule[rule]) for rule in ordered[:MOST_SENTENCES])


def _sentence(rule: str, pairs: Sequence[Related]) -> str:
    if len(pairs) == 1 or rule not in _WHY:
        return pairs[0][2].words
    camps = camps_of(pairs)
    named = [_camp(camp) for camp in camps[:MOST_CAMPS]]
    if len(camps) > MOST_CAMPS:
        named.append(f"{len(camps) - MOST_CAMPS} more")
    against = pairs[0][2].relation in (Relation.DISPUTE, Relation.TRANSMISSION_ERROR)
    joined = " against ".join(named) if against else f"{', '.join(named[:-1])} and {named[-1]}"
    return f"{joined}: {_WHY[rule]}."


def camps_of(pairs: Sequence[Related]) -> list[list[Stand]]:
    """Group values that stand against the same others.

    Args:
        pairs: Pairs of values that stand against each other.

    Returns:
        The camps, the best supported first; in each the best supported value first.
    """
    stands = {name(stand): stand for one, other, _ in pairs for stand in (one, other)}
    against: dict[str, set[str]] = {key: set() for key in stands}
    for one, other, _ in pairs:
        against[name(one)].add(name(other))
        against[name(other)].add(name(one))
    camps: dict[frozenset[str], list[Stand]] = {}
    for key in sorted(stands, key=lambda key: _rank(stands[key])):
        camps.setdefault(frozenset(against[key]), []).append(stands[key])
    return sorted(camps.values(), key=lambda camp: (-sum(stand.lineages for stand in camp), _rank(camp[0])))


def name(stand: Stand) -> str:
    """Return what tells a value from others of its role."""
    return f"{stand.printed}\x1f{stand.told[0][0].id}"


def _rank(stand: Stand) -> tuple[int, int, int, str]:
    return -stand.lineages, -len(stand.documents), len(stand.printed), stand.printed


def _camp(camp: Sequence[Stand]) -> str:
    forms = list(dict.fromkeys(_quoted(stand) for stand in camp))
    words = forms[0]
    if len(forms) > 1:
        rest = len(forms) - MOST_FORMS
        words += f" (also {', '.join(forms[1:MOST_FORMS])}{f' and {rest} more' if rest > 0 else ''})"
    lineages = camp[0].lineages
    return f"{words} ({lineages} lineages)" if len(forms) == 1 and lineages > 1 else words


def _quoted(stand: Stand) -> str:
    return f"“{stand.printed}”" if isinstance(stand.value, ActorValue | TextValue) else stand.printed
