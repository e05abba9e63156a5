"""How it was said: channel and occasion, from the words beside the content, the speaker's other statements, or the text's head."""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from functools import cache

from corro.extract.statements.circumstances import containers
from corro.extract.statements.draft import Draft
from corro.extract.statements.genre import any_of, genre_of
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.when import occasion_date, said_at
from corro.model import Channel
from corro.values import Span
from corro.vocab.files import read_toml, rows_of

_FILE = "cues.toml"
_PAPERS = {
    Channel.REPORT: frozenset({"report", "rapport", "bilan", "enquête", "study", "étude"}),
    Channel.LETTER: frozenset({"letter", "lettre", "courrier", "courriel", "e-mail", "email", "memorandum", "mémorandum"}),
    Channel.COMMUNIQUE: frozenset({"communiqué", "communique"}),
}
_SCENES = frozenset({Channel.BROADCAST, Channel.PRESS_CONFERENCE, Channel.COURT})
"""Occasions at which several speak one after the other. Source: chosen on the development documents, 2026-11."""

_INQUIRIES = frozenset({"commission", "panel", "mission", "groupe", "group", "inquiry", "experts"})
_SYMBOL = re.compile(r",?\s\(?[A-Z]{1,4}(?:/[A-Za-z0-9]+(?:\.\d+)?)+\)?")
"""A symbol of a United Nations document, in parentheses or not. Source: UN Editorial Manual, document symbols."""

_FINDING = frozenset({"find", "conclude", "establish", "document", "conclure", "établir", "documenter", "constater"})
"""Nouns and verbs of papers and inquiries. Source: own list, 2026-11."""


@dataclass(frozen=True, slots=True)
class Said:
    """How something was said.

    Attributes:
        channel: The channel.
        occasion: Meeting, document or programme in the text's words, or empty.
        at: Where those words stand, or None.
        when: Words that tell the date, or None.
    """

    channel: Channel = Channel.UNKNOWN
    occasion: str = ""
    at: Span | None = None
    when: Span | None = None

    @property
    def known(self) -> bool:
        """Whether the text tells the channel."""
        return self.channel is not Channel.UNKNOWN


@cache
def _patterns() -> tuple[tuple[Channel, re.Pattern[str]], ...]:
    """Return channels with the words that tell them, in order of preference."""
    rows = rows_of(read_toml(_FILE), "channels", _FILE)
    return tuple((Channel(row["channel"]), any_of(row["words"])) for row in rows)


def say_channels(prepared: Prepared, drafts: Sequence[Draft], speakers: Sequence[str | None]) -> list[Said]:
    """Say how each statement was made.

    Args:
        prepared: The document.
        drafts: The statements, in order of the text.
        speakers: Names of their speakers.

    Returns:
        For each draft its channel and occasion.
    """
    own = [_dated(prepared, draft, _beside(prepared, draft)) for draft in drafts]
    genre = genre_of(prepared, next((speaker for speaker in speakers if speaker), None))
    outer = containers(drafts)
    last_of: dict[str | None, Said] = {}
    found: list[Said] = []
    for index, (draft, speaker) in enumerate(zip(drafts, speakers, strict=True)):
        said = own[index] if own[index].known else _of_speaker(index, last_of, own, speakers)
        said = replace(said, when=own[index].when or said.when)
        if not said.known and outer[index] is None and genre.holds_for(prepared, draft, speaker):
            said = replace(said, channel=genre.channel, occasion=genre.words, at=None)
        if not said.known and outer[index] is None:
            said = replace(said, channel=_scene(prepared, draft) or _by_speaker(prepared, draft))
        last_of[speaker] = said
        found.append(said)
    return found


def _scene(prepared: Prepared, draft: Draft) -> Channel | None:
    """Return the occasion that the narrator sets in the sentence before, where a person goes on to speak at it."""
    grammar = prepared.grammar
    number = grammar.sentence_of[draft.anchor]
    if draft.source is None or number == 0 or grammar.sentences[number - 1].paragraph != grammar.sentences[number].paragraph:
        return None
    before = grammar.sentences[number - 1]
    told = grammar.words(before.first, before.last).lower().replace("’", "'")
    return next((channel for channel, pattern in _patterns() if channel in _SCENES and pattern.search(told)), None)


