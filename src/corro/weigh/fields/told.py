"""What one report tells, as far as two reports are compared on one question: its words with their times, figures and places."""

import re
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from corro.values import Count, Interval, Place, Span, fold
from corro.weigh.fields.lexicon import Hit, hits

_PIECE = re.compile(r"\w+|[.;:!?,()]")


@dataclass(frozen=True)
class ToldTime:
    """One time of a passage.

    Attributes:
        span: Its characters.
        interval: Its days, or None where nothing fixes them.
        clash: For a weekday that does not fit its date, both readings in words.
        impossible: For a date that no calendar has, which one.
        hours: Length of a stated term in hours, or None.
        value: TIMEX3 value, with the hour as told; empty where nothing fixes it.
    """

    span: Span
    interval: Interval | None
    clash: str = ""
    impossible: str = ""
    hours: int | None = None
    value: str = ""


@dataclass(frozen=True)
class ToldFigure:
    """One figure of a passage.

    Attributes:
        span: The figure with the words that bound it.
        count: Its value.
    """

    span: Span
    count: Count


@dataclass(frozen=True)
class Told:
    """One passage with what is known of the report that it stands in.

    Attributes:
        text: The passage.
        language: `en` or `fr`.
        published: When the report came out, or None.
        source: Who put it out or is heard in it; empty where unknown.
        times: Its times, in order.
        figures: Its figures, in order.
        places: Its places that a gazetteer knows, in order.
        series: What its versions share, or empty.
    """

    text: str
    language: str = "en"
    published: date | None = None
    source: str = ""
    times: tuple[ToldTime, ...] = ()
    figures: tuple[ToldFigure, ...] = ()
    places: tuple[Place, ...] = ()
    series: str = ""

    @cached_property
    def pieces(self) -> tuple[tuple[str, int], ...]:
        """The folded words and marks, each with its first character; a mark stands for the end of a clause."""
        found = []
        for match in _PIECE.finditer(self.text):
            word = fold(match.group())
            found.append((word if match.group()[0].isalnum() else match.group(), match.start()))
        return tuple(found)

    @cached_property
    def words(self) -> tuple[str, ...]:
        """The folded words and marks."""
        return tuple(word for word, _ in self.pieces)

    def hits(self, table: str) -> tuple[Hit, ...]:
        """Return where words of a table of `corro.vocab` stand."""
        return hits(table, self.language, self.words)

    def keys(self, table: str) -> frozenset[str]:
        """Return which entries of a table have a word here that is not denied."""
        return frozenset(hit.key for hit in self.hits(table) if not hit.denied)

    def any_keys(self, table: str) -> frozenset[str]:
        """Return which entries of a table have a word here, denied or not."""
        return frozenset(hit.key for hit in self.hits(table))

    def word_at(self, offset: int) -> int:
        """Return the index of the word at or after a character."""
        return next((index for index, (_, start) in enumerate(self.pieces) if start >= offset), len(self.pieces))
