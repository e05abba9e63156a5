"""Every kind of time that reports use, in English and in French, with all that a result holds."""

from datetime import date

import pytest

from corro.resolve import TimeMention, TimeType, when
from corro.values import Language

PUBLISHED = date(2023, 2, 5)  # a Sunday
ENGLISH, FRENCH = Language.ENGLISH, Language.FRENCH


def last(text: str, language: Language = ENGLISH, published: date | None = PUBLISHED) -> TimeMention:
    """Return the last time of a text."""
    return when(text, published, language, 0)[-1]


EXPLICIT = [
    ("Two carts were burnt on 14 March 2022.", ENGLISH, "14 March 2022", "2022-03-14", "2022-03-14", "", "day_month"),
    ("Deux charrettes ont brûlé le 14 mars 2022.", FRENCH, "14 mars 2022", "2022-03-14", "2022-03-14", "", "day_month"),
    ("Two carts were burnt on Friday 13/01/2023.", ENGLISH, "Friday 13/01/2023", "2023-01-13", "2023-01-13", "", "figures_date"),
]
PARTIAL = [
    ("Two carts were burnt on 27 January.", ENGLISH, "27 January", "2023-01-27", "2023-01-27", "publication", "day_month"),
    ("Deux charrettes ont brûlé le 27 janvier.", FRENCH, "27 janvier", "2023-01-27", "2023-01-27", "publication", "day_month"),
    ("It rained in late March.", ENGLISH, "late March", "2022-03", "2022-03-21/2022-03-31", "publication", "month"),
    ("Il a plu fin mars.", FRENCH, "fin mars", "2022-03", "2022-03-21/2022-03-31", "publication", "month"),
    (
        "It rained in the first week of June 2022.",
        ENGLISH,
        "the first week of June 2022",
        "2022-06",
        "2022-06-01/2022-06-07",
        "",
        "part_of_month",
    ),
    (
        "Il a plu la première semaine de juin 2022.",
        FRENCH,
        "première semaine de juin 2022",
        "2022-06",
        "2022-06-01/2022-06-07",
        "",
        "part_of_month",
    ),
    (
        "Il a plu la seconde quinzaine de janvier.",
        FRENCH,
        "seconde quinzaine de janvier",
        "2023-01",
        "2023-01-16/2023-01-31",
        "publication",
        "part_of_month_fr",
    ),
    (
        "It rained in the week of 6 March 2022.",
        ENGLISH,
        "the week of 6 March 2022",
        "2022-W09",
        "2022-02-28/2022-03-06",
        "",
        "week_of",
    ),
    (
        "Il a plu la semaine du 6 mars 2022.",
        FRENCH,
        "la semaine du 6 mars 2022",
        "2022-W09",
        "2022-02-28/2022-03-06",
        "",
        "week_of",
    ),
]
DEICTIC = [
    ("They left yesterday.", ENGLISH, "yesterday", "2023-02-04", "2023-02-04", "publication", "deictic"),
    ("Ils sont partis avant-hier.", FRENCH, "avant-hier", "2023-02-03", "2023-02-03", "publication", "deictic"),
    ("They left two and a half years ago.", ENGLISH, "two and a half years ago", "2020-08", "2020-08", "publication", "ago"),
    ("Ils sont partis il y a un an et demi.", FRENCH, "il y a un an et demi", "2021-08", "2021-08", "publication", "ago_fr"),
    ("They left last weekend.", ENGLISH, "last weekend", "2023-W04-WE", "2023-01-28/2023-01-29", "publication", "this_unit"),
    (
        "Ils sont partis le week-end dernier.",
        FRENCH,
        "le week-end dernier",
        "2023-W04-WE",
        "2023-01-28/2023-01-29",
        "publication",
        "unit_last",
    ),
    ("They had left last fall.", ENGLISH, "last fall", "2022-FA", "2022-09/2022-11", "publication", "this_unit"),
]
NIGHTS = [
    (
        "Shots rang in the night of 18 to 19 June 2022.",
        ENGLISH,
        "the night of 18 to 19 June 2022",
        "2022-06-18TNI",
        "2022-06-18/2022-06-19",
        "",
        "night_of_days",
    ),
    (
        "Des tirs ont retenti dans la nuit du 31 mai au 1er juin 2022.",
        FRENCH,
        "la nuit du 31 mai au 1er juin 2022",
        "2022-05-31TNI",
        "2022-05-31/2022-06-01",
        "",
        "night_of_dates",
    ),
    (
        "Des tirs ont retenti dans la nuit de vendredi à samedi.",
        FRENCH,
        "la nuit de vendredi à samedi",
        "2023-02-03TNI",
        "2023-02-03/2023-02-04",
        "publication",
        "night_of_weekdays",
    ),
    ("Shots rang on Friday night.", ENGLISH, "Friday night", "2023-02-03TNI", "2023-02-03/2023-02-04", "publication", "date_part"),
]
QUARTERS = [
    ("Cases fell in the third quarter.", ENGLISH, "the third quarter", "2022-Q3", "2022-07/2022-09", "publication", "nth_unit"),
    (
        "Le troisième trimestre 2022 fut calme.",
        FRENCH,
        "troisième trimestre 2022",
        "2022-Q3",
        "2022-07/2022-09",
        "",
        "quarter_year",
    ),
    ("Cases fell in the 2021 third quarter.", ENGLISH, "the 2021 third quarter", "2021-Q3", "2021-07/2021-09", "", "year_quarter"),
    (
        "In the third quarter of 2022 there were 30 cases, against 40 a year earlier.",
        ENGLISH,
        "a year earlier",
        "2021-Q3",
        "2021-07/2021-09",
        "the third quarter of 2022",
        "shift",
    ),
    (
        "In the third quarter of 2022 there were 30 cases. The year-ago quarter had 40.",
        ENGLISH,
        "The year-ago quarter",
        "2021-Q3",
        "2021-07/2021-09",
        "the third quarter of 2022",
        "year_ago_period",
    ),
    (
        "In the third quarter of 2022 there were 30 cases. Half of those of the quarter were mild.",
        ENGLISH,
        "the quarter",
        "2022-Q3",
        "2022-07/2022-09",
        "the third quarter of 2022",
        "weekend",
    ),
    ("The budget of FY2021/22 was spent.", ENGLISH, "FY2021/22", "FY2022", "2021-07/2022-06", "", "fiscal_year_short"),
]
HOURS = [
    (
        "It starts at 20:00 GMT on 10 March 2022.",
        ENGLISH,
        "20:00 GMT on 10 March 2022",
        "2022-03-10T20:00Z",
        "2022-03-10T20:00:00Z",
        "",
        "clock_date",
    ),
    (
        "Lu le 19 mars 2022 à 20 heures TU.",
        FRENCH,
        "19 mars 2022 à 20 heures TU",
        "2022-03-19T20:00Z",
        "2022-03-19T20:00:00Z",
        "",
        "date_clock",
    ),
    (
        "Lu le 19 mars 2022 à 8 heures du soir.",
        FRENCH,
        "19 mars 2022 à 8 heures du soir",
        "2022-03-19T20:00",
        "2022-03-19T20:00:00Z",
        "",
        "date_clock",
    ),
    (
        "It fell at 4 in the morning on 3 May 2022.",
        ENGLISH,
        "4 in the morning on 3 May 2022",
        "2022-05-03T04:00",
        "2022-05-03T04:00:00Z",
        "",
        "clock_part_en",
    ),
    (
        "It fell at 10 p.m. Friday.",
        ENGLISH,
        "10 p.m. Friday",
        "2023-02-03T22:00",
        "2023-02-03T22:00:00Z",
        "publication",
        "clock_weekday",
    ),
]
RELATIVE = [
    (
        "The army took over in August 2020; nine months later it did so again.",
        ENGLISH,
        "nine months later",
        "2021-05",
        "2021-05",
        "August 2020",
        "shift",
    ),
    (
        "L'armée a pris le pouvoir en août 2020 ; neuf mois plus tard, elle recommençait.",
        FRENCH,
        "neuf mois plus tard",
        "2021-05",
        "2021-05",
        "août 2020",
        "shift",
    ),
    (
        "The bridge fell on 3 May 2022 and was mended the following day.",
        ENGLISH,
        "the following day",
        "2022-05-04",
        "2022-05-04",
        "3 May 2022",
        "text_unit",
    ),
    (
        "Le pont est tombé le 3 mai 2022 ; une mine avait sauté la veille.",
        FRENCH,
        "la veille",
        "2022-05-02",
        "2022-05-02",
        "3 mai 2022",
        "eve",
    ),
]
ALL = [*EXPLICIT, *PARTIAL, *DEICTIC, *NIGHTS, *QUARTERS, *HOURS, *RELATIVE]


