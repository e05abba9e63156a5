"""Words in their sentence."""

from hypothesis import given
from hypothesis import strategies as st

from corro.model import Document, Segment, SegmentKind
from corro.pipeline.passages import sentence_around, underlined
from corro.values import Span

TEXT = "The council met. It heard “no one.” Then Ms Example spoke for the mission.\n\nA second paragraph stands here without an end"


def a_document(text: str = TEXT, segments: tuple[Segment, ...] = ()) -> Document:
    """Return a document of this text."""
    return Document("doc_1", "doc_1", "sha", "a.txt", "a", text, segments)


def span_of(words: str, text: str = TEXT) -> Span:
    """Return where words stand."""
    return Span(text.index(words), text.index(words) + len(words))


def test_words_are_shown_in_the_passage_that_holds_them() -> None:
    """And underlined at their place in it."""
    passage = span_of("Then Ms Example spoke for the mission.")
    shown = underlined(a_document(), span_of("Example"), passage)
    assert (shown.sentence, shown.words) == ("Then Ms Example spoke for the mission.", "Example")


def test_a_passage_that_does_not_hold_the_words_is_left_aside() -> None:
    """A date can stand in another sentence than the claim that it dates."""
    shown = underlined(a_document(), span_of("heard"), span_of("Then Ms Example spoke for the mission."))
    assert (shown.sentence, shown.words) == ("It heard “no one.”", "heard")


def test_a_sentence_never_leaves_its_paragraph() -> None:
    """Not even where it has no end."""
    whole = sentence_around(a_document(), span_of("stands"))
    assert whole.of(TEXT) == "A second paragraph stands here without an end"
    segments = (Segment(SegmentKind.HEADLINE, Span(0, 15)), Segment(SegmentKind.BODY, Span(16, len(TEXT))))
    assert sentence_around(a_document(segments=segments), span_of("council")).of(TEXT) == "The council met"


def test_words_over_two_sentences_bring_both() -> None:
    """All of the words are in what is shown."""
    assert sentence_around(a_document(), span_of("met. It")).of(TEXT) == "The council met. It heard “no one.”"


@given(st.text(alphabet="ab .!?\n”", min_size=1, max_size=60), st.data())
def test_whatever_the_text_the_words_stand_in_what_is_shown(text: str, data: st.DataObject) -> None:
    """For any span of any text."""
    start = data.draw(st.integers(0, len(text) - 1))
    span = Span(start, data.draw(st.integers(start, len(text))))
    shown = underlined(a_document(text), span)
    assert shown.words == span.of(text)
    assert shown.sentence in text
