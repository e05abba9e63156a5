"""How firmly a text ties a deed to its doer, and that the weights behind the judgement hold no text."""

import pytest

from corro.extract.statements.status import accused_by, judge
from corro.extract.statements.status_forest import Forest, forest
from corro.extract.statements.status_marks import BASE, STRONG, doers, marks
from corro.extract.statements.status_text import forms_of, namings, read_telling
from corro.extract.statements.status_words import status_words
from corro.model import AttributionStatus, Speaker, SpeechAct, Statement
from corro.values import Span

FRONT = ["Red Hills Front", "RHF"]
HEAD = "MBELORA, 3 JAN 89 (KP) -- [TEXT] "


def told(text: str, names: list[str] = FRONT) -> dict[str, float]:
    """Return the marks of one doer in a text."""
    (doer,) = doers(read_telling(HEAD + text.upper()), [names])
    return marks(doer)


@pytest.mark.parametrize(
    ("text", "status"),
    [
        ("The Red Hills Front claimed responsibility for the bomb attack on the bridge. It did so in a telephone call.", "claimed"),
        ("Red Hills Front rebels attacked the power station last night. Two soldiers were killed by the rebels.", "fact"),
        ("The minister accused the Red Hills Front of the murder of a judge, police sources said.", "accused_by_authorities"),
    ],
)
def test_clear_cases(text: str, status: str) -> None:
    """A claim of responsibility, a plain report and a minister's accusation are told apart."""
    assert judge(HEAD + text.upper(), [FRONT]) == (AttributionStatus(status),)


def test_a_doer_asked_about_twice_has_two_statuses() -> None:
    """One name may stand for two deeds that are told differently; each has its own status."""
    first, second = judge(HEAD + "THE RED HILLS FRONT ATTACKED A CAMP.", [FRONT, FRONT])
    assert first is not second


def test_a_doer_whom_the_text_does_not_name_is_judged_all_the_same() -> None:
    """No name, no text: an answer and no error."""
    assert len(judge("", [["Nobody"], [""], []])) == 3


def test_a_short_form_in_brackets_is_a_name_too() -> None:
    """The text itself tells that two forms are one name, whichever comes first."""
    telling = read_telling("The Red Hills Front [RHF] struck. The RHF fled. The NLA (National Liberation Army) denied it.")
    assert ("rhf",) in forms_of(["Red Hills Front"], telling)
    assert ("nla",) in forms_of(["National Liberation Army"], telling)
    assert [naming.sentence for naming in namings(forms_of(["Red Hills Front"], telling), telling)] == [0, 0, 1]


def test_ties_name_who_is_accused_and_who_accuses() -> None:
    """The accused stands behind the verb, the accuser before it."""
    assert "tie.accused" in told("The bishop accused the Red Hills Front of two murders.")
    assert "tie.accuses" in told("The Red Hills Front accused the army of two murders.")
    assert "tie.accused" not in told("The Red Hills Front accused the army of two murders.")


def test_a_doer_by_name_alone_and_one_only_suspected() -> None:
    """`By` makes a doer; `alleged` before the name hedges."""
    assert {"acts", "acts.plain"} <= set(told("Two judges were killed by the Red Hills Front."))
    hedged = told("Two judges were killed by alleged Red Hills Front members.")
    assert {"acts.hedged", "acts.only_hedged", "tie.suspected"} <= set(hedged)
    assert "acts" not in told("The Red Hills Front has a new leader.")


def test_french_words_have_the_same_classes() -> None:
    """The marks are made of classes, so that French is read with the same ones."""
    telling = read_telling("Le ministre a accusé le Front des Collines d'avoir tué deux juges.", "fr")
    (doer,) = doers(telling, [["Front des Collines"]])
    assert "tie.accused" in marks(doer)
    assert not read_telling("tué", "xx").sentences[0].classes


def test_the_forest_votes() -> None:
    """Each tree is asked down to a leaf, and the leaves are averaged."""
    content = {"statuses": ["fact", "possible"], "marks": ["a"], "trees": [[[0, 0.5, 1, 2], [1.0, 0.0], [0.0, 1.0]], [[0.5, 0.5]]]}
    small = Forest.of(content)
    assert small.shares({}) == {"fact": 0.75, "possible": 0.25}
    assert small.shares({"a": 1.0}) == {"fact": 0.25, "possible": 0.75}


def test_the_weights_hold_no_word_of_a_text() -> None:
    """A mark is a place and a class of the closed list, never a word or a name, and a tree holds nothing but numbers."""
    sorts = {"authority", "insurgent", "critic", "other", "none"}
    closed = (
        BASE | set(STRONG) | sorts | {"by", "of", "against", "with", "trace", "fighters", "state", "not_state", "drug", "right"}
    )
    places = "kind head text others named sentence source before after left right far_left far_right tie acts clandestine official"
    own = "twin plain acts head.doer head.continued text.length text.claimed text.unclaimed others.namings sentence.bare"
    heads = "clandestine domestic communique statement commentary interview speech report excerpt conference"
    ties = "claims claim_before suspected possible accused accuses accused_by_authority admits speaks quoted denies"
    named = "never once times first early late without_deed"
    words = closed | set(heads.split()) | set(ties.split()) | set(named.split()) | {"plain", "hedged", "only_hedged"}
    for mark in forest().marks:
        place, *rest = mark.split(".")
        assert mark in own.split() or (place in places.split() and set(rest) <= words | {"source", "plain"}), mark
    assert all(isinstance(number, (int, float)) for tree in forest().trees for node in tree for number in node)


def test_classes_are_words_alone() -> None:
    """The cue words are single words in small letters."""
    for language in ("en", "fr"):
        for word in status_words(language).classes:
            assert word == word.lower()
            assert read_telling(word).sentences[0].words == (word,)


@pytest.mark.parametrize(
    ("speaker", "capacity", "language", "status"),
    [
        ("Lena Ruud", "prosecutor of Sarro", "en", AttributionStatus.ACCUSED_BY_AUTHORITIES),
        ("Lena Ruud", "", "en", AttributionStatus.ACCUSED),
        ("un porte-parole de l'armée", "", "fr", AttributionStatus.ACCUSED_BY_AUTHORITIES),
        ("une habitante", "", "fr", AttributionStatus.ACCUSED),
    ],
)
def test_an_accusation_by_authorities(speaker: str, capacity: str, language: str, status: AttributionStatus) -> None:
    """Who accuses by office is told from who accuses as anybody may."""
    given = Statement("doc_one", (Span(0, 4),), speaker=Speaker(speaker, speaker), capacity=capacity, act=SpeechAct.ALLEGES)
    assert accused_by(given, language) is status
