"""Reads plain text and Markdown, with or without front matter."""

from collections.abc import Iterator

from corro.model import Received
from corro.read.decode import decode, unreadable
from corro.read.draft import Draft, Refusal
from corro.read.front_matter import front_matter
from corro.read.options import ReadOptions


def read_plain(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a text file; see `corro.read.door` for the contract of a reader."""
    del options
    yield _draft(received, markup=False)


def read_markdown(received: Received, options: ReadOptions) -> Iterator[Draft | Refusal]:
    """Read a Markdown file; see `corro.read.door` for the contract of a reader."""
    del options
    yield _draft(received, markup=True)


def _draft(received: Received, *, markup: bool) -> Draft | Refusal:
    decoded = decode(received.content)
    head = front_matter(decoded.text)
    refusal = unreadable(decoded.text[head.end :])
    return refusal or Draft(
        decoded.text, head.fields, start=head.end, markup=markup, encoding=decoded.encoding, doubts=decoded.doubts
    )
