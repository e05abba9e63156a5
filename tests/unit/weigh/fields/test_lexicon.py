"""Words that set passages against each other are found with what denies them."""

import pytest

from corro.errors import SetupError
from corro.vocab.stand_words import stand_words
from corro.weigh.fields.lexicon import hits


@pytest.mark.parametrize(
    ("language", "text", "denied"),
    [
        ("en", "the bridge is open", False),
        ("en", "the bridge is not yet open", True),
        ("en", "it did not rain . the bridge is open", False),
        ("fr", "le pont n est plus ouvert", True),
        ("fr", "le pont est ouvert", False),
    ],
)
def test_a_denial_reaches_to_the_end_of_its_clause(language: str, text: str, denied: bool) -> None:
    """And no further."""
    (hit,) = [hit for hit in hits("axes", language, text.split()) if hit.key == "openness.open"]
    assert hit.denied is denied


def test_words_of_several_parts_and_endings_are_found() -> None:
    """`_` stands for a space, `*` for any ending."""
    assert [hit.key for hit in hits("units", "en", ["three", "were", "killed", "or", "injured"])][:1] == ["casualties"]
    assert {hit.key for hit in hits("axes", "fr", ["le", "pont", "a", "rouvert"])} == {"openness.open"}


@pytest.mark.parametrize("table", ["axes", "labels", "stages", "marks", "posts", "sides", "outlets", "units", "bases", "classes"])
def test_every_entry_has_words_in_both_languages(table: str) -> None:
    """None is empty."""
    english, french = dict(stand_words(table, "en")), dict(stand_words(table, "fr"))
    assert english.keys() == french.keys()
    assert all((*english.values(), *french.values()))


def test_an_unknown_table_is_a_fault_of_the_installation() -> None:
    """It is told by name."""
    with pytest.raises(SetupError, match="no table colours"):
        stand_words("colours", "en")
