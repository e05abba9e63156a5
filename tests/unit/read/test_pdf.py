"""PDF files."""

import textwrap

from tests.unit.read.evidence import SENTENCE, a_locked_pdf, a_pdf, codes, document, kinds, reading

WHOLE = f"{SENTENCE} {SENTENCE} Nobody was hurt, a spokesman said."


def _page(number: int) -> list[str]:
    return ["Report on access", *textwrap.wrap(WHOLE, 70), *textwrap.wrap(WHOLE, 70), f"Page {number}"]


def test_lines_make_paragraphs_and_running_heads_are_furniture() -> None:
    """A line that fills its width goes on; what stands at the same end of most pages is no part of the report."""
    found = document(a_pdf([_page(number) for number in (1, 2, 3)]), "report.pdf")
    assert [kind for kind, _ in kinds(found)] == ["furniture", "body", "body", "furniture"] * 3
    assert {" ".join(words.split()) for kind, words in kinds(found) if kind == "body"} == {WHOLE}


def test_a_locked_file_is_refused() -> None:
    """A password is not guessed."""
    assert reading(a_locked_pdf(), "report.pdf").code == "pdf_encrypted"


def test_pictures_of_pages_are_refused() -> None:
    """A file without text says that it wants text recognition."""
    found = reading(a_pdf([[], []]), "report.pdf")
    assert found.code == "pdf_no_text"
    assert "ocrmypdf" in found.rejected


def test_a_file_that_is_cut_off_is_refused_or_doubted() -> None:
    """Half a file cannot be opened; one that lacks only its end is read, with an issue."""
    whole = a_pdf([[SENTENCE]])
    assert reading(whole[: len(whole) // 2], "report.pdf").code == "pdf_broken"
    found = reading(whole.replace(b"%%EOF", b""), "report.pdf")
    assert found.documents[0].text.strip() == SENTENCE
    assert "pdf_truncated" in codes(found)


def test_words_divided_at_the_end_of_a_line_are_whole() -> None:
    """A hyphen that only the line's end brought about is not shown."""
    assert (
        "investigation was" in document(a_pdf([["The investi-", "gation was opened by the judge of Lukeni."]]), "report.pdf").text
    )
