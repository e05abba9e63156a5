"""Spellings of one name, and likeness that is not enough."""

import pytest
from tests.unit.resolve.builders import a_gazetteer

from corro.resolve.places.spelling import skeleton


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("Ti-n-Zaouâtene", "Tinzaouatène"),
        ("Aguelhok", "Aguel'hoc"),
        ("Ménaka", "Menaca"),
        ("Mourra", "Mourah"),
        ("Diabaly", "Diabali"),
        ("Kidal", "Kydal"),
        ("Djenné", "Jenné"),
        ("Bougouni", "Buguni"),
    ],
)
def test_spellings_of_one_name(one: str, other: str) -> None:
    """French, English and local spellings of a name come out alike."""
    assert skeleton(one) == skeleton(other)


@pytest.mark.parametrize(("one", "other"), [("Ogossagou", "Ogossogou"), ("Koro", "Kori"), ("Ber", "Bor"), ("Gao", "Goa")])
def test_other_names(one: str, other: str) -> None:
    """A changed vowel makes another name."""
    assert skeleton(one) != skeleton(other)


def test_names_alike_are_found_among_few() -> None:
    """Names with the same first letter and nearly the same length are looked at, and no others."""
    like = a_gazetteer().names_like("tasseki")
    assert "tassek" in like
    assert all(name[0] == "t" and abs(len(name) - len("tasseki")) <= 2 for name in like)


def test_a_row_added_later_is_found_in_its_spellings() -> None:
    """The index of spellings follows rows that come in later."""
    gazetteer = a_gazetteer()
    assert not gazetteer.respelled("Zoubayri")
    first = gazetteer.named("Tassek")[0]
    gazetteer.add(first, ["Zubairi"])
    assert gazetteer.respelled("Zoubayri") == (first,)
