"""Mentions of events are grouped across documents by grammar and wording, within one topic."""

import json
from importlib.resources import files

from tests.unit.weigh.builders import a_document

from corro.model import Annotated, Sentence, Token
from corro.values import Span
from corro.weigh.links.event_mentions import MARKS, Told, marks, mention_weights, same_events, told


def a_text(name: str, words: str) -> Annotated:
    """Return a text whose words carry their grammar: `word/lemma/POS/dep/head`."""
    tokens: list[Token] = []
    start = 0
    for word in words.split():
        text, lemma, pos, dep, head = word.split("/")
        tokens.append(Token(start, start + len(text), text, lemma, pos, dep, int(head)))
        start += len(text) + 1
    return Annotated(a_document(name, " ".join(token.text for token in tokens)), tuple(tokens), (Sentence(0, len(tokens), 0),))


RAID = "Riders/rider/NOUN/nsubj/1 raided/raid/VERB/root/1 Oumba/oumba/PROPN/obj/1"
FIRE = "Guards/guard/NOUN/nsubj/1 saw/see/VERB/root/1 Miskar/miskar/PROPN/obj/1"
RAIDED = Span(7, 13)


def test_one_verb_with_one_object_is_one_event() -> None:
    """Two texts of one topic that tell the same raid have one event."""
    texts = [a_text("a", RAID), a_text("b", RAID), a_text("c", FIRE), a_text("d", FIRE), a_text("e", FIRE)]
    events = same_events(texts, [[RAIDED], [RAIDED], [], [], []])
    assert events[0] == events[1]


def test_texts_of_two_topics_share_no_event() -> None:
    """The same verb in texts that have nothing else in common is another event."""
    other = "Kites/kite/NOUN/nsubj/1 raided/raid/VERB/root/1 Larders/larder/NOUN/obj/1"
    texts = [a_text("a", RAID), a_text("b", other), a_text("c", FIRE)]
    events = same_events(texts, [[RAIDED], [Span(6, 12)], []])
    assert events[0] != events[1]


def test_a_mention_is_judged_by_its_head_and_what_depends_on_it() -> None:
    """The lemma is the head's, the object and the arguments are those of the verb."""
    found = told(a_text("a", RAID), 0, Span(7, 19))
    assert found.lemma == "raid"
    assert found.objects == {"oumba"}
    assert found.arguments == {"rider", "oumba"}


def test_a_span_without_words_has_an_event_of_its_own() -> None:
    """A span that touches no word is judged by nothing and breaks nothing."""
    assert len(same_events([a_text("a", RAID)], [[Span(6, 6), RAIDED]])[0]) == 2


def test_no_texts_have_no_events() -> None:
    """Nothing in, nothing out."""
    assert same_events([], []) == []


def test_marks_are_the_same_in_any_order() -> None:
    """A pair has one set of marks."""
    one = Told(0, "raid", frozenset({"raid"}), frozenset({"rider"}), frozenset(), frozenset({"oumba"}), frozenset({"oumba"}))
    other = Told(1, "attack", frozenset({"attack"}), frozenset({"rider"}), frozenset(), frozenset(), frozenset({"raid"}))
    assert marks(one, other, 0.4, {}) == marks(other, one, 0.4, {})


def test_the_weights_hold_marks_and_no_words() -> None:
    """The file of weights holds one number a mark and the base, and nothing of any text."""
    held = json.loads(files("corro.vocab").joinpath("mention_weights.json").read_text(encoding="utf-8"))
    assert set(held) == {*MARKS, "base"}
    assert all(isinstance(weight, float) for weight in held.values())
    assert dict(mention_weights()) == held
