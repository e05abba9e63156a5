"""What a verb governs: doer and thing done to, through passives, relatives, coordination, control and French inversion."""

from collections.abc import Iterator

from corro.extract.events.arguments import Arguments, is_time, prepositional
from corro.extract.events.grammar import NOMINAL, WEEKDAYS, Grammar
from corro.extract.events.words import SPEAKING, word_set

OBJECT_CONTROL = word_set(
    "choose pick select invite ask order tell urge authorise authorize allow permit forbid prevent block keep bar accuse blame "
    "suspect help force oblige let see want expect require enable "
    "choisir inviter demander ordonner prier autoriser empêcher interdire appeler accuser soupçonner "
    "contraindre obliger laisser sommer enjoindre permettre reprocher imputer"
)
"""Verbs whose completing clause is done by their object. Source: Levin (1993), English Verb Classes; French own list, 2026-11."""

_RELATIVES = word_set("who which that whom whose qui que qu' qu’ dont lequel laquelle lesquels lesquelles")

_ACTOR_LABELS = ("nsubj", "csubj")

_CALENDAR = word_set(
    "day week month year morning evening night afternoon monday tuesday wednesday thursday friday saturday sunday january "
    "february march april may june july august september october november december today yesterday tomorrow time hour minute "
    "jour semaine mois an année matin soir nuit lundi mardi mercredi jeudi vendredi samedi dimanche janvier février mars "
    "avril mai juin juillet août septembre octobre novembre décembre hier demain fois heure minute"
)
"""Nouns of time, which are no objects."""

_LENGTHS = word_set("day week month hour jour semaine mois heure")
"""Nouns of length, which are no objects either (`held the convoy three days`, `a bloqué deux heures le convoi`)."""

_STEPS_UP = 6
"""Clauses that are climbed in search of a subject. Source: chosen on the development passages, 2026-11."""


def arguments_of_verb(grammar: Grammar, verb: int) -> Arguments:
    """Return what a verb governs, deep subject and object whatever its voice.

    Args:
        grammar: The text's tree.
        verb: The verb.
    """
    if (seeing := _undergone(grammar, verb)) is not None:
        return _of_undergone(grammar, verb, seeing)
    passive = grammar.is_passive(verb) or _wanted_done(grammar, verb)
    following = _object_of_infinitive(grammar, verb)
    surface = _surface_subject(grammar, verb, not_this=following)
    objects = [_antecedent(grammar, child) for child in grammar.children(verb, "obj", "iobj") if _is_thing(grammar, child)]
    obliques = tuple(_obliques(grammar, verb, passive=passive))
    agent = _agent(grammar, verb) if passive else None
    agent = agent if agent is not None or not passive else _attacker(grammar, verb)
    clauses = tuple(grammar.children(verb, "xcomp", "ccomp")) + tuple(_complement_adjuncts(grammar, verb))
    if following is not None:
        objects = [following, *objects]
    objects += [child for clause in _small_clauses(grammar, verb) for child in grammar.children(clause, "nsubj")]
    if not objects and not passive:
        objects = list(_named_whom(grammar, verb))
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


_WANTING = word_set("want need get have see wish")
"""Verbs over a bare participle that has a subject of its own (`wants the president set free`).

Source: Quirk et al. (1985), section 16.54.
"""


def _wanted_done(grammar: Grammar, verb: int) -> bool:
    """Say whether a bare participle tells what somebody wants done to its subject (`wants the president set free`)."""
    head = grammar.head(verb)
    if grammar.language != "en" or head is None or grammar.tokens[verb].dep not in ("xcomp", "ccomp"):
        return False
    bare = not grammar.children(verb, "aux", "aux:pass", "mark", "cop") and bool(grammar.children(verb, "nsubj"))
    form = grammar.tokens[verb]
    participle = "VerbForm=Part" in form.morph and not form.text.endswith("ing")
    return (
        bare and head < verb and (participle or form.text in ("set", "put", "let")) and not _WANTING.isdisjoint(grammar.words[head])
    )


