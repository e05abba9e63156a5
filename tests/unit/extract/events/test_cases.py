"""Tests how supposed cases, lacks and finished futures are told from events."""

import pytest
from tests.unit.extract.events.builders import the_claim

from corro.model import Modality


@pytest.mark.parametrize(
    ("language", "code", "text", "modality"),
    [
        ("fr", "O4", "La force prévoit un détour au cas où l'armée bloquerait encore le convoi de la mission.", "hypothetical"),
        ("en", "M1", "If the Council does not renew the mandate of the mission, its observers go home.", "hypothetical"),
        ("en", "C3", "The ministry issued no statement on Monday.", "negated"),
        ("en", "C1", "The week passed without a meeting of the Security Council.", "negated"),
        ("fr", "C1", "L'exposé de l'envoyé n'aura duré que dix minutes lundi devant le Conseil.", "happened"),
        ("fr", "C3", "Le ministère annonce une déclaration.", "announced"),
    ],
)
def test_the_manner_of_telling(language: str, code: str, text: str, modality: str) -> None:
    """A case, a lack and a future perfect are read by their words."""
    assert the_claim(text, code, language).modality is Modality(modality)
