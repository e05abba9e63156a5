"""Chooses the time and the place of an event among those of its text: the same clause first, then the sentence."""

from collections.abc import Iterator, Mapping

from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.modality import is_speech
from corro.extract.events.surroundings import Surroundings
from corro.extract.events.words import word_set
from corro.model import Slot
from corro.values import Span
from corro.vocab.event_types import event_types

_DEADLINE = word_set("by before until avant d'ici d’ici jusqu'au jusqu’au")
_SPOKEN = frozenset(["C2", "C3", "C4", "H1", "H6"])
"""Types that are acts of speech, so that the time of saying is theirs. Source: rules of marking of the development passages."""

_OF_COURTS = ("H3", "H4")
"""Types whose doer is a court or prosecutor."""

_PAPERS = word_set(
    "agreement convention resolution law decree treaty constitution charter accord convention résolution loi décret traité statut"
)
"""Papers whose date is their own (`the agreement of 2014`). Source: own list, 2026-11."""

_BEARING_DATE = word_set("dated daté datée datés datées dater")
"""Words between a paper and its date, which is not that of what the paper tells. Source: own list, 2026-11."""

_SAME_CLAUSE, _JOINED, _SENTENCE, _SAYING, _OTHER_EVENT = range(5)


def time_slots(grammar: Grammar, found: Found, around: Surroundings) -> tuple[Slot, ...]:
    """Return the event's time, and its deadline where words like `by` tell one.

    Args:
        grammar: The text's tree.
        found: The trigger.
        around: Times and places of the text.
    """
    own = around.times.get(grammar.sentence_numbers[found.index], [])
    ranked = _ranked(grammar, found, [pair for pair in own if not _inside_subject(grammar, found, pair[0])], around)
    frame = event_types()[found.code].frame
    slots: dict[str, Slot] = {}
    for rank, _, span in ranked:
        role = "deadline" if "deadline" in frame and _is_deadline(grammar, span) else "time"
        if rank == _SAYING and found.code not in _SPOKEN and "announced_by" not in frame:
            continue
        slots.setdefault(
            role, Slot(role, span, None, rule=("events.clause", "events.clause", "events.sentence", "events.saying")[rank])
        )
    if not slots and not own:
        slots.update(
            (slot.role, slot) for slot in (*_in_row(grammar, found, around.times, "time"), *_time_before(grammar, found, around))
        )
    return tuple(slots.values())


_ROW = 4
"""Sentences on either side in which the other cells of a row are looked for. Source: own judgement, 2026-11."""


def _in_row(grammar: Grammar, found: Found, placed: Mapping[int, list[tuple[int, Span]]], role: str) -> Iterator[Slot]:
    """Yield the only time or place of the other cells of the row of a table that the event stands in, marked as inferred."""
    number = grammar.sentence_numbers[found.index]
    near = range(max(0, number - _ROW), min(len(grammar.annotated.sentences), number + _ROW + 1))
    cells = [at for at in near if at != number and _in_one_row(grammar, at, number)]
    told = [span for at in cells for _, span in placed.get(at, ())]
    if len(told) == 1:
        yield _inferred(role, told[0], f"{role}_in_row")


def _in_one_row(grammar: Grammar, one: int, other: int) -> bool:
    """Say whether two sentences are cells of one row: of one line, with gaps between all that lies between them."""
    sentences, text = grammar.annotated.sentences, grammar.annotated.document.text
    for at in range(min(one, other), max(one, other)):
        end, start = grammar.tokens[sentences[at].last - 1].end, grammar.tokens[sentences[at + 1].first].start
        gap = text[end:start]
        if "\n" in gap or not ("\t" in gap or "|" in gap or "   " in gap):
            return False
    return True


def _time_before(grammar: Grammar, found: Found, around: Surroundings) -> Iterator[Slot]:
    """Yield the only time of the sentence before, where that tells no event of its own and this one goes on with its people."""
    number = grammar.sentence_numbers[found.index]
    before = around.times.get(number - 1, [])
    busy = any(grammar.sentence_numbers[index] == number - 1 for index in around.triggers)
    if found.code[0] in "VAO" and len(before) == 1 and not busy and _same_paragraph(grammar, number):
        yield _inferred("time", before[0][1], "time_before")


