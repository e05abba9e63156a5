"""Repair of broken characters."""

import pytest

from corro.read.mapped import MappedText
from corro.read.repair import repair, take_out_strays
from corro.values import Language

WHOLE = "« Nous sommes arrivés à l’aube », a dit le maire ; “it was quiet” – no more."


def _broken(text: str) -> str:
    """UTF-8 read as cp1252, where every byte is one of its characters; the rest as Latin-1 has it."""
    return "".join(bytes([byte]).decode("cp1252", "replace").replace("\ufffd", chr(byte)) for byte in text.encode())


def _shown(text: str) -> str:
    return repair(MappedText(text))[0].text


@pytest.mark.parametrize("text", [WHOLE, "MANHÃ DE SOL", "Guillaume N’Gefa", "Île de Gorée, août", "13\u202f500 soldats"])
def test_what_is_right_stays(text: str) -> None:
    """Accents, curly quotation marks and thin spaces are not touched."""
    assert repair(MappedText(text)) == (MappedText(text), ())


def test_mojibake_is_repaired_and_leads_back() -> None:
    """UTF-8 read as cp1252 is put right; each character leads to where its bytes began; an issue gives examples."""
    raw = "Le maire " + _broken("était à Moura") + " hier."
    text, doubts = repair(MappedText(raw))
    assert text.text == "Le maire était à Moura hier."
    assert raw[text.offsets.to_raw(text.text.index("Moura")) :].startswith("Moura")
    assert [doubt.code for doubt in doubts] == ["repaired_encoding"]
    assert "Ã© → é" in doubts[0].detail


def test_a_broken_line_does_not_touch_a_whole_one() -> None:
    """Broken and right characters may stand in one text, and in one line."""
    assert _shown(WHOLE + "\n" + _broken("été")) == WHOLE + "\nété"
    assert _shown("déjà " + _broken("été")) == "déjà été"


def test_line_ends_become_one_kind() -> None:
    """Carriage returns and separators become line feeds, silently."""
    text, doubts = repair(MappedText("a\r\nb\rc\u2028d"))
    assert (text.text, doubts) == ("a\nb\nc\nd", ())
    assert text.offsets.to_raw(2) == 3


def test_what_nobody_can_see_is_taken_out_and_noted() -> None:
    """Soft hyphens and zero-width spaces inside words go, with an issue that names them."""
    text, doubts = repair(MappedText("Mo\u00adura and Bama\u200bko"))
    assert text.text == "Moura and Bamako"
    assert [(doubt.code, doubt.detail) for doubt in doubts] == [("invisible_character", "U+00AD U+200B")]


def test_lone_surrogates_and_lost_characters_are_reported() -> None:
    """A half of a surrogate pair cannot be stored: it is shown as lost, and so are characters lost before."""
    text, doubts = repair(MappedText("a\ud800b\ufffd"))
    assert text.text == "a\ufffdb\ufffd"
    assert [doubt.code for doubt in doubts] == ["lost_character"]


def _without_strays(text: str, language: Language = Language.ENGLISH) -> tuple[str, list[str]]:
    shown, doubts = take_out_strays(MappedText(text), language, "utf-8")
    return shown.text, [doubt.detail for doubt in doubts]


def test_half_of_a_no_break_space_is_taken_out_with_its_bytes() -> None:
    """A lone Â at the end, before a space or a stop goes; the issue keeps its bytes in hexadecimal."""
    assert _without_strays("contributed to this reportÂ") == ("contributed to this report", ["c382"])
    assert _without_strays("48Â hours, he saidÂ.") == ("48 hours, he said.", ["c382", "c382"])
    assert _without_strays("(AFPÂ)") == ("(AFP)", ["c382"])


def test_the_bytes_are_those_of_the_encoding() -> None:
    """In a file in cp1252 the same letter was one byte."""
    _, doubts = take_out_strays(MappedText("reportÂ"), Language.ENGLISH, "cp1252")
    assert doubts[0].detail == "c2"


def test_letters_that_belong_to_a_word_stay() -> None:
    """Â inside a word stays in any language; at the end of a capitalised word in languages that have it."""
    assert _without_strays("CHÂTEAU et Âge", Language.FRENCH)[0] == "CHÂTEAU et Âge"
    assert _without_strays("MANHÃ DE SOL", Language.OTHER)[0] == "MANHÃ DE SOL"
    assert _without_strays("MANHÃ DE SOL", Language.ENGLISH)[0] == "MANH DE SOL"
