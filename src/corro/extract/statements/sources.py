"""Who the grammar names as the one who says it: the subject of a cue, wherever the language puts it."""

from corro.extract.statements.cues import CueIndex
from corro.extract.statements.grammar import PERSONAL_SUBJECTS, Grammar
from corro.extract.statements.phrases import phrase_after, subtree_phrase

_RELATIVES = frozenset({"who", "which", "that", "qui", "lequel", "laquelle", "lesquels", "lesquelles"})
_BORROWING = frozenset({"advcl", "xcomp", "conj", "advcl:relcl", "dep", "parataxis", "ccomp", "acl"})
_CLITICS = frozenset({"ne", "n'", "se", "s'", "lui", "leur", "y", "en", "les", "le", "la", "l'"})
"""Pronouns between a subject and its French verb. Source: closed class."""

_LONGEST = 20
"""Tokens at most in an opening phrase. Source: chosen on the project's development documents, 2026-11."""

_DEEPEST = 6
"""Steps up the tree that a subject is borrowed over. Source: chosen on the project's development documents, 2026-11."""


def source_of(grammar: Grammar, cues: CueIndex, anchor: int) -> tuple[int, int] | None:
    """Find the tokens that name who speaks by a verb.

    Args:
        grammar: The document.
        cues: The words of its language.
        anchor: Token of the verb.

    Returns:
        First token and index past the last; None where the grammar names nobody.
    """
    if passive(grammar, anchor):
        return agent_of(grammar, anchor)
    if (teller := told_infinitive(grammar, anchor)) is not None:
        return teller
    subject, opening = subject_of(grammar, anchor), opening_phrase(grammar, anchor)
    if subject is not None and (subject[0] < anchor or opening is None):
        return subject
    return opening or _right_before(grammar, cues, anchor) or inverted(grammar, cues, anchor)


def told_infinitive(grammar: Grammar, anchor: int) -> tuple[int, int] | None:
    """Return who tells by a French infinitive of narration (« Et le préfet d'ajouter que »), or None.

    Args:
        grammar: The document.
        anchor: Token of the infinitive.
    """
    first, _ = grammar.sentence(anchor)
    begin = first + 1 if grammar.lower[first] in ("et", "puis") else first
    if grammar.language.value != "fr" or anchor - begin < 2 or "VerbForm=Inf" not in grammar.tokens[anchor].morph:
        return None
    told = range(begin, anchor - 1)
    plain = grammar.lower[anchor - 1] in ("de", "d'") and not any(grammar.verbal(index) for index in told)
    return (
        (begin, anchor - 1) if plain and begin > first and grammar.tokens[begin].pos in ("DET", "PROPN", "PRON", "NOUN") else None
    )


def _right_before(grammar: Grammar, cues: CueIndex, anchor: int) -> tuple[int, int] | None:
    """Return the noun phrase right before a French verb: its subject where the parser found none, rather than what follows."""
    first, _ = grammar.sentence(anchor)
    last = anchor
    while last > first and (grammar.tokens[last - 1].pos in ("AUX", "ADV") or grammar.lower[last - 1] in _CLITICS):
        last -= 1
    noun = last - 1
    if grammar.language.value != "fr" or noun < first or grammar.tokens[noun].pos not in ("NOUN", "PROPN"):
        return None
    while first < grammar.tokens[noun].head < noun and grammar.tokens[grammar.tokens[noun].head].pos in ("NOUN", "PROPN"):
        noun = grammar.tokens[noun].head
    if grammar.lower[noun] in cues.lists["calendar"] or grammar.child(noun, "case") is not None:
        return None
    begin = grammar.first[noun]
    return (begin, last) if all(grammar.tokens[index].pos != "PUNCT" for index in range(begin, last)) else None


def opening_phrase(grammar: Grammar, anchor: int) -> tuple[int, int] | None:
    """Return the words before a verb as its subject, where the parser found none and they open the sentence without a verb.

    Args:
        grammar: The document.
        anchor: Token of the verb.
    """
    first, _ = grammar.sentence(anchor)
    last = anchor
    while last > first and grammar.tokens[last - 1].pos in ("AUX", "ADV", "PUNCT"):
        last -= 1
    comma = next((index for index in range(last - 1, first, -1) if grammar.lower[index] == ","), None)
    if (
        comma is not None
        and grammar.tokens[comma + 1].pos in ("DET", "PRON")
        and grammar.tokens[first].pos in ("NUM", "ADP", "ADV", "VERB")
    ):
        first = comma + 1
    inside = range(first, last)
    nominal = last > first and grammar.tokens[first].pos in ("DET", "NOUN", "PROPN", "PRON", "NUM")
    return (first, last) if nominal and last - first <= _LONGEST and not any(grammar.verbal(index) for index in inside) else None


def passive(grammar: Grammar, anchor: int) -> bool:
    """Say whether a verb stands in the passive; an inverted French pronoun that the parser took for one does not count."""
    auxiliary = grammar.child(anchor, "aux:pass")
    if auxiliary is not None and _goes_with_be(grammar, anchor):
        return False
    if auxiliary is not None:
        return grammar.tokens[auxiliary].lemma in ("be", "être", "get") or grammar.language.value == "en"
    return False


def _goes_with_be(grammar: Grammar, anchor: int) -> bool:
    """Say whether a French verb makes its perfect with « être » (« est revenu sur », « s'est dédit »), which is no passive."""
    reflexive = any(grammar.lower[child] in ("se", "s'") for child in grammar.children[anchor])
    return grammar.language.value == "fr" and (reflexive or grammar.tokens[anchor].lemma in ("revenir", "convenir"))


