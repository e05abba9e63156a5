"""Years for dates without one in a text that nobody dated."""

from datetime import date

import pytest

from corro.resolve import TimeMention, when
from corro.values import Language


def last(text: str, published: date | None = None, language: Language = Language.ENGLISH) -> TimeMention:
    """Return the last time of a text."""
    return when(text, published, language)[-1]


@pytest.mark.parametrize(
    ("text", "language", "edtf"),
    [
        ("The envoy left on 9 May 2021. Flights stopped on 3 May.", Language.ENGLISH, "2021-05-03"),
        ("The envoy left in May 2021. Flights stopped in late June.", Language.ENGLISH, "2021-06-21/2021-06-30"),
        ("L'envoyé est parti le 9 mai 2021. Les vols ont cessé le 3 juin.", Language.FRENCH, "2021-06-03"),
    ],
)
def test_year_of_the_paragraph(text: str, language: Language, edtf: str) -> None:
    """A day or month takes the year of the fuller date before it, by a rule of its own, and says what it counts from."""
    mention = last(text, language=language)
    assert (str(mention.interval), mention.rule) == (edtf, "year_of_paragraph")
    assert mention.anchor.endswith("2021")


def test_year_of_an_earlier_paragraph_is_uncertain() -> None:
    """From an earlier paragraph the year is only probable, and the days say so."""
    mention = last("The envoy left on 9 May 2021.\n\nFlights stopped on 3 May.")
    assert (str(mention.interval), mention.rule) == ("2021-05-03?", "year_of_document")


@pytest.mark.parametrize("text", ["After the floods of 2019, flights stopped on 3 May.", "Flights stopped on 3 May."])
def test_no_fuller_date(text: str) -> None:
    """A bare year gives no year to what follows, and without any the date stays open."""
    mention = last(text)
    assert mention.interval is None
    assert mention.reason


def test_publication_comes_first() -> None:
    """With a publication date that is what a date without a year counts from."""
    assert last("The envoy left on 9 May 2021. Flights stopped on 3 May.", date(2023, 2, 5)).anchor == "publication"


def test_impossible_day() -> None:
    """A day that the year has not stays open."""
    assert last("The envoy left on 9 May 2021. Flights stopped on 29 February.").interval is None
