"""Which language a report is in."""

from tests.unit.read.evidence import PHRASE, SENTENCE

from corro.read.language import tell
from corro.values import Language


def test_the_text_tells_where_nothing_is_declared() -> None:
    """English and French are told apart."""
    assert tell(SENTENCE).language is Language.ENGLISH
    assert tell(PHRASE).language is Language.FRENCH


def test_a_declaration_holds_for_short_texts() -> None:
    """A few words cannot contradict it; locales and names of languages count."""
    assert tell("Le coup.", "en").language is Language.ENGLISH
    assert tell("Coup.", "fr-ML").language is Language.FRENCH
    assert tell("Coup.", "French").language is Language.FRENCH


def test_a_clearly_wrong_declaration_is_an_issue() -> None:
    """A long French text that is declared English is read as French, and the issue says both."""
    told = tell(f"{PHRASE} {PHRASE}", "en")
    assert told.language is Language.FRENCH
    assert [doubt.code for doubt in told.doubts] == ["language_clash"]
    assert tell(f"{PHRASE} {PHRASE}", "fr").doubts == ()


def test_too_few_letters_stay_unknown() -> None:
    """Numbers and a word tell nothing."""
    assert tell("12 34").language is Language.UNKNOWN
    assert tell("Mopti 2022").language is Language.UNKNOWN
