"""JSON and JSON Lines."""

import json

from tests.unit.read.evidence import PHRASE, SENTENCE, document, reading

from corro.model import Outcome


def test_every_line_is_a_report_with_its_metadata() -> None:
    """Ids, dates, languages and addresses are taken over under their usual names; a null is nothing."""
    rows = [
        {
            "id": "K1",
            "title": "T",
            "outlet": "O",
            "credit": ["AFP", "Reuters"],
            "published": "2023-02-05",
            "lang": "fr",
            "text": PHRASE,
        },
        {
            "headline": "H",
            "publisher": {"name": "P"},
            "datePublished": "2023-02-06",
            "url": "https://a.example/x",
            "body": SENTENCE,
            "credit": None,
        },
    ]
    one, other = reading("\n".join(map(json.dumps, rows)), "rows.jsonl").documents
    assert (one.label, one.locator, one.outlet.text, [credit.text for credit in one.credits]) == (
        "K1",
        "rows.jsonl#1",
        "O",
        ["AFP", "Reuters"],
    )
    assert (other.label, other.title.text, other.outlet.text, other.address) == ("rows#2", "H", "P", "https://a.example/x")
    assert one.id != other.id


def test_a_broken_line_is_rejected_and_the_others_stay() -> None:
    """Each line ends as one thing: a document, or a receipt that says what to do; blank lines are nothing."""
    lines = [
        json.dumps({"text": SENTENCE}),
        '{"text": "cut',
        "",
        "[1]",
        json.dumps({"title": "no text"}),
        json.dumps({"text": PHRASE}),
    ]
    found = reading("\n".join(lines), "rows.jsonl")
    assert [found_document.locator for found_document in found.documents] == ["rows.jsonl#1", "rows.jsonl#6"]
    assert [(receipt.locator, receipt.code, receipt.outcome) for receipt in found.rejections] == [
        ("rows.jsonl#2", "line_broken", Outcome.REJECTED),
        ("rows.jsonl#4", "line_broken", Outcome.REJECTED),
        ("rows.jsonl#5", "no_text", Outcome.REJECTED),
    ]
    assert found.rejected == ""


def test_line_separators_inside_a_text_end_no_line() -> None:
    """U+2028 is a character of the text, and no end of a JSON line."""
    assert len(reading(json.dumps({"text": f"{SENTENCE}\u2028{SENTENCE}"}, ensure_ascii=False), "rows.jsonl").documents) == 1


def test_a_json_file_is_one_report_or_a_list_of_them() -> None:
    """An object, a list, or an object that holds a list."""
    assert document(json.dumps({"id": "x", "text": SENTENCE}), "one.json").label == "x"
    assert len(reading(json.dumps([{"text": SENTENCE}, {"text": PHRASE}]), "many.json").documents) == 2
    assert len(reading(json.dumps({"articles": [{"text": SENTENCE}, {"text": PHRASE}]}), "many.json").documents) == 2


def test_json_that_is_none_is_refused() -> None:
    """The reason names the place; depth without end is no crash."""
    found = reading('{"text": "x",}', "one.json")
    assert (found.code, "line 1" in found.rejected) == ("json_broken", True)
    assert reading("[" * 100_000, "deep.json").code == "json_broken"
    assert reading('{"a":' * 100_000, "deep.jsonl").rejections[0].code == "line_broken"


def test_half_a_surrogate_pair_can_be_stored() -> None:
    """JSON may escape half a character; no text, title or label holds it afterwards."""
    found = document('{"id": "a\\ud800", "title": "b\\udfff", "text": "Words here \\ud800 and there."}', "one.json")
    (found.text + found.title.text + found.label).encode()
