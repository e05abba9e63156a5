"""Reading the vocabulary's files, and what becomes of malformed ones."""

import subprocess
import sys

import pytest

from corro.errors import SetupError
from corro.vocab.files import reading, rows_of
from corro.vocab.words import word_list


def test_a_file_without_its_tables_is_refused() -> None:
    """Neither nothing nor something else passes for an array of tables."""
    for tables in ({}, {"term": "x"}, {"term": [1]}):
        with pytest.raises(SetupError, match=r"no \[\[term\]\] tables"):
            rows_of(tables, "term", "some.toml")


def test_a_wrong_row_is_named() -> None:
    """The message has the file and the row."""
    with pytest.raises(SetupError, match=r"some\.toml is wrong at 'afp'"), reading("some.toml", {"id": "afp"}):
        raise KeyError("name")


def test_a_missing_word_list_is_refused() -> None:
    """The message names list and language."""
    assert "village" in word_list("place_nouns", "fr")
    with pytest.raises(SetupError, match="place_nouns in 'de'"):
        word_list("place_nouns", "de")


def test_importing_the_vocabulary_reads_no_file() -> None:
    """The lists are read when they are first asked for, so that every command starts at once."""
    program = "import sys, corro.vocab as v; print(v.terms.cache_info().currsize, v.actors.cache_info().currsize, 'csv' in dir(v))"
    done = subprocess.run([sys.executable, "-c", program], capture_output=True, text=True, check=True)
    assert done.stdout.split()[:2] == ["0", "0"]
