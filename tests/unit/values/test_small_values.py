"""Spans, durations, names, languages, places and ids."""

from datetime import UTC, date, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.values import Duration, Language, Place, Span, content_id, distance_km, fold, slug

SPANS = st.tuples(st.integers(0, 500), st.integers(0, 500)).map(lambda ends: Span(min(ends), max(ends)))


def test_a_span_gives_the_words_back() -> None:
    """A span of a text is its characters."""
    assert Span(4, 9).of("The Mali report") == "Mali "


@given(SPANS, SPANS)
def test_a_cover_holds_both_spans(one: Span, other: Span) -> None:
    """The cover of two spans holds each; a span that holds a non-empty one overlaps it."""
    cover = one.cover(other)
    assert cover.holds(one)
    assert cover.holds(other)
    if one.holds(other) and len(other):
        assert one.overlaps(other)


def test_a_backward_span_is_refused() -> None:
    """A span cannot end before it begins."""
    with pytest.raises(ValueError, match="not a span"):
        Span(5, 4)


@given(
    st.builds(
        Duration,
        st.integers(0, 5),
        st.integers(0, 40),
        st.integers(0, 9),
        st.integers(0, 90),
        st.integers(0, 99),
        st.integers(0, 90),
    )
)
def test_a_duration_keeps_its_units(duration: Duration) -> None:
    """The ISO form reads back as the same duration; nothing is turned into another unit."""
    if duration != Duration():
        assert Duration.of(duration.iso) == duration


def test_48_hours_is_another_statement_than_two_days() -> None:
    """Both end at the same moment, and yet they are not equal."""
    start = datetime(2023, 2, 5, 20, tzinfo=UTC)
    assert Duration.of("PT48H").after(start) == Duration.of("P2D").after(start)
    assert Duration.of("PT48H") != Duration.of("P2D")


def test_a_month_after_the_31st_keeps_inside_the_month() -> None:
    """One month after 31 January is the last day of February."""
    assert Duration(months=1).days_after(date(2023, 1, 31)) == date(2023, 2, 28)


@pytest.mark.parametrize("text", ["", "P", "48h", "PT", "P1.5D"])
def test_what_is_no_duration_is_refused(text: str) -> None:
    """Text that is not an ISO duration in whole units is refused."""
    with pytest.raises(ValueError, match="not an ISO 8601 duration"):
        Duration.of(text)


@pytest.mark.parametrize(("one", "other"), [("Aguel'hoc", "AGUEL’HOC"), ("Ménaka", "Menaka"), ("Ngefa-Atondoko", "Ngefa Atondoko")])
def test_spellings_that_differ_in_marks_fold_alike(one: str, other: str) -> None:
    """Case, accents, apostrophes and hyphens do not tell names apart."""
    assert fold(one) == fold(other)


@given(st.text(max_size=40))
def test_folding_twice_changes_nothing(text: str) -> None:
    """Folding is idempotent on text in the scripts that we meet."""
    if text.isascii():
        assert fold(fold(text)) == fold(text)


def test_languages() -> None:
    """Locales are read by their language; what is not analysed says so."""
    assert Language.of("fr-ML") is Language.FRENCH
    assert Language.of("ar") is Language.OTHER
    assert Language.of(None) is Language.UNKNOWN
    assert not Language.OTHER.analysed


def test_bamako_to_gao() -> None:
    """Bamako and Gao lie about 950 km apart."""
    bamako, gao = Place("Bamako", latitude=12.65, longitude=-8.0), Place("Gao", latitude=16.2717, longitude=-0.0447)
    distance = distance_km(bamako, gao)
    assert distance is not None
    assert 930 < distance < 960
    assert distance_km(bamako, Place("Nowhere")) is None


def test_ids_depend_on_every_field() -> None:
    """Fields cannot run into each other, and the kind is part of the id."""
    assert content_id("doc", "ab", "c") != content_id("doc", "a", "bc")
    assert content_id("doc", "a") != content_id("claim", "a")
    assert content_id("doc", "a") == content_id("doc", "a")


@given(st.text(min_size=1, max_size=30))
def test_slugs_have_letters_that_are_read_aloud_alike_by_nobody(identifier: str) -> None:
    """A slug has six letters after the dash, none of I, O, 0 and 1."""
    letters = slug("H1", identifier).removeprefix("H1-")
    assert len(letters) == 6
    assert not set(letters) & set("IO01")
