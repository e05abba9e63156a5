"""Cutting a document into what is parsed."""

from hypothesis import given
from hypothesis import strategies as st
from tests.unit.annotate.builders import B, C, F, H, a_document

from corro.annotate.pieces import LONGEST_PIECE, pieces
from corro.model import Document, SegmentKind


def test_only_parts_with_sentences_are_parsed() -> None:
    """Furniture, bylines, credits and datelines are left out; the rest keeps its offsets."""
    kinds = (H, C, SegmentKind.BYLINE, B, SegmentKind.CREDIT, F)
    document = a_document("A title", "A caption.", "By A. Writer", "A paragraph.", "AFP", "Share", kinds=kinds)
    found = pieces(document)
    assert [piece.shown for piece in found] == ["A title", "A caption.", "A paragraph."]
    assert [piece.segment for piece in found] == [0, 1, 3]


def test_a_dateline_left_in_the_first_paragraph_is_not_parsed() -> None:
    """The sentence begins after the dash."""
    for start in ("BAMAKO, 6 février 2023 (AFP) – ", "DOUENTZA (Kori News Agency) - ", "GAO, Mali -- "):
        document = a_document(start + "The army said so.", "BAMAKO - The end.")
        first, second = pieces(document)
        assert first.shown == "The army said so."
        assert second.shown == "BAMAKO - The end."


def test_a_paragraph_without_dateline_is_whole() -> None:
    """An acronym, a dash or a bracket alone makes no dateline."""
    for text in ("MINUSMA said - again - no.", "UN experts (all of them) spoke.", "The FAMa-led patrol left."):
        assert pieces(a_document(text))[0].shown == text


def test_odd_characters_become_plain_for_the_parser() -> None:
    """One for one: the offsets stay."""
    piece = pieces(a_document("l’armée\u00a0: «\u202foui\u202f»\nnon"))[0]
    assert piece.parsed == "l'armée : « oui » non"
    assert len(piece.parsed) == len(piece.shown)


def test_a_long_segment_is_cut_at_sentences() -> None:
    """No piece is longer than the limit, none begins inside a word, and nothing but blanks is lost."""
    document = a_document("The army said so again. " * 3000)
    found = pieces(document)
    assert len(found) > 1
    assert all(len(piece.shown) <= LONGEST_PIECE for piece in found)
    assert all(piece.shown.strip().startswith("The") for piece in found)
    assert "".join(piece.shown for piece in found) == document.text


def test_a_document_without_segments_is_one_paragraph() -> None:
    """Then the whole text is taken as body."""
    document = Document("d", "d", "00", "t", "t", "All of it.")
    assert [piece.shown for piece in pieces(document)] == ["All of it."]


@given(st.text(max_size=200))
def test_pieces_are_the_text_itself(text: str) -> None:
    """Shown characters are those of the document at the offset, and as many are parsed."""
    document = a_document(text)
    for piece in pieces(document):
        assert document.text[piece.start : piece.start + len(piece.shown)] == piece.shown
        assert len(piece.parsed) == len(piece.shown)
