"""Finds what a text says has happened: claims of the event types with roles, counts, manner of telling and holders."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from functools import partial

from corro.extract.events.attribution import status_of
from corro.extract.events.council import MEETINGS, briefer_slots, council_facts
from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.further import add_facts, nearest
from corro.extract.events.grammar import Grammar
from corro.extract.events.holders import Voices, holders_of
from corro.extract.events.inference import (
    add_accused,
    add_accused_of_call,
    add_announcers,
    add_briefers,
    add_deniers,
    add_liftings,
    add_reasons,
    add_sayers,
)
from corro.extract.events.linking import find_anaphors, link, referring_to
from corro.extract.events.mandates import mandate_told, task_facts
from corro.extract.events.modality import Setting, judge
from corro.extract.events.organs import add_organs
from corro.extract.events.own_terms import own_terms
from corro.extract.events.positions import position_facts, take_positions
from corro.extract.events.quantities import Toll, counts_of_antecedents, quantities
from corro.extract.events.requests import share_requests
from corro.extract.events.roles import actor_slots, circumstance_slots
from corro.extract.events.second_opinion import UNLISTED, with_second_opinion
from corro.extract.events.selection import select
from corro.extract.events.surroundings import Surroundings, surroundings
from corro.extract.events.times import COUNTED_ON, years_in
from corro.extract.events.triggers import find_triggers
from corro.extract.events.when_where import place_slots, time_slots
from corro.extract.events.words import NOBODY
from corro.model import Annotated, Claim, CountValue, Modality, Slot, Statement, TextValue
from corro.values import Span
from corro.vocab.event_types import event_types


def find_claims(annotated: Annotated, statements: Sequence[Statement]) -> tuple[Claim, ...]:
    """Find the claims of a document.

    Args:
        annotated: The document with its grammar.
        statements: Its speech acts.

    Returns:
        Claims in order of the text; slots of time and place carry their words and no value yet.
    """
    if not annotated.tokens:
        return ()
    grammar = Grammar(annotated)
    drafts = _drafts(grammar, Voices(annotated.tokens, statements))
    _add_what_follows(grammar, drafts, statements, Voices(annotated.tokens, statements))
    link(grammar, drafts)
    told = frozenset(draft.trigger for draft in drafts if _tells_something(grammar, draft))
    drafts = [draft for draft in drafts if draft.trigger in told or not told.isdisjoint(draft.same_as)]
    by_id = {statement.id: statement for statement in statements}
    return tuple(_claim(grammar, draft, by_id) for draft in drafts)


def _tells_something(grammar: Grammar, draft: Draft) -> bool:
    """Say whether a mention tells anything of an event: a value, or at least an article that makes it one.

    A word alone, such as the head of a column, tells nothing.
    """
    sentence = grammar.sentence_of(draft.index)
    if sentence.last - sentence.first == 1:
        return False
    doer = draft.found.arguments.subject
    if draft.slots or (doer is not None and grammar.tokens[doer].text.lower() in NOBODY):
        return True
    return draft.found.trigger.part == "noun" and bool(grammar.children(draft.index, "det", "nmod:poss"))


def _add_what_follows(grammar: Grammar, drafts: list[Draft], statements: Sequence[Statement], voices: Voices) -> None:
    """Add what the sentences around an event tell of it."""
    add_organs(grammar, drafts)
    add_announcers(grammar, drafts)
    add_deniers(grammar, drafts)
    add_liftings(drafts)
    add_sayers(grammar, drafts, statements)
    add_reasons(grammar, drafts)
    add_accused_of_call(grammar, drafts)
    add_briefers(grammar, drafts)
    briefer_slots(drafts)
    take_positions(grammar, drafts)
    facts = tuple(council_facts(grammar, drafts))
    add_facts(grammar, drafts, facts, nearest(grammar, MEETINGS, _MEETING_AFTER), voices)
    facts = tuple(position_facts(grammar, drafts))
    add_facts(grammar, drafts, facts, nearest(grammar, ("H1",), 0), voices)
    add_facts(grammar, drafts, tuple(own_terms(grammar, drafts)), nearest(grammar, ("C5",), 0), voices)
    add_facts(grammar, drafts, tuple(task_facts(grammar)), partial(mandate_told, grammar), voices)
    add_accused(grammar, drafts, statements)


_MEETING_AFTER = 2
"""Sentences in which a meeting may follow what is said of its briefers. Source: chosen on samples/mali, 2026-11."""


def _drafts(grammar: Grammar, voices: Voices) -> list[Draft]:
    around = surroundings(grammar)
    triggers = select(grammar, with_second_opinion(grammar, find_triggers(grammar)), around)
    around = replace(around, triggers=frozenset(found.index for found in triggers))
    counts, tolls = quantities(grammar, triggers, voices.speakers)
    years = _Years(grammar)
    drafts = [_draft(grammar, found, around, voices, years) for found in triggers]
    for draft in drafts:
        _fill(draft, counts.get(draft.index, ()))
    drafts = [draft for draft in drafts if _founded(draft)]
    share_requests(grammar, drafts)
    counts_of_antecedents(grammar, drafts)
    by_index = {draft.index: draft for draft in drafts}
    drafts += [other for draft in drafts if (other := _second_of_two(grammar, draft, around)) is not None]
    for found, antecedent in find_anaphors(grammar, drafts):
        drafts.append(_referring(_draft(grammar, found, around, voices, years), antecedent, "events.reference_back"))
    taken = {draft.index for draft in drafts}
    for toll in tolls:
        referred_to = by_index.get(toll.found.index)
        draft = _toll_draft(grammar, toll, voices)
        if referred_to is not None and draft.index not in taken:
            taken.add(draft.index)
            drafts.append(_referring(draft, referred_to, "events.later_figure"))
    return sorted(drafts, key=lambda draft: draft.trigger)


def _founded(draft: Draft) -> bool:
    """Say whether an event that no list of words tells has what its type cannot be told without (who is to leave), or a figure."""
    if draft.found.weight != UNLISTED:
        return True
    wanted = event_types()[draft.code].required
    return bool(draft.slots) and (
        not wanted or any(slot.role in wanted or isinstance(slot.value, CountValue) for slot in draft.slots)
    )


def _fill(draft: Draft, slots: tuple[Slot, ...]) -> None:
    for slot in slots:
        if slot.role != "victim" or draft.slot("victim") is None:
            draft.add(slot)


def _referring(draft: Draft, antecedent: Draft, rule: str) -> Draft:
    """Return a mention that refers back to another: it is told as the other is, by whoever says this one.

    What one speaker alleges another may simply tell; the time of saying is no time of what is spoken of.
    """
    told = antecedent.judgement.modality is Modality.ALLEGED and draft.statement is None and antecedent.statement is not None
    draft.judgement = draft.judgement if told and draft.judgement.modality.current else antecedent.judgement
    draft.slots = [slot for slot in draft.slots if slot.rule != "events.saying"]
    draft.refers_to, draft.rule = antecedent, rule
    return draft


def _second_of_two(grammar: Grammar, draft: Draft, around: Surroundings) -> Draft | None:
    """Return the second event that a plural names with a date of its own (`two coups, in August 2020 and May 2021`), or None."""
    own, index = draft.slot("time"), draft.index
    if own is None or draft.found.trigger.part != "noun" or "Number=Plur" not in grammar.tokens[index].morph:
        return None
    places = around.times.get(grammar.sentence_numbers[index], [])
    first = next((head for head, span in places if span == own.span), None)
    second = next((pair for pair in places if first is not None and grammar.head(pair[0]) == first and pair[1] > own.span), None)
    if second is None:
        return None
    slots = [slot for slot in draft.slots if slot.role not in ("time", "place")]
    when = Slot("time", second[1], None, rule="events.second_date")
    trigger = draft.trigger.cover(second[1])
    return replace(draft, trigger=trigger, slots=[*slots, when], same_as=[], rule="events.second_date")


def _toll_draft(grammar: Grammar, toll: Toll, voices: Voices) -> Draft:
    found = referring_to(grammar, toll.noun, toll.found.code)
    trigger = grammar.span([toll.noun])
    segment = grammar.annotated.document.segment_at(trigger.start)
    draft = Draft(
        found,
        trigger,
        [],
        judge(grammar, found, Setting()),
        voices.at(toll.noun),
        str(segment.kind) if segment else "body",
    )
    _fill(draft, toll.slots)
    return draft


class _Years:
    """The years that tell history from news: those near a trigger, and the year of publication."""

    def __init__(self, grammar: Grammar) -> None:
        self.grammar = grammar
        published = grammar.annotated.document.published.interval
        latest = max(years_in(grammar.annotated.document.text), default=None)
        self.published = published.last.year if published is not None and published.last is not None else latest

    def near(self, time: Slot | None, index: int) -> tuple[int, ...]:
        """Return the years of an event's own time; of its sentence, where no time is named or one counted from another."""
        if time is not None and not COUNTED_ON.search(self.grammar.text(time.span)):
            return years_in(self.grammar.text(time.span))
        sentence = self.grammar.annotated.sentence_span(self.grammar.sentence_of(index))
        return years_in(self.grammar.text(sentence))


