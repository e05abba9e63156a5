"""The schema of the native form, against what is written."""

import json

from tests.laws.builders import Report, Told, a_record, an_analysis
from tests.unit.exchange.checking import problems

from corro.exchange import native
from corro.exchange.schema import printed, published, record_schema


def test_the_file_in_the_package_is_what_the_model_gives() -> None:
    """A change of the model shows in the schema; `make docs` writes it anew."""
    assert published() == printed()


def test_every_kind_of_line_has_a_form() -> None:
    """The schema knows each kind that may be written, and no other."""
    lines = {name.removeprefix("line_") for name in record_schema()["$defs"] if name.startswith("line_")}
    assert lines == {"header", "end", *native.KINDS}


def test_what_is_written_fits_the_schema() -> None:
    """Each line of a small record fits exactly one form."""
    store = a_record([an_analysis(Report((Told(), Told(killed=15)))), an_analysis(Report(outlet="Belo Times"))])
    header = native.Header("Corro", store.digest(), store.archive.counts())
    schema = record_schema()
    written = [json.loads(line) for line in native.written(header, store.archive.lines())]
    assert {"document", "claim", "event", "lineage", "event_link"} <= {line["is"] for line in written}
    assert [found for line in written for found in problems(line, schema, schema)] == []


def test_what_does_not_fit_is_found() -> None:
    """The check can fail: a figure as text, a field that nobody knows, a kind that is none."""
    schema = record_schema()
    good = {"is": "run", "number": 1, "started": "2026-11-24", "finished": None, "tables": ""}
    assert problems(good, schema, schema) == []
    for bad in ({**good, "number": "1"}, {**good, "more": 1}, {**good, "is": "walk"}, {"is": "run"}):
        assert problems(bad, schema, schema)
