"""Indirect speech behind or around a verb: clauses, infinitives, objects, blame, labels, requests, verbs set into a sentence."""

from collections.abc import Iterator

from corro.extract.statements.clauses import bare_clause, clause_start, infinitive_start
from corro.extract.statements.content import content_end, inverted_saying, limit_of
from corro.extract.statements.cues import Cue
from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.objects import blame_start, label_start, object_start, request_start
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.sources import inverted, passive, source_of, thing_says, told_infinitive
from corro.values import Span

_FRAMES = ("clause", "blame", "label", "request", "infinitive", "object", "bare")
_NEGATIONS = frozenset({"not", "n't", "never", "neither", "nor", "ne", "n'", "pas", "jamais"})
_UNREAL = frozenset({"would", "could", "might", "should", "may", "can", "will", "shall", "must", "'d"})
_NOT_SAID = _NEGATIONS | _UNREAL | {"nobody", "no", "personne"}
_OBJECTS = frozenset({"obj", "obl:arg"})
_WITHOUT = frozenset({"sans", "without"})
_FIRST_PERSON = frozenset({"i", "we", "je", "j'", "nous", "-je", "-nous"})


_COMPLEMENTS = {"blame": blame_start, "label": label_start, "request": request_start, "object": object_start}


def find_by_verb(prepared: Prepared, taken: set[int]) -> Iterator[Draft]:
    """Find what verbs attribute without quotation marks of their own.

    Args:
        prepared: The document.
        taken: Tokens of verbs that already attribute a quotation.

    Yields:
        Drafts with rules `verb.clause`, `verb.bare`, `verb.infinitive`, `verb.object`, `verb.blame`, `verb.label`,
        `verb.request`, `verb.passive`, `verb.colon` and `verb.inserted`.
    """
    for anchor, token in enumerate(prepared.grammar.tokens):
        if token.pos in ("VERB", "AUX") and token.lemma in prepared.cues.verbs and anchor not in taken:
            draft = _read_verb(prepared, anchor)
            if draft is not None:
                yield draft


def _read_verb(prepared: Prepared, anchor: int) -> Draft | None:
    if not _speaks(prepared, anchor):
        return None
    senses = [cue for cue in prepared.cues.verbs[prepared.grammar.tokens[anchor].lemma] if fits(prepared, anchor, cue)]
    inserted = next((cue for cue in senses if cue.frames & {"clause", "quote"}), None)
    if inserted and _set_in(prepared, anchor) and (draft := _inserted(prepared, anchor, inserted)):
        return draft
    if inserted and (draft := _behind_colon(prepared, anchor, inserted)):
        return draft
    for frame in _ordered(prepared, anchor):
        for cue in senses:
            start = _start(prepared, anchor, cue, frame)
            if start is not None:
                return _draft(prepared, anchor, cue, frame, start)
    return _inserted(prepared, anchor, inserted) if inserted else None


def _behind_colon(prepared: Prepared, anchor: int, cue: Cue) -> Draft | None:
    """Read a clause without marks behind a verb and a colon: « rectifie : le bilan est de neuf morts »."""
    grammar = prepared.grammar
    start, end = anchor + 2, limit_of(prepared, anchor)
    if start + 2 >= end or grammar.lower[anchor + 1] != ":" or grammar.tokens[start].start in prepared.openings:
        return None
    source, content = source_of(grammar, prepared.cues, anchor), grammar.span(start, end)
    if source is None or source[0] > anchor or content is None or not _has_verb(grammar, start, end):
        return None
    return Draft((content,), "verb.colon", anchor, cue_span(grammar, anchor), source, cue.act)


def _ordered(prepared: Prepared, anchor: int) -> tuple[str, ...]:
    """Return the frames in the order in which they are tried; an infinitive right behind the verb goes first."""
    after = prepared.grammar.tokens[anchor + 1] if anchor + 1 < len(prepared.grammar.tokens) else None
    return ("infinitive", *_FRAMES) if after is not None and "VerbForm=Inf" in after.morph else _FRAMES


def _speaks(prepared: Prepared, anchor: int) -> bool:
    """Say whether a verb is spoken by somebody: not negated, not merely possible, no bare infinitive, no "I" inside a quotation."""
    grammar = prepared.grammar
    around = [grammar.lower[child] for child in grammar.children[anchor] if child < anchor + 2]
    if unsaid(grammar, anchor):
        return False
    if grammar.tokens[anchor].dep == "acl" and "Tense=Past" in grammar.tokens[anchor].morph:
        return False
    if {"il", "se"} <= set(around) or {"il", "s'"} <= set(around) or thing_says(grammar, prepared.cues, anchor):
        return False
    if anchor and grammar.lower[anchor - 1] in _WITHOUT:
        return False
    if "VerbForm=Inf" in grammar.tokens[anchor].morph and not _spoken_infinitive(grammar, anchor):
        return False
    return prepared.inside[anchor] is None or not set(around) & _FIRST_PERSON


