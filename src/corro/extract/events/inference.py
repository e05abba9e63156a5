"""What follows for an event from the statements around it, marked as inferred: who announced it, why, and whom it is aimed at."""

from collections.abc import Iterator, Sequence
from dataclasses import replace

from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.governing import arguments_of
from corro.extract.events.grammar import Grammar
from corro.extract.events.holders import is_somebody
from corro.extract.events.roles import actor_value, phrase_span
from corro.extract.events.words import word_set
from corro.model import ActorKind, ActorValue, MentionKind, Modality, Slot, SpeechAct, Statement, TextValue
from corro.values import Span
from corro.vocab.event_types import event_types, word_class

_AUTHORITY = word_set(
    "government junta authority ministry minister spokesman spokesperson spokeswoman regime military presidency president "
    "gouvernement junte autorité autorités ministère ministre porte-parole régime présidence président colonel état-major"
)
"""Words of those who order measures. Source: own list, 2026-11."""

_ACCUSING = word_set("accuse blame reproach charge denounce accuser reprocher mettre dénoncer imputer")
_COMMITTING = word_set("commit perpetrate carry commettre perpétrer imputer attribuer")
_FOLLOWING = word_set("come follow result stem venir intervenir suivre faire résulter")
_AFTER = word_set("after from following because après suite cause raison")


