"""What a mission is for stands with its mandate."""

import pytest
from tests.unit.extract.events.builders import claims_in


@pytest.mark.parametrize(
    ("text", "language", "task"),
    [
        (
            "The Security Council created a mission in Kanda. It is a force tasked with guarding ports.",
            "en",
            "guarding ports",
        ),
        (
            "Le Conseil de sécurité a créé une mission au Kanda. Cette mission est chargée de protéger les civils.",
            "fr",
            "protéger les civils",
        ),
    ],
)
def test_a_stated_aim_is_the_mandates_task(text: str, language: str, task: str) -> None:
    """In the same sentence or the next one, in the text's own words."""
    tasks = [slot.span.of(text) for claim in claims_in(text, language=language) for slot in claim.slots_of("task")]
    assert tasks == [task]


def test_an_aim_of_somebody_else_is_no_task() -> None:
    """A company's aim beside a mandate says nothing of the mission."""
    text = "The Security Council created a mission in Kanda. The company aims at opening the port."
    assert not [slot for claim in claims_in(text) for slot in claim.slots_of("task")]
