"""Reads web pages: the article, its captions and the metadata of the page's head."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from corro.model import Received, SegmentKind
from corro.read.decode import decode, unreadable
from corro.read.draft import Blocks, Doubt, Draft, Refusal
from corro.read.fields import ADDRESS, BYLINE, LANGUAGE, OUTLET, PUBLISHED, TITLE
from corro.read.foreign import guarded
from corro.read.options import ReadOptions
from corro.read.page import Piece, pieces
from corro.values import fold

_CHARSET = re.compile(rb"<meta[^>]+charset\s*=\s*[\"']?\s*([A-Za-z0-9_:.-]{1,40})", re.IGNORECASE)
_DECLARATION = re.compile(r"\s*<\?xml[^>]{0,200}\?>")
_LOOK_FOR_CHARSET = 1024
"""Bytes within which a page states its encoding. Source: HTML Living Standard, 4.2.5.4."""

_META: Mapping[str, tuple[str, ...]] = {
    TITLE: ("og:title", "twitter:title"),
    OUTLET: ("og:site_name", "application-name", "dc.publisher", "dcterms.publisher"),
    ADDRESS: ("og:url",),
    PUBLISHED: ("article:published_time", "datepublished", "dc.date", "dcterms.date", "dcterms.issued", "date", "pubdate"),
    BYLINE: ("author", "article:author", "dc.creator"),
    LANGUAGE: ("og:locale", "content-language", "dc.language"),
}
"""Source: The Open Graph protocol (og:, article:); Dublin Core in HTML (DC-HTML 2008); schema.org NewsArticle; HTML Living
Standard, 4.2.5.1."""

_FEWEST_WORDS = 8
"""A page holds an article where one paragraph is a sentence of so many words. Source: chosen on samples/mali and on pages of
links alone, 2026-11."""

_SENTENCE_END = re.compile(r"[.!?…][)\]»”\"'’]*\s*\Z")
_HEADINGS = frozenset({"h1", "h2", "h3", "h4", "h5", "h6"})
_NOT_HTML = Refusal("html_broken", "The page cannot be parsed. Save it again from the browser and give that.")
_NO_ARTICLE = Refusal(
    "no_article",
    "The page holds no article: only links, menus or an error message. Open the article itself, save that page and give it.",
)


@dataclass(frozen=True, slots=True)
class WebText:
    """The text of a page.

    Attributes:
        blocks: Its pieces, those of a known kind marked.
        fields: What the page's head says.
        doubts: Where the article had to be guessed.
    """

    blocks: Blocks
    fields: dict[str, str]
    doubts: tuple[Doubt, ...] = ()


def read_html(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a web page; the text extracted from it counts as its raw text. See `corro.read.door` for the contract of a reader."""
    del options
    declared = _CHARSET.search(received.content[:_LOOK_FOR_CHARSET])
    decoded = decode(received.content, declared.group(1).decode("ascii") if declared else "")
    page = unreadable(decoded.text) or web_text(decoded.text)
    if isinstance(page, Refusal):
        yield page
        return
    doubts = (*decoded.doubts, *page.doubts)
    yield Draft(page.blocks.text, page.fields, page.blocks.marks, encoding=decoded.encoding, doubts=doubts)


def web_text(source: str) -> WebText | Refusal:
    """Take the article out of a page.

    The parts are those that trafilatura (Barbaresi 2021) takes for the article, in the page's own order, with what it drops and a
    record needs: the headline, captions and the byline.

    Args:
        source: The page as decoded.

    Returns:
        The article and what the head says, or why there is none: a page without one sentence is refused, since its links and menus
        would pass for claims; a page with sentences in which trafilatura finds no article is accepted with an issue.
    """
    return guarded(_NOT_HTML, lambda: _web_text(_DECLARATION.sub("", source, count=1)))


