"""Words that tell how something was said, found in the words around a statement; they stand in `corro/vocab/channel_words.toml`."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from types import MappingProxyType
from typing import Any

from corro.model import Channel
from corro.vocab.files import read_toml, reading, rows_of

_FILE = "channel_words.toml"
_WORD = re.compile(r"(?:@?\w+(?:-\w+)*'?|[^\w\s])")
"""A word with an elided article's apostrophe by itself ("l'", "antenne"), as lists and texts are both cut."""

_FLAGS = ("reached", "first_person", "weak")
_BEFORE = 4
"""Words at most from a preposition to the noun that it leads to ("in a brief written statement"). Source: own judgement."""


@dataclass(frozen=True, slots=True)
class Phrase:
    """A phrase that tells a channel.

    Attributes:
        channel: The channel.
        words: Its words.
        through: Words of which one must stand shortly before; empty where it tells the channel alone.
        reached: Whether it tells how somebody was reached.
        first_person: Whether it tells of whoever writes ("told us").
        weak: Whether it tells only that somebody was asked.
    """

    channel: Channel
    words: tuple[str, ...]
    through: frozenset[str] = frozenset()
    reached: bool = False
    first_person: bool = False
    weak: bool = False


@dataclass(frozen=True, slots=True)
class Told:
    """Words found in a text that tell a channel.

    Attributes:
        phrase: Which.
        start: Where they begin, in characters of the text searched.
        end: Where they end.
    """

    phrase: Phrase
    start: int
    end: int


@dataclass(frozen=True, slots=True)
class ChannelWords:
    """All words that tell a channel.

    Attributes:
        beside: Phrases by their first word, the longest first.
        verbs: Channels of verbs that tell it by themselves, by lemma.
        sources: For each language the channels of nouns for sources that speak in one way only.
        outside: Phrases at the head of a sentence that lead out of the meeting a text is about.
        lists: The other lists, as they stand.
    """

    beside: Mapping[str, tuple[Phrase, ...]]
    verbs: Mapping[str, Channel]
    sources: Mapping[str, Mapping[str, Channel]]
    outside: tuple[tuple[str, ...], ...]
    lists: Mapping[str, tuple[str, ...]]

    def told_in(self, text: str) -> Iterator[Told]:
        """Yield the phrases in a text, each place once and for its longest phrase.

        Args:
            text: Any words.

        Yields:
            What was found, in order.
        """
        found = list(_WORD.finditer(plain(text)))
        words = [match.group() for match in found]
        index = 0
        while index < len(words):
            phrase = self._at(words, index)
            if phrase is None:
                index += 1
                continue
            last = index + len(phrase.words) - 1
            yield Told(phrase, found[index].start(), found[last].end())
            index = last + 1

    def leads_out(self, text: str) -> bool:
        """Say whether a sentence begins with words that lead out of the meeting a text is about."""
        words = tuple(_WORD.findall(plain(text[:40])))
        return any(words[: len(phrase)] == phrase for phrase in self.outside)

    def _at(self, words: Sequence[str], index: int) -> Phrase | None:
        for phrase in self.beside.get(words[index], ()):
            length = len(phrase.words)
            if tuple(words[index : index + length]) != phrase.words:
                continue
            before = words[max(0, index - _BEFORE) : index]
            if not phrase.through or not phrase.through.isdisjoint(before):
                return phrase
        return None


def plain(text: str) -> str:
    """Return a text in lower case with straight apostrophes; every character keeps its place."""
    lowered = text.lower().replace("’", "'")
    return lowered if len(lowered) == len(text) else "".join(char.lower()[:1] for char in text).replace("’", "'")


@cache
def channel_words() -> ChannelWords:
    """Return the words that tell a channel.

    Raises:
        SetupError: The file is missing or malformed.
    """
    tables = read_toml(_FILE)
    beside: dict[str, list[Phrase]] = {}
    for row in rows_of(tables, "beside", _FILE):
        with reading(_FILE, row):
            for phrase in _phrases(row):
                beside.setdefault(phrase.words[0], []).append(phrase)
    lists = {row["name"]: tuple(row["words"]) for row in rows_of(tables, "lists", _FILE)}
    return ChannelWords(
        beside=MappingProxyType({word: tuple(sorted(found, key=lambda one: -len(one.words))) for word, found in beside.items()}),
        verbs=_by_word(rows_of(tables, "verbs", _FILE)),
        sources=MappingProxyType({language: _by_word(_rows_in(tables, "sources", language)) for language in ("en", "fr")}),
        outside=tuple(tuple(_WORD.findall(words)) for words in lists["outside"]),
        lists=MappingProxyType(lists),
    )


def _phrases(row: Mapping[str, Any]) -> Iterator[Phrase]:
    """Yield a row's phrases, each also with a plural in -s."""
    through = frozenset(word for words in row.get("through", ()) for word in _WORD.findall(words))
    for words in row["words"]:
        cut = tuple(_WORD.findall(words))
        plural = (*cut[:-1], cut[-1] + "s")
        for form in (cut, plural):
            yield Phrase(Channel(row["channel"]), form, through, *(bool(row.get(key)) for key in _FLAGS))


def _rows_in(tables: Mapping[str, Any], key: str, language: str) -> list[dict[str, Any]]:
    return [row for row in rows_of(tables, key, _FILE) if row.get("language", language) == language]


def _by_word(rows: Sequence[Mapping[str, Any]]) -> Mapping[str, Channel]:
    """Return the channel of each word; where two rows have a word the first holds."""
    return MappingProxyType({word: Channel(row["channel"]) for row in reversed(rows) for word in row["words"]})
