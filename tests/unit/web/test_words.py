"""The room's words: every phrase in both languages with the same things put in, and the reader's language found."""

import re
from pathlib import Path

import pytest

import corro.web
from corro.vocab import list_names, terms
from corro.web.words import Words, chosen, phrases

TEMPLATES = Path(corro.web.__file__).parent / "templates"


def test_both_languages_put_the_same_things_in() -> None:
    """What stands in braces is the same in English and French, and no phrase is empty."""
    for term in phrases().values():
        assert term.en
        assert term.fr
        assert set(re.findall(r"{\w+}", term.en)) == set(re.findall(r"{\w+}", term.fr)), term.key


def test_no_phrase_is_told_twice() -> None:
    """Each key stands in one of the room's lists only."""
    assert sum(len(terms(name)) for name in list_names() if name.startswith("room_")) == len(phrases())


def test_every_phrase_that_a_template_names_is_there() -> None:
    """Those that are put together of two parts have at least one phrase of that beginning."""
    named = {key for path in TEMPLATES.glob("*.html") for key in re.findall(r'\bt\("(\w+)"', path.read_text(encoding="utf-8"))}
    known = set(phrases())
    assert not [key for key in named if key not in known and not (key.endswith("_") and any(one.startswith(key) for one in known))]


@pytest.mark.parametrize(
    ("asked", "kept", "accepted", "language"),
    [
        ("fr", "en", "en", "fr"),
        ("", "fr", "en", "fr"),
        ("xx", "", "de;q=0.9, fr;q=0.4, en;q=0.3", "fr"),
        ("", "", "en;q=0.1, fr-CA", "fr"),
        ("", "", "de", "en"),
        ("", "", "fr;q=never", "en"),
        ("", "", "", "en"),
    ],
)
def test_the_language_is_found(asked: str, kept: str, accepted: str, language: str) -> None:
    """What one chose now counts before what one chose earlier, and that before what the browser asks for."""
    assert chosen(asked, kept, accepted) == language


def test_counts_read_as_the_language_has_it() -> None:
    """None is singular in French and plural in English."""
    assert [Words("en").count(number, "event") for number in (0, 1, 2)] == ["0 events", "1 event", "2 events"]
    assert [Words("fr").count(number, "event") for number in (0, 1, 2)] == ["0 événement", "1 événement", "2 événements"]
