"""Writes a draft as a Word document with real styles, footnotes and alternative texts, the same bytes for the same draft."""

import io
import zipfile
from datetime import datetime
from typing import TYPE_CHECKING, Any

from corro.brief.draft import Block, BlockKind, Draft
from corro.brief.footnotes import Footnotes
from corro.brief.wordml import named, paragraph

if TYPE_CHECKING:
    from docx.document import Document

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
    end = document.sections[-1]._sectPr  # noqa: SLF001 - looked up once: python-docx goes through the whole text for it
    for block in draft.blocks:
        if block.kind is BlockKind.PICTURE:
            _picture(document, block, draft)
        else:
            _append(end, _block(block, footnotes))
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


def _block(block: Block, footnotes: Footnotes) -> str:
    match block.kind:
        case BlockKind.HEADING:
            return paragraph(block.text, f"Heading{block.level - 1}")
        case BlockKind.TABLE:
            return _table(block, footnotes)
        case _:
            style = "ListBullet" if block.kind is BlockKind.POINT else ""
            return paragraph(block.text, style, footnotes.references(block.cited))


def _append(end: Any, xml: str) -> None:
    """Put a paragraph or table at the end of the text, before what the file says of its pages."""
    from docx.oxml import parse_xml

    end.addprevious(parse_xml(named(xml)))


def _table(block: Block, footnotes: Footnotes) -> str:
    head = "".join(_cell(paragraph(column, bold=True)) for column in (*block.columns, "№"))
    rows = "".join(
        "<w:tr>"
        + "".join(_cell(paragraph(words)) for words in cells)
        + f"{_cell(paragraph('', '', footnotes.references(cited)))}</w:tr>"
        for cells, cited in block.rows
    )
    grid = "<w:gridCol/>" * (len(block.columns) + 1)
    frame = '<w:tblPr><w:tblStyle w:val="TableGrid"/><w:tblW w:type="auto" w:w="0"/></w:tblPr>'
    repeated = f"<w:tr><w:trPr><w:tblHeader/></w:trPr>{head}</w:tr>"
    return f"<w:tbl>{frame}<w:tblGrid>{grid}</w:tblGrid>{repeated}{rows}</w:tbl>"


def _cell(inside: str) -> str:
    return f"<w:tc>{inside}</w:tc>"


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
