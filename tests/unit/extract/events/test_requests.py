"""Requests made, refused and left without an answer, each with its own number."""

import pytest
from tests.unit.extract.events.builders import claims_in

from corro.model import CountValue

PARTED = [
    ("en", "The force filed 31 flight requests since January, of which 14 were refused and six went unanswered."),
    ("en", "Of the 31 flight requests submitted by the mission, 14 were denied and six were left unanswered."),
    ("fr", "La mission a déposé 31 demandes de vol depuis janvier, dont 14 ont été refusées et six sont restées sans réponse."),
    ("fr", "Sur les 31 demandes de vol présentées par la mission, 14 ont été rejetées et six laissées sans réponse."),
]


def parts(text: str, language: str) -> dict[str, list[tuple[int | None, int | None]]]:
    """Return by type the numbers of requests with their denominators."""
    found: dict[str, list[tuple[int | None, int | None]]] = {}
    for claim in claims_in(text, language=language):
        for slot in claim.slots_of("requests"):
            assert isinstance(slot.value, CountValue)
            found.setdefault(claim.type, []).append((slot.value.count.point, slot.value.denominator))
    return found


@pytest.mark.parametrize(("language", "text"), PARTED)
def test_what_became_of_requests_is_counted_apart(language: str, text: str) -> None:
    """Requests refused and requests unanswered have numbers of their own, out of those made."""
    assert parts(text, language) == {"O1": [(14, 31)], "O2": [(6, 31)]}


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "The authorities denied or left unanswered 45 flight requests."),
        ("fr", "Les autorités ont refusé ou laissé sans réponse 45 demandes de vol."),
    ],
)
def test_a_number_of_both_stays_one(language: str, text: str) -> None:
    """A number of requests refused or unanswered has no denominator, and no part of it is made up."""
    assert {count for counts in parts(text, language).values() for count in counts} == {(45, None)}
