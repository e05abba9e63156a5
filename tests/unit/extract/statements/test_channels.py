"""How it was said, and at what occasion."""

import pytest

from corro.extract.statements.channels import with_symbol
from corro.values import Span

PAPERS = [
    ("in its report S/2023/21, the panel said", "its report S/2023/21"),
    ("in its report (A/HRC/52/81) the panel said", "its report (A/HRC/52/81)"),
    ("in its report, S/2024/702/Add.1, it said", "its report, S/2024/702/Add.1"),
    ("in its report on AIDS it said", "its report"),
    ("in its report", "its report"),
]


@pytest.mark.parametrize(("text", "whole"), PAPERS)
def test_the_symbol_of_a_paper_belongs_to_it(text: str, whole: str) -> None:
    """A document's symbol right behind the noun is part of the occasion; other words are not."""
    first = text.index("its")
    assert with_symbol(text, Span(first, first + len("its report"))).of(text) == whole
