"""Whatever the bytes and whatever their name, reading ends, and what it gives holds together."""

import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from tests.unit.read.evidence import PHRASE, SENTENCE, a_docx, a_mail, a_pdf, a_zip, reading

from corro.collect import collect
from corro.model import Document, Received
from corro.read import ReadOptions, read

SUFFIXES = (".txt", ".md", ".html", ".pdf", ".docx", ".eml", ".json", ".jsonl", ".csv", ".tsv", ".zip", ".bin", "")
WHOLE = {
    ".txt": f"---\ntitle: T\n---\n\nBAMAKO, 6 Feb (AFP) – {SENTENCE}\n\n{PHRASE}Â".encode(),
    ".html": f"<html><meta charset='utf-8'><body><article><h1>T</h1><p>{SENTENCE}</p></article></body></html>".encode(),
    ".pdf": a_pdf([[SENTENCE]]),
    ".docx": a_docx([("Title", "T"), ("Normal", SENTENCE)]),
    ".eml": a_mail(attachments={"a.txt": SENTENCE.encode()}),
    ".jsonl": json.dumps({"text": SENTENCE}).encode(),
    ".csv": f'id,text\nK1,"{SENTENCE}"\n'.encode(),
    ".zip": a_zip({"a.txt": SENTENCE.encode()}),
}
UNHURRIED = settings(deadline=None, max_examples=150, suppress_health_check=[HealthCheck.too_slow])


def _check(document: Document) -> None:
    """Segments cover the text once, the map never runs backwards, and everything can be stored."""
    at = 0
    for segment in document.segments:
        assert not document.text[at : segment.span.start].strip()
        assert at <= segment.span.start < segment.span.end <= len(document.text)
        at = segment.span.end
    assert not document.text[at:].strip()
    places = [document.offsets.to_raw(offset) for offset in range(len(document.text) + 1)]
    assert places == sorted(places)
    "".join([document.text, document.label, document.locator, document.title.text, document.outlet.text]).encode()
    for labelled in (document.title, document.byline, document.dateline_place, *document.credits):
        assert labelled.span is None or labelled.span.end <= len(document.text)


def _read(content: bytes, name: str) -> None:
    found = reading(content, name)
    assert found.documents or found.rejections or (found.rejected and found.code)
    for document in found.documents:
        _check(document)
    for issue in found.issues:
        assert issue.span is None or issue.span.end <= max(len(document.text) for document in found.documents)
        issue.detail.encode()


@UNHURRIED
@given(st.binary(max_size=300), st.sampled_from(SUFFIXES))
def test_any_bytes_end_as_documents_or_a_reason(content: bytes, suffix: str) -> None:
    """Bytes from anywhere."""
    _read(content, f"report{suffix}")


@UNHURRIED
@given(st.text(max_size=300), st.sampled_from(SUFFIXES))
def test_any_text_ends_as_documents_or_a_reason(text: str, suffix: str) -> None:
    """Text from any script."""
    _read(text.encode(errors="surrogatepass"), f"report{suffix}")


@UNHURRIED
@given(st.sampled_from(sorted(WHOLE)), st.data())
def test_damaged_files_end_as_documents_or_a_reason(suffix: str, data: st.DataObject) -> None:
    """Whole files with a stretch cut out or written over."""
    whole = WHOLE[suffix]
    start = data.draw(st.integers(0, len(whole)))
    end = data.draw(st.integers(start, len(whole)))
    _read(whole[:start] + data.draw(st.binary(max_size=20)) + whole[end:], f"report{suffix}")


@UNHURRIED
@given(
    st.lists(
        st.sampled_from(
            [*'Â ÃâéÃ©\n\r\t.,|#-*_[]()<>{}":;', "BAMAKO, ", "6 Feb 2023", " (AFP) – ", "---\n", "Photo: ", SENTENCE, PHRASE]
        )
    )
)
def test_lines_of_cues_end_as_documents_or_a_reason(pieces: list[str]) -> None:
    """The words and marks that the reader itself looks for, in any order."""
    for suffix in (".txt", ".md"):
        _read("".join(pieces).encode(), f"report{suffix}")


@UNHURRIED
@given(st.binary(max_size=300), st.sampled_from([".zip", ".eml"]))
def test_any_bytes_can_be_collected(content: bytes, suffix: str) -> None:
    """Containers of anything yield evidence or receipts."""
    from corro.collect import CollectOptions

    whole = WHOLE[suffix]
    for start in (b"", whole[: len(whole) // 2]):
        for piece in collect(["-"], CollectOptions(stdin=start + content)):
            if isinstance(piece, Received):
                read(piece)


@pytest.mark.parametrize(
    "piece", ["# a" + " " * 20_000, "[" * 20_000, "**" * 20_000, "(A" * 20_000, "A, " * 20_000, " |" * 20_000, "Â" * 20_000]
)
def test_no_line_takes_long(piece: str) -> None:
    """Lines made to make patterns go back and forth are read in good time."""
    import time

    begun = time.process_time()
    read(_received(f"{piece}\n\n{SENTENCE} {piece}x"), ReadOptions())
    assert time.process_time() - begun < 2


def _received(text: str) -> Received:
    from tests.unit.read.evidence import received

    return received(text, "report.md")
