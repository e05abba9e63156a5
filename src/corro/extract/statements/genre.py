"""What sort of text a document is: a communiqué, a letter, minutes … tell how those who speak in it spoke."""

import re
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from corro.extract.statements.channel_words import channel_words
from corro.extract.statements.draft import Draft
from corro.extract.statements.prepared import Prepared
from corro.model import Channel, SegmentKind
from corro.values import Span
from corro.vocab.files import read_toml, rows_of

_FILE = "channel_words.toml"
_SYMBOL = re.compile(r"\b[SAE]/(?:[A-Z]{2,5}[./])?[\w./]*\d[\w./]*\d\b|\bS/\d{4}/\d+\b")
"""A document symbol of the United Nations (S/2023/21, A/HRC/53/91). Source: UN Documentation: symbols."""

_SALUTATION = re.compile(
    r"^(?:dear\b|(?:your |votre )?excellenc|madame\b|monsieur\b|à (?:madame|monsieur|son excellence)|to (?:his|her) excellency)"
    r"|(?:^|[.\n] ?)(?:sir|madam|mr\.? president|madam president|monsieur (?:le|l['’])[\w ]+|madame (?:la|l['’])[\w ]+),",
    re.IGNORECASE | re.MULTILINE,
)
_CLOSING = re.compile(
    r"^(?:veuillez agréer|je vous prie d['’]agréer|yours (?:sincerely|faithfully|truly))"
    r"|(?:assurances? of my high|haute considération|salutations distinguées"
    r"|considération distinguée|accept, (?:sir|madam|excellency))",
    re.IGNORECASE | re.MULTILINE,
)
"""How letters begin and end. Source: usage of both languages; own list, 2026-11."""

_WE = frozenset({"we", "i", "us", "our", "my", "nous", "je", "j'", "notre", "nos", "mon", "ma", "mes"})
"""Words by which whoever wrote a text speaks. Source: personal pronouns and possessives of the first person."""

_OURS = frozenset({"our", "notre"})
_ITS = frozenset({"its", "their", "son", "sa", "leur"})
"""Possessives with which a release brings in who speaks for its issuer ("its secretary-general"). Source: closed class."""

_REPORTERS = frozenset(
    {"correspondent", "reporter", "correspondant", "correspondante", "driver", "photographer", "sister", "confrère", "rédaction"}
)
_OFFICES = frozenset(
    [
        "ministry",
        "ministère",
        "government",
        "gouvernement",
        "palace",
        "palais",
        "présidence",
        "presidency",
        "governorate",
        "gouvernorat",
        "junta",
        "junte",
    ]
)
_HOLDERS = frozenset(
    [
        "minister",
        "ministre",
        "president",
        "président",
        "présidente",
        "spokesperson",
        "porte-parole",
        "governor",
        "gouverneur",
        "excellency",
    ]
)
_THE = frozenset({"the", "le", "la", "l'"})
"""Offices that publish, and who holds them: in an office's own text they speak for it. Source: own lists, 2026-11."""

_FLAGS = ("to_all", "turns_only", "anywhere")
_HEAD = 160
"""Characters at the beginning of a text that can tell what sort of text it is. Source: chosen on the development documents."""

_FOOT = 250
"""Characters at the end of a text that can tell what sort of text it is. Source: own judgement: two lines."""

_SALUTED_WITHIN = 400
"""Characters within which a letter greets somebody. Source: own judgement: after place, date and address."""

_BY_AUTHOR = {
    Channel.REPORT: ("hearsay.conditional", "hearsay.impersonal"),
    Channel.COMMUNIQUE: ("hearsay.impersonal",),
}
"""Rules for what nobody is named for that its author still says. Source: chosen on the development documents, 2026-11."""

_LEAST_LETTERS = 4
"""Letters of a word of the head that names whose text it is. Source: own judgement; shorter ones are articles and links."""


@dataclass(frozen=True, slots=True)
class Genre:
    """What sort of text a document is.

    Attributes:
        channel: How its author speaks in it; unknown where nothing tells.
        words: What tells it, or the document's symbol.
        to_all: Whether all who speak in it speak that way (in a meeting, in court), and not its author only.
        author: Name of whoever speaks first.
        issuers: Words of the head, which names whose text it is.
        turns_only: Whether it holds for turns and quotations only.
    """

    channel: Channel = Channel.UNKNOWN
    words: str = ""
    to_all: bool = False
    author: str | None = None
    issuers: frozenset[str] = frozenset()
    turns_only: bool = False

    def holds_for(self, prepared: Prepared, draft: Draft, speaker: str | None) -> bool:
        """Say whether a statement without words of its own on how it was made, was made as this sort of text tells."""
        if self.channel is Channel.UNKNOWN:
            return False
        if self.turns_only:
            return draft.rule == "turn" or draft.quoted
        if self.to_all:
            return draft.source is not None
        if draft.source is None:
            return draft.rule in _BY_AUTHOR.get(self.channel, ())
        return speaker == self.author or self._speaks_for_author(prepared, draft)

    def _speaks_for_author(self, prepared: Prepared, draft: Draft) -> bool:
        """Say whether a source is the first person, or one that the head of the text names."""
        if draft.source is None:
            return False
        grammar = prepared.grammar
        words = {grammar.lower[index] for index in range(*draft.source)}
        if grammar.lower[draft.source[0]] in _ITS and not words.isdisjoint(prepared.cues.lists["posts"]):
            return self.channel is Channel.COMMUNIQUE
        holder = not self.issuers.isdisjoint(_OFFICES) and not words.isdisjoint(_HOLDERS) and grammar.lower[draft.source[0]] in _THE
        return holder or not words.isdisjoint(_WE) or not words.isdisjoint(self.issuers)


