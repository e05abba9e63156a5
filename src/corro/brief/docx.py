"""Writes a draft as a Word document with real styles, footnotes and alternative texts, the same bytes for the same draft."""

import io
import zipfile
from collections.abc import Iterable
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corro.brief.draft import Block, BlockKind, Draft
from corro.brief.footnotes import Footnotes

if TYPE_CHECKING:
    from docx.document import Document
    from docx.text.paragraph import Paragraph

_ZIP_TIME = (1980, 1, 1, 0, 0, 0)
"""The time of every member of the file: the earliest that the format knows, which says nothing. Source: PKWARE, APPNOTE 4.4.6."""

_PICTURE_CM = 16.0
"""Width of a drawing: the text's width on A4 with the template's margins. Source: ISO 216."""


def write(draft: Draft, notes_heading: str) -> bytes:
    """Return a draft as DOCX.

    Args:
        draft: The draft.
        notes_heading: Not used: notes stand at the foot of the page.

    Returns:
        The file.
    """
    import docx

    del notes_heading
    document = docx.Document()
    _describe(document, draft)
    footnotes = Footnotes(document, draft.notes)
    document.add_heading(draft.title, 0)
    for name, value in draft.header:
        paragraph = document.add_paragraph()
        paragraph.add_run(f"{name}: ").bold = True
        paragraph.add_run(value)
    for block in draft.blocks:
        _block(document, block, draft, footnotes)
    footnotes.finish()
    out = io.BytesIO()
    document.save(out)
    return _settled(out.getvalue())


def _describe(document: "Document", draft: Draft) -> None:
    """Fill in the file's own fields: the draft's title and time, and nobody's name."""
    at = datetime.fromisoformat(draft.head["cut_off"]).replace(tzinfo=None)
    fields = document.core_properties
    fields.title, fields.author, fields.last_modified_by, fields.comments = draft.title, "", "", ""
    fields.created = fields.modified = at
    fields.revision = 1
    fields.language = draft.head.get("language", "en")
    marking = draft.header[0][1] if draft.header else ""
    for section in document.sections:
        section.header.paragraphs[0].text = marking
        section.footer.paragraphs[0].text = marking


def _block(document: "Document", block: Block, draft: Draft, footnotes: Footnotes) -> None:
    match block.kind:
        case BlockKind.HEADING:
            document.add_heading(block.text, block.level - 1)
        case BlockKind.TABLE:
            _table(document, block, footnotes)
        case BlockKind.PICTURE:
            _picture(document, block, draft)
        case _:
            style = "List Bullet" if block.kind is BlockKind.POINT else None
            _cited(document.add_paragraph(block.text, style=style), block.cited, footnotes)


def _cited(paragraph: "Paragraph", names: Iterable[str], footnotes: Footnotes) -> None:
    for number, name in enumerate(names):
        if number:
            paragraph.add_run(" ").font.superscript = True
        footnotes.refer(paragraph, name)


def _table(document: "Document", block: Block, footnotes: Footnotes) -> None:
    table = document.add_table(rows=1, cols=len(block.columns) + 1, style="Table Grid")
    for cell, column in zip(table.rows[0].cells, (*block.columns, "№"), strict=True):
        cell.paragraphs[0].add_run(column).bold = True
    _repeat_header(table.rows[0])
    for cells, cited in block.rows:
        row = table.add_row().cells
        for cell, words in zip(row, cells, strict=False):
            cell.text = words
        _cited(row[-1].paragraphs[0], cited, footnotes)


def _repeat_header(row: Any) -> None:
    """Mark a row as the table's head, which is said again on each page and by screen readers."""
    from docx.oxml import OxmlElement

    row._tr.get_or_add_trPr().append(OxmlElement("w:tblHeader"))  # noqa: SLF001 - python-docx has no other way


def _picture(document: "Document", block: Block, draft: Draft) -> None:
    from docx.shared import Cm

    from corro.brief.pdf import png

    svg = draft.pictures.get(block.key.removeprefix("picture/"))
    if svg is None:
        document.add_paragraph(block.text, style="List Bullet")
        return
    shape = document.add_picture(io.BytesIO(png(svg)), width=Cm(_PICTURE_CM))
    shape._inline.docPr.set("descr", block.text)  # noqa: SLF001 - python-docx has no other way
    document.add_paragraph(block.text, style="Caption")


def _settled(packed: bytes) -> bytes:
    """Return the file with its members in order and without times."""
    out = io.BytesIO()
    with zipfile.ZipFile(io.BytesIO(packed)) as before, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as after:
        for name in sorted(before.namelist(), key=lambda name: (name != "[Content_Types].xml", name)):
            after.writestr(zipfile.ZipInfo(name, _ZIP_TIME), before.read(name), zipfile.ZIP_DEFLATED)
    return out.getvalue()
