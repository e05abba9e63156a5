"""Known names in running text."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.vocab import find_names


def found(text: str, *, in_capitals: bool = False) -> list[tuple[str, str]]:
    """Return the words found with whose names they are."""
    return [(text[match.start : match.end], match.actor_id) for match in find_names(text, in_capitals=in_capitals)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a report of the UN Security Council", [("UN Security Council", "un_security_council")]),
        ("le Conseil de sécurité de l’ONU", [("Conseil de sécurité de l’ONU", "un_security_council")]),
        ("Guillaume Ngefa Atondoko-Andali left", [("Guillaume Ngefa Atondoko-Andali", "guillaume_ngefa")]),
        ("el ghassim Wane briefed", [("el ghassim Wane", "el_ghassim_wane")]),
        ("les Forces armées maliennes (FAMa)", [("Forces armées maliennes", "fama"), ("FAMa", "fama")]),
        ("the Malian army", [("Malian army", "fama")]),
        ("U.N. experts", [("U.N. experts", "un_experts")]),
    ],
)
def test_the_longest_known_name_is_found(text: str, expected: list[tuple[str, str]]) -> None:
    """Accents, hyphens and apostrophes do not matter; the longer name wins."""
    assert found(text) == expected


@pytest.mark.parametrize("text", ["un homme au marché", "they told us", "the malian army", "macina", "Au revoir", "Un homme"])
def test_small_words_are_no_acronyms(text: str) -> None:
    """Acronyms are written as in the vocabulary, and a name with capitals has one."""
    assert found(text) == []


def test_in_capitals_words_of_the_language_are_no_acronyms() -> None:
    """Capitals tell nothing there: "AU" may be French, "MINUSMA" is not."""
    assert found("LA MINUSMA AU MALI", in_capitals=True) == [("MINUSMA", "minusma")]


def test_a_name_does_not_reach_over_a_full_stop() -> None:
    """Words of two sentences make no name, but an abbreviation's stop does not break one."""
    assert found("They met Richard. Mills were closed.") == []


def test_the_vocabulary_form_comes_along() -> None:
    """The match tells how the vocabulary writes the name."""
    assert find_names("le conseil de securité des Nations unies")[0].name == "Conseil de sécurité des Nations unies"


@given(st.text(max_size=300))
def test_any_text_can_be_searched(text: str) -> None:
    """Matches lie in the text, in order, without overlap."""
    last = 0
    for match in find_names(text):
        assert last <= match.start < match.end <= len(text)
        last = match.end
