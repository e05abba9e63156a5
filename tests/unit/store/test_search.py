"""What people type, as a query."""

import pytest

from corro.store.search import match_all, match_columns


@pytest.mark.parametrize(
    ("typed", "query"),
    [
        ("flight requests", '"flight" "requests"'),
        ('"flight requests" denied', '"flight requests" "denied"'),
        ("refus*", '"refus"*'),
        ("AND OR NOT NEAR", '"AND" "OR" "NOT" "NEAR"'),
        ('say "half', '"say" "half"'),
        ("l'armée", '"l\'armée"'),
        ("- * ( )", ""),
        ("   ", ""),
    ],
)
def test_words_become_quoted_terms(typed: str, query: str) -> None:
    """No mark that people type has a meaning of its own but quotes and a final star."""
    assert match_all(typed) == query


def test_columns_without_words_ask_for_nothing() -> None:
    """And those with words must all fit."""
    assert match_columns({"actor": "Maiga", "place": "", "": "48 hours"}) == '{actor} : ("Maiga") AND ("48" "hours")'
    assert match_columns({"actor": "", "place": "?"}) == ""
