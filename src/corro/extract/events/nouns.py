"""What an event noun governs: what hangs on it, and what a verb that carries it lends."""

from collections.abc import Iterator

from corro.extract.events.arguments import Arguments, is_time, prepositional, takes_part
from corro.extract.events.forms import VERBAL
from corro.extract.events.grammar import Grammar
from corro.extract.events.verbs import arguments_of_verb
from corro.extract.events.words import word_set

LIGHT_VERBS = word_set(
    "complete begin start achever terminer entamer "
    "hand transmit forward submit address transmettre soumettre communiquer "
    "launch conduct commit make stage mount carry perpetrate file lodge open hold issue send deliver publish read run order "
    "announce decide impose declare mener commettre perpétrer conduire effectuer lancer ouvrir publier adresser envoyer "
    "diffuser tenir signer lire remettre opérer ordonner annoncer décider imposer décréter déclarer"
)
"""Verbs that lend their subject to an event noun. Source: Vincze et al. (2013), light verb constructions; own list, 2026-11."""

_SUFFERING = word_set("receive suffer face get undergo recevoir subir essuyer affronter")
"""Verbs whose subject the event noun happens to. Source: own list, 2026-11."""

_CITING = word_set("cite quote see obtain consult seen citer consulter voir obtenir dénoncer condamner denounce condemn")
"""Participles whose agent only tells of an event. Source: own list, 2026-11."""

_AIMING = word_set("target concern affect aim direct viser concerner frapper cibler toucher")
_BLAMING = word_set("attribute ascribe impute blame attribuer imputer")
"""Verbs that tell whose deed something is said to be. Source: VerbNet 3.4, class judgment-33; French own list, 2026-11."""

_GIVING = word_set("give take adopt notify donner prendre notifier intimer")

_STRIKING = word_set(
    "hit strike target destroy kill injure wound devastate toucher frapper viser cibler détruire tuer blesser atteindre"
)
"""Verbs that tell what an attack does to its object. Source: own list, 2026-11."""


def arguments_of_noun(grammar: Grammar, noun: int) -> Arguments:
    """Return what an event noun governs, and what the verb that carries it lends.

    Args:
        grammar: The text's tree.
        noun: The noun.
    """
    obliques = dict.fromkeys(prepositional(grammar, noun))
    obliques |= dict.fromkeys(_through_participles(grammar, noun))
    obliques |= dict.fromkeys(_taking_part(grammar, noun))
    if not any(function == "by" for function, _ in obliques):
        obliques |= dict.fromkeys((*_by_below(grammar, noun), *_blamed(grammar, noun)))
    verb = _light_verb(grammar, noun)
    subject = None
    if (giving := _given_by(grammar, noun)) is not None:
        subject = _doer_through(grammar, giving, noun)
        obliques |= dict.fromkeys(pair for pair in prepositional(grammar, giving) if pair[0] in ("to", "against", "by"))
    if verb is not None:
        subject = _doer_through(grammar, verb, noun)
        obliques |= dict.fromkeys(
            pair for pair in prepositional(grammar, verb) if pair[0] in ("on", "against", "to", "by", "with", "before")
        )
    head = grammar.head(noun)
    if verb is None and head is not None and grammar.tokens[noun].dep == "nsubj" and grammar.tokens[head].pos in VERBAL:
        obliques |= dict.fromkeys(pair for pair in prepositional(grammar, head) if pair[0] in ("between", "against", "with"))
    if head is not None and grammar.tokens[noun].dep == "obj" and not _SUFFERING.isdisjoint(grammar.words[head]):
        obliques |= dict.fromkeys(pair for pair in prepositional(grammar, head) if pair[0] == "by")
    if head is not None and grammar.tokens[noun].dep == "nmod" and grammar.tokens[head].pos in ("NOUN", "PROPN"):
        obliques[("head", head)] = None
    thing = _opposed(grammar, noun)
    harmed = _struck(grammar, noun) or _receiver(grammar, noun)
    if thing:
        subject, thing_head = thing
        obliques |= dict.fromkeys([("with", thing_head)] if thing_head is not None else [])
    return Arguments(subject, harmed, None, tuple(obliques), tuple(grammar.children(noun, "acl")), _clause(grammar, noun))


