"""Requests and what became of them: how many were made, how many of these were refused, how many left without an answer."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import replace

from corro.extract.events.drafts import Draft
from corro.extract.events.found import Found
from corro.extract.events.grammar import NOMINAL, Grammar
from corro.extract.events.units import NOUN_ROLES, Counted
from corro.model import CountValue, Slot

ASKED = ("O1", "O2")
"""Types that count requests."""

_OF_WHICH = re.compile(r"[^.;:()]{0,40},? (?:of which|dont) ", re.IGNORECASE)
"""What follows a total of which a part is told."""

_PART_BEFORE = (["which"], ["dont"])
_OUT_OF = frozenset(["of", "sur", "parmi", "among", "out", "des"])
_REACH = 24
"""Characters before a figure in which words tell that it is a total. Source: chosen on the development passages, 2026-11."""


def requests_counted(grammar: Grammar, counted: Counted) -> str:
    """Return that a bare figure counts requests, where its sentence speaks of requests before it, or nothing.

    Args:
        grammar: The text's tree.
        counted: A figure without a noun of its own (`out of 31`, `of which 14 were refused`).
    """
    if grammar.tokens[counted.noun].pos == "NOUN" or counted.noun > counted.token + 1:
        return ""
    verb = grammar.head(counted.noun)
    told_of = grammar.tokens[counted.noun].dep.startswith(("nsubj", "obj", "nummod", "det", "conj")) and verb is not None
    out_of = _words_before(grammar, counted.figure.span.start, 8)[-1:] in (["sur"], ["of"])
    if not (told_of or out_of):
        return ""
    first = grammar.sentence_of(counted.token).first
    last = grammar.sentence_of(counted.token).last if out_of else counted.token
    nouns = (NOUN_ROLES.get(grammar.tokens[at].lemma, "") for at in range(first, last) if grammar.tokens[at].pos == "NOUN")
    return "requests" if "requests" in nouns else ""


def asked_about(grammar: Grammar, counted: Counted, asked: Sequence[Found]) -> Found:
    """Return the event of a sentence that a number of requests belongs to: the one over it or beside it, else the first.

    Args:
        grammar: The text's tree.
        counted: The figure.
        asked: The refusals and silences of its sentence, at least one.
    """
    if grammar.tokens[counted.noun].pos in NOMINAL or counted.noun == counted.token:
        head = grammar.head(counted.noun)
        for found in asked:
            if head is not None and head in (found.index, *found.words, grammar.head(found.index)):
                return found
    return asked[0]


def with_denominators(grammar: Grammar, slots: Mapping[int, Sequence[Slot]]) -> Mapping[int, tuple[Slot, ...]]:
    """Return the slots with requests made told apart from those refused or unanswered (`297 of 1,231`, `31, of which 14`).

    Args:
        grammar: The text's tree.
        slots: The slots of each event, by its governing token; what one sentence counts is compared.
    """
    by_sentence: dict[int, list[Slot]] = {}
    for index, filled in slots.items():
        by_sentence.setdefault(grammar.sentence_numbers[index], []).extend(slot for slot in filled if _counts_requests(slot))
    totals = {number: _total(grammar, found) for number, found in by_sentence.items()}
    return {index: _parted(filled, totals[grammar.sentence_numbers[index]]) for index, filled in slots.items()}


def _counts_requests(slot: Slot) -> bool:
    return slot.role == "requests" and isinstance(slot.value, CountValue)


def _total(grammar: Grammar, requests: Sequence[Slot]) -> Slot | None:
    """Return the number of requests made among several numbers of requests, or None."""
    if len(requests) < 2:
        return None
    return next((slot for slot in requests if _is_total(grammar, slot)), None)


def _parted(slots: Sequence[Slot], total: Slot | None) -> tuple[Slot, ...]:
    """Return an event's slots with the number of requests made as denominator of its own number."""
    if total is None or not isinstance(total.value, CountValue):
        return tuple(slots)
    parts = [slot for slot in slots if _counts_requests(slot) and slot.span != total.span]
    denominator = Slot("denominator", total.span, total.value, rule="events.denominator")
    kept = [slot for slot in slots if slot not in parts and not (_counts_requests(slot) and slot.span == total.span)]
    counted = [replace(slot, value=_out_of(slot, total.value.count.point)) for slot in parts]
    return (*kept, *counted, denominator) if counted or len(kept) < len(slots) else tuple(slots)


def _out_of(slot: Slot, denominator: int | None) -> CountValue | None:
    return replace(slot.value, denominator=denominator) if isinstance(slot.value, CountValue) else None


def _is_total(grammar: Grammar, slot: Slot) -> bool:
    before = _words_before(grammar, slot.span.start, _REACH)
    if before[-1:] in _PART_BEFORE:
        return False
    return bool(_OF_WHICH.match(grammar.annotated.document.text, slot.span.end)) or not _OUT_OF.isdisjoint(before[-3:])


def _words_before(grammar: Grammar, at: int, reach: int) -> list[str]:
    return grammar.annotated.document.text[max(0, at - reach) : at].lower().split()


def share_requests(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Give requests that one phrase counts as refused or unanswered (`237 requests were denied or left unanswered`) one number.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    by_sentence: dict[int, list[Draft]] = {}
    for draft in drafts:
        if draft.code in ASKED:
            by_sentence.setdefault(grammar.sentence_numbers[draft.index], []).append(draft)
    for asked in by_sentence.values():
        _share_among(asked)


def _share_among(asked: Sequence[Draft]) -> None:
    for draft in asked:
        if draft.slot("requests") is not None:
            continue
        for other in asked:
            if other.slot("requests") is not None and other.code != draft.code and _same_requests(draft, other):
                draft.slots += [slot for slot in other.slots if slot.role in ("requests", "denominator")]
                break


def _same_requests(one: Draft, other: Draft) -> bool:
    """Say whether two mentions of one sentence are about the same requests: one target, or none named again."""
    first, second = one.slot("target"), other.slot("target")
    return first is None or (second is not None and first.span == second.span)
