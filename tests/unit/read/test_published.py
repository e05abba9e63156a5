"""Which date a report gets, on what basis, and what is doubted."""

from datetime import date

from tests.unit.read.evidence import SENTENCE, codes, reading

from corro.model import Basis
from corro.read import ReadOptions


def _published(text: str, options: ReadOptions | None = None) -> tuple[str, str, list[str]]:
    found = reading(text, options=options)
    dated = found.documents[0].published
    return str(dated.interval), dated.basis.value, codes(found)


def test_metadata_go_before_the_dateline_and_that_before_the_option() -> None:
    """Each is used where those before it are silent, and the basis says which it was."""
    option = ReadOptions(published=date(2023, 2, 9))
    head = "---\npublished: 2023-02-07\n---\n"
    line = f"DOGON, 6 February 2023 (AFP) – {SENTENCE}"
    assert _published(head + line, option)[:2] == ("2023-02-07", Basis.METADATA)
    assert _published(line, option)[:2] == ("2023-02-06", Basis.DATELINE)
    assert _published(f"Published on 5 February 2023 at 10:00\n\n{SENTENCE}", option)[:2] == ("2023-02-05", Basis.TEXT)
    assert _published(SENTENCE, option)[:2] == ("2023-02-09", Basis.OPTION)
    assert _published(SENTENCE) == ("None", Basis.UNKNOWN, ["no_publication_date"])


def test_an_updated_line_dates_no_publication() -> None:
    """When a page was changed does not say when it came out."""
    assert _published(f"Updated: 5 February 2023\n\n{SENTENCE}")[1] == Basis.UNKNOWN


def test_a_city_alone_dates_nothing() -> None:
    """A dateline without a date leaves the date unknown."""
    assert _published(f"DOGON (AFP) – {SENTENCE}")[1] == Basis.UNKNOWN


def test_a_year_is_inferred_only_with_an_issue() -> None:
    """A dateline without a year takes it from the option near it; far from it the option is used, and both are said."""
    line = f"DOGON, 6 Feb (AFP) – {SENTENCE}"
    assert _published(line, ReadOptions(published=date(2023, 2, 8))) == (
        "2023-02-06",
        Basis.DATELINE,
        ["publication_year_inferred"],
    )
    assert _published(line, ReadOptions(published=date(2023, 8, 8))) == ("2023-08-08", Basis.OPTION, ["unclear_publication_date"])
    assert _published(line) == ("None", Basis.UNKNOWN, ["unclear_publication_date", "no_publication_date"])


def test_impossible_and_future_dates_are_kept_as_unknown() -> None:
    """Neither is used; the issue says which it was."""
    today = ReadOptions(today=date(2026, 11, 23))
    assert _published(f"---\npublished: 2023-02-30\n---\n{SENTENCE}")[1:] == (
        Basis.UNKNOWN,
        ["impossible_publication_date", "no_publication_date"],
    )
    assert _published(f"---\npublished: 2032-02-05\n---\n{SENTENCE}", today)[1:] == (
        Basis.UNKNOWN,
        ["future_publication_date", "no_publication_date"],
    )
    assert _published(f"---\npublished: 2026-11-23\n---\n{SENTENCE}", today)[1] == Basis.METADATA


def test_metadata_and_dateline_that_are_far_apart_are_an_issue() -> None:
    """A report may come out a day or a month after its dateline, and not a year; the metadata stay."""
    line = f"DOGON, 6 February 2022 (AFP) – {SENTENCE}"
    assert _published(f"---\npublished: 2023-02-07\n---\n{line}") == ("2023-02-07", Basis.METADATA, ["publication_date_clash"])
    assert _published(f"---\npublished: 2022-02-07\n---\n{line}")[2] == []


def test_the_date_of_capture_is_kept_apart() -> None:
    """When a version was taken is no publication date, and one that cannot be read is an issue."""
    found = reading(f"---\npublished: 2023-02-06\ncaptured: 2023-02-06T15:45:00Z\n---\n{SENTENCE}")
    assert str(found.documents[0].captured.interval) == "2023-02-06T15:45:00Z"
    assert codes(reading(f"---\npublished: 2023-02-06\ncaptured: soon\n---\n{SENTENCE}")) == ["unclear_capture_date"]
