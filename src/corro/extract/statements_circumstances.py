"""When and to whom it was said, how much of it is verbatim, and in what other statement it stands."""

from collections.abc import Sequence

from corro.extract.statements_draft import Draft
from corro.extract.statements_objects import preposition
from corro.extract.statements_phrases import subtree_phrase
from corro.extract.statements_prepared import Prepared
from corro.extract.statements_quotes import Quote
from corro.model import Quotation
from corro.values import Span

_TOLD = frozenset({"tell", "inform", "remind", "assure", "brief", "warn", "informer", "avertir", "prévenir", "assurer", "promise"})


def quotation_of(prepared: Prepared, draft: Draft) -> Quotation:
    """Say how much of the content stands in quotation marks.

    Args:
        prepared: The document.
        draft: The statement.
    """
    if draft.rule == "turn":
        return Quotation.DIRECT
    near = [quote for quote in prepared.quotes if quote.outer.overlaps(draft.span)]
    if any(all(_holds(quote, span) for span in draft.content) for quote in near) or _all_quoted(near, draft):
        return Quotation.DIRECT
    inner = [quote for quote in near if draft.span.holds(quote.span) and not _title(quote.span.of(prepared.grammar.text))]
    return Quotation.MIXED if inner else Quotation.INDIRECT


def _holds(quote: Quote, span: Span) -> bool:
    return quote.outer.start <= span.start and span.end <= quote.outer.end


def _all_quoted(near: list[Quote], draft: Draft) -> bool:
    return bool(near) and all(any(_holds(quote, span) for quote in near) for span in draft.content)


def _title(text: str) -> bool:
    """Say whether words in marks are a title or nickname: every long word begins with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and len(text.split()) < 6 and all(word[0].isupper() for word in words)


def said_at(prepared: Prepared, draft: Draft) -> Span | None:
    """Find the words beside the content that tell when it was said.

    Args:
        prepared: The document.
        draft: The statement.
    """
    grammar = prepared.grammar
    first, last = grammar.sentence(draft.anchor)
    calendar = prepared.cues.lists["calendar"]
    outside = [index for index in range(first, last) if not _within(draft, grammar.tokens[index].start)]
    for index in outside:
        if grammar.lower[index] in calendar and not _in_source(draft, index) and _temporal(prepared, index):
            return grammar.span(*_widened(prepared, index, first, last, draft))
    return None


def _within(draft: Draft, offset: int) -> bool:
    return any(span.start <= offset < span.end for span in draft.content)


def _in_source(draft: Draft, index: int) -> bool:
    return draft.source is not None and draft.source[0] <= index < draft.source[1]


def _temporal(prepared: Prepared, index: int) -> bool:
    """Say whether a calendar word is used as one: "may" the verb and "second" things are not."""
    return prepared.grammar.tokens[index].pos in ("NOUN", "PROPN", "ADV", "X")


def _widened(prepared: Prepared, index: int, first: int, last: int, draft: Draft) -> tuple[int, int]:
    """Return the calendar words and numbers that stand together with one."""
    grammar, calendar = prepared.grammar, prepared.cues.lists["calendar"]
    begin, end = index, index + 1
    while begin > first and not _within(draft, grammar.tokens[begin - 1].start) and _dates(prepared, begin - 1, calendar):
        begin -= 1
    while end < last and not _within(draft, grammar.tokens[end].start) and _dates(prepared, end, calendar):
        end += 1
    return begin, end


def _dates(prepared: Prepared, index: int, calendar: frozenset[str]) -> bool:
    token = prepared.grammar.tokens[index]
    return token.pos == "NUM" or token.text.isdigit() or prepared.grammar.lower[index] in calendar


def addressee_of(prepared: Prepared, draft: Draft) -> str:
    """Return the words that tell to whom it was said, or the empty string.

    Args:
        prepared: The document.
        draft: The statement.
    """
    grammar = prepared.grammar
    if draft.rule.startswith(("noun", "preposition", "hearsay", "turn")):
        return ""
    lemma = grammar.tokens[draft.anchor].lemma
    for child in grammar.children[draft.anchor]:
        token = grammar.tokens[child]
        outside = not _within(draft, token.start) and not _in_source(draft, child)
        told = lemma in _TOLD and token.dep in ("obj", "iobj", "dative")
        led = (
            token.dep in ("obl", "obl:arg", "iobj")
            and preposition(grammar, child) in ("to", "à", "au", "aux")
            and not _time_word(prepared, child)
        )
        if outside and token.pos in ("NOUN", "PROPN", "PRON") and (told or led):
            return grammar.words(*subtree_phrase(grammar, child))
    return ""


def _time_word(prepared: Prepared, index: int) -> bool:
    return prepared.grammar.lower[index] in prepared.cues.lists["calendar"]


def containers(drafts: Sequence[Draft]) -> list[int | None]:
    """Say for each draft in the content of which other it stands.

    Args:
        drafts: The statements, in order of the text.

    Returns:
        For each the index of the smallest content that holds its own content and cue, or None.
    """
    return [_container(drafts, index) for index in range(len(drafts))]


def _container(drafts: Sequence[Draft], index: int) -> int | None:
    draft = drafts[index]
    whole = draft.span.cover(draft.cue) if draft.cue else draft.span
    holding = [
        other
        for other, candidate in enumerate(drafts)
        if other != index and any(span.holds(whole) and span != draft.span for span in candidate.content)
    ]
    return min(holding, key=lambda other: (len(drafts[other].span), other), default=None)
