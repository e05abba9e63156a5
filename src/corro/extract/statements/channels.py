"""How it was said: channel and occasion, by what stands nearest to the statement first.

The order of the decision, each step asked only where those before it are silent: the source itself (a report, a radio), the
words of the sentence that are no content, the verb, the same speaker's statement next to it, the court or council that the text is
in already, a person without office whose own words a report has from itself, the sort of text for its author or for all who speak
in it, and last the scene that the narrator sets just before.
"""

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from corro.extract.statements.bystanders import is_private
from corro.extract.statements.channel_words import Told, channel_words
from corro.extract.statements.circumstances import containers
from corro.extract.statements.draft import Draft
from corro.extract.statements.genre import Genre, genre_of
from corro.extract.statements.naming import head_of
from corro.extract.statements.phrases import subtree_phrase
from corro.extract.statements.prepared import Prepared
from corro.extract.statements.when import occasion_date, said_at
from corro.model import Channel
from corro.values import Span

_SCENES = frozenset({Channel.BROADCAST, Channel.PRESS_CONFERENCE, Channel.COURT, Channel.SPEECH, Channel.SOCIAL_MEDIA})
"""Occasions at which several speak one after the other. Source: chosen on the development documents, 2026-11."""

_PAPERS = frozenset({Channel.LETTER, Channel.COMMUNIQUE, Channel.REPORT})
"""Channels in which somebody speaks once, and goes on elsewhere. Source: own judgement, 2026-11."""

_MEDIA = frozenset({Channel.LETTER, Channel.SOCIAL_MEDIA})
"""Channels that a person who asks is also answered by. Source: own judgement, 2026-11."""

_INQUIRIES = frozenset({"commission", "panel", "mission", "groupe", "group", "inquiry", "experts"})
_SYMBOL = re.compile(r",?\s\(?[A-Z]{1,4}(?:/[A-Za-z0-9]+(?:\.\d+)?)+\)?")
"""A symbol of a United Nations document, in parentheses or not. Source: UN Editorial Manual, document symbols."""

_FINDING = frozenset({"find", "conclude", "establish", "document", "conclure", "établir", "documenter", "constater"})
"""Nouns and verbs of papers and inquiries. Source: own list, 2026-11."""

_JUDGES = frozenset({"court", "judge", "tribunal", "cour", "juge", "jury", "bench", "magistrate", "magistrat"})
_WRITING = frozenset({"write", "écrire"})
_NEAR = 4
"""Sentences over which a speaker goes on speaking as before. Source: chosen on the development documents, 2026-11."""

_DATELINE = re.compile(r"[^\n.]{2,60}?[) ]\s?[-–—] ")
"""The place, day and agency with which wire stories begin. Source: usage of agencies in both languages."""

_PAST_BEFORE = frozenset({"had", "avait", "avaient", "'d"})
"""Auxiliaries of the past before the past: a statement made on an earlier occasion. Source: closed class."""


@dataclass(frozen=True, slots=True)
class Said:
    """How something was said.

    Attributes:
        channel: The channel.
        occasion: Meeting, document or programme in the text's words, or empty.
        at: Where those words stand, or None.
        when: Words that tell the date, or None.
        weak: Whether the words only tell that somebody was asked, which also happens at meetings and press conferences.
    """

    channel: Channel = Channel.UNKNOWN
    occasion: str = ""
    at: Span | None = None
    when: Span | None = None
    weak: bool = False

    @property
    def known(self) -> bool:
        """Whether the text tells the channel."""
        return self.channel is not Channel.UNKNOWN


