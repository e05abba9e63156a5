"""Who says so: speech acts with speaker, channel, time and passage."""

from dataclasses import dataclass
from enum import StrEnum

from corro.values import Span, content_id


class SpeechAct(StrEnum):
    """What somebody does by saying it. Source: docs/codebook.md, marking of statements."""

    ASSERTS = "asserts"
    DENIES = "denies"
    ALLEGES = "alleges"
    ANNOUNCES = "announces"
    DEMANDS = "demands"
    CALLS_FOR = "calls_for"
    THREATENS = "threatens"
    APOLOGISES = "apologises"
    RETRACTS = "retracts"
    CHARACTERISES = "characterises"


class Channel(StrEnum):
    """How it was said. Source: docs/codebook.md, marking of statements."""

    BROADCAST = "broadcast"
    INTERVIEW = "interview"
    SPEECH = "speech"
    COUNCIL_MEETING = "council_meeting"
    COMMUNIQUE = "communique"
    PRESS_CONFERENCE = "press_conference"
    REPORT = "report"
    LETTER = "letter"
    SOCIAL_MEDIA = "social_media"
    COURT = "court"
    UNKNOWN = "unknown"


class Quotation(StrEnum):
    """How much of the content is the speaker's own words."""

    DIRECT = "direct"
    MIXED = "mixed"
    INDIRECT = "indirect"


@dataclass(frozen=True, slots=True)
class Speaker:
    """Who is said to have said it.

    Attributes:
        label: The words of the text (`government spokesman Colonel Abdoulaye Maiga`, `he`); empty where nobody is named.
        name: The fullest name in the document for the label, or the label; None where there is no source or it stays open.
        actor_id: Known actor, or None.
        inferred: Whether the name was resolved from a pronoun, post or nickname.
        candidates: Names between which it stays open.
    """

    label: str = ""
    name: str | None = None
    actor_id: str | None = None
    inferred: bool = False
    candidates: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Statement:
    """One speech act in one document.

    Attributes:
        document_id: Where it stands.
        content: What was said; several spans where the cue interrupts it.
        cue: The words that attribute it; None where only marks do.
        source: The words that name who said it, or empty.
        speaker: Who that is.
        capacity: Words of the post as the text has them, or empty.
        speaks_for: Words for the body that the speaker speaks for as its spokesman, lawyer or envoy, or empty.
        post: Id of the known post that the capacity names, or None.
        act: What was done by saying it.
        channel: How it was said.
        occasion: Meeting, report symbol or programme in the text's words, or empty.
        quotation: How much is verbatim.
        said: Words that tell when it was said, or None.
        addressee: Words that tell to whom, or empty.
        about: Fullest names of the persons and bodies that the content names, in order, the speaker left out.
        inside: Id of the statement whose content this one stands in, or None.
        rule: Id of the rule that found it.
    """

    document_id: str
    content: tuple[Span, ...]
    cue: Span | None = None
    source: tuple[Span, ...] = ()
    speaker: Speaker = Speaker()
    capacity: str = ""
    act: SpeechAct = SpeechAct.ASSERTS
    channel: Channel = Channel.UNKNOWN
    occasion: str = ""
    quotation: Quotation = Quotation.INDIRECT
    said: Span | None = None
    addressee: str = ""
    about: tuple[str, ...] = ()
    inside: str | None = None
    rule: str = ""
    speaks_for: str = ""
    post: str | None = None

    @property
    def id(self) -> str:
        """The statement's id, made of its document and where content, cue and source stand."""
        spans = [(span.start, span.end) for span in (*self.content, *self.source)]
        return content_id("stmt", self.document_id, spans, self.cue)

    @property
    def span(self) -> Span:
        """The shortest span that holds content, cue and source."""
        spans = [*self.content, *self.source, *([self.cue] if self.cue else [])]
        return Span(min(span.start for span in spans), max(span.end for span in spans))
