"""Tests of words right before a name."""

import pytest

from corro.resolve.places import levels
from corro.resolve.places import words as place_words
from corro.resolve.places.before import Before, last_word

PHRASES = (
    "in", "north of", "from the", "close to", "jusqu'à", "jusqu’à", "à hauteur de", "près d'", "près d’", "autour de la",
    "venus de l'",
    "région de", "Cercle de ", "region", "Communes d'", "villages de l’", "Accord de libération de", "Conventions de", "rapport d'",
    "Comité pour l'", "Friends of the", "UNIVERSITY OF", "Université de", "non loin de", "in the area of", "forêt classée du ",
    "delta intérieur de la", "mont", "aéroport international d'", "said", "", "3", "the army",
)  # fmt: skip
BEFORES = [
    place_words.LEVEL_BEFORE,
    place_words.STRONG_PLACE,
    place_words.NAME_BEFORE,
    place_words.BODY_BEFORE,
    place_words.NEAR,
    levels._BEFORE,
]


@pytest.mark.parametrize("before", BEFORES)
def test_no_match_is_left_out(before: Before) -> None:
    """Where the pattern matches at the end of a text, the last word lets it be tried."""
    for phrase in PHRASES:
        text = f"On Monday they left {phrase} "
        assert (before.search(text) is None) == (before.pattern.search(text) is None), phrase


def test_last_word_is_taken_before_blanks_and_apostrophes() -> None:
    """What is looked up is the run of letters at the end, lower case."""
    assert last_word("near L’") == "l"
    assert last_word("jusqu'à ") == "à"
    assert last_word("km 3") == ""
