"""Which words stand in quotation marks, of every kind and however broken."""

import pytest

from corro.extract.statements.quotes import find_quotes
from corro.values import Span

MARKS = [
    ("Il a dit « oui, demain » hier.", ["oui, demain"]),
    ("He said “yes”.", ["yes"]),
    ('He said "yes", then "no".', ["yes", "no"]),
    ("She said 'not now' to the driver's son.", ["not now"]),
    ("„Ja“ is German”.", ["Ja"]),
    ("‹ oui › dit-il", ["oui"]),
    ("l’armée n’a rien dit", []),
    ("«", []),
    ('""""', []),
    ("« a « b » c »", ["a « b » c", "b"]),
    ("“He told us: ‘Go’,” she said.", ["He told us: ‘Go’,", "Go"]),
    ('"It is late,” he said.', ["It is late,"]),
    ('“It is late," he said.', ["It is late,"]),
    ("”It rains,” he said.", ["It rains,"]),
    ("“It rains“, he said.", ["It rains"]),
    ("«It rains», then «it stops».", ["It rains", "it stops"]),
    ("He said “yes” and ” no more.", ["yes"]),
    ("''Two single marks'' are one double.", ["Two single marks"]),
    ('He says "it was late. The rest is silence.', ["it was late"]),
    ('It was "never closed. The market, called "Little Lomé", burnt.', ["never closed", "Little Lomé"]),
]


def parts(text: str) -> list[str]:
    """Return the quotations of a text, each as its words."""
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    return ["/".join(part.of(text).strip(" '") for part in quote.parts) for quote in find_quotes(text, paragraphs)]


@pytest.mark.parametrize(("text", "found"), MARKS)
def test_marks_are_paired(text: str, found: list[str]) -> None:
    """Marks are paired by kind, apostrophes are none, and a mark that is never closed ends with its sentence."""
    assert parts(text) == found


def test_a_quotation_goes_on_over_ten_paragraphs() -> None:
    """A quotation whose mark opens each paragraph again, and closes only in the last, is one quotation."""
    lines = [f"“Paragraph {number} is here." for number in range(10)]
    text = "\n".join(lines) + "”"
    paragraphs, start = [], 0
    for line in text.split("\n"):
        paragraphs.append(Span(start, start + len(line)))
        start += len(line) + 1
    (quote,) = find_quotes(text, paragraphs)
    assert len(quote.parts) == 10
    assert quote.closed


def test_inner_quotations_know_their_depth() -> None:
    """A quotation inside another has a depth of one more."""
    text = "« Il a crié : “Partez !” »"
    assert [quote.depth for quote in find_quotes(text, [Span(0, len(text))])] == [0, 1]
