"""The set of labels."""

import pytest
from tests.unit.annotate.builders import parsed

from corro.annotate.labels import LABELS

TEXTS = {
    "en": (
        'However, both men, neither of whom spoke, said: "Hey, we don\'t know who that was," about three years old, if so. '
        "What he did mattered; had it been so? Half the troops were made leaders of it, whose base was given up, to be rebuilt."
    ),
    "fr": (
        "Ah ! Monsieur le ministre, il y a eu, dit-on, des morts ; qu'en pensez-vous ? Il s'est produit un drame dont on parle, "
        "à ce qu'il paraît, « Breaking News » titrait le journal, et ce que l'on sait, c'est peu. Jean Traoré le lui a donné."
    ),
}


@pytest.mark.parametrize("language", ["en", "fr"])
def test_only_labels_of_the_common_set_come_out(language: str) -> None:
    """Whatever the construction, both languages share one set of labels, and every head lies in the sentence of its word."""
    annotated = parsed(TEXTS[language], language)
    assert {token.dep for token in annotated.tokens} <= LABELS
    for first, last, _ in annotated.sentences:
        assert all(first <= token.head < last for token in annotated.tokens[first:last])


@pytest.mark.parametrize("language", ["en", "fr"])
def test_every_sentence_is_a_tree(language: str) -> None:
    """From every word the heads lead to a root, and a root is labelled so."""
    annotated = parsed(TEXTS[language], language)
    for index, token in enumerate(annotated.tokens):
        steps, at = 0, index
        while annotated.tokens[at].head != at:
            at = annotated.tokens[at].head
            steps += 1
            assert steps <= len(annotated.tokens)
        assert (token.head == index) == (token.dep == "root")
