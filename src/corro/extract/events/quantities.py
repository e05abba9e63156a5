"""Ties figures to events: what is counted, in which unit, of whom; the dead go to their attack, requests to their refusal."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corro.extract.events.columns import column_counts
from corro.extract.events.counts import find_figures
from corro.extract.events.drafts import Draft
from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.requests import ASKED, asked_about, requests_counted, with_denominators
from corro.extract.events.roles import actor_value
from corro.extract.events.undergoing import undergoes
from corro.extract.events.units import NOUN_ROLES, Counted, counted_in, further_role, no_votes_against, role_of
from corro.extract.events.words import SPEAKING, word_set
from corro.model import CountValue, DurationValue, MentionKind, Slot
from corro.values import Count, Duration, Span
from corro.vocab.event_types import event_types, word_class

_TYPE_ROLES = {
    "V1": "killed", "V5": "arrested", "V6": "abducted", "H5": "released", "O4": "patrols", "O1": "requests", "O2": "requests",
    "M2": "troops", "M3": "troops", "H2": "troops", "O8": "troops", "M1": "troops",
}  # fmt: skip
"""What a bare count of a type's own argument counts. Source: counting rules of the development passages."""

_BySentence = Mapping[int, list[Found]]
"""The events of each sentence, by its number."""

_HARM = word_set("killed injured missing displaced arrested abducted burnt")

_OF_TROOPS = ("M1", "M2", "M3", "H2", "O8")
"""Types that tell of troops, also in the sentence after. Source: frames of docs/reference/event-types.md."""

_DETAILS = word_set("helicopters interviews identified")
_DETAIL_REACH = 6
"""Roles told of a text's event some sentences after it, and how far. Source: chosen on samples/mali, 2026-11."""

_TROOPS = word_set(
    "soldier troop peacekeeper police policeman officer personnel member instructor trainer engineer adviser observer medic sapper "
    "soldat militaire casque policier homme agent troupe instructeur formateur sapeur démineur conseiller observateur gendarme"
)
"""Nouns for those whom a State sends; the name of a people stands for them as well (`680 Togolais ont débarqué`)."""

PERIODS = {
    "hour": "hours", "heure": "hours", "h": "hours", "day": "days", "jour": "days", "week": "weeks", "semaine": "weeks",
    "month": "months", "mois": "months", "minute": "minutes", "an": "years", "année": "years", "year": "years",
}  # fmt: skip

_COUNTING_ON = ("later", "ago", "earlier", "before", "after", "plus", "auparavant", "old")
"""Words after a period that make it a date or an age; `within 48 hours after` stays a term."""

_UNITS = {
    "requests": "flight_requests", "occasions": "occasions", "patrols": "patrols", "vehicles": "vehicles",
    "helicopters": "aircraft", "interviews": "interviews", "votes_for": "votes", "votes_against": "votes",
    "abstentions": "votes", "burnt": "houses", "troops": "troops",
}  # fmt: skip

_HARMED = ("killed", "injured", "abducted", "arrested")

_SENTENCES_AFTER = 8
"""Sentences after an attack whose dead are still its own. Source: chosen on samples/mali, 2026-11."""

_CUMULATIVE = frozenset(["requests", "occasions", "patrols"])


@dataclass(frozen=True, slots=True)
class Toll:
    """A figure of an event that stands in a later sentence, and so is a mention of its own, often in somebody else's words.

    Attributes:
        found: The event.
        noun: The token that names what is counted.
        slots: The count, and the persons counted.
    """

    found: Found
    noun: int
    slots: tuple[Slot, ...]


