"""Tests how rules and manuals are told from reports."""

import pytest
from tests.unit.extract.events.builders import codes


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "A visa may be refused without reasons. The fee is not returned."),
        ("en", "A patrol that is turned back returns to base. The commander reports the reason and the hour."),
        ("fr", "Une accréditation peut être retirée sans motif. La carte est rendue au secrétariat."),
    ],
)
def test_rules_tell_of_no_event(language: str, text: str) -> None:
    """What names nobody, no place and no day, and tells nothing as past, is a rule."""
    assert codes(text, language) == []


@pytest.mark.parametrize(
    ("language", "code", "text"),
    [
        ("en", "O7", "A visa was refused without reasons. The fee was not returned."),
        ("en", "O7", "A visa may be refused to the envoy in Karsa on Monday."),
        ("en", "O4", "Soldiers stop a patrol at the bridge."),
    ],
)
def test_reports_are_no_rules(language: str, code: str, text: str) -> None:
    """A past tense, a name or a line by itself makes it a report."""
    assert code in codes(text, language)
