"""Media types: by the first bytes, then by the name."""

import pytest
from tests.unit.read.evidence import SENTENCE, a_docx, a_mail, a_pdf, a_zip

from corro.collect import media_type


@pytest.mark.parametrize(
    ("name", "kind"),
    [
        ("a.txt", "text/plain"),
        ("a.MD", "text/plain"),
        ("a.csv", "text/csv"),
        ("a.jsonl", "application/x-ndjson"),
        ("a.json", "application/json"),
        ("a.eml", "message/rfc822"),
        ("a", "text/plain"),
        ("a.report", "text/plain"),
    ],
)
def test_text_goes_by_its_name(name: str, kind: str) -> None:
    """Text that does not show what it is goes by its suffix, whatever its case; without one it is plain."""
    assert media_type(SENTENCE.encode(), name) == kind


def test_bytes_go_before_the_name() -> None:
    """A page, a PDF, a Word file and an archive are known whatever they are called."""
    assert media_type(b"<!DOCTYPE html><html><body>x</body></html>", "a.txt") == "text/html"
    assert media_type(b'<?xml version="1.0"?>\n<html xmlns="x">', "a.txt") == "text/html"
    assert media_type(a_pdf([["x"]]), "a.txt") == "application/pdf"
    assert media_type(a_docx([("Normal", "x")]), "a.zip").endswith("wordprocessingml.document")
    assert media_type(a_zip({"a.txt": b"x"}), "a.docx") == "application/zip"


def test_what_standard_input_holds_is_guessed() -> None:
    """A mail, JSON and JSON Lines are known without a name."""
    assert media_type(a_mail(Subject="x"), "stdin") == "message/rfc822"
    assert media_type(b'{"text": "x"}\n{"text": "y"}\n', "stdin") == "application/x-ndjson"
    assert media_type(b'[\n {"text": "x"}]', "stdin") == "application/json"
    assert media_type(b'{\n "text": "x"}', "stdin") == "application/json"


@pytest.mark.parametrize(
    "content",
    [
        bytes(range(256)),
        b"\x89PNG\r\n\x1a\n",
        b"\x00\x01text",
        b"MZ\x90\x00\x03",
        b"\x1f\x8b\x08",
        b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1",
    ],
)
def test_what_is_no_text_is_not_taken_for_it(content: bytes) -> None:
    """Binary bytes are no text, even when they are named so."""
    assert not media_type(content, "a.txt").startswith("text/")


def test_utf_16_is_text() -> None:
    """A byte order mark makes text of bytes that hold zeros."""
    assert media_type(SENTENCE.encode("utf-16"), "a.txt") == "text/plain"


def test_one_stray_control_character_makes_no_binary() -> None:
    """A long text with one control character stays text."""
    assert media_type((SENTENCE * 5 + "\x02").encode(), "a.txt") == "text/plain"


def test_office_files_that_are_no_word_documents_are_told_from_archives() -> None:
    """A spreadsheet is not unpacked into its XML parts."""
    assert media_type(a_zip({"[Content_Types].xml": b"<x/>", "xl/workbook.xml": b"<x/>"}), "a.xlsx") == "application/x-office"
