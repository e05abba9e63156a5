"""The one door to what a trigger governs, be it verb or noun."""

from dataclasses import replace
from functools import lru_cache

from corro.extract.events.arguments import Arguments, prepositional
from corro.extract.events.grammar import Grammar
from corro.extract.events.nouns import arguments_of_noun
from corro.extract.events.verbs import arguments_of_verb

_WORDS_KEPT = 2048
"""Words whose arguments are kept, since several triggers and rules ask for those of one. Source: own choice, a few documents."""


@lru_cache(maxsize=_WORDS_KEPT)
def arguments_of(grammar: Grammar, index: int, words: tuple[int, ...] = ()) -> Arguments:
    """Return what stands around a trigger.

    Args:
        grammar: The text's tree.
        index: The governing word of the trigger.
        words: All its words; none of them is taken for an argument.
    """
    own = set(words) | {index}
    found = arguments_of_verb(grammar, index) if grammar.is_verbal(index) else arguments_of_noun(grammar, index)
    if found.object in own:
        found = replace(found, object=_before_own(grammar, found.object, own))
    return _without(_with_words(grammar, found, words, index), own)


def _before_own(grammar: Grammar, word: int | None, own: set[int]) -> int | None:
    """Return the pronoun that a parser hung on a word of the trigger (`declared her persona non grata`), or None."""
    children = grammar.children(word, "nmod:poss", "nsubj") if word is not None else ()
    return next((child for child in children if child not in own and grammar.tokens[child].pos == "PRON"), None)


def _with_words(grammar: Grammar, found: Arguments, words: tuple[int, ...], index: int) -> Arguments:
    """Add what hangs on the further words of a trigger (`a suspension of the mission's rotations`, `set fire to the huts`)."""
    own = set(words)
    further = [pair for word in words if word != index for pair in prepositional(grammar, word)]
    inner = [pair for _, head in found.obliques if head in own for pair in prepositional(grammar, head)]
    thing = found.object
    if thing is None or thing in own:
        below = (child for word in words if word > index for child in grammar.children(word, "obj", "nsubj"))
        thing = next((child for child in below if child > index and child not in own and grammar.is_noun(child)), found.object)
    return replace(found, object=thing, obliques=tuple(dict.fromkeys((*found.obliques, *further, *inner))))


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