def genre_of(prepared: Prepared, drafts: Sequence[Draft], author: str | None) -> Genre:
    """Say what sort of text a document is, by its head, the greetings of a letter, its foot, or a "we" that is no newspaper's.

    Args:
        prepared: The document.
        drafts: The statements in it; words for a sort of text behind the first of their cues are no heading.
        author: Name of whoever speaks first in it.

    Returns:
        The sort; with the channel unknown where nothing tells.
    """
    document = prepared.grammar.annotated.document
    told = document.segments_of(SegmentKind.HEADLINE, SegmentKind.BODY, SegmentKind.DATELINE)
    start = told[0].span.start if told else 0
    head = document.text[start : start + _HEAD]
    lowered = head.lower().replace("’", "'")
    issuers = frozenset(word for word in re.findall(r"\w+", _title(lowered)) if len(word) >= _LEAST_LETTERS)
    first = _first_cue(drafts) - start
    found = [(match.start(), row, match) for row, pattern in _patterns() if (match := pattern.search(lowered))]
    heads = [one for one in found if one[0] < first or one[1].anywhere]
    if heads:
        _, row, match = min(heads, key=lambda one: one[0])
        symbol = _SYMBOL.search(document.text, start, start + 2 * _HEAD)
        words = symbol.group() if symbol else Span(match.start(), match.end()).of(head)
        return Genre(row.channel, words, row.to_all, author, issuers, row.turns_only)
    greeted = _SALUTATION.search(document.text[start : start + _SALUTED_WITHIN]) and _CLOSING.search(document.text)
    if greeted:
        return Genre(Channel.LETTER, greeted.group(), author=author, issuers=issuers)
    foot = document.text[-_FOOT:].lower().replace("’", "'")
    released = any(words in foot for words in channel_words().lists["feet"]) or _own_text(prepared, drafts)
    return Genre(Channel.COMMUNIQUE, author=author, issuers=issuers) if released else Genre()


def _first_cue(drafts: Sequence[Draft]) -> int:
    """Return where the first cue stands that is no noun; far behind any head where there is none."""
    spoken = (draft.cue.start for draft in drafts if draft.cue and draft.worded and "noun" not in draft.rule)
    return min(spoken, default=sys.maxsize)


def _own_text(prepared: Prepared, drafts: Sequence[Draft]) -> bool:
    """Say whether a text speaks of the people of whoever publishes it ("our legal director said"), and that is no newspaper."""
    lower, posts = prepared.grammar.lower, prepared.cues.lists["posts"]
    sources = [lower[draft.source[0] : draft.source[1]] for draft in drafts if draft.source]
    return any(words and words[0] in _OURS and not posts.isdisjoint(words) and _REPORTERS.isdisjoint(words) for words in sources)


@dataclass(frozen=True, slots=True)
class _Head:
    """A row of words for heads."""

    channel: Channel
    to_all: bool
    turns_only: bool
    anywhere: bool


def _title(head: str) -> str:
    """Return the lines before the first sentence has ended, which name whose text it is."""
    return re.split(r"(?<=[a-zà-ÿ]{4})\. ", head, maxsplit=1)[0]


@cache
def _patterns() -> tuple[tuple[_Head, re.Pattern[str]], ...]:
    """Return the rows of words for heads, in order of preference."""
    rows = rows_of(read_toml(_FILE), "heads", _FILE)
    return tuple((_Head(Channel(row["channel"]), *(bool(row.get(key)) for key in _FLAGS)), any_of(row["words"])) for row in rows)


def any_of(words: Sequence[str]) -> re.Pattern[str]:
    """Return a pattern that finds any of these words, the longest first, where they stand as whole words."""
    longest_first = sorted(words, key=lambda word: (-len(word), word))
    return re.compile(r"(?<!\w)(?:" + "|".join(re.escape(word) for word in longest_first) + r")(?!\w)")
