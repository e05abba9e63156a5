"""Turns a web page's tree into its pieces of text, in order, each with what the markup says of it."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

_UNSEEN = frozenset({"script", "style", "noscript", "template", "head", "svg", "iframe", "object", "video", "audio"})
_SKIPPED = _UNSEEN | {"nav", "footer", "aside", "menu", "dialog", "form", "button", "select", "option"}
"""Elements that hold no part of a report. Source: HTML Living Standard, 4.2 to 4.12."""

_PLAIN = frozenset(
    {"a", "abbr", "bdi", "bdo", "cite", "code", "data", "dfn", "kbd", "label", "q", "samp", "span", "time", "var", "wbr"}
)
_FLOWING = _PLAIN | {"b", "big", "del", "em", "font", "i", "ins", "mark", "s", "small", "strike", "strong", "sub", "sup", "tt", "u"}
"""Elements that do not end a paragraph. Source: HTML Living Standard, 3.2.5.2.5 (phrasing content)."""

_SPACES = re.compile(r"[ \t\r\n\f]+")
_SIGNED = re.compile(r"(?:^|[\s_-])(?:byline|author)(?:$|[\s_-])", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Piece:
    """A paragraph of a page.

    Attributes:
        text: Its words, white space collapsed as a browser does.
        tag: The element that it stands in.
        figure: Whether that lies in a figure.
        byline: Whether the markup says that it names the author.
    """

    text: str
    tag: str
    figure: bool = False
    byline: bool = False


def pieces(tree: Any) -> Iterator[Piece]:
    """Yield the paragraphs of a page, leaving out navigation, scripts, forms and asides.

    Args:
        tree: The page as lxml parses it.

    Yields:
        Paragraphs in the order of the page.
    """
    words: list[str] = []
    blocks: list[Any] = []
    for event, element in _events(tree):
        if event == "words":
            words.append(element)
            continue
        if element.tag == "br" and event == "start":
            words.append("\n")
        if element.tag in _FLOWING or element.tag == "br":
            continue
        yield from _piece(words, blocks)
        words = []
        if event == "start":
            blocks.append(element)
        elif blocks:
            blocks.pop()
    yield from _piece(words, blocks)


def _events(tree: Any) -> Iterator[tuple[str, Any]]:
    """Yield `start` and `end` of elements and `words` between them, without recursion."""
    from lxml import etree

    walker = etree.iterwalk(tree, events=("start", "end", "comment", "pi"))
    skipped = None
    for event, element in walker:
        if event == "start" and skipped is None:
            if _is_skipped(element):
                skipped = element
                walker.skip_subtree()
            else:
                yield "start", element
                yield "words", element.text or ""
        elif event == "end":
            if element is skipped:
                skipped = None
            else:
                yield "end", element
        if event != "start":
            yield "words", element.tail or ""


def _is_skipped(element: Any) -> bool:
    if element.tag == "header":
        return not any(parent.tag in ("article", "main") for parent in element.iterancestors())
    return element.tag in _SKIPPED


def _piece(words: list[str], blocks: list[Any]) -> Iterator[Piece]:
    lines = (_SPACES.sub(" ", line).strip(" ") for line in re.split(r"\n\s*\n", "".join(_collapsed(words))))
    texts = [line for line in lines if line]
    if not texts or not blocks:
        return
    inner = blocks[-1]
    figure = any(block.tag == "figure" for block in blocks)
    signed = bool(_SIGNED.search(inner.get("class") or "")) or inner.get("rel") == "author"
    for text in texts:
        yield Piece(text, str(inner.tag), figure or inner.tag == "figcaption", signed)


def _collapsed(words: list[str]) -> Iterator[str]:
    """Collapse the white space of the source, and keep the page's own line breaks: two of them end a paragraph."""
    return (word if word == "\n" else _SPACES.sub(" ", word) for word in words)
