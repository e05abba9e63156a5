"""Holds triggers against all words of their sentence: leaves out those in another sense, adds what unlisted words tell."""

from collections.abc import Iterator, Mapping
from functools import cache
from types import MappingProxyType

import numpy as np

from corro.extract.events.found import Found
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import Grammar
from corro.extract.events.sentence_types import Opinion, opinion_of
from corro.extract.events.triggers import only_tells
from corro.model import SegmentKind
from corro.vocab.event_types import Trigger, WordClass, event_types

LEAST_TO_ADD = 0.5
"""Least chance at which an event is added. Source: of .3 to .6 the best on the own sets that were left out in turn, 2026-11."""

LEAST_TO_KEEP = 0.01
"""Least chance at which a trigger is kept. Source: of .001 to .1 the best on `turns`, left out, that keeps the samples, 2026-11."""

LEAST_TO_RENAME = 0.8
"""Least chance at which an attack that the lists found becomes one of another type. Source: chosen on the own sets, 2026-11."""

_ATTACKS = frozenset(["V1", "V2", "A1", "A2", "A3"])
"""Types that the same words tell, and that differ by who does it to whom. Source: rules of marking of the development passages."""

_NEAR = 2
"""Sentences around a trigger in which the same type is not added once more. Source: chosen on the seed report, 2026-11."""

_VERB_FIRST = 1.5
"""What a verb's share counts more than a noun's where the telling word is sought. Source: chosen on the own sets, 2026-11."""


def with_second_opinion(grammar: Grammar, triggers: tuple[Found, ...]) -> tuple[Found, ...]:
    """Return the triggers that the words of their sentences bear out, and one for each event that only these words tell.

    Args:
        grammar: The text's tree.
        triggers: What the word lists found, in order of the text.
    """
    opinion = opinion_of(grammar)
    columns = {code: column for column, code in enumerate(opinion.codes)}
    kept = [found for found in triggers if _borne_out(grammar, found, opinion, columns)]
    taken = {found.index for found in kept}
    added = [found for found in _added(grammar, triggers, kept, opinion) if found.index not in taken]
    return tuple(sorted((*kept, *added), key=lambda found: found.index))


def _borne_out(grammar: Grammar, found: Found, opinion: Opinion, columns: dict[str, int]) -> bool:
    """Say whether the words of the sentence let a trigger stand; a close one only falls where they clearly tell of another type."""
    column = columns.get(found.code)
    if column is None or found.trigger.segments:
        return True
    chances = opinion.chances[grammar.sentence_numbers[found.index]]
    loose = found.trigger.wide or found.trigger.yields or chances.max() >= LEAST_TO_ADD
    return bool(chances[column] >= LEAST_TO_KEEP) or not loose


def _added(grammar: Grammar, triggers: tuple[Found, ...], kept: list[Found], opinion: Opinion) -> Iterator[Found]:
    """Yield a trigger for each type that a sentence tells by its words and that no trigger near it has."""
    told = {(found.code, grammar.sentence_numbers[found.index]) for found in kept}
    attacked = {grammar.sentence_numbers[found.index] for found in triggers if found.code in _ATTACKS}
    for number, column in np.argwhere(opinion.chances >= LEAST_TO_ADD).tolist():
        code = opinion.codes[column]
        if any((code, at) in told for at in range(number - _NEAR, number + _NEAR + 1)) or not _in_text(grammar, number):
            continue
        if code in _ATTACKS and number in attacked and opinion.chances[number, column] < LEAST_TO_RENAME:
            continue
        index = _telling_word(grammar, number, code, opinion.tokens[:, column])
        if index is not None and not only_tells(grammar, index):
            trigger = _trigger(code, grammar.language, "verb" if grammar.is_verbal(index) else "noun")
            yield Found(trigger, index, (index,), arguments_of(grammar, index, (index,)), UNLISTED)


def _in_text(grammar: Grammar, number: int) -> bool:
    """Say whether a sentence stands in the text itself, and not in the caption of a picture."""
    first = grammar.tokens[grammar.annotated.sentences[number].first]
    segment = grammar.annotated.document.segment_at(first.start)
    return segment is None or segment.kind is not SegmentKind.CAPTION


UNLISTED = -100
"""Weight of what is added: any listed trigger goes before it. Source: less than that of a wide trigger."""


def _telling_word(grammar: Grammar, number: int, code: str, shares: np.ndarray) -> int | None:
    """Return the verb or noun of a sentence that speaks most for a type, or None where none speaks for it."""
    sentence = grammar.annotated.sentences[number]
    best, most = None, 0.0
    for index in range(sentence.first, sentence.last):
        token = grammar.tokens[index]
        if token.pos not in ("VERB", "NOUN"):
            continue
        share = float(shares[index]) * (_VERB_FIRST if token.pos == "VERB" else 1.0)
        if share > most:
            best, most = index, share
    return best if best is None else _act_of(grammar, best, code)


def _act_of(grammar: Grammar, index: int, code: str) -> int | None:
    """Return the word for the act: a noun for one, else the verb that a party stands with (`held the convoy`), or None."""
    above = grammar.head(index)
    if grammar.is_verbal(index) or not _act_nouns(code, grammar.language).isdisjoint(grammar.words[index]):
        return index
    if above is None:
        return None
    return next((word for word in (above, grammar.head(above)) if word is not None and grammar.tokens[word].pos == "VERB"), None)


@cache
def _trigger(code: str, language: str, part: str) -> Trigger:
    """Return a trigger without words of its own, with the roles of its type."""
    nothing: Mapping[str, WordClass] = MappingProxyType({})
    roles = event_types()[code].roles
    return Trigger(code, language, part, (), nothing, nothing, roles, wide=True, source="docs/models/sentence_types.md")


@cache
def _act_nouns(code: str, language: str) -> frozenset[str]:
    """Return the nouns that name an act of a type by themselves or begin its name."""
    triggers = (trigger for trigger in event_types()[code].triggers if trigger.language == language and trigger.part == "noun")
    return frozenset(word for trigger in triggers for pattern in trigger.patterns for word in pattern[0])