def quantities(
    grammar: Grammar, triggers: tuple[Found, ...], speakers: Sequence[Span] = ()
) -> tuple[Mapping[int, tuple[Slot, ...]], tuple[Toll, ...]]:
    """Return the count and duration slots of every trigger, by its governing token, and the figures of later sentences.

    Args:
        grammar: The text's tree.
        triggers: The events of the text, in order.
        speakers: The words of those who speak: how many they are counts nothing of an event.
    """
    by_sentence: dict[int, list[Found]] = {}
    for found in triggers:
        by_sentence.setdefault(grammar.sentence_numbers[found.index], []).append(found)
    slots: dict[int, list[Slot]] = {}
    tolls: list[Toll] = []
    for counted in counted_in(grammar):
        if _counts_speakers(grammar, counted, speakers):
            continue
        for found, slot in _placed(grammar, counted, by_sentence):
            filled = (slot, *_harmed(grammar, counted, found, slot.role))
            if grammar.sentence_numbers[counted.token] == grammar.sentence_numbers[found.index]:
                slots.setdefault(found.index, []).extend(filled)
            else:
                tolls.append(Toll(found, counted.noun, filled))
    for found, slot in column_counts(grammar, triggers):
        if slot.role not in {told.role for told in slots.get(found.index, ())}:
            slots.setdefault(found.index, []).append(slot)
    return with_denominators(grammar, slots), tuple(tolls)


def _counts_speakers(grammar: Grammar, counted: Counted, speakers: Sequence[Span]) -> bool:
    """Say whether a figure tells how many say something (`three residents told the radio`, `selon deux élus`)."""
    number = counted.figure.number
    if any(span.holds(number) and _heads(grammar, counted.noun, span) for span in speakers):
        return True
    verb = grammar.head(counted.noun)
    subject = verb is not None and grammar.tokens[counted.noun].dep == "nsubj" and not grammar.is_passive(verb)
    inverted = verb is not None and verb > 0 and grammar.tokens[verb - 1].text == ","
    return subject and not inverted and verb is not None and not SPEAKING.isdisjoint(grammar.words[verb])


def _heads(grammar: Grammar, noun: int, span: Span) -> bool:
    """Say whether a noun is what a phrase is about, and none of a clause inside it."""
    inside = (above for above in grammar.ancestors(noun) if span.start <= grammar.tokens[above].start < span.end)
    return span.start <= grammar.tokens[noun].start < span.end and all(grammar.tokens[above].pos not in VERBAL for above in inside)


def _harmed(grammar: Grammar, counted: Counted, found: Found, role: str) -> Iterator[Slot]:
    """Yield the persons counted as victims of an attack, where a noun names them."""
    named = grammar.tokens[counted.noun].pos in ("NOUN", "PROPN") and counted.noun > counted.token
    if (
        found.code[0] not in "VA"
        or role not in _HARMED
        or not named
        or not NOUN_ROLES.keys().isdisjoint(grammar.words[counted.noun])
    ):
        return
    span = Span(min(counted.figure.number.start, grammar.tokens[counted.noun].start), grammar.tokens[counted.noun].end)
    yield Slot("victim", span, actor_value(grammar, counted.noun, span), rule="events.counted_persons")


def _placed(grammar: Grammar, counted: Counted, triggers: _BySentence) -> Iterator[tuple[Found, Slot]]:
    """Yield the event that a figure belongs to, and a second one where noun and verb tell of two."""
    own = role_of(grammar, counted)
    first = _place(grammar, counted, triggers, own)
    if first is not None:
        yield first
    if first is not None and own == "votes_for" and (none := no_votes_against(grammar, counted)) is not None:
        yield first[0], Slot("votes_against", none, CountValue(Count.exactly(0), unit="votes"), rule="events.count")
    further = further_role(grammar, counted, own)
    second = _place(grammar, counted, triggers, further) if further else None
    if second is not None and (first is None or second[0] is not first[0]):
        yield second


