"""A document prepared for the statement rules: grammar, the words of its language, and which token stands in which quotation."""

from bisect import bisect_left
from dataclasses import dataclass

from corro.extract.statements.cues import CueIndex, cues
from corro.extract.statements.grammar import Grammar
from corro.extract.statements.mending import mended
from corro.extract.statements.quotes import Quote, find_quotes
from corro.model import Annotated
from corro.values import Span


@dataclass(frozen=True, slots=True)
class Prepared:
    """What the statement rules read.

    Attributes:
        grammar: Its grammar.
        cues: The words of its language.
        quotes: Its quotations.
        inside: For each token the innermost quotation that holds it, or None.
        openings: Offsets of the marks that open quotations.
    """

    grammar: Grammar
    cues: CueIndex
    quotes: tuple[Quote, ...]
    inside: tuple[int | None, ...]
    openings: frozenset[int] = frozenset()

    def quotes_in(self, span: Span) -> tuple[Quote, ...]:
        """Return the quotations that begin in a passage, behind its first character."""
        first = bisect_left(self.quotes, span.start + 1, key=lambda quote: quote.outer.start)
        last = bisect_left(self.quotes, span.end, key=lambda quote: quote.outer.start)
        return self.quotes[first:last]


def prepare(annotated: Annotated) -> Prepared:
    """Mend a document's grammar, find its quotations and say which token stands in which.

    Args:
        annotated: The document.

    Returns:
        What the statement rules read.

    Raises:
        SetupError: The list of cues is missing or malformed.
    """
    known = cues(annotated.document.language.value)
    grammar = Grammar(annotated, mended(annotated.tokens, known.forms, frozenset(known.verbs)))
    quotes = tuple(find_quotes(grammar.text, _paragraphs(grammar)))
    openings = frozenset(quote.outer.start for quote in quotes)
    return Prepared(grammar, known, quotes, _inside(grammar, quotes), openings)


def _paragraphs(grammar: Grammar) -> list[Span]:
    found: dict[int, Span] = {}
    for sentence in grammar.annotated.sentences:
        span = grammar.annotated.sentence_span(sentence)
        found[sentence.paragraph] = found[sentence.paragraph].cover(span) if sentence.paragraph in found else span
    return [found[paragraph] for paragraph in sorted(found)]


def _inside(grammar: Grammar, quotes: tuple[Quote, ...]) -> tuple[int | None, ...]:
    """Return for each token the innermost quotation that holds it; later ones are the inner ones."""
    inside: list[int | None] = [None] * len(grammar.tokens)
    for index, quote in enumerate(quotes):
        for part in quote.parts:
            for token in range(grammar.at(part.start), grammar.at(part.end)):
                inside[token] = index
    return tuple(inside)
