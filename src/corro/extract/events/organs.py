"""Fills in the organ that acts or is acted before where a text names it beside the event: who announced it, the Council."""

from collections.abc import Sequence

from corro.extract.events.arguments import prepositional
from corro.extract.events.drafts import Draft
from corro.extract.events.grammar import Grammar
from corro.extract.events.roles import actor_value, phrase_span
from corro.extract.events.words import word_set
from corro.model import ActorValue, Modality, Slot, SpeechAct, Statement
from corro.vocab.event_types import word_class

_OWN_MEASURES = frozenset(["O3", "O8", "H2", "M2", "M3", "C5"])
"""Types that are announced by whoever takes the measure. Source: own judgement after the rules of marking, 2026-11."""

_BEFORE_COUNCIL = frozenset(["C1", "C2"])
_TEXTS = word_set("resolution text draft vote decision résolution texte projet décision")
"""What a mandate is changed by, which is not who changes it."""

_ASKING = word_set("request initiative invitation behest demande instigation")
_NEAR = 1
"""Sentences on either side in which the Council may be named. Source: chosen on the development passages, 2026-11."""


def add_organs(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add announcers as doers of their own measures, and the Council to what happens in it.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        if draft.slot("actor") is None and draft.code in _OWN_MEASURES and _announces(draft):
            _add_speaker(grammar, draft)
        if draft.code == "C1":
            _add_asker(grammar, draft)
        if draft.code in _BEFORE_COUNCIL and draft.slot("target") is None:
            _add_council(grammar, draft, "target")
        if draft.code == "M1" and _without_doer(grammar, draft):
            draft.slots = [slot for slot in draft.slots if slot.role != "actor"]
            _add_council(grammar, draft, "actor")


def _announces(draft: Draft) -> bool:
    said = draft.statement
    return (
        said is not None
        and bool(said.source)
        and (said.act is SpeechAct.ANNOUNCES or draft.judgement.modality is Modality.ANNOUNCED)
    )


def _add_speaker(grammar: Grammar, draft: Draft) -> None:
    said = draft.statement
    if said is None or not said.source or said.source[0].overlaps(draft.trigger):
        return
    draft.add(_speaker(grammar, said))


def _speaker(grammar: Grammar, said: Statement) -> Slot:
    label = " ".join(grammar.text(said.source[0]).split())
    value = ActorValue(label, said.speaker.name or label, said.speaker.actor_id)
    return Slot("actor", said.source[0], value, inferred=True, rule="events.announcer")


def _add_asker(grammar: Grammar, draft: Draft) -> None:
    """Make who asked for a meeting its doer (`at the request of three members`)."""
    for at in grammar.sentence_tokens(draft.index):
        asked = not _ASKING.isdisjoint(grammar.words[at]) and bool(grammar.children(at, "case"))
        below = [head for function, head in prepositional(grammar, at) if function == "of"] if asked else []
        if below:
            draft.slots = [slot for slot in draft.slots if slot.role != "actor"]
            draft.add(_phrase(grammar, "actor", below[0], inferred=False, rule="events.asked_by"))
            return


def _without_doer(grammar: Grammar, draft: Draft) -> bool:
    doer = draft.slot("actor")
    if doer is None:
        return True
    words = set(grammar.text(doer.span).lower().split())
    return not _TEXTS.isdisjoint(words)


def _add_council(grammar: Grammar, draft: Draft, role: str) -> None:
    group = word_class("council", grammar.language)
    taken = [slot.span for slot in draft.slots if slot.role in ("actor", "target")]
    for margin in (0, _NEAR):
        for at in grammar.sentence_tokens(draft.index, margin=margin):
            if grammar.tokens[at].pos not in ("NOUN", "PROPN") or not grammar.holds([at], group):
                continue
            slot = _phrase(grammar, role, at, inferred=True, rule="events.council")
            if not any(slot.span.overlaps(span) for span in taken):
                draft.add(slot)
                return


def _phrase(grammar: Grammar, role: str, head: int, *, inferred: bool, rule: str) -> Slot:
    mention = grammar.mention_at.get(head)
    named = mention is not None and mention.known_id is not None
    span = mention.span if mention is not None and named else phrase_span(grammar, head)
    return Slot(role, span, actor_value(grammar, head, span), inferred, rule)