def _inside_subject(grammar: Grammar, found: Found, head: int) -> bool:
    """Say whether a time belongs to a relative clause below another noun, and so to something else."""
    for above in grammar.ancestors(head):
        if above == found.index:
            return False
        if grammar.tokens[above].dep == "acl:relcl" and grammar.head(above) != found.index:
            return found.index not in grammar.subtree(above)
    return False


def _is_deadline(grammar: Grammar, span: Span) -> bool:
    before = grammar.annotated.document.text[max(0, span.start - 12) : span.start].lower().split()
    return bool(before) and before[-1] in _DEADLINE


def place_slots(grammar: Grammar, found: Found, around: Surroundings) -> tuple[Slot, ...]:
    """Return the event's place.

    Args:
        grammar: The text's tree.
        found: The trigger.
        around: Times and places of the text.
    """
    if "place" not in event_types()[found.code].frame:
        return ()
    for rank, _, span in _ranked(grammar, found, _outside_doer(grammar, found, around), around):
        if rank == _SAYING or (rank == _SENTENCE and found.code[0] not in "VAO") or found.span(grammar).holds(span):
            continue
        return (Slot("place", span, None, rule=("events.clause", "events.clause", "events.sentence")[rank]),)
    return (*_in_row(grammar, found, around.places, "place"), *_further_places(grammar, found, around))[:1]


def _further_places(grammar: Grammar, found: Found, around: Surroundings) -> Iterator[Slot]:
    """Yield where an event may have been, as what stands around it suggests; each is marked as inferred.

    Courts sit where they are named for; who tells of an event in his town tells of that town; a sentence goes on where the one
    before it was.
    """
    number = grammar.sentence_numbers[found.index]
    own = around.places.get(number, [])
    if found.code in _OF_COURTS and found.arguments.subject is not None:
        doer = set(grammar.subtree(found.arguments.subject))
        yield from (_inferred("place", span, "seat_of_court") for head, span in own if head in doer)
    if found.code[0] == "O" and found.arguments.subject is not None:
        doer = set(grammar.subtree(found.arguments.subject))
        yield from (_inferred("place", span, "place_of_doer") for head, span in own if head in doer)
    if found.code[0] not in "VAO":
        return
    ranked = _ranked(grammar, found, own, around)
    yield from (_inferred("place", span, "place_of_speaker") for rank, _, span in ranked if rank == _SAYING)
    before = around.places.get(number - 1, [])
    if not own and len(before) == 1 and _same_paragraph(grammar, number):
        yield _inferred("place", before[0][1], "place_before")
    if found.code[0] == "O" and len(own) == 1:
        yield _inferred("place", own[0][1], "place_in_sentence")


def _inferred(role: str, span: Span, rule: str) -> Slot:
    return Slot(role, span, None, inferred=True, rule=f"events.{rule}")


def _same_paragraph(grammar: Grammar, number: int) -> bool:
    sentences = grammar.annotated.sentences
    return number > 0 and sentences[number - 1].paragraph == sentences[number].paragraph


def _ranked(grammar: Grammar, found: Found, pairs: list[tuple[int, Span]], around: Surroundings) -> list[tuple[int, int, Span]]:
    trigger = grammar.tokens[found.index].start
    ranked = [(_rank(grammar, found, head, around.triggers), abs(span.start - trigger), head, span) for head, span in pairs]
    return [(rank, head, span) for rank, _, head, span in sorted(ranked) if rank != _OTHER_EVENT]


