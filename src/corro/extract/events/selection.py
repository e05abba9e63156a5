"""Leaves out triggers that name no event of their own: killings inside an attack, general plurals, fiction, timeless rules."""

from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.generality import states_rule
from corro.extract.events.grammar import Grammar
from corro.extract.events.senses import in_another_sense
from corro.extract.events.signs import Signs
from corro.extract.events.surroundings import Surroundings
from corro.extract.events.words import ANYBODY, word_set
from corro.vocab.event_types import word_class

_WORKS = word_set(
    "film movie novel documentary book play character opera exercise game glossary scenario drill simulation article clause rule "
    "procedure roman documentaire livre pièce personnage opéra exercice jeu glossaire scénario simulation règle procédure"
)
"""Works and rules whose content is no event. Source: rules of marking of the development passages; own list, 2026-11."""

_SETTING = word_set("in during within dans lors pendant durant au à")
_ATTACKS = frozenset(["V1", "V2", "A1", "A2", "A3"])
"""Types of which a killing in the same sentence is a count. Source: rules of marking of the development passages."""

_UTTERED = frozenset(["V8", "H1", "H6", "C4"])
"""Types that have happened once they are uttered, be it to everybody (`threatened any trader with death`)."""

_PREVENTING = word_set(
    "deter prevent respond counter avoid stop repel face dissuader prévenir répondre riposter empêcher éviter contrer affronter"
)
"""Verbs of tasks: attacks that one is there to deter are none that took place. Source: own list, 2026-11."""

_GENERAL = word_set("any every each tout toute chaque")


def select(grammar: Grammar, triggers: tuple[Found, ...], around: Surroundings) -> tuple[Found, ...]:
    """Return the triggers that name events.

    Args:
        grammar: The text's tree.
        triggers: All triggers, in order.
        around: Times and places of the text.
    """
    kept = [
        found
        for found in triggers
        if not in_another_sense(grammar, found)
        and not _is_general(grammar, found, around)
        and not _in_work(grammar, found)
        and not (found.code not in _UTTERED and states_rule(grammar, found, around))
    ]
    kept = _without_wide(grammar, _without_parts(kept))
    reprisals = {grammar.sentence_numbers[found.index] for found in kept if found.code == "V9"}
    kept = [
        found for found in kept if found.code not in ("V4", "V5", "V8") or grammar.sentence_numbers[found.index] not in reprisals
    ]
    kept = [found for found in kept if not _is_lifted(grammar, found, kept)]
    freed = {found.arguments.object for found in kept if found.code == "H5" and found.arguments.object is not None}
    kept = [found for found in kept if not (_only_describes(grammar, found) and found.arguments.object in freed)]
    attacked = {grammar.sentence_numbers[found.index] for found in kept if found.code in _ATTACKS and not found.trigger.yields}
    kept = _without_topics(grammar, _without_repeats(grammar, _without_effects(kept)))
    return tuple(found for found in kept if not (found.trigger.yields and _is_count_of(grammar, found, attacked)))


def _without_repeats(grammar: Grammar, triggers: list[Found]) -> list[Found]:
    """Leave out further parts of one verdict, and the term set to a mission told to go (`asked it to leave within a month`)."""
    kept: list[Found] = []
    told = {(found.code, grammar.sentence_numbers[found.index]) for found in triggers if found.code == "H6"}
    for found in triggers:
        number = grammar.sentence_numbers[found.index]
        if ((found.code, number) in told and found.code == "H4") or (found.code == "H1" and ("H6", number) in told):
            continue
        told.add((found.code, number))
        kept.append(found)
    return kept


_NEAR_STEPS = 2
"""Words between two triggers of one clause. Source: chosen on the development passages, 2026-11."""


def _without_wide(grammar: Grammar, triggers: list[Found]) -> list[Found]:
    """Leave out wide triggers in the clause of a closer one, and all but the first wide one of a type in a sentence."""
    close = {word for found in triggers if not found.trigger.wide for word in found.words}
    kept: list[Found] = []
    told: set[tuple[str, int]] = {
        (found.code, grammar.sentence_numbers[found.index]) for found in triggers if not found.trigger.wide
    }
    for found in triggers:
        key = (found.code, grammar.sentence_numbers[found.index])
        if found.trigger.wide and (key in told or _beside(grammar, found, close)):
            continue
        kept.append(found)
        if found.trigger.wide:
            told.add(key)
    return kept


