"""A past deed with a day to come: kept as told, and marked."""

from datetime import date

import pytest

from corro import analyse
from corro.model import Modality


@pytest.mark.parametrize(
    ("text", "language"),
    [("Gunmen attacked Karsa on 28 November.", "en"), ("Des hommes armés ont attaqué Karsa le 28 novembre.", "fr")],
)
def test_a_deed_told_as_past_on_a_day_ahead_is_marked(text: str, language: str) -> None:
    """It stays told as happened, and its date is marked as doubtful."""
    analysis = analyse(text, published=date(2026, 11, 24), language=language)
    (claim,) = analysis.claims
    assert claim.modality is Modality.HAPPENED
    assert "effect_before_cause" in {issue.code for issue in analysis.issues}
