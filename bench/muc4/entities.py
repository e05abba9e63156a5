"""What the trees see of each string that may name a thing that fills a role."""

from collections import defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np

from bench.muc4.setting import Setting, beside, of_thing
from bench.muc4.signs import Phrase, Text
from bench.muc4.strings import DEPS, KINDS, place_in
from bench.muc4.things import things
from bench.muc4.weights import ROLES

LEAST_CHANCE, LEAST_THING = 0.006, 0.015
"""Chances below which a phrase, and a thing by its likeliest phrase, is left out of a role.
Source: own judgement, to keep the trees' work small, 2026-11; not tuned."""

STRINGS = 4
"""Strings of one thing that are judged. Source: as above."""


@dataclass(frozen=True)
class Candidate:
    """A string that may fill a role: the thing that it names (a number inside its text and role), and what the trees see."""

    role: int
    thing: int
    text: str
    row: tuple[float, ...]


def candidates(text: Text, found: Sequence[Phrase], said: Mapping[str, int], told: Setting) -> list[Candidate]:
    """Return the strings that may fill a role.

    Args:
        text: The text.
        found: Its phrases, with their chances and the shares of their strings.
        said: How often each string stands in the text.
        told: What the text and its sentences tell of.
    """
    if not found:
        return []
    chances = np.array([phrase.chances for phrase in found])
    scene = [*chances.max(axis=0).tolist(), *chances.sum(axis=0).tolist()]
    sentences = _by_sentence(text, found, chances)
    groups = things(text, found)
    made: list[Candidate] = []
    for role in range(len(ROLES)):
        able = [(group, [one for one in group if role in found[one].right]) for group in groups]
        able = sorted(
            (pair for pair in able if pair[1] and chances[pair[0], role].max() >= LEAST_THING),
            key=lambda pair: (-chances[pair[0], role].max(), pair[0]),
        )
        tops = [float(chances[group, role].max()) for group, _ in able]
        for rank, (group, members) in enumerate(able):
            seen = [*_thing(chances, group, role), rank, tops[0] - tops[rank], tops[rank + 1] if rank + 1 < len(tops) else 0.0]
            best = max(members, key=lambda one: (chances[one, role], -one))
            seen += [*scene, *_place(found[best], found[group[0]], len(found)), *sentences[found[best].sentence]]
            seen += [*of_thing(told, found, group, best, role), *beside(found, chances, group, best)]
            made += [
                Candidate(role, rank, name, (*row, *map(float, seen), float(role)))
                for name, row in _strings(found, members, role, said)
            ]
    return made


def _thing(chances: np.ndarray, group: Sequence[int], role: int) -> list[float]:
    own = np.sort(chances[group, role])[::-1]
    second = float(own[1]) if len(own) > 1 else 0.0
    return [float(own[0]), second, float(own.mean()), float(own.sum()), float(len(own)), *chances[group].max(axis=0).tolist()]


def _place(best: Phrase, first: Phrase, many: int) -> list[float]:
    kinds = [place_in(KINDS, best.kind), place_in(DEPS, best.dep), float(best.name)]
    return [float(many), float(best.sentence), float(first.sentence), *kinds, *best.numbers]


def _by_sentence(text: Text, found: Sequence[Phrase], chances: np.ndarray) -> list[list[float]]:
    count = len(text.annotated.sentences)
    most = np.zeros((count + 2, len(ROLES)))
    for phrase, row in zip(found, chances, strict=True):
        most[phrase.sentence + 1] = np.maximum(most[phrase.sentence + 1], row)
    return [[*most[at + 1].tolist(), *most[at].tolist(), *most[at + 2].tolist()] for at in range(count)]


def _strings(found: Sequence[Phrase], members: Sequence[int], role: int, said: Mapping[str, int]) -> list[tuple[str, list[float]]]:
    total: dict[str, float] = defaultdict(float)
    most: dict[str, float] = defaultdict(float)
    weight = sum(float(found[one].chances[role]) for one in members)
    for one in members:
        shares: dict[str, float] = {}
        for choice, share in zip(found[one].choices, found[one].right[role], strict=True):
            shares[choice.text] = max(shares.get(choice.text, 0.0), share)
        for name, share in shares.items():
            total[name] += share * float(found[one].chances[role])
            most[name] = max(most[name], share)
    ranked = sorted(total, key=lambda name: (-total[name], name))[:STRINGS]
    first = total[ranked[0]]
    return [
        (
            name,
            [
                total[name],
                total[name] / max(weight, 1e-6),
                most[name],
                first - total[name],
                at,
                len(name),
                name.count(" ") + 1,
                said[name],
            ],
        )
        for at, name in enumerate(ranked)
    ]
