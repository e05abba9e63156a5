"""Quotation marks to quotations: every kind of mark, nested, left open, or opened again at each paragraph."""

from dataclasses import dataclass, field, replace

from corro.values import Span

_PAIRS = {"«": "»", "“": "”", "„": "”", "‹": "›", "‘": "’", "「": "」"}
_CLOSING = frozenset(_PAIRS.values())
_STRAIGHT = frozenset("\"'")
_APOSTROPHES = frozenset("'’‘")
_DOUBLED = '"\0'
"""What two single marks in a row, typed for a double one, are read as; as long as they are, so that offsets stay."""

_DEEPEST = 8
"""Quotations in one another at most; beyond, the outermost counts as left open. Source: own judgement."""

_FARTHEST = 3000
"""Characters at most that a quotation without a closing mark is followed. Source: own judgement: some five hundred words."""

_STOPS = ".!?…;"

MARKS = frozenset('«»“”„"‹›‘’「」')
"""All marks that open or close a quotation. Source: own list, 2026-11: “ ” « » ‹ › " ' and broken ones."""


@dataclass(frozen=True, slots=True)
class Quote:
    """A quotation.

    Attributes:
        parts: Its characters without the marks; several where it is opened again at each paragraph.
        outer: Where its first mark begins and its last one ends.
        closed: Whether its closing mark was found.
        depth: In how many quotations it stands.
    """

    parts: tuple[Span, ...]
    outer: Span
    closed: bool = True
    depth: int = 0

    @property
    def span(self) -> Span:
        """The characters from the first to the last word."""
        return Span(self.parts[0].start, self.parts[-1].end)


@dataclass(slots=True)
class _Reader:
    """Where the reading of one paragraph stands."""

    text: str
    end: int
    balance: dict[str, int] = field(default_factory=dict)
    open: list[tuple[str, int]] = field(default_factory=list)
    found: list[Quote] = field(default_factory=list)

    def count(self, mark: str) -> None:
        """Keep how many closing marks lie ahead beyond the opening ones."""
        if mark in _PAIRS:
            self.balance[_PAIRS[mark]] += 1
        elif mark in self.balance:
            self.balance[mark] -= 1

    def close(self, mark: str, at: int) -> None:
        """Close the innermost quotation that this mark can close, and what was left open inside it."""
        fitting = [index for index, (closing, _) in enumerate(self.open) if closing == mark]
        if not fitting:
            return
        for _, start in self.open[fitting[-1] + 1 :]:
            self._unclosed(start, at)
        _, start = self.open[fitting[-1]]
        del self.open[fitting[-1] :]
        self._add(start, at, Span(start - 1, at + 1), closed=True)

    def finish(self) -> None:
        """End what is still open where its sense does."""
        for _, start in self.open:
            self._unclosed(start, self.end)
        self.open.clear()

    def _unclosed(self, start: int, limit: int) -> None:
        end = sense_end(self.text, start, limit)
        self._add(start, end, Span(start - 1, end), closed=False)

    def _add(self, start: int, end: int, outer: Span, *, closed: bool) -> None:
        if self.text[start:end].strip():
            self.found.append(Quote((Span(start, end),), outer, closed))

    def reopen(self, mark: str, at: int) -> None:
        """Open a quotation; one of the same kind still open was never closed, unless enough closing marks follow for both."""
        if len(self.open) >= _DEEPEST:
            _, start = self.open.pop(0)
            self._unclosed(start, at)
        nested = self.balance.get(mark, 0) > sum(closing == mark for closing, _ in self.open)
        for index, (closing, start) in enumerate(self.open):
            if closing == mark and not nested:
                self._unclosed(start, at)
                del self.open[index:]
                break
        self.open.append((mark, at + 1))


def sense_end(text: str, start: int, limit: int) -> int:
    """Return where a quotation that is never closed ends: with its sentence.

    Source: docs/codebook.md, marking of statements: a quotation that is never closed ends with its sense.
    """
    limit = min(limit, start + _FARTHEST)
    for offset in range(start, limit):
        if text[offset] in _STOPS and (offset + 1 >= limit or text[offset + 1].isspace()):
            return offset
        if text[offset] == "\n":
            return offset
    return limit


def find_quotes(text: str, paragraphs: list[Span]) -> list[Quote]:
    """Find all quotations.

    Args:
        text: The document's text.
        paragraphs: Where its paragraphs stand, in order.

    Returns:
        Quotations in order of their beginning, the outer before the inner.
    """
    found: list[Quote] = []
    text = text.replace("''", _DOUBLED).replace("``", _DOUBLED)
    for paragraph in paragraphs:
        in_paragraph = _in_paragraph(text, paragraph)
        if found and in_paragraph and _goes_on(text, found, in_paragraph[0], paragraph):
            _join_last(found, in_paragraph.pop(0))
        found.extend(in_paragraph)
    return _with_depth(sorted(found, key=lambda quote: (quote.outer.start, -quote.outer.end)))


def _in_paragraph(text: str, paragraph: Span) -> list[Quote]:
    reader = _Reader(text, paragraph.end, _balance(text, paragraph))
    for offset in range(paragraph.start, paragraph.end):
        mark = text[offset]
        reader.count(mark)
        if mark == "“" and (_closes_low(reader, offset) or _turned_closing(reader, offset, paragraph)):
            reader.close("”", offset)
        elif mark == "”" and _turned_opening(reader, offset, paragraph):
            reader.reopen(mark, offset)
        elif mark in _PAIRS and not (mark == "‘" and _inside_word(text, offset, paragraph)):
            reader.reopen(_PAIRS[mark], offset)
        elif mark in _STRAIGHT:
            _read_straight(reader, mark, offset, paragraph)
        elif mark in _CLOSING and not (mark == "’" and _apostrophe(reader, offset, paragraph)):
            reader.close(_written_for(reader, mark), offset)
    reader.finish()
    return sorted(_unclosed_to_paragraph(text, paragraph, reader.found), key=lambda quote: quote.outer.start)


