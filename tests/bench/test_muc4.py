"""The MUC-4 bench: what its weights hold, letters put right, strings of a phrase, and lines without answers."""

from collections.abc import Sequence

import numpy as np
import pytest
from bench.muc4.__main__ import QUESTION
from bench.muc4.phrases import children, choices, heads, plain
from bench.muc4.predict import predict
from bench.muc4.reading import day, letters
from bench.muc4.signs import phrases, text_of
from bench.muc4.things import things
from bench.muc4.weights import FILE, ROLES, weights

from corro.model import Annotated, Document, Sentence, Token

LINE = {
    "id": "one",
    "text": "MBELORA, 3 JAN 89 (RADIO ECHO) -- [TEXT] GUERRILLAS KIDNAPPED THE MAYOR OF TANDORE, PAUL MERIDU, YESTERDAY.",
    "body_start": 41,
    "dateline": {"date": "3 JAN 89", "place": "MBELORA"},
}


def test_the_weights_hold_numbers_only() -> None:
    """No text is stored: every array is of numbers, signs and words stand as 32-bit hashes, and each sign has a weight a role."""
    with np.load(FILE, allow_pickle=False) as stored:
        kinds = {name: stored[name].dtype.kind for name in stored.files}
        shapes = {name: stored[name].shape for name in stored.files}
    assert set(kinds.values()) <= {"u", "i", "f"}
    assert shapes["linear"] == (*shapes["signs"], len(ROLES))
    assert FILE.stat().st_size < 4_000_000


@pytest.mark.parametrize("name", ["common", "signs", "inside", "words"])
def test_rare_words_are_not_known(name: str) -> None:
    """For every hash the file says how many training documents have it, and none has fewer than five."""
    with np.load(FILE, allow_pickle=False) as stored:
        hashes, documents = stored[name], stored[f"{name}_in"]
    assert hashes.dtype == np.uint32
    assert documents.shape == hashes.shape
    assert documents.min() >= 5


def test_the_weights_are_read() -> None:
    """Tens of thousands of signs, and no weight that is no number."""
    known = weights()
    assert 10_000 < len(known.signs) < 60_000
    assert not np.isnan(known.linear).any()
    assert known.documents.linear.shape[0] == known.sentences.linear.shape[0] == len(known.words)


def test_letters_are_put_right() -> None:
    """Common words become small, names and acronyms do not, and the length stays."""
    given = "GUERRILLAS OF THE FMLN ATTACKED A BRIDGE NEAR TANDORE. I SAW IT."
    shown = letters()(given)
    assert shown == "Guerrillas of the FMLN attacked a bridge near Tandore. I saw it."
    assert len(letters()("ﬁ É 2D")) == len("ﬁ É 2D")


def test_strings_of_a_phrase() -> None:
    """A phrase gives itself without article, its head, and both with what follows; no article opens a string."""
    words = [
        ("the", "DET", "det", 2),
        ("armed", "ADJ", "amod", 2),
        ("men", "NOUN", "root", 2),
        ("of", "ADP", "case", 4),
        ("Gao", "PROPN", "nmod", 2),
    ]
    tokens, at = [], 0
    for text, pos, dep, head in words:
        tokens.append(Token(at, at + len(text), text, text.lower(), pos, dep, head))
        at += len(text) + 1
    annotated = Annotated(_document("the armed men of Gao"), tuple(tokens))
    found = {choice.text for choice in choices(annotated, children(tokens), 2, (0, 5))}
    assert found == {"armed men", "men", "armed men of gao", "men of gao"}
    assert list(heads(annotated)) == []
    assert plain('The "Red" Front') == "red front"


def test_an_acronym_joins_its_name() -> None:
    """An acronym is the thing whose words have its letters, wherever it stands; another acronym is a thing of its own."""
    words = [
        ("Tandore", "PROPN", "compound", 2),
        ("Workers", "PROPN", "compound", 2),
        ("Front", "PROPN", "nsubj", 3),
        ("fights", "VERB", "root", 3),
        ("the", "DET", "det", 5),
        ("MPK", "PROPN", "obj", 3),
        (".", "PUNCT", "punct", 3),
        ("TWF", "PROPN", "nsubj", 8),
        ("fights", "VERB", "root", 8),
    ]
    text = text_of(_annotated(words, (7, 9)))
    found = phrases(text)
    heads_of = [{text.annotated.tokens[found[one].head].text for one in group} for group in things(text, found)]
    assert {"Front", "TWF"} <= next(names for names in heads_of if "TWF" in names)
    assert {"MPK"} in heads_of


def _annotated(words: Sequence[tuple[str, str, str, int]], second: tuple[int, int]) -> Annotated:
    tokens, at = [], 0
    for text, pos, dep, head in words:
        tokens.append(Token(at, at + len(text), text, text.lower(), pos, dep, head))
        at += len(text) + 1
    parts = (Sentence(0, second[0], 0), Sentence(*second, 0))
    return Annotated(_document(" ".join(word[0] for word in words)), tuple(tokens), parts)


def _document(text: str) -> Document:
    from corro.values import Language

    return Document(id="d", series_id="d", evidence_sha256="0", locator="d", label="d", text=text, language=Language.ENGLISH)


def test_a_line_is_filled_without_its_answers() -> None:
    """Entities of the five roles come back and nothing but the inputs is read; an empty body gives none."""
    empty = {"id": "two", "text": "", "body_start": 0}
    one, two = predict([LINE, empty])
    assert set(one["entities"]) == set(ROLES)
    assert two == {"id": "two", "entities": {role: [] for role in ROLES}, "templates": []}
    assert "templates" not in QUESTION.inputs


@pytest.mark.parametrize(("date", "found"), [("3 JAN 89", "1989-01-03"), ("31 FEB 89", None), ("", None), ("JAN 89", None)])
def test_the_day_of_a_dateline(date: str, found: str | None) -> None:
    """A day that no calendar has is none."""
    told = day({"dateline": {"date": date}})
    assert (told.isoformat() if told else None) == found
