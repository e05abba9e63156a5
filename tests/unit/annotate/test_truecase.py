"""Capitals put right, letter for letter."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.annotate.truecase import Casing, casing_of, in_capitals, in_title_case, truecased, with_names

NOTHING = Casing({}, frozenset())


@pytest.mark.parametrize(
    ("text", "capitals", "title"),
    [
        ("MALI EXPELS UN OFFICIAL", True, False),
        ("LE MALI EXPULSE LE RESPONSABLE", True, False),
        ("Mali Expels Human Rights Chief Over Witness", False, True),
        ("Mali expels UN human rights chief over witness", False, False),
        ("MINUSMA", False, False),
        ("The MINUSMA mission said FAMa had blocked it.", False, False),
    ],
)
def test_how_a_line_is_written(text: str, capitals: bool, title: bool) -> None:
    """In capitals, in title case, or as running text; an acronym alone is none of them."""
    assert (in_capitals(text), in_title_case(text)) == (capitals, title)


def test_words_take_the_form_of_the_running_text() -> None:
    """The body says that Kidal is a name and that an attack is not."""
    casing = casing_of(["SEVEN KILLED IN KIDAL ATTACK", "The attack took place near Kidal on Monday."])
    assert truecased("SEVEN KILLED IN KIDAL ATTACK", casing, capitals=True) == "Seven killed in Kidal attack"


def test_known_names_keep_the_vocabulary_form() -> None:
    """An acronym stays in capitals, a name gets its own."""
    text = "MINUSMA ACCUSES THE MALIAN ARMED FORCES"
    assert truecased(text, NOTHING, capitals=True) == "MINUSMA accuses the Malian Armed Forces"


def test_title_case_loses_its_capitals_where_the_body_shows_it() -> None:
    """`Expels` follows `expelled`; `Kidal` stays."""
    casing = casing_of(["Junta Expels Kidal Envoy Again Today", "The junta expelled him from Kidal."])
    assert truecased("Junta Expels Kidal Envoy Again Today", casing, capitals=False).split()[:3] == ["Junta", "expels", "Kidal"]


def test_sentences_begin_with_a_capital() -> None:
    """After a full stop, and at the start."""
    assert truecased("THE END. THE START.", NOTHING, capitals=True) == "The end. The start."


@given(st.text(max_size=120), st.booleans())
def test_the_length_never_changes(text: str, capitals: bool) -> None:
    """Offsets stay, whatever the alphabet does with capitals."""
    assert len(truecased(text, casing_of([text]), capitals=capitals)) == len(text)


def test_the_calendar_keeps_its_capitals() -> None:
    """English writes months and weekdays large; `may` and `march` are months only beside a figure."""
    text = "ON 12 MARCH AND ON SUNDAY THEY MAY MARCH"
    assert truecased(text, NOTHING, capitals=True) == "On 12 March and on Sunday they may march"


def test_likely_names_get_a_capital() -> None:
    """A word that is handed in as a likely name is written large, unless the running text shows another form."""
    casing = with_names(Casing({"men": "men"}, frozenset()), ["TANDORE", "MEN"])
    assert truecased("ARMED MEN NEAR TANDORE", casing, capitals=True) == "Armed men near Tandore"
