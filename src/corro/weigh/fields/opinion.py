"""A second opinion on how two passages stand to each other: a small trained model over marks of the pair, heard beside the rules.

Rules know what they were written for and little else; on pairs that nobody had read, most of the disputes that they saw were none.
The model is less sure and errs otherwise, and the two together err least (docs/models/opinion.md).
"""

import json
from collections.abc import Iterator, Mapping
from functools import cache
from importlib.resources import files
from math import exp, log

from corro.model import Relation
from corro.weigh.fields.editions import states
from corro.weigh.fields.names import shared, unshared
from corro.weigh.fields.opposed import KINDS, both_deny, denies
from corro.weigh.fields.told import Told
from corro.weigh.fields.verdicts import Finding
from corro.weigh.fields.voices import against, heard

WEIGHTS = "opinion_weights.json"

TRUST = 1.0
"""Log-odds by which a rule's finding is held more likely than what the model alone says of it.

Source: chosen on the 104 pairs of `fifth.jsonl` and `sixth.jsonl` of bench/disputes/own, which neither rules nor model had seen:
macro-F1 .52 with the rules alone, .54 and .50 with the model alone, .57 at 0.5, .59 at 1, .56 at 1.5; 2026-11.
"""

TRUST_IN_PROOF = 6.0
"""The same for a rule that shows its case: a figure, a day or a name computed to be the same, contained or impossible, an outlet
that corrects itself, parties that stand against each other in law.

Source: own judgement: no mark of the model sees what such a rule computes; on the unread pairs nothing is lost by it.
"""

_PROVEN = frozenset(
    {"figure.same", "figure.sum", "figure.contained", "figure.rounded", "figure.none", "figure.two_windows", "figure.two_bases"}
    | {"day.same", "day.one_moment", "day.contained", "day.term_ends", "day.time_zone", "day.before_it_began", "day.moved"}
    | {"edition.moved", "edition.left", "edition.corrected", "place.same", "place.contained", "state.same", "law.parties"}
    | {"apart.two_offences", "apart.two_courts", "apart.nationality", "provenance.first", "identity.nobody_else"}
)

_TABLES = ("axes", "labels", "stages", "marks", "units", "sides", "posts", "camps", "bases", "offences", "courts")
_LATER_DAYS = {"days_3": 3, "days_7": 7}
_APART_DAYS = {"apart_30": 30, "apart_200": 200}
STEM_LETTERS = 5
LONG_LETTERS = 4
MOST_NAMES = 3
"""Letters by which words are one, letters of a word that says something, and names from which more say nothing more.

Source: as in `one_event`; chosen by leave-one-file-out, 2026-11."""


def second_opinion(one: Told, other: Told, field: str, finding: Finding) -> Finding:
    """Return the finding of the rules, or that of the model where it is so much surer of another.

    Args:
        one: The earlier passage.
        other: The later; the order makes no difference where both are of one day.
        field: The question.
        finding: What the rules found.

    Returns:
        The finding, or one of rule `opinion.…` with the probability that it rests on.
    """
    odds = dict(log_odds(one, other, field))
    odds[finding.relation.value] += TRUST_IN_PROOF if proven(finding) else TRUST
    best = max(sorted(odds), key=lambda name: odds[name])
    if best == finding.relation.value or best == Relation.TRANSMISSION_ERROR.value:
        return finding
    relation = Relation(best)
    share = exp(odds[best]) / sum(map(exp, odds.values()))
    words = f"All marks of both passages together speak for {best.replace('_', ' ')} ({share:.0%}); the rules alone saw "
    kind = KINDS.get(field) if relation is Relation.DISPUTE else None
    return Finding(relation, f"opinion.{best}", f"{words}{finding.relation.value.replace('_', ' ')}: {finding.words}", kind)


def proven(finding: Finding) -> bool:
    """Say whether a rule shows its case, so that no opinion counts against it."""
    return finding.relation is Relation.TRANSMISSION_ERROR or finding.rule in _PROVEN


def log_odds(one: Told, other: Told, field: str) -> Mapping[str, float]:
    """Return the logarithms of the probabilities of each relation, as the model has them."""
    ways = [(one, other), (other, one)] if one.published == other.published else [(one, other)]
    tables = [_log_probabilities(marks(first, second, field)) for first, second in ways]
    return {name: sum(table[name] for table in tables) / len(tables) for name in tables[0]}


