"""Groups the documents of a closed pool by the incident that they report, from what they tell as a whole.

It asks how rare a word is in the pool, so it stands beside the record and not in it: a verdict of the record's may not change with
the documents around it (law 4).
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations

from corro.model import Document
from corro.weigh.links.averaging import average_groups
from corro.weigh.links.telling import KINDS, Telling, telling

Vector = Mapping[str, float]

MOST_IN_A_BLOCK = {"names": 40, "words": 12}
"""Documents under one name, and under one word, above which it brings no two together.

Source: chosen on the GVA development pool, 2026-11: 96 % of the pairs of one incident share a rarer one.
"""

MOST_SHARE = 0.5
"""Share of the pool's documents from which a word is no longer counted: it is furniture of the language. Source: as above."""

UNDATED_DAYS = 5
"""Days taken to lie between two documents of which one has no date. Source: own judgement, 2026-11."""

WEIGHTS: Mapping[str, float] = {"words": 2.6, "names": 6.1, "figures": 1.9, "ages": 1.9, "lead": 4.7}
"""Weight of the root of the cosine of what two documents tell, by kind.

Source: logistic regression of "one incident" on the pairs of the GVA development pool that meet, 2026-11, rounded; with all weights
fitted on four fifths of the incidents and scored on the fifth: CoNLL 91.5, pair F1 85.9.
"""

RARE_NAMES, DAYS_APART, ONE_OUTLET, BASE = 1.7, -1.0, -1.9, -9.9
"""Weights of the rarity of the names in common, of the logarithm of the days apart, and of one outlet, which reports many incidents
in one manner; and what is needed before anything counts. Source: as above.
"""

RARE_UNIT = 10
"""Squared rarity of names that counts as one. Source: as above."""

SAME_INCIDENT = -0.75
"""Mean log-odds from which two groups are one incident. Source: as above; -1 and -0.5 give the same figures to .3."""


@dataclass(frozen=True, slots=True)
class Rarity:
    """How many documents of the pool hold a word, by kind."""

    documents: int
    holding: Mapping[str, Counter[str]]

    def of(self, kind: str, word: str) -> float:
        """Return the weight of a word: nothing if one document alone, or most of the pool, holds it."""
        holding = self.holding[kind][word]
        return math.log(self.documents / holding) if 1 < holding < MOST_SHARE * self.documents else 0.0


@dataclass(frozen=True, slots=True)
class _Weighed:
    telling: Telling
    vectors: Mapping[str, Vector]


def incidents(documents: Iterable[Document]) -> tuple[tuple[str, ...], ...]:
    """Group documents by the incident that they report.

    Args:
        documents: All documents of the pool, in any order.

    Returns:
        Every document's id in exactly one group, the ids sorted, the groups sorted.
    """
    tellings = sorted((telling(document) for document in documents), key=lambda one: one.id)
    rarity = rarity_in(tellings)
    weighed = [_weighed(one, rarity) for one in tellings]
    log_odds = {pair: same_incident(weighed[pair[0]], weighed[pair[1]], rarity) for pair in sorted(_meeting(weighed, rarity))}
    groups = average_groups(len(tellings), log_odds, SAME_INCIDENT)
    return tuple(sorted(tuple(sorted(tellings[at].id for at in group)) for group in groups))


def rarity_in(tellings: Sequence[Telling]) -> Rarity:
    """Count in how many tellings each word stands."""
    return Rarity(len(tellings), {kind: Counter(word for one in tellings for word in one.counts[kind]) for kind in KINDS})


def _weighed(one: Telling, rarity: Rarity) -> _Weighed:
    return _Weighed(one, {kind: _vector(one.counts[kind], kind, rarity) for kind in KINDS})


def _vector(counts: Counter[str], kind: str, rarity: Rarity) -> Vector:
    """Return the weights of a document's words, scaled to length one."""
    raw = {word: (1 + math.log(count)) * rarity.of(kind, word) for word, count in counts.items()}
    length = math.sqrt(sum(weight * weight for weight in raw.values())) or 1.0
    return {word: weight / length for word, weight in raw.items() if weight}


def _meeting(weighed: Sequence[_Weighed], rarity: Rarity) -> set[tuple[int, int]]:
    """Return the pairs that share a rare name or a very rare word: only these are compared."""
    found: set[tuple[int, int]] = set()
    for kind, most in MOST_IN_A_BLOCK.items():
        blocks: dict[str, list[int]] = defaultdict(list)
        for at, one in enumerate(weighed):
            for word in one.vectors[kind]:
                if rarity.holding[kind][word] <= most:
                    blocks[word].append(at)
        found.update(pair for block in blocks.values() for pair in combinations(block, 2))
    return found


def same_incident(one: _Weighed, other: _Weighed, rarity: Rarity) -> float:
    """Return the log-odds that two documents report one incident."""
    alike = sum(weight * math.sqrt(_cosine(one.vectors[kind], other.vectors[kind])) for kind, weight in WEIGHTS.items())
    names = sum(rarity.of("names", word) ** 2 for word in _common_names(one, other))
    days = math.log1p(_days_apart(one.telling, other.telling))
    outlet = ONE_OUTLET if one.telling.outlet and one.telling.outlet == other.telling.outlet else 0.0
    return BASE + alike + RARE_NAMES * math.log1p(names / RARE_UNIT) + DAYS_APART * days + outlet


def _common_names(one: _Weighed, other: _Weighed) -> Iterator[str]:
    """Yield the names in common in the order of the alphabet, so that sums are the same on any machine."""
    yield from sorted(one.vectors["names"].keys() & other.vectors["names"].keys())


def _cosine(one: Vector, other: Vector) -> float:
    short, long = sorted((one, other), key=len)
    return sum(weight * long[word] for word, weight in short.items() if word in long)


def _days_apart(one: Telling, other: Telling) -> int:
    if one.published is None or other.published is None:
        return UNDATED_DAYS
    return abs(one.published - other.published)
