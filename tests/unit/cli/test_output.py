"""Rows come out complete, safe and unstyled."""

import csv
import io
import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from corro.cli.output import write_rows
from corro.cli.underline import MARK, underlined
from corro.exchange.tables import FORMULA_MARKS
from corro.values import Span

ROWS = [{"id": "H1-AAAAAA", "title": "Ordre de quitter : « 48 heures »", "holders": ["Maiga", "AFP"]}]


def test_json_is_one_object_a_line_with_every_key() -> None:
    """JSON keeps keys that the table does not show."""
    out = io.StringIO()
    assert write_rows(ROWS, ["id"], "json", out) == 1
    assert json.loads(out.getvalue()) == ROWS[0]


def test_csv_reads_back() -> None:
    """A list becomes one cell, its parts apart."""
    out = io.StringIO()
    write_rows(ROWS, ["id", "holders"], "csv", out)
    assert list(csv.reader(io.StringIO(out.getvalue()))) == [["id", "holders"], ["H1-AAAAAA", "Maiga; AFP"]]


@given(st.text(max_size=20))
def test_no_cell_is_a_formula(text: str) -> None:
    """Whatever a report says, no cell begins with what a spreadsheet would run."""
    out = io.StringIO()
    write_rows([{"words": text}], ["words"], "csv", out)
    cell = list(csv.reader(io.StringIO(out.getvalue(), newline="")))[-1]
    assert not (cell and cell[0].startswith(FORMULA_MARKS))


def test_marks_in_a_report_are_no_styling() -> None:
    """Square brackets are printed as they stand."""
    out = io.StringIO()
    write_rows([{"title": "[bold]not bold[/bold] [red]"}], ["title"], "table", out)
    assert "[bold]not bold[/bold] [red]" in out.getvalue()


def test_the_table_is_shorter_than_what_programs_get() -> None:
    """Headers, kinds of support and intervals are shortened for the eye alone."""
    row = {"when": "2022-03-27/2022-03-31", "lineages": 1, "support": "multiple_dependent"}
    table, whole = io.StringIO(), io.StringIO()
    write_rows([row], list(row), "table", table)
    write_rows([row], list(row), "csv", whole)
    assert "lin." in table.getvalue()
    assert "multiple" not in table.getvalue()
    assert whole.getvalue() == "when,lineages,support\n2022-03-27/2022-03-31,1,multiple_dependent\n"


@pytest.mark.parametrize("form", ["json", "table"])
def test_nothing_to_list_writes_nothing(form: str) -> None:
    """No rows, no table."""
    out = io.StringIO()
    assert write_rows([], ["id"], form, out) == 0
    assert out.getvalue() == ""


@given(st.text(alphabet="ab é\n", min_size=1, max_size=300), st.integers(0, 300), st.integers(0, 40))
def test_the_marks_stand_under_the_words(sentence: str, start: int, length: int) -> None:
    """Taking only the marked characters gives the span's words back, white space aside."""
    span = Span(min(start, len(sentence)), min(start + length, len(sentence)))
    lines = list(underlined(sentence, [span], width=40))
    marked = ""
    for line, under in zip(lines, [*lines, ""][1:], strict=False):
        if MARK in under:
            marked += "".join(letter for letter, mark in zip(line, under.ljust(len(line)), strict=False) if mark == MARK)
    assert "".join(marked.split()) == "".join(span.of(sentence).split())
