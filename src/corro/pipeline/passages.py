"""Finds the sentence in which some characters stand, so that they can be shown underlined in it."""

import re
from dataclasses import dataclass

from corro.model import Document
from corro.values import Span

_END = re.compile(r"[.!?…][\"'”’»)\]]*(?=\s)")
"""Where a sentence may end. Only for showing: a cut after an abbreviation shows less, and nothing wrong."""


@dataclass(frozen=True, slots=True)
class Underlined:
    """Words in their sentence.

    Attributes:
        document_id: The document.
        sentence: Text of the sentence, as the document has it.
        underline: The words, counted from the beginning of the sentence.
        span: The words, counted from the beginning of the document.
    """

    document_id: str
    sentence: str
    underline: Span
    span: Span

    @property
    def words(self) -> str:
        """The words themselves."""
        return self.underline.of(self.sentence)


def underlined(document: Document, span: Span, passage: Span | None = None) -> Underlined:
    """Show words in their sentence.

    Args:
        document: The document.
        span: The words.
        passage: A sentence or clause that is known to hold them; one that does not is left aside.

    Returns:
        The words, with the sentence around them.
    """
    whole = passage if passage and passage.holds(span) else sentence_around(document, span)
    return Underlined(document.id, whole.of(document.text), span.moved(-whole.start), span)


def sentence_around(document: Document, span: Span) -> Span:
    """Return the sentences that the words stand in, never more than the paragraphs that hold them.

    Args:
        document: The document.
        span: The words.

    Returns:
        From the end of the sentence before to the end of the last sentence that holds some of the words.
    """
    paragraph = _paragraph(document, span)
    ends = [match.end() for match in _END.finditer(document.text, paragraph.start, paragraph.end)]
    first = max((end for end in ends if end <= span.start), default=paragraph.start)
    last = min((end for end in ends if end >= span.end), default=paragraph.end)
    return _trimmed(document.text, Span(first, max(last, span.end)), span)


def _paragraph(document: Document, span: Span) -> Span:
    held = [segment.span for segment in document.segments if segment.span.overlaps(span)]
    if held:
        return held[0].cover(held[-1]).cover(span)
    first = document.text.rfind("\n", 0, span.start) + 1
    last = document.text.find("\n", span.end)
    return Span(first, last if last >= 0 else len(document.text))


def _trimmed(text: str, whole: Span, kept: Span) -> Span:
    start, end = whole.start, whole.end
    while start < kept.start and text[start].isspace():
        start += 1
    while end > kept.end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)