def _place(grammar: Grammar, counted: Counted, triggers: _BySentence, own: str) -> tuple[Found, Slot] | None:
    period = PERIODS.get(grammar.tokens[counted.noun].lemma) or PERIODS.get(grammar.tokens[counted.noun].text.lower().rstrip("s"))
    if period:
        return _place_period(grammar, counted, triggers, period)
    own = own or requests_counted(grammar, counted)
    own = "killed" if own == "injured" and _put_to_death(grammar, counted, triggers) else own
    found = _owner(grammar, counted, triggers, own)
    role = own or (_default_role(grammar, counted, found) if found is not None else "")
    if not role and (moved := _troops_of(grammar, counted, triggers)) is not None:
        found, role = moved, "troops"
    if found is None or not role:
        return None
    value = CountValue(
        counted.figure.count,
        unit=_UNITS.get(role, "persons" if role != "other" else "other"),
        population=_population(grammar, counted),
        cumulative=role in _CUMULATIVE and found.code in ("O1", "O2", "O3", "O4", "O5"),
    )
    return found, Slot(role, counted.figure.span, value, rule="events.count")


def _put_to_death(grammar: Grammar, counted: Counted, triggers: _BySentence) -> bool:
    """Say whether those counted as hurt are who is then killed (`finished off five wounded fishermen`)."""
    near = triggers.get(grammar.sentence_numbers[counted.token], ())
    return any(found.code == "V1" and found.arguments.object == counted.noun for found in near)


def _are_troops(grammar: Grammar, noun: int) -> bool:
    mention = grammar.mention_at.get(noun)
    people = mention is not None and mention.kind is MentionKind.DEMONYM
    return people or not grammar.words[noun].isdisjoint(_TROOPS) or grammar.tokens[noun].pos == "PROPN"


def _troops_of(grammar: Grammar, counted: Counted, triggers: _BySentence) -> Found | None:
    """Return the withdrawal, relief, suspension or permission of its sentence, else of the one before, that troops belong to."""
    if not _are_troops(grammar, counted.noun) or grammar.tokens[counted.noun].pos not in ("NOUN", "PROPN"):
        return None
    number = grammar.sentence_numbers[counted.token]
    near = [*triggers.get(number, ()), *reversed(triggers.get(number - 1, ()))]
    able = (found for found in near if found.code in _OF_TROOPS)
    return next(able, None) if not any(found.code[0] in "VAH" for found in near if found.code not in _OF_TROOPS) else None


def counts_of_antecedents(grammar: Grammar, drafts: Sequence[Draft]) -> None:
    """Give an event whose pronoun stands for counted persons their number (`Two traders … . They were kidnapped`).

    Args:
        grammar: The text's tree.
        drafts: All mentions; slots are added.
    """
    for draft in drafts:
        role = _TYPE_ROLES.get(draft.code, "persons")
        victim = draft.slot("victim")
        if victim is None or not victim.inferred or draft.code[0] not in "VA" or draft.slot(role) is not None:
            continue
        figure = next(iter(find_figures(grammar.text(victim.span), grammar.language)), None)
        if figure is not None and figure.span.start == 0 and role in event_types()[draft.code].frame:
            span = Span(victim.span.start, victim.span.start + figure.span.end)
            value = CountValue(figure.count, unit=_UNITS.get(role, "persons"))
            draft.slots.append(Slot(role, span, value, inferred=True, rule="events.count_of_antecedent"))


def _population(grammar: Grammar, counted: Counted) -> str:
    if grammar.tokens[counted.noun].pos not in ("NOUN", "PROPN") or counted.noun == counted.token:
        return ""
    return grammar.tokens[counted.noun].text


def _owner(grammar: Grammar, counted: Counted, triggers: _BySentence, role: str) -> Found | None:
    """Return the event that a figure belongs to: the nearest above it in the tree, else the nearest that can take it."""
    number = grammar.sentence_numbers[counted.token]
    able = [found for found in triggers.get(number, ()) if not role or _takes(found, role)]
    asked = [found for found in able if found.code in ASKED]
    if role == "requests" and asked:
        return asked_about(grammar, counted, asked)
    above = {counted.noun, *grammar.ancestors(counted.noun)}
    governing = [found for found in able if found.index in above or counted.noun in found.words]
    governing = governing or [found for found in able if not role and counted.noun == found.arguments.object]
    if governing:
        return max(governing, key=lambda found: found.index if role == "" else -abs(found.index - counted.noun))
    if able and role:
        return min(able, key=lambda found: (abs(found.index - counted.noun), found.index))
    if role in _DETAILS:
        before = [found for back in range(_DETAIL_REACH, 0, -1) for found in triggers.get(number - back, ())]
        return next((found for found in reversed(before) if _takes(found, role)), None)
    if role in _HARM:
        before = [found for back in range(_SENTENCES_AFTER, 0, -1) for found in triggers.get(number - back, ())]
        follows = triggers.get(number + 1, ()) if counted.like is not None else ()
        return next((found for found in (*reversed(before), *follows) if _takes(found, role)), None)
    return None


