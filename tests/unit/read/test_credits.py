"""Who is credited."""

import pytest

from corro.model import Basis, Labelled
from corro.read.credits import credit_at_the_end, credited, is_agency, is_credit_line, merged_credits
from corro.values import Span


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("AFP and Reuters contributed to this report", ["AFP", "Reuters"]),
        ("The Associated Press contributed to this report.", ["Associated Press"]),
        ("(with AFP)", ["AFP"]),
        ("avec AFP et Reuters", ["AFP", "Reuters"]),
        ("Source: Kori News Agency", ["Kori News Agency"]),
        ("AFP/Reuters", ["AFP", "Reuters"]),
        ("AFP, traduit de l'anglais par la rédaction", ["AFP"]),
        ("Reporting by Ann Tarlow and Moussa Keba; Editing by Jo Pell", ["Ann Tarlow", "Moussa Keba"]),
        ("L'AFP a contribué à cet article", ["AFP"]),
        ("translated by the desk", []),
    ],
)
def test_names_are_taken_from_credits(text: str, names: list[str]) -> None:
    """Names begin with a capital; what else a credit says is left out; spans lead to the words."""
    found = credited(text, Basis.TEXT, 10)
    assert [label.text for label in found] == names
    assert all(label.span and text[label.span.start - 10 : label.span.end - 10] == label.text for label in found)


def test_a_credit_can_close_a_paragraph() -> None:
    """`(with X)` at the end is a credit, and known agencies alone in brackets are; other brackets are not."""
    assert credit_at_the_end("They left. (with AFP)") == len("They left. ")
    assert credit_at_the_end("They left. (AFP/Reuters)") == len("They left. ")
    assert credit_at_the_end("He leads the Armed Forces (FAMA)") is None
    assert credit_at_the_end("(with AFP)") is None


def test_a_line_of_with_and_names_is_a_credit() -> None:
    """`With AFP` alone is a credit; a sentence that begins so is not."""
    assert is_credit_line("With AFP and Reuters")
    assert is_credit_line("(avec AFP)")
    assert not is_credit_line("With the army gone, people came back.")
    assert not is_credit_line("Avec le départ des troupes")


def test_one_name_is_credited_once() -> None:
    """The first basis stays, and takes over the place where the name stands."""
    merged = merged_credits(
        [Labelled("AFP", Basis.METADATA), Labelled("afp", Basis.TEXT, Span(3, 6)), Labelled("Reuters", Basis.TEXT)]
    )
    assert merged == (Labelled("AFP", Basis.METADATA, Span(3, 6)), Labelled("Reuters", Basis.TEXT))


def test_agencies_are_those_of_the_table() -> None:
    """An agency is one by the table of sources, under any of its names."""
    assert is_agency("AFP")
    assert is_agency("(Reuters)")
    assert not is_agency("Ann Tarlow")
