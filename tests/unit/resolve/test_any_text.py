"""Whatever the text: no crash, and every value leads to its characters."""

from datetime import date

from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.resolve.builders import a_gazetteer

from corro.resolve import when, where
from corro.values import Language

_PIECES = (
    "31 February 2020|29 Feb|13/14/2022|99/99/9999|0/0/0000|20222|9999|0001|in 99999 years|a century ago|"
    "100000 decades ago|to 31 April|the night of 31 to 1 May|5 p.m.|25:61|24:00 GMT|14 h 99|il y a|d'ici|"
    "la veille de|le lendemain|the third day|every|deux fois par|mi-|fin|Q5|FY|2021/22|1999-1998|between|and|from|"
    "to|Tassek|Tassek Region|80 km north of Tassek|région de|TASSEK|Mr Tassek|’|“|\n\n|.|,|-|–|vingt et un|"
    "a year ago|a year earlier|the year-ago quarter|the latest period|the quarter|the first week of|FY2022/23|Easter|nineteen|"
    "and a half|et demi|1/2|years|years ago|the late 9990s|the '80s|in the 40th century|Sundays|until|through|by|the week of|"
    "twenty-one|thousand hundred|mille cent|nine months later|Monday|lundi|this|last|next|dernière|weekend|the same|"
    "period|first half|year|jour pour jour|to the day|0|00|1er|3rd|II|½|²|١٢|ⅷ"
)
PIECES = _PIECES.split("|")
TEXTS = st.one_of(
    st.text(max_size=80),
    st.lists(st.sampled_from(PIECES), max_size=14).map(" ".join),
    st.lists(st.sampled_from(PIECES), max_size=8).map("".join),
)
DAYS = st.one_of(st.none(), st.dates(), st.sampled_from([date.min, date.max, date(2024, 2, 29)]))
LANGUAGES = st.sampled_from([Language.ENGLISH, Language.FRENCH, Language.OTHER])


@settings(max_examples=300, deadline=None)
@given(TEXTS, DAYS, LANGUAGES)
def test_any_times(text: str, published: date | None, language: Language) -> None:
    """Times stand in order, inside the text, on their own characters; one without days says why, or is a length."""
    found = when(text, published, language, 0)
    for mention in found:
        assert mention.text == mention.span.of(text)
        assert mention.text
        assert mention.interval or mention.reason or mention.value
    assert sorted(mention.span for mention in found) == [mention.span for mention in found]


@settings(max_examples=200, deadline=None)
@given(TEXTS, LANGUAGES)
def test_any_places(text: str, language: Language) -> None:
    """Places stand in order, inside the text, on their own characters; one that stays open says why."""
    found = where(text, language, a_gazetteer())
    for mention in found:
        assert mention.text == mention.span.of(text)
        assert mention.text
        assert mention.value.place or mention.value.reason
    assert sorted(mention.span for mention in found) == [mention.span for mention in found]