def unsaid(grammar: Grammar, anchor: int) -> bool:
    """Say whether a verb of saying is negated or merely possible, so that nothing was said.

    Args:
        grammar: The document.
        anchor: Token of the verb.
    """
    around = {grammar.lower[child] for child in grammar.children[anchor] if child < anchor + 2}
    return not around.isdisjoint(_NOT_SAID)


def tells_deed(prepared: Prepared, anchor: int) -> bool:
    """Say whether a verb of saying tells a deed by its object: "denied the request", "declared him persona non grata".

    Args:
        prepared: The document.
        anchor: Token of the verb.
    """
    grammar = prepared.grammar
    deed = any(_headed(grammar, anchor, cue.unless, _OBJECTS) for cue in prepared.cues.verbs[grammar.tokens[anchor].lemma])
    behind = [grammar.tokens[child] for child in grammar.children[anchor] if child > anchor]
    named = any(token.dep in ("obj", "iobj") and token.pos in ("PROPN", "PRON") for token in behind)
    label = any(token.dep in ("xcomp", "ccomp", "obj", "obl") and token.pos in ("NOUN", "ADJ", "PROPN") for token in behind)
    if any(grammar.tokens[child].dep == "ccomp" and _accusative(grammar, child) for child in grammar.children[anchor]):
        return True
    return deed or (named and label and prepared.cues.verb(grammar.tokens[anchor].lemma, "label") is None)


def _accusative(grammar: Grammar, clause: int) -> bool:
    """Say whether what the parser took for a clause opens with an object ("him persona non grata")."""
    return "Case=Acc" in grammar.tokens[grammar.first[clause]].morph


def _spoken_infinitive(grammar: Grammar, anchor: int) -> bool:
    """Say whether an infinitive is the saying itself ("a tenu à préciser", "wishes to inform", "went on to say")."""
    head = grammar.tokens[anchor].head
    if told_infinitive(grammar, anchor) is not None:
        return True
    return grammar.tokens[head].lemma in ("tenir", "wish", "go", "vouloir", "venir", "faire", "laisser", "want")


def fits(prepared: Prepared, anchor: int, cue: Cue) -> bool:
    """Say whether a verb has the subject, object and following words that one of its senses asks for.

    Args:
        prepared: The document.
        anchor: Token of the verb.
        cue: The sense.
    """
    grammar = prepared.grammar
    if cue.following:
        near = range(anchor + 1, min(limit_of(prepared, anchor), anchor + 6))
        if not any(grammar.tokens[index].lemma in cue.following or grammar.lower[index] in cue.following for index in near):
            return False
    if cue.subjects and not _headed(grammar, anchor, cue.subjects, PERSONAL_SUBJECTS):
        return False
    if cue.unless and _headed(grammar, anchor, cue.unless, _OBJECTS):
        return False
    return not cue.objects or _headed(grammar, anchor, cue.objects, _OBJECTS)


def _headed(grammar: Grammar, anchor: int, lemmas: frozenset[str], relations: frozenset[str]) -> bool:
    return any(
        grammar.tokens[child].dep in relations and grammar.tokens[child].lemma in lemmas for child in grammar.children[anchor]
    )


def _start(prepared: Prepared, anchor: int, cue: Cue, frame: str) -> int | None:
    if frame == "bare":
        return bare_clause(prepared, anchor) if "clause" in cue.frames and prepared.grammar.language.value == "en" else None
    if frame not in cue.frames:
        return None
    if frame == "clause":
        mark = clause_start(prepared, anchor)
        bare = bare_clause(prepared, anchor) if mark is not None and prepared.grammar.language.value == "en" else None
        return bare if bare is not None and mark is not None and bare < mark else mark
    if frame == "infinitive":
        return infinitive_start(prepared, anchor)
    return _COMPLEMENTS[frame](prepared, anchor, cue)


def _draft(prepared: Prepared, anchor: int, cue: Cue, frame: str, start: int) -> Draft | None:
    grammar = prepared.grammar
    source = source_of(grammar, prepared.cues, anchor)
    sourceless = source is None and passive(grammar, anchor) and frame == "blame"
    if source is None and not sourceless:
        return None
    if sourceless:
        return _passive_blame(prepared, anchor, cue, start)
    if source and source[0] <= start < source[1]:
        return None
    content = grammar.span(start, content_end(prepared, anchor, start))
    if content is None:
        return None
    return Draft((content,), f"verb.{frame}", anchor, cue_span(grammar, anchor), source, cue.act, sourceless=sourceless)