def _undergone(grammar: Grammar, verb: int) -> int | None:
    """Return `se voir` over a French infinitive, whose subject undergoes it (`elles se sont vu refuser l'entrée`), or None."""
    head = grammar.head(verb)
    if grammar.language != "fr" or head is None or "VerbForm=Inf" not in grammar.tokens[verb].morph:
        return None
    helpers = {grammar.tokens[child].text.lower() for child in (*grammar.children(head), *grammar.children(verb))}
    sees = grammar.words[head] & {"voir", "vu", "vus", "vue", "vues"}
    return head if sees and helpers & {"se", "s'", "s’"} else None


def _of_undergone(grammar: Grammar, verb: int, seeing: int) -> Arguments:
    things = [child for child in grammar.children(verb, "obj") if _is_thing(grammar, child)]
    subject = next(iter(grammar.children(seeing, "nsubj", "nsubj:pass")), None)
    pairs = tuple(dict.fromkeys((*prepositional(grammar, verb), *prepositional(grammar, seeing))))
    agent = next((head for function, head in pairs if function == "by"), None)
    rest = tuple(pair for pair in pairs if pair[0] != "by")
    return Arguments(agent, subject, next(iter(things), None), rest)


def _object_of_infinitive(grammar: Grammar, verb: int) -> int | None:
    """Return the noun after a French infinitive or participle (`avoir arrêté le maire`), which parsers take for its subject."""
    auxiliaries = [grammar.tokens[child] for child in grammar.children(verb, "aux")]
    infinite = any("VerbForm=Inf" in token.morph for token in (grammar.tokens[verb], *auxiliaries))
    infinite = infinite or grammar.is_present_participle(verb)
    if grammar.language != "fr" or not infinite or grammar.is_passive(verb):
        return None
    return next((child for child in grammar.children(verb, "nsubj") if child > verb), None)


