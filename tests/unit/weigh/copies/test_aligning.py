"""Re-worded copy keeps its sentences though its word sequences are broken; independent reports of one event do not."""

from tests.unit.weigh.builders import a_document

from corro.weigh import compare, sketch
from corro.weigh.copies.aligning import align

REPORT = (
    "Gunmen on motorcycles raided the weekly market of Oumba on Tuesday and killed 23 traders from three towns of the valley.\n"
    "They came from the river shortly after two in the afternoon and fired at whoever ran, a cattle dealer said by phone.\n"
    "Nine people were taken away in a lorry that belonged to the cooperative, and most of the stalls were burnt down.\n"
)
REWORDED = (
    "Armed men on motorbikes raided a weekly market of Oumba Tuesday and shot 23 traders from three towns of that valley.\n"
    "They reached it from the river soon after two in the afternoon, firing at whoever ran, one cattle dealer said by phone.\n"
    "Nine persons were led away in a truck that belonged to the cooperative while most of its stalls were burnt down.\n"
)
OWN = (
    "The market of Oumba lay in ashes a day after the raid of Tuesday, in which by the count of the governor 23 people died.\n"
    "A woman who sells millet told us that the riders wore no uniforms and spoke the language of the river people.\n"
)


def test_a_reworded_copy_keeps_its_sentences() -> None:
    """Every sentence of a text in which every fourth word is another finds its counterpart, and the two are one origin."""
    one, other = a_document("a", REPORT), a_document("b", REWORDED)
    assert align(one, other).sentences == 3
    found = compare(one, sketch(one), other, sketch(other))
    assert found is not None
    assert found.same_origin


def test_independent_reports_have_no_sentence_in_common() -> None:
    """Two reporters name the same town, day and figure, and tell it in sentences of their own."""
    assert align(a_document("a", REPORT), a_document("b", OWN)).sentences == 0


def test_the_order_of_the_two_texts_does_not_matter() -> None:
    """An alignment is one of a pair."""
    one, other = a_document("a", REPORT), a_document("b", OWN + REWORDED)
    assert align(one, other) == align(other, one)


def test_a_quoted_sentence_is_not_compared() -> None:
    """Two reporters who heard one speaker share his words and nothing else."""
    said = "“We shall find those who did this wherever they hide and no truce will shield them from our courts”"
    assert align(a_document("a", said), a_document("b", said)).sentences == 0


def test_a_short_sentence_is_not_found_in_a_long_one() -> None:
    """Six words occur in order in many a sentence of forty."""
    short = "The governor of the town fled."
    long = (
        "The people say that the governor came and spoke of peace, that he sat in the shade of trees with the elders, ate bread, "
        "saw a town in mourning, and then that he fled."
    )
    assert align(a_document("a", short), a_document("b", long)).sentences == 0


def test_texts_without_sentences_share_nothing() -> None:
    """An empty text is no part of another."""
    assert align(a_document("a", ""), a_document("b", REPORT)).share == 0.0
