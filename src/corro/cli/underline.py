"""The very words, underlined in their sentence, in plain characters that survive a pipe or a copy."""

import textwrap
from collections.abc import Iterator, Sequence

from corro.values import Span

MARK = "‾"


def underlined(sentence: str, spans: Sequence[Span], width: int = 96) -> Iterator[str]:
    """Break a sentence into lines, each followed by a line of marks under the words that matter.

    Args:
        sentence: The sentence; line breaks inside it count as spaces.
        spans: The characters to underline, counted in `sentence`.
        width: Characters a line.

    Yields:
        Lines of text, each followed by its line of marks where it has any.
    """
    flat = "".join(" " if letter.isspace() else letter for letter in sentence)
    marks = _marks(len(flat), spans)
    for start, line in _wrapped(flat, width):
        yield line
        under = marks[start : start + len(line)].rstrip()
        if under:
            yield under


def _marks(length: int, spans: Sequence[Span]) -> str:
    cells = [" "] * length
    for span in spans:
        for at in range(span.start, min(span.end, length)):
            cells[at] = MARK
    return "".join(cells)


def _wrapped(flat: str, width: int) -> Iterator[tuple[int, str]]:
    """Yield each line with the offset at which it begins."""
    at = 0
    lines = textwrap.wrap(flat, width, break_long_words=True, break_on_hyphens=False, drop_whitespace=True, expand_tabs=False)
    for line in lines:
        at = flat.index(line, at)
        yield at, line
        at += len(line)