def _beside(grammar: Grammar, found: Found, close: set[int]) -> bool:
    """Say whether a closer trigger stands a step or two above or below in the tree, in the same clause."""
    own = set(found.words)
    if own & close or any(
        child in close for word in own for child in grammar.children(word, "obj", "obl", "nmod", "nsubj", "xcomp")
    ):
        return True
    below = found.index
    for step, above in enumerate(grammar.ancestors(found.index)):
        if step >= _NEAR_STEPS or grammar.tokens[below].dep in ("conj", "parataxis", "advcl", "ccomp", "acl:relcl"):
            return False
        if above in close:
            return True
        below = above
    return False


_ABOUT = frozenset(["C3", "C4", "C5", "H3", "H4", "O5"])
"""Types whose acts are about deeds that are told of elsewhere (`an inquiry into the killings`). Source: rules of marking of the
development passages; of 202 such targets in the own sets one names a deed that is marked by itself, 2026-11."""

_TOPIC_STEPS = 4
"""Words between a deed and the act that is about it. Source: chosen on the development passages, 2026-11."""


def _without_topics(grammar: Grammar, triggers: list[Found]) -> list[Found]:
    """Leave out violence that a noun only names as the topic of an inquiry, a call, a paper or a verdict."""
    acts = {word for found in triggers if found.code in _ABOUT for word in found.words}
    return [found for found in triggers if not _is_topic(grammar, found, acts)]


def _is_topic(grammar: Grammar, found: Found, acts: set[int]) -> bool:
    if found.code[0] not in "VA" or found.code == "V9" or found.trigger.part != "noun":
        return False
    if found.code != "V5" and Signs(grammar, found).demanded():
        return True
    below = found.index
    for step, above in enumerate(grammar.ancestors(found.index)):
        joined = grammar.tokens[below].dep in ("conj", "parataxis", "advcl", "acl:relcl", "ccomp", "nsubj", "nsubj:pass")
        if above in acts:
            return grammar.tokens[below].dep not in ("advcl", "parataxis", "ccomp")
        if step >= _TOPIC_STEPS or (joined and grammar.tokens[above].pos in VERBAL) or grammar.tokens[below].dep == "ccomp":
            return False
        below = above
    return False


def _without_effects(triggers: list[Found]) -> list[Found]:
    """Leave out verbs that only tell what an attack named before them did (`the air strike hit a tent`)."""
    nouns = {word for found in triggers if found.code in _ATTACKS and found.trigger.part == "noun" for word in found.words}
    return [
        found
        for found in triggers
        if found.code not in _ATTACKS or found.trigger.part != "verb" or found.arguments.subject not in nouns
    ]


def _is_lifted(grammar: Grammar, found: Found, others: list[Found]) -> bool:
    """Say whether a ban is only named as what is lifted (`lifted the ban on drones`)."""
    named = found.code == "O3" and found.trigger.part == "noun" and grammar.child(found.index, "acl:relcl") is None
    liftings = [other for other in others if other.code == "O8"]
    if named and any(
        found.index in other.words or not {other.arguments.subject, other.arguments.object}.isdisjoint(found.words)
        for other in liftings
    ):
        return True
    return _is_to_be_undone(grammar, found, others)


_UNDOING = word_set("lift rescind revoke reverse annul cancel overturn undo lever annuler rapporter révoquer abroger")


def _is_to_be_undone(grammar: Grammar, found: Found, others: list[Found]) -> bool:
    """Say whether an expulsion is only named in a call to undo it (`urged the ministry to rescind the expulsion`)."""
    head = grammar.head(found.index)
    if found.code != "H1" or found.trigger.part != "noun" or head is None or _UNDOING.isdisjoint(grammar.words[head]):
        return False
    return any(other.code == "C4" and grammar.sentence_of(other.index) == grammar.sentence_of(head) for other in others)


def _only_describes(grammar: Grammar, found: Found) -> bool:
    """Say whether an arrest only tells which persons are meant (`pardoned the soldiers held since July`)."""
    return found.code in ("V5", "V6") and grammar.tokens[found.index].dep.startswith("acl")


def _is_count_of(grammar: Grammar, found: Found, attacked: set[int]) -> bool:
    """Say whether a killing is told of an attack in its sentence, or in the one before where it names no doer of its own."""
    number = grammar.sentence_numbers[found.index]
    return number in attacked or (number - 1 in attacked and found.arguments.subject is None)


def _without_parts(triggers: list[Found]) -> list[Found]:
    """Leave out triggers that are only a further word of a longer one (`leave` in `asked … to leave`)."""
    by_length = sorted(
        (found for found in triggers if len(found.words) > 1),
        key=lambda found: (len(found.words), found.words[-1] - found.words[0]),
    )
    inside = {word: found for found in by_length for word in found.words}
    return [found for found in triggers if not _is_part_of(found, inside.get(found.index, found))]


