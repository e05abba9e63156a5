"""Decoding of bytes."""

import pytest
from tests.unit.read.evidence import PHRASE

from corro.read.decode import decode, unreadable


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-32"])
def test_marked_and_plain_unicode_is_certain(encoding: str) -> None:
    """UTF-8, and anything with a byte order mark, is read without doubt."""
    found = decode(PHRASE.encode(encoding))
    assert (found.text, found.doubts) == (PHRASE, ())


def test_western_bytes_are_a_guess_that_is_marked() -> None:
    """cp1252 without a declaration is read right, and an issue says that it was a guess."""
    found = decode(PHRASE.encode("cp1252"))
    assert (found.text, found.encoding) == (PHRASE, "cp1252")
    assert [doubt.code for doubt in found.doubts] == ["guessed_encoding"]
    assert found.doubts[0].detail == "e9"


def test_a_declared_encoding_is_taken_where_it_fits() -> None:
    """A declaration decides; one that does not fit, or names nothing, is passed over."""
    assert decode(PHRASE.encode("iso-8859-15"), "iso-8859-15").doubts == ()
    assert decode(PHRASE.encode(), "ascii").text == PHRASE
    assert decode(PHRASE.encode(), "no-such-thing").text == PHRASE
    assert decode(PHRASE.encode(), "base64").text == PHRASE


def test_two_encodings_in_one_file_are_both_read() -> None:
    """Lines in UTF-8 and in cp1252 are both right, and an issue shows the first odd bytes."""
    found = decode(PHRASE.encode() + b"\n" + "arrêtées".encode("cp1252"))
    assert found.text == PHRASE + "\narrêtées"
    assert [doubt.code for doubt in found.doubts] == ["mixed_encoding"]
    assert "ea" in found.doubts[0].detail.split()


def test_cyrillic_is_not_taken_for_western() -> None:
    """Bytes that make no western prose are guessed by their statistics."""
    text = "Представитель армии сообщил, что два патруля были остановлены у моста вооружёнными людьми. " * 3
    assert decode(text.encode("cp1251")).text == text


def test_a_broken_utf_16_file_is_read_as_far_as_it_goes() -> None:
    """A file cut in the middle of a character keeps what is whole."""
    found = decode(PHRASE.encode("utf-16")[:-1])
    assert found.text.startswith(PHRASE[:-1])
    assert found.doubts


def test_text_without_words_is_none() -> None:
    """Zeros make binary, stops alone make empty, words make text."""
    assert (unreadable("a\x00b") or unreadable("")).code == "binary"  # type: ignore[union-attr]
    assert unreadable(" … ").code == "empty"  # type: ignore[union-attr]
    assert unreadable("Words.") is None
