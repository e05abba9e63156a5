"""A text with what is known about its times so far: publication, tense of the clause, and the times that others count from."""

from bisect import bisect_left, bisect_right, insort
from collections.abc import Iterator, Sequence
from datetime import date

from corro.resolve.times.grammar import Found
from corro.resolve.times.mention import PUBLICATION, UNKNOWN, TimeMention, TimeOptions, TimeType
from corro.resolve.times.tense import Tense, tense_of
from corro.resolve.times.tokens import Word
from corro.values import Span

_NEAR_MENTIONS = 12
"""How many times before or after a match are looked at. Source: more than any sentence pair of the gold holds, 2026-11."""

_SENTENCES_BACK = 2
"""Sentences before a match in which the time stands that it counts from. Source: chosen on the three gold files, 2026-11."""

_CLAUSE_WORDS = 40
"""Words of a clause looked at on each side, which keeps the cost linear in texts without marks. Source: own judgement, 2026-11."""

_CLAUSE_MARKS = frozenset({"STOP", "BREAK", "COMMA"})
_ABBREVIATIONS = frozenset(
    ["mr", "mrs", "ms", "dr", "col", "gen", "capt", "lt", "st", "no", "m", "mm", "mme", "prof", "rev", "sgt"]
)


class Scene:
    """One text, its words, and the times found in it so far."""

    def __init__(self, text: str, words: Sequence[Word], options: TimeOptions) -> None:
        """Keep the text and mark its sentences."""
        self.text = text
        self.words = words
        self.options = options
        self.mentions: list[TimeMention] = []
        self._sentence_starts = [0, *(words[number].end for number in range(len(words)) if self._ends_sentence(number))]

    @property
    def published(self) -> date | None:
        """The day of publication, or None."""
        return self.options.published

    def span(self, found: Found) -> Span:
        """Return the characters of a match."""
        return Span(found.words[0].start, found.words[-1].end)

    def sentence(self, offset: int) -> int:
        """Return the number of the sentence at an offset."""
        return bisect_right(self._sentence_starts, offset) - 1

    def future(self, found: Found) -> bool:
        """Say whether the clause that a match stands in speaks of what is to come."""
        return self.tense(found) is Tense.FUTURE

    def tense(self, found: Found) -> Tense:
        """Say where the clause looks that a match stands in."""
        before, after = self._clause(found)
        return tense_of(before, after, self.options.language)

    def add(self, mention: TimeMention) -> None:
        """Keep a time that was found, in the order of the text."""
        insort(self.mentions, mention, key=_start)

    def earlier(self, found: Found) -> TimeMention | None:
        """Return the time that a match counts from backward: the last with days in its sentence or the two before."""
        start = found.words[0].start
        at = bisect_left(self.mentions, start, key=_start)
        for mention in reversed(self.mentions[max(0, at - _NEAR_MENTIONS) : at]):
            if self.sentence(start) - self.sentence(mention.span.start) > _SENTENCES_BACK:
                return None
            if _dated(mention):
                return mention
        return None

    def before(self, offset: int) -> Iterator[TimeMention]:
        """Yield the times that begin before an offset, nearest first."""
        for at in range(bisect_left(self.mentions, offset, key=_start) - 1, -1, -1):
            yield self.mentions[at]

    def later(self, found: Found, characters: int) -> TimeMention | None:
        """Return the next time with days that begins within so many characters after a match, in its sentence."""
        end = found.words[-1].end
        at = bisect_left(self.mentions, end, key=_start)
        for mention in self.mentions[at : at + _NEAR_MENTIONS]:
            if mention.span.start > end + characters or self.sentence(mention.span.start) != self.sentence(end - 1):
                return None
            if _dated(mention):
                return mention
        return None

    def later_in_clause(self, found: Found) -> TimeMention | None:
        """Return the next time with days before the clause ends: the day of the event that a match counts from."""
        after = self._clause(found)[1]
        return self.later(found, len(after))

    def beside(self, found: Found) -> TimeMention | None:
        """Return the day of an hour or part of a day: before it in the sentence, then after it, then in the sentence before."""
        here = self.sentence(found.words[0].start)
        before = self.earlier(found)
        if before is not None and self.sentence(before.span.start) == here:
            return before
        return self.later(found, len(self.text)) or before

    def open(self, found: Found, kind: TimeType, reason: str) -> TimeMention:
        """Return a match as a time that stays open."""
        anchor = PUBLICATION if self.published is None and "publication" in reason else UNKNOWN
        span = self.span(found)
        return TimeMention(span, span.of(self.text), kind, anchor=anchor, rule=found.rule.id, reason=reason)

    def _clause(self, found: Found) -> tuple[str, str]:
        first, last = found.first, found.last
        while first > max(0, found.first - _CLAUSE_WORDS) and not self._ends_clause(first - 1):
            first -= 1
        last += found.followed_by("COMMA")  # `On Tuesday, the court will …`
        while last < min(len(self.words), found.last + _CLAUSE_WORDS) and not self._ends_clause(last):
            last += 1
        start, end = found.words[0].start, found.words[-1].end
        return self.text[self.words[first].start : start], self.text[end : self.words[last - 1].end]

    def _ends_clause(self, number: int) -> bool:
        return self.words[number].name in _CLAUSE_MARKS or self._ends_sentence(number)

    def _ends_sentence(self, number: int) -> bool:
        word = self.words[number]
        if word.name != "DOT":
            return word.name == "STOP"
        before = self.words[number - 1] if number else None
        return before is None or (before.text not in _ABBREVIATIONS and len(before.text) > 1)


def _start(mention: TimeMention) -> int:
    return mention.span.start


def _dated(mention: TimeMention) -> bool:
    return mention.interval is not None and mention.type in (TimeType.DATE, TimeType.TIME)
