"""Two events joined by `six days after`."""

import pytest
from tests.unit.resolve.builders import a_claim, a_slot, analysed, times_of

from corro.model import TimeAnchor

APPOSED = "The envoy was expelled on 20 July 2022, six days after flights were stopped."
INSIDE = "The envoy had to go within 48 hours after they declared him unwelcome in public on Sunday."


@pytest.mark.parametrize(
    ("text", "words", "trigger", "edtf", "rule"),
    [
        (APPOSED, "six days after", "stopped", "2022-07-14", "shift_object"),
        (APPOSED, "six days after", "expelled", "2022-07-20", "shift_apposed"),
        (APPOSED.replace("six days after", "two weeks before"), "two weeks before", "stopped", "2022-08-03", "shift_object"),
        (INSIDE, "48 hours after", "declared", "2023-02-05", "shift_object"),
    ],
)
def test_both_ends(text: str, words: str, trigger: str, edtf: str, rule: str) -> None:
    """The event in the object of `after` has its own day, and the one before the words keeps the day told for it."""
    (value,) = times_of(analysed(text, a_claim(text, a_slot(text, "time", words), trigger=trigger, code="H2")))
    assert (str(value.interval), value.rule) == (edtf, rule)


def test_nothing_told() -> None:
    """Where neither end is dated it stays open."""
    text = "The envoy was expelled six days after flights were stopped."
    (value,) = times_of(analysed(text, a_claim(text, a_slot(text, "time", "six days after"), trigger="stopped", code="H2")))
    assert value.interval is None


def test_within_is_a_term() -> None:
    """`within 48 hours after …` is when an order runs out, not when it was given."""
    analysis = analysed(INSIDE, a_claim(INSIDE, a_slot(INSIDE, "time", "48 hours after"), trigger="had to go"))
    (value,) = times_of(analysis, role="deadline")
    assert (str(value.interval), value.anchor) == ("2023-02-07", TimeAnchor.DEADLINE)


def test_date_of_what_came_before() -> None:
    """The date of what an order followed by some days is not the order's own."""
    text = "The order comes days after lawyers, on 31 January, called for calm."
    assert times_of(analysed(text, a_claim(text, a_slot(text, "time", "31 January"), trigger="order"))) != []
    slot = a_slot(text, "time", "31 January")
    extracted = a_claim(text, type(slot)("time", slot.span, None, rule="events.clause"), trigger="order")
    assert times_of(analysed(text, extracted)) == []
