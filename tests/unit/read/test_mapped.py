"""The map between the text as shown and the raw text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.read.mapped import Edit, MappedText


def test_an_untouched_text_maps_to_itself() -> None:
    """No edits cost nothing."""
    text = MappedText("words")
    assert text.edited([]) is text
    assert text.offsets.to_raw(3) == 3


def test_a_text_that_begins_later_keeps_the_distance() -> None:
    """What front matter takes up is added to every offset."""
    text = MappedText.after("----words", 4)
    assert text.text == "words"
    assert text.offsets.to_raw(0) == 4
    assert text.to_shown(6) == 2


def test_edits_shorten_and_the_map_follows() -> None:
    """Offsets after a replacement and after a deletion lead to the same characters."""
    raw = "ab\r\ncd\x00ef"
    text = MappedText(raw).edited([Edit(2, 4, "\n"), Edit(6, 7, "")])
    assert text.text == "ab\ncdef"
    assert [raw[text.offsets.to_raw(at)] for at in (0, 1, 3, 4, 5, 6)] == list("abcdef")
    assert text.to_shown(raw.index("e")) == 5


def test_an_edit_cannot_grow() -> None:
    """A replacement longer than what it replaces is refused."""
    with pytest.raises(ValueError, match="cannot grow"):
        Edit(0, 1, "ab")


@st.composite
def _edits(draw: st.DrawFn, length: int) -> list[Edit]:
    edges = sorted(draw(st.lists(st.integers(0, length), max_size=8)))
    pairs = zip(edges[::2], edges[1::2], strict=False)
    return [Edit(start, end, "#" * draw(st.integers(0, end - start))) for start, end in pairs]


@given(st.text("abc", max_size=30), st.data())
def test_kept_characters_lead_back_to_themselves(raw: str, data: st.DataObject) -> None:
    """After two rounds of edits each kept character maps to an equal one, and the map never runs backwards."""
    text = MappedText(raw)
    for _ in range(2):
        text = text.edited(data.draw(_edits(len(text.text))))
    places = [text.offsets.to_raw(at) for at in range(len(text.text) + 1)]
    assert places == sorted(places)
    assert all(sign == "#" or raw[place] == sign for sign, place in zip(text.text, places, strict=False))
    assert places[-1] <= len(raw)
