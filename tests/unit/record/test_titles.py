"""Titles take no side in a dispute about figures, and registers say what is inferred and what the State has it to be."""

from dataclasses import replace

import pytest
from tests.unit.record.builders import a_claim, an_actor, counting, on_day, weights

from corro.model import Holder
from corro.record import compose, registers


@pytest.mark.parametrize(
    ("label", "expected"),
    [
        ("500 people", "Killing of people"),
        ("at least 1,200 villagers", "Killing of villagers"),
        ("villagers", "Killing of villagers"),
    ],
)
def test_a_title_leaves_out_a_figure_that_others_contest(label: str, expected: str) -> None:
    """Two figures of the dead stand in the event; the title has neither."""
    claims = [a_claim(1, an_actor(label, "victim"), counting(500)), a_claim(2, counting(203))]
    assert compose(claims, (), weights()).title == expected


def test_a_title_keeps_a_figure_that_nobody_contests() -> None:
    """There is no side to take."""
    assert compose([a_claim(1, an_actor("31 soldiers", "victim"), counting(31))], (), weights()).title == "Killing of 31 soldiers"


def test_a_title_does_not_repeat_its_type() -> None:
    """The mandate of the mandate tells nothing."""
    claim = replace(a_claim(1, an_actor("mandat", "target")), type="M1")
    assert compose([claim], (), weights()).title == "Mandate adopted, renewed or ended"


def test_the_official_version_is_what_organs_of_the_state_say() -> None:
    """The army's figure stands there, and that of residents does not."""
    army = a_claim(1, counting(68), holders=(Holder("speaker", "the army"),))
    residents = a_claim(2, counting(120), on_day(3), holders=(Holder("speaker", "relatives in the town"),))
    event = compose([army, residents], (), weights())
    (entry,) = registers(event, (), {claim.id: claim for claim in (army, residents)}, weights())
    assert entry.field("official_version") == "the army: killed 68 persons"


def test_a_register_says_what_is_inferred() -> None:
    """A target that only follows from the text is marked."""
    target = replace(an_actor("the head of section", "target"), inferred=True)
    claim = a_claim(1, target, type="H1")
    event = compose([claim], (), weights())
    (entry,) = [line for line in registers(event, (), {claim.id: claim}, weights()) if line.register == "measures"]
    assert entry.field("target") == "the head of section (inferred)"