def _by_speaker(prepared: Prepared, draft: Draft) -> Channel:
    """Return how somebody who holds no office, and is quoted word for word, mostly spoke: to whoever reports it."""
    if draft.source is None or not draft.quoted:
        return Channel.UNKNOWN
    grammar = prepared.grammar
    private = any(grammar.tokens[index].lemma in prepared.cues.lists["private"] for index in range(*draft.source))
    return Channel.INTERVIEW if private else Channel.UNKNOWN


def _dated(prepared: Prepared, draft: Draft, said: Said) -> Said:
    if draft.rule == "hearsay.adverb":
        return said
    return replace(said, when=said_at(prepared, draft) or occasion_date(prepared, said.at))


def _event_around(prepared: Prepared, noun: int) -> int:
    """Return the meeting or document that a noun is part of the name of ("the UNSC meeting", "a statement read on TV")."""
    grammar = prepared.grammar
    events = prepared.cues.lists["meetings"] | prepared.cues.lists["occasions"]
    for above, _ in zip(grammar.ancestors(noun), range(3), strict=False):
        if grammar.tokens[above].pos == "NOUN" and grammar.tokens[above].lemma in events:
            return above
        if grammar.finite(above) or grammar.tokens[above].dep in ("root", "conj"):
            break
    return noun


def _of_speaker(index: int, last_of: Mapping[str | None, Said], own: Sequence[Said], speakers: Sequence[str | None]) -> Said:
    """Return how the same speaker last spoke, or how he or she goes on right behind this."""
    speaker = speakers[index]
    if not speaker:
        return Said()
    if speaker in last_of:
        return last_of[speaker]
    following = next((later for later in range(index + 1, min(len(own), index + 3)) if speakers[later] == speaker), None)
    return own[following] if following is not None else Said()


def _beside(prepared: Prepared, draft: Draft) -> Said:
    """Read the words of the sentence that are no content."""
    paper = _by_source(prepared, draft)
    if paper.known:
        return paper
    first, last = _sentence_span(prepared, draft)
    text = prepared.grammar.text[first:last].lower().replace("’", "'")
    for span in draft.content:
        inner_first, inner_last = max(0, span.start - first), max(0, span.end - first)
        text = text[:inner_first] + " " * (min(inner_last, len(text)) - inner_first) + text[inner_last:]
    for channel, pattern in _patterns():
        if match := pattern.search(text):
            return Said(channel, *_occasion(prepared, first + match.start(), first + match.end()))
    return Said()


def _by_source(prepared: Prepared, draft: Draft) -> Said:
    """Read the source itself: a paper speaks as what it is, and a body of inquiry that finds something does so in a report."""
    if draft.source is None:
        return Said()
    grammar = prepared.grammar
    label = grammar.words(*draft.source)
    words = set(re.findall(r"[\w-]+", label.lower()))
    channel = next((channel for channel, nouns in _PAPERS.items() if words & nouns), None)
    if channel is None and grammar.tokens[draft.anchor].lemma in _FINDING and words & _INQUIRIES:
        channel = Channel.REPORT
    return Said(channel, label, grammar.span(*draft.source)) if channel else Said()


def _sentence_span(prepared: Prepared, draft: Draft) -> tuple[int, int]:
    """Return the characters of the sentence that the cue stands in, as far as the content and source reach."""
    grammar = prepared.grammar
    first, last = grammar.sentence(draft.anchor)
    return grammar.tokens[first].start, grammar.tokens[last - 1].end


def _occasion(prepared: Prepared, start: int, end: int) -> tuple[str, Span | None]:
    """Return the noun phrase around the words that tell the channel, with a document symbol beside them."""
    grammar = prepared.grammar
    first, last = grammar.at(start), grammar.at(end)
    noun = next((index for index in range(first, last) if grammar.tokens[index].pos in ("NOUN", "PROPN")), None)
    if noun is None:
        return "", None
    noun = _event_around(prepared, noun)
    phrase = subtree_phrase(grammar, noun)
    span = grammar.span(phrase[0], max(min(phrase[1], last + 8), noun + 1))
    whole = with_symbol(grammar.text, span) if span else None
    return (whole.of(grammar.text), whole) if whole else ("", None)


def with_symbol(text: str, span: Span) -> Span:
    """Return a passage with the symbol of a document that stands right behind it ("its report | S/2023/21").

    Args:
        text: The text.
        span: The passage.
    """
    found = _SYMBOL.match(text, span.end)
    return Span(span.start, found.end()) if found else span