def _rank(grammar: Grammar, found: Found, head: int, triggers: frozenset[int]) -> int:
    """Return how near a time or place stands to a trigger in the tree."""
    if _below_other(grammar, head, found, triggers):
        return _OTHER_EVENT
    governor = _clause_of(grammar, head, found)
    if governor == found.index or governor in found.words:
        return _SAME_CLAUSE
    if governor is not None and _tells_of_noun(grammar, found, governor):
        return _SAME_CLAUSE
    if governor in triggers and governor is not None and not _conjoined(grammar, found.index, governor):
        return _OTHER_EVENT
    own_clause = _verb_over(grammar, found.index)
    if governor is not None and governor == own_clause:
        if found.trigger.part == "noun" and any(grammar.tokens[word].pos in VERBAL for word in found.words):
            return _OTHER_EVENT
        return (
            _SAYING
            if is_speech(grammar, governor) and found.code not in _SPOKEN and not _is_argument(grammar, found, governor)
            else _SAME_CLAUSE
        )
    if governor is not None and is_speech(grammar, governor):
        return _SAYING
    if governor is None and own_clause is None:
        return _SAME_CLAUSE
    if (
        governor is not None
        and grammar.tokens[governor].dep in ("acl", "acl:relcl")
        and found.index not in set(grammar.ancestors(governor))
    ):
        return _SENTENCE
    if (
        governor is not None
        and grammar.tokens[governor].dep == "acl"
        and grammar.head(governor) != found.index
        and governor not in triggers
    ):
        return _OTHER_EVENT if _tells_of_argument(grammar, found, governor) else _SENTENCE
    joined = governor is not None and (
        found.index in set(grammar.ancestors(governor)) or governor in set(grammar.ancestors(found.index))
    )
    return _JOINED if joined else _SENTENCE


def _tells_of_noun(grammar: Grammar, found: Found, participle: int) -> bool:
    """Say whether a participle tells of an event noun itself (`the ban decreed on Thursday`)."""
    told = grammar.head(participle) == found.index and grammar.tokens[participle].dep == "acl"
    return told and found.trigger.part == "noun" and grammar.is_past_participle(participle)


def _tells_of_argument(grammar: Grammar, found: Found, participle: int) -> bool:
    """Say whether a participle tells something else of the thing done to (`rejects the report published on Monday`)."""
    return grammar.is_past_participle(participle) and grammar.head(participle) == found.arguments.object


def _below_other(grammar: Grammar, head: int, found: Found, triggers: frozenset[int]) -> bool:
    """Say whether a time or place hangs below the noun of another event (`the meetings, the last of which on 23 January`)."""
    over = grammar.head(head)
    if over is not None and found.code[0] in "HOVA" and over not in found.words and not _PAPERS.isdisjoint(grammar.words[over]):
        return True
    if over is not None and over not in found.words and not _BEARING_DATE.isdisjoint(grammar.words[over]):
        return grammar.head(over) != found.index
    for above in (head, *grammar.ancestors(head)):
        if above == found.index or grammar.tokens[above].pos in VERBAL:
            return False
        if above in triggers:
            return above not in found.words
    return False


def _conjoined(grammar: Grammar, index: int, governor: int) -> bool:
    """Say whether a trigger is joined to the verb that governs a time or place, and so shares it (`arrested … and burned …`)."""
    clause = _verb_over(grammar, index)
    return clause is not None and grammar.tokens[clause].dep == "conj" and grammar.head(clause) == governor


def _outside_doer(grammar: Grammar, found: Found, around: Surroundings) -> list[tuple[int, Span]]:
    """Return the places that are no part of the doer's name or post, for types that are acts of organs."""
    own = around.places.get(grammar.sentence_numbers[found.index], [])
    if found.code[0] in "VA" or found.arguments.subject is None:
        return own
    doer = set(grammar.subtree(found.arguments.subject))
    return [pair for pair in own if pair[0] not in doer]


def _is_argument(grammar: Grammar, found: Found, governor: int) -> bool:
    return grammar.head(found.index) == governor and grammar.tokens[found.index].dep in ("obj", "nsubj", "nsubj:pass")


def _clause_of(grammar: Grammar, head: int, found: Found) -> int | None:
    """Return the first verb, or the trigger, over a token."""
    for above in grammar.ancestors(head):
        if above == found.index or grammar.tokens[above].pos in VERBAL:
            return above
    return None


def _verb_over(grammar: Grammar, index: int) -> int | None:
    if grammar.tokens[index].pos in VERBAL:
        return index
    return next((above for above in grammar.ancestors(index) if grammar.tokens[above].pos in VERBAL), None)
