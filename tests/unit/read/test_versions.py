"""The differences between two captures of one address."""

from tests.unit.read.evidence import SENTENCE, document

from corro.read import diff


def test_a_changed_sentence_is_found_with_both_places() -> None:
    """Only the sentence that changed is named, and the spans lead to it in each version."""
    one = document(f"{SENTENCE} The head of the mission must go.\n\n{SENTENCE}")
    other = document(f"{SENTENCE} The head of its section must go.\n\n{SENTENCE}\n\nCorrection: it was the section.")
    changes = diff(one, other)
    assert [(change.was, change.now) for change in changes] == [
        ("The head of the mission must go.", "The head of its section must go."),
        ("", "Correction: it was the section."),
    ]
    assert changes[0].before.of(one.text) == changes[0].was
    assert changes[0].after.of(other.text) == changes[0].now
    assert len(changes[1].before) == 0


def test_the_same_words_are_no_change() -> None:
    """White space does not count."""
    assert diff(document(f"{SENTENCE}\n\n{SENTENCE}"), document(f"{SENTENCE}   {SENTENCE}\n")) == ()
