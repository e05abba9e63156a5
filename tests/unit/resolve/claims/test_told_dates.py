"""What a date is the date of: announced, notified, effective, occurred are kept apart."""

import pytest
from tests.unit.resolve.builders import a_claim, a_slot, analysed, times_of

from corro.model import TimeAnchor
from corro.values import Language

ANNOUNCED, EFFECTIVE, OCCURRED = TimeAnchor.ANNOUNCED, TimeAnchor.EFFECTIVE, TimeAnchor.OCCURRED


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        (
            "It ordered the envoy out on 14 January, effective 18 January.",
            Language.ENGLISH,
            {OCCURRED: "2023-01-14", EFFECTIVE: "2023-01-18"},
        ),
        (
            "It ordered the envoy out on 14 January; the order, announced on 16 January, takes effect on 10 February.",
            Language.ENGLISH,
            {OCCURRED: "2023-01-14", ANNOUNCED: "2023-01-16", EFFECTIVE: "2023-02-10"},
        ),
        (
            "Il a ordonné son départ, mesure annoncée le 16 janvier et qui prend effet le 10 février.",
            Language.FRENCH,
            {ANNOUNCED: "2023-01-16", EFFECTIVE: "2023-02-10"},
        ),
    ],
)
def test_further_dates_of_a_measure(text: str, language: Language, expected: dict[TimeAnchor, str]) -> None:
    """A measure's sentence may tell several dates of it, and each keeps what it is the date of."""
    slots = [a_slot(text, "time", "14 January")] if OCCURRED in expected else []
    claim = a_claim(text, *slots, trigger="ordered" if language is Language.ENGLISH else "ordonné")
    values = times_of(analysed(text, claim, language=language))
    assert {value.anchor: str(value.interval) for value in values} == expected


def test_another_measure_in_the_sentence() -> None:
    """Where two measures share a sentence, whose further date it is stays untold."""
    text = "It ordered the envoy out and banned his staff, effective 18 January."
    one, other = a_claim(text, trigger="ordered"), a_claim(text, trigger="banned")
    assert times_of(analysed(text, one, other)) == []


def test_next_sentence_tells_nothing_of_it() -> None:
    """Only the measure's own sentence counts, and only words right before the date."""
    text = "It ordered the envoy out. The ban on flights is effective 18 January, as was said on 16 January."
    assert times_of(analysed(text, a_claim(text, trigger="ordered"))) == []


def test_no_measure_no_further_dates() -> None:
    """An attack is not announced or put into force."""
    text = "Armed men attacked the camp, the army announced on 16 January."
    assert times_of(analysed(text, a_claim(text, code="A2", trigger="attacked"))) == []
