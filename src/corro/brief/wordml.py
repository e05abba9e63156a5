"""Paragraphs as Word's files have them: made as text, for python-docx takes a millisecond for each.

Source: ECMA-376, part 1, 17.3.
"""

from xml.sax.saxutils import escape

WORD = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
"""The names of a Word document's elements."""

_UNPRINTABLE = {code: None for code in range(32) if code not in (9, 10, 13)}
"""Characters that XML cannot hold. Source: W3C, XML 1.0, 2.2."""


def paragraph(text: str, style: str = "", after: str = "", *, bold: bool = False) -> str:
    """Return a paragraph.

    Args:
        text: Its words.
        style: Id of its style, or empty for the usual one.
        after: What stands after the words, as XML: references to notes.
        bold: Whether the words are bold.

    Returns:
        The XML, in which `w:` stands for `WORD`.
    """
    styled = f'<w:pPr><w:pStyle w:val="{style}"/></w:pPr>' if style else ""
    heavy = "<w:rPr><w:b/></w:rPr>" if bold else ""
    words = f'<w:r>{heavy}<w:t xml:space="preserve">{escaped(text)}</w:t></w:r>' if text else ""
    return f"<w:p>{styled}{words}{after}</w:p>"


def escaped(text: str) -> str:
    """Return words as XML can hold them."""
    return escape(text.translate(_UNPRINTABLE))


def named(xml: str) -> str:
    """Return an element that says itself what `w:` stands for."""
    end = min(at for at in (xml.find(">"), xml.find(" "), xml.find("/")) if at > 0)
    return f'{xml[:end]} xmlns:w="{WORD}"{xml[end:]}'
