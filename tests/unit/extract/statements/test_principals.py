"""For whom somebody speaks, and which known post a capacity names."""

import pytest

from corro.extract.statements.principals import known_post, principal_of

WORDS = [
    ("the army spokesman", "army"),
    ("government spokesman Colonel Issa Bako", "government"),
    ("the army's spokesman, Colonel Issa Bako", "army"),
    ("a spokeswoman for the Front", "Front"),
    ("le porte-parole de l'armée, le colonel Bako", "armée"),
    ("la porte-parole du bureau", "bureau"),
    ("l'avocate des prévenus", "prévenus"),
    ("its spokesman", ""),
    ("leur porte-parole", ""),
    ("the official spokesman", ""),
    ("the mayor of Gao", ""),
    ("", ""),
]


@pytest.mark.parametrize(("words", "body"), WORDS)
def test_a_spokesman_speaks_for_somebody(words: str, body: str) -> None:
    """Whom the words name as the one spoken for; nobody where they name none."""
    assert principal_of(words, "") == body


def test_a_capacity_names_a_known_post() -> None:
    """A post that one office has is that office; what several could be stays open."""
    assert known_post("head of MINUSMA", "") == "minusma_head"
    assert known_post("head", "MINUSMA") == "minusma_head"
    assert known_post("spokesman", "") is None
    assert known_post("", "MINUSMA") is None
