"""The stage as a whole: offsets, sentences, batches, bad input."""

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from tests.unit.annotate.builders import B, C, F, H, a_document, named

from corro.annotate import Annotator, Recognise, annotate
from corro.annotate.annotator import BATCH
from corro.model import Annotated
from corro.values import Language

ENGLISH = (
    "Mali expels official",
    "Soldiers on patrol in Gao (file photo).",
    "The army said so. Residents denied it.",
    "Share this",
)
FRENCH = "L’armée a annoncé dimanche que douze villageois avaient été tués. « C’est faux », a déclaré le maire."


def is_sound(annotated: Annotated) -> None:
    """Check what must hold of every annotated document."""
    text = annotated.document.text
    for token in annotated.tokens:
        assert text[token.start : token.end].lower() == token.text.lower()
        assert token.text.strip()
    assert all(one.end <= other.start for one, other in zip(annotated.tokens, annotated.tokens[1:], strict=False))
    assert [index for first, last, _ in annotated.sentences for index in range(first, last)] == list(range(len(annotated.tokens)))
    for sentence in annotated.sentences:
        segment = annotated.document.segments[sentence.paragraph]
        assert segment.span.holds(annotated.sentence_span(sentence))
    ends = [0, *(mention.span.end for mention in annotated.mentions)]
    for end, mention in zip(ends, annotated.mentions, strict=False):
        assert end <= mention.span.start < mention.span.end
        assert mention.span.of(text) == mention.text


def test_words_and_sentences_lead_back_to_the_text() -> None:
    """Each word is its characters; sentences hold all words and never cross a part of the page; furniture is left out."""
    annotated = annotate(a_document(*ENGLISH, kinds=(H, C, B, F)))
    is_sound(annotated)
    assert len(annotated.sentences) == 4
    assert "Share" not in {token.text for token in annotated.tokens}
    assert annotated.pipeline.startswith("en_")


def test_lemmas_are_in_small_letters() -> None:
    """Names too."""
    annotated = annotate(a_document(FRENCH, language="fr"))
    assert all(token.lemma == token.lemma.lower() for token in annotated.tokens)


def test_a_language_that_is_not_analysed_has_no_words() -> None:
    """The document is kept as it is."""
    document = a_document("ነገር ግን", language="other")
    assert annotate(document) == Annotated(document)


def test_an_empty_document_has_no_words() -> None:
    """Nor does one of blanks and marks."""
    for text in ("", " \n ", "…", "--- *** ---"):
        assert annotate(a_document(text)).tokens == ()


def test_a_batch_gives_what_single_documents_give() -> None:
    """In the same order, whatever the mixture of languages and the size of the batches."""
    documents = [a_document(ENGLISH[2]), a_document(FRENCH, language="fr"), a_document("x", language="und")] * (BATCH // 3 + 2)
    one_by_one = [annotate(document) for document in documents[:3]]
    together = list(Annotator().annotate_many(documents))
    assert len(together) == len(documents)
    assert together[:3] == one_by_one
    assert together[-3:] == one_by_one


def test_capitals_do_not_move_offsets() -> None:
    """A headline in capitals is read as if it were not, and its spans lead to it as it is shown."""
    annotated = annotate(a_document("SOLDIERS KILL TWELVE VILLAGERS IN GAO", "Soldiers killed villagers in Gao.", kinds=(H, B)))
    is_sound(annotated)
    assert [(token.text, token.lemma) for token in annotated.tokens[1:2]] == [("kill", "kill")]
    assert annotated.tokens[1].pos == "VERB"


def test_a_very_long_paragraph_is_annotated_whole() -> None:
    """A text beyond the parser's limit is cut at sentences, and no word is lost."""
    sentence = "The army said that twelve villagers had been killed near Gao. "
    annotator = Annotator(recognise=Recognise.NEVER)
    annotated = annotator.annotate(a_document(sentence * 700))
    is_sound(annotated)
    assert len(annotated.tokens) == 700 * 12


@pytest.mark.parametrize("text", ["(" * 5000, "a" * 50_000, "«" * 300 + "x", "\u0301" * 400 + "é", "1" * 9000, "“a " * 400])
def test_strange_texts_are_annotated(text: str) -> None:
    """Nothing breaks, and offsets hold."""
    is_sound(Annotator(recognise=Recognise.NEVER).annotate(a_document(text)))


@settings(max_examples=60, deadline=None)
@given(st.lists(st.text(max_size=60), min_size=1, max_size=3), st.sampled_from(["en", "fr"]))
def test_any_text_is_annotated(paragraphs: list[str], language: str) -> None:
    """Arbitrary characters in arbitrary parts."""
    is_sound(annotate(a_document(*paragraphs, language=language)))


WORDS = [
    "The",
    "Mali",
    "Colonel",
    "Maiga",
    "said",
    "MINUSMA",
    "le",
    "porte-parole",
    "de",
    "(ABC)",
    ",",
    ".",
    "«",
    "N'Gefa",
    "Mr.",
    "of",
    "in",
    "Gao",
]


@settings(max_examples=60, deadline=None)
@given(st.lists(st.sampled_from(WORDS), max_size=25).map(" ".join), st.sampled_from(["en", "fr"]))
def test_any_order_of_names_is_annotated(text: str, language: str) -> None:
    """Words that the rules look at, in arbitrary order."""
    is_sound(annotate(a_document(text, language=language)))


def test_the_recogniser_only_proposes() -> None:
    """Without it the known names and the rules stand as they are; with it names are added, and marked as proposals."""
    document = a_document("MINUSMA denied it. Kasanda Airlines carried them.")
    without = Annotator(recognise=Recognise.NEVER).annotate(document)
    with_proposals = Annotator(recognise=Recognise.ALWAYS).annotate(document)
    assert named(without) == [("organisation", "MINUSMA")]
    assert named(with_proposals)[0] == ("organisation", "MINUSMA")
    added = with_proposals.mentions[1:]
    assert added
    assert {mention.proposed_by for mention in added} <= {"ner", "capitals"}
    assert all(mention.known_id is None for mention in added)


def test_languages_are_told_by_the_document() -> None:
    """A document declared French is parsed as French."""
    assert annotate(a_document(FRENCH, language="fr")).pipeline.startswith("fr_")
    assert Language("fr").analysed
