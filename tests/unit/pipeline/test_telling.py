"""A passage is told with its times, figures and places."""

from datetime import date

from tests.unit.weigh.builders import a_document

from corro.pipeline.telling import told, told_of
from corro.values import Language, Span


def test_times_count_from_publication_and_figures_have_bounds() -> None:
    """As any text's do."""
    found = told("Yesterday at least 40 people fled Gao.", Language.ENGLISH, date(2031, 5, 20), "Radio")
    assert [time.interval.edtf for time in found.times if time.interval] == ["2031-05-19"]
    assert [str(figure.count) for figure in found.figures] == ["≥ 40"]
    assert [place.name for place in found.places] == ["Gao"]


def test_a_passage_of_a_document_knows_its_report() -> None:
    """Outlet, language and publication."""
    document = a_document("one", "Nothing here. Two died.", outlet="Radio Ulmar")
    found = told_of(document, Span(14, 23))
    assert (found.text, found.source, found.published) == ("Two died.", "Radio Ulmar", date(2022, 7, 21))
