"""CSV that no spreadsheet runs."""

import csv
import io

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from corro.exchange.tables import FORMULA_MARKS, safe_cell, written

PARTS = ",;|\t\n\r\"'“”«»"


@pytest.mark.parametrize(
    "text",
    ["=1+1", "+33", "-2+3", "@SUM(A1)", "\t=1", "\r=1", "＝1", 'a";=cmd|x', "a;-2", "a,\n@x", '"=1"', "' =1", "x\n=1", "  =1"],
)
def test_nothing_that_a_spreadsheet_would_run_begins_a_cell(text: str) -> None:
    """Neither at the start nor after a separator or a quotation mark: an apostrophe stands before it."""
    safe = safe_cell(text)
    for at, letter in enumerate(safe):
        if letter in FORMULA_MARKS:
            before = safe[:at].rstrip(" ")
            assert before, safe
            assert before[-1] not in PARTS.replace("'", ""), safe


@settings(deadline=None)
@given(st.text(alphabet="=+-@\t\r\n,;|\"' ab1", max_size=12))
def test_whatever_is_written_no_cell_is_run_in_any_language(text: str) -> None:
    """Read with a comma, a semicolon or a tab between cells, no cell begins with a mark."""
    line = b"".join(written([{"words": text}], ["words"])).decode().split("\r\n", 1)[1]
    for delimiter in ",;\t|":
        for row in csv.reader(io.StringIO(line, newline=""), delimiter=delimiter):
            assert not [cell for cell in row if cell.lstrip(" ").startswith(FORMULA_MARKS)], (delimiter, row)


def test_plain_words_and_numbers_stay_as_they_are() -> None:
    """Hyphens inside words, negative coordinates of our own, lists and nothing at all."""
    rows = [{"a": "Bamako-Sévaré, 3 km", "b": -8.5, "c": ["x", "y"], "d": None, "e": True}]
    out = b"".join(written(rows, list("abcde"))).decode()
    assert list(csv.reader(io.StringIO(out, newline=""))) == [list("abcde"), ["Bamako-Sévaré, 3 km", "-8.5", "x; y", "", "yes"]]


def test_a_second_header_line_is_a_tag_row() -> None:
    """Tags stand below the columns as they are."""
    out = b"".join(written([], ["a"], tags=["#event+id"])).decode()
    assert out == '"a"\r\n"#event+id"\r\n'
