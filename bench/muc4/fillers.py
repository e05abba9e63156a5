"""The role fillers of a text: chances of its phrases, their strings, and the strings that are likely enough."""

from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np

from bench.muc4.entities import LEAST_CHANCE, Candidate, candidates
from bench.muc4.setting import setting
from bench.muc4.signs import Phrase, Text, phrases, text_of
from bench.muc4.strings import rows, times_said
from bench.muc4.weights import ROLES, Weights
from corro.model import Annotated

LEAST = 0.22
"""Chance from which a string is given, one for all roles. Source: five folds of the train part, 2026-11: F1 41.9 at 0.20, 42.2
at 0.22, 41.8 at 0.25. One for each role gave 0.4 more on the folds and 1.3 less on dev, so there is one."""


@dataclass(frozen=True)
class Filler:
    """A string that fills a role, with its chance and the phrase that it stands in first."""

    role: str
    text: str
    chance: float
    phrase: Phrase


def signs_sum(found: Sequence[Phrase], known: Weights) -> np.ndarray:
    """Return the chance of each phrase for each role by its signs alone."""
    scores = np.zeros((len(found), len(ROLES)))
    for at, phrase in enumerate(found):
        seen = [known.signs[sign] for sign in phrase.signs if sign in known.signs]
        scale = 5.0 / max(1.0, len(seen) ** 0.5)
        scores[at] = known.bias + scale * known.linear[seen].sum(axis=0)
    return np.asarray(1.0 / (1.0 + np.exp(-scores)))


def judged(text: Text, found: Sequence[Phrase], known: Weights) -> list[Candidate]:
    """Return the strings to judge; the phrases get their chances."""
    for phrase, chances in zip(found, signs_sum(found, known), strict=True):
        phrase.chances, phrase.right = chances.tolist(), {}
    said = times_said(found)
    asked = [
        (phrase, role) for phrase in found for role in range(len(ROLES)) if phrase.choices and phrase.chances[role] >= LEAST_CHANCE
    ]
    seen = {id(phrase): rows(text, phrase, said, known.inside) for phrase, _ in asked}
    table = [[*row, float(role)] for phrase, role in asked for row in seen[id(phrase)]]
    shares = known.strings.chances(np.asarray(table, np.float32)).tolist() if table and known.strings else []
    at = 0
    for phrase, role in asked:
        phrase.right[role] = shares[at : at + len(phrase.choices)]
        at += len(phrase.choices)
    return candidates(text, found, said, setting(text, known))


def chosen(found: Sequence[tuple[Candidate, float]], least: float = LEAST) -> list[tuple[Candidate, float]]:
    """Return the likeliest string of each thing, where it is likely enough, and no string twice in one role."""
    best: dict[tuple[int, int], tuple[Candidate, float]] = {}
    for candidate, chance in found:
        key = (candidate.role, candidate.thing)
        if chance >= least and (key not in best or chance > best[key][1]):
            best[key] = (candidate, chance)
    by_text: dict[tuple[int, str], tuple[Candidate, float]] = {}
    for candidate, chance in sorted(best.values(), key=lambda pair: (pair[0].role, -pair[1], pair[0].text)):
        by_text.setdefault((candidate.role, candidate.text), (candidate, chance))
    return list(by_text.values())


def fillers(annotated: Annotated, known: Weights) -> list[Filler]:
    """Return the role fillers of a text.

    Args:
        annotated: The text with its grammar.
        known: What was learnt.
    """
    text = text_of(annotated)
    found = phrases(text)
    able = judged(text, found, known)
    if not able or known.fillers is None:
        return []
    shares = known.fillers.chances(np.asarray([candidate.row for candidate in able], np.float32)).tolist()
    given = []
    for candidate, chance in chosen(list(zip(able, shares, strict=True))):
        named = (phrase for phrase in found if any(choice.text == candidate.text for choice in phrase.choices))
        phrase = max(named, key=lambda one: (one.chances[candidate.role], -one.head))
        given.append(Filler(ROLES[candidate.role], candidate.text, chance, phrase))
    return given
