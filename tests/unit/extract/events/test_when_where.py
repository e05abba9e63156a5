"""Times and places that stand outside an event's own clause."""

import pytest
from tests.unit.extract.events.builders import claims_in

from corro.model import Claim


def words(text: str, role: str, language: str) -> list[tuple[str, bool]]:
    """Return the words of a role of the last claim, and whether they are inferred."""
    claim: Claim = claims_in(text, language=language)[-1]
    return [(slot.span.of(text), slot.inferred) for slot in claim.slots_of(role)]


@pytest.mark.parametrize(
    ("language", "text", "place"),
    [
        ("en", "Families in Karsa said soldiers shot dead two bakers on Monday.", "Karsa"),
        ("fr", "À Karsa, le marché était fermé. Des hommes armés ont enlevé deux commerçants.", "Karsa"),
        ("fr", "Le parquet de Karsa a inculpé vendredi d'espionnage un agent de la mission.", "Karsa"),
    ],
)
def test_a_place_nearby_is_inferred(language: str, text: str, place: str) -> None:
    """Where an event's clause names no place, that of the speaker, of the court or of the sentence before is inferred."""
    assert words(text, "place", language) == [(place, True)]


def test_a_place_of_its_own_is_not_inferred() -> None:
    """A place in the event's own clause goes before one that stands around it."""
    text = "Families in Karsa said soldiers shot dead two bakers in Bolo on Monday."
    assert words(text, "place", "en") == [("Bolo", False)]


@pytest.mark.parametrize(
    ("language", "text", "time"),
    [
        ("fr", "Deux étudiantes attendaient le bac vendredi. Des inconnus les ont violées.", [("vendredi", True)]),
        ("en", "Gunmen raided Karsa on Friday. In Bolo soldiers arrested two teachers.", []),
    ],
)
def test_a_time_goes_on_unless_another_event_has_it(language: str, text: str, time: list[tuple[str, bool]]) -> None:
    """The time of the sentence before is inferred, but not where it dates an event of that sentence."""
    assert words(text, "time", language) == time
