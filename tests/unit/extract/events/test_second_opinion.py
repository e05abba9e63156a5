"""Tests of the second opinion on event types: what it adds, what it leaves out, and what its file holds."""

from importlib.resources import files
from pathlib import Path

import numpy as np
import pytest

from corro import analyse
from corro.extract.events.sentence_types import FILE, sentence_types

MIB = 2**20


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("Eleven flight requests to Karsa are still sitting on a desk at the ministry.", "O2"),
        ("Officers went on the air in Karsa on Friday to say that they had removed the president.", "A4"),
        ("At a roadblock outside Karsa, guards made a UN convoy of trucks go back the way it had come.", "O4"),
        ("Le Conseil de sécurité s'est penché jeudi, à huis clos, sur la situation.", "C1"),
    ],
)
def test_what_no_list_names_is_told_by_all_the_words(text: str, code: str) -> None:
    """A sentence whose every word speaks for a type tells one, although no trigger of the type stands in it."""
    assert code in {claim.type for claim in analyse(text).claims}


@pytest.mark.parametrize(
    "text",
    ["The choir sang in the market on Sunday.", "Le maire a inauguré une fontaine samedi.", "It rained all day in the hills."],
)
def test_other_sentences_tell_nothing(text: str) -> None:
    """A sentence on other things gives no event."""
    assert not analyse(text).claims


@pytest.mark.parametrize("language", ["en", "fr"])
def test_the_file_holds_words_and_no_names(language: str) -> None:
    """Marks are of two words at most and in small letters, each with one weight a type, and the file is small."""
    learnt = sentence_types(language)
    assert learnt.weights.shape == (len(learnt.rows), len(learnt.codes))
    assert all(mark == mark.lower() and mark.count(" ") <= 1 for mark in learnt.rows)
    assert np.isfinite(learnt.weights).all()
    assert Path(str(files("corro.extract.events").joinpath(FILE))).stat().st_size < MIB
