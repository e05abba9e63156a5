"""What a trigger governs: doer, thing done to, and what hangs on prepositions, through passives, relatives, control and light verbs."""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from corro.extract.events_grammar import NOMINAL, VERBAL, Grammar
from corro.extract.events_words import SPEAKING

FUNCTION_OF = {
    "de": "of", "du": "of", "des": "of", "d'": "of", "d’": "of", "of": "of",
    "par": "by", "by": "by",
    "à": "to", "au": "to", "aux": "to", "to": "to", "auprès": "to",
    "contre": "against", "against": "against",
    "sur": "on", "on": "on", "upon": "on", "over": "on",
    "avec": "with", "with": "with",
    "pour": "for", "for": "for",
    "entre": "between", "between": "between",
    "dans": "in", "en": "in", "in": "in", "inside": "in",
    "depuis": "since", "since": "since",
    "devant": "before", "before": "before",
    "from": "from", "out": "out", "into": "into", "onto": "on", "at": "at", "about": "about", "as": "as", "comme": "as",
    "vers": "towards", "towards": "towards", "near": "near", "près": "near",
}  # fmt: skip
"""The canonical function of a preposition. Source: own list, 2026-11."""

OBJECT_CONTROL = frozenset(
    "ask order tell urge authorise authorize allow permit forbid prevent block keep bar accuse blame suspect help force oblige let see "
    "demander ordonner prier autoriser empêcher interdire appeler accuser soupçonner contraindre obliger laisser sommer enjoindre permettre".split()
)
"""Verbs whose completing clause is done by their object. Source: Levin (1993), English Verb Classes, ch. 2; own list for French, 2026-11."""

LIGHT_VERBS = frozenset(
    "launch conduct commit make stage mount carry perpetrate file lodge open hold issue send deliver publish read run suffer face subject "
    "order announce decide impose declare "
    "mener commettre perpétrer conduire effectuer lancer ouvrir publier adresser envoyer diffuser tenir signer lire remettre opérer "
    "ordonner annoncer décider imposer décréter déclarer".split()
)
"""Verbs that lend their subject to an event noun. Source: Vincze et al. (2013), light verb constructions; own list, 2026-11."""

_CITING = frozenset("cite quote see obtain consult seen citer consulter voir obtenir dénoncer condamner denounce condemn".split())
"""Participles whose agent only tells of an event. Source: own list, 2026-11."""

_STRIKING = frozenset("hit strike target destroy kill injure wound devastate toucher frapper viser cibler détruire tuer blesser atteindre".split())
"""Verbs that tell what an attack does to its object. Source: own list, 2026-11."""

_RELATIVES = frozenset("who which that whom whose qui que qu' qu’ dont lequel laquelle lesquels lesquelles".split())
_ACTOR_LABELS = ("nsubj", "csubj")
_OBLIQUES = ("obl", "nmod", "iobj")
_CALENDAR = frozenset(
    "day week month year morning evening night afternoon monday tuesday wednesday thursday friday saturday sunday january february march april "
    "may june july august september october november december today yesterday tomorrow time hour minute "
    "jour semaine mois an année matin soir nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars avril mai juin juillet "
    "août septembre octobre novembre décembre hier demain fois heure minute".split()
)
"""Nouns of time, which are no objects."""

_STEPS_UP = 6
"""Clauses that are climbed in search of a subject. Source: chosen on the development passages, 2026-11."""


@dataclass(frozen=True, slots=True)
class Arguments:
    """The heads of the phrases around a trigger.

    Attributes:
        subject: Who does it, or None.
        object: Who or what it is done to, or None.
        second_object: A second thing (`denied them visas`), or None.
        obliques: Canonical function of the preposition, and the head.
        clauses: Verbs of the clauses that complete it.
        clause_of: The verb of the clause that an event noun stands in, or None.
    """

    subject: int | None = None
    object: int | None = None
    second_object: int | None = None
    obliques: tuple[tuple[str, int], ...] = ()
    clauses: tuple[int, ...] = ()
    clause_of: int | None = None

    @property
    def heads(self) -> list[int | None]:
        """All heads of phrases."""
        return [self.subject, self.object, self.second_object, *(head for _, head in self.obliques)]

    def oblique(self, *functions: str) -> tuple[int, ...]:
        """Return the heads of these functions, in order."""
        return tuple(head for function, head in self.obliques if function in functions)