def say_channels(prepared: Prepared, drafts: Sequence[Draft], speakers: Sequence[str | None]) -> list[Said]:
    """Say how each statement was made.

    Args:
        prepared: The document.
        drafts: The statements, in order of the text.
        speakers: Names of their speakers.

    Returns:
        For each draft its channel and occasion.
    """
    genre = genre_of(prepared, drafts, next((speaker for speaker in speakers if speaker), None))
    outer = containers(drafts)
    mute = [inside is not None or genre.channel is Channel.LETTER for inside in outer]
    own = [_dated(prepared, draft, _beside(prepared, drafts, index, mute[index])) for index, draft in enumerate(drafts)]
    private = _private_speakers(prepared, drafts, speakers)
    last_of: dict[str, int] = {}
    found: list[Said] = []
    for index, speaker in enumerate(speakers):
        said = Said() if own[index].weak else own[index]
        if not said.known and speaker:
            before = _of_speaker(prepared, drafts, index, last_of.get(speaker), found)
            said = before or _ahead(prepared, drafts, index, own, speakers) or said
        if not said.known and outer[index] is None:
            said = Said(_among(prepared, drafts[index], found)) if not genre.to_all else said
        if not said.known and own[index].weak and not genre.to_all:
            said = own[index]
        if not said.known and outer[index] is None:
            said = _around(prepared, drafts, index, Around(speaker, genre, speaker in private))
        found.append(replace(said, when=own[index].when or said.when))
        if speaker:
            last_of[speaker] = index
    return found


def _dated(prepared: Prepared, draft: Draft, said: Said) -> Said:
    if draft.rule == "hearsay.adverb":
        return said
    return replace(said, when=said_at(prepared, draft) or occasion_date(prepared, said.at))


def _present(prepared: Prepared, draft: Draft) -> bool:
    """Say whether a cue stands in the present, as in what a reporter hears on the spot ("swears that"), and not in a wire story."""
    token = prepared.grammar.tokens[draft.anchor]
    if _DATELINE.match(prepared.grammar.text):
        return False
    return token.pos == "VERB" and "Tense=Pres" in token.morph and "VerbForm=Fin" in token.morph


def _among(prepared: Prepared, draft: Draft, found: Sequence[Said]) -> Channel:
    """Return the court or council that the text is in already, where the source is one of those who speak in it."""
    if draft.source is None or _led_out(prepared, draft):
        return Channel.UNKNOWN
    words = set(prepared.grammar.lower[draft.source[0] : draft.source[1]])
    for channel, name in ((Channel.COURT, "court"), (Channel.COUNCIL_MEETING, "council")):
        if any(said.channel is channel for said in found) and not words.isdisjoint(channel_words().lists[name]):
            return channel
    return Channel.UNKNOWN


def _private_speakers(prepared: Prepared, drafts: Sequence[Draft], speakers: Sequence[str | None]) -> frozenset[str]:
    """Return the names of those who are spoken of as persons without office anywhere."""
    pairs = zip(drafts, speakers, strict=True)
    return frozenset(speaker for draft, speaker in pairs if speaker and is_private(prepared, draft.source))


@dataclass(frozen=True, slots=True)
class Around:
    """What is no part of a statement's sentence.

    Attributes:
        speaker: Name of the speaker, or None.
        genre: The sort of text.
        private: Whether the speaker holds no office.
    """

    speaker: str | None
    genre: Genre
    private: bool


def _around(prepared: Prepared, drafts: Sequence[Draft], index: int, around: Around) -> Said:
    """Read what is no part of the sentence: the sort of text, the scene, who speaks, and at last a verb of writing."""
    draft, genre = drafts[index], around.genre
    told = draft.quoted or genre.channel is Channel.REPORT or _present(prepared, draft)
    if around.private and told and not genre.to_all:
        return Said(Channel.INTERVIEW)
    if genre.holds_for(prepared, draft, around.speaker) and not _led_out(prepared, draft):
        return Said(genre.channel, genre.words)
    written = prepared.grammar.tokens[draft.anchor].lemma in _WRITING and draft.source is not None
    ruled = (
        Channel.COURT
        if draft.source and prepared.grammar.tokens[head_of(prepared.grammar, draft.source)].lemma in _JUDGES
        else None
    )
    return Said(_scene(prepared, drafts, index) or ruled or (Channel.LETTER if written else Channel.UNKNOWN))