def add_announcers(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add who announced a measure: the speaker of the statement that announces it, or that speaks of it as `this measure`.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        statement = draft.statement
        if statement is None or "announced_by" not in event_types()[draft.code].frame or not statement.source:
            continue
        announces = statement.act is SpeechAct.ANNOUNCES
        if announces or (draft.refers_to is not None and _is_authority(statement)):
            draft.add(_speaker_slot(grammar, statement, inferred=not announces))


_OWN_ACTS = ("A", "H", "O", "V")


def add_deniers(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add as doer of what is denied the authority that denies it, where the text names no other: it answers for itself.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        statement = draft.statement
        denied = draft.judgement.modality is Modality.NEGATED and draft.code[0] in _OWN_ACTS and draft.slot("actor") is None
        if denied and statement is not None and statement.source and _is_authority(statement):
            slot = _speaker_slot(grammar, statement, inferred=True)
            draft.add(replace(slot, role="actor", rule="events.who_denies"))


def _speaker_slot(grammar: Grammar, statement: Statement, *, inferred: bool) -> Slot:
    span = statement.source[0]
    value = ActorValue(" ".join(grammar.text(span).split()), _name(statement), statement.speaker.actor_id, ActorKind.PERSON)
    return Slot("announced_by", span, value, inferred, "events.speaker_of_measure")


def _is_authority(statement: Statement) -> bool:
    words = f"{statement.speaker.label} {statement.speaker.name or ''} {statement.capacity}".lower().replace("’", "'").split()
    return not _AUTHORITY.isdisjoint(words)


def add_liftings(drafts: Sequence[Draft]) -> None:
    """Add to a measure when it was lifted, where a verb of lifting has the measure's own noun as its object.

    Args:
        drafts: All mentions; slots are added.
    """
    measures = [draft for draft in drafts if draft.code in ("H1", "H2")]
    for draft in drafts:
        when = draft.slot("time") if draft.code == "O8" else None
        for measure in measures if when is not None else ():
            if when is not None and draft.found.arguments.object in measure.found.words:
                measure.add(Slot("time", when.span, None, rule="events.lifted"))


def add_sayers(grammar: Grammar, drafts: Sequence[Draft], statements: Sequence[Statement]) -> None:
    """Add to a statement or communiqué of which nobody is named the source of what its sentence brings from it.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
        statements: The statements of the document.
    """
    for draft in drafts:
        if draft.code != "C3" or draft.slot("actor") is not None or draft.refers_to is not None:
            continue
        sentence = grammar.annotated.sentence_span(grammar.sentence_of(draft.index))
        for statement in statements:
            source = statement.source[0] if statement.source else None
            if (
                source is not None
                and sentence.holds(source)
                and not source.overlaps(draft.trigger)
                and is_somebody(_name(statement))
            ):
                label = " ".join(grammar.text(source).split())
                value = ActorValue(label, _name(statement), statement.speaker.actor_id)
                draft.add(Slot("actor", source, value, rule="events.source_of_statement"))
                break


def _name(statement: Statement) -> str:
    return statement.speaker.name or statement.speaker.label


def add_accused_of_call(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add those whose acts a call for an inquiry is about (`crimes committed by the army`), each with its own label.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        if "accused" not in event_types()[draft.code].frame:
            continue
        for index in grammar.subtree(draft.index):
            if grammar.is_past_participle(index) and not _COMMITTING.isdisjoint(grammar.words[index]):
                for head in arguments_of(grammar, index).oblique("by") or grammar.children(index, "obl:agent"):
                    for each in (head, *grammar.children(head, "conj")):
                        span = phrase_span(grammar, each)
                        draft.add(Slot("accused", span, actor_value(grammar, each, span), rule="events.committed_by"))


def add_briefers(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add as briefer of a meeting whoever from civil society or the United Nations speaks in the clause that the meeting frames.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        verb = grammar.head(draft.index)
        if draft.code != "C1" or verb is None or grammar.tokens[draft.index].dep != "obl" or grammar.tokens[verb].pos not in VERBAL:
            continue
        speaker = arguments_of(grammar, verb).subject
        if speaker is not None and grammar.holds(grammar.subtree(speaker), word_class("civil_society", grammar.language)):
            span = phrase_span(grammar, speaker)
            draft.add(Slot("briefer", span, actor_value(grammar, speaker, span), rule="events.speaker_at_meeting"))


def add_reasons(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Add the reasons that the issuer gives for a measure where it speaks of it (`this measure comes after the actions of …`).

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        if draft.refers_to is None or draft.statement is None or not _is_authority(draft.statement):
            continue
        verb = grammar.head(draft.index)
        if verb is None or _FOLLOWING.isdisjoint(grammar.words[verb]):
            continue
        for child in grammar.children(verb, "obl", "advcl", "nmod", "obj"):
            cases = {grammar.tokens[mark].text.lower() for mark in grammar.children(child, "case", "mark")}
            if cases & _AFTER or grammar.words[verb] & {"follow", "suivre"}:
                draft.add(_text_slot(grammar, "reason", _phrase(grammar, child), "events.reason_of_issuer"))


def _phrase(grammar: Grammar, head: int) -> Span:
    tokens = grammar.subtree(head, outside=("parataxis",))
    while len(tokens) > 1 and grammar.tokens[tokens[0]].dep in ("case", "mark", "det"):
        tokens = tokens[1:]
    while len(tokens) > 1 and grammar.tokens[tokens[-1]].pos == "PUNCT":
        tokens = tokens[:-1]
    return grammar.span(tokens)


def _text_slot(grammar: Grammar, role: str, span: Span, rule: str) -> Slot:
    return Slot(role, span, TextValue(grammar.text(span)), inferred=True, rule=rule)


def add_accused(grammar: Grammar, drafts: Sequence[Draft], statements: Sequence[Statement]) -> None:
    """Add a named person whom the issuing authority accuses while it gives its reasons as a second, inferred target of the measure.

    A measure against the holder of a post, and an accusation by the authority that announces the measure against a person of whom a
    post is told, make that person the likely target; no sentence says so, therefore the value is marked as inferred.

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
        statements: The statements of the document.
    """
    measures = [
        draft
        for draft in drafts
        if draft.code == "H1" and draft.refers_to is None and draft.judgement.modality is Modality.HAPPENED
    ]
    spoken_of = [draft for draft in drafts if draft.refers_to in measures and draft.statement is not None]
    if not measures:
        return
    for statement, accused in _accusations(grammar, statements):
        if not any(draft.statement is not None and _same_speaker(draft.statement, statement) for draft in spoken_of):
            continue
        for draft in (spoken_of[0].refers_to,):
            if draft is not None:
                _add_target(grammar, draft, accused, statement)


def _same_speaker(one: Statement, other: Statement) -> bool:
    return _name(one) == _name(other)


def _accusations(grammar: Grammar, statements: Sequence[Statement]) -> Iterator[tuple[Statement, int]]:
    """Yield statements in which an authority accuses a named person, with the head of the name."""
    for statement in statements:
        if statement.cue is None or not _is_authority(statement):
            continue
        for index in _tokens_in(grammar, statement.cue):
            if _ACCUSING.isdisjoint(grammar.words[index]):
                continue
            for child in grammar.children(index, "obj", "iobj"):
                if _is_person(grammar, child):
                    yield statement, child


def _tokens_in(grammar: Grammar, span: Span) -> list[int]:
    from bisect import bisect_left

    at = bisect_left(grammar.tokens, span.start, key=lambda token: token.start)
    found = []
    while at < len(grammar.tokens) and grammar.tokens[at].start < span.end:
        found.append(at)
        at += 1
    return found


def _is_person(grammar: Grammar, index: int) -> bool:
    mention = grammar.mention_at.get(index)
    if mention is not None:
        return mention.kind is MentionKind.PERSON
    return grammar.tokens[index].pos == "PROPN" and bool(grammar.children(index, "appos", "compound", "flat", "flat:name"))


def _add_target(grammar: Grammar, draft: Draft, accused: int, statement: Statement) -> None:
    mention = grammar.mention_at.get(accused)
    span = mention.span if mention is not None else grammar.span(grammar.phrase(accused))
    named = draft.slot("target")
    if named is not None and set(grammar.text(named.span).split()) & set(grammar.text(span).split()):
        return
    draft.add(Slot("target", span, actor_value(grammar, accused, span), inferred=True, rule="events.accused_by_issuer"))
    if statement.content:
        draft.add(_text_slot(grammar, "reason", statement.content[0], "events.accusation_of_issuer"))