def _written_for(reader: _Reader, mark: str) -> str:
    """Return the closing mark that one stands for: a curved one also closes what a straight one opened, where only that is open."""
    kinds = {closing for closing, _ in reader.open}
    return '"' if mark == "”" and mark not in kinds and '"' in kinds else mark


def _balance(text: str, paragraph: Span) -> dict[str, int]:
    """Count, for each closing mark, by how many it outnumbers its opening marks in the paragraph."""
    start, end = paragraph.start, paragraph.end
    closings: dict[str, int] = {}
    for opening, closing in _PAIRS.items():
        closings[closing] = closings.get(closing, text.count(closing, start, end)) - text.count(opening, start, end)
    return closings


def _closes_low(reader: _Reader, offset: int) -> bool:
    """Say whether a high mark closes a quotation that a low one opened („so“)."""
    return bool(reader.open) and reader.text[reader.open[-1][1] - 1] == "„" and not reader.text[offset - 1].isspace()


def _turned_opening(reader: _Reader, offset: int, paragraph: Span) -> bool:
    """Say whether a closing mark was typed for the opening one of a whole paragraph (”so it ends”)."""
    text = reader.text
    first = not text[paragraph.start : offset].strip() and not text[offset + 1 : offset + 2].isspace()
    return first and "”" in text[offset + 1 : paragraph.end] and "“" not in text[offset + 1 : paragraph.end]


def _turned_closing(reader: _Reader, offset: int, paragraph: Span) -> bool:
    """Say whether an opening mark was typed for the closing one, where no closing one follows (“so it ends“)."""
    text = reader.text
    is_open = any(closing == "”" for closing, _ in reader.open)
    behind = offset + 1 >= paragraph.end or not text[offset + 1].isalnum()
    return is_open and behind and not text[offset - 1].isspace() and "”" not in text[offset + 1 : paragraph.end]


def _unclosed_to_paragraph(text: str, paragraph: Span, quotes: list[Quote]) -> list[Quote]:
    """Let a quotation that opens its paragraph and is never closed run to the paragraph's end, if that is how it reads."""
    first = min(quotes, key=lambda quote: quote.outer.start, default=None)
    if first is None or first.closed or text[paragraph.start : first.outer.start].strip():
        return quotes
    whole = len(quotes) == 1 and not any(mark in text[first.span.end : paragraph.end] for mark in MARKS - _APOSTROPHES)
    if not whole:
        return quotes
    return [replace(first, parts=(Span(first.span.start, paragraph.end),), outer=Span(first.outer.start, paragraph.end))]


def _read_straight(reader: _Reader, mark: str, offset: int, paragraph: Span) -> None:
    """Read a mark that looks the same on both sides: it opens before a word and closes after one."""
    if mark == "'" and _inside_word(reader.text, offset, paragraph):
        return
    before = reader.text[offset - 1] if offset > paragraph.start else " "
    after = reader.text[offset + 1] if offset + 1 < paragraph.end else " "
    is_open = any(closing == mark for closing, _ in reader.open)
    if _opens(before, after) and not (is_open and after.isspace()):
        if mark == '"' or not is_open:
            reader.reopen(mark, offset)
    elif is_open:
        reader.close(mark, offset)
    elif mark == '"' and not before.isspace() and any(closing == "”" for closing, _ in reader.open):
        reader.close("”", offset)


def _opens(before: str, after: str) -> bool:
    return (before.isspace() or before in "([{—–-:«“‘\"'") and not after.isspace()


def _inside_word(text: str, offset: int, paragraph: Span) -> bool:
    before = offset > paragraph.start and text[offset - 1].isalnum()
    after = offset + 1 < paragraph.end and text[offset + 1].isalnum()
    return before and after


def _apostrophe(reader: _Reader, offset: int, paragraph: Span) -> bool:
    """Say whether a raised comma is an apostrophe: inside a word, or where no quotation of its kind is open."""
    return _inside_word(reader.text, offset, paragraph) or not any(closing == "’" for closing, _ in reader.open)


def _goes_on(text: str, found: list[Quote], first: Quote, paragraph: Span) -> bool:
    """Say whether a quotation that was left open goes on with the mark that opens this paragraph."""
    last = found[-1]
    opens = not text[paragraph.start : first.outer.start].strip()
    left_open = not last.closed and not text[last.span.end : paragraph.start].strip(" .!?…\r\n\t")
    same_mark = text[last.outer.start : last.outer.start + 1] == text[first.outer.start : first.outer.start + 1]
    return opens and left_open and same_mark


def _join_last(found: list[Quote], more: Quote) -> None:
    last = found.pop()
    found.append(Quote((*last.parts, *more.parts), Span(last.outer.start, more.outer.end), more.closed))


def _with_depth(quotes: list[Quote]) -> list[Quote]:
    around: list[Quote] = []
    deep: list[Quote] = []
    for quote in quotes:
        while around and around[-1].outer.end <= quote.outer.start:
            around.pop()
        deep.append(replace(quote, depth=len(around)))
        around.append(quote)
    return deep