def _small_clauses(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield complements without mark, auxiliary or finite verb, whose subject is the verb's object (`declared him unwelcome`)."""
    for clause in grammar.children(verb, "xcomp", "ccomp"):
        bare = not grammar.children(clause, "mark", "aux", "cop") and "VerbForm=Fin" not in grammar.tokens[clause].morph
        if bare and clause > verb and all(verb < child < clause for child in grammar.children(clause, "nsubj")):
            yield clause


def _is_inverted_speech(grammar: Grammar, verb: int, following: int) -> bool:
    """Say whether a French noun after a verb of saying is its subject (`affirme l'état-major`), which parsers call its object."""
    return (
        grammar.language == "fr"
        and following > verb
        and not SPEAKING.isdisjoint(grammar.words[verb])
        and grammar.tokens[following].pos != "PRON"
    )


def _bare_objects(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield a noun or figure after the verb without preposition, which French parses often make an adjunct."""
    for child in grammar.children(verb, "obl", "nmod"):
        token = grammar.tokens[child]
        bare = child > verb and not grammar.children(child, "case") and token.pos in ("NOUN", "PROPN", "NUM")
        if bare and not _is_calendar(grammar, child):
            yield child


def _named_whom(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield a name right after a French verb that the parser took for a clause (`exhorte Bamako à revenir`)."""
    for child in grammar.children(verb, "xcomp") if grammar.language == "fr" else ():
        if child == verb + 1 and grammar.tokens[child].pos == "PROPN":
            yield child


def _is_thing(grammar: Grammar, index: int) -> bool:
    """Say whether an object is more than `se` or a day without an article (`a opposé lundi …`)."""
    day = grammar.tokens[index].lemma in WEEKDAYS and not grammar.children(index, "det")
    day = day or (grammar.tokens[index].pos == "NOUN" and not _LENGTHS.isdisjoint(grammar.words[index]))
    return not day and not _is_reflexive(grammar, index)


def _is_calendar(grammar: Grammar, index: int) -> bool:
    parts = (child for child in grammar.children(index, "nmod", "nummod", "compound") if child > index or grammar.language == "en")
    words = {word for child in (index, *parts) for word in grammar.words[child]}
    return not words.isdisjoint(_CALENDAR)


def _is_reflexive(grammar: Grammar, index: int) -> bool:
    token = grammar.tokens[index]
    return token.text.lower() in ("se", "s'", "s’") or "Reflex=Yes" in token.morph or token.dep.startswith("expl")


def _complement_adjuncts(grammar: Grammar, verb: int) -> Iterator[int]:
    """Yield `from deterring …`, `de se rendre …` where the parser makes them adjuncts."""
    of_objects = [child for thing in grammar.children(verb, "obj", "nsubj:pass") for child in grammar.children(thing, "acl")]
    for child in (*grammar.children(verb, "advcl", "obl", "acl"), *of_objects):
        token = grammar.tokens[child]
        if token.pos == "VERB" and ("VerbForm=Ger" in token.morph or "VerbForm=Inf" in token.morph or token.text.endswith("ing")):
            yield child


def _surface_subject(grammar: Grammar, verb: int, not_this: int | None) -> int | None:
    """Return the subject of a verb: its own, or the one that it shares with the clause above."""
    own = _own_subject(grammar, verb, not_this)
    if own is not None:
        return _antecedent(grammar, own)
    inverted = _inverted(grammar, verb)
    if inverted is not None:
        return inverted
    if (beside := _reduced_relative(grammar, verb)) is not None:
        return beside
    at = verb
    for _ in range(_STEPS_UP):
        head = grammar.head(at)
        if head is None:
            return _of_conjunct(grammar, at)
        label = grammar.tokens[at].dep
        if label in ("acl", "amod") and grammar.tokens[head].pos in NOMINAL:
            return head if _INTENTS.isdisjoint(grammar.words[head]) else _who_intends(grammar, head)
        if label == "acl:relcl":
            return None if grammar.child(at, "obj") is None and not grammar.is_passive(verb) else head
        if label not in ("conj", "xcomp", "advcl", "ccomp", "acl", "aux", "cop", "parataxis", "obl"):
            return None
        if label == "advcl" and (stranded := _stranded(grammar, head, at)) is not None:
            return stranded
        shared = _shared_subject(grammar, head, at)
        if shared is not None:
            return shared
        at = head
    return None


_INTENTS = word_set(
    "intention intent plan decision attempt refusal right order threat wish readiness willingness bid "
    "intention projet décision tentative refus droit ordre menace volonté souhait choix"
)
"""Nouns of what somebody means to do, who is then the doer (`l'état-major n'a pas l'intention de …`).

Source: Levin (1993) on control by nouns; own list, 2026-11.
"""


def _who_intends(grammar: Grammar, noun: int) -> int | None:
    """Return who has the intent that a noun names: its possessor, else the subject of the verb that carries it."""
    owners = (head for function, head in prepositional(grammar, noun) if function in ("of", "possessor", "by"))
    owner = next(owners, None)
    above = grammar.head(noun)
    if owner is not None or above is None or grammar.tokens[noun].dep not in ("obj", "obl", "nsubj:pass"):
        return owner
    if grammar.is_passive(above):
        return _agent(grammar, above)
    subject = next(iter(grammar.children(above, *_ACTOR_LABELS)), None)
    return _antecedent(grammar, subject) if subject is not None else None


def _own_subject(grammar: Grammar, verb: int, not_this: int | None) -> int | None:
    """Return the verb's own subject; of two before it the nearer: parsers leave that of a relative clause with the verb above."""
    subjects = [
        child for child in grammar.children(verb, *_ACTOR_LABELS) if child != not_this and not _after_preposition(grammar, child)
    ]
    before = [child for child in subjects if child < verb and grammar.is_noun(child)]
    return before[-1] if len(before) > 1 else next(iter(subjects), None)


def _reduced_relative(grammar: Grammar, verb: int) -> int | None:
    """Return the noun right before a bare past participle (`turned to the speaker heard on Monday`)."""
    if verb == 0 or grammar.tokens[verb].dep not in ("advcl", "acl") or not grammar.is_past_participle(verb):
        return None
    before = grammar.tokens[verb - 1]
    bare = not grammar.children(verb, "aux", "aux:pass", "mark", "obj")
    fits = before.pos == "NOUN" and before.dep in ("obj", "obl", "nmod", "obl:arg")
    return verb - 1 if bare and fits else None


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
    bound = label != "advcl" or bool(grammar.children(below, "mark", "case"))
    if label in ("xcomp", "obl", "advcl") and bound and below > head and not OBJECT_CONTROL.isdisjoint(grammar.words[head]):
        controller = next(iter(grammar.children(head, "obj", "iobj")), None)
        controller = controller if controller is not None else _reproached(grammar, head)
        if controller is None and grammar.is_passive(head):
            controller = next(iter(grammar.children(head, "nsubj")), None)
        if controller is not None:
            return _antecedent(grammar, controller)
    if label == "ccomp" and any(grammar.tokens[child].dep == "mark" for child in grammar.children(below)):
        return None
    subject = next(iter(grammar.children(head, *_ACTOR_LABELS)), None)
    return _antecedent(grammar, subject) if subject is not None else None


_REPROACHING = word_set("reprocher imputer ordonner demander interdire permettre")
"""French verbs that name with `à` who does what follows (`reprochent au directeur d'avoir choisi`)."""


def _reproached(grammar: Grammar, verb: int) -> int | None:
    if _REPROACHING.isdisjoint(grammar.words[verb]):
        return None
    return next((head for function, head in prepositional(grammar, verb) if function == "to"), None)


_AFTER = word_set("after before since when once")


def _stranded(grammar: Grammar, head: int, verb: int) -> int | None:
    """Return the subject that a parser left with the verb above (`comes days after experts, on Monday, called for …`)."""
    for child in grammar.children(head, "obl"):
        cases = {grammar.tokens[case].text.lower() for case in grammar.children(child, "case")}
        finite = "VerbForm=Fin" in grammar.tokens[verb].morph or "Tense=Past" in grammar.tokens[verb].morph
        if head < child < verb and cases & _AFTER and finite and not grammar.is_passive(verb):
            return child
    return None


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


_WHEN = word_set("when after as quand lorsque lorsqu' lorsqu’ après alors")
_ATTACKING = word_set(
    "open attack raid storm shoot bomb shell strike ambush assault rampage ouvrir attaquer tirer bombarder assaillir pilonner "
    "irruption mitrailler"
)
"""Verbs of a clause that tells how people came to be harmed. Source: own list, 2026-11."""

_HARMED = word_set("kill wound injure shoot hurt slaughter massacre tuer blesser abattre massacrer")


def _attacker(grammar: Grammar, verb: int) -> int | None:
    """Return who attacks in the clause that tells how people were harmed (`were killed when soldiers opened fire`), or None."""
    if _HARMED.isdisjoint(grammar.words[verb]):
        return None
    above = grammar.head(verb) if grammar.tokens[verb].dep in ("ccomp", "parataxis") else None
    clauses = [*grammar.children(verb, "advcl"), *(grammar.children(above, "advcl") if above is not None else ())]
    for clause in clauses:
        marks = {grammar.tokens[child].text.lower() for child in grammar.children(clause, "mark", "advmod")}
        forms = grammar.words[clause].union(*(grammar.words[child] for child in grammar.children(clause, "obj", "obl")))
        if clause > verb and marks & _WHEN and not _ATTACKING.isdisjoint(forms) and not grammar.is_passive(clause):
            return next(iter(grammar.children(clause, "nsubj")), None)
    return None


def _agent(grammar: Grammar, verb: int) -> int | None:
    named = grammar.child(verb, "obl:agent")
    if named is not None:
        return named
    own = next((head for function, head in prepositional(grammar, verb) if function == "by" and not is_time(grammar, head)), None)
    if own is not None:
        return own
    names = [at for at in grammar.children(verb, "obl", "nmod") if grammar.tokens[at].text[0].isupper()]
    hung = next((agent for at in names for agent in grammar.children(at, "obl:agent")), None)
    if hung is not None:
        return hung
    joined = (child for child in grammar.children(verb, "conj") if grammar.is_past_participle(child))
    return next((agent for child in joined if (agent := _agent(grammar, child)) is not None), None)


def _obliques(grammar: Grammar, verb: int, *, passive: bool) -> Iterator[tuple[str, int]]:
    for function, head in prepositional(grammar, verb):
        if not (passive and function == "by"):
            yield function, _antecedent(grammar, head)
