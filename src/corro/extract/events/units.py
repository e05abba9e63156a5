"""What a figure counts, as its noun, the verb over it or a predicate says: the dead, requests, votes, hours."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from corro.extract.events.counts import Figure, find_figures
from corro.extract.events.forms import VERBAL
from corro.extract.events.grammar import Grammar
from corro.extract.events.negation import is_negated
from corro.extract.events.words import SPEAKING
from corro.values import Bound, Span


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

_TOLLS = _table(killed="toll bilan")
"""Nouns for the number of the dead, which the figures of a following sentence without a verb tell."""

_NO_VOTE = re.compile(r"\s+(?:votes? |voix )?(?:to|contre|et) (none|nil|zero|zéro|aucune)\b", re.IGNORECASE)
"""What follows the votes in favour where nobody voted against."""

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

_HOLDING = frozenset(["hold", "held", "détenir", "retenir"])
"""Verbs that tell of persons held only as a participle beside them (`the 49 soldiers held since July`)."""

_DEED_ROLES = _table(
    killed="death killing execution murder mort décès exécution assassinat",
    arrested="arrest detention arrestation détention interpellation",
    abducted="abduction kidnapping enlèvement rapt",
    released="release libération",
)
"""What a noun says about those it is done to (`the death of 203 fighters`). Source: own list, 2026-11."""

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
        like: What was counted before, where this figure counts others of the kind; else None.
    """

    figure: Figure
    token: int
    noun: int
    like: int | None = None


def counted_in(grammar: Grammar) -> Iterator[Counted]:
    """Yield the figures of a text with the nouns that they count.

    Args:
        grammar: The text's tree.
    """
    at, before = 0, None
    for figure in find_figures(grammar.annotated.document.text, grammar.language):
        while at < len(grammar.tokens) and grammar.tokens[at].end <= figure.number.start:
            at += 1
        if at >= len(grammar.tokens):
            return
        if grammar.tokens[at].start < figure.number.end:
            last = at
            while last + 1 < len(grammar.tokens) and grammar.tokens[last + 1].start < figure.number.end:
                last += 1
            noun = _noun(grammar, at, last)
            others = not _OTHERS.isdisjoint(grammar.words[noun]) and before is not None and _same_sentence(grammar, before, noun)
            yield Counted(figure, at, noun, before if others else _asked_for(grammar, at, noun))
            before = before if others else noun


_OTHERS = frozenset(["other", "others", "autre", "autres"])
"""Words that take up what was counted just before (`one helicopter … and four others`)."""


def _asked_for(grammar: Grammar, first: int, noun: int) -> int | None:
    """Return what the sentence before a bare figure asks the number of, or speaks of the number of, or None.

    The figure's own sentence has no verb but one of saying (`How many dead? Between 300 and 400.`, `The toll is unclear. Dozens,
    say residents.`).
    """
    number = grammar.sentence_numbers[first]
    if grammar.tokens[noun].pos in ("NOUN", "PROPN") and not first <= noun <= first + 1:
        return None
    while number > 0 and _has_no_verb(grammar, number):
        number -= 1
        before = grammar.annotated.sentences[number]
        asked = [at for at in range(before.first, before.last) if grammar.words[at] & {"combien", "many"}]
        start = asked[0] + 1 if asked and grammar.tokens[before.last - 1].text == "?" else before.first
        tables = (NOUN_ROLES, _VERB_ROLES) if start > before.first else (_TOLLS, NOUN_ROLES)
        for table in tables:
            if (found := _first_in(grammar, range(start, before.last), table)) is not None:
                return found
    return None


def _has_no_verb(grammar: Grammar, number: int) -> bool:
    sentence = grammar.annotated.sentences[number]
    verbs = (at for at in range(sentence.first, sentence.last) if grammar.tokens[at].pos in VERBAL)
    return all(not SPEAKING.isdisjoint(grammar.words[at]) for at in verbs)


def _first_in(grammar: Grammar, tokens: range, table: Mapping[str, str]) -> int | None:
    return next((at for at in tokens if not table.keys().isdisjoint(grammar.words[at])), None)


def _same_sentence(grammar: Grammar, one: int, other: int) -> bool:
    return grammar.sentence_numbers[one] == grammar.sentence_numbers[other]


_PARTITIVE = frozenset(["of", "de", "d'", "d’", "des", "du"])
"""Words between a noun of number and what it counts."""


def _noun(grammar: Grammar, first: int, last: int) -> int:
    """Return the head of what is counted: the noun over the number, or after `dozens of`, `une vingtaine de`."""
    for index in range(last, first - 1, -1):
        head = grammar.head(index)
        if grammar.tokens[index].dep in ("nummod", "det", "amod") and head is not None and not first <= head <= last:
            return last if grammar.is_past_participle(head) else _noun_of_adjective(grammar, head)
    for index in range(first, last + 1):
        for child in grammar.children(index, "nmod", "obl"):
            cases = {grammar.tokens[case].text.lower() for case in grammar.children(child, "case")}
            if child > last and grammar.tokens[child].pos in ("NOUN", "PROPN") and (not cases or cases & _PARTITIVE):
                return child
    follower = last + 1
    if follower < len(grammar.tokens) and grammar.tokens[follower].pos == "NOUN":
        return follower
    return last


