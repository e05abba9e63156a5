"""Word documents."""

from tests.unit.read.evidence import SENTENCE, a_docx, document, kinds, reading


def test_styles_tell_the_parts() -> None:
    """Title, headings and captions are known by their styles."""
    made = a_docx(
        [("Title", "Two patrols"), ("Normal", SENTENCE), ("Heading 1", "Access"), ("Caption", "The bridge"), ("Normal", SENTENCE)]
    )
    found = document(made, "note.docx")
    assert [kind for kind, _ in kinds(found)] == ["headline", "body", "subheading", "caption", "body"]
    assert found.title.text == "Two patrols"


def test_tables_are_read_row_by_row() -> None:
    """The cells of a row make one line, in the place where the table stands."""
    import io

    import docx

    made = docx.Document()
    made.add_paragraph(SENTENCE)
    table = made.add_table(rows=1, cols=2)
    table.rows[0].cells[0].text, table.rows[0].cells[1].text = "Lukeni", "12 refused"
    buffer = io.BytesIO()
    made.save(buffer)
    assert kinds(document(buffer.getvalue(), "note.docx"))[-1][1] == "Lukeni – 12 refused"


def test_broken_empty_and_swollen_files_are_refused() -> None:
    """Each says what to do."""
    from corro.read import ReadOptions

    whole = a_docx([("Normal", SENTENCE)])
    assert reading(whole[: len(whole) // 2], "note.docx").code == "docx_broken"
    assert reading(a_docx([]), "note.docx").code == "empty"
    swollen = a_docx([("Normal", SENTENCE * 5000)])
    assert reading(swollen, "note.docx", ReadOptions(max_bytes=len(swollen) + 1)).code == "docx_too_large"