def _led_out(prepared: Prepared, draft: Draft) -> bool:
    first, last = prepared.grammar.sentence(draft.anchor)
    return channel_words().leads_out(prepared.grammar.words(first, min(last, first + 8)))


def _scene(prepared: Prepared, drafts: Sequence[Draft], index: int) -> Channel | None:
    """Return the occasion that the narrator sets in the sentence before, where a person goes on to speak at it."""
    grammar, draft = prepared.grammar, drafts[index]
    number = grammar.sentence_of[draft.anchor]
    if draft.source is None or number == 0 or grammar.sentences[number - 1].paragraph != grammar.sentences[number].paragraph:
        return None
    others = (other for other in drafts[max(0, index - 3) : index] if grammar.sentence_of[other.anchor] == number - 1)
    if any(other.source is not None and not other.rule.startswith(("noun", "trained")) for other in others):
        return None
    before = grammar.sentences[number - 1]
    told = channel_words().told_in(grammar.words(before.first, before.last))
    return next((one.phrase.channel for one in told if one.phrase.channel in _SCENES), None)


def _of_speaker(prepared: Prepared, drafts: Sequence[Draft], index: int, last: int | None, found: Sequence[Said]) -> Said | None:
    """Return how the same speaker last spoke, not far back and not on an occasion before that one."""
    if last is None or not found[last].known:
        return None
    sentences = prepared.grammar.sentence_of
    far = sentences[drafts[index].anchor] - sentences[drafts[last].anchor] > _NEAR
    other = _earlier_past(prepared, drafts[last]) != _earlier_past(prepared, drafts[index])
    return None if far or other else found[last]


def _ahead(
    prepared: Prepared, drafts: Sequence[Draft], index: int, own: Sequence[Said], speakers: Sequence[str | None]
) -> Said | None:
    """Return how the same speaker goes on right behind this, within the paragraph."""
    near = range(index + 1, min(len(own), index + 3))
    following = next((later for later in near if speakers[later] == speakers[index]), None)
    if following is None or own[following].channel in _PAPERS:
        return None
    sentences = prepared.grammar.sentence_of
    far = sentences[drafts[following].anchor] - sentences[drafts[index].anchor] != 1
    other = _earlier_past(prepared, drafts[following]) != _earlier_past(prepared, drafts[index])
    return None if other or far or not own[following].known else own[following]


def _earlier_past(prepared: Prepared, draft: Draft) -> bool:
    """Say whether a cue stands in the past before the past ("had said")."""
    grammar = prepared.grammar
    return any(grammar.lower[child] in _PAST_BEFORE for child in grammar.children[draft.anchor] if child < draft.anchor)


def _beside(prepared: Prepared, drafts: Sequence[Draft], index: int, mute: bool) -> Said:
    """Read the source, the words of the sentence that are no content, and the verb, in this order.

    Where `mute` is set the words of the first person are those of another than the narrator, and tell nothing.
    """
    draft = drafts[index]
    paper = _by_source(prepared, draft)
    if paper.known:
        return paper
    first, text = _outside(prepared, drafts, index)
    cue = prepared.grammar.tokens[draft.anchor].start - first
    told = [one for one in channel_words().told_in(text) if _counts(prepared, drafts, index, one, first)]
    told = [one for one in told if not (mute and one.phrase.first_person)]
    if told:
        nearest = min(_by_medium(told), key=lambda one: (abs(one.start - cue), one.start))
        occasion = _occasion(prepared, first + nearest.start, first + nearest.end)
        return Said(nearest.phrase.channel, *occasion, weak=nearest.phrase.weak)
    return Said(_by_verb(prepared, draft))


def _by_medium(told: Sequence[Told]) -> Sequence[Told]:
    """Leave out whom somebody told where it is also told that it was written or recorded ("in an e-mail to this newspaper")."""
    media = [one for one in told if one.phrase.channel in _MEDIA]
    asked = all(one.phrase.reached for one in told if one not in media)
    return media if media and asked else told


