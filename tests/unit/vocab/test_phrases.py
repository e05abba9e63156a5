"""Tests of groups of phrases."""

from corro.vocab.phrases import PhraseGroups

GROUPS = PhraseGroups([["we demand", "owes"], ["'s doing", "well-founded"], ["désolé"]])


def test_the_first_group_with_a_phrase_in_the_text_is_found() -> None:
    """Groups go before each other in the order given, wherever their phrases stand."""
    assert GROUPS.first_in("it is well-founded, and we demand an answer") == 0
    assert GROUPS.first_in("il est désolé") == 2
    assert GROUPS.first_in("nothing of the kind") is None


def test_phrases_begin_and_end_as_words_do() -> None:
    """A part of a word is no phrase; a phrase that begins with a mark may hang on a word."""
    assert GROUPS.first_in("he owes_them") is None
    assert GROUPS.first_in("howes") is None
    assert GROUPS.first_in("il les désoléra") is None
    assert GROUPS.first_in("it was the army's doing.") == 1
    assert GROUPS.first_in("the army's doings") is None
    assert GROUPS.first_in("the army's doings were the militia's doing") == 1
