"""What of a text survives translation and re-telling."""

from corro.model import Document, Segment, SegmentKind
from corro.values import Language, Span
from corro.weigh.copies.skeleton import skeleton
from corro.weigh.copies.sketching import sketch


def _document(text: str, language: Language = Language.ENGLISH) -> Document:
    body = (Segment(SegmentKind.BODY, Span(0, len(text))),)
    return Document("d", "d", "", "d", "d", text, body, language)


def _tokens(text: str) -> tuple[str, ...]:
    return skeleton(_document(text), (Span(0, len(text)),)).tokens


def test_names_and_figures_are_kept_in_order_and_sentence_beginnings_are_not() -> None:
    """A capital after a full stop or at the beginning of a paragraph shows no name; one inside a sentence does."""
    assert _tokens("Soldiers left Kasanda with 1,200 men. Villagers fled to Torobe.") == ("kasanda", "1200", "torobe")


def test_numbers_and_months_in_words_are_one_in_either_language() -> None:
    """Small numbers and months stand for the same token in English and French, accents or not."""
    assert _tokens("il y a deux morts depuis le 3 août") == _tokens("some two dead since 3 août") == ("2", "3", "august")


def test_a_number_inside_a_longer_word_counts_nothing() -> None:
    """Only a whole word is a number: `attend` holds no ten, and `sixième` no six."""
    assert _tokens("they attend the sixième session") == ()


def test_what_a_text_cites_is_found_in_either_language() -> None:
    """A phrase that names a source counts as a whole word only."""
    text = "Rien de neuf, selon Radio Torobe, et rien par Kasanda Presse, dit-on, et trivia Cité."
    assert skeleton(_document(text, Language.FRENCH), (Span(0, len(text)),)).cited == ("kasanda presse", "radio torobe")


def test_texts_of_any_length_have_a_sketch() -> None:
    """From no word to thirteen, sequences are counted rightly: of n words there are n - 2 of three."""
    for count in range(14):
        text = " ".join(f"w{number}" for number in range(count))
        assert len(sketch(_document(text)).shingles) == max(0, count - 2)
