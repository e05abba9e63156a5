"""Reads plain text and Markdown, with or without front matter."""

from collections.abc import Iterator

from corro.model import Received
from corro.read.decode import decode, unreadable
from corro.read.draft import Draft, Refusal
from corro.read.front_matter import front_matter
from corro.read.options import ReadOptions


def read_plain(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a text file, in Markdown or not: its marks are taken out either way. See `corro.read.door` for a reader's contract."""
    del options
    decoded = decode(received.content)
    head = front_matter(decoded.text)
    refusal = unreadable(decoded.text[head.end :])
    yield refusal or Draft(decoded.text, head.fields, start=head.end, markup=True, encoding=decoded.encoding, doubts=decoded.doubts)
