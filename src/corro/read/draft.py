"""What a format's reader hands on: decoded text with what the format itself says of it, or why there is none."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from corro.model import Document, Issue, SegmentKind, Severity
from corro.values import Span


@dataclass(frozen=True, slots=True)
class Doubt:
    """An issue before its document has an id.

    Attributes:
        code: Short stable name.
        message: What was found and what it means.
        span: Where in the text as shown, or None; in doubts about the decoding, where in the raw text.
        severity: How much it asks of a person.
        detail: Whatever lets a person judge.
    """

    code: str
    message: str
    span: Span | None = None
    severity: Severity = Severity.WARNING
    detail: str = ""

    def about(self, document: Document) -> Issue:
        """Return the issue, now that the document is known."""
        return Issue(self.code, document.id, self.message, self.span, self.severity, self.detail)


@dataclass(frozen=True, slots=True)
class Mark:
    """A stretch of the raw text whose kind the format itself tells (a `figcaption`, a Title style).

    Attributes:
        kind: What it is.
        span: Its characters, in the raw text.
    """

    kind: SegmentKind
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """A text as decoded, with what its format says of it.

    Attributes:
        raw: The decoded raw text, to which `Document.offsets` leads back.
        fields: Metadata under the names of `corro.read.fields`.
        marks: Stretches whose kind the format tells, in order.
        start: Where in the raw text the report begins, after front matter.
        markup: Whether the text is Markdown.
        encoding: How the bytes were decoded.
        index: Place among the rows of one input, from 0.
        part: What is added to the locator for it (`#3`).
        doubts: Doubts met while decoding.
    """

    raw: str
    fields: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    marks: tuple[Mark, ...] = ()
    start: int = 0
    markup: bool = False
    encoding: str = "utf-8"
    index: int = 0
    part: str = ""
    doubts: tuple[Doubt, ...] = ()


@dataclass(frozen=True, slots=True)
class Refusal:
    """Why an input, or a row of one, becomes no document.

    Attributes:
        code: Short name of the reason.
        reason: What was the matter and what to do about it.
        part: The row (`#3`); empty for the whole input.
    """

    code: str
    reason: str
    part: str = ""


class Blocks:
    """Joins pieces of text with blank lines, and remembers where each of a known kind stands."""

    def __init__(self) -> None:
        self._texts: list[str] = []
        self._marks: list[Mark] = []
        self._length = 0

    def add(self, text: str, kind: SegmentKind | None = None) -> None:
        """Add a piece, with its kind where the format tells it."""
        if not text.strip():
            return
        if kind is not None:
            self._marks.append(Mark(kind, Span(self._length, self._length + len(text))))
        self._texts.append(text)
        self._length += len(text) + 2

    @property
    def text(self) -> str:
        """The pieces, apart by blank lines."""
        return "\n\n".join(self._texts)

    @property
    def marks(self) -> tuple[Mark, ...]:
        """The pieces whose kind is known."""
        return tuple(self._marks)