def _noun_of_adjective(grammar: Grammar, head: int) -> int:
    """Return the noun that an adjective shares with what is joined to it (`157 individual and 11 group interviews`)."""
    if grammar.tokens[head].pos != "ADJ":
        return head
    return next((child for child in grammar.children(head, "conj") if grammar.tokens[child].pos == "NOUN"), head)


def role_of(grammar: Grammar, counted: Counted) -> str:
    """Return what the noun, the verb over it or a predicate says is counted, or nothing."""
    noun = grammar.tokens[counted.noun]
    if ballot := _BALLOT.match(grammar.annotated.document.text, counted.figure.span.end):
        return "votes_against" if ballot.group(1) else "votes_for"
    for word in sorted(grammar.words[counted.noun if counted.like is None else counted.like]):
        if word in NOUN_ROLES:
            return _vote(grammar, counted) if NOUN_ROLES[word] == "votes_for" else NOUN_ROLES[word]
    if counted.like is not None and (
        asked := _from_table(grammar, counted.like, _TOLLS) or _from_table(grammar, counted.like, _VERB_ROLES)
    ):
        return asked
    if next_state := _state_after(grammar, counted) or _verb_before(grammar, counted) or _put_at(grammar, counted):
        return next_state
    label = "nsubj" if _is_range_before_verb(grammar, counted) else noun.dep
    if by_own := _role_by_state(grammar, counted.noun) or _role_by_verb(grammar, counted.noun, label):
        return by_own
    above = _collective(grammar, counted)
    return _role_by_verb(grammar, above, grammar.tokens[above].dep) if above is not None else ""


def _from_table(grammar: Grammar, index: int, table: Mapping[str, str]) -> str:
    return next((table[word] for word in sorted(grammar.words[index]) if word in table), "")


def _is_range_before_verb(grammar: Grammar, counted: Counted) -> bool:
    """Say whether a range is the subject, which parsers take for an adjunct (`Between two and four others are missing`)."""
    head = grammar.head(counted.noun)
    adjunct = grammar.tokens[counted.noun].dep == "obl" and counted.figure.count.bound is Bound.RANGE
    return adjunct and head is not None and counted.noun < head


_PUTTING = frozenset(["put", "estimate", "set", "évaluer", "estimer", "chiffrer", "porter", "établir", "fixer"])
"""Verbs that give something its number (`put the dead at eight`, `évalue à huit le nombre de morts`)."""


def _put_at(grammar: Grammar, counted: Counted) -> str:
    """Return what a bare figure after `at`, `à` is the number of, as the object of a verb of putting says, or nothing."""
    verb = grammar.head(counted.noun)
    if verb is None or counted.noun != counted.token or _PUTTING.isdisjoint(grammar.words[verb]):
        return ""
    named = [below for child in grammar.children(verb, "obj") for below in (child, *grammar.children(child, "nmod"))]
    tables = (NOUN_ROLES, _TOLLS)
    return next((role for at in named for table in tables if (role := _from_table(grammar, at, table))), "")


def _verb_before(grammar: Grammar, counted: Counted) -> str:
    """Return what a present participle right before a bare figure says (`wounding seven`, `en blessant sept`), or nothing."""
    start, at = counted.figure.span.start, counted.token
    while at > 0 and grammar.tokens[at].start >= start:
        at -= 1
    bare = grammar.tokens[counted.noun].pos != "NOUN" or counted.noun <= at
    participle = grammar.tokens[at].text.lower().endswith(("ing", "ant"))
    return _from_table(grammar, at, _VERB_ROLES) if bare and participle else ""


def further_role(grammar: Grammar, counted: Counted, role: str) -> str:
    """Return what the verb over a counted noun says beside its state (`pardoned the 49 soldiers held since July`), or nothing.

    Args:
        grammar: The text's tree.
        counted: The figure.
        role: What was found first.
    """
    by_verb = _role_by_verb(grammar, counted.noun, grammar.tokens[counted.noun].dep)
    return by_verb if role and by_verb != role else ""


def _state_after(grammar: Grammar, counted: Counted) -> str:
    """Return what an adjective right after a figure says (`203 dead`), or nothing."""
    after = counted.token + 1
    if counted.noun != counted.token or after >= len(grammar.tokens):
        return ""
    return next((_STATES[word] for word in sorted(grammar.words[after]) if word in _STATES), "")


def _collective(grammar: Grammar, counted: Counted) -> int | None:
    """Return the noun of number over what is counted (`une centaine de civils`, `dozens of men`), or None."""
    head = grammar.head(counted.noun)
    within = head is not None and counted.figure.span.start <= grammar.tokens[head].start < counted.figure.span.end
    return head if within else None