def _log_probabilities(found: Mapping[str, float]) -> dict[str, float]:
    weights = _weights()
    sums = {
        name: bias + sum(by_mark.get(mark, 0.0) * value for mark, value in found.items())
        for name, (bias, by_mark) in weights.items()
    }
    top = max(sums.values())
    total = top + log(sum(exp(value - top) for value in sums.values()))
    return {name: value - total for name, value in sums.items()}


@cache
def _weights() -> Mapping[str, tuple[float, Mapping[str, float]]]:
    """Return, for each relation, its bias and the weight of each mark."""
    read = json.loads(files("corro.vocab").joinpath(WEIGHTS).read_text(encoding="utf-8"))
    return {name: (held["bias"], held["marks"]) for name, held in sorted(read.items())}


def marks(one: Told, other: Told, field: str) -> dict[str, float]:
    """Return the marks of a pair: numbers about it, by names of this module's own and of the tables of `stand_words`.

    Args:
        one: The earlier passage.
        other: The later.
        field: The question; each mark counts by itself, and once more for the question.

    Returns:
        The marks that are not 0; none of them is a word of a text.
    """
    plain = {name: float(value) for name, value in _plain(one, other) if value}
    return {f"field={field}": 1.0, **plain, **{f"{field}*{name}": value for name, value in plain.items()}}


def _plain(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    yield from _days_and_outlets(one, other)
    yield from _words(one, other)
    for table in _TABLES:
        yield from _of_table(table, one.any_keys(table), other.any_keys(table))
    yield from _values(one, other)


def _days_and_outlets(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    days = (other.published - one.published).days if one.published and other.published else 0
    yield "one_day", days == 0
    yield from ((name, days >= least) for name, least in _LATER_DAYS.items())
    yield from ((name, abs(days) >= least) for name, least in _APART_DAYS.items())
    yield "one_source", one.source == other.source
    yield "two_languages", one.language != other.language


def _words(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    mine, theirs = _stems(one), _stems(other)
    overlap = len(mine & theirs) / max(1, min(len(mine), len(theirs)))
    yield "overlap", overlap
    yield "overlap_in_one_language", overlap * (one.language == other.language)
    yield "shared_names", min(MOST_NAMES, len(shared(one, other)))
    yield "own_names", min(MOST_NAMES, len(unshared(one, other)), len(unshared(other, one)))
    yield "both_heard", bool(heard(one) and heard(other))
    yield "against", against(one, other)
    yield "denied", denies(one, other) or denies(other, one)
    yield "both_deny", both_deny(one, other)
    yield "longer", (len(other.words) - len(one.words)) / 20


def _stems(told: Told) -> set[str]:
    return {word[:STEM_LETTERS] for word in told.words if len(word) >= LONG_LETTERS}


def _of_table(table: str, mine: frozenset[str], theirs: frozenset[str]) -> Iterator[tuple[str, float]]:
    yield f"{table}_shared", bool(mine & theirs)
    yield f"{table}_differ", bool(mine - theirs and theirs - mine)
    yield f"{table}_in_one", bool(mine) != bool(theirs)
    if table in ("axes", "labels", "stages"):
        axes = {key.split(".")[0] for key in mine} & {key.split(".")[0] for key in theirs}
        yield f"{table}_rival", bool(axes) and not mine & theirs
    if table == "marks":
        yield from ((f"in_one:{key}", 1.0) for key in sorted(mine ^ theirs))
        yield from ((f"later:{key}", 1.0) for key in sorted(theirs - mine))


def _values(one: Told, other: Told) -> Iterator[tuple[str, float]]:
    mine, theirs = ({figure.count.point for figure in told.figures} for told in (one, other))
    yield "figure_shared", bool(mine & theirs)
    yield "figures_differ", bool(mine and theirs and not mine & theirs)
    here, there = ({time.interval for time in told.times if time.interval} for told in (one, other))
    pairs = [(left, right) for left in here for right in there]
    yield "day_shared", bool(here & there)
    yield "day_within", any(left.holds(right) or right.holds(left) for left, right in pairs)
    yield "days_apart", bool(pairs) and not any(left.overlaps(right) for left, right in pairs)
    yield "calendar_slip", any(time.clash or time.impossible for time in (*one.times, *other.times))
    yield "states_shared", bool(states(one) & states(other))