def _draft(grammar: Grammar, found: Found, around: Surroundings, voices: Voices, years: _Years) -> Draft:
    trigger = found.span(grammar)
    statement = voices.at(found.index)
    slots = [*actor_slots(grammar, found, around), *time_slots(grammar, found, around)]
    if not any(slot.role == "place" for slot in slots):
        slots += place_slots(grammar, found, around)
    slots = _with_one_task([*slots, *circumstance_slots(grammar, found)], grammar)
    time = next((slot for slot in slots if slot.role == "time"), None)
    setting = Setting(statement, years.near(time, found.index), years.published)
    segment = grammar.annotated.document.segment_at(trigger.start)
    return Draft(found, trigger, slots, judge(grammar, found, setting), statement, str(segment.kind) if segment else "body")


def _with_one_task(slots: list[Slot], grammar: Grammar) -> list[Slot]:
    """Return the slots with one task, as the text joins what it has of it (`from deterring …, responding … and …`)."""
    tasks = [slot for slot in slots if slot.role == "task"]
    if len(tasks) < 2:
        return slots
    span = tasks[0].span.cover(tasks[-1].span) if tasks[0].span < tasks[-1].span else tasks[-1].span.cover(tasks[0].span)
    joined = replace(tasks[0], span=span, value=TextValue(grammar.text(span)))
    return [*(slot for slot in slots if slot.role != "task"), joined]


def _claim(grammar: Grammar, draft: Draft, statements_by_id: Mapping[str, Statement]) -> Claim:
    document = grammar.annotated.document
    frame = frozenset(event_types()[draft.code].frame)
    return Claim(
        document_id=document.id,
        type=draft.code,
        trigger=draft.trigger,
        passage=_passage(grammar, draft),
        slots=tuple(slot for slot in draft.slots if slot.role in frame or slot.role not in _OPTIONAL_ROLES),
        holders=holders_of(document, draft.statement, statements_by_id),
        statement_id=draft.statement.id if draft.statement is not None else None,
        modality=draft.judgement.modality,
        polarity=draft.judgement.polarity,
        status=status_of(grammar, draft),
        background=draft.judgement.background,
        segment=draft.segment,
        same_as=tuple(draft.same_as),
        rule=draft.rule,
    )


_OPTIONAL_ROLES = frozenset(["announced_by", "reason", "condition", "legal_basis", "task"])
"""Roles that only count for types whose frame has them."""


def _passage(grammar: Grammar, draft: Draft) -> Span:
    return grammar.annotated.sentence_span(grammar.sentence_of(draft.index))


__all__ = ["VERBAL", "find_claims"]
