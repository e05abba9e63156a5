"""When something was said: the date beside the content, or that of the occasion it was said on."""

from corro.extract.statements.draft import Draft
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_BACK = 3
"""Sentences back in which an occasion's date is looked for. Source: chosen on the development documents, 2026-11."""


def said_at(prepared: Prepared, draft: Draft) -> Span | None:
    """Find the words beside the content that tell when it was said.

    Args:
        prepared: The document.
        draft: The statement.
    """
    grammar = prepared.grammar
    first, last = grammar.sentence(draft.anchor)
    calendar = prepared.cues.lists["calendar"]
    outside = [index for index in range(first, last) if not draft.says(grammar.tokens[index].start)]
    for index in outside:
        dated = grammar.lower[index] in calendar and not draft.names(index) and _temporal(prepared, index)
        if dated and not _aside(prepared, index, draft):
            return grammar.span(*_widened(prepared, index, (first, last), draft))
    return None


def _aside(prepared: Prepared, index: int, draft: Draft) -> bool:
    """Say whether a date stands in a clause that only says more of somebody ("the junta, which took power last month, said")."""
    grammar = prepared.grammar
    for above in grammar.ancestors(index):
        if above == draft.anchor:
            return False
        if grammar.tokens[above].dep.startswith("acl"):
            return True
    return False


def occasion_date(prepared: Prepared, at: Span | None) -> Span | None:
    """Find when an occasion was that is named here only as "the briefing": the date beside its name shortly before.

    Args:
        prepared: The document.
        at: Characters of the words for the occasion here, or None.
    """
    if at is None:
        return None
    grammar = prepared.grammar
    first, last = grammar.at(at.start), grammar.at(at.end)
    lemmas = {grammar.tokens[index].lemma for index in range(first, last) if grammar.tokens[index].pos == "NOUN"}
    here = grammar.sentence_of[first]
    for index in range(first - 1, grammar.sentences[max(0, here - _BACK)].first - 1, -1):
        if grammar.tokens[index].lemma in lemmas & prepared.cues.lists["meetings"]:
            return _date_in_sentence(prepared, index)
    return None


def _date_in_sentence(prepared: Prepared, token: int) -> Span | None:
    """Return the first date that stands behind a noun in its sentence, or None."""
    grammar = prepared.grammar
    first, last = grammar.sentence(token)
    for index in range(token, last):
        if grammar.lower[index] in prepared.cues.lists["calendar"] and _temporal(prepared, index):
            return grammar.span(*_widened(prepared, index, (first, last), None))
    return None


def _temporal(prepared: Prepared, index: int) -> bool:
    """Say whether a calendar word is used as one: "may" the verb and "second" things are not."""
    return prepared.grammar.tokens[index].pos in ("NOUN", "PROPN", "ADV", "X")


def _widened(prepared: Prepared, index: int, sentence: tuple[int, int], draft: Draft | None) -> tuple[int, int]:
    """Return the calendar words and numbers that stand together with one, outside the content."""
    begin, end = index, index + 1
    while begin > sentence[0] and _dates(prepared, begin - 1, draft):
        begin -= 1
    while end < sentence[1] and _dates(prepared, end, draft):
        end += 1
    return begin, end


def _dates(prepared: Prepared, index: int, draft: Draft | None) -> bool:
    """Say whether a token outside the content is a number or a word of the calendar."""
    token = prepared.grammar.tokens[index]
    dating = token.pos == "NUM" or token.text.isdigit() or prepared.grammar.lower[index] in prepared.cues.lists["calendar"]
    return dating and not (draft and draft.says(token.start))
