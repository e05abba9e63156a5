"""A document's grammar as the statement rules ask of it: children, subtrees, sentences, words by place."""

from bisect import bisect_left, bisect_right
from collections.abc import Iterator

from corro.model import Annotated, Mention, MentionKind, Sentence, Token
from corro.values import Language, Span

_TRIMMED = " \t\r\n\u00a0\u202f«»“”„\"'‘’‹›,.;:–—―-()…"
"""Marks that stand at the ends of a passage and are no part of what was said. Source: docs/codebook.md, marking of statements."""

_KEPT_AT_END = frozenset("?!")

PERSONAL_SUBJECTS = frozenset({"nsubj", "nsubj:pass", "expl:subj", "expl", "nsubj:caus", "csubj"})
"""Relations of a subject. Source: Universal Dependencies v2; the French model also labels inverted pronouns `expl:subj`."""


_TERMINAL = frozenset('.!?…:;»”"’)')
_INNER_STOPS = frozenset({".", "!", "?", "…"})
_LONGEST = 400
"""Tokens at most that are read as one sentence, so that the cost stays linear. Source: own judgement, far above any real one."""

_CREDIT = 40
"""Characters at most in a parenthesis that opens a passage and credits somebody. Source: own judgement: a long agency's name."""

_CLOSERS = frozenset({"»", "”", '"'})
_NAMED = (MentionKind.PERSON, MentionKind.ORGANISATION, MentionKind.GROUP)


def _mended(annotated: Annotated) -> Iterator[Sentence]:
    """Yield the sentences, joined where the parser broke one in its middle and parted where a quotation ends one."""
    open_one: Sentence | None = None
    for sentence in annotated.sentences:
        for part in _parted(annotated, sentence):
            if open_one is not None and _broken(annotated, open_one, part):
                open_one = Sentence(open_one.first, part.last, open_one.paragraph)
            else:
                if open_one is not None:
                    yield open_one
                open_one = part
    if open_one is not None:
        yield open_one


def _parted(annotated: Annotated, sentence: Sentence) -> Iterator[Sentence]:
    first, tokens = sentence.first, annotated.tokens
    for index in range(sentence.first + 1, sentence.last - 1):
        ended = tokens[index].text in _CLOSERS and tokens[index - 1].text in _INNER_STOPS
        if (ended and tokens[index + 1].text[:1].isupper()) or index + 1 - first >= _LONGEST:
            yield Sentence(first, index + 1, sentence.paragraph)
            first = index + 1
    yield Sentence(first, sentence.last, sentence.paragraph)


def _broken(annotated: Annotated, before: Sentence, after: Sentence) -> bool:
    """Say whether two stretches are one sentence: the first does not end like one, or the second does not begin like one."""
    if before.paragraph != after.paragraph or after.last - before.first > _LONGEST:
        return False
    ends = annotated.tokens[before.last - 1].text[-1] in _TERMINAL
    begins = annotated.tokens[after.first].text
    lower = begins[:1].islower() or begins in (",", ";", "»", "”")
    return not ends or (lower and annotated.tokens[before.last - 1].text != ".")


