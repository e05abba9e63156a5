"""Further mentions of an event that a text already tells: a sentence that adds one thing to it, in somebody's own words."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass

from corro.extract.events.drafts import Draft
from corro.extract.events.grammar import Grammar
from corro.extract.events.holders import Voices
from corro.extract.events.linking import referring_to
from corro.extract.events.modality import Judgement
from corro.model import Modality, Slot


@dataclass(frozen=True, slots=True)
class Fact:
    """One thing that a sentence adds to an event told elsewhere.

    Attributes:
        index: The word that tells it.
        slot: What it is.
    """

    index: int
    slot: Slot


def bare_draft(grammar: Grammar, index: int, antecedent: Draft, voices: Voices) -> Draft:
    """Return a mention without roles of its own that refers back to another one.

    Args:
        grammar: The text's tree.
        index: The word that stands for it.
        antecedent: The mention that it refers to.
        voices: Who speaks where.
    """
    trigger = grammar.span([index])
    segment = grammar.annotated.document.segment_at(trigger.start)
    draft = Draft(referring_to(grammar, index, antecedent.code), trigger, [], antecedent.judgement, voices.at(index))
    draft.segment = str(segment.kind) if segment else "body"
    draft.refers_to = antecedent.refers_to or antecedent
    if antecedent.judgement.modality is Modality.ALLEGED and antecedent.statement is not draft.statement:
        draft.judgement = Judgement(Modality.HAPPENED)
    return draft


def add_facts(grammar: Grammar, drafts: list[Draft], facts: Iterable[Fact], find: "Finder", voices: Voices) -> None:
    """Add facts to the event's mention of their sentence, else as a mention of its own.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots and mentions are added.
        facts: What the sentences add.
        find: Finds the event that a word's sentence is about.
        voices: Who speaks where.
    """
    for fact in facts:
        antecedent = find(drafts, fact.index)
        if antecedent is None:
            continue
        same = grammar.sentence_numbers[antecedent.index] == grammar.sentence_numbers[fact.index]
        if same and antecedent.statement is voices.at(fact.index):
            antecedent.add(fact.slot)
        else:
            _add_mention(grammar, drafts, fact, antecedent, voices)


def _add_mention(grammar: Grammar, drafts: list[Draft], fact: Fact, antecedent: Draft, voices: Voices) -> None:
    known = next((draft for draft in drafts if draft.index == fact.index), None)
    if known is not None:
        known.add(fact.slot)
        return
    draft = bare_draft(grammar, fact.index, antecedent, voices)
    draft.rule = fact.slot.rule
    draft.slots.append(fact.slot)
    drafts.append(draft)
    drafts.sort(key=lambda item: item.trigger)


Finder = Callable[[Sequence[Draft], int], Draft | None]


def nearest(grammar: Grammar, codes: tuple[str, ...], sentences_after: int) -> Finder:
    """Return a finder of the event of some types that a word's sentence is about: told there, last before it, or just after.

    Args:
        grammar: The text's tree.
        codes: The types.
        sentences_after: How far after the word the event may first be told.
    """

    def find(drafts: Sequence[Draft], index: int) -> Draft | None:
        number = grammar.sentence_numbers[index]
        able = [
            draft for draft in drafts if draft.code in codes and draft.judgement.modality.current and draft.segment != "caption"
        ]
        here = [draft for draft in able if grammar.sentence_numbers[draft.index] == number and draft.index != index]
        if here:
            return min(here, key=lambda draft: abs(draft.index - index))
        before = [draft for draft in able if grammar.sentence_numbers[draft.index] < number]
        if before:
            return before[-1]
        after = (draft for draft in able if 0 < grammar.sentence_numbers[draft.index] - number <= sentences_after)
        return next(after, None)

    return find