def _through_participles(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield the agent of `an attack carried out by …`, `une attaque attribuée à …`."""
    clauses = grammar.children(noun, "acl", "amod")
    for verb in (*clauses, *(other for clause in clauses for other in grammar.children(clause, "conj"))):
        if (grammar.tokens[verb].pos not in VERBAL and not grammar.is_past_participle(verb)) or not _CITING.isdisjoint(
            grammar.words[verb]
        ):
            continue
        if not _AIMING.isdisjoint(grammar.words[verb]):
            yield from (("against", head) for head in grammar.children(verb, "obj"))
        for function, head in prepositional(grammar, verb):
            blamed = function == "to" and grammar.tokens[verb].lemma in ("attribute", "attribuer", "imputer", "blame")
            yield ("by" if blamed else function), head
        if (agent := grammar.child(verb, "obl:agent")) is not None:
            yield "by", agent


def _by_below(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield the doer that a parser hung on those it is done to (`the execution of five captives by soldiers`)."""
    for function, head in prepositional(grammar, noun):
        if function in ("of", "to", "on", "against"):
            inside = (pair for at in grammar.subtree(head, outside=("acl", "acl:relcl")) for pair in prepositional(grammar, at))
            yield from (("by", doer) for other, doer in inside if other == "by" and not is_time(grammar, doer))


def _blamed(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield as doer whoever it is blamed on (`attribue le pillage à …`, `attacks on hamlets blamed on …`)."""
    head = grammar.head(noun)
    verbs = [head] if head is not None and grammar.tokens[noun].dep in ("obj", "nsubj:pass") else []
    verbs += [clause for _, below in prepositional(grammar, noun) for clause in grammar.children(below, "acl")]
    for verb in verbs:
        if not _BLAMING.isdisjoint(grammar.words[verb]):
            yield from (("by", doer) for function, doer in prepositional(grammar, verb) if function in ("to", "on"))


def _taking_part(grammar: Grammar, noun: int) -> Iterator[tuple[str, int]]:
    """Yield as doer whoever is said to have taken part in it (`denied that instructors had taken part in the killing`)."""
    head = grammar.head(noun)
    if head is None or not grammar.tokens[noun].dep.startswith(("obl", "nmod")) or grammar.tokens[head].pos not in VERBAL:
        return
    if takes_part(grammar, head) and (doer := _doer_through(grammar, head, noun)) is not None:
        yield "by", doer


def _given_by(grammar: Grammar, noun: int) -> int | None:
    """Return the verb of `the order that the ministry gave to …`, or None."""
    clauses = grammar.children(noun, "acl:relcl")
    return next((verb for verb in clauses if not (LIGHT_VERBS | _GIVING).isdisjoint(grammar.words[verb])), None)


def _light_verb(grammar: Grammar, noun: int) -> int | None:
    head = grammar.head(noun)
    if head is None or grammar.tokens[noun].dep not in ("obj", "nsubj:pass", "nsubj"):
        return None
    return head if not LIGHT_VERBS.isdisjoint(grammar.words[head]) else None


def _doer_through(grammar: Grammar, verb: int, noun: int) -> int | None:
    found = arguments_of_verb(grammar, verb)
    return found.subject if found.subject != noun else None


def _struck(grammar: Grammar, noun: int) -> int | None:
    """Return what an event noun as subject strikes (`a drone strike hit a tent`, `l'attaque a visé un village`)."""
    head = grammar.head(noun)
    if head is None or grammar.tokens[noun].dep != "nsubj" or _STRIKING.isdisjoint(grammar.words[head]):
        return None
    return next(iter(grammar.children(head, "obj")), None)


def _receiver(grammar: Grammar, noun: int) -> int | None:
    """Return who receives or suffers what an event noun names (`after receiving death threats`)."""
    head = grammar.head(noun)
    if head is None or grammar.tokens[noun].dep != "obj" or _SUFFERING.isdisjoint(grammar.words[head]):
        return None
    return _doer_through(grammar, head, noun)


def _opposed(grammar: Grammar, noun: int) -> tuple[int | None, int | None] | None:
    """Return both sides of `un accrochage a opposé A à B`, `a battle that pitted A against B`."""
    head = grammar.head(noun)
    if head is None or grammar.words[head].isdisjoint(("opposer", "pit")) or not grammar.tokens[noun].dep.startswith("nsubj"):
        return None
    found = arguments_of_verb(grammar, head)
    below = grammar.subtree(found.object) if found.object is not None else ()
    inside = [pair[1] for at in below for pair in prepositional(grammar, at) if pair[0] in ("to", "against")]
    others = [other for other in (*found.oblique("to", "against"), *inside) if not _is_distance(grammar, other)]
    return found.object, next(iter(others), None)


def _is_distance(grammar: Grammar, index: int) -> bool:
    """Say whether a phrase tells how far off (`à une vingtaine de kilomètres de …`)."""
    return any(grammar.words[at] & {"kilomètre", "km", "kilometre", "mètre", "mile"} for at in grammar.subtree(index))


def _clause(grammar: Grammar, index: int) -> int | None:
    return next((above for above in grammar.ancestors(index) if grammar.tokens[above].pos in VERBAL), None)
