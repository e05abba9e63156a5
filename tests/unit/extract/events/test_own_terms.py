"""The term that an inquiry sets itself, or is set."""

import pytest
from tests.unit.extract.events.builders import claims_in

from corro.model import DurationValue

EN = "The prosecutor in Tolo opened an investigation on Monday into the deaths of traders. "
FR = "Le parquet militaire a ouvert lundi une enquête sur la mort de commerçants. "


def terms(text: str, language: str = "en") -> list[str]:
    """Return the terms of inquiries, each once: two mentions of one inquiry share its term."""
    slots = (slot for claim in claims_in(text, language=language) if claim.type == "C5" for slot in claim.slots_of("duration"))
    return list(dict.fromkeys(slot.value.duration.iso for slot in slots if isinstance(slot.value, DurationValue)))


@pytest.mark.parametrize(
    ("text", "language", "found"),
    [
        (EN + "He gave himself sixty days to conclude.", "en", ["P60D"]),
        (EN + "The commission is to submit its report within 30 days.", "en", ["P30D"]),
        (EN + "In 14 days the market had seen two attacks.", "en", []),
        (EN + "The report came 30 days later.", "en", []),
        (FR + "Il s'est donné soixante jours.", "fr", ["P60D"]),
        (FR + "La commission dispose de trois mois pour rendre ses conclusions.", "fr", ["P3M"]),
        (FR + "La ville compte trois mois de vivres.", "fr", []),
    ],
)
def test_terms_of_inquiries(text: str, language: str, found: list[str]) -> None:
    """What is given to conclude is a term; other lengths are not."""
    assert terms(text, language) == found
