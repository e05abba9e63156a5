"""Reads Word documents (.docx): paragraphs and tables in order, with what the styles say."""

import io
import zipfile
from collections.abc import Iterator
from typing import Any

from corro.model import Received, SegmentKind
from corro.read.draft import Blocks, Draft, Refusal
from corro.read.foreign import guarded
from corro.read.options import ReadOptions

_BROKEN = Refusal(
    "docx_broken", "The Word file cannot be opened. Open it in a word processor, save it anew as .docx and give that."
)
_TOO_LARGE = Refusal(
    "docx_too_large", "The Word file would grow beyond measure when unpacked. Save its text as .txt and give that."
)
_EMPTY = Refusal("empty", "The Word file holds no words; pictures of pages are not read. Ask for the text, or leave the file out.")


def read_docx(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a .docx file; its paragraphs, apart by blank lines, count as its raw text. See `corro.read.door` for the contract."""
    found = guarded(_BROKEN, lambda: _blocks(received.content, options.max_bytes))
    if isinstance(found, Refusal):
        yield found
    elif not any(letter.isalnum() for letter in found.text):
        yield _EMPTY
    else:
        yield Draft(found.text, marks=found.marks, encoding="docx")


def _blocks(content: bytes, max_bytes: int) -> Blocks | Refusal:
    import docx

    with zipfile.ZipFile(io.BytesIO(content)) as archive:
        if sum(info.file_size for info in archive.infolist()) > max_bytes:
            return _TOO_LARGE
    blocks = Blocks()
    for item in docx.Document(io.BytesIO(content)).iter_inner_content():
        if hasattr(item, "rows"):
            for line in _rows(item):
                blocks.add(line)
        else:
            _add_paragraph(blocks, item)
    return blocks


def _add_paragraph(blocks: Blocks, paragraph: Any) -> None:
    blocks.add(paragraph.text.strip(), _kind(paragraph.style.name if paragraph.style is not None else ""))


def _kind(style: str | None) -> SegmentKind | None:
    """Say what a built-in style makes of a paragraph. Source: ECMA-376-1:2016, 17.7.4.9, built-in style names."""
    name = (style or "").casefold()
    if name == "title":
        return SegmentKind.HEADLINE
    if name == "caption":
        return SegmentKind.CAPTION
    return SegmentKind.SUBHEADING if name.startswith("heading") else None


def _rows(table: Any) -> Iterator[str]:
    """Yield each row of a table as a line, a cell that spans several columns once."""
    for row in table.rows:
        cells: list[str] = []
        for cell in row.cells:
            text = cell.text.strip()
            if text and (not cells or cells[-1] != text):
                cells.append(text)
        yield " – ".join(cells)
