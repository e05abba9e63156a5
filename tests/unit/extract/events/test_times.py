"""Words that tell a time."""

import pytest

from corro.extract.events.times import find_times, years_in


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        (
            "en",
            "It was read out on Sunday night, a year after the vote of 29 June 2022.",
            ["Sunday night", "a year after", "29 June 2022"],
        ),
        ("en", "Held between 27 and 31 March, lifted on January 27, 2023.", ["between 27 and 31 March", "January 27, 2023"]),
        ("en", "The coup of 2020, and another nine months later.", ["2020", "nine months later"]),
        ("en", "It may march in March.", ["March"]),
        ("en", "Requests filed between January and March", ["between January and March"]),
        ("fr", "Dans la nuit du 11 au 12 juin, puis mardi dernier", ["la nuit du 11 au 12 juin", "mardi dernier"]),
        ("fr", "Créée en avril 2013, fermée il y a deux ans", ["avril 2013", "il y a deux ans"]),
        ("fr", "Le 14 juillet, la veille, au quatrième trimestre 2018", ["14 juillet", "la veille", "au quatrième trimestre 2018"]),
    ],
)
def test_times_are_found_whole(language: str, text: str, expected: list[str]) -> None:
    """Dates, weekdays, spans and relative expressions come out as one span each."""
    assert [span.of(text) for span in find_times(text, language)] == expected


def test_years_are_those_written_in_four_figures() -> None:
    """A longer number holds no year."""
    assert years_in("2013, 12013 and 20201, then 1998") == (2013, 1998)
