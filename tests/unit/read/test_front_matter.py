"""Front matter at the head of a text."""

import pytest

from corro.read.front_matter import front_matter


def test_known_keys_are_read_and_the_rest_is_left() -> None:
    """Names in other spellings count; unknown keys are passed over; the report begins after the second fence."""
    text = "---\ntitle: A: b\nURL: https://a.example/x\nlang: fr\nnotice: Ours.\n\n# a remark\ncredit: null\n---\n\nWords."
    head = front_matter(text)
    assert head.fields == {"title": "A: b", "address": "https://a.example/x", "language": "fr"}
    assert text[head.end :] == "\nWords."


def test_quotation_marks_around_a_value_go() -> None:
    """As YAML has them: one pair, around the whole."""
    assert front_matter("---\ntitle: \"A b\"\noutlet: 'C' and D\n---\nx").fields == {"title": "A b", "outlet": "'C' and D"}


def test_carriage_returns_and_a_byte_order_mark_do_not_matter() -> None:
    """A file from Windows reads the same."""
    assert front_matter("\ufeff---\r\ntitle: A\r\n---\r\nWords.").fields == {"title": "A"}


@pytest.mark.parametrize("text", ["---\ntitle: A\n\nWords.", "---\nno colon here\n---\nWords.", "Words.\n---\ntitle: A\n---\n", ""])
def test_anything_else_stays_part_of_the_report(text: str) -> None:
    """A block that is not closed, holds prose, or stands later is no front matter."""
    assert (front_matter(text).fields, front_matter(text).end) == ({}, 0)