def arguments_of(grammar: Grammar, index: int, words: tuple[int, ...] = ()) -> Arguments:
    """Return what stands around a trigger.

    Args:
        grammar: The text's tree.
        index: The governing word of the trigger.
        words: All its words; none of them is taken for an argument.
    """
    own = set(words) | {index}
    is_verb = grammar.tokens[index].pos in VERBAL or (grammar.tokens[index].pos == "ADJ" and grammar.is_past_participle(index))
    found = _of_verb(grammar, index) if is_verb else _of_noun(grammar, index)
    return _without(_with_words(grammar, found, words, index), own)


def _with_words(grammar: Grammar, found: Arguments, words: tuple[int, ...], index: int) -> Arguments:
    """Add what hangs on the further words of a trigger (`a suspension of the mission's rotations`, `set fire to the huts`)."""
    own = set(words)
    further = [pair for word in words if word != index for pair in prepositional(grammar, word)]
    inner = [pair for _, head in found.obliques if head in own for pair in prepositional(grammar, head)]
    return replace(found, obliques=tuple(dict.fromkeys((*found.obliques, *further, *inner))))


def _without(found: Arguments, own: set[int]) -> Arguments:
    def kept(head: int | None) -> int | None:
        return None if head in own else head

    return Arguments(
        subject=kept(found.subject),
        object=kept(found.object),
        second_object=kept(found.second_object),
        obliques=tuple((function, head) for function, head in found.obliques if head not in own),
        clauses=found.clauses,
        clause_of=found.clause_of,
    )


def _of_verb(grammar: Grammar, verb: int) -> Arguments:
    passive = grammar.is_passive(verb)
    surface = _surface_subject(grammar, verb)
    objects = [_antecedent(grammar, child) for child in grammar.children(verb, "obj", "iobj") if not _is_reflexive(grammar, child)]
    obliques = tuple(_obliques(grammar, verb, passive=passive))
    agent = _agent(grammar, verb) if passive else None
    clauses = tuple(grammar.children(verb, "xcomp", "ccomp")) + tuple(_complement_adjuncts(grammar, verb))
    if not objects and not passive:
        objects = list(_bare_objects(grammar, verb))
    if passive:
        rest = objects[0] if objects else None
        return Arguments(agent, surface, rest, obliques, clauses)
    if surface is None and objects and _is_inverted_speech(grammar, verb, objects[0]):
        surface, objects = objects[0], objects[1:]
    first = objects[0] if objects else _relative_object(grammar, verb)
    second = objects[1] if len(objects) > 1 else None
    return Arguments(surface, first, second, obliques, clauses)


def _is_inverted_speech(grammar: Grammar, verb: int, following: int) -> bool:
    """Say whether a French noun after a verb of saying is its subject (`affirme l'état-major`), which parsers take for its object."""
    return grammar.language == "fr" and following > verb and not SPEAKING.isdisjoint(grammar.words[verb]) and grammar.tokens[following].pos != "PRON"


