"""What a figure counts, as its noun, the verb over it or a predicate says: the dead, requests, votes, hours."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from corro.extract.events_counts import Figure, find_figures
from corro.extract.events_grammar import VERBAL, Grammar


def _table(**roles: str) -> dict[str, str]:
    return {word: role for role, words in roles.items() for word in words.split()}


NOUN_ROLES = _table(
    killed="death dead mort morte corps body fatality décès cadavre",
    injured="wounded injured blessé blessée",
    missing="missing disparu disparue",
    displaced="displaced déplacé déplacée refugee réfugié",
    requests="request demande clearance dossier",
    occasions="occasion time instance reprise fois",
    patrols="patrol patrouille",
    vehicles="vehicle truck lorry véhicule camion",
    helicopters="helicopter hélicoptère",
    interviews="interview entretien",
    votes_for="vote voix",
    abstentions="abstention",
)
"""What a counted noun says by itself. Source: counting units R10; own list, 2026-11."""

_BALLOT = re.compile(r"\s+(?:votes? |voix )?(?:in favou?r|pour\b|(against|contre\b))", re.IGNORECASE)
"""What follows a number of votes."""

_VERB_ROLES = _table(
    killed="kill slaughter execute murder shoot massacre die perish claim assassinate neutralise "
    "tuer abattre exécuter mourir périr massacrer égorger assassiner neutraliser",
    injured="wound injure hurt maim blesser atteindre toucher",
    arrested="arrest detain apprehend round pick arrêter interpeller détenir rafler appréhender",
    abducted="abduct kidnap take seize snatch enlever kidnapper emmener ravir",
    missing="disappear disparaître manquer",
    displaced="displace flee drive uproot fuir déplacer gagner",
    released="release free pardon libérer relâcher gracier",
    burnt="burn torch raze brûler incendier raser",
    identified="identify name identifier recenser",
)
"""What the verb over a counted noun says about it. Source: own list, 2026-11."""

_STATES = _table(
    killed="dead mort killed tué",
    injured="wounded injured hurt blessé atteint",
    missing="missing disparu",
    displaced="displaced homeless déplacé",
)
"""Predicates over a counted noun (`left 4 dead`, `20 are missing`)."""


@dataclass(frozen=True, slots=True)
class Counted:
    """A figure with the noun that it counts.

    Attributes:
        figure: The figure.
        token: Its first token.
        noun: The head of what is counted, or the figure's own token.
    """

    figure: Figure
    token: int
    noun: int


def counted_in(grammar: Grammar) -> Iterator[Counted]:
    """Yield the figures of a text with the nouns that they count.

    Args:
        grammar: The text's tree.
    """
    at = 0
    for figure in find_figures(grammar.annotated.document.text, grammar.language):
        while at < len(grammar.tokens) and grammar.tokens[at].end <= figure.number.start:
            at += 1
        if at >= len(grammar.tokens):
            return
        if grammar.tokens[at].start < figure.number.end:
            last = at
            while last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].start < figure.number.end:
                last += 1
            yield Counted(figure, at, _noun(grammar, at, last))


def _noun(grammar: Grammar, first: int, last: int) -> int:
    """Return the head of what is counted: the noun over the number, or after `dozens of`, `une vingtaine de`."""
    for index in range(last, first - 1, -1):
        head = grammar.head(index)
        if grammar.tokens[index].dep in ("nummod", "det", "amod") and head is not None and not first <= head <= last:
            return head
    for index in range(first, last + 1):
        for child in grammar.children(index, "nmod", "obl"):
            if child > last and grammar.tokens[child].pos in ("NOUN", "PROPN"):
                return child
    follower = last + 1
    if follower < len(grammar.tokens) and grammar.tokens[follower].pos == "NOUN":
        return follower
    return last


def role_of(grammar: Grammar, counted: Counted) -> str:
    """Return what the noun, the verb over it or a predicate says is counted, or nothing."""
    noun = grammar.tokens[counted.noun]
    if ballot := _BALLOT.match(grammar.annotated.document.text, counted.figure.span.end):
        return "votes_against" if ballot.group(1) else "votes_for"
    for word in sorted(grammar.words[counted.noun]):
        if word in NOUN_ROLES:
            return _vote(grammar, counted) if NOUN_ROLES[word] == "votes_for" else NOUN_ROLES[word]
    return _role_by_state(grammar, counted.noun) or _role_by_verb(grammar, counted.noun, noun.dep)


def _role_by_state(grammar: Grammar, noun: int) -> str:
    """Return what a predicate over a noun says, or over the noun joined to it (`left four soldiers and ten rebels dead`)."""
    joined = [child for other in grammar.children(noun, "conj") for child in grammar.children(other, "acl", "amod", "xcomp")]
    own = grammar.children(noun, "acl", "amod", "xcomp", "advcl", "appos", "acl:relcl")
    for child in (*joined, *own):
        for word in sorted(grammar.words[child]):
            if word in _STATES:
                return _STATES[word]
            if word in _VERB_ROLES and grammar.tokens[child].dep in ("acl", "acl:relcl") and child not in joined:
                return _VERB_ROLES[word]
    return ""


def _role_by_verb(grammar: Grammar, noun: int, label: str) -> str:
    head = grammar.head(noun)
    if label == "conj" and head is not None:
        return _role_by_verb(grammar, head, grammar.tokens[head].dep)
    if head is None or (grammar.tokens[head].pos not in VERBAL and grammar.tokens[head].pos not in ("ADJ", "NOUN")):
        return ""
    passive = grammar.is_passive(head)
    for word in sorted(grammar.words[head]):
        harmed = label in ("obj", "nsubj:pass", "obl:arg") or (
            label == "nsubj" and (passive or word in ("die", "mourir", "périr", "perish", "flee", "fuir", "disappear", "gagner"))
        )
        if harmed and word in _VERB_ROLES:
            return _VERB_ROLES[word]
        if label.startswith("nsubj") and word in _STATES:
            return _STATES[word]
    for sibling in grammar.children(head, "xcomp", "ccomp", "advcl", "amod", "acl"):
        for word in sorted(grammar.words[sibling]):
            if word in _STATES and label in ("obj", "nsubj", "nsubj:pass"):
                return _STATES[word]
    return ""


def _vote(grammar: Grammar, counted: Counted) -> str:
    after = grammar.annotated.document.text[counted.figure.span.end : counted.figure.span.end + 30].lower()
    return "votes_against" if "against" in after or "contre" in after else "votes_for"
