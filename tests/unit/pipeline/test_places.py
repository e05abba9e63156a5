"""`corro.where`: what it takes, and what it refuses."""

from pathlib import Path

import pytest

import corro
from corro.errors import BadOptionError


def test_spans_need_no_model() -> None:
    """Given names are resolved one for one, in their order."""
    text = "She moved from Paris, Texas, to Bamako."
    found = corro.where(text, "en", spans=[(32, 38), (15, 20)])
    assert [mention.text for mention in found] == ["Bamako", "Paris"]
    assert all(mention.value.place is not None for mention in found)


@pytest.mark.parametrize("span", [(3, 3), (-1, 4), (5, 99), (4, 2)])
def test_spans_outside_the_text(span: tuple[int, int]) -> None:
    """A span that holds nothing or lies outside is refused, with the text's length."""
    with pytest.raises(BadOptionError, match="17 characters"):
        corro.where("They left Bamako.", "en", spans=[span])


def test_other_languages() -> None:
    """A language that is not read is refused by name."""
    with pytest.raises(BadOptionError, match="'de'"):
        corro.where("Sie sind in Bamako.", "de")


def test_nothing() -> None:
    """An empty text has no places."""
    assert corro.where("", "en") == ()
    assert corro.where("", "fr", spans=[]) == ()


def test_places_of_ones_own(tmp_path: Path) -> None:
    """A gazetteer of one's own is looked at first."""
    file = tmp_path / "mine.csv"
    file.write_text("name,lat,lon\nZabrantou,16.4,-1.2\n", encoding="utf-8")
    [mention] = corro.where("They left Zabrantou.", "en", spans=[(10, 19)], places=[file])
    assert mention.value.place is not None
    assert mention.value.place.gazetteer_id == "mine:zabrantou"


@pytest.mark.parametrize(
    ("text", "language", "names"),
    [
        ("They flew from Lisbon to Nairobi.", "en", ["Lisbon", "Nairobi"]),
        ("Ils sont partis de Lisbonne pour Nairobi.", "fr", ["Lisbonne", "Nairobi"]),
        ("They left Gao for Kidal.", None, ["Gao", "Kidal"]),
        ("The Bamako Declaration was signed by Moussa Gao.", "en", []),
    ],
)
def test_texts(text: str, language: str | None, names: list[str]) -> None:
    """Places of texts in both languages are found; a name in a name and a person called like a place are not."""
    assert [mention.text for mention in corro.where(text, language)] == names
