"""What is left of the drafts once it is settled who can be a source: nobody says nothing, and the words for a source are whole."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from corro.extract.statements.draft import Draft
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_NOBODY = frozenset({"no", "nobody", "none", "neither", "no-one", "nul", "nulle", "aucun", "aucune", "personne"})
_BEFORE_NOBODY = frozenset({"absolutely", "virtually", "practically", "almost", "but", "and", "mais", "et", "plus", "presque"})
"""Words that make a source nobody, and those that may stand before them. Source: closed classes."""

_ADDRESSED = frozenset({"you", "me", "us", "him", "her", "them", "vous", "toi", "moi"})
"""Pronouns that alone are whom somebody speaks to, and nothing that is said. Source: closed class."""

_SCENE = frozenset({"during", "before", "after", "facing", "lors", "devant", "pendant", "face", "après", "avant", "dans", "au"})
"""Words that open a scene before or behind a source and are no part of it. Source: own list, 2026-11."""

_WITH_DATES = frozenset({"on", "in", "late", "early", "ce", "cet", "cette", "de", "the", "last"})
_DATED = frozenset({"NOUN", "PROPN", "ADV", "X", "NUM"})


def settled(prepared: Prepared, drafts: Iterable[Draft]) -> Iterator[Draft]:
    """Leave out what nobody says, and mend the words that name the source of the rest.

    Args:
        prepared: The document.
        drafts: What the rules found.

    Yields:
        The drafts that stay; their sources begin and end where a name does, and hold no date of saying.
    """
    for draft in drafts:
        if draft.source is None:
            yield draft
        elif not _nobody(prepared.grammar, draft.source) and not _says_nothing(prepared, draft):
            yield replace(draft, source=_mended(prepared, draft, draft.source))


def _nobody(grammar: Grammar, source: tuple[int, int]) -> bool:
    """Say whether the words deny that anybody is the source: "no group", « aucun groupe », "none of them", « personne »."""
    words = grammar.lower[source[0] : source[1]]
    while len(words) > 1 and words[0] in _BEFORE_NOBODY:
        words = words[1:]
    return bool(words) and words[0] in _NOBODY and not (words[0] == "no" and words[1:2] in (["."], ["10"]))


def _says_nothing(prepared: Prepared, draft: Draft) -> bool:
    """Say whether nothing but one pronoun would be what is said ("thank | you")."""
    grammar = prepared.grammar
    first, last = grammar.at(draft.span.start), grammar.at(draft.span.end)
    return last - first == 1 and not draft.quoted and grammar.tokens[first].pos == "PRON" and grammar.lower[first] in _ADDRESSED


def _mended(prepared: Prepared, draft: Draft, source: tuple[int, int]) -> tuple[int, int]:
    whole = _with_names(prepared.grammar, draft, source)
    return _without_dates(prepared, _without_scene(prepared.grammar, whole))


def _without_scene(grammar: Grammar, source: tuple[int, int]) -> tuple[int, int]:
    """Return the words without a scene that a comma sets off ("Facing the press, | he", « le maire |, lors d'un point »)."""
    first, last = source
    commas = [index for index in range(first + 1, last - 1) if grammar.lower[index] == ","]
    if not commas:
        return source
    if _opens_scene(grammar, first) and grammar.tokens[commas[0] + 1].pos in ("DET", "PROPN", "PRON", "NOUN"):
        first = commas[0] + 1
    if commas[-1] > first and grammar.lower[commas[-1] + 1] in _SCENE:
        last = commas[-1]
    return first, last


def _opens_scene(grammar: Grammar, index: int) -> bool:
    """Say whether a word opens what somebody was doing or where it was, as no name or post begins."""
    token = grammar.tokens[index]
    return grammar.lower[index] in _SCENE or (token.pos == "VERB" and "VerbForm=Fin" not in token.morph)


def _with_names(grammar: Grammar, draft: Draft, source: tuple[int, int]) -> tuple[int, int]:
    """Return the words with the whole of a known name that they cut ("the Secretary" of "the Secretary-General")."""
    first, last = source
    found = grammar.span(first, last)
    if found is None:
        return source
    for mention in grammar.names_over(found):
        if not _in_content(draft, mention.span):
            first = min(first, grammar.holding(mention.span.start))
            last = max(last, grammar.holding(mention.span.end - 1) + 1)
    return first, last


def _in_content(draft: Draft, name: Span) -> bool:
    return any(span.overlaps(name) for span in (*draft.content, *((draft.cue,) if draft.cue else ())))


def _without_dates(prepared: Prepared, source: tuple[int, int]) -> tuple[int, int]:
    """Return the words without the day of saying before or behind them ("the junta on Saturday", « mercredi le ministre »)."""
    first, last = source
    while first + 1 < last and _day(prepared, first):
        first += 1
    end = last
    while end - 1 > first and _tells_when(prepared, end - 1):
        end -= 1
    cut = any(_day(prepared, index) for index in range(end, last)) and prepared.grammar.tokens[end - 1].pos not in ("VERB", "ADP")
    return (first, end) if cut else (first, last)


def _tells_when(prepared: Prepared, index: int) -> bool:
    token = prepared.grammar.tokens[index]
    return _day(prepared, index) or token.text.isdigit() or prepared.grammar.lower[index] in _WITH_DATES or token.text == ","


def _day(prepared: Prepared, index: int) -> bool:
    grammar = prepared.grammar
    return grammar.lower[index] in prepared.cues.lists["calendar"] and grammar.tokens[index].pos in _DATED
