"""What a pronoun stands for: the nearest noun before it that agrees in number, subjects first."""

from collections.abc import Iterator

from corro.extract.events.grammar import MONTHS, WEEKDAYS, Grammar
from corro.extract.events.verbs import arguments_of_verb
from corro.extract.events.words import PLURAL_PRONOUNS, SINGULAR_PRONOUNS, word_set
from corro.model import MentionKind
from corro.vocab.event_types import word_class

_SENTENCES_BACK = 2
"""How far back a pronoun reaches. Source: Hobbs (1978), Resolving pronoun references: 98 % in its sentence or the one before."""

_CORE = ("nsubj", "nsubj:pass", "obj", "obl:agent", "iobj", "nsubj:caus")
_NO_NAME = 4
"""What a noun that names nobody is set back by where a person is meant: as far as two sentences. Source: chosen on samples/mali,
2026-11."""

_OF_PERSONS = word_set("he she him her his")
"""English pronouns that stand for persons only."""

_HUMAN_OBJECTS = word_set("lui leur l' l’ le la")
_BODIES = frozenset([MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.PLACE, MentionKind.DEMONYM])
_BODY_NOUNS = word_set(
    "ministry government authority junta army force mission council organisation organization office agency company party regime "
    "country territory capital state region town village decision measure order statement request "
    "ministère gouvernement autorité junte armée mission conseil organisation bureau agence parti régime pays territoire capitale "
    "état région ville décision mesure ordre communiqué demande"
)
"""Nouns that name no person. Source: own list, 2026-11."""

_PERIODS = word_set(
    "day week month year time hour dawn morning evening night noon "
    "jour semaine mois an fois heure aube matin matinée soir soirée nuit midi"
)
_PLURAL_TEXTS = ("quelques", "plusieurs", "des", "les", "these", "those", "many", "several")


def antecedent_of(grammar: Grammar, pronoun: int, *, human: bool = False) -> int | None:
    """Return the head of the noun that a personal pronoun stands for, or None where none fits.

    Args:
        grammar: The text's tree.
        pronoun: Index of the pronoun.
        human: Whether it can only stand for a person, as the one who is told to leave.
    """
    word = grammar.tokens[pronoun].text.lower()
    plural = word in PLURAL_PRONOUNS
    if not plural and word not in SINGULAR_PRONOUNS:
        return None
    best: tuple[int, int] | None = None
    for candidate in _before(grammar, pronoun):
        if _is_plural(grammar, candidate) != plural or _excluded(grammar, candidate, pronoun):
            continue
        if (human or grammar.tokens[pronoun].text.lower() in _OF_PERSONS) and _not_human(grammar, candidate):
            continue
        rank = _rank(grammar, candidate, pronoun) + (_NO_NAME if human and not _is_somebody(grammar, candidate) else 0)
        if best is None or rank < best[0]:
            best = (rank, candidate)
    return best[1] if best else None


def _before(grammar: Grammar, pronoun: int) -> Iterator[int]:
    """Yield the nouns before a token, nearest first."""
    number = grammar.sentence_numbers[pronoun]
    kind = _segment_kind(grammar, pronoun)
    back = max(0, number - _SENTENCES_BACK)
    while back < number and _segment_kind(grammar, grammar.annotated.sentences[back].first) != kind:
        back += 1
    first = grammar.annotated.sentences[back].first
    for index in range(pronoun - 1, first - 1, -1):
        token = grammar.tokens[index]
        if token.pos in ("NOUN", "PROPN") and token.dep not in ("compound", "flat", "flat:name", "nmod:poss"):
            yield index


def _segment_kind(grammar: Grammar, index: int) -> str:
    segment = grammar.annotated.document.segment_at(grammar.tokens[index].start)
    return str(segment.kind) if segment is not None else ""


def _rank(grammar: Grammar, candidate: int, pronoun: int) -> int:
    """Lower is better: sentences apart, then subject, object, other. Source: centering, Grosz, Joshi and Weinstein (1995)."""
    apart = grammar.sentence_numbers[pronoun] - grammar.sentence_numbers[candidate]
    label = grammar.tokens[candidate].dep
    weight = 0 if label.startswith("nsubj") else 1 if label in _CORE else 3
    verb = grammar.tokens[candidate].head
    beside = label.startswith("nsubj") and grammar.tokens[verb].dep in ("advcl", "acl:relcl", "acl")
    return apart * 2 + weight + beside


def _is_plural(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    if "Number=Plur" in token.morph:
        return True
    if "Number=Sing" in token.morph and grammar.child(index, "nummod") is None:
        return bool(grammar.children(index, "conj")) and token.pos == "PROPN"
    words = {grammar.tokens[child].text.lower() for child in grammar.children(index, "det", "nummod")}
    return bool(words & set(_PLURAL_TEXTS)) or (token.text.lower().endswith("s") and token.text.lower() != token.lemma)


def _excluded(grammar: Grammar, candidate: int, pronoun: int) -> bool:
    """Refuse fellow arguments of one verb, and nouns that name no person or body where the pronoun does something."""
    if grammar.tokens[candidate].head == grammar.tokens[pronoun].head:
        return True
    if _inside_name(grammar, candidate) or _binds(grammar, candidate, pronoun):
        return True
    clause = grammar.tokens[pronoun].head
    if grammar.tokens[clause].dep == "acl:relcl" and grammar.tokens[clause].head == candidate:
        return True
    token = grammar.tokens[candidate]
    if token.dep in ("obl", "nmod") and grammar.holds([candidate], word_class("thing", grammar.language)):
        return True
    return token.lemma in WEEKDAYS | MONTHS | _PERIODS


def _inside_name(grammar: Grammar, index: int) -> bool:
    """Say whether a noun is a part of a longer name (`Administration` in a ministry's)."""
    mention, head = grammar.mention_at.get(index), grammar.head(index)
    return mention is not None and head is not None and grammar.mention_at.get(head) is mention


def _is_somebody(grammar: Grammar, candidate: int) -> bool:
    """Say whether a noun is the name or the post of a person, or a noun for one."""
    mention = grammar.mention_at.get(candidate)
    if mention is not None and mention.kind in (MentionKind.PERSON, MentionKind.POST):
        return True
    return any(grammar.holds([candidate], word_class(name, grammar.language)) for name in ("diplomat", "person"))


def _not_human(grammar: Grammar, candidate: int) -> bool:
    """Refuse bodies, places and papers for a pronoun of persons."""
    mention = grammar.mention_at.get(candidate)
    return (mention is not None and mention.kind in _BODIES) or not _BODY_NOUNS.isdisjoint(grammar.words[candidate])


def _binds(grammar: Grammar, candidate: int, pronoun: int) -> bool:
    """Refuse the subject of the verb whose object the pronoun is. Source: principle B, Chomsky (1981), Government and Binding."""
    token = grammar.tokens[pronoun]
    if token.text.lower() not in _HUMAN_OBJECTS | _OF_PERSONS or token.dep.endswith("poss"):
        return False
    verb = token.head
    if token.dep.startswith("nsubj"):
        verb = grammar.tokens[verb].head if grammar.tokens[verb].dep in ("ccomp", "xcomp") and not _has_mark(grammar, verb) else -1
    return verb >= 0 and verb != pronoun and arguments_of_verb(grammar, verb).subject == candidate


def _has_mark(grammar: Grammar, verb: int) -> bool:
    """Say whether a clause is opened by `that` or has an auxiliary, and so is a full one (`said he was …`)."""
    return bool(grammar.children(verb, "mark", "aux", "cop")) or "VerbForm=Fin" in grammar.tokens[verb].morph
