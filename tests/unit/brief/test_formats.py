"""Formats: what they hold, and that they fetch nothing."""

import io
import re
import zipfile
from dataclasses import replace
from xml.etree import ElementTree as ET

import pypdfium2
import pytest
from tests.unit.brief.builders import cite, composed, draft

from corro.brief.draft import Block, BlockKind
from corro.brief.formats import FORMATS, written
from corro.errors import BadOptionError

ONE, TWO = cite(10, 40), cite(50, 90)
SVG = '<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 20 10" width="20" height="10"><rect width="10" height="5"/></svg>'
NASTY = 'He said <script>alert(1)</script> #import "x" & “$x$” *y* _z_ \\ ] [ @r'
DRAFT = replace(
    draft(
        composed(BlockKind.HEADING, "What is reported", "section/facts"),
        composed(BlockKind.PARAGRAPH, NASTY, "H1-AAAAAA/lead", ONE, TWO),
        composed(BlockKind.POINT, "He left again.", "H1-AAAAAA/time", ONE),
        Block(BlockKind.TABLE, key="table/x", cited=(ONE.key,), columns=("a", "b"), rows=((("<b>1</b>", "=1+1"), (ONE.key,)),)),
        Block(BlockKind.PICTURE, "A bar.", "picture/bar"),
        notes=(ONE, TWO),
    ),
    pictures={"bar": SVG},
)


@pytest.mark.parametrize("ending", sorted(FORMATS))
def test_a_format_is_the_same_twice(ending: str) -> None:
    """The same draft gives the same bytes."""
    assert written(DRAFT, ending) == written(DRAFT, ending)


def test_an_unknown_ending_is_refused() -> None:
    """The error names the endings that there are."""
    with pytest.raises(BadOptionError, match=r"\.docx"):
        written(DRAFT, ".odt")


def test_html_runs_nothing_and_fetches_nothing() -> None:
    """Stored markup is text, and no address is loaded."""
    page = written(DRAFT, ".html").decode()
    assert "<script" not in page
    assert "&lt;script&gt;" in page
    assert not re.search(r"(?:src|href)=\"(?!#)", page)
    assert "default-src 'none'" in page


def test_docx_has_footnotes_styles_and_alternative_texts() -> None:
    """A passage that is cited twice has one footnote; pictures say what they show; nobody's name stands in the file."""
    packed = zipfile.ZipFile(io.BytesIO(written(DRAFT, ".docx")))
    notes = ET.fromstring(packed.read("word/footnotes.xml"))  # noqa: S314 - our own file
    w = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"
    assert len([one for one in notes.findall(f"{w}footnote") if int(one.get(f"{w}id", "0")) > 0]) == 2
    body = packed.read("word/document.xml").decode()
    assert body.count("w:footnoteReference ") == 2
    assert f"NOTEREF _{ONE.key}" in body
    assert 'descr="A bar."' in body
    assert "w:tblHeader" in body
    core = packed.read("docProps/core.xml").decode()
    assert "python-docx" not in core
    assert {one.date_time for one in packed.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_pdf_says_what_was_written_and_is_tagged() -> None:
    """The words come out of the file as they went in, and it declares itself accessible."""
    made = written(DRAFT, ".pdf")
    document = pypdfium2.PdfDocument(made)
    text = document[0].get_textpage().get_text_range()
    document.close()
    assert "He said <script>alert(1)</script>" in text.replace("\r\n", " ").replace("\n", " ")
    assert b"/StructTreeRoot" in made or b"/MarkInfo" in made or b"ObjStm" in made
