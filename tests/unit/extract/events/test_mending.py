"""Sentences that a parser cut inside a name become whole again."""

from tests.unit.extract.events.builders import a_text, annotated

from corro.extract.events.mending import mend
from corro.model import Annotated, Mention, MentionKind, Sentence, Token
from corro.values import Span


def a_cut_sentence() -> Annotated:
    """Return `Ada Vorel, cheffe, a été expulsée.` as a parser might cut it: before the second comma."""
    text = "Ada Vorel, cheffe, a été expulsée."
    words = ["Ada", "Vorel", ",", "cheffe", ",", "a", "été", "expulsée", "."]
    rows = [
        ("PROPN", "root", 0),
        ("PROPN", "flat", 0),
        ("PUNCT", "punct", 0),
        ("NOUN", "appos", 0),
        ("PUNCT", "punct", 7),
        ("AUX", "aux", 7),
        ("AUX", "aux:pass", 7),
        ("VERB", "root", 7),
        ("PUNCT", "punct", 7),
    ]
    tokens, at = [], 0
    for word, (pos, dep, head) in zip(words, rows, strict=True):
        at = text.index(word, at)
        tokens.append(Token(at, at + len(word), word, word.lower(), pos, dep, head))
        at += len(word)
    person = Mention(MentionKind.PERSON, Span(0, 9), "Ada Vorel")
    document = a_text(text, language="fr")
    return Annotated(document, tuple(tokens), (Sentence(0, 4, 0), Sentence(4, 9, 0)), (person,))


def test_what_stands_before_the_cut_is_the_subject_of_what_follows() -> None:
    """One sentence is left, and the name is the subject of its passive."""
    mended = mend(a_cut_sentence())
    assert mended.sentences == (Sentence(0, 9, 0),)
    assert (mended.tokens[0].dep, mended.tokens[0].head) == ("nsubj:pass", 7)


def test_a_name_that_is_cut_stays_one_name() -> None:
    """A piece that begins inside a name hangs on the name's first word."""
    cut = a_cut_sentence()
    inside = Annotated(cut.document, cut.tokens[:2], (Sentence(0, 1, 0), Sentence(1, 2, 0)), cut.mentions)
    tokens = list(inside.tokens)
    tokens[1] = tokens[1]._replace(dep="root", head=1)
    mended = mend(Annotated(cut.document, tuple(tokens), inside.sentences, cut.mentions))
    assert [(token.dep, token.head) for token in mended.tokens] == [("root", 0), ("flat", 0)]


def test_whole_sentences_stay_as_they_are() -> None:
    """Nothing is joined where a full stop parts two sentences."""
    found = annotated("Le maire est parti. Il revient lundi.", language="fr")
    assert mend(found).sentences == found.sentences
