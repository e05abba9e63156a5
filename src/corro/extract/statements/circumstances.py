"""To whom it was said, how much of it is verbatim, and in what other statement it stands."""

from bisect import bisect_left
from collections.abc import Sequence

from corro.extract.statements.draft import Draft
from corro.extract.statements.objects import preposition
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.quotes import Quote
from corro.model import Quotation
from corro.values import Span, fold

_BEFORE = 16
"""Quotations looked at before a passage: twice as many as can stand in one another."""

_TOLD = frozenset({"tell", "inform", "remind", "assure", "brief", "warn", "informer", "avertir", "prévenir", "assurer", "promise"})


def quotation_of(prepared: Prepared, draft: Draft) -> Quotation:
    """Say how much of the content stands in quotation marks.

    Args:
        prepared: The document.
        draft: The statement.
    """
    if draft.rule == "turn":
        return Quotation.DIRECT
    near = _overlapping(prepared.quotes, draft.span)
    if any(all(_holds(quote, span) for span in draft.content) for quote in near) or _all_quoted(near, draft):
        return Quotation.DIRECT
    words = (prepared.grammar.trimmed(quote.span.start, quote.span.end) for quote in near)
    inner = [span for span in words if span and draft.span.holds(span) and not _title(span.of(prepared.grammar.text))]
    return Quotation.MIXED if inner else Quotation.INDIRECT


def _overlapping(quotes: tuple[Quote, ...], span: Span) -> list[Quote]:
    """Return the quotations that share characters with a passage; those that begin before it are looked for a little way back."""
    first = bisect_left(quotes, span.start, key=lambda quote: quote.outer.start)
    last = bisect_left(quotes, span.end, key=lambda quote: quote.outer.start)
    return [quote for quote in quotes[max(0, first - _BEFORE) : last] if quote.outer.overlaps(span)]


def _holds(quote: Quote, span: Span) -> bool:
    return quote.outer.start <= span.start and span.end <= quote.outer.end


def _all_quoted(near: list[Quote], draft: Draft) -> bool:
    return bool(near) and all(any(_holds(quote, span) for quote in near) for span in draft.content)


def _title(text: str) -> bool:
    """Say whether words in marks are a title or nickname: every long word begins with a capital."""
    words = [word for word in text.split() if len(word) > 3]
    return bool(words) and len(text.split()) < 6 and all(word[0].isupper() for word in words)


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
        outside = not draft.says(token.start) and not draft.names(child)
        told = lemma in _TOLD and token.dep in ("obj", "iobj", "dative")
        led = (
            token.dep in ("obl", "obl:arg", "iobj")
            and preposition(grammar, child) in ("to", "à", "au", "aux")
            and not _time_word(prepared, child)
        )
        if outside and token.pos in ("NOUN", "PROPN", "PRON") and (told or led):
            return grammar.words(*subtree_phrase(grammar, child))
    return ""


def about_of(prepared: Prepared, draft: Draft, speaker: str | None) -> tuple[str, ...]:
    """Return whom a statement is about: the persons and bodies that its content names, each once, without whoever speaks.

    Args:
        prepared: The document.
        draft: The statement.
        speaker: The speaker's name, or None.
    """
    mentions = (mention for span in draft.content for mention in prepared.grammar.names_over(span))
    names = dict.fromkeys(mention.name or mention.text for mention in mentions)
    return tuple(name for name in names if speaker is None or fold(name) != fold(speaker))


def _time_word(prepared: Prepared, index: int) -> bool:
    return prepared.grammar.lower[index] in prepared.cues.lists["calendar"]


def containers(drafts: Sequence[Draft]) -> list[int | None]:
    """Say for each draft in the content of which other it stands.

    Args:
        drafts: The statements.

    Returns:
        For each the index of the smallest content that holds its own content and cue, or None.
    """
    found: list[int | None] = [None] * len(drafts)
    spans = sorted((span.start, -span.end, index) for index, draft in enumerate(drafts) for span in draft.content)
    wholes = sorted((_whole(draft), index) for index, draft in enumerate(drafts))
    around: list[tuple[int, int, int]] = []
    place = 0
    for whole, index in wholes:
        while place < len(spans) and spans[place][0] <= whole.start:
            around.append(spans[place])
            place += 1
        around = [span for span in around if -span[1] > whole.start]
        found[index] = _smallest(around, drafts, index, whole)
    return found


def _whole(draft: Draft) -> Span:
    return draft.span.cover(draft.cue) if draft.cue else draft.span


def _smallest(around: list[tuple[int, int, int]], drafts: Sequence[Draft], index: int, whole: Span) -> int | None:
    """Return whose is the smallest span around a whole that is longer than its content."""
    holding = [
        (-end - start, other)
        for start, end, other in around
        if other != index and -end >= whole.end and Span(start, -end) != drafts[index].span
    ]
    return min(holding)[1] if holding else None
