"""What times mean: their words, values, days and anchors."""

from datetime import date

import pytest

from corro.resolve import TimeMention, TimeType, when
from corro.values import Language

PUBLISHED = date(2023, 2, 5)  # a Sunday
FRENCH = Language.FRENCH


def one(text: str, published: date | None = PUBLISHED, language: Language = Language.ENGLISH) -> TimeMention:
    """Return the only time of a text."""
    found = when(text, published, language)
    assert len(found) == 1, [mention.text for mention in found]
    return found[0]


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("The column left on 14 March 2022.", "14 March 2022", "2022-03-14", "2022-03-14"),
        ("The column left on March 14, 2022.", "March 14, 2022", "2022-03-14", "2022-03-14"),
        ("The column left on the 3rd of May 2022.", "3rd of May 2022", "2022-05-03", "2022-05-03"),
        ("It was filed on 2022-08-09.", "2022-08-09", "2022-08-09", "2022-08-09"),
        ("A base was opened in June 2019.", "June 2019", "2019-06", "2019-06"),
        ("A base was opened in 2019.", "2019", "2019", "2019"),
        ("A base was opened in late June 2019.", "late June 2019", "2019-06", "2019-06-21/2019-06-30"),
        ("In the third quarter of 2021 it fell.", "the third quarter of 2021", "2021-Q3", "2021-07/2021-09"),
        ("In the second half of 2021 it fell.", "the second half of 2021", "2021-H2", "2021-07/2021-12"),
        ("It fell in the last quarter of 2021.", "the last quarter of 2021", "2021-Q4", "2021-10/2021-12"),
        ("It fell in the last quarter of last year.", "the last quarter of last year", "2022-Q4", "2022-10/2022-12"),
        ("It fell in the last week of 2021.", "2021", "2021", "2021"),
        ("It was a habit of the 1990s.", "the 1990s", "199", "1990-01/1999-12"),
        ("He left yesterday.", "yesterday", "2023-02-04", "2023-02-04"),
        ("He left last month.", "last month", "2023-01", "2023-01"),
        ("He left last week.", "last week", "2023-W04", "2023-01-23/2023-01-29"),
        ("He left ten days ago.", "ten days ago", "2023-01-26", "2023-01-26"),
        ("He left two years ago.", "two years ago", "2021", "2021"),
        ("He left on Thursday.", "Thursday", "2023-02-02", "2023-02-02"),
        ("He left on Sunday.", "Sunday", "2023-02-05", "2023-02-05"),
        ("He left last Sunday.", "last Sunday", "2023-01-29", "2023-01-29"),
        ("He will leave on Thursday.", "Thursday", "2023-02-09", "2023-02-09"),
        ("He was told to leave by Tuesday.", "Tuesday", "2023-02-07", "2023-02-07"),
        ("He left on 27 January.", "27 January", "2023-01-27", "2023-01-27"),
        ("He left on 27 December.", "27 December", "2022-12-27", "2022-12-27"),
        ("He will leave on 3 April.", "3 April", "2023-04-03", "2023-04-03"),
        (
            "Shots rang in the night of 18 to 19 June 2022.",
            "the night of 18 to 19 June 2022",
            "2022-06-18TNI",
            "2022-06-18/2022-06-19",
        ),
        ("The mandate runs in the 2021/22 fiscal year.", "the 2021/22 fiscal year", "FY2022", "2021-07/2022-06"),
    ],
)
def test_english_date(text: str, words: str, value: str, edtf: str) -> None:
    """A date in English has its words, its TIMEX value and its days."""
    found = one(text)
    assert (found.text, found.value, str(found.interval)) == (words, value, edtf)


@pytest.mark.parametrize(
    ("text", "words", "value", "edtf"),
    [
        ("La colonne est partie le 14 mars 2022.", "14 mars 2022", "2022-03-14", "2022-03-14"),
        ("La colonne est partie le 1er mars 2022.", "1er mars 2022", "2022-03-01", "2022-03-01"),
        ("La colonne est partie hier.", "hier", "2023-02-04", "2023-02-04"),
        ("La colonne est partie avant-hier.", "avant-hier", "2023-02-03", "2023-02-03"),
        ("La colonne est partie le mois dernier.", "le mois dernier", "2023-01", "2023-01"),
        ("La colonne est partie il y a dix jours.", "il y a dix jours", "2023-01-26", "2023-01-26"),
        ("La colonne est partie jeudi.", "jeudi", "2023-02-02", "2023-02-02"),
        ("La colonne partira jeudi.", "jeudi", "2023-02-09", "2023-02-09"),
        ("La colonne aurait attaqué jeudi.", "jeudi", "2023-02-02", "2023-02-02"),
        ("Le bilan de la mi-juin 2022 est connu.", "mi-juin 2022", "2022-06", "2022-06-11/2022-06-20"),
        ("Au troisième trimestre 2021, rien.", "troisième trimestre 2021", "2021-Q3", "2021-07/2021-09"),
    ],
)
def test_french_date(text: str, words: str, value: str, edtf: str) -> None:
    """A date in French has its words, its TIMEX value and its days; a conditional of hearsay looks back."""
    found = one(text, language=FRENCH)
    assert (found.text, found.value, str(found.interval)) == (words, value, edtf)


def test_later_counts_from_the_text() -> None:
    """Nine months after a coup in 2020 lie between October 2020 and September 2021, and nothing is more precise than that."""
    _, second = when("The army took over in a 2020 coup, followed by another coup nine months later.", PUBLISHED)
    assert (str(second.interval), second.anchor, second.value) == ("2020-10/2021-09", "2020", "")


