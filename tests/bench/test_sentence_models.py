"""The trained models of `plv` and `sentences` hold no text, keep to their inputs, and cope with lines that hold little."""

import re
from pathlib import Path

import numpy as np
import pytest
from bench.linear import Example, Linear, hashed, read, row_of, write
from bench.parsed import parses
from bench.plv import predict as plv
from bench.plv.__main__ import QUESTION as PLV
from bench.plv.marks import marks, roots
from bench.sentences import predict as police
from bench.sentences.__main__ import QUESTION as POLICE
from bench.sentences.marks import marks_of_document

SENTENCE = "The government of Kasanda condemned the Red Hills Front for its raid on Mbelora."
MARK = re.compile(r"[\w:-]+([=@:][^\s=@:]+)?")
MIB = 1024 * 1024


@pytest.mark.parametrize("path", [plv.WEIGHTS, police.WEIGHTS])
def test_weights_hold_no_word(path: Path) -> None:
    """A file of weights holds numbers and the names of labels; marks are hashes of 64 bits, and the whole is small."""
    with np.load(path, allow_pickle=False) as kept:
        assert {name for name in kept.files if kept[name].dtype.kind not in "fu"} == {"labels"}
        assert kept["marks"].dtype == np.uint64
        assert all(str(label).isupper() for label in kept["labels"])
    assert path.stat().st_size < 3 * MIB


def test_a_mark_holds_one_word_at_most() -> None:
    """No mark of either bench joins two words of the text, and none of a relation's marks holds a name."""
    (parse,) = parses([SENTENCE])
    relation = marks(parse, [0, 25], [36, 55])
    told = next(iter(marks_of_document([parse])))
    names = [*relation.words, *relation.signs, *told.words, *told.signs]
    assert all(MARK.fullmatch(name) for name in names)
    written = [name.partition("=")[2] for name in names if "=" in name]
    assert written
    assert all(" " not in word for word in written)
    assert not {"kasanda", "mbelora"} & {name.partition("=")[2] for name in relation.words}


def test_a_relation_is_judged_without_its_answer() -> None:
    """A plain accusation is one, with its quad class, and the answer of the line is no input."""
    (found,) = plv.predict([{"id": "one", "sentence": SENTENCE, "source": [0, 25], "target": [36, 55]}])
    assert found == {"id": "one", "root": "ACCUSE", "penta": 3}
    assert not {"root", "penta"} & set(PLV.inputs)


def test_relations_of_poor_lines() -> None:
    """A line without phrases, without words or without a verb still gets an answer."""
    poor = ["", "...", "Gao", SENTENCE.upper(), "of the"]
    found = list(plv.predict({"id": text, "sentence": text, "source": None, "target": None} for text in poor))
    assert [line["id"] for line in found] == poor
    assert {line["root"] for line in found} <= set(plv.QUAD)


def test_sentences_are_judged_one_by_one() -> None:
    """Police who arrest are found; a sentence on rain gets no label; labels are no input."""
    sentences = [{"id": "a", "text": "Police arrested two men on Monday."}, {"id": "b", "text": "It rained all day in the hills."}]
    (found,) = police.predict([{"id": "one", "sentences": sentences}])
    assert "ARREST" in found["sentences"][0]["labels"]
    assert found["sentences"][1]["labels"] == []
    assert "labels" not in POLICE.inputs


def test_a_text_without_sentences() -> None:
    """A line with a text gets labels for the text, an empty one too."""
    found = list(police.predict([{"id": "one", "text": "Police arrested two men."}, {"id": "two", "text": ""}]))
    assert [line["id"] for line in found] == ["one", "two"]
    assert "ARREST" in found[0]["labels"]


def test_listed_words_are_roots_of_the_scorer() -> None:
    """Every class of words bears the name of a root."""
    assert {root for named in roots().values() for root in named} == set(plv.QUAD)


def test_weights_come_back_as_written(tmp_path: Path) -> None:
    """The same weights give the same bytes, and are read as they were."""
    model = Linear(
        ("YES",), {hashed("word=fire"): 0}, np.ones(1, np.float32), np.full((1, 1), 2, np.float32), np.zeros(1, np.float32)
    )
    write(tmp_path / "one.npz", model)
    write(tmp_path / "two.npz", model)
    assert (tmp_path / "one.npz").read_bytes() == (tmp_path / "two.npz").read_bytes()
    assert read(tmp_path / "one.npz").scores(Example({"word=fire": 1.0, "word=ice": 1.0}, {})).tolist() == [2.0]


def test_unknown_marks_count_nothing() -> None:
    """An example of which nothing is known has no rows."""
    assert row_of(Example({"word=ice": 1.0}, {"has:snow": 1.0}), {}, [])[0] == []