def _takes(found: Found, role: str) -> bool:
    return role in event_types()[found.code].frame


def _default_role(grammar: Grammar, counted: Counted, found: Found) -> str:
    """Return what a count of one of the event's own phrases counts, or nothing for a figure that belongs elsewhere."""
    phrases = {head for head in found.arguments.heads if head is not None}
    if not phrases & {counted.noun, *grammar.ancestors(counted.noun)}:
        return ""
    doer = found.arguments.subject
    acts = (
        found.trigger.roles.get("subject") == "actor"
        and not undergoes(grammar, found)
        and (found.code[0] in "VAOHC" or found.code == "M1")
    )
    if (acts and doer is not None and doer in _up_to(grammar, counted.noun, found.index)) or found.code in (
        "C1",
        "C2",
        "C3",
        "C4",
    ):
        return ""
    role = _TYPE_ROLES.get(found.code, "persons")
    if role == "troops" and not _are_troops(grammar, counted.noun):
        return "other"
    if role in ("requests", "patrols"):
        named = any(grammar.holds([counted.noun], word_class(group, grammar.language)) for group in ("flight", "request"))
        asked = _is_bare(grammar, counted) or named
        return role if role == "requests" and asked else "" if counted.noun == counted.token else "other"
    if grammar.holds([counted.noun], word_class("thing", grammar.language)):
        return "other"
    return role


def _up_to(grammar: Grammar, index: int, above: int) -> list[int]:
    """Return a token and those over it below another one."""
    found = [index]
    for token in grammar.ancestors(index):
        if token == above:
            break
        found.append(token)
    return found


def _is_bare(grammar: Grammar, counted: Counted) -> bool:
    """Say whether a figure stands for its noun (`of which 164 were denied`), outside brackets."""
    sentence = grammar.annotated.sentence_span(grammar.sentence_of(counted.token))
    before = grammar.annotated.document.text[sentence.start : counted.figure.span.start]
    return counted.noun == counted.token and before.count("(") == before.count(")")


def _place_period(grammar: Grammar, counted: Counted, triggers: _BySentence, period: str) -> tuple[Found, Slot] | None:
    """Return the event whose length or term a period gives: one above it in the tree with no other verb between."""
    point = counted.figure.count.point
    if point is None:
        return None
    owner = _period_owner(grammar, counted, triggers)
    if owner is None or "duration" not in event_types()[owner.code].frame:
        return None
    start, end = counted.figure.span.start, grammar.tokens[counted.noun].end
    value = DurationValue(Duration(**{period: point}))
    return owner, Slot("duration", Span(start, max(end, counted.figure.span.end)), value, rule="events.duration")


def _period_owner(grammar: Grammar, counted: Counted, triggers: _BySentence) -> Found | None:
    after = grammar.tokens[counted.noun + 1].text.lower() if counted.noun + 1 < len(grammar.tokens) else ""
    before = grammar.annotated.document.text[max(0, counted.figure.span.start - 8) : counted.figure.span.start].lower()
    if after in _COUNTING_ON and not before.rstrip().endswith(("within", "sous")):
        return None
    near = triggers.get(grammar.sentence_numbers[counted.noun], ())
    by_index = {word: found for found in near for word in (found.index, *found.words)}
    verbs = 0
    for above in grammar.ancestors(counted.noun):
        if above in by_index:
            return by_index[above]
        verbs += grammar.tokens[above].pos in VERBAL
        if verbs >= 2:
            return None
    return None