@pytest.mark.parametrize(("text", "language", "words", "value", "edtf", "anchor", "rule"), ALL)
def test_time_with_days(text: str, language: Language, words: str, value: str, edtf: str, anchor: str, rule: str) -> None:
    """A time has its words, its TIMEX value, its days as EDTF, what it counts from, and the rule that read it."""
    found = last(text, language)
    assert (found.text, found.value, str(found.interval), found.anchor, found.rule) == (words, value, edtf, anchor, rule)
    assert found.span.of(text) == words
    assert not found.reason


RANGES = [
    ("It lasted from 27 to 31 March 2022.", ENGLISH, "2022-03-27/2022-03-31"),
    ("It was between 27 and 31 March 2022.", ENGLISH, "2022-03-27/2022-03-31"),
    ("C'était entre le 27 et le 31 mars 2022.", FRENCH, "2022-03-27/2022-03-31"),
    ("Du 27 au 31 mars 2022, rien.", FRENCH, "2022-03-27/2022-03-31"),
    ("No flight has left since January.", ENGLISH, "2023-01-01/2023-02-05"),
    ("Aucun vol depuis janvier.", FRENCH, "2023-01-01/2023-02-05"),
]


@pytest.mark.parametrize(("text", "language", "edtf"), RANGES)
def test_ends_know_their_period(text: str, language: Language, edtf: str) -> None:
    """The end of a period, and the beginning of one that lasts, know the whole of it."""
    assert str(last(text, language).range) == edtf