def _web_text(source: str) -> WebText | Refusal:
    from lxml.html import document_fromstring

    tree = document_fromstring(source)
    fields = _head(tree)
    found = list(pieces(tree))
    article = _article(source)
    headline = next((piece for piece in found if piece.tag == "h1"), None)
    kept = [piece for piece in found if piece is headline or piece.figure or piece.byline or article.holds(piece.text)]
    known = any(_is_prose(piece) for piece in kept)
    if not known:
        kept = [piece for piece in found if piece.figure or piece.tag in _HEADINGS or _is_prose(piece)]
    if not any(_is_prose(piece) for piece in kept):
        return _NO_ARTICLE
    if headline is not None:
        fields.setdefault(TITLE, headline.text)
    return WebText(_blocks(kept, headline), fields, () if known else (_guessed(),))


@dataclass(frozen=True, slots=True)
class _Article:
    """The letters of what trafilatura takes for the article, whole and by block."""

    whole: str = ""
    blocks: frozenset[str] = frozenset()

    def holds(self, text: str) -> bool:
        """Say whether a paragraph is part of it."""
        letters = _letters(text)
        return letters in self.blocks or letters in self.whole


def _article(source: str) -> _Article:
    from lxml.html import document_fromstring
    from trafilatura import bare_extraction

    found = bare_extraction(document_fromstring(source), with_metadata=False, include_comments=False, include_tables=True)
    body = getattr(found, "body", None)
    if body is None:
        return _Article()
    blocks = frozenset(_letters("".join(element.itertext())) for element in body)
    return _Article(_letters("".join(body.itertext())), blocks)


def _letters(text: str) -> str:
    return "".join(text.split())


def _is_prose(piece: Piece) -> bool:
    enough = len(piece.text.split()) >= _FEWEST_WORDS
    return enough and not piece.figure and piece.tag not in _HEADINGS and bool(_SENTENCE_END.search(piece.text))


def _blocks(kept: list[Piece], headline: Piece | None) -> Blocks:
    blocks = Blocks()
    for piece in kept:
        blocks.add(piece.text, _kind(piece, headline))
    return blocks


def _kind(piece: Piece, headline: Piece | None) -> SegmentKind | None:
    if piece is headline:
        return SegmentKind.HEADLINE
    if piece.figure:
        return SegmentKind.CAPTION
    if piece.tag in _HEADINGS:
        return SegmentKind.SUBHEADING
    return SegmentKind.BYLINE if piece.byline else None


def _head(tree: Any) -> dict[str, str]:
    """Read the page's metadata."""
    given = _meta_values(tree)
    fields = {field: given[name] for field, names in _META.items() for name in reversed(names) if name in given}
    canonical = tree.xpath("string(//link[@rel='canonical']/@href)").strip()
    language = (tree.get("lang") or tree.get("{http://www.w3.org/XML/1998/namespace}lang") or "").strip()
    moment = tree.xpath("string((//time[@itemprop='datePublished' or @pubdate]/@datetime)[1])").strip()
    title = " ".join(tree.xpath("string(//title)").split())
    for field, value in ((ADDRESS, canonical), (PUBLISHED, moment), (TITLE, _bare_title(title, fields.get(OUTLET, "")))):
        if value:
            fields.setdefault(field, value)
    if language:
        fields[LANGUAGE] = language
    return _plausible(fields)


def _meta_values(tree: Any) -> dict[str, str]:
    values: dict[str, str] = {}
    for element in tree.iter("meta"):
        name = element.get("property") or element.get("name") or element.get("itemprop") or element.get("http-equiv") or ""
        content = (element.get("content") or "").strip()
        if content:
            values.setdefault(name.strip().lower(), content)
    return values


def _bare_title(title: str, outlet: str) -> str:
    """Take the outlet's name off the end of a page title."""
    for bar in (" | ", " - ", " – ", " — "):
        head, found, tail = title.rpartition(bar)
        if found and outlet and fold(tail) == fold(outlet):
            return head
    return title


def _plausible(fields: dict[str, str]) -> dict[str, str]:
    """Leave out an author that is the outlet itself or an address."""
    byline = fields.get(BYLINE, "")
    if byline.startswith("http") or (byline and fold(byline) == fold(fields.get(OUTLET, ""))):
        del fields[BYLINE]
    return fields


def _guessed() -> Doubt:
    message = "The page does not mark its article, so every full sentence outside its menus was taken. Compare with the page."
    return Doubt("no_article", message)