def _passive_blame(prepared: Prepared, anchor: int, cue: Cue, start: int) -> Draft | None:
    """Read "X was accused of Y" by nobody in particular: the accused and the blame are what is alleged."""
    grammar = prepared.grammar
    subject = grammar.child(anchor, "nsubj:pass", "nsubj")
    blame = grammar.span(start, content_end(prepared, anchor, start))
    accused = grammar.span(*subtree_phrase(grammar, subject)) if subject is not None else None
    if blame is None or accused is None or accused.start > blame.start:
        return None
    return Draft((accused, blame), "verb.passive", anchor, cue_span(grammar, anchor), None, cue.act, sourceless=True)


def _set_in(prepared: Prepared, anchor: int) -> bool:
    """Say whether a verb stands right behind a comma with its subject behind it, as reporting clauses do."""
    grammar = prepared.grammar
    first = first_word(grammar, anchor)
    if not first or grammar.lower[first - 1] != "," or grammar.child(anchor, "mark") is not None:
        return False
    if clause_start(prepared, anchor) is not None:
        return False
    subject = grammar.child(anchor, *PERSONAL_SUBJECTS)
    if inverted_saying(prepared, _opening(grammar, anchor)) and _has_verb(grammar, grammar.sentence(anchor)[0], first - 1):
        return grammar.tokens[anchor].dep != "conj"
    return (
        (subject is None or subject > anchor or subject >= first)
        and grammar.tokens[anchor].dep != "conj"
        and not _participle(grammar, anchor)
    )


def _participle(grammar: Grammar, anchor: int) -> bool:
    return grammar.tokens[anchor].text.endswith(("ant", "ing"))


def cue_span(grammar: Grammar, anchor: int) -> Span:
    """Return the characters of a verb with its auxiliaries where they stand right before it.

    Args:
        grammar: The document.
        anchor: Token of the verb.
    """
    first = anchor
    while first > 0 and grammar.tokens[first - 1].pos == "AUX" and grammar.tokens[first - 1].head == anchor:
        first -= 1
    return Span(grammar.tokens[first].start, grammar.tokens[anchor].end)


def _inserted(prepared: Prepared, anchor: int, cue: Cue) -> Draft | None:
    """Read a verb that stands behind or amid what it attributes: "nobody was hurt, the army said"."""
    grammar = prepared.grammar
    first, _ = grammar.sentence(anchor)
    source = source_of(grammar, prepared.cues, anchor)
    if inverted_saying(prepared, _opening(grammar, anchor)) and grammar.lower[max(first, first_word(grammar, anchor) - 1)] == ",":
        source = inverted(grammar, prepared.cues, anchor) or source
    if source is None or passive(grammar, anchor):
        return None
    comma = _comma_before(grammar, min(first_word(grammar, anchor), source[0]), first)
    first = next((index + 1 for index in range((comma or first) - 1, first, -1) if grammar.lower[index] in (":", ";")), first)
    if comma is None or comma - first < 2:
        return None
    before = grammar.span(first, comma)
    after = _after_insertion(prepared, max(anchor + 1, source[1]))
    if not _has_verb(grammar, first, comma) and (after is None or source[0] > anchor + 1):
        return None
    past = max(anchor + 1, source[1])
    if before is None or (past < len(grammar.tokens) and grammar.lower[past] == ":"):
        return None
    content = (before, after) if after else (before,)
    return Draft(content, "verb.inserted", anchor, cue_span(grammar, anchor), source, cue.act)


def first_word(grammar: Grammar, anchor: int) -> int:
    """Return the first of a verb's own words: its auxiliaries and clitics.

    Args:
        grammar: The document.
        anchor: Token of the verb.
    """
    own = [child for child in grammar.children[anchor] if child < anchor and grammar.tokens[child].pos in ("AUX", "PRON", "ADV")]
    return min([anchor, *(child for child in own if anchor - child < 5)])


def _opening(grammar: Grammar, anchor: int) -> int:
    """Return the auxiliary right before a verb, else the verb."""
    return anchor - 1 if anchor and grammar.tokens[anchor - 1].pos == "AUX" else anchor


def _comma_before(grammar: Grammar, index: int, first: int) -> int | None:
    """Return the comma right before a reporting clause, or None."""
    before = index - 1
    return before if before > first and grammar.lower[before] == "," else None


def _has_verb(grammar: Grammar, first: int, last: int) -> bool:
    return any(grammar.finite(index) for index in range(first, last))


def _after_insertion(prepared: Prepared, index: int) -> Span | None:
    """Return what goes on behind a reporting clause set between two commas, or None."""
    grammar = prepared.grammar
    limit = limit_of(prepared, index - 1)
    if index + 2 >= limit or grammar.lower[index] != ",":
        return None
    return grammar.span(index + 1, limit) if _has_verb(grammar, index + 1, limit) else None