SETS = [
    ("They met every two weeks.", ENGLISH, "P2W"),
    ("Ils se réunissent toutes les deux semaines.", FRENCH, "P2W"),
    ("The market is held on Sundays.", ENGLISH, "XXXX-WXX-7"),
    ("Le marché se tient tous les dimanches.", FRENCH, "XXXX-WXX-7"),
    ("Ils patrouillent deux fois par semaine.", FRENCH, "P1W"),
]


@pytest.mark.parametrize(("text", "language", "value"), SETS)
def test_sets(text: str, language: Language, value: str) -> None:
    """What is repeated is a set and has no days."""
    found = last(text, language)
    assert (found.type, found.value, found.interval) == (TimeType.SET, value, None)


LENGTHS = [
    ("It gave them 48 hours.", ENGLISH, "PT48H", "PT48H"),
    ("Il leur a donné 72 heures.", FRENCH, "PT72H", "PT72H"),
    ("It took two and a half years.", ENGLISH, "P2Y6M", "P30M"),
    ("Cela a duré une heure et demie.", FRENCH, "PT1H30M", "PT90M"),
    ("It took two to three weeks.", ENGLISH, "P2W", "P2W"),
]


@pytest.mark.parametrize(("text", "language", "value", "length"), LENGTHS)
def test_lengths(text: str, language: Language, value: str, length: str) -> None:
    """A length stays a length, with the units that were said."""
    found = last(text, language)
    assert (found.type, found.value, found.interval) == (TimeType.DURATION, value, None)
    assert found.duration is not None
    assert found.duration.iso == length


@pytest.mark.parametrize(
    ("text", "language"), [("Answers come within ten working days.", ENGLISH), ("Sous dix jours ouvrables.", FRENCH)]
)
def test_working_days_are_not_counted_off(text: str, language: Language) -> None:
    """Ten working days are told as ten days and have no end, for no calendar of ours knows them."""
    found = last(text, language)
    assert (found.value, found.duration, found.interval) == ("P10D", None, None)


OPEN = [
    ("Two days after the burial the camp was empty.", ENGLISH, PUBLISHED, "P2D", "unknown", "does not date"),
    ("Deux jours après l'enterrement, le camp était vide.", FRENCH, PUBLISHED, "P2D", "unknown", "does not date"),
    ("They left yesterday.", ENGLISH, None, "", "publication", "no publication date"),
    ("Ils sont partis le week-end dernier.", FRENCH, None, "", "publication", "no publication date"),
    ("It fell on 03/04/2022.", ENGLISH, PUBLISHED, "", "unknown", "2022-04-03 or 2022-03-04"),
    ("It fell at 20:00.", ENGLISH, PUBLISHED, "", "unknown", "no day stands beside"),
]


@pytest.mark.parametrize(("text", "language", "published", "value", "anchor", "reason"), OPEN)
def test_open(text: str, language: Language, published: date | None, value: str, anchor: str, reason: str) -> None:
    """What nothing fixes has no days and says why; a distance from something undated keeps its length."""
    found = last(text, language, published)
    assert (found.interval, found.value, found.anchor) == (None, value, anchor)
    assert reason in found.reason


