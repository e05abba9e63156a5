"""Tests whom a permission is for."""

import pytest
from tests.unit.extract.events.builders import the_claim, words


@pytest.mark.parametrize(
    ("language", "code", "text", "target"),
    [
        ("en", "O5", "Guards refused the investigators access to the prison on Monday.", "investigators"),
        ("en", "O7", "The consulate granted no visas to the observers.", "observers"),
        ("fr", "O7", "Trois experts se sont vu refuser leur visa lundi par le consulat.", "Trois experts"),
        ("fr", "O5", "Le gardien n'a pas laissé entrer mardi les experts de la commission.", "experts de la commission"),
    ],
)
def test_the_target_is_who_would_have_had_it(language: str, code: str, text: str, target: str) -> None:
    """Not the visa or the access, but those for whom it was."""
    assert words(text, the_claim(text, code, language), "target") == [target]


def test_the_agent_of_what_somebody_undergoes_is_the_doer() -> None:
    """`se voir refuser … par` names the doer with `par`."""
    text = "Trois experts se sont vu refuser leur visa lundi par le consulat."
    assert words(text, the_claim(text, "O7", "fr"), "actor") == ["consulat"]


def test_a_length_of_time_is_nothing_done_to() -> None:
    """`a refusé ces derniers jours trois vols` refuses flights and no days."""
    text = "L'armée a refusé ces derniers jours trois vols de la mission."
    assert words(text, the_claim(text, "O1", "fr"), "target") == ["trois vols de la mission"]
