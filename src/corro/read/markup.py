"""Takes Markdown's marks out of the text as shown; the map still leads to them."""

import re
from collections.abc import Iterator

from corro.model import SegmentKind
from corro.read.draft import Mark
from corro.read.mapped import Edit, MappedText
from corro.values import Span

_HEADING = re.compile(r"^(?P<mark>\#{1,6}[ \t]+)(?P<words>[^\n]{0,300}?)(?P<tail>[ \t]{0,20}\#{0,20}[ \t]{0,20})$", re.MULTILINE)
_QUOTED = re.compile(r"^(?:>[ \t]?)+", re.MULTILINE)
_BOLD = re.compile(r"(?P<mark>\*\*|__)(?=\S)(?P<words>[^\n*_]{1,400}?)(?<=\S)(?P=mark)")
_LINK = re.compile(r"(?P<mark>!?\[)(?P<words>[^\]\n]{0,400})(?P<tail>\]\([^()\s\n]{0,2000}(?:[ \t]+\"[^\"\n]{0,400}\")?\))")
"""Source: CommonMark 0.31.2, sections 4.2 (ATX headings), 5.1 (block quotes), 6.2 (strong emphasis), 6.3 (links), in their plain
forms."""


def headings(text: MappedText) -> tuple[Mark, ...]:
    """Find Markdown's headings.

    Args:
        text: The text, marks still in it.

    Returns:
        Their words, in raw offsets: a first level before everything else is the headline, all others are subheadings.
    """
    found = []
    for match in _HEADING.finditer(text.text):
        if match["words"].strip():
            first = len(match["mark"].strip()) == 1 and not text.text[: match.start()].strip()
            kind = SegmentKind.HEADLINE if first else SegmentKind.SUBHEADING
            start, end = text.offsets.to_raw(match.start("words")), text.offsets.to_raw(match.end("words"))
            found.append(Mark(kind, Span(start, end)))
    return tuple(found)


def without_marks(text: MappedText) -> MappedText:
    """Return the text without the marks of headings, quotations, strong emphasis and links; a link's address goes too.

    Args:
        text: The text with its marks.
    """
    text = text.edited(_around(_HEADING, text.text))
    text = text.edited(Edit(match.start(), match.end(), "") for match in _QUOTED.finditer(text.text))
    text = text.edited(_around(_LINK, text.text))
    return text.edited(_around(_BOLD, text.text))


def _around(pattern: re.Pattern[str], text: str) -> Iterator[Edit]:
    """Yield the edits that leave only the words of each match."""
    for match in pattern.finditer(text):
        if match["words"].strip():
            yield Edit(match.start(), match.start("words"), "")
            yield Edit(match.end("words"), match.end(), "")
