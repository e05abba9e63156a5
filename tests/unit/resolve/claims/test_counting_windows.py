"""The days over which a sum was counted."""

import pytest
from tests.unit.resolve.builders import a_claim, a_slot, analysed, span_of

from corro.model import Claim, CountValue, Slot
from corro.values import Count

TEXT = "They refused 41 of the flights asked for between January and March 2022."


def a_sum(text: str, *slots: Slot, cumulative: bool = True) -> Claim:
    """Return a claim with a sum of 41 requests."""
    value = CountValue(Count.exactly(41), "flight requests", cumulative=cumulative)
    return a_claim(text, Slot("requests", span_of(text, "41"), value), *slots, code="O1", trigger="refused")


def window(text: str, claim: Claim) -> str:
    """Return the window of the sum."""
    (slot,) = analysed(text, claim).claims[0].slots_of("requests")
    assert isinstance(slot.value, CountValue)
    return str(slot.value.window or "")


def test_only_period_of_the_sentence() -> None:
    """The only period that the sentence names is the window, in a slot of its own that is marked as inferred."""
    assert window(TEXT, a_sum(TEXT)) == "2022-01/2022-03"
    (slot,) = analysed(TEXT, a_sum(TEXT)).claims[0].slots_of("window")
    assert slot.inferred


def test_own_period() -> None:
    """A period that the claim has as its time is the window, and no slot is added."""
    claim = a_sum(TEXT, a_slot(TEXT, "time", "between January and March 2022"))
    assert window(TEXT, claim) == "2022-01/2022-03"
    assert not analysed(TEXT, claim).claims[0].slots_of("window")


@pytest.mark.parametrize(
    "text",
    [
        "They refused 41 flights.",
        "They refused 41 flights, 20 in May 2022 and 21 in July 2022.",
        "They refused 41 on 3 May 2022.",
        "They refused 41 in the last quarter of 2022.",
    ],
)
def test_no_window(text: str) -> None:
    """No period, several, a single day, or a quarter by its name leave the window unknown."""
    assert window(text, a_sum(text)) == ""


def test_single_events_have_none() -> None:
    """A figure that sums nothing up has no window."""
    assert window(TEXT, a_sum(TEXT, cumulative=False)) == ""
