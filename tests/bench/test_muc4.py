"""The MUC-4 bench: what its weights hold, letters put right, strings of a phrase, and lines without answers."""

import numpy as np
import pytest
from bench.muc4.__main__ import QUESTION
from bench.muc4.phrases import children, choices, heads, plain
from bench.muc4.predict import predict
from bench.muc4.reading import day, letters
from bench.muc4.weights import FILE, ROLES, weights

from corro.model import Annotated, Document, Token

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


def test_rare_words_are_not_known() -> None:
    """Fewer signs are kept than a thousand documents have: what stands in fewer than five is dropped."""
    known = weights()
    assert 10_000 < len(known.signs) < 60_000
    assert not np.isnan(known.linear).any()


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
