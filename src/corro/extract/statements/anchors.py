"""Words that may attribute, and what the trained trees see of each: its word, form, place in the tree, subject and surroundings."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from corro.extract.statements.draft import Draft
from corro.extract.statements.frames import Frame, frame_of
from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.weights import COLUMNS, ROLES, Weights

_LEAST = 0.03
"""Chance, by its word and frame alone, from which a word is looked at. Source: chosen on PolNeAR's training part, 2026-11: it keeps
97 % of the words that attribute and leaves out three quarters of the others."""

_NEGATIONS = frozenset({"not", "n't", "never", "no"})
_MODALS = frozenset({"would", "could", "might", "should", "may", "can", "will", "shall", "must", "'d", "'ll"})
_RELATIONS = ("root", "ccomp", "xcomp", "advcl", "acl", "acl:relcl", "parataxis", "conj", "nsubj", "obj", "nmod", "obl", "amod")
_FORMS = ("VerbForm=Fin", "VerbForm=Inf", "VerbForm=Part", "Tense=Past", "Tense=Pres", "Aspect=Prog", "Aspect=Perf")
_CHILDREN = ("ccomp", "xcomp", "obj", "iobj", "advcl", "acl", "parataxis", "nmod:poss", "nsubj:pass", "obl:agent", "mark", "aux")
_PRONOUNS = (
    frozenset({"i", "we", "you"}),
    frozenset({"he", "she", "they"}),
    frozenset({"it", "this", "that", "there"}),
    frozenset({"who", "which"}),
)
_NEIGHBOURS = ("that", "to", ",", ":", "of", "for", "about", "as", "the")
_RULES = (
    "direct",
    "preposition",
    "verb.clause",
    "verb.bare",
    "verb.inserted",
    "verb.infinitive",
    "verb.object",
    "verb",
    "noun",
    "hearsay",
)
_SUBJECT, _OBJECT = COLUMNS.index("subject"), COLUMNS.index("object")


@dataclass(frozen=True, slots=True)
class Anchor:
    """A word that may attribute.

    Attributes:
        token: The word.
        frame: How what is said would stand beside it.
        seen: What the trees see of it.
    """

    token: int
    frame: Frame
    seen: tuple[float, ...]


@dataclass(frozen=True, slots=True)
class Found:
    """What the rules found, as the trees see it.

    Attributes:
        by_anchor: Their drafts by the token that each turns on.
        around: For each token in how many of their contents it stands.
        counts: For each token how many of each sort of word stand before it; one more at the end.
    """

    by_anchor: dict[int, list[Draft]]
    around: list[int]
    counts: list[tuple[int, ...]]


def found_by_rules(prepared: Prepared, drafts: Sequence[Draft]) -> Found:
    """Arrange what the rules found by token.

    Args:
        prepared: The document.
        drafts: Their drafts; those that turn on no word of their own stand under none.
    """
    grammar = prepared.grammar
    by_anchor: dict[int, list[Draft]] = {}
    around = [0] * len(grammar.tokens)
    for draft in drafts:
        if draft.worded:
            by_anchor.setdefault(draft.anchor, []).append(draft)
        for span in draft.content:
            for token in range(grammar.at(span.start), grammar.at(span.end)):
                around[token] += 1
    return Found(by_anchor, around, _counted(prepared, by_anchor))


def _counted(prepared: Prepared, by_anchor: Mapping[int, list[Draft]]) -> list[tuple[int, ...]]:
    """Count verbs, personal verbs, subjects, words in marks, commas and rules' cues before each token."""
    grammar = prepared.grammar
    verbs = personal = subjects = marked = commas = cues = 0
    counts: list[tuple[int, ...]] = [(0, 0, 0, 0, 0, 0)]
    for index, token in enumerate(grammar.tokens):
        verbs += token.pos == "VERB"
        personal += grammar.finite(index)
        subjects += token.dep.startswith("nsubj")
        marked += prepared.inside[index] is not None
        commas += token.text == ","
        cues += index in by_anchor
        counts.append((verbs, personal, subjects, marked, commas, cues))
    return counts


def anchors_of(prepared: Prepared, found: Found, known: Weights) -> Iterator[Anchor]:
    """Yield the words that may attribute.

    Args:
        prepared: The document.
        found: What the rules found.
        known: The trained weights.
    """
    grammar = prepared.grammar
    for index, token in enumerate(grammar.tokens):
        ruled = index in found.by_anchor
        role = ROLES.get(token.pos)
        if (role is None or (token.pos == "AUX" and token.dep.startswith(("aux", "cop")))) and not ruled:
            continue
        rates, column = known.of(token.lemma), role or 0
        if not ruled and max(rates[column : column + len(Frame)]) < _LEAST:
            continue
        frame = frame_of(grammar, index)
        chance = rates[column + frame]
        if chance >= _LEAST or ruled:
            yield Anchor(index, frame, _seen(prepared, found, known, (index, frame, chance)))


