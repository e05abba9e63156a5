"""Why values differ, in one sentence for all of them: values that stand against the same others make one camp."""

from collections.abc import Sequence

from corro.model import ActorValue, Relation, TextValue
from corro.weigh.relations.stands import Stand
from corro.weigh.relations.verdict import Verdict

Related = tuple[Stand, Stand, Verdict]
"""Two values, and what a rule says of them."""

MOST_REASONS = 3
MOST_CAMPS = 5
MOST_FORMS = 3
"""Reasons in one sentence, camps in one, and labels of one camp that are shown; the positions list them all.

Source: chosen for reading, 2026-11.
"""

TWO_CAMPS = 2
"""Camps that are set against each other; more are listed."""

_WHY = {
    "actor.class": "some name whom the others only describe, so there is no contradiction",
    "actor.label_kept": "they may be one, but that is only inferred, and each source's own label is kept",
    "actor.one_known": "they are taken for one known actor, and each label is kept",
    "actor.part": "one is a part of the other, so there is no contradiction",
    "actor.several": "several can have this role at once, so there is no contradiction",
    "actor.told_on": "copies of one report have both, so the name changed on the way",
    "actor.versions": "an outlet put another name into a later version of its report",
    "attribution.different": "only one of them can have done it",
    "characterisation.positions": "these are rival labels, and both stay side by side",
    "count.compatible": "all of these figures can be right",
    "count.corrected": "a text puts the one right and gives the other",
    "count.contained": "the wider figures hold the narrower, so there is no contradiction",
    "count.exclude": "these figures cannot all be right",
    "count.later": "the toll was counted anew later, so the later figure stands",
    "count.part": "one text gives the smaller figure as a part of the larger, so there is no contradiction",
    "count.rounded": "these are one figure, exact and rounded",
    "count.told_on": "copies of one report have both, so the figure changed on the way",
    "count.translated": "a translation of the report has another figure",
    "count.two_units": "they count different things and cannot be compared",
    "count.two_windows": "they count over different periods and cannot be compared",
    "count.unit_changed": "the number is the same but what it counts is not, so the unit changed on the way",
    "count.versions": "a later version of one report counts anew",
    "count.window_unknown": "nobody says over which period one of these sums is counted, so they cannot be compared",
    "date.contained": "some give the day more exactly than others, so there is no contradiction",
    "date.disjoint": "it cannot have happened on all of these days",
    "date.ends_differ": "they let it begin or end on different days",
    "date.other_stage": "the last is the day on which it ended, by what others tell",
    "date.slip": "the rarer date looks like a slip of the pen",
    "date.told_on": "copies of one report have both, so the date changed on the way",
    "date.two_stages": "these are the days of different stages of it, so there is no contradiction",
    "date.versions": "an outlet put another date into a later version of its report",
    "date.weekday": "one of these dates does not fall on the weekday that its text names",
    "duration.exclude": "these terms cannot all be right",
    "existence.denied": "some say that it happened, others deny it",
    "fact.positions": "these states exclude each other",
    "identity.different": "these are not the same person or post",
    "identity.positions": "these are not the same post",
    "law.positions": "these are rival readings of the law, and both stay side by side",
    "name.known_typo": "one is a known misspelling of the name",
    "name.rare_spelling": "one report alone spells the name so",
    "place.apart": "these places lie too far apart to be one",
    "place.contained": "the one lies within the other, so there is no contradiction",
    "place.near": "these places lie so near each other that there is no contradiction",
    "place.told_on": "copies of one report have both, so the place changed on the way",
    "place.versions": "an outlet put another place into a later version of its report",
    "provenance.different": "only one of them can have done this first",
}
"""What a rule finds, in a monitor's words, said of several values at once."""

_WHY_RELATION = {
    Relation.DISPUTE: "they cannot all be right",
    Relation.TRANSMISSION_ERROR: "one of them is a slip",
    Relation.UPDATE: "a later state stands beside an earlier one",
    Relation.REFINE: "some say it more closely than others, so there is no contradiction",
    Relation.INCOMPARABLE: "they tell of different things and cannot be compared",
    Relation.AGREE: "they say the same",
}
"""The same by relation, for a rule that has no words of its own."""


def explanation(pairs: Sequence[Related]) -> str:
    """Explain a difference.

    Args:
        pairs: Its pairs of values with the verdicts, all of one relation and kind.

    Returns:
        For two values the rule applied to them; for more, one sentence that holds all of them and says why they differ.
    """
    if len(pairs) == 1:
        return pairs[0][2].words
    return f"{_positions(pairs)}: {_whys(pairs)}."


def _whys(pairs: Sequence[Related]) -> str:
    """Return what the rules find, the rule with most pairs first."""
    rules = [verdict.rule for _, _, verdict in pairs]
    ordered = sorted(set(rules), key=lambda rule: (-rules.count(rule), rule))
    general = _WHY_RELATION.get(pairs[0][2].relation, "they differ")
    return "; ".join(dict.fromkeys(_WHY.get(rule, general) for rule in ordered[:MOST_REASONS]))


def _positions(pairs: Sequence[Related]) -> str:
    """Name all positions, those that stand against the same others together."""
    camps = camps_of(pairs)
    named = [_camp(camp) for camp in camps[:MOST_CAMPS]]
    if len(camps) > MOST_CAMPS:
        named.append(f"{len(camps) - MOST_CAMPS} more")
    against = pairs[0][2].relation in (Relation.DISPUTE, Relation.TRANSMISSION_ERROR)
    if against and len(named) == TWO_CAMPS:
        return " against ".join(named)
    return f"{', '.join(named[:-1])} and {named[-1]}"


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
