"""Unit tests for `corro.annotate.ruler`."""

from typing import Any

import spacy

PATTERNS: list[dict[str, Any]] = [
    {"patterns": [[{"TAG": "VBD"}]], "attrs": {"POS": "VERB"}, "index": 0},
    {"patterns": [[{"LOWER": {"IN": ["was", "were"]}, "TAG": "VBD"}]], "attrs": {"POS": "AUX", "LEMMA": "be"}, "index": 0},
    {"patterns": [[{"LOWER": "let"}, {"LOWER": "us"}]], "attrs": {"LEMMA": "we"}, "index": 1},
    {"patterns": [[{"LOWER": "was", "OP": "+"}]], "attrs": {"MORPH": "Tense=Past"}, "index": 0},
    {"patterns": [[{"IS_SPACE": True}]], "attrs": {"POS": "SPACE"}, "index": 0},
]

SENTENCES = [
    ("Let us leave", ["VB", "PRP", "VB"]),
    ("They was here  was", ["PRP", "VBD", "RB", "_SP", "VBD"]),
    ("They was here", ["PRP", "NN", "RB"]),
    ("WAS us let", ["VBD", "PRP", "VBD"]),
]


def ruled(*, remembering: bool) -> list[list[tuple[str, str, str, str]]]:
    """Return form, part of speech, lemma and features of the words of all sentences, each sentence seen twice."""
    from corro.annotate.ruler import remember

    pipeline = spacy.blank("en")
    pipeline.add_pipe("attribute_ruler").add_patterns(PATTERNS)
    if remembering:
        remember(pipeline)
    ruler = pipeline.get_pipe("attribute_ruler")
    docs = [ruler(tagged(pipeline, words, tags)) for words, tags in SENTENCES * 2]
    return [[(word.text, word.pos_, word.lemma_, str(word.morph)) for word in doc] for doc in docs]


def tagged(pipeline: Any, text: str, tags: list[str]) -> Any:
    """Return a text with these tags."""
    doc = pipeline.make_doc(text)
    for word, tag in zip(doc, tags, strict=True):
        word.tag_ = tag
    return doc


def test_remembering_changes_nothing() -> None:
    """Patterns of one word, of two, and with operators give what spaCy's own ruler gives, the second time too."""
    found = ruled(remembering=True)
    assert found == ruled(remembering=False)
    assert found[0][1][2] == "we"
    assert [word[1] for word in found[1]] == ["", "AUX", "", "SPACE", "AUX"]


def test_a_tag_is_part_of_what_is_remembered() -> None:
    """The same form with another tag is another word: `was` as a noun keeps no auxiliary."""
    found = ruled(remembering=True)
    assert (found[1][1][1], found[2][1][1]) == ("AUX", "")


def test_a_model_without_ruler_stays_as_it_is() -> None:
    """A pipeline that has no ruler gets none."""
    from corro.annotate.ruler import remember

    pipeline = spacy.blank("fr")
    remember(pipeline)
    assert pipeline.pipe_names == []