def _seen(prepared: Prepared, found: Found, known: Weights, about: tuple[int, Frame, float]) -> tuple[float, ...]:
    index, frame, chance = about
    grammar = prepared.grammar
    rates = known.of(grammar.tokens[index].lemma)
    return (
        chance,
        max(rates[:_SUBJECT]),
        float(frame),
        float(rates is not known.unknown),
        float(grammar.tokens[index].lemma in prepared.cues.verbs),
        float(grammar.tokens[index].lemma in prepared.cues.nouns),
        *_of_form(grammar, index),
        *_of_children(grammar, index, known),
        *_of_subject(prepared, index, known),
        *_of_above(grammar, index, known),
        *_of_place(prepared, found, index),
        *_of_rules(found, index),
    )


def _of_form(grammar: Grammar, index: int) -> tuple[float, ...]:
    token = grammar.tokens[index]
    dep = token.dep
    return (
        float(ROLES.get(token.pos, -1)),
        float(token.text[:1].isupper()),
        *(float(form in token.morph) for form in _FORMS),
        *(float(dep == relation) for relation in _RELATIONS),
    )


def _of_children(grammar: Grammar, index: int, known: Weights) -> tuple[float, ...]:
    children = grammar.children[index]
    deps = {grammar.tokens[child].dep for child in children}
    words = {grammar.lower[child] for child in children}
    said = next((child for child in children if grammar.tokens[child].dep in ("obj", "nsubj:pass")), None)
    behind = grammar.last[index] - index
    return (
        *(float(relation in deps) for relation in _CHILDREN),
        float(not words.isdisjoint(_NEGATIONS)),
        float(not words.isdisjoint(_MODALS)),
        float(behind),
        float(index - grammar.first[index]),
        known.of(grammar.tokens[said].lemma)[_OBJECT] if said is not None else -1.0,
        float(said is not None and grammar.tokens[said].pos == "PRON"),
        float(said is not None and grammar.tokens[said].pos == "PROPN"),
    )


def subject_token(grammar: Grammar, index: int) -> tuple[int | None, bool]:
    """Return the head of a word's subject, and whether it was borrowed from a verb above.

    Args:
        grammar: The document.
        index: Token of the word.
    """
    verb = index
    for step in range(4):
        subject = grammar.child(verb, *PERSONAL_SUBJECTS, "nmod:poss")
        if subject is not None:
            return subject, step > 0
        token = grammar.tokens[verb]
        if token.dep in ("acl", "acl:relcl"):
            return token.head, True
        if token.head == verb or token.dep not in ("conj", "xcomp", "advcl", "parataxis", "cop"):
            return None, False
        verb = token.head
    return None, False


def _of_subject(prepared: Prepared, index: int, known: Weights) -> tuple[float, ...]:
    grammar = prepared.grammar
    subject, borrowed = subject_token(grammar, index)
    if subject is None:
        return (0.0, 0.0, 0.0, 0.0, -1.0, *(0.0 for _ in _PRONOUNS))
    token, word = grammar.tokens[subject], grammar.lower[subject]
    return (
        1.0,
        float(borrowed),
        float(subject > index),
        float(token.pos == "PROPN"),
        1.0 if token.pos == "PROPN" else known.of(token.lemma)[_SUBJECT],
        *(float(word in pronouns) for pronouns in _PRONOUNS),
    )


def _of_above(grammar: Grammar, index: int, known: Weights) -> tuple[float, ...]:
    """What the trees see of the word that this one hangs on: whether that one speaks already."""
    token = grammar.tokens[index]
    head = grammar.tokens[token.head]
    if token.head == index:
        return (-1.0, 0.0, 0.0)
    rates = known.of(head.lemma)
    role = ROLES.get(head.pos)
    return (rates[role + Frame.CLAUSE] if role is not None else -1.0, float(token.head < index), float(head.pos == "VERB"))


def _of_place(prepared: Prepared, found: Found, index: int) -> tuple[float, ...]:
    grammar = prepared.grammar
    first, last = grammar.sentence(index)
    after = grammar.lower[index + 1] if index + 1 < last else "."
    before = grammar.lower[index - 1] if index > first else ""
    quoted = [at for at in range(first, last) if grammar.tokens[at].start in prepared.openings]
    return (
        float(index - first),
        float(last - index),
        float(found.around[index]),
        float(prepared.inside[index] is not None),
        float(any(at < index for at in quoted)),
        float(any(at > index for at in quoted)),
        *(float(after == word) for word in _NEIGHBOURS),
        float(before == "to"),
        float(before == ","),
        float(before in ('"', "”", "’")),
        float(grammar.sentence_of[index] == 0),
    )


def _of_rules(found: Found, index: int) -> tuple[float, ...]:
    drafts = found.by_anchor.get(index, [])
    codes = [next(code for code, name in enumerate(_RULES, 1) if draft.rule.startswith(name)) for draft in drafts]
    return (float(len(drafts)), float(min(codes, default=0)))