class Grammar:
    """Token tree of one document with what the rules look up often.

    Attributes:
        annotated: What it is made of.
        tokens: Its tokens.
        text: The document's text.
        language: The document's language.
        children: For each token the tokens that depend on it, in order.
        first: For each token the first token of its subtree.
        last: For each token the index past the last token of its subtree.
        lower: For each token its text in lower case, with straight apostrophes.
    """

    def __init__(self, annotated: Annotated, tokens: tuple[Token, ...] | None = None) -> None:
        """Index the tree; heads that run in a circle are reached from no root.

        Args:
            annotated: The document.
            tokens: Its tokens where some of them were mended.
        """
        self.annotated = annotated
        self.tokens: tuple[Token, ...] = tokens or annotated.tokens
        self.text = annotated.document.text
        self.language: Language = annotated.document.language
        self.lower = [token.text.lower().replace("’", "'") for token in self.tokens]
        self._starts = [token.start for token in self.tokens]
        self._names = [mention for mention in annotated.mentions if mention.kind in _NAMED]
        self.sentences = list(_mended(annotated))
        self.sentence_of = [0] * len(self.tokens)
        for index, sentence in enumerate(self.sentences):
            for token in range(sentence.first, sentence.last):
                self.sentence_of[token] = index
        self._join()

    def _join(self) -> None:
        count = len(self.tokens)
        self.children: list[list[int]] = [[] for _ in range(count)]
        self.first, self.last = list(range(count)), list(range(1, count + 1))
        for index, token in enumerate(self.tokens):
            if token.head != index:
                self.children[token.head].append(index)
        for index in reversed(self._from_roots()):
            head = self.tokens[index].head
            if head != index:
                self.first[head] = min(self.first[head], self.first[index])
                self.last[head] = max(self.last[head], self.last[index])

    def _from_roots(self) -> list[int]:
        """Return the tokens that a root leads to, each after its head."""
        order = [index for index, token in enumerate(self.tokens) if token.head == index]
        for index in order:
            order.extend(self.children[index])
        return order

    def at(self, offset: int) -> int:
        """Return the index of the first token that starts at `offset` or later."""
        return bisect_left(self._starts, offset)

    def holding(self, offset: int) -> int:
        """Return the index of the last token that starts at `offset` or before; 0 where there is none."""
        return max(0, bisect_right(self._starts, offset) - 1)

    def names_over(self, span: Span) -> Iterator[Mention]:
        """Yield the named persons and bodies that share characters with a passage, in order."""
        first = bisect_right(self._names, span.start, key=lambda mention: mention.span.end)
        last = bisect_left(self._names, span.end, key=lambda mention: mention.span.start)
        yield from self._names[first:last]

    def sentence(self, token: int) -> tuple[int, int]:
        """Return the first token of the sentence and the index past its last."""
        found = self.sentences[self.sentence_of[token]]
        return found.first, found.last

    def paragraph(self, token: int) -> int:
        """Return the index of the paragraph that a token stands in."""
        return self.sentences[self.sentence_of[token]].paragraph

    def child(self, token: int, *relations: str) -> int | None:
        """Return the first child with one of these relations."""
        return next((child for child in self.children[token] if self.tokens[child].dep in relations), None)

    def ancestors(self, token: int) -> Iterator[int]:
        """Yield head, head's head and so on up to the root."""
        seen = {token}
        while (head := self.tokens[token].head) not in seen:
            yield head
            seen.add(head)
            token = head

    def span(self, first: int, last: int) -> Span | None:
        """Return the characters of tokens `first` to `last` (exclusive) without marks at their ends; None where nothing is left."""
        if first >= last:
            return None
        return self.trimmed(self.tokens[first].start, self.tokens[last - 1].end)

    def trimmed(self, start: int, end: int) -> Span | None:
        """Return a passage without white space, quotation marks, commas and stops at its ends; None where nothing is left."""
        begin = start
        while start < end and self.text[start] in _TRIMMED:
            start += 1
        if "(" in self.text[begin:start]:
            start = self._past_credit(start, end)
        while end > start and self.text[end - 1] in _TRIMMED:
            end -= 1
        return Span(start, end) if start < end else None

    def _past_credit(self, start: int, end: int) -> int:
        """Return where the words begin behind a short parenthesis that opens a passage, as an agency's name does."""
        close = self.text.find(")", start, min(end, start + _CREDIT))
        inner = self.text[start:close]
        if close < 0 or "(" in inner or not inner[:1].isupper():
            return start
        return next((at for at in range(close + 1, end) if self.text[at] not in _TRIMMED), end)

    def words(self, first: int, last: int) -> str:
        """Return the characters of tokens `first` to `last` (exclusive) as they stand."""
        return self.text[self.tokens[first].start : self.tokens[last - 1].end] if first < last else ""

    def finite(self, token: int) -> bool:
        """Say whether a token is a verb or auxiliary in a personal form."""
        found = self.tokens[token]
        return found.pos in ("VERB", "AUX") and ("VerbForm=Fin" in found.morph or "Mood=" in found.morph)

    def verbal(self, token: int) -> bool:
        """Say whether a token is a verb or auxiliary."""
        return self.tokens[token].pos in ("VERB", "AUX")
