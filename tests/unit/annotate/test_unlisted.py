"""Likely names of a text in capitals."""

import pytest

from corro.annotate import annotate
from corro.annotate.pipelines import load
from corro.annotate.unlisted import unlisted
from corro.model import Document
from corro.values import Language


@pytest.mark.parametrize(
    ("language", "text"),
    [
        (Language.ENGLISH, "ARMED MEN KILLED TWELVE VILLAGERS NEAR TANDOREBA"),
        (Language.FRENCH, "DES HOMMES ARMÉS ONT TUÉ DES VILLAGEOIS PRÈS DE TANDOREBA"),
    ],
)
def test_words_that_the_dictionary_lacks(language: Language, text: str) -> None:
    """A made-up place is none of the language's words; common words in any form are."""
    assert unlisted(text, load(language)) == ["TANDOREBA"]


def test_words_of_a_text_in_capitals_have_their_capitals_put_right() -> None:
    """The extractors see which words are names, while spans lead to the characters as they were sent."""
    text = "ON SUNDAY ARMED MEN KILLED TWELVE VILLAGERS NEAR TANDOREBA."
    document = Document(id="d", series_id="d", evidence_sha256="0", locator="d", label="d", text=text, language=Language.ENGLISH)
    tokens = annotate(document).tokens
    assert [token.text for token in tokens if token.text[0].isupper()] == ["On", "Sunday", "Tandoreba"]
    assert all(text[token.start : token.end] == token.text.upper() for token in tokens)
