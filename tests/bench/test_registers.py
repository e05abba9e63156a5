"""Lines of registers as the scorers read them."""

import pytest
from bench.registers import days_of, first, lines_of, number
from tests.bench.builders import a_claim, a_document, an_entry, an_event


@pytest.mark.parametrize(
    ("edtf", "days"),
    [
        ("2023-02-05", ["2023-02-05", "2023-02-05"]),
        ("2023-02", ["2023-02-01", "2023-02-28"]),
        ("2022-10/2022-12", ["2022-10-01", "2022-12-31"]),
        ("2022", ["2022-01-01", "2022-12-31"]),
        ("2022-10-04~/2022-12-29~", ["2022-10-04", "2022-12-29"]),
        ("2022-10-04/..", None),
        ("window unknown", None),
        ("", None),
        (None, None),
    ],
)
def test_days_of_a_window(edtf: str | None, days: list[str] | None) -> None:
    """A window is its first and last day; an open or unknown one is none."""
    assert days_of(edtf) == days


def test_the_best_supported_value_is_taken() -> None:
    """Of values side by side the first one counts; words that say that nothing is known do not."""
    assert first("2023-02-07T20:00:00Z | 2023-02-08") == "2023-02-07T20:00:00Z"
    assert first("unknown") is None
    assert first("") is None
    assert number("about 300 flight requests") == 300
    assert number("denominator not reported") is None


def test_a_measure_line() -> None:
    """A measure has the moment of its announcement and its due time, and names its event and documents."""
    document = a_document()
    claim = a_claim(document, type_="H1")
    event = an_event(claim)
    entry = an_entry("measures", claim, event=event, announced="2023-02-05", deadline="unknown", status="announced")
    lines = lines_of([entry], {claim.id: event.id}, lambda _: ["r1"], [event])
    (line,) = lines["measures"]
    assert line["incident"] == event.id
    assert (line["type"], line["announced"], line["deadline"]) == ("H1", "2023-02-05", None)


def test_an_access_line_of_a_total() -> None:
    """A reported total has its figure, its denominator and its window, and its type from what it is."""
    document = a_document()
    claim = a_claim(document, type_="O1")
    fields = {
        "kind": "O1 Flight clearance denied",
        "count": "297 flight requests",
        "denominator": "1231",
        "window": "2023-01/2023-03",
    }
    lines = lines_of([an_entry("access", claim, **fields)], {claim.id: "total_1"}, lambda _: ["r1"], [])
    (line,) = lines["access"]
    assert (line["count"], line["denominator"], line["interval"]) == (297, 1231, ["2023-01-01", "2023-03-31"])
    assert (line["incident"], line["type"], line["kind"]) == ("total_1", "O1", "flight")
