"""Transcripts: a turn is its speaker's own words, from the name and colon to the next turn."""

import re
from collections.abc import Iterator

from corro.extract.statements.draft import Draft
from corro.extract.statements.prepared import Prepared
from corro.values import Span

_TURN = re.compile(r"(?:(?<=[.?!)»”\"] )|(?<=\n)|^)([A-ZÀ-ÖØ-Þ][A-ZÀ-ÖØ-Þ'’. -]{2,40}(?:, [^:.?!\n]{2,40})?)\s?,?\s?:(?=\s)")
"""A name or post in capitals with a colon, at the beginning of a line or sentence. Source: own pattern, 2026-11."""

_STAGE = re.compile(r"\([^()\n]{1,40}\)")
_FEWEST = 2
"""Turns without which a text is no transcript. Source: own judgement: one capital word with a colon may be a heading."""


def find_turns(prepared: Prepared) -> Iterator[Draft]:
    """Find the turns of a transcript; those of the people who only ask are left out.

    Args:
        prepared: The document.

    Yields:
        Drafts with rule `turn`.
    """
    grammar = prepared.grammar
    turns = [match for match in _TURN.finditer(grammar.text) if match.group(1).isupper() or match.group(1).split(",")[0].isupper()]
    if len(turns) < _FEWEST or not grammar.tokens:
        return
    for match, end in zip(turns, [*(later.start() for later in turns[1:]), _end_of_last(prepared, turns[-1])], strict=True):
        if not _asks(prepared, match.group(1)):
            yield from _draft(prepared, match, end)


def _asks(prepared: Prepared, name: str) -> bool:
    words = set(re.findall(r"[\w-]+", name.lower()))
    return bool(words & prepared.cues.lists["hosts"])


def _end_of_last(prepared: Prepared, match: re.Match[str]) -> int:
    """Let the last turn end with its line, or with its first sentence where the text goes on without turns."""
    text = prepared.grammar.text
    line = text.find("\n", match.end())
    line = len(text) if line < 0 else line
    _, last = prepared.grammar.sentence(min(prepared.grammar.at(match.end()), len(prepared.grammar.tokens) - 1))
    return min(line, prepared.grammar.tokens[last - 1].end)


def _draft(prepared: Prepared, match: re.Match[str], end: int) -> Iterator[Draft]:
    grammar = prepared.grammar
    stage = _STAGE.search(grammar.text, match.end(), end)
    content = grammar.trimmed(match.end(), stage.start() if stage else end)
    first, last = grammar.at(match.start(1)), grammar.at(match.end(1))
    if content is not None and first < last:
        colon = grammar.text.index(":", match.end(1))
        yield Draft((content,), "turn", first, Span(colon, colon + 1), (first, last), quoted=True)
