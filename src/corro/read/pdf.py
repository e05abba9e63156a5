"""Reads PDF files through PDFium, one at a time: the library is not safe for threads."""

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from threading import Lock

from corro.model import Received, SegmentKind
from corro.read.draft import Doubt, Draft, Mark, Refusal
from corro.read.foreign import guarded
from corro.read.options import ReadOptions
from corro.values import Span

_ONE_AT_A_TIME = Lock()
_END_MARK = b"%%EOF"
_LOOK_FOR_END = 1024
"""Bytes within which a whole file ends. Source: ISO 32000-2:2020, 7.5.5, with the tolerance of common readers."""

_FEWEST_PAGES = 3
"""From so many pages on, a line that stands at the same end of most of them is a running head. Source: our own judgement."""

_BROKEN = Refusal(
    "pdf_broken", "The PDF cannot be opened; it may be cut off. Ask for it again, or open it in a reader and save it anew."
)
_ENCRYPTED = Refusal(
    "pdf_encrypted", "The PDF is locked with a password. Open it with the password, save it without one and give that."
)
_NO_TEXT = Refusal(
    "pdf_no_text",
    "The PDF holds no text, only pictures of pages. Run text recognition over it (for instance `ocrmypdf`) and give the result.",
)


@dataclass(frozen=True, slots=True)
class _Pages:
    """The pages of a file joined by line ends, with where each page begins and ends."""

    text: str
    spans: tuple[Span, ...]


def read_pdf(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a PDF; the text that PDFium extracts counts as its raw text. See `corro.read.door` for the contract of a reader."""
    del options
    with _ONE_AT_A_TIME:
        pages = guarded(_BROKEN, lambda: _extract(received.content))
    if isinstance(pages, Refusal):
        yield pages
    elif not any(letter.isalnum() for letter in pages.text):
        yield _NO_TEXT
    else:
        yield Draft(pages.text, marks=_running_heads(pages), encoding="pdf", doubts=_cut_off(received.content))


def _extract(content: bytes) -> _Pages | Refusal:
    import pypdfium2

    try:
        document = pypdfium2.PdfDocument(content)
    except pypdfium2.PdfiumError as error:
        return _ENCRYPTED if "password" in str(error).lower() else _BROKEN
    try:
        texts = [_page_text(document, number) for number in range(len(document))]
    finally:
        document.close()
    return _joined([text for text in texts if text.strip()])


def _page_text(document: object, number: int) -> str:
    page = document[number]  # type: ignore[index]
    try:
        text_page = page.get_textpage()
        try:
            return str(text_page.get_text_range()).replace("\x00", "")
        finally:
            text_page.close()
    finally:
        page.close()


def _joined(texts: list[str]) -> _Pages:
    spans, at = [], 0
    for text in texts:
        spans.append(Span(at, at + len(text)))
        at += len(text) + 1
    return _Pages("\n".join(texts), tuple(spans))


def _running_heads(pages: _Pages) -> tuple[Mark, ...]:
    """Mark the lines that stand at the same end of most pages, whatever their numbers, as furniture."""
    if len(pages.spans) < _FEWEST_PAGES:
        return ()
    ends = [end for span in pages.spans for end in _end_lines(pages.text, span)]
    counts = Counter((place, _without_digits(line.of(pages.text))) for place, line in ends)
    repeated = (line for place, line in ends if counts[place, _without_digits(line.of(pages.text))] * 2 > len(pages.spans))
    return tuple(Mark(SegmentKind.FURNITURE, line) for line in repeated)


def _end_lines(text: str, page: Span) -> Iterator[tuple[str, Span]]:
    """Yield the first and the last line of a page that hold anything."""
    lines, at = [], page.start
    for line in page.of(text).splitlines(keepends=True):
        if line.strip():
            start = at + len(line) - len(line.lstrip())
            lines.append(Span(start, start + len(line.strip())))
        at += len(line)
    yield "first", lines[0]
    if len(lines) > 1:
        yield "last", lines[-1]


def _without_digits(line: str) -> str:
    return "".join(sign for sign in line if not sign.isdigit())


def _cut_off(content: bytes) -> tuple[Doubt, ...]:
    if _END_MARK in content[-_LOOK_FOR_END:]:
        return ()
    message = "The PDF has no proper end, so pages may be missing. Ask for it again."
    return (Doubt("pdf_truncated", message),)
