"""Places that changed region."""

import pytest
from tests.unit.resolve.builders import a_claim, a_document, a_slot, an_extraction

from corro.resolve import load_gazetteer, resolve


def codes(text: str, name: str) -> list[str]:
    """Return the issues about a claim's place."""
    claim = a_claim(text, a_slot(text, "place", name), code="O4")
    issues = resolve(an_extraction(a_document(text), claim), load_gazetteer()).issues
    return [issue.code for issue in issues if issue.code.startswith("place")]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("A patrol was stopped in Ménaka, in Gao Region.", "Ménaka"),
        ("A patrol was stopped in Inékar, in Mali.", "Inékar"),
    ],
)
def test_old_region(text: str, name: str) -> None:
    """Where the report or the gazetteer has the region of before 2016, an issue says so."""
    assert codes(text, name) == ["place_changed_region"]


@pytest.mark.parametrize(("text", "name"), [("A patrol was stopped in Ménaka.", "Ménaka"), ("A patrol was stopped in Gao.", "Gao")])
def test_no_old_region(text: str, name: str) -> None:
    """Without an old region in sight there is nothing to say."""
    assert codes(text, name) == []
