"""Tells rules and manuals from reports: text that names nobody, no place and no day, and tells nothing as past."""

from corro.extract.events.forms import VERBAL
from corro.extract.events.found import Found
from corro.extract.events.grammar import Grammar
from corro.extract.events.surroundings import Surroundings
from corro.extract.events.words import word_set
from corro.model import MentionKind

_MARGIN = 2
"""Sentences on either side that must name nobody either. Source: chosen on the development passages, 2026-11."""

_RULING = word_set("may should must can shall deem pouvoir devoir falloir réputer")
"""Verbs of rules. Source: own list, 2026-11."""

_ANY_OF_ITS_KIND = word_set("a an any every each no un une tout toute tous toutes chaque aucun aucune")
_CERTAIN = word_set("the this these that those their its his her our le la les l' l’ ce cet cette ces son sa ses leur leurs")
_HAD = word_set("have had avoir")
_NAMING = frozenset(
    [MentionKind.TIME, MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP, MentionKind.PLACE, MentionKind.DEMONYM]
)


def states_rule(grammar: Grammar, found: Found, around: Surroundings) -> bool:
    """Say whether a trigger stands in a general rule (`a visa may be refused without reasons`).

    Args:
        grammar: The text's tree.
        found: The trigger.
        around: Times and places of the text.
    """
    if _names_anything(grammar, found.index, around):
        return False
    sentence = grammar.sentence_of(found.index)
    inside = range(sentence.first, sentence.last)
    if any(_is_past(grammar, at) for at in inside if grammar.tokens[at].dep == "root") or any(
        _is_future(grammar, at) for at in inside
    ):
        return False
    if found.trigger.part == "verb" and _has_doer(grammar, found):
        return False
    if any(not _RULING.isdisjoint(grammar.words[at]) for at in inside if grammar.tokens[at].pos in VERBAL):
        return True
    return _in_timeless_paragraph(grammar, found.index) or _of_a_kind(grammar, found)


def _has_doer(grammar: Grammar, found: Found) -> bool:
    """Say whether a certain somebody does it (`the army may arrest him`)."""
    doer = found.arguments.subject
    if doer is None:
        return False
    return any(not _CERTAIN.isdisjoint(grammar.words[child]) for child in grammar.children(doer, "det", "nmod:poss"))


def _names_anything(grammar: Grammar, index: int, around: Surroundings) -> bool:
    number = grammar.sentence_numbers[index]
    near = range(max(0, number - _MARGIN), number + _MARGIN + 1)
    if any(around.times.get(at) or around.places.get(at) for at in near):
        return True
    return any(_is_name(grammar, at) for at in grammar.sentence_tokens(index, margin=_MARGIN))


def _is_name(grammar: Grammar, at: int) -> bool:
    """Say whether a token belongs to a name; the first word of a sentence has its capital for another reason."""
    mention = grammar.mention_at.get(at)
    if mention is not None and mention.kind in _NAMING and (mention.known_id or mention.text[0].isupper()):
        return at != grammar.sentence_of(at).first or bool(mention.known_id)
    return grammar.tokens[at].pos == "PROPN" and at != grammar.sentence_of(at).first and grammar.tokens[at].text[0].isupper()


def _in_timeless_paragraph(grammar: Grammar, index: int) -> bool:
    """Say whether several sentences tell nothing as past; one alone may be a headline."""
    near = grammar.sentence_tokens(index, margin=_MARGIN)
    if grammar.sentence_numbers[near[0]] == grammar.sentence_numbers[near[-1]]:
        return False
    return not any(_is_past(grammar, at) for at in grammar.sentence_tokens(index, margin=_MARGIN))


def _is_past(grammar: Grammar, at: int) -> bool:
    """Say whether a verb stands in a past tense or in the perfect."""
    token = grammar.tokens[at]
    if token.pos not in VERBAL:
        return False
    if ("Tense=Past" in token.morph and "VerbForm=Fin" in token.morph) or "Tense=Imp" in token.morph:
        return True
    helpers = grammar.children(at, "aux")
    return any(not _HAD.isdisjoint(grammar.words[child]) for child in helpers) or any(
        "Tense=Past" in grammar.tokens[child].morph for child in (*helpers, *grammar.children(at, "aux:pass"))
    )


def _is_future(grammar: Grammar, at: int) -> bool:
    token = grammar.tokens[at]
    return "Tense=Fut" in token.morph or (token.pos == "AUX" and token.text.lower() in ("will", "would", "'ll", "’ll"))


def _of_a_kind(grammar: Grammar, found: Found) -> bool:
    """Say whether it is told in the present of any one of a kind (`a clearance not answered in two days is deemed delayed`)."""
    if found.trigger.part == "verb" and found.arguments.subject is not None:
        return False
    for head in (found.arguments.subject, found.arguments.object):
        if head is not None and any(
            not _ANY_OF_ITS_KIND.isdisjoint(grammar.words[child]) for child in grammar.children(head, "det")
        ):
            return True
    return False
