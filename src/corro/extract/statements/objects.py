"""Where the object of a verb of saying begins: the thing denied, the accused, the thing labelled, who is asked."""

from corro.extract.statements.content import content_end, limit_of
from corro.extract.statements.cues import Cue
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared

_ARTICLE_FORMS = {"d'": "de", "du": "de", "des": "de", "au": "à", "aux": "à", "upon": "on"}
_ASIDE = 9
"""Tokens at most in such words. Source: own judgement, chosen on the development documents, 2026-11."""

_TO_DO = frozenset({"to", "de", "d'", "à"})
"""Words that lead to what is asked as an infinitive. Source: closed class."""

_NAMING = frozenset({"qualifier", "traiter", "taxer", "comparer", "assimiler"})
"""French verbs whose "de" or "à" behind the object can only lead to its label. Source: own list, 2026-11."""

_OBJECTS = frozenset({"obj", "iobj", "dative", "obl:arg", "obl"})


def object_start(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the first token of the object that tells what was said: plain, or led to by a preposition of the cue."""
    grammar = prepared.grammar
    calendar = prepared.cues.lists["calendar"]
    starts = [
        _start_of(grammar, child) for child in grammar.children[anchor] if child > anchor and _tells(grammar, child, cue, calendar)
    ]
    starts = [start for start in starts if start > anchor]
    if starts:
        return min(starts)
    return _object_in_words(prepared, anchor, cue)


def _start_of(grammar: Grammar, head: int) -> int:
    first = grammar.first[head]
    while first < head and grammar.tokens[first].pos == "PUNCT" and grammar.tokens[first].text not in '«“"‘':
        first += 1
    return first


def _tells(grammar: Grammar, child: int, cue: Cue, calendar: frozenset[str]) -> bool:
    token = grammar.tokens[child]
    if token.dep not in _OBJECTS and not token.dep.startswith("obl"):
        return False
    leading = preposition(grammar, child)
    if grammar.lower[child] in calendar:
        return False
    if cue.through:
        return leading in cue.through
    return not leading and token.dep in ("obj", "iobj", "dative", "obl:arg")


def _object_in_words(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the token right behind the verb that begins its object, where the parser found none."""
    grammar = prepared.grammar
    index, limit = anchor + 1, limit_of(prepared, anchor)
    while index < limit and grammar.tokens[index].pos == "ADV":
        index += 1
    while index < limit and grammar.lower[index] in cue.following:
        index += 1
    index = _past_aside(grammar, index, limit)
    if index >= limit:
        return None
    if cue.through:
        return index if plain(grammar.lower[index]) in cue.through else None
    if "Aspect=Prog" in grammar.tokens[index].morph and grammar.language.value == "en":
        return index
    return (
        index
        if grammar.tokens[index].pos in ("DET", "NOUN", "PROPN", "NUM", "ADJ") or grammar.lower[index] in ("«", "“", '"')
        else None
    )


def _past_aside(grammar: Grammar, index: int, limit: int) -> int:
    """Return the index past words between two commas before an object (« évoque, dans ce bulletin, une »), else the index."""
    if index + 1 >= limit or grammar.lower[index] != "," or grammar.tokens[index + 1].pos != "ADP":
        return index
    return next((at + 1 for at in range(index + 2, min(limit, index + _ASIDE)) if grammar.lower[at] == ","), index)


def blame_start(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the first token of the accused, or of the blame where the accused is a pronoun before the verb."""
    grammar = prepared.grammar
    behind = after_pronoun(prepared, anchor)
    if behind is not None:
        return behind
    for child in grammar.children[anchor]:
        if child > anchor and preposition(grammar, child) in ("à", "to") and grammar.tokens[child].pos in ("NOUN", "PROPN", "PRON"):
            return min(_start_of(grammar, child), object_start(prepared, anchor, cue) or _start_of(grammar, child))
    return object_start(prepared, anchor, cue)


def after_pronoun(prepared: Prepared, anchor: int) -> int | None:
    """Return the "de", "à" or "of" behind a verb whose object is a pronoun before it (« les accuse d'avoir »), or None."""
    grammar = prepared.grammar
    pronoun = any(
        child < anchor and grammar.tokens[child].dep in ("obj", "iobj", "obl:arg") and grammar.tokens[child].pos == "PRON"
        for child in grammar.children[anchor]
    )
    if not pronoun:
        return None
    near = range(anchor + 1, min(limit_of(prepared, anchor), anchor + 4))
    return next((index for index in near if plain(grammar.lower[index]) in ("de", "à")), None)


def label_start(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the first token of the thing labelled, if a label follows it: after "as", « de », « comme », or in marks."""
    grammar = prepared.grammar
    start = object_start(prepared, anchor, cue)
    if start is None:
        return None
    for child in grammar.children[anchor]:
        after = child > start and preposition(grammar, child) in ("as", "de", "d'", "comme", "pour", "to", "en")
        if after or (child > anchor and grammar.tokens[child].dep in ("xcomp", "ccomp", "obl:arg", "amod")):
            return start
    end = content_end(prepared, anchor, start)
    if grammar.tokens[anchor].lemma in _NAMING and any(plain(grammar.lower[at]) in ("de", "à") for at in range(start + 1, end)):
        return start
    marked = any(prepared.inside[index] is not None and prepared.inside[anchor] is None for index in range(start, end))
    return start if marked or any(grammar.lower[index] in ("as", "comme") for index in range(start, end)) else None


def request_start(prepared: Prepared, anchor: int, cue: Cue) -> int | None:
    """Return the first token of what is asked for; without a preposition of its own, an infinitive must follow."""
    grammar = prepared.grammar
    start = after_pronoun(prepared, anchor) or object_start(prepared, anchor, cue)
    if cue.through:
        return start
    start = start if start is not None else _asked_of(prepared, anchor)
    if start is None or _clause_before_infinitive(prepared, anchor):
        return None
    infinitive = any(
        (child > anchor and preposition(grammar, child) in _TO_DO and grammar.verbal(child))
        or (child > anchor and grammar.tokens[child].dep in ("xcomp", "ccomp") and "VerbForm=Inf" in grammar.tokens[child].morph)
        for child in grammar.children[anchor]
    )
    in_words = any(
        grammar.lower[index] in _TO_DO and grammar.verbal(index + 1) for index in range(start, limit_of(prepared, anchor) - 1)
    )
    return start if infinitive or in_words else None


def _asked_of(prepared: Prepared, anchor: int) -> int | None:
    """Return the first token of whom a French verb asks by "à" (« enjoint aux miliciens de »), or None."""
    grammar = prepared.grammar
    if grammar.language.value != "fr":
        return None
    asked = (
        child for child in grammar.children[anchor] if child > anchor and grammar.tokens[child].pos in ("NOUN", "PROPN", "PRON")
    )
    return next((_start_of(grammar, child) for child in asked if preposition(grammar, child) == "à"), None)


def _clause_before_infinitive(prepared: Prepared, anchor: int) -> bool:
    """Say whether a clause of its own stands behind a verb that otherwise asks ("told them that he had come to pray")."""
    grammar = prepared.grammar
    for index in range(anchor + 1, limit_of(prepared, anchor)):
        if grammar.lower[index] in _TO_DO and grammar.verbal(min(index + 1, len(grammar.tokens) - 1)):
            return False
        if grammar.finite(index) or grammar.lower[index] in ("that", "que", "qu'"):
            return True
    return False


def preposition(grammar: Grammar, noun: int) -> str:
    """Return the preposition that leads to a noun or infinitive, without its article; empty where there is none."""
    found = next(
        (child for child in grammar.children[noun] if child < noun and grammar.tokens[child].dep in ("case", "mark")), None
    )
    return plain(grammar.lower[found]) if found is not None else ""


def plain(word: str) -> str:
    """Return a preposition without the article melted into it: "du" is "de"."""
    return _ARTICLE_FORMS.get(word, word)
