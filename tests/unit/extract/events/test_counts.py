"""Figures with their bounds, in both languages."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.extract.events.counts import find_figures
from corro.values import Bound


def read(text: str, language: str) -> list[tuple[str, int | None, int | None, Bound]]:
    """Return words, ends and bound of each figure."""
    return [
        (figure.span.of(text), figure.count.minimum, figure.count.maximum, figure.count.bound)
        for figure in find_figures(text, language)
    ]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "They counted 300-400 bodies", ("300-400", 300, 400, Bound.RANGE)),
        ("en", "between 80 and 120 dead", ("between 80 and 120", 80, 120, Bound.RANGE)),
        ("en", "five to seven men", ("five to seven", 5, 7, Bound.RANGE)),
        ("en", "at least 12 herders", ("at least 12", 12, None, Bound.AT_LEAST)),
        ("en", "no more than eight", ("no more than eight", None, 8, Bound.AT_MOST)),
        ("en", "more than a hundred huts", ("more than a hundred", 100, None, Bound.MORE_THAN)),
        ("en", "fewer than 40 guards", ("fewer than 40", None, 40, Bound.LESS_THAN)),
        ("en", "about 20 wounded", ("about 20", 20, 20, Bound.APPROXIMATE)),
        ("en", "dozens of families", ("dozens", None, None, Bound.SEVERAL)),
        ("en", "on 237 separate occasions", ("237", 237, 237, Bound.EXACT)),
        ("en", "13,289 soldiers", ("13,289", 13289, 13289, Bound.EXACT)),
        ("en", "two hundred and six soldiers", ("two hundred and six", 206, 206, Bound.EXACT)),
        ("en", "nineteen herders", ("nineteen", 19, 19, Bound.EXACT)),
        ("en", "twenty-four goats", ("twenty-four", 24, 24, Bound.EXACT)),
        ("fr", "cinquante-deux cases", ("cinquante-deux", 52, 52, Bound.EXACT)),
        ("fr", "soixante et un otages", ("soixante et un", 61, 61, Bound.EXACT)),
        ("fr", "300 à 400 morts", ("300 à 400", 300, 400, Bound.RANGE)),
        ("fr", "entre 80 et 100 morts", ("entre 80 et 100", 80, 100, Bound.RANGE)),
        ("fr", "au moins 500 civils", ("au moins 500", 500, None, Bound.AT_LEAST)),
        ("fr", "plus d'une centaine de corps", ("plus d'une centaine", 100, None, Bound.MORE_THAN)),
        ("fr", "une vingtaine de paysans", ("une vingtaine", 20, 20, Bound.APPROXIMATE)),
        ("fr", "des dizaines de cases", ("des dizaines", None, None, Bound.SEVERAL)),
        ("fr", "quelque 2\u202f500 déplacés", ("quelque 2\u202f500", 2500, 2500, Bound.APPROXIMATE)),
        ("fr", "six cent quatre-vingts soldats", ("six cent quatre-vingts", 680, 680, Bound.EXACT)),
        ("fr", "203 « combattants »", ("203", 203, 203, Bound.EXACT)),
    ],
)
def test_a_figure_keeps_what_the_words_say(language: str, text: str, expected: tuple[str, int | None, int | None, Bound]) -> None:
    """Range, bound and number words come out as said; no number is put in the place of dozens."""
    assert read(text, language) == [expected]


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("en", "a 19-year-old apprentice"),
        ("en", "the nun, now 61, spoke"),
        ("en", "on 5 March 2022"),
        ("en", "on January 27"),
        ("en", "at 10:40 am"),
        ("en", "12% of them"),
        ("en", "document S/2023/21"),
        ("en", "100 km north of Gao"),
        ("fr", "le maire, âgé de 70 ans"),
        ("fr", "le 11 juin 2022"),
        ("fr", "communiqué n° 31"),
        ("fr", "le 1er novembre"),
    ],
)
def test_ages_dates_and_symbols_are_no_figures(language: str, text: str) -> None:
    """An age is no toll; dates, hours, shares, distances and document numbers count nothing either."""
    assert read(text, language) == []


def test_two_figures_stay_two() -> None:
    """A part and its whole are two figures."""
    assert [figure[1] for figure in read("297 of 1,231 requests", "en")] == [297, 1231]


def test_a_figure_after_a_comma_is_found() -> None:
    """The second figure of a list counts too."""
    assert [figure[1] for figure in read("5 soldiers killed, 12 hurt", "en")] == [5, 12]


@given(st.text(max_size=200), st.sampled_from(["en", "fr"]))
def test_any_text_gives_figures_inside_it(text: str, language: str) -> None:
    """Whatever the text, nothing fails, and figures stand in order inside it."""
    end = 0
    for figure in find_figures(text, language):
        assert end <= figure.span.start <= figure.number.start < figure.number.end <= figure.span.end <= len(text)
        end = figure.span.end


@given(st.integers(min_value=0, max_value=99_999))
def test_digits_keep_their_value(number: int) -> None:
    """A number in figures is read as it is, whether grouped or not, unless it could be a year."""
    plain, grouped = find_figures(f"some {number} people", "en"), find_figures(f"some {number:,} people", "en")
    if not 1900 <= number < 2100:
        assert [figure.count.point for figure in plain] == [number]
    assert [figure.count.point for figure in grouped] == [number] or 1900 <= number < 2100


def test_the_first_of_two_days_is_no_count() -> None:
    """`18 au 19 juin`, `18 to 19 June` are days."""
    assert find_figures("dans la nuit du 18 au 19 juin", "fr") == ()
    assert find_figures("in the night of 18 to 19 June", "en") == ()


def test_a_number_said_twice_is_one_figure() -> None:
    """Words and digits in brackets are one number."""
    (figure,) = find_figures("un délai de quarante-huit (48) heures", "fr")
    assert figure.count.point == 48
