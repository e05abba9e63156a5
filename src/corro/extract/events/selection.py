"""Leaves out triggers that name no event of their own: killings inside an attack, general plurals, fiction, timeless rules."""

from corro.extract.events.grammar import VERBAL, Grammar
from corro.extract.events.signs import Signs
from corro.extract.events.surroundings import Surroundings
from corro.extract.events.triggers import Found
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
    kept = [found for found in triggers if not _is_general(grammar, found, around) and not _in_work(grammar, found)]
    kept = _without_parts(kept)
    reprisals = {grammar.sentence_numbers[found.index] for found in kept if found.code == "V9"}
    kept = [
        found for found in kept if found.code not in ("V4", "V5", "V8") or grammar.sentence_numbers[found.index] not in reprisals
    ]
    kept = [found for found in kept if not _is_lifted(grammar, found, kept)]
    freed = {found.arguments.object for found in kept if found.code == "H5" and found.arguments.object is not None}
    kept = [found for found in kept if not (_only_describes(grammar, found) and found.arguments.object in freed)]
    attacked = {grammar.sentence_numbers[found.index] for found in kept if found.code in _ATTACKS and not found.trigger.yields}
    return tuple(found for found in kept if not (found.trigger.yields and _is_count_of(grammar, found, attacked)))


def _is_lifted(grammar: Grammar, found: Found, others: list[Found]) -> bool:
    """Say whether a ban is only named as what is lifted (`lifted the ban on drones`)."""
    named = found.code == "O3" and found.trigger.part == "noun" and grammar.child(found.index, "acl:relcl") is None
    return named and any(other.code == "O8" and other.arguments.object in found.words for other in others)


def _only_describes(grammar: Grammar, found: Found) -> bool:
    """Say whether an arrest only tells which persons are meant (`pardoned the soldiers held since July`)."""
    return found.code == "V5" and grammar.tokens[found.index].dep.startswith("acl")


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
    determined = grammar.children(found.index, "det", "nummod", "nmod:poss", "amod")
    head = grammar.head(found.index)
    if not determined and head is not None and not _PREVENTING.isdisjoint(grammar.words[head]):
        return True
    number = grammar.sentence_numbers[found.index]
    near = [*around.times.get(number, ()), *(around.places.get(number, ()) if found.code[0] in "VA" else ())]
    placed = any(grammar.head(head) == found.index for head, _ in near)
    return not determined and not placed and token.dep not in ("nsubj", "nsubj:pass", "root", "obj")


def _of_anybody(grammar: Grammar, found: Found) -> bool:
    """Say whether it is done by or to nobody in particular (`would kill anyone who attacked`), and is not said not to have been."""
    heads = [found.index, found.arguments.subject, found.arguments.object]
    general = any(
        head is not None and any(not _GENERAL.isdisjoint(grammar.words[child]) for child in grammar.children(head, "det"))
        for head in heads
    )
    pronouns = [*heads, *grammar.children(found.index, "advmod", "obj", "obl"), _relative_head(grammar, found.index)]
    anybody = any(head is not None and not ANYBODY.isdisjoint(grammar.words[head]) for head in pronouns)
    return (general or anybody) and not Signs(grammar, found).negated()


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
