"""Documents of a pool are grouped by topic from names, wording, openings and figures."""

import json
from importlib.resources import files

from tests.unit.weigh.builders import a_document

from corro.model import Annotated, Sentence, Token
from corro.weigh.links.topics import MARKS, topic_marks, topic_weights, topics


def a_text(name: str, words: str) -> Annotated:
    """Return a text of names and nouns: those with a capital are names."""
    tokens: list[Token] = []
    start = 0
    for word in words.split():
        tokens.append(Token(start, start + len(word), word, word.lower(), "PROPN" if word.istitle() else "NOUN", "dep", 0))
        start += len(word) + 1
    return Annotated(a_document(name, words), tuple(tokens), (Sentence(0, len(tokens), 0),))


RAID = "Oumba raid riders cattle Torobe"
FIRE = "Miskar fire market stalls Dogon"
FLOOD = "Kasanda flood river bridge Banfa"


def test_texts_with_common_names_and_words_are_one_topic() -> None:
    """Each topic's texts come together, and no two topics do."""
    texts = [a_text(f"{at}", words) for at, words in enumerate((RAID, FIRE, FLOOD) * 2)]
    groups, _ = topics(texts)
    assert sorted(map(sorted, groups)) == [[0, 3], [1, 4], [2, 5]]


def test_texts_without_a_common_word_are_not_judged() -> None:
    """Pairs that have nothing in common have no marks, and are not alike."""
    judged, alike = topic_marks([a_text("a", RAID), a_text("b", FIRE), a_text("c", FLOOD)])
    assert judged == {}
    assert set(alike.values()) == {0.0}


def test_no_texts_have_no_topics() -> None:
    """Nothing in, nothing out; a text without a word is a topic of its own."""
    assert topics([]) == ([], {})
    assert topics([Annotated(a_document("a", ""), (), ())])[0] == [[0]]


def test_the_weights_hold_marks_and_no_words() -> None:
    """The file of weights holds one number a mark and the base, and nothing of any text."""
    held = json.loads(files("corro.vocab").joinpath("topic_weights.json").read_text(encoding="utf-8"))
    assert set(held) == {*MARKS, "base"}
    assert all(isinstance(weight, float) for weight in held.values())
    assert dict(topic_weights()) == held