def _by_verb(prepared: Prepared, draft: Draft) -> Channel:
    if not draft.rule.startswith(("verb", "direct", "trained")) or draft.source is None:
        return Channel.UNKNOWN
    return channel_words().verbs.get(prepared.grammar.tokens[draft.anchor].lemma, Channel.UNKNOWN)


def _outside(prepared: Prepared, drafts: Sequence[Draft], index: int) -> tuple[int, str]:
    """Return where the sentence begins and its words, with blanks for what is said in it and does not hold this statement's cue."""
    grammar = prepared.grammar
    first, last = grammar.sentence(drafts[index].anchor)
    start, end = grammar.tokens[first].start, grammar.tokens[last - 1].end
    text = grammar.text[start:end]
    cue = grammar.tokens[drafts[index].anchor].start
    for other, draft in enumerate(drafts):
        for span in draft.content:
            if span.end <= start or span.start >= end:
                continue
            if other == index or not draft.says(cue):
                text = _blanked(text, span.start - start, span.end - start)
            elif draft.worded:
                text = _blanked(_blanked(text, 0, span.start - start), span.end - start, len(text))
    return start, text


def _blanked(text: str, start: int, end: int) -> str:
    start, end = max(0, start), min(len(text), end)
    return text[:start] + "|" * (end - start) + text[end:] if start < end else text


def _counts(prepared: Prepared, drafts: Sequence[Draft], index: int, told: Told, first: int) -> bool:
    """Say whether words belong to this statement: not to its source, unless they tell how it was reached, nor to another's cue."""
    grammar, draft = prepared.grammar, drafts[index]
    start = first + told.start
    if draft.source and grammar.tokens[draft.source[0]].start <= start < grammar.tokens[draft.source[1] - 1].end:
        return told.phrase.reached
    cue = grammar.tokens[draft.anchor].start
    low, high = min(start, cue), max(start, cue)
    return not any(
        other.source != draft.source and other.anchor != draft.anchor and low < grammar.tokens[other.anchor].start < high
        for other in drafts[max(0, index - 3) : index + 4]
    )


def _by_source(prepared: Prepared, draft: Draft) -> Said:
    """Read the source itself: a paper or station speaks as what it is, and an inquiry that finds something does so in a report."""
    if draft.source is None:
        return Said()
    grammar = prepared.grammar
    known = channel_words().sources.get(grammar.language.value, {})
    head = head_of(grammar, draft.source)
    words = set(grammar.lower[draft.source[0] : draft.source[1]])
    if any(word.startswith("@") for word in words):
        return Said(Channel.SOCIAL_MEDIA, grammar.words(*draft.source), grammar.span(*draft.source))
    named = grammar.lower[draft.source[0]] if grammar.tokens[draft.source[0]].text[:1].isupper() else ""
    channel = known.get(grammar.tokens[head].lemma.lower()) or known.get(grammar.lower[head]) or known.get(named)
    channel = channel or _paper_named(prepared, draft.source, head)
    if channel is None and grammar.tokens[draft.anchor].lemma in _FINDING:
        channel = Channel.REPORT if words & _INQUIRIES else None
    return Said(channel, grammar.words(*draft.source), grammar.span(*draft.source)) if channel else Said()


def _paper_named(prepared: Prepared, source: tuple[int, int], head: int) -> Channel | None:
    """Return the channel of a paper that the source itself is, told by more words than one (« une note interne »)."""
    grammar = prepared.grammar
    start = grammar.tokens[source[0]].start
    at = grammar.tokens[head].start - start
    told = channel_words().told_in(grammar.words(*source))
    return next(
        (
            one.phrase.channel
            for one in told
            if one.start <= at < one.end and len(one.phrase.words) > 1 and one.phrase.channel in _PAPERS
        ),
        None,
    )


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