@pytest.mark.parametrize(
    ("text", "language", "value", "anchor"),
    [
        ("The bridge fell on 3 May 2022; two days earlier a mine had gone off.", Language.ENGLISH, "2022-05-01", "3 May 2022"),
        ("The bridge fell on 3 May 2022 and was mended the following day.", Language.ENGLISH, "2022-05-04", "3 May 2022"),
        ("The bridge fell in May 2022 and was mended four months later.", Language.ENGLISH, "2022-09", "May 2022"),
        ("Le pont est tombé le 3 mai 2022 ; la veille, une mine avait sauté.", FRENCH, "2022-05-02", "3 mai 2022"),
        ("Le pont est tombé le 3 mai 2022 et fut réparé le surlendemain.", FRENCH, "2022-05-05", "3 mai 2022"),
        ("Le pont est tombé en 2021 ; la même année, il fut réparé.", FRENCH, "2021", "2021"),
    ],
)
def test_relative_to_the_text(text: str, language: Language, value: str, anchor: str) -> None:
    """A relative time counts from the time before it, which it names."""
    _, second = when(text, PUBLISHED, language)
    assert (second.value, second.anchor) == (value, anchor)


def test_after_something_undated_stays_open() -> None:
    """What counts from an event that the text does not date has no days, and says why."""
    found = one("Two days after the burial the camp was empty.")
    assert found.interval is None
    assert "does not date" in found.reason


def test_without_publication_date() -> None:
    """Without a publication date, what counts from it stays open with the reason; what is complete does not."""
    relative, weekday, full = when("He left yesterday, not on Thursday or on 3 May 2021.")
    assert relative.interval is weekday.interval is None
    assert "publication" in relative.reason
    assert str(full.interval) == "2021-05-03"


def test_range() -> None:
    """Both ends of a period know the whole of it."""
    first, last = when("The search lasted from 27 to 31 March 2022.", PUBLISHED)
    assert (first.value, last.value) == ("2022-03-27", "2022-03-31")
    assert str(first.range) == str(last.range) == "2022-03-27/2022-03-31"


def test_range_over_the_turn_of_the_year() -> None:
    """A beginning without a year takes the last such day before the end."""
    first, last = when("From 20 December to 4 January 2021 nobody passed.", PUBLISHED)
    assert (first.value, last.value) == ("2020-12-20", "2021-01-04")


def test_since_reaches_the_publication() -> None:
    """What has lasted since a month has lasted up to the publication."""
    assert str(one("No flight has left since January.").range) == "2023-01-01/2023-02-05"


@pytest.mark.parametrize(
    ("text", "value"),
    [("for 48 hours", "PT48H"), ("for three days", "P3D"), ("for several weeks", "PXW"), ("a 72-hour notice", "PT72H")],
)
def test_length(text: str, value: str) -> None:
    """A length keeps the unit that was said."""
    found = one(text)
    assert (found.type, found.value, found.interval) == (TimeType.DURATION, value, None)


@pytest.mark.parametrize(
    ("text", "value"),
    [("They met every Friday.", "XXXX-WXX-5"), ("They met twice a month.", "P1M"), ("They held daily patrols.", "P1D")],
)
def test_repetition(text: str, value: str) -> None:
    """A repetition is a set."""
    found = one(text)
    assert (found.type, found.value) == (TimeType.SET, value)


def test_hour_with_its_zone() -> None:
    """An hour with a zone is a moment; without one, and without a default, its moment stays open."""
    told = one("It began at 21:00 CET on 5 May 2022.")
    assert (told.value, str(told.interval)) == ("2022-05-05T21:00+01:00", "2022-05-05T20:00:00Z")
    plain = one("It began at 21:00 on 5 May 2022.")
    assert plain.interval is not None
    assert plain.interval.at is None
    assert "zone" in plain.reason


def test_default_zone() -> None:
    """Where the caller knows the zone, an hour without one is a moment."""
    found = when("Le discours du 5 février 2023 à 20 h 00 a surpris.", PUBLISHED, FRENCH, zone_minutes=0)
    assert str(found[0].interval) == "2023-02-05T20:00:00Z"


def test_weekday_clash_keeps_both_readings() -> None:
    """A weekday that does not fit its date is told with both readings, and the date wins."""
    found = one("It happened on Monday 4 May 2022.")
    assert found.value == "2022-05-04"
    assert "was a Wednesday" in found.clash
    assert "2022-05-02" in found.clash


@pytest.mark.parametrize("words", ["31 February 2022", "13/14/2022", "5 May 20222", "30 février 2022"])
def test_impossible_date(words: str) -> None:
    """A date that no calendar has is found and has no days."""
    found = one(words, language=FRENCH if "é" in words else Language.ENGLISH)
    assert found.impossible
    assert found.interval is None


def test_day_or_month_first() -> None:
    """In English 03/04/2022 stays open with both readings; in French the day comes first."""
    assert "2022-04-03 or 2022-03-04" in one("on 03/04/2022").reason
    assert one("le 03/04/2022", language=FRENCH).value == "2022-04-03"


@pytest.mark.parametrize(
    "text",
    [
        "Some 2,000 people fled.",
        "Resolution 2640 says so.",
        "See S/2023/21.",
        "A girl aged 7 years spoke.",
        "They may march.",
        "2000 soldiers fell.",
    ],
)
def test_no_time(text: str) -> None:
    """Figures, symbols, ages and verbs are no times."""
    assert when(text, PUBLISHED) == ()
