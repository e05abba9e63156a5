"""Whom the grammar alone shows to say nothing."""

import pytest
from tests.unit.extract.events.builders import annotated

from corro.extract.statements.finding import find_statements


@pytest.mark.parametrize(
    ("text", "language", "none"),
    [
        ("Adam Holt, who runs the human rights division, is accused of a biased choice of witnesses.", "en", "Adam Holt"),
        ("There are reasonable grounds to believe that at least 40 people were killed in the town.", "en", "reasonable grounds"),
        ("L'Observatoire a jugé l'annonce « insuffisante », réclamant une enquête indépendante.", "fr", "annonce insuffisante"),
    ],
)
def test_who_does_not_speak(text: str, language: str, none: str) -> None:
    """The accused does not accuse, grounds believe nothing, and an announcement demands no inquiry."""
    assert none not in {statement.speaker.name for statement in find_statements(annotated(text, language=language))}