@pytest.mark.parametrize(
    ("text", "language"),
    [("It was on Monday 4 May 2022.", ENGLISH), ("C'était le lundi 4 mai 2022.", FRENCH), ("C'était le lundi 4/5/2022.", FRENCH)],
)
def test_weekday_clash(text: str, language: Language) -> None:
    """A weekday that does not fit its date is told with both readings; the date wins."""
    found = last(text, language)
    assert (found.value, "was a Wednesday" in found.clash, "2022-05-02" in found.clash) == ("2022-05-04", True, True)


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("It was on 31 February 2022.", ENGLISH),
        ("C'était le 31 février 2022.", FRENCH),
        ("It was on 5 May 20222.", ENGLISH),
        ("C'était le 5 mai 20222.", FRENCH),
        ("It was in March 20222.", ENGLISH),
        ("It was in the year 20222.", ENGLISH),
        ("C'était en mars 20222.", FRENCH),
        ("C'était en l'an 20222.", FRENCH),
        ("It was on 13/14/2022.", ENGLISH),
        ("C'était le 13/14/2022.", FRENCH),
        ("It was on 29 February 2023.", ENGLISH),
    ],
)
def test_impossible(text: str, language: Language) -> None:
    """A date that no calendar has is found, named, and has no days."""
    found = last(text, language)
    assert found.impossible
    assert (found.interval, found.value) == (None, "")


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("The trial, said the clerk on Friday, will open soon.", "2023-02-03"),
        ("The trial will open on Friday.", "2023-02-10"),
        ("The trial is to open on Friday.", "2023-02-10"),
        ("The trial had been scheduled to open on Friday.", "2023-02-03"),
        ("Prices rose until 20 January.", "2023-01-20"),
        ("The permit is valid until 30 June.", "2023-06-30"),
        ("The fee is payable on 2 March.", "2023-03-02"),
        ("Nobody has passed since 12 February.", "2022-02-12"),
        ("He resigned on 12 March.", "2022-03-12"),
    ],
)
def test_verbs_tell_the_direction(text: str, value: str) -> None:
    """A weekday or a date without a year lies where the nearest verb looks, and near the publication where none tells."""
    assert when(text, PUBLISHED)[0].value == value


@pytest.mark.parametrize(
    "text",
    [
        "Jan Kolar spoke.",
        "The March for Bread was long.",
        "About a quarter of the herd died.",
        "They run four flights a week.",
        "It costs 500 a month.",
        "He watched 60 Minutes.",
        "As soon as it rained they left.",
        "The index stood at 2082.4 points.",
        "Three-quarters of them fled.",
    ],
)
def test_no_times(text: str) -> None:
    """Names, shares, rates and joining words are no times."""
    assert when(text, PUBLISHED) == ()


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("It was so in nineteen ninety-six.", "1996"),
        ("It was so in the late 1970s.", "197"),
        ("It was so in the '80s.", "198"),
        ("It was so in the nineties.", "199"),
        ("It was so in the 19th century.", "18"),
        ("It ended on Easter Monday 2022.", "2022-04-18"),
        ("It ended on Thanksgiving Day.", "2022-11-24"),
        ("It is due by year-end.", "2023"),
        ("It will rain in the coming weeks.", "FUTURE_REF"),
        ("It was better in the past.", "PAST_REF"),
        ("They waited for weeks.", "PXW"),
        ("It fell in Q2 2022.", "2022-Q2"),
        ("It fell in H1 2022.", "2022-H1"),
        ("It fell on 3 May 2022 at 0630 GMT.", "2022-05-03T06:30Z"),
        ("It fell at 1330 GMT on 3 May 2022.", "2022-05-03T13:30Z"),
        ("Shots rang in the night from Friday to Saturday.", "2023-02-03TNI"),
        ("They left years ago.", "PAST_REF"),
        ("They came back months later.", "PXM"),
        ("They left two Fridays ago.", "2023-01-27"),
        ("They left a fortnight ago.", "2023-01-22"),
        ("They talked for half an hour.", "PT30M"),
        ("A day after the raid they left.", "P1D"),
        ("They stay until Tuesday.", "2023-02-07"),
        ("It rained between March and May.", "2022-05"),
    ],
)
def test_wider_periods(text: str, value: str) -> None:
    """Years as they are spoken, decades, centuries, moving feasts and vague periods have their values."""
    assert last(text).value == value


def test_eve_counts_from_its_day() -> None:
    """The eve of something dated is the day before."""
    eve, vote = when("On the eve of the vote of 18 June 2022 shots were heard.", PUBLISHED)
    assert (eve.text, eve.value, eve.anchor, vote.value) == ("the eve", "2022-06-17", "18 June 2022", "2022-06-18")


def test_what_precedes_a_period_counts_from_its_beginning() -> None:
    """The quarter before a period is the one before its first day."""
    found = last("Between 1 April and 30 June 2022 it fell, compared with the previous quarter.")
    assert (found.value, found.anchor) == ("2022-Q1", "1 April")
