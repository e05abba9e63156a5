"""The mentions found so far in one document: what is covered, and which capitalised words nothing explains yet."""

from collections.abc import Callable
from dataclasses import dataclass, field

from corro.annotate.parse import Parse
from corro.annotate.runs import Run
from corro.model import Document, Mention, MentionKind
from corro.values import Span


@dataclass(slots=True)
class Findings:
    """Mentions as they are collected; no two overlap.

    Attributes:
        document: The document.
        parses: Its pieces.
        mentions: What was found, in the order in which it was found.
        gaps: Capitalised words that no rule explains, with the index of their piece.
        acronyms: Full names by acronyms that the document itself explains.
        covered: One byte a character: whether a mention holds it.
        kinds_by_end: Kinds of mentions by the offset past their last character.
    """

    document: Document
    parses: list[Parse]
    mentions: list[Mention] = field(default_factory=list)
    gaps: list[tuple[int, Run]] = field(default_factory=list)
    acronyms: dict[str, str] = field(default_factory=dict)
    covered: bytearray = field(default_factory=bytearray)
    kinds_by_end: dict[int, MentionKind] = field(default_factory=dict)

    def __post_init__(self) -> None:
        """Begin with nothing covered."""
        self.covered = bytearray(len(self.document.text))

    @property
    def language(self) -> str:
        """The document's language code."""
        return self.document.language.value

    def is_covered(self, start: int, end: int) -> bool:
        """Say whether a mention holds any of these characters."""
        return any(self.covered[start:end])

    def covers(self, parse: Parse) -> Callable[[int, int], bool]:
        """Return a function that says whether characters of a piece, counted in the piece, are covered."""
        offset = parse.piece.start
        return lambda start, end: self.is_covered(offset + start, offset + end)

    def close_gaps(self) -> None:
        """Forget the gaps that a mention covers by now."""
        self.gaps = [(number, run) for number, run in self.gaps if not self.covers(self.parses[number])(run.start, run.end)]

    def add(self, kind: MentionKind, start: int, end: int, rule: str, known_id: str | None = None) -> None:
        """Add a mention, unless one is there already or there are no characters.

        Args:
            kind: What it names.
            start: Offset in the document's text.
            end: Offset past its last character.
            rule: What proposed it.
            known_id: Key of the known name, or None.
        """
        self.keep(Mention(kind, Span(start, end), self.document.text[start:end], known_id, rule))

    def keep(self, mention: Mention) -> None:
        """Add a mention as it is, unless one is there already or it holds no characters."""
        start, end = mention.span.start, mention.span.end
        if end > start and not self.is_covered(start, end):
            self.covered[start:end] = b"\x01" * (end - start)
            self.mentions.append(mention)
            self.kinds_by_end[end] = mention.kind

    def swallow(self, start: int, end: int) -> None:
        """Take out the mentions that lie wholly inside a stretch, so that a larger one can stand for them."""
        inside = [mention for mention in self.mentions if start <= mention.span.start and mention.span.end <= end]
        for mention in inside:
            self.covered[mention.span.start : mention.span.end] = bytes(len(mention.span))
        self.mentions = [mention for mention in self.mentions if mention not in inside]