def _role_by_state(grammar: Grammar, noun: int) -> str:
    """Return what a predicate over a noun says, or over the noun joined to it (`left four soldiers and ten rebels dead`)."""
    joined = [child for other in grammar.children(noun, "conj") for child in grammar.children(other, "acl", "amod", "xcomp")]
    own = grammar.children(noun, "acl", "amod", "xcomp", "advcl", "appos", "acl:relcl")
    for child in (*joined, *own, *_participles_below(grammar, noun)):
        for word in sorted(grammar.words[child]):
            if word in _STATES:
                return _STATES[word]
            if word in _HOLDING and grammar.tokens[child].dep == "acl":
                return "arrested"
            done_to = grammar.tokens[child].dep in ("acl", "acl:relcl") or grammar.is_past_participle(child)
            if word in _VERB_ROLES and done_to and child not in joined:
                return _VERB_ROLES[word]
    return ""


def _participles_below(grammar: Grammar, noun: int) -> Iterator[int]:
    """Yield participles that a parser hangs on a part of the phrase (`203 fighters of armed groups neutralised`)."""
    for child in grammar.children(noun, "nmod"):
        if grammar.is_past_participle(child):
            yield child
        else:
            yield from (below for below in grammar.children(child, "acl") if grammar.is_past_participle(below))


_DYING = {"succumb": (), "succomber": (), "trouver": ("mort",), "lose": ("life", "lives"), "perdre": ("vie",), "meet": ("death",)}
"""Verbs of dying and the object that makes them so. Source: own list, 2026-11."""


def _meets_death(grammar: Grammar, verb: int) -> bool:
    """Say whether a verb tells that its subject died (`ont trouvé la mort`, `lost their lives`, `did not survive`)."""
    below = {word for child in grammar.children(verb, "obj") for word in grammar.words[child]}
    for word in sorted(grammar.words[verb] & _DYING.keys()):
        if not _DYING[word] or below.intersection(_DYING[word]):
            return True
    return bool(grammar.words[verb] & {"survive", "survivre"}) and is_negated(grammar, verb)


def _role_by_verb(grammar: Grammar, noun: int, label: str) -> str:
    head = grammar.head(noun)
    if label == "conj" and head is not None:
        return _role_by_verb(grammar, head, grammar.tokens[head].dep)
    if head is None or (grammar.tokens[head].pos not in VERBAL and grammar.tokens[head].pos not in ("ADJ", "NOUN")):
        return ""
    if label.startswith("nsubj") and (among := _among(grammar, head)):
        return among
    if label == "nmod" and grammar.tokens[head].pos == "NOUN":
        return next((_DEED_ROLES[word] for word in sorted(grammar.words[head]) if word in _DEED_ROLES), "")
    if label == "nsubj" and _meets_death(grammar, head):
        return "killed"
    passive = grammar.is_passive(head)
    for word in sorted(grammar.words[head]):
        harmed = label in ("obj", "nsubj:pass", "obl:arg") or (
            label == "nsubj"
            and (
                passive
                or (noun > head and grammar.is_present_participle(head))
                or word in ("die", "mourir", "périr", "perish", "flee", "fuir", "disappear", "gagner")
            )
        )
        if harmed and word in _VERB_ROLES:
            return _VERB_ROLES[word]
        if label.startswith("nsubj") and word in _STATES:
            return _STATES[word]
    for sibling in grammar.children(head, "xcomp", "ccomp", "advcl", "amod", "acl", "conj"):
        if grammar.tokens[sibling].dep == "conj" and grammar.tokens[sibling].pos != "ADJ":
            continue
        for word in sorted(grammar.words[sibling]):
            if word in _STATES and label in ("obj", "nsubj", "nsubj:pass"):
                return _STATES[word]
    return ""


def _among(grammar: Grammar, verb: int) -> str:
    """Return what those are whom a verb counts its subject among (`were among the dead`), or nothing."""
    for child in (verb, *grammar.children(verb, "obl")):
        cases = {grammar.tokens[case].text.lower() for case in grammar.children(child, "case")}
        if cases & {"among", "parmi"}:
            return next((_STATES[word] for word in sorted(grammar.words[child]) if word in _STATES), "")
    return ""


def no_votes_against(grammar: Grammar, counted: Counted) -> Span | None:
    """Return the word that tells after the votes in favour that there were none against (`by 11 votes to none`), or None.

    Args:
        grammar: The text's tree.
        counted: The votes in favour.
    """
    match = _NO_VOTE.match(grammar.annotated.document.text, counted.figure.span.end)
    return Span(match.start(1), match.end(1)) if match else None


def _vote(grammar: Grammar, counted: Counted) -> str:
    after = grammar.annotated.document.text[counted.figure.span.end : counted.figure.span.end + 30].lower()
    return "votes_against" if "against" in after or "contre" in after else "votes_for"