def _is_part_of(found: Found, longer: Found) -> bool:
    return longer is not found and (longer.code == found.code or longer.weight > found.weight)


def _is_general(grammar: Grammar, found: Found, around: Surroundings) -> bool:
    """Say whether a bare plural or a timeless rule names no single event."""
    token = grammar.tokens[found.index]
    if found.code not in _UTTERED and _of_anybody(grammar, found):
        return True
    if _is_defined(grammar, found):
        return True
    if found.code == "V9" or token.pos != "NOUN" or "Number=Plur" not in token.morph:
        return False
    determined = grammar.children(found.index, "det", "nummod", "nmod:poss", "amod", "acl")
    head = grammar.head(found.index)
    if not determined and head is not None and not _PREVENTING.isdisjoint(grammar.words[head]):
        return True
    number = grammar.sentence_numbers[found.index]
    near = [*around.times.get(number, ()), *(around.places.get(number, ()) if found.code[0] in "VA" else ())]
    placed = any(grammar.head(head) == found.index for head, _ in near)
    return not determined and not placed and token.dep not in ("nsubj", "nsubj:pass", "root", "obj")


def _of_anybody(grammar: Grammar, found: Found) -> bool:
    """Say whether it is done by or to nobody in particular (`would kill anyone who attacked`), and is not said not to have been."""
    heads = [*_with_nouns_above(grammar, found.index), found.arguments.subject, found.arguments.object]
    general = any(
        head is not None and any(not _GENERAL.isdisjoint(grammar.words[child]) for child in grammar.children(head, "det"))
        for head in heads
    )
    pronouns = [*heads, *grammar.children(found.index, "advmod", "obj", "obl"), _relative_head(grammar, found.index)]
    anybody = any(head is not None and not ANYBODY.isdisjoint(grammar.words[head]) for head in pronouns)
    return (general or anybody) and not Signs(grammar, found).negated()


def _with_nouns_above(grammar: Grammar, index: int) -> list[int]:
    """Return a token and the nouns that it is joined to or belongs to (`any act of intimidation or reprisal`)."""
    found = [index]
    while grammar.tokens[found[-1]].dep in ("nmod", "conj") and (above := grammar.head(found[-1])) is not None:
        if grammar.tokens[above].pos != "NOUN" or above in found:
            break
        found.append(above)
    return found


def _relative_head(grammar: Grammar, verb: int) -> int | None:
    return grammar.head(verb) if grammar.tokens[verb].dep == "acl:relcl" else None


def _is_defined(grammar: Grammar, found: Found) -> bool:
    """Say whether a noun opens its sentence before a colon and governs nothing: the entry of a glossary."""
    first = grammar.sentence_of(found.index).first
    last = max(found.words)
    follows = last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].text == ":"
    return found.trigger.part == "noun" and min(found.words) == first and follows


def _in_work(grammar: Grammar, found: Found) -> bool:
    """Say whether the trigger stands below a work, or its clause is set in one (`in the exercise, a convoy is ambushed`)."""
    below = found.index
    for above in grammar.ancestors(found.index):
        if any(grammar.tokens[at].text == ":" for at in range(min(below, above), max(below, above))):
            break
        below = above
        if grammar.tokens[above].pos == "NOUN" and not _WORKS.isdisjoint(grammar.words[above]):
            return True
        if grammar.tokens[above].pos in VERBAL and _set_in_work(grammar, above):
            return True
        if grammar.tokens[above].dep in ("advcl",):
            break
    return (
        _set_in_work(grammar, found.index)
        or _opens_in_work(grammar, found.index)
        or grammar.holds(grammar.phrase(found.index), word_class("play", grammar.language))
    )


def _opens_in_work(grammar: Grammar, index: int) -> bool:
    """Say whether the sentence opens with a work that it is set in (`Dans ce jeu, …`)."""
    first = grammar.sentence_of(index).first
    opening = range(first + 1, min(first + 4, index))
    return grammar.tokens[first].text.lower() in _SETTING and any(not _WORKS.isdisjoint(grammar.words[at]) for at in opening)


def _set_in_work(grammar: Grammar, verb: int) -> bool:
    """Say whether a clause is set in a work (`in the exercise, …`) or has one as its subject; `under a procedure` sets none."""
    for child in grammar.children(verb, "obl", "nsubj", "nsubj:pass"):
        cases = {grammar.tokens[case].text.lower() for case in grammar.children(child, "case")}
        if not _WORKS.isdisjoint(grammar.words[child]) and (not cases or cases & _SETTING):
            return True
    return False
