"""A document that leaves the office: sections of sentences, each of which stands on passages of reports."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import StrEnum

from corro.model.answer import EventMove
from corro.model.claim import Claim
from corro.model.decision import Decision
from corro.model.derivation import Derivation
from corro.model.document import Document
from corro.model.event import Event
from corro.model.issue import Issue
from corro.model.link import Difference, Lineage
from corro.model.register import RegisterEntry
from corro.values import Span, content_id, slug


class BriefKind(StrEnum):
    """What a document is for. Source: docs/codebook.md, R39."""

    FLASH = "flash"
    SITREP = "sitrep"
    CHRONOLOGY = "chronology"
    REGISTER = "register"
    DISPUTES = "disputes"
    COUNCIL = "council"
    SOURCES = "sources"


@dataclass(frozen=True, slots=True)
class Citation:
    """A passage of one version of one report, on which a sentence stands.

    Attributes:
        document_id: The version.
        span: Its characters.
        claim_id: The claim that the passage holds; empty for a passage that is cited for itself.
    """

    document_id: str
    span: Span
    claim_id: str = ""

    @property
    def key(self) -> str:
        """The name under which a draft knows the citation; the same passage has the same name in every draft."""
        return slug("c", content_id("cite", self.document_id, self.span.start, self.span.end)).replace("-", "").lower()


@dataclass(frozen=True, slots=True)
class BriefLine:
    """One sentence, or the words of one point of a list.

    Attributes:
        key: What it is about (an event's slug and a field): the same in each issue of the brief, whatever it says there.
        text: The words.
        citations: What it stands on, in order; empty only for a line that says what the record does not know or how it was made.
        verb: Key of the verb (`corro.vocab`, list `verbs`) that it puts its event forward with; empty where it puts none forward.
        strongest: Key of the strongest verb that support and assessment allow here.
        official: Whether it is an allegation that wants the official version beside it.
        plain: Whether it needs no citation: it says what is unknown, or how the brief was made.
    """

    key: str
    text: str
    citations: tuple[Citation, ...] = ()
    verb: str = ""
    strongest: str = ""
    official: bool = False
    plain: bool = False


@dataclass(frozen=True, slots=True)
class BriefTable:
    """Rows under columns; each row stands on something too.

    Attributes:
        columns: Names of the columns, in the brief's language.
        rows: The rows.
        citations: What each row stands on, in the order of the rows.
    """

    columns: tuple[str, ...]
    rows: tuple[tuple[str, ...], ...]
    citations: tuple[tuple[Citation, ...], ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """A drawing with its equivalent in words.

    Attributes:
        name: Its file name without an ending.
        svg: The drawing.
        alternative: What it shows, in words: as much as one who cannot see it needs.
    """

    name: str
    svg: str
    alternative: str


@dataclass(frozen=True, slots=True)
class BriefSection:
    """A part of a brief.

    Attributes:
        key: Its name, the same in each language.
        heading: Its heading in the brief's language.
        lines: Its sentences.
        table: Its table, or None.
        pictures: Its drawings.
        level: 1 for a part of the brief, 2 for a part of a part.
    """

    key: str
    heading: str
    lines: tuple[BriefLine, ...] = ()
    table: BriefTable | None = None
    pictures: tuple[Picture, ...] = ()
    level: int = 1


@dataclass(frozen=True, slots=True)
class BriefRequest:
    """What is asked for.

    Attributes:
        kind: What the document is for.
        language: `en` or `fr`.
        cut_off: The moment up to which the record was read.
        first: First day of the window, or None where it is open.
        last: Last day of the window, or None.
        since: Day of the last issue, or None where this is the first.
        about: Slug of the event, claim or register that it is about; empty for a window.
        marking: Key of the classification that it bears at least.
        audience: Key of those whom it is for: `section`, `un`, `courts` or `public`.
    """

    kind: BriefKind
    language: str
    cut_off: datetime
    first: date | None = None
    last: date | None = None
    since: date | None = None
    about: str = ""
    marking: str = "unclassified"
    audience: str = "section"


@dataclass(frozen=True, slots=True)
class Dossier:
    """An event, or a reported total that is none, with all that is behind it.

    Attributes:
        event: The event; None for a total.
        claims: The claims, by document and place.
        differences: How they differ, disputes first.
        entries: Its lines of registers.
        derivations: How its values went from telling to telling.
        decisions: What people decided on it.
    """

    event: Event | None
    claims: tuple[Claim, ...]
    differences: tuple[Difference, ...] = ()
    entries: tuple[RegisterEntry, ...] = ()
    derivations: tuple[Derivation, ...] = ()
    decisions: tuple[Decision, ...] = ()


@dataclass(frozen=True, slots=True)
class BriefMaterial:
    """All that a brief may draw on: what the door out has let through, and nothing else.

    Attributes:
        dossiers: Events by day and id, then totals.
        documents: Reports by id.
        lineages: The lineage of each report, by the report's id.
        entries: Lines of the register asked for.
        moves: What changed since the last issue.
        issues: Doubts that a person should see.
        policies: Names and versions of the rules by which values were composed and figures put together.
        withheld: What the door out took away, in words.
        marking: Key of the classification that the door out asks for.
        uncertain: Slugs of events whose days are too uncertain to say whether they belong into the window.
    """

    dossiers: tuple[Dossier, ...] = ()
    documents: Mapping[str, Document] = field(default_factory=dict)
    lineages: Mapping[str, Lineage] = field(default_factory=dict)
    entries: tuple[RegisterEntry, ...] = ()
    moves: tuple[EventMove, ...] = ()
    issues: tuple[Issue, ...] = ()
    policies: tuple[str, ...] = ()
    withheld: tuple[str, ...] = ()
    marking: str = "unclassified"
    uncertain: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Brief:
    """A document, before it is written in some format.

    Attributes:
        request: What was asked for.
        title: Its title.
        header: What stands at its head: window, cut-off, policies, …, each with its name in the brief's language.
        sections: Its parts, in order.
        documents: The reports that it cites, by id.
    """

    request: BriefRequest
    title: str
    header: tuple[tuple[str, str], ...]
    sections: tuple[BriefSection, ...]
    documents: Mapping[str, Document] = field(default_factory=dict)

    @property
    def citations(self) -> tuple[Citation, ...]:
        """What the brief stands on, in the order in which it is first cited, each once."""
        found: dict[str, Citation] = {}
        for section in self.sections:
            rows = section.table.citations if section.table else ()
            for cited in (*(line.citations for line in section.lines), *rows):
                found.update({citation.key: citation for citation in cited if citation.key not in found})
        return tuple(found.values())


@dataclass(frozen=True, slots=True)
class Fault:
    """A rule of briefs that a draft breaks.

    Attributes:
        rule: Its number (`corro.vocab`, list `brief_rules`).
        line: The number of the line of the draft, from 1; 0 for the draft as a whole.
        told: What is wrong there; never words of what is protected.
    """

    rule: str
    line: int
    told: str