def _bare_objects(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield a noun or figure after the verb without preposition, which French parses often make an adjunct."""
    for child in grammar.children(verb, "obl", "nmod"):
        token = grammar.tokens[child]
        bare = child > verb and not grammar.children(child, "case") and token.pos in ("NOUN", "PROPN", "NUM")
        if bare and not _is_calendar(grammar, child):
            yield child


def _is_calendar(grammar: Grammar, index: int) -> bool:
    words = {word for child in (index, *grammar.children(index, "nmod", "nummod", "compound")) for word in grammar.words[child]}
    return not words.isdisjoint(_CALENDAR)


def _is_reflexive(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    return token.text.lower() in ("se", "s'", "s’") or "Reflex=Yes" in token.morph or token.dep.startswith("expl")


def _complement_adjuncts(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield `from deterring …`, `de se rendre …` where the parser makes them adjuncts."""
    for child in grammar.children(verb, "advcl", "obl", "acl"):
        token = grammar.tokens[child]
        if token.pos == "VERB" and ("VerbForm=Ger" in token.morph or "VerbForm=Inf" in token.morph or token.text.endswith("ing")):
            yield child


def _surface_subject(grammar: Grammar, verb: int) -> int | None:
    """Return the subject of a verb: its own, or the one that it shares with the clause above."""
    own = next((child for child in grammar.children(verb, *_ACTOR_LABELS) if not _after_preposition(grammar, child)), None)
    if own is not None:
        return _antecedent(grammar, own)
    inverted = _inverted(grammar, verb)
    if inverted is not None:
        return inverted
    at = verb
    for _ in range(_STEPS_UP):
        head = grammar.head(at)
        if head is None:
            return _of_conjunct(grammar, at)
        label = grammar.tokens[at].dep
        if label in ("acl", "amod") and grammar.tokens[head].pos in NOMINAL:
            return head
        if label == "acl:relcl":
            return None if grammar.child(at, "obj") is None and not grammar.is_passive(verb) else head
        if label not in ("conj", "xcomp", "advcl", "ccomp", "acl", "aux", "cop", "parataxis", "obl"):
            return None
        shared = _shared_subject(grammar, head, at)
        if shared is not None:
            return shared
        at = head
    return None


def _after_preposition(grammar: Grammar, index: int) -> bool:
    """Say whether a parser's subject follows `à`, `dans`, …, and so is none (`À Markoye a été enlevé …`)."""
    cases = {grammar.tokens[child].text.lower() for child in grammar.children(index, "case")}
    return bool(cases & {"à", "dans", "en", "sur", "vers", "in", "at", "on"})


def _inverted(grammar: Grammar, verb: int) -> int | None:
    """Return the subject that follows a French passive (`a été enlevé jeudi … le chef`): the first noun without a preposition."""
    if grammar.language != "fr" or not grammar.children(verb, "aux:pass"):
        return None
    for index in range(verb + 1, grammar.sentence_of(verb).last):
        token = grammar.tokens[index]
        if token.pos == "VERB" or token.text in (";", ":", "»"):
            return None
        if token.pos in ("NOUN", "PROPN") and not grammar.children(index, "case") and grammar.children(index, "det", "nummod"):
            return index
    return None


def _of_conjunct(grammar: Grammar, verb: int) -> int | None:
    """Return the subject of the clause that a participle at the head of the sentence is joined to."""
    for other in grammar.children(verb, "conj", "ccomp", "parataxis"):
        if grammar.is_past_participle(verb) and grammar.is_passive(verb) and not grammar.children(verb, "aux", "aux:pass"):
            subject = next(iter(grammar.children(other, *_ACTOR_LABELS)), None)
            if subject is not None:
                return subject
    return None


def _shared_subject(grammar: Grammar, head: int, below: int) -> int | None:
    """Return the subject that the clause `below` shares with the clause of `head`."""
    label = grammar.tokens[below].dep
    if label in ("xcomp", "obl", "advcl") and below > head and not OBJECT_CONTROL.isdisjoint(grammar.words[head]):
        controller = next(iter(grammar.children(head, "obj", "iobj")), None)
        if controller is None and grammar.is_passive(head):
            controller = next(iter(grammar.children(head, "nsubj")), None)
        if controller is not None:
            return _antecedent(grammar, controller)
    if label == "ccomp" and any(grammar.tokens[child].dep == "mark" for child in grammar.children(below)):
        return None
    subject = next(iter(grammar.children(head, *_ACTOR_LABELS)), None)
    return _antecedent(grammar, subject) if subject is not None else None


def _antecedent(grammar: Grammar, index: int) -> int:
    """Return what a relative pronoun stands for, else the token itself."""
    token = grammar.tokens[index]
    if token.text.lower() not in _RELATIVES:
        return index
    for above in grammar.ancestors(index):
        if grammar.tokens[above].dep == "acl:relcl":
            head = grammar.head(above)
            return head if head is not None else index
    return index


def _relative_object(grammar: Grammar, verb: int) -> int | None:
    """Return the noun of `the men whom they shot`, where the verb of a relative clause lacks its object."""
    token = grammar.tokens[verb]
    if token.dep != "acl:relcl" or grammar.child(verb, "nsubj") is None:
        return None
    subject = grammar.child(verb, "nsubj")
    own_subject = subject is not None and grammar.tokens[subject].text.lower() not in ("who", "which", "that", "qui")
    return grammar.head(verb) if own_subject else None


def _agent(grammar: Grammar, verb: int) -> int | None:
    named = grammar.child(verb, "obl:agent")
    if named is not None:
        return named
    own = next((head for function, head in prepositional(grammar, verb) if function == "by" and not _is_time(grammar, head)), None)
    if own is not None:
        return own
    joined = (child for child in grammar.children(verb, "conj") if grammar.is_past_participle(child))
    return next((agent for child in joined if (agent := _agent(grammar, child)) is not None), None)


def _obliques(grammar: Grammar, verb: int, *, passive: bool) -> Iterator[tuple[str, int]]:
    for function, head in prepositional(grammar, verb):
        if not (passive and function == "by"):
            yield function, _antecedent(grammar, head)


def prepositional(grammar: Grammar, head: int) -> Iterator[tuple[str, int]]:
    """Yield the prepositional dependents of a token with their canonical function."""
    for child in grammar.children(head, *_OBLIQUES):
        if grammar.tokens[child].dep == "nmod:poss":
            yield "possessor", child
            continue
        case = grammar.child(child, "case")
        word = grammar.tokens[case].lemma if case is not None else ""
        surface = grammar.tokens[case].text.lower() if case is not None else ""
        if function := FUNCTION_OF.get(surface) or FUNCTION_OF.get(word):
            yield function, child
        elif grammar.tokens[child].dep == "iobj":
            yield "to", child


def _is_time(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    return token.pos == "NUM" or token.lemma in ("day", "week", "month", "year", "noon", "end", "jour", "mois", "an", "fin")


def _of_noun(grammar: Grammar, noun: int) -> Arguments:
    obliques = dict.fromkeys(prepositional(grammar, noun))
    obliques |= dict.fromkeys(_through_participles(grammar, noun))
    verb = _light_verb(grammar, noun)
    subject = None
    if verb is not None:
        subject = _doer_through(grammar, verb, noun)
        obliques |= dict.fromkeys(pair for pair in prepositional(grammar, verb) if pair[0] in ("on", "against", "to", "by", "with", "before"))
    head = grammar.head(noun)
    if head is not None and grammar.tokens[noun].dep == "nmod" and grammar.tokens[head].pos in ("NOUN", "PROPN"):
        obliques[("head", head)] = None
    thing = _opposed(grammar, noun)
    harmed = _struck(grammar, noun)
    if thing:
        subject, thing_head = thing
        obliques |= dict.fromkeys([("with", thing_head)] if thing_head is not None else [])
    return Arguments(subject, harmed, None, tuple(obliques), tuple(grammar.children(noun, "acl")), _clause(grammar, noun))


def _through_participles(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield the agent of `an attack carried out by …`, `une attaque attribuée à …`."""
    for verb in grammar.children(noun, "acl", "amod"):
        if (grammar.tokens[verb].pos not in VERBAL and not grammar.is_past_participle(verb)) or not _CITING.isdisjoint(grammar.words[verb]):
            continue
        for function, head in prepositional(grammar, verb):
            blamed = function == "to" and grammar.tokens[verb].lemma in ("attribute", "attribuer", "imputer", "blame")
            yield ("by" if blamed else function), head
        if (agent := grammar.child(verb, "obl:agent")) is not None:
            yield "by", agent


def _light_verb(grammar: Grammar, noun: int) -> int | None:
    head = grammar.head(noun)
    if head is None or grammar.tokens[noun].dep not in ("obj", "nsubj:pass", "nsubj"):
        return None
    return head if not LIGHT_VERBS.isdisjoint(grammar.words[head]) else None


def _doer_through(grammar: Grammar, verb: int, noun: int) -> int | None:
    found = _of_verb(grammar, verb)
    return found.subject if found.subject != noun else None


def _struck(grammar: Grammar, noun: int) -> int | None:
    """Return what an event noun as subject strikes (`a drone strike hit a tent`, `l'attaque a visé un village`)."""
    head = grammar.head(noun)
    if head is None or grammar.tokens[noun].dep != "nsubj" or _STRIKING.isdisjoint(grammar.words[head]):
        return None
    return next(iter(grammar.children(head, "obj")), None)


def _opposed(grammar: Grammar, noun: int) -> tuple[int | None, int | None] | None:
    """Return both sides of `un accrochage a opposé A à B`, `a battle that pitted A against B`."""
    head = grammar.head(noun)
    if head is None or grammar.words[head].isdisjoint(("opposer", "pit")) or not grammar.tokens[noun].dep.startswith("nsubj"):
        return None
    found = _of_verb(grammar, head)
    other = next(iter(found.oblique("to", "against")), None)
    return found.object, other


def _clause(grammar: Grammar, index: int) -> int | None:
    return next((above for above in grammar.ancestors(index) if grammar.tokens[above].pos in VERBAL), None)