def thing_says(grammar: Grammar, cues: CueIndex, anchor: int) -> bool:
    """Say whether a verb's subject is a sign, a plaque or another thing that shows words.

    Args:
        grammar: The document.
        cues: The words of its language.
        anchor: Token of the verb.
    """
    subjects = (child for child in grammar.children[anchor] if grammar.tokens[child].dep in PERSONAL_SUBJECTS)
    return any(grammar.tokens[child].lemma in cues.lists["things"] for child in subjects)


def agent_of(grammar: Grammar, anchor: int) -> tuple[int, int] | None:
    """Return the tokens of a passive's agent ("by the governor", "par le gouverneur"), or None."""
    agent = grammar.child(anchor, "obl:agent", "nmod:agent")
    return subtree_phrase(grammar, agent) if agent is not None else None


def subject_of(grammar: Grammar, anchor: int) -> tuple[int, int] | None:
    """Return the tokens of a verb's subject, borrowed from the verb above where it has none of its own."""
    verb, added = anchor, False
    for _ in range(_DEEPEST):
        subject = grammar.child(verb, *PERSONAL_SUBJECTS)
        if subject is not None and not _inverted_away(grammar, verb, subject):
            return _named(grammar, verb, subject)
        token = grammar.tokens[verb]
        if (quoted := _quoted_as(grammar, verb)) is not None:
            return quoted
        if token.dep.startswith("acl") and grammar.tokens[token.head].pos in ("NOUN", "PROPN", "PRON"):
            if not _added(grammar, verb):
                return antecedent(grammar, verb, token.head)
            added, verb = True, token.head
            continue
        if token.head == verb or (token.dep not in _BORROWING and not added):
            return None
        added = False
        verb = token.head
    return None


def _added(grammar: Grammar, verb: int) -> bool:
    """Say whether a French present participle behind a comma goes on about the subject, though hung on an object.

    « a jugé l'annonce insuffisante, réclamant une enquête »: who judged also demands.
    """
    head = grammar.tokens[verb].head
    participle = grammar.lower[verb].endswith("ant") and grammar.language.value == "fr"
    return participle and verb > 0 and grammar.lower[verb - 1] == "," and grammar.tokens[head].dep in ("obj", "obl:arg", "obl")


def _quoted_as(grammar: Grammar, verb: int) -> tuple[int, int] | None:
    """Return whom a verb above quotes "as saying" this, or None."""
    head = grammar.tokens[verb].head
    marked = any(grammar.lower[child] == "as" for child in grammar.children[verb] if child < verb)
    if not marked or grammar.tokens[head].lemma not in ("quote", "cite"):
        return None
    quoted = grammar.child(head, "nsubj:pass") if passive(grammar, head) else grammar.child(head, "obj")
    return subtree_phrase(grammar, quoted) if quoted is not None else None


def _inverted_away(grammar: Grammar, verb: int, subject: int) -> bool:
    """Say whether what the parser calls subject is the "que" or the time of another clause."""
    return grammar.tokens[subject].pos in ("SCONJ", "PUNCT") or grammar.tokens[subject].head != verb


def _named(grammar: Grammar, verb: int, subject: int) -> tuple[int, int] | None:
    if grammar.lower[subject] in _RELATIVES and grammar.tokens[verb].dep.startswith(("acl", "relcl")):
        return antecedent(grammar, verb, grammar.tokens[verb].head)
    return subtree_phrase(grammar, subject)


def antecedent(grammar: Grammar, verb: int, noun: int) -> tuple[int, int]:
    """Return the phrase of the noun that a relative clause or participle hangs on, without that clause."""
    first, last = subtree_phrase(grammar, noun)
    last = min(last, grammar.first[verb]) if grammar.first[verb] > noun else last
    while last > noun + 1 and grammar.tokens[last - 1].pos in ("PUNCT", "ADP"):
        last -= 1
    return first, last


def inverted(grammar: Grammar, cues: CueIndex, anchor: int) -> tuple[int, int] | None:
    """Find a subject that stands after its verb: "a annoncé lundi le porte-parole", "said the minister", "a-t-il dit".

    Args:
        grammar: The document.
        cues: The words of its language.
        anchor: Token of the verb.
    """
    _, end = grammar.sentence(anchor)
    clitic = clitic_subject(grammar, anchor)
    if clitic is not None:
        return clitic, clitic + 1
    limit = next((index for index in range(anchor + 1, end) if _stops(grammar, index)), end)
    return phrase_after(grammar, cues, anchor + 1, limit)


def clitic_subject(grammar: Grammar, anchor: int) -> int | None:
    """Return the pronoun hung on a French verb or its auxiliary ("-t-il", "-elle"), or None."""
    for index in range(max(0, anchor - 3), min(len(grammar.tokens), anchor + 4)):
        word = grammar.lower[index]
        if word.startswith("-") and word.strip("-").removeprefix("t-") in (
            "il",
            "elle",
            "ils",
            "elles",
            "on",
            "je",
            "nous",
            "vous",
        ):
            return index
    return None


def _stops(grammar: Grammar, index: int) -> bool:
    return grammar.lower[index] in (".", "!", "?", ";", ":", "«", "“", '"', "»", "”") or grammar.tokens[index].pos == "SCONJ"
